"""Lines of thousands of blanks, tabs, digits and signs cost their length, not its square."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from ringback.readers import html_forms, markdown, pdf_margins
from ringback.readers.boards import naukri, read_subject
from ringback.readers.boards.evidence import Evidence
from ringback.readers.document import Line
from ringback.readers.fields import birth, period_signs, printed_lines
from ringback.readers.fields.contacts import handles
from ringback.readers.fields.jobs import (
    entries,
    former,
    han_sentences,
    headers,
    labels,
    lines,
    marks,
    present,
    present_entries,
    sentences,
    told_in_latin,
)
from ringback.readers.fields.jobs.ranking.features import features_of
from ringback.readers.fields.jobs.ranking.phrases import Page
from ringback.readers.fields.labels import Label
from ringback.readers.fields.names import sources, two_scripts
from ringback.readers.fields.periods import OF_DATES, SINCE
from ringback.readers.fields.places import residence
from ringback.readers.fields.prints import europass, linkedin
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.latex_source import is_latex
from ringback.readers.likeness import p_resume
from ringback.readers.limits import ReaderLimits
from ringback.readers.normalise import show
from ringback.readers.pdf_rows import PlacedLine
from ringback.readers.text import document_of_text
from tests.standins.growth import LINEAR, growth

N = 12_000


@pytest.mark.parametrize(
    ("look", "line"),
    [
        (present_entries._NOW_BEHIND.search, lambda n: "Clerk" + "\t" * n + "x"),
        (naukri.BOARD.file_names[0].search, lambda n: "Naukri_" + "A" * n + "!"),
        (naukri.BOARD.file_names[0].search, lambda n: "Naukri_" + "Aa" * n + "!"),
        (markdown._RULE.match, lambda n: " " * n + "x"),
        (markdown._RULE.match, lambda n: "|" + " " * n + "x"),
        (markdown._RULE.match, lambda n: "--" + " " * n + "x"),
        (markdown._RULE.match, lambda n: "|--" + " " * n + "|x"),
        (markdown._SHORTCODE_BEHIND.search, lambda n: "Work" + " " * n + "x"),
        (markdown._SHORTCODE_BEHIND.search, lambda n: "Work :briefcase:" + " " * n + "x"),
        (lines._OF_ONESELF.search, lambda n: " " * n + "x"),
        (lines._OF_ONESELF.search, lambda n: "-1" * n + "x"),
        (sources._AT_SIGNS.split, lambda n: "Ana" + " " * n + "x"),
        (two_scripts._BOTH.fullmatch, lambda n: "Eric Lu" + " " * n + "x"),
        (two_scripts._BOTH.fullmatch, lambda n: "卢晓东" + " " * n + "1"),
        (SINCE.search, lambda n: "2019-" + " " * n + "x"),
        (told_in_latin._WORKS_AS.search, lambda n: "serving as" + " " * n + "x"),
        (han_sentences._HAN_WORKS.search, lambda n: "就职于晨光电子" + " " * n + "x"),
        (han_sentences._HAN_WORKS.search, lambda n: "就职于晨光电子工作" + " " * n + "x"),
        (han_sentences._HAN_WORKS.search, lambda n: "就职于晨光电子担任" + " " * n + "。"),
        (former._FORMER.search, lambda n: "Clerk," + " " * n + "x"),
        (former._FORMER.search, lambda n: " ," * n + "x"),
        (marks.AT_HOUSE.fullmatch, lambda n: "at Larch" + " Larch" * n + "!"),
        (former._FORMER.search, lambda n: "- " + "the, " * n + "x"),
        (birth._BORN.search, lambda n: "2001" + "\t" * n + "!"),
        (printed_lines._LEADERS.search, lambda n: "a\t" + "." * n + "!"),
        (printed_lines._LEADERS.search, lambda n: "a" + " ." * n),
        (sentences.TODAY.search, lambda n: "A." * n + "!"),
        (lambda line: present._AND_BESIDES.sub("", line), lambda n: "," + " " * n + "!"),
        (period_signs._OPEN.search, lambda n: "- …" + " " * n + "!"),
        (lambda line: residence._WIDE_COMMA.sub(", ", line), lambda n: "\t" * n + "x"),
        (lambda line: read_subject(line, ""), lambda n: "(51job.com)申请贵公司a" + "-" * n),
        (show, lambda n: "e" + "\u0301\u0323" * n),
        (OF_DATES.fullmatch, lambda n: "jan., " * n + "!"),
        (is_latex, lambda n: "C:\\cv\n" + "\n" * n + "x"),
        (handles._SAME_AS_PHONE.search, lambda n: "微信" + " " * n + "x"),
        (linkedin._PROFILE.search, "linkedin.com/in/".__mul__),
        (europass._PLACE.match, lambda n: "City:" + " " * n),
        (printed_lines._DATES_IN_FRONT.match, lambda n: "[" + "0" * n),
        (html_forms._SELECT.search, lambda n: "<select>" * (n // 8)),
    ],
    ids=range(39),
)
def test_long_runs_are_walked_over_once(look: Callable[[str], object], line: Callable[[int], str]) -> None:
    assert growth(look, line, N) < LINEAR


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Clerk (Present)", 5),
        ("Clerk \t Present", 5),
        ("Clerk - now", 5),
        ("Clerk | ongoing", 5),
        ("Clerk \t\t present", 5),
    ],
)
def test_a_word_for_now_behind_any_sign_is_found_with_the_gap_before_it(line: str, start: int) -> None:
    found = present_entries._NOW_BEHIND.search(line)
    assert found is not None
    assert found.start() == start


def test_a_word_for_now_behind_a_mere_space_is_none() -> None:
    assert present_entries._NOW_BEHIND.search("I live now") is None


@pytest.mark.parametrize(
    ("text", "firm", "title"),
    [
        ("就职于晨光电子有限公司，担任会计", "晨光电子有限公司", "会计"),
        ("就职于晨光电子有限公司 工作， 担任 职务 ： 会计", "晨光电子有限公司", "会计"),
        ("在晨光电子有限公司担任 ：会计", "晨光电子有限公司", "会计"),
    ],
)
def test_a_post_told_in_chinese_is_found_with_any_gaps(text: str, firm: str, title: str) -> None:
    found = han_sentences._HAN_WORKS.search(text)
    assert found is not None
    assert (found["firm"], found["title"]) == (firm, title)


def test_long_lines_in_a_margin_are_not_looked_at_for_dates() -> None:
    def lines_of(n: int) -> list[PlacedLine]:
        return [PlacedLine(Line("2" * n, size=10), 100.0 - 12 * number) for number in range(4)]

    assert growth(lambda text: pdf_margins._titles(lines_of(len(text))), "2".__mul__, N) < LINEAR


def test_accents_stay_and_only_heaps_of_them_are_cut() -> None:
    assert show("Jose\u0301 " * 300) == "José " * 300
    assert len(show("e" + "\u0301" * 5000 + "x")) <= 33


@pytest.mark.parametrize("text", ["Taipei，TW", "Taipei ，TW", "Taipei  ，  TW", "Taipei， TW"])
def test_wide_commas_are_written_with_the_gaps_around_them(text: str) -> None:
    assert residence._WIDE_COMMA.sub(", ", text) == "Taipei, TW"


@pytest.mark.parametrize("text", ["校长 兼任院长", "校长，兼任院长", "校长， 兼任院长", "校长  兼院长"])
def test_what_one_is_besides_is_left_out_with_the_gap_before_it(text: str) -> None:
    assert present._AND_BESIDES.sub("", text) == "校长"


@pytest.mark.parametrize("sign", ["（）", ",", "· "])
def test_lines_of_mere_signs_are_looked_over_once_for_titles(sign: str) -> None:
    def likeness(text: str) -> float:
        sheet = make_sheet(document_of_text(text, ReaderLimits()), Evidence())
        return p_resume(sheet, n_contacts=0, has_name=False)

    assert growth(likeness, lambda n: "Mara Velding\n" + f"{sign}\n" * (n // 3), N) < LINEAR


class _Walked(list[int]):
    """Numbers of lines that count how often somebody goes over them."""

    n_walks = 0

    def __iter__(self) -> Iterator[int]:
        self.n_walks += 1
        return super().__iter__()


def test_the_header_of_a_job_does_not_go_over_all_lines_for_each_other_job(sheet_of: Callable[..., Sheet]) -> None:
    n_jobs = 60
    sheet = sheet_of("工作经历\n" + "会计\n2013 三月 - 2014 四月 晨光电子有限公司\n" * n_jobs)
    numbers = _Walked(sheet.lines_in("experience"))
    jobs = entries.entries_of(sheet, list(numbers))
    assert len(jobs) == n_jobs
    numbers.n_walks = 0
    headers.header_of(sheet, numbers, jobs, jobs[-1])
    assert numbers.n_walks < n_jobs // 4


def _n_steps(look: Callable[[], object]) -> int:
    """Return how many lines of the product one look runs through."""
    n = 0

    def count(_: FrameType, event: str, __: object) -> object:
        nonlocal n
        n += event == "line"
        return count

    sys.settrace(count)
    try:
        look()
    finally:
        sys.settrace(None)
    return n


@pytest.mark.parametrize("head", ["工作经历\n", ""])
def test_the_header_of_a_job_is_as_cheap_among_many_jobs_as_among_few(
    sheet_of: Callable[..., Sheet], head: str
) -> None:
    def n_steps(n_jobs: int) -> int:
        sheet = sheet_of(f"林知夏\n{head}" + "2013年3月 - 2014年4月 晨光电子有限公司 会计\n" * n_jobs)
        numbers = sheet.lines_in("experience" if head else "top")
        jobs = entries.entries_of(sheet, numbers)
        assert len(jobs) == n_jobs
        headers.header_of(sheet, numbers, jobs, jobs[-2])  # what is remembered of a sheet is asked once
        return _n_steps(lambda: headers.header_of(sheet, numbers, jobs, jobs[-1]))

    assert n_steps(400) < 1.5 * n_steps(50)


def test_what_is_known_of_a_phrase_is_as_cheap_among_many_jobs_as_among_few(sheet_of: Callable[..., Sheet]) -> None:
    def n_steps(n_jobs: int) -> int:
        page = Page(sheet_of("Mara Velding\n" + "Experience\nLarchwell\t2019 - 2021\nTide Whisperer\n" * n_jobs))
        phrases = page.phrases()
        assert len(page.entries) == n_jobs
        features_of(page, phrases[-2])
        return _n_steps(lambda: features_of(page, phrases[-1]))

    assert n_steps(400) < 1.5 * n_steps(50)


@pytest.mark.parametrize(
    "job",
    [
        "负责公司账务核对\n2013年3月 - 2014年4月 晨光电子有限公司 会计\n",
        "会计\n• 负责公司账务核对\n2013年3月 - 2014年4月\n",
    ],
)
def test_dates_that_close_their_jobs_are_as_cheap_among_many_jobs_as_among_few(
    sheet_of: Callable[..., Sheet], job: str
) -> None:
    def n_steps(n_jobs: int) -> int:
        sheet = sheet_of("林知夏\n工作经历\n" + job * n_jobs)
        numbers = sheet.lines_in("experience")
        jobs = entries.entries_of(sheet, numbers)
        assert len(jobs) == n_jobs
        headers.header_of(sheet, numbers, jobs, jobs[-2])
        return _n_steps(lambda: headers.header_of(sheet, numbers, jobs, jobs[-1]))

    assert n_steps(400) < 1.5 * n_steps(50)


def test_rows_that_end_in_their_own_dates_are_walked_over_once(sheet_of: Callable[..., Sheet]) -> None:
    def n_steps(n_rows: int) -> int:
        rows = "".join(f"Larch stores {i}, {1990 + i % 30}\n" for i in range(n_rows))
        sheet = sheet_of(f"Mara Velding\nmara@fernpost.net\nExperience\n{rows}Northmoor Dynamics 2021 - 2024\n")
        numbers = sheet.lines_in("experience")
        return _n_steps(lambda: entries.entries_of(sheet, numbers))

    few = n_steps(40)  # first: what is remembered of rows would make them cheaper
    assert n_steps(160) < 6 * few


def test_whether_the_page_names_a_firm_is_asked_once_for_all_clients(
    sheet_of: Callable[..., Sheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(labels, "firm_of_today", asked.append)
    sheet = sheet_of("工作经历\n" + "Client: Larch\n期望职位：会计\n2019年3月 - 2020年5月 晨光电子有限公司 会计\n" * 30)
    numbers = sheet.lines_in("experience")
    labels.job_of_labels(sheet, numbers, entries.entries_of(sheet, numbers))
    assert len(asked) == 1


@pytest.mark.parametrize("look", [residence.is_among_wishes, lambda s, one: residence._is_among_contacts(s, one.line)])
def test_what_stands_beside_a_label_is_looked_for_beside_it_only(
    sheet_of: Callable[..., Sheet], look: Callable[[Sheet, Label], object]
) -> None:
    def n_steps(n_labels: int) -> int:
        sheet = sheet_of("工作经历\n" + "地点：上海\n工资：8000\n" * n_labels)
        place = next(one for one in reversed(sheet.labels) if one.label == "地点")
        look(sheet, place)
        return _n_steps(lambda: look(sheet, place))

    assert n_steps(400) < 1.5 * n_steps(50)
