"""Where the jobs of a resume stand: under their heading, under another one, or under none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.entries import entries_of, latest
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.jobs_elsewhere import jobs_elsewhere
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.pauses import without_asides, without_visits, without_what_was_made
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.trade_sections import posts_among, sections_of_trades
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.periods import NOW, date_in, period_in
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.education_rows import states_degree
from ringback.readers.fields.studies.school_words import TEACHES
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_ROW_CHARS = 60
_COMMA = re.compile("[,，]")
_AT_COMPANY = re.compile("(?<=在)[\u4e00-\u9fff()]{2,24}公司")
_COMPANY = re.compile("[\u4e00-\u9fff()]{4,30}公司")
_FIRM = re.compile("(?:公司|集团|银行|医院|事务所)$")
_POST_ALONE = re.compile("[\u4e00-\u9fff]{2,10}")
_OF_STUDENTS = re.compile("学生|班[长委级]|支书|社[长团]|会[长员]|干事|委员|部[长员]|队[长员]|主席|协会|志愿|课代表")
_RESEARCH = re.compile(r"\b(?:research|clinical|laboratory|scientific) (?:\w+ )?experience\b", re.IGNORECASE)
_RESEARCH_IN_HAN = re.compile("(?:科研|研究|学术|科研工作|研究工作)(?:经历|经验|背景)$")
_RESEARCHER = re.compile(
    "(?:研究|科研|实验室?|学术)助[理教]|助研|研究员|博士后|访问(?:学者|学生|研究生|博士生)|研究实习生|实验员"
    "|\\b(?:[Rr]esearch [Aa]ssistant|RA)\\b"
)
_UNPAID = re.compile(
    r"ehrenamt|freiwillig|bénévol|associati|volont|volunt|vrijwillig|frivillig|wolontari|community", re.IGNORECASE
)
_MIXED = re.compile(r"\b(?:experience|employment|appointments|positions|career|work)\b", re.IGNORECASE)
BESIDES = re.compile(
    r"\b(?:memberships?|affiliations?|societies|committees?|honou?rs|service)\b|竞赛|比赛|赛事|大赛|专利|论文|荣誉",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"\bexperience\b", re.IGNORECASE)
MIN_HOUSE = 0.6
_MEMBER = re.compile(
    r"\W*(?:(?:student|active|senior|life(?:time)?|board|committee|council|elected|associate|full|regular) )?"
    r"(?:members?(?:ships?)?|volunteer|moderator|reviewer|referee|mentor)\b(?! of (?:technical )?staff)"
    r"|.{0,20}\bmoderator\W*$",
    re.IGNORECASE,
)


@once_a_sheet
def where_jobs_stand(sheet: Sheet) -> tuple[list[int], list[Entry]]:
    """Return the lines where jobs stand, and the entries whose dates they bear."""
    lines = (
        without_visits(sheet, without_asides(sheet, sheet.lines_in("experience")))
        or lines_of_research(sheet)
        or _posts_of_education(sheet)
        or _lines_of_trades(sheet)
        or _lines_of_volunteers(sheet)
        or _lines_outside(sheet)
    )
    lines = without_what_was_made(sheet, lines)
    entries = _posts_on(sheet, lines)
    if (first := _lines_under_research(sheet, lines)) and not any(
        entry.period.end == NOW and (sheet.is_chinese or not _is_membership(sheet, entry)) for entry in entries
    ):
        found = _posts_on(sheet, first)
        if all(is_prose(sheet, entry.line) for entry in found):  # of what was worked on, if any
            found = _posts_of_one_date(sheet, first) or found
        now = [entry for entry in found if entry.period.end == NOW]
        is_trade = first[0] < lines[0]  # it stands before the other jobs
        is_current = bool(now) and (is_trade or any(has_post(bare_line(sheet, one.line)) for one in now))
        if is_current or (is_trade and _is_later_post(sheet, found, entries)):
            lines, entries = first, found
    if (mixed := _lines_under_mixed(sheet)) and not any(
        entry.period.end == NOW for entry in entries if _has_post(sheet, entry)
    ):
        found = entries_of(sheet, mixed)
        if any(entry.period.end == NOW and (not sheet.is_chinese or _has_post_near(sheet, entry)) for entry in found):
            lines, entries = mixed, found
    is_over = not any(entry.period.end == NOW for entry in entries)
    of_today = _trade_of_today(sheet) or _posts_under_house(sheet) if entries and is_over else None
    if of_today := of_today or (jobs_elsewhere(sheet) if is_over else None):
        lines, entries = of_today
    if not any(entry.period.end > entry.period.start for entry in entries):
        lines, entries = _under_other_headings(sheet, lines, entries)
    if not entries and sheet.is_chinese:
        return _among_studies(sheet) or (lines, entries)
    return lines, entries


def _posts_on(sheet: Sheet, lines: list[int]) -> list[Entry]:
    """Return the entries on these lines; of research in a Chinese resume those that name a post."""
    is_research = sheet.is_chinese and lines and sheet.sections[lines[0]] == "projects"
    return _researchers(sheet, lines) if is_research else entries_of(sheet, lines)


def _posts_of_one_date(sheet: Sheet, lines: list[int]) -> list[Entry]:
    """Return the posts under a heading about research that have one date each: ``2026<tab>Research Intern``."""
    if sheet.is_chinese:
        return []
    return [
        Entry(i, i, date)
        for i in lines
        if not is_prose(sheet, i) and (date := date_in(sheet.folded[i])) and has_post(bare_line(sheet, i))
    ]


def _among_studies(sheet: Sheet) -> tuple[list[int], list[Entry]] | None:
    """Return the jobs that stand among somebody's studies, and their lines."""
    if told := _told_among_studies(sheet):
        return [one.line for one in told], told
    told = _jobs_among_studies(sheet)
    return ([i for i in sheet.lines_in("education") if i >= told[0].line - 1], told) if told else None


