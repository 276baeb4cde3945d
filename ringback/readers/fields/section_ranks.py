"""What the print tells about headings: of a lower rank than the entries they part one; alike the known ones they are headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.headings import SIGNS
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.names.menus import end_of_menu
from ringback.readers.fields.names.shapes import agrees_with_email, latin_score
from ringback.readers.fields.periods import period_in, without_periods
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in

N_OF_NAME, NEAR_DATES = 2, 3
MIN_ALIKE = 3  # known headings in one size that tell how headings are set here
MIN_PAIR = 2  # as many tell it of lines in a size that nothing else on the page has
SAME_SIZE = 0.02
LOWER_RANK = 0.9  # of the print above
NEAR_HEADING = 4  # lines of the first entry below it
MIN_MENU = 2  # headings in a row with nothing under them
MENU_LINES, NEAR_MENU = 12, 4
NAME_LINES = 2  # among the first stands the name, below the title of the page
MAX_HEADING_WORDS, MAX_HEADING_CHARS = 6, 50
_REACHED = re.compile(r"@|\(\d{3}\) ?\d{3}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b[A-Z]{2},? \d{5}\b")
_LOCAL, SURE_NAME = re.compile(r"([\w.+-]{3,64})@"), 0.8
_PARTS = frozenset({"other", "summary", "skills", "awards"})  # 其他, 技术: what a job may be parted into


_EXHIBITS = re.compile(r"\bexhibit(?:ion|ed)|\b(?:solo|group) shows?\b", re.IGNORECASE)
_RESIDENCIES = re.compile(
    r"\W*(?:(?:selected|artists?['’]?|artistic|art) )*(?:residenc(?:y|ies)|artist[- ]in[- ]residence)"
    r"(?: ?(?:&|and|/|,) ?(?:fellowships?|grants?|awards?|prizes|workshops|symposia|commissions))?\W*",
    re.IGNORECASE,
)
_OF_STUDIES = re.compile(
    "(?:教育|学历|学业|求学|受教育)(?:背景|经历|经验|情况|程度)?|education(?:al background)?", re.IGNORECASE
)
_POST_TOO = re.compile(  # of one person, where headings are said of many things: Internships, Research Experience
    r"(?:(?!work|skills|past|other)[a-z&.-]+ ){0,2}"
    r"(?:volunteer|intern(?:ship)?|freelancer?|researcher|research|consulting|consultant|assistantship|apprentice(?:ship)?|trainee(?:ship)?"
    r"|fellow(?:ship)?|postdoc|teaching)",
    re.IGNORECASE,
)
_SORTS = re.compile(  # of jobs
    r"(?:(?:in )?(?:research|teaching|academi[ac]|industr(?:y|ial)|clinical|administrative|consulting|government)"
    r"(?: ?(?:&|and|/) ?)?){1,2}"
    r"(?: (?:experience|work|positions?|appointments?|jobs?|employment))?",
    re.IGNORECASE,
)
_BETWEEN_HALVES = re.compile(r"\t|,? [|–—-] |, ")
_OF_WORKS = re.compile(r"\W*(?:selected|featured|notable|sample|some) works?\W*", re.IGNORECASE)
_OF_JOBS = re.compile(r"\W*(?:(?:professional|work) )?(?:experience|employment|history)\W*", re.IGNORECASE)
_OF_WORK = frozenset({"experience", "projects", "other"})
_OF_ENTRIES = frozenset({"experience", "education"})
_QUALIFIED = re.compile(  # Undergraduate Research is no house
    r"(?:academic|additional|campus|church|client|club|college|community|consulting|continuing|current|early|field|freelance|further"
    r"|graduate|independent|leadership|musical|online|open|other|past|personal|postgraduate|previous|professional|recent|related"
    r"|relevant|research|school|selected|sports|student|summer|teaching|technical|undergraduate|university|volunteer(?:ing)?"
    r"|youth)\b",
    re.IGNORECASE,
)


def part_selected_work(sections: list[str], headings: list[bool], folded: Sequence[str]) -> None:
    """Tell the works that somebody shows from the jobs, which have a heading of their own: ``Selected work``, ``Experience``."""
    own = [i for i, line in enumerate(folded) if headings[i] and _OF_JOBS.fullmatch(line)]
    for number in range(len(sections)) if own else ():
        if headings[number] and sections[number] == "experience" and _OF_WORKS.fullmatch(folded[number]):
            end = next((i for i in range(number + 1, len(sections)) if headings[i]), len(sections))
            sections[number:end] = ["projects"] * (end - number)


def return_to_jobs(sections: list[str], headings: list[bool], folded: Sequence[str], sizes: Sequence[float]) -> None:
    """Give what bears the word of a section back to the jobs: a post by its dates, a house where another job is set so.

    ``Experience``, below it in smaller print ``Larch Training`` and ``Fern Bank``, each right over a post and its dates.
    ``Treville | 2019 - 2021``, below it ``Volunteer``; ``Experience``, right below it ``Internship`` over ``Treville, 2019``.
    So are studies set as the others: ``2022 - 2008`` / ``Training``.
    """
    opened = -1
    for number in range(len(sections)):
        if not headings[number]:
            continue
        is_lower = opened >= 0 and 0 < sizes[number] < sizes[opened] * LOWER_RANK
        is_first = opened >= 0 and number == opened + 1 and sizes[number] <= sizes[opened]
        is_first = is_first and sections[opened] == "experience" and _is_post(sections, folded, number)
        if (is_first and _is_over_dates(headings, folded, number)) or (
            is_lower and _is_entry(sections, headings, folded, sizes, opened, number)
        ):
            end = next((i for i in range(number + 1, len(sections)) if headings[i]), len(sections))
            sections[number:end] = [sections[opened]] * (end - number)
            headings[number] = False
        elif not is_lower or sections[number] != sections[opened]:
            opened = number if sections[number] in _OF_ENTRIES else -1


def _is_entry(
    sections: Sequence[str],
    headings: Sequence[bool],
    folded: Sequence[str],
    sizes: Sequence[float],
    opened: int,
    number: int,
) -> bool:
    is_post = sections[opened] == "experience" and _is_post(sections, folded, number)
    if is_post and (_is_dated_without_post(folded[number - 1]) or _is_over_dates(headings, folded, number)):
        return True
    if sections[opened] == "experience" and _is_house_among(headings, folded, sizes, opened, number):
        return True
    return _is_period_alone(folded[number - 1]) and any(
        not headings[i]
        and abs(sizes[i] - sizes[number]) <= SAME_SIZE * sizes[number]
        and _is_period_alone(folded[i - 1])
        for i in _under(headings, sizes, opened)
    )


def _under(headings: Sequence[bool], sizes: Sequence[float], opened: int) -> range:
    """Return the lines under a heading, down to the next one of its rank."""
    lines = range(opened + 1, len(sizes))
    return range(opened + 1, next((i for i in lines if headings[i] and sizes[i] >= sizes[opened]), len(sizes)))


def _is_post(sections: Sequence[str], folded: Sequence[str], number: int) -> bool:
    """Tell a post that heads sections as well."""
    return sections[number] in _OF_WORK and _POST_TOO.fullmatch(folded[number].strip()) is not None


def _is_over_dates(headings: Sequence[bool], folded: Sequence[str], number: int) -> bool:
    """Tell a line over the house and the dates of a job that name no post."""
    for i in range(number + 1, min(number + NEAR_DATES, len(folded))):
        if headings[i] or _names_post(folded[i]):
            return False
        if period_in(folded[i]):
            return i + 1 == len(folded) or not _names_post(folded[i + 1])
    return False


def _is_dated_without_post(line: str) -> bool:
    return period_in(line) is not None and not _names_post(line)


def _names_post(line: str) -> bool:
    return any(title_score(part) == 1.0 for part in _BETWEEN_HALVES.split(without_periods(line, line)))


def _is_house_among(
    headings: Sequence[bool], folded: Sequence[str], sizes: Sequence[float], opened: int, number: int
) -> bool:
    """Tell a heading of several words, none that everybody uses, that opens a job as other lines of its print do."""
    line = folded[number].strip()
    if len(line.split()) < N_OF_NAME or _QUALIFIED.match(line) or SIGNS.sub("", line).lower() in section_table():
        return False
    return _opens_job(folded, sizes, number) and any(
        not headings[i] and abs(sizes[i] - sizes[number]) <= SAME_SIZE * sizes[number] and _opens_job(folded, sizes, i)
        for i in _under(headings, sizes, opened)
    )


def _opens_job(folded: Sequence[str], sizes: Sequence[float], number: int) -> bool:
    """Tell a line that stands in larger print right over others that give dates."""
    below = range(number + 1, min(number + 1 + NEAR_DATES, len(folded)))
    return any(period_in(folded[i]) for i in takewhile(lambda i: sizes[i] < sizes[number], below))


def keep_under_entries(
    sections: list[str], headings: list[bool], folded: Sequence[str], sizes: Sequence[float]
) -> None:
    """Give lines back to the section about jobs that a heading inside a job took away.

    ``## 工作经历``, ``### 青禾科技``, ``#### 其他``: the last is smaller than the line that names the firm, which is smaller than
    the heading of the section. Right below that heading the place of work may sound like studies: Employment / Academia, but
    a section that says so is one: 经历 / 教育背景. What sorts the jobs goes on heading them: Experience / Research, Teaching.
    """
    if not any(sizes):
        return  # nothing is set larger
    opened = entry = sort = 0.0
    is_kept = False
    for number, kind in enumerate(sections):
        if headings[number]:
            is_below = bool(number) and headings[number - 1] and 0 < sizes[number] < opened * LOWER_RANK
            is_place = is_below and kind == "education" and not _OF_STUDIES.fullmatch(folded[number].strip(" :"))
            is_sort = (
                (is_below or 0 < sort == sizes[number])
                and kind != "education"
                and _SORTS.fullmatch(folded[number].strip(" :")) is not None
            )
            if is_sort:
                sort, is_kept, sections[number] = sizes[number], True, "experience"
                continue
            sort = 0.0 if sizes[number] >= opened else sort
            is_part = (kind in _PARTS and 0 < sizes[number] < entry < opened) or is_place
            if not is_part:
                opened, entry = (sizes[number], 0.0) if kind == "experience" else (0.0, 0.0)
            headings[number] = not is_part
            is_kept = is_part
        elif opened and 0 < sizes[number] < opened:
            entry = max(entry, sizes[number])
        if is_kept:
            sections[number] = "experience"


def show_residencies(sections: list[str], headings: list[bool], folded: Sequence[str]) -> None:
    """Take the residencies of who exhibits for works: ``Residencies`` heads the posts of doctors, and the stays of artists."""
    if not any(is_heading and _EXHIBITS.search(folded[i]) for i, is_heading in enumerate(headings)):
        return
    is_shown = False
    for number, line in enumerate(folded):
        is_stay = _RESIDENCIES.fullmatch(line) is not None
        is_shown = is_stay or (is_shown and not headings[number])
        headings[number] = headings[number] or is_stay
        sections[number] = "projects" if is_shown else sections[number]


def open_below_menu(
    sections: list[str], headings: list[bool], folded: Sequence[str], stands_out: Sequence[bool]
) -> None:
    """Let the resume begin below a menu or a carousel, whose words read like headings that have nothing under them.

    Each of them comes again as a heading further down, and the person is reached below; or he is reached at once. Three or
    more that come again word for word are links to them, whoever stands below.
    """
    large = next((i for i, is_heading in enumerate(headings) if is_heading and stands_out[i]), len(headings))
    if (end := end_of_menu(folded[:large])) and any(headings[:end]):
        until = next((i for i in range(end, len(headings)) if headings[i]), len(headings))
        for number in range(until if until - end <= MENU_LINES else 0):
            sections[number], headings[number] = TOP, False
        return
    first = headings.index(True) if True in headings[:MENU_LINES] else MENU_LINES
    last = first
    while last < len(headings) and headings[last]:
        last += 1
    if last - first < MIN_MENU:
        return
    end = next((i for i in range(last, len(headings)) if headings[i]), len(headings))
    again = {sections[i] for i in range(end, len(headings)) if headings[i]}
    words = {line for line, is_heading in zip(folded[end:], headings[end:], strict=True) if is_heading}
    are_links = last - first >= MIN_ALIKE and words.issuperset(folded[first:last]) and end - last <= MENU_LINES
    at = next((i for i in range(last, min(end, last + MENU_LINES)) if _REACHED.search(folded[i])), end)
    is_again = again.issuperset(sections[first:last]) or len(again.intersection(sections[first:last])) >= MIN_ALIKE
    if not are_links and (at == end or (at > last + NEAR_MENU and not is_again)):
        return
    for number in range(first, end):
        sections[number], headings[number] = TOP, False


def close_at_unknown(
    sections: list[str], headings: list[bool], folded: Sequence[str], sizes: Sequence[float], stands_out: Sequence[bool]
) -> None:
    """Let a line open a section of its own that is set like the known headings, and that no list knows: ``Ongoing work``.

    Entries may be set as large as headings; then they are as many, and name posts, firms, schools or dates, or stand over dates.
    """
    rows = zip(sizes, headings, stands_out, strict=True)
    known = Counter(round(size, 1) for size, is_heading, is_large in rows if is_heading and is_large)
    size, n_alike = known.most_common(1)[0] if known else (0.0, 0)
    if n_alike < MIN_PAIR or not size:  # a format that tells no size tells nothing of ranks
        return
    first = headings.index(True)
    said = " ".join(folded[:first]).lower()
    alike = [
        i
        for i in range(max(first + 1, NAME_LINES), len(folded))
        if not headings[i] and abs(sizes[i] - size) <= SAME_SIZE * size and folded[i].lower() not in said
    ]
    if alike and _is_name_below_side_bar(folded, alike[0]):
        alike = alike[1:]
    entries = {_opened_by(headings, i) for i in alike if headings[i - 1] and sections[i - 1] in _OF_ENTRIES}
    alike = [i for i in alike if _opened_by(headings, i) not in entries]  # a heading right below a heading is an entry
    are_dated = len(alike) > 1 and all(_is_period_alone(line) for i in alike for line in folded[i + 1 : i + 2])
    if n_alike < MIN_ALIKE and not all(_stands_out(headings, sizes, i) for i in alike):
        return
    if len(alike) > n_alike or are_dated or not all(_may_be_heading(folded[i]) for i in alike):
        return
    for number in alike:
        headings[number] = True
    for number in alike:
        end = next((i for i in range(number + 1, len(sections)) if headings[i]), len(sections))
        sections[number:end] = [_kind_by_content(sections, folded[number + 1 : end])] * (end - number)


def _stands_out(headings: Sequence[bool], sizes: Sequence[float], number: int) -> bool:
    """Tell a line in larger print than those around it; right below a heading only the next one tells."""
    below = sizes[min(number + 1, len(sizes) - 1)]
    return sizes[number] > below and (headings[number - 1] or sizes[number] > sizes[number - 1])


def _kind_by_content(sections: Sequence[str], folded: Sequence[str]) -> str:
    """Return what a heading that no list knows opens: studies by a degree and a school below it, where nothing else does."""
    near = folded[:NEAR_HEADING]
    is_studied = any(map(degrees_in, near)) and any(school_in(line, line) for line in near)
    return "education" if is_studied and "education" not in sections else "other"


def _opened_by(headings: Sequence[bool], number: int) -> int:
    """Return the line of the known heading above a line."""
    return next((i for i in range(number - 1, -1, -1) if headings[i]), 0)


def _is_name_below_side_bar(folded: Sequence[str], number: int) -> bool:
    """Tell the candidate's name, set as large as the headings, by the address above it."""
    locals_ = [local for line in folded[:number] for local in _LOCAL.findall(line)]
    line = folded[number]
    return any(agrees_with_email(line, local) for local in locals_) and latin_score(line) >= SURE_NAME


def _is_period_alone(line: str) -> bool:
    return any(map(str.isdigit, line)) and not any(map(str.isalnum, without_periods(line, line)))


def _may_be_heading(line: str) -> bool:
    if len(line) > MAX_HEADING_CHARS or len(line.split()) > MAX_HEADING_WORDS or any(map(str.isdigit, line)):
        return False
    return (
        not (title_score(line) or employer_score(line) or degrees_in(line) or school_in(line, line))
        and "\t" not in line
    )
