"""Title and employer behind labels: 目前公司：…, Position: …, in the form of the present job or inside the blocks of a list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.asides import is_aside, tells_work
from ringback.readers.fields.jobs.atoms import atoms_of, bare_value
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.choice import choose
from ringback.readers.fields.jobs.entries import latest
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.lines import LINK, bare_line, has_post
from ringback.readers.fields.jobs.no_jobs import is_activity
from ringback.readers.fields.jobs.prose import is_word_of_prose
from ringback.readers.fields.jobs.sentences import Halves, firm_of_today
from ringback.readers.fields.jobs.side_by_side import of_newest_column
from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import SINCE, range_in, without_periods
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.wish_sentences import is_post_of_beginner
from ringback.readers.no_answers import is_without_work
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

MAX_HEADER_CHARS = 110
MIN_SAID = 6  # words
MAX_FORM_LINES = 4
MAX_OVER = 2  # lines from a label to the post of its job
MIN_FIRM, LIKELY_FIRM = 0.7, 0.5
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|先生|女士|小姐)\.?", re.IGNORECASE)
_PLACE_BEHIND = re.compile(r"^(.{3,}?),\s+([^,]{3,24})$")
_DEPARTMENT_BEHIND = re.compile(r"([^-–—|/·]{2,30}?)\s*[-–—|/·]\s*(\S{2,12})")
_SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)  # of the house, which has a name elsewhere
_POST_BEHIND = re.compile("([\u4e00-\u9fff][^,，、]{2,30})[,，]\\s?([^,，、\\s]{2,14})")
_OF_TODAY = re.compile("(?:任职|就职|在职|供职|所在|现任职?)(?:单位|公司|企业|机构)")
_OF_SERVICE = re.compile(r"(?:审稿|评审)(?:人|专家|员)\W*$")  # who reads for a journal holds no post there
_CLIENT = re.compile(r"(?:end )?clients?", re.IGNORECASE)
_ADDRESS = re.compile(r",\s(?!(?:Inc|Ltd|LLC|Co|Corp|S\.)\b)")
_AT_FIRM = re.compile(r"\w\s+(?:at|@)\s+[A-Z\u4e00-\u9fff]")


SURE_POST = 0.8
_WORK_BEHIND = re.compile(
    r"(?P<post>[^\W\d_][^.;。；]*[^\W\d_]{3}|[\u4e00-\u9fff]{2,12})(?:[.;] (?=[A-Z][a-z])|[。；])\s*\S"
)


def labelled_half(sheet: Sheet, field: str) -> Found[str] | None:
    """Return the present title or employer behind a label of its own (目前公司, Current title)."""
    for label in sheet.labelled(field):
        if sheet.sections[label.line] == "projects" and sheet.lines_in("experience"):
            continue  # 所在公司 of a project: for whom it was
        value = bare_value(label.value)
        if not any(map(str.isalpha, plain := without_periods(value, fold(value)))):
            continue  # Current Position<tab>2022 – ongoing
        if field == "current_employer" and plain != value:
            value = bare_value(plain)  # 任职公司：青禾科技，2021.04 至今
        if field == "current_title" and re.search(r"\s[-–—@]\s|\sat\s|\d{4}|,\s", value):
            plain = without_periods(value, fold(value))
            halves = choose({0: plain}, atoms_of(plain, row=0), far_rows={})
            value = halves.title if halves.title and halves.employer else value
        if field == "current_title" and (post := _post_behind_house(value)):
            value = post
        if field == "current_title" and title_score(first := re.split("[,，;；]", value)[0].strip()) == 1.0:
            value = first  # 博士后研究员，海洋实验室，青禾大学
        if 1 < len(value) <= MAX_HEADER_CHARS and not (
            is_placeholder(value) or is_without_work(value) or _HONORIFIC.fullmatch(value) or _SITE.fullmatch(value)
        ):
            return Found(value, "label", 0.95, f"{label.label}: {label.value}")
    return None


def _post_behind_house(value: str) -> str | None:
    """Return the post that a form asks for together with its house: 青禾电子有限公司客服经理."""
    if is_latin(value):
        return None
    halves = choose({0: value}, atoms_of(value, row=0), far_rows={})
    is_sure = halves.title is not None and halves.employer is not None and employer_score(halves.employer) >= 1.0
    return halves.title if is_sure and value.endswith(halves.title or "") else None


def halves_of_label(told: Found[str]) -> Halves | None:
    """Return post and house of a Chinese label that names both in one: 现职：青禾大学护理系助理教授; None for a post alone."""
    value = told.value
    halves = choose({0: value}, atoms_of(value, row=0), far_rows={}) if not is_latin(value) else None
    if not halves or not halves.title or not halves.employer:
        return None
    is_sure = title_score(halves.title) == 1.0 and employer_score(halves.employer) >= LIKELY_FIRM
    return (replace(told, value=halves.title), replace(told, value=halves.employer)) if is_sure else None


def employer_under_title(sheet: Sheet) -> Found[str] | None:
    """Return the firm that a summary of a board labels right below the last post: 最近工作职位：会计 / 公司：青禾软件.

    It may stand behind the post too: ``Current employment: Bursar, Fern College``.
    """
    for label in sheet.labelled("current_title"):
        plain = without_periods(label.value, fold(label.value))
        halves = choose({0: plain}, atoms_of(plain, row=0), far_rows={}) if ", " in plain else None
        if halves and halves.title and halves.employer and halves.is_known:
            return Found(halves.employer, "label", 0.9, f"{label.label}: {label.value}")
    lines = {label.line for label in sheet.labelled("current_title") if sheet.sections[label.line] in {TOP, "basic"}}
    for label in sheet.labelled("employer"):
        value = bare_value(label.value)
        if label.line - 1 in lines and 1 < len(value) <= MAX_HEADER_CHARS and not is_placeholder(value):
            return Found(value, "label", 0.9, f"{label.label}: {label.value}")
    return None


def firm_of_profile(sheet: Sheet) -> Found[str] | None:
    """Return the house among the facts about somebody, where no job is told with dates: 任职单位 : 青禾银行."""
    for label in sheet.labelled("employer"):
        is_fact = sheet.sections[label.line] in {TOP, "basic", "summary"} and _OF_TODAY.match(label.label)
        value = bare_value(_undated(label.value))
        if is_fact and 1 < len(value) <= MAX_HEADER_CHARS and employer_score(value) > 0 and not is_placeholder(value):
            return Found(value, "label", 0.85, f"{label.label}: {label.value}")
    return None


def job_of_labels(sheet: Sheet, lines: list[int], entries: list[Entry]) -> tuple[Found[str] | None, Found[str] | None]:
    """Read 公司名称：… 职位：… inside the first block of a form."""
    within = _lines_of_form(sheet, lines) or _lines_of_latest(sheet, lines, entries)
    names_firm = cache(lambda: _names_firm(sheet, entries))  # it goes over the page: not for each label
    found: dict[str, Label] = {}
    of_duties = _of_duties(sheet, within)
    for label in sheet.labelled("employer", "title"):
        if is_table_head(sheet.folded[label.line]) or (
            label.is_below and (range_in(sheet.folded[label.line]) or is_table_head(sheet.folded[label.line - 1]))
        ):
            continue  # a table of jobs: its rows are compared by their dates
        if (
            label.line in within
            and label.field not in found
            and not is_word_of_prose(sheet, label)
            and not is_post_of_beginner(sheet, label)
            and bare_value(label.value)
            and not _HONORIFIC.fullmatch(label.value)
            and not is_placeholder(label.value)
            and not is_activity(sheet.folded[label.line])
            and not (label.field == "title" and (tells_work(label.value) or _OF_SERVICE.search(fold(label.value))))
            and not (label.field == "employer" and _says_what_it_does(label.value))
            and label.label not in of_duties
            and not (_CLIENT.fullmatch(label.label) and names_firm())
            and not _is_in_bracket(sheet, label)
        ):
            found[label.field] = label
    found = {field: of_newest_column(sheet, label) for field, label in found.items()}
    title, employer = found.get("title"), found.get("employer") or _school_served(sheet, within, found.get("title"))
    title, employer = (_without_dates(one) if one else None for one in (title, employer))
    employer = _bare_firm(employer) if employer else None
    title = replace(title, value=_without_work(title.value)) if title else None
    if title and ((employer and title.value == employer.value) or (not employer and _AT_FIRM.search(title.value))):
        return _of_one_label(title)
    if title and not employer and "," in title.value:
        post, house = _of_one_label(title)  # Position: Assistant Professor, Lindau University
        if post and house and title_score(post.value) == 1.0 and employer_score(house.value) >= MIN_FIRM:
            return post, house
    return (
        Found(bare_value(title.value), "label", 0.93, f"{title.label}: {title.value}")
        if title and len(title.value) <= MAX_HEADER_CHARS
        else None,
        Found(bare_value(employer.value), "label", 0.93, f"{employer.label}: {employer.value}")
        if employer and len(employer.value) <= MAX_HEADER_CHARS
        else None,
    )


def _says_what_it_does(value: str) -> bool:
    """Tell what is said of a house from its name: ``Company: Larchum is a builder of small boats for everybody``."""
    words = value.split()
    return len(words) >= MIN_SAID and 2 * sum(word[:1].islower() for word in words) > len(words) + 1


def _of_duties(sheet: Sheet, lines: Collection[int]) -> set[str]:
    """Return what labels are called behind which stands what was done in a job, its post over it: *Role*."""
    return {
        label.label
        for label in sheet.labelled("title")
        if label.line in lines and _says_what_it_does(label.value) and _is_under_post(sheet, label.line)
    }


def _is_under_post(sheet: Sheet, line: int) -> bool:
    """Tell what was done in a job from its post, over it: ``Clerk (2020 - now)`` / ``Larch`` / ``Role: keeping the books of``."""
    over = [i for i in range(max(0, line - MAX_OVER), line) if not sheet.headings[i]]
    return any(range_in(sheet.folded[i]) and has_post(bare_line(sheet, i)) for i in over)


def _is_in_bracket(sheet: Sheet, label: Label) -> bool:
    """Tell what a bracket behind a name says of it: ``Larchwell Digital (Client: QRL)``."""
    before = sheet.shown[label.line].partition(label.value)[0] if not label.is_below and ")" in label.value else ""
    return label.value.count(")") > label.value.count("(") and before[: max(before.rfind("("), 0)].strip() != ""


def _without_dates(label: Label) -> Label | None:
    """Return a label without the dates beside its value; None where it says nothing else."""
    label = replace(label, value=_undated(label.value))
    return label if bare_value(label.value) else None


def _bare_firm(employer: Label) -> Label:
    """Return the firm behind a label without its address, its place and its department."""
    if is_latin(employer.value):
        employer = replace(employer, value=_without_place(employer.value))
    if "address" in employer.label.lower():
        employer = replace(employer, value=_ADDRESS.split(employer.value)[0])
    if (behind := _PLACE_BEHIND.match(employer.value)) and is_town(behind.group(2)):
        employer = replace(employer, value=behind.group(1))
    if (parts := _POST_BEHIND.fullmatch(employer.value)) and title_score(parts.group(2)) == 1.0:
        employer = replace(employer, value=parts.group(1))  # 就职于: 青禾科技，会计
    if (parts := _DEPARTMENT_BEHIND.fullmatch(employer.value)) and is_aside(parts.group(2)):
        employer = replace(employer, value=parts.group(1))  # 青禾游戏 - 运营支持部
    return employer


def _names_firm(sheet: Sheet, entries: list[Entry]) -> bool:
    """Tell whether a sentence or the line of the latest dates names the firm itself: for whom one worked there is another."""
    if firm_of_today(sheet.shown[i] for i in sheet.lines_in(TOP, "summary", "experience")):
        return True
    line = bare_line(sheet, latest(entries).line) if entries else ""
    atoms = atoms_of(line, row=0)
    plain = [atom for atom in atoms if not atom.role and atom.text[0].isupper() and not title_score(atom.text)]
    is_whole = bool(plain) and any(
        title_score(atom.text) == 1.0 for atom in atoms
    )  # Larchwell — Head of Claims — 2021-now
    return is_whole or any(employer_score(atom.text) >= MIN_FIRM for atom in atoms)


def _without_place(value: str) -> str:
    """Take the town and its country off a firm: ``Palisade Agency, Bengaluru, Karnataka, India``."""
    parts = value.split(", ")
    for n in range(1, len(parts)):
        place = place_of(", ".join(parts[n:]))
        if place.is_certain and place.town and is_town(parts[n]) and place.town.startswith(parts[n]):
            return ", ".join(parts[:n])
    return value


def _without_work(value: str) -> str:
    """Leave the post of what a label says of it and of the work: ``Tide Clerk. Reported to the harbour master.``."""
    parted = _WORK_BEHIND.match(value)
    return parted.group("post") if parted and title_score(parted.group("post")) >= SURE_POST else value


def _school_served(sheet: Sheet, within: set[int], title: Label | None) -> Label | None:
    """Return the school that a teacher names beside his post among his jobs: 学校：晨光小学, 职务：语文教师."""
    if title is None or sheet.sections[title.line] != "experience":
        return None
    near = range(title.line - MAX_FORM_LINES, title.line + MAX_FORM_LINES + 1)
    return next((label for label in sheet.labelled("school") if label.line in within and label.line in near), None)


def _of_one_label(label: Label) -> Halves:
    """Read both halves behind one label: 公司/岗位：晨光文具//店长."""
    plain = re.sub(r"/{2,}", "  ", LINK.sub("  ", label.value))
    halves = choose({0: plain}, atoms_of(plain, row=0, columns=[(len(plain), "both")]), far_rows={})
    title, employer = (
        Found(half, "label", 0.85, f"{label.label}: {label.value}") if half else None
        for half in (halves.title, halves.employer)
    )
    return title, employer