def _is_later_post(sheet: Sheet, found: list[Entry], others: list[Entry]) -> bool:
    """Tell whether the latest of these is a post, and ended later than all other jobs."""
    if not found or not others:
        return False
    one = latest(found)
    return one.period.end > latest(others).period.end and _has_post(sheet, one)


def _told_among_studies(sheet: Sheet) -> list[Entry]:
    """Return the rows that date somebody's time at a company, where a page prints its headings below what they head."""
    return [
        entry
        for entry in entries_of(sheet, sheet.lines_in("education"))
        if _AT_COMPANY.search(sheet.folded[entry.line]) and not states_degree(sheet.folded[entry.line])
    ]


def _jobs_among_studies(sheet: Sheet) -> list[Entry]:
    """Return the dated posts at firms that stand among somebody's studies, below a heading that nobody knows."""
    return [
        entry
        for entry in entries_of(sheet, sheet.lines_in("education"))
        if not states_degree(sheet.folded[entry.line])
        and _names_job([bare_line(sheet, i) for i in (entry.line, entry.last + 1) if i < len(sheet.folded)])
    ]


def _names_job(lines: list[str]) -> bool:
    """Tell lines that name a post, and a firm by its legal form."""
    names = [fold(atom.text) for line in lines for atom in atoms_of(line, row=0)]
    return any(map(has_post, lines)) and any(_FIRM.search(name) and employer_score(name) == 1.0 for name in names)


def _posts_of_education(sheet: Sheet) -> list[int]:
    """Return the present posts that somebody tells among his degrees: ``2023-Present: Postdoctoral Researcher``.

    A post may stand over its company there too, where the order of the text is lost.
    """
    lines = sheet.lines_in("education")
    posts = [
        entry.line
        for entry in entries_of(sheet, lines)
        if entry.period.end == NOW
        and not states_degree(sheet.folded[entry.line])
        and has_post(bare_line(sheet, entry.line))
    ]
    at_firm = [i for i in posts if i + 1 in lines and _COMPANY.fullmatch(sheet.folded[i + 1])]
    taught = [i for i in posts if TEACHES.search(sheet.shown[i])]
    at_firm = _with_houses(sheet, lines, taught) or [i + n for i in at_firm for n in (0, 1)]
    return at_firm or (_post_over_house(sheet, lines) if sheet.is_chinese else [])


def _with_houses(sheet: Sheet, lines: list[int], posts: list[int]) -> list[int]:
    """Return posts among degrees with the house that stands below each, if the line of the post names none."""
    below = [
        i + 1
        for i in posts
        if i + 1 in lines
        and not any(employer_score(atom.text) >= MIN_HOUSE for atom in atoms_of(bare_line(sheet, i), row=0))
        and not states_degree(sheet.folded[i + 1])
        and period_in(sheet.folded[i + 1]) is None
    ]
    return sorted({*posts, *below})


def _post_over_house(sheet: Sheet, lines: list[int]) -> list[int]:
    """Return a post over its house and dates among degrees that stand over theirs: 科研助理 / 青禾大学 | 2021年 - 2022年."""
    dated = [entry.line for entry in entries_of(sheet, lines) if entry.line - 1 in lines]
    first = next((entry.line for entry in entries_of(sheet, lines)), 0)
    if first not in dated or not states_degree(sheet.folded[first - 1]) or states_degree(sheet.folded[first]):
        return []
    for number in dated:
        post = sheet.folded[number - 1].strip()
        is_bare = _POST_ALONE.fullmatch(post) and title_score(post) == 1.0 and not _OF_STUDENTS.search(post)
        if (
            is_bare
            and not states_degree(sheet.folded[number])
            and employer_score(bare_line(sheet, number).split("\t")[0])
        ):
            return [number - 1, number]
    return []


def lines_of_research(sheet: Sheet) -> list[int]:
    """Return the lines under "Research Experience" and the like, which are the jobs of who has no other section of jobs."""
    if sheet.is_chinese:
        lines = _lines_below_first(sheet, _RESEARCH_IN_HAN)
        return lines if _researchers(sheet, lines) else []
    lines = sheet.lines_in("projects") if any(_EXPERIENCE.search(sheet.folded[i]) for i in _parts(sheet)) else []
    own = _lines_below_first(sheet, _RESEARCH) if lines else []
    return own if any(has_post(bare_line(sheet, i)) for i in own) else lines


def _researchers(sheet: Sheet, lines: list[int]) -> list[Entry]:
    """Return the entries of somebody's research that name a post beside their dates; most are titles of projects."""
    return [
        entry
        for entry in entries_of(sheet, lines)
        if any(
            i in lines
            and _RESEARCHER.search(sheet.folded[i])
            and (not is_prose(sheet, i) or _is_row(sheet.folded[i]))
            and has_post(bare_line(sheet, i))
            for i in (entry.line, entry.line - 1, entry.last + 1)
        )
    ]


def _is_row(line: str) -> bool:
    """Tell a house, a post and dates with commas between them from a sentence: 青禾大学实验室，访问学者，2022 年 6 月至今."""
    return len(line) <= MAX_ROW_CHARS and "。" not in line and period_in(_COMMA.split(line)[-1]) is not None


def _lines_of_trades(sheet: Sheet) -> list[int]:
    """Return the lines under Research, Teaching or Training, which hold the posts of who has no section of jobs."""
    return next((own for own in sections_of_trades(sheet) if posts_among(sheet, entries_of(sheet, own))), [])


def _trade_of_today(sheet: Sheet) -> tuple[list[int], list[Entry]] | None:
    """Return the first section of a trade with a post that goes on, and its posts, where all other jobs have ended."""
    for own in sections_of_trades(sheet):
        found = posts_among(sheet, entries_of(sheet, own))
        if any(entry.period.end == NOW for entry in found):
            return own, found
    return None


def _posts_under_house(sheet: Sheet) -> tuple[list[int], list[Entry]] | None:
    """Return the present posts in front of all sections, each right below its house, which no list knows for a heading."""
    lines = sheet.lines_in(TOP) if not sheet.is_chinese else []
    found = [
        entry
        for entry in posts_among(sheet, entries_of(sheet, lines))
        if entry.period.end == NOW and _has_post(sheet, entry) and entry.line - 1 in lines
    ]
    over = [entry for entry in found if employer_score(sheet.shown[entry.line - 1].strip()) >= MIN_HOUSE]
    return ([i for one in over for i in (one.line - 1, one.line)], over) if over else None