def _lines_of_form(sheet: Sheet, lines: list[int]) -> set[int]:
    """Return the lines of the present job that a form asks for before its table of earlier jobs."""
    if not lines or sheet.sections[lines[0]] != "experience":
        return set()
    asked = [
        label
        for label in sheet.labelled("employer", "title")
        if sheet.sections[label.line] in {TOP, "basic"} and not is_table_head(sheet.folded[label.line])
    ]
    employers = [label.line for label in asked if label.field == "employer" and label.line < lines[0]]
    near = {label.line for label in asked if employers and abs(label.line - employers[0]) <= MAX_FORM_LINES}
    return near if len({label.field for label in asked if label.line in near}) > 1 else set()


def _undated(value: str) -> str:
    """Return a value without its dates; of several posts the one that goes on: ``anfangs Sachbearbeiter, seit 2008 Leiter``."""
    since = SINCE.search(fold(value))
    behind = value[since.end() :].strip(" ,;:") if since and since.group("since") else ""
    if behind and since and value[: since.start()].strip() and title_score(behind) == 1.0:
        return behind
    return without_periods(value, fold(value)).strip()


def _lines_of_latest(sheet: Sheet, lines: list[int], entries: list[Entry]) -> set[int]:
    """Return the lines of the job with the latest end where jobs stand oldest first, else all lines."""
    labels = [label for label in sheet.labelled("employer", "title") if label.line in set(lines)]
    if not entries or not labels:
        return set(lines)
    if latest(entries) is entries[0]:
        others = {i for i in lines if len(entries) > 1 and i >= entries[1].line}
        return set(lines) - others if all(label.line in others for label in labels) else set(lines)
    place = entries.index(latest(entries))
    first = min(labels, key=lambda label: label.line)
    opens = sorted(label.line for label in labels if label.label == first.label)
    if len(opens) == len(entries) and opens[place] <= entries[place].line:  # the same label opens each job
        end = opens[place + 1] if place + 1 < len(opens) else lines[-1] + 1
        return {i for i in lines if opens[place] <= i < end}
    if first.line < entries[0].line:  # the dates close an entry
        return {i for i in lines if entries[place - 1].line < i <= entries[place].line}
    end = entries[place + 1].line if place + 1 < len(entries) else lines[-1] + 1
    return {i for i in lines if entries[place].line <= i < end}