def _lines_of_volunteers(sheet: Sheet) -> list[int]:
    """Return the lines under the first heading about unpaid work, which holds the posts of who has no other jobs."""
    lines = _lines_below_first(sheet, _UNPAID)
    return lines if any(has_post(bare_line(sheet, i)) for i in lines) else []


def _lines_under_research(sheet: Sheet, lines: list[int]) -> list[int]:
    """Return the lines under "Research Experience", where there are other jobs besides."""
    return _lines_below_first(sheet, _RESEARCH_IN_HAN if sheet.is_chinese else _RESEARCH) if lines else []


def _lines_below_first(sheet: Sheet, heading: re.Pattern[str]) -> list[int]:
    """Return the lines below the first heading of projects that says this."""
    opens = next((i for i in _parts(sheet) if heading.search(sheet.folded[i].strip(" :"))), None)
    if opens is None:
        return []
    end = next((i for i in range(opens + 1, len(sheet.folded)) if sheet.headings[i]), len(sheet.folded))
    return [i for i in sheet.lines_in("projects") if opens < i < end]


def _lines_under_mixed(sheet: Sheet) -> list[int]:
    """Return the lines under ``Education and Research Experience`` that tell of no degree."""
    opens = next(
        (
            i
            for i, kind in enumerate(sheet.sections)
            if kind == "education" and sheet.headings[i] and _MIXED.search(sheet.folded[i])
        ),
        None,
    )
    if opens is None:
        return []
    end = next((i for i in range(opens + 1, len(sheet.folded)) if sheet.headings[i]), len(sheet.folded))
    return [i for i in sheet.lines_in("education") if opens < i < end and not states_degree(sheet.folded[i])]


def _has_post(sheet: Sheet, entry: Entry) -> bool:
    return has_post(bare_line(sheet, entry.line))


def _is_membership(sheet: Sheet, entry: Entry) -> bool:
    """Tell a row of what somebody does besides a post: ``Member    2017-present``."""
    return _MEMBER.match(bare_line(sheet, entry.line)) is not None


def _has_post_near(sheet: Sheet, entry: Entry) -> bool:
    near = range(max(0, entry.line - 1), min(entry.last + 2, len(sheet.folded)))
    return any(has_post(bare_line(sheet, i)) for i in near)


def _parts(sheet: Sheet) -> list[int]:
    return [i for i, is_heading in enumerate(sheet.headings) if is_heading and sheet.sections[i] == "projects"]


def _lines_outside(sheet: Sheet) -> list[int]:
    busy = {"education", "projects", "references", "training", "awards", "certificates"}
    found: list[int] = []
    is_beside = False
    for i, line in enumerate(sheet.folded):
        if sheet.headings[i]:
            is_beside = BESIDES.search(line) is not None or _are_skills(sheet, i)
        elif line and sheet.sections[i] not in busy and not is_beside:
            found.append(i)
    return found


def _are_skills(sheet: Sheet, heading: int) -> bool:
    """Tell skills with the years since when they are known from jobs that came to stand below the heading."""
    end = next((i for i in range(heading + 1, len(sheet.folded)) if sheet.headings[i]), len(sheet.folded))
    return sheet.sections[heading] == "skills" and not any(has_post(sheet.shown[i]) for i in range(heading + 1, end))


def _under_other_headings(sheet: Sheet, lines: list[int], entries: list[Entry]) -> tuple[list[int], list[Entry]]:
    """Return jobs that a heading in between (``Programming languages:``) took out of the section about jobs."""
    stray = [i for i in sheet.lines_in("languages", "skills") if lines and i > lines[0]]
    stray = stray if any(has_post(sheet.shown[i]) for i in stray) else []
    found = entries_of(sheet, stray)
    is_taken = any(
        has_post(bare_line(sheet, i)) for one in found for i in (one.line - 1, one.line, one.last + 1) if i in stray
    )
    return (stray, found) if is_taken else (lines, entries)
