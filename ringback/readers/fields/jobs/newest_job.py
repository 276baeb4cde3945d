"""Title and employer of the job that goes on or ended last, by its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.besides import is_free, is_own_account, without_small_towns
from ringback.readers.fields.jobs.courses import is_course_taken, post_over_courses
from ringback.readers.fields.jobs.doubted import chosen_again, is_no_post
from ringback.readers.fields.jobs.doubts import is_course, is_heading_of_years, is_work
from ringback.readers.fields.jobs.entries import latest, latest_first
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.firms import company_over, firm_above, house_told_above
from ringback.readers.fields.jobs.headers import Header, header_of
from ringback.readers.fields.jobs.houses import house_over
from ringback.readers.fields.jobs.houses_in_brackets import house_in_brackets
from ringback.readers.fields.jobs.items import (
    firm_in_items,
    house_told_below,
    post_in_items,
    post_told_above,
    post_told_below,
)
from ringback.readers.fields.jobs.lines import bare_line, first_words, has_post, telling_line
from ringback.readers.fields.jobs.no_houses import is_short_name
from ringback.readers.fields.jobs.no_jobs import (
    is_activity,
    is_degree,
    is_learner,
    is_own_project,
    is_prize,
    is_study,
)
from ringback.readers.fields.jobs.outlines import NO_NAME
from ringback.readers.fields.jobs.posts_in_row import posts_in_row
from ringback.readers.fields.jobs.project_rows import without_projects
from ringback.readers.fields.jobs.remarks import is_remark_in_small
from ringback.readers.fields.jobs.sentences import (
    Halves,
    job_of_sentence,
    job_of_story,
)
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.jobs.undated import job_of_undated
from ringback.readers.fields.jobs.worth import is_membership
from ringback.readers.fields.periods import NOW
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.education_rows import states_degree
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.sheet import Sheet

MAX_COMPARED = 5  # other jobs that show how this person sets a job
MIN_STORY_CHARS = 40
MAX_NAME_WORDS = 4
MIN_CELLS = 2
MIN_SEVERAL = 3
SURE_FIRM, SURE_POST = 0.6, 0.8
MAX_OTHERS = 5
MAX_BELOW = 2
MAX_TRIED = 2  # a total in front of the jobs names none
HAN_NAME = re.compile(
    "[\u4e00-\u9fffA-Za-z·]{2,12}(?<!项目|系统|平台|实训|实习|活动|培训|课程|计划|网站|设计|研究|开发|工具|小组|团队)(?<![赛部会班队期间])"
)
_NUMBER_BEHIND = re.compile(r"(?<=[A-Za-z]{2})\d{1,3}\b")  # Northwind24 is a name
_KINDS_AS_POST = frozenset(
    {"internship", "volunteer", "contractor", "stage", "tirocinio", "estágio", "prácticas", "praktikum", "实习", "實習"}
)
_OF_HOUSE = re.compile("[A-Za-z0-9]{2,10}[\u4e00-\u9fff]{0,6}部门?")  # K7检索部
_PARAGRAPH = re.compile("[\u4e00-\u9fff)）]。(?=.*[\u4e00-\u9fff]).{10}")  # sentences: no header of a job
_SAID = re.compile(r"\W{0,3}(?:I|[Ww]e)(?:['’](?:m|ve|d)| am| was| have| had|) [a-z]+ [\w .,'’()-]{12}")
_AT = re.compile(r"[\s#*•·-]*@")


def job_of_entries(sheet: Sheet, lines: list[int], entries: list[Entry]) -> Halves:
    """Read the header of the latest job; the headers of the others tell where titles stand."""
    if not entries:
        return job_of_undated(sheet, lines)
    section = sheet.sections[entries[0].line]
    jobs = _jobs_among(sheet, lines, entries)
    if not jobs:
        return None, None
    halves = _first_that_tells(sheet, lines, entries, jobs)
    is_named = is_work(halves) or _is_said_at(halves) or _is_one_of_several(halves, jobs)
    if section == TOP and halves[0] is None and not is_named:
        return None, None  # the school and its subject under the name
    if section == TOP and is_course(halves):
        return None, None
    if halves == (None, None) and sheet.sections[lines[0]] == "experience" and not sheet.is_chinese:
        halves = job_of_undated(sheet, lines)  # dates that another column holds
    halves = _of_known_post(sheet, lines, entries, halves)
    return halves if section in {"experience", "education", TOP} or is_work(halves) else (None, None)


def _jobs_among(sheet: Sheet, lines: list[int], entries: list[Entry]) -> list[Entry]:
    """Return the entries that may be jobs: no projects of one's own, prizes, degrees and studies, where others are left."""
    ends = [*(one.line for one in entries[1:]), len(sheet.folded)]
    heads = [sheet.folded[one.line : min(one.last + 2, end)] for one, end in zip(entries, ends, strict=True)]
    jobs = [one for one, head in zip(entries, heads, strict=True) if not any(map(is_own_project, head))] or entries
    jobs = [one for one in jobs if not _is_said_below(sheet, entries, one)] or jobs
    jobs = [one for one in jobs if not is_prize(sheet.folded[one.line]) or has_post(bare_line(sheet, one.line))] or jobs
    jobs = [one for one in jobs if not (sheet.sections[one.line] == TOP and _is_degree_alone(sheet, one))]
    if not jobs:
        return []
    jobs = [
        one for one in jobs if not (is_study(said := first_words(sheet, one.line, one.last)) or is_degree(said))
    ] or jobs
    return without_projects(sheet, lines, entries, _without_courses(sheet, lines, entries, jobs))


def _is_said_below(sheet: Sheet, entries: list[Entry], entry: Entry) -> bool:
    """Tell a sentence of somebody right below the dates of a job: ``I'm deployed to the gates from May 2024``."""
    if sheet.is_chinese or not _SAID.match(sheet.folded[entry.line]):
        return False
    return any(0 < entry.line - one.last <= MAX_BELOW for one in entries if not _SAID.match(sheet.folded[one.line]))


def _first_that_tells(sheet: Sheet, lines: list[int], entries: list[Entry], jobs: list[Entry]) -> Halves:
    """Return the halves of the job that goes on or ended last, or of the next where it names none: a total does not."""
    newest = house_over(sheet, jobs, latest(jobs))
    halves: Halves = (None, None)
    unsure: Halves = (None, None)
    for entry in [newest, *(one for one in latest_first(jobs) if one is not newest)][:MAX_TRIED]:
        halves = _told_of(sheet, lines, entries, entry)
        if unsure != (None, None) and None in halves:
            halves = unsure
        if halves == (None, None) and not _goes_on_named(sheet, lines, entries, entry):
            continue
        if halves == (None, None) and (others := [one for one in jobs if one is not newest and one.period.end == NOW]):
            return next((told for one in others if (told := _told_of(sheet, lines, entries, one)) != halves), halves)
        if halves == (None, None) or unsure != (None, None) or not is_heading_of_years(halves, jobs):
            break
        unsure = halves
    return halves


def _told_of(sheet: Sheet, lines: list[int], entries: list[Entry], entry: Entry) -> Halves:
    """Read a job that a sentence tells, or its header; neither of what was done among students."""
    line = telling_line(sheet, entry.line, entry.last)
    if is_activity(line) or (sheet.is_chinese and is_study(line)):
        return None, None
    if row := posts_in_row(sheet.shown[entry.line]):
        return row[1]
    told = post_over_courses(sheet, entry)
    told = told or (job_of_story([line]) if len(line) > MIN_STORY_CHARS else None) or job_of_sentence(line)
    is_paragraph = sheet.sections[entry.line] == TOP and _PARAGRAPH.search(line) is not None
    return told or ((None, None) if is_paragraph else _job_of_entry(sheet, lines, entries, entry))


def _goes_on_named(sheet: Sheet, lines: list[int], entries: list[Entry], entry: Entry) -> bool:
    """Tell a job that goes on, named in words that give neither post nor house away: what ended before is not held today."""
    if entry.period.end < NOW or sheet.is_chinese or sheet.sections[entry.line] != "experience":
        return False
    return any(atom.role != "aside" for atom in header_of(sheet, lines, entries, entry).atoms)


def _of_known_post(sheet: Sheet, lines: list[int], entries: list[Entry], halves: Halves) -> Halves:
    """Return the latest job with a known post at a known house, or one that goes on, where no word of this one tells a job.

    Who has a post today that no word gives away holds none that is over.
    """
    if halves[0] and not sheet.is_chinese and is_learner(halves[0].value):
        return _beside_learning(sheet, lines, entries) or halves
    if not sheet.is_chinese and is_free(halves):
        return _beside_own_work(sheet, lines, entries) or halves
    if sheet.is_chinese or not _is_doubtful(sheet, halves):
        return halves
    goes_on = latest(entries).period.end == NOW
    for entry in latest_first(entries)[:MAX_OTHERS]:
        title, firm = halves_of_entry(sheet, lines, entries, entry)
        if title and firm and (title, firm) != halves and title_score(title.value) >= SURE_POST:
            is_known = employer_score(firm.value) >= SURE_FIRM or school_in(fold(firm.value), firm.value) is not None
            if (is_known and not goes_on) or entry.period.end == NOW:
                return title, firm
    return halves


def _beside_learning(sheet: Sheet, lines: list[int], entries: list[Entry]) -> Halves | None:
    """Return the latest job with a known post that is more than learning: ``Web Developer Student``, ``Baker, Larch Lots``."""
    for entry in latest_first(entries)[:MAX_OTHERS]:
        title, firm = halves_of_entry(sheet, lines, entries, entry)
        if title and firm and title_score(title.value) >= SURE_POST and not is_learner(title.value):
            return title, firm
    return None


def _beside_own_work(sheet: Sheet, lines: list[int], entries: list[Entry]) -> Halves | None:
    """Return the job at a house that goes on beside work on one's own account: ``Freelance Writer``, ``Editor, Larch Press``."""
    for entry in latest_first(entries)[:MAX_OTHERS]:
        if entry.period.end < NOW:
            return None
        title, firm = halves_of_entry(sheet, lines, entries, entry)
        if title and firm and title_score(title.value) >= SURE_POST and not is_free((title, firm)):
            return title, firm
    return None


def _is_doubtful(sheet: Sheet, halves: Halves) -> bool:
    """Tell a post that no word gives away beside a house of which the same is true: ``Xplain Framework``, ``Data Analysis``."""
    title, firm = halves
    if title is None or title_score(title.value) > 0 or is_work_field(title.value):
        return False
    if firm and title.how == firm.how == "rule":
        return False  # where all other jobs have theirs
    is_known = firm and (employer_score(firm.value) >= SURE_FIRM or school_in(fold(firm.value), firm.value))
    return not is_known or is_no_post(sheet, title)


def _is_one_of_several(halves: Halves, jobs: list[Entry]) -> bool:
    """Tell the name beside the dates of one of several jobs, where no heading stands over them; a school is none."""
    house = halves[1]
    return (
        house is not None
        and is_latin(house.value)
        and len(jobs) > MIN_SEVERAL
        and school_in(fold(house.value), house.value) is None
        and not is_work_field(house.value)
    )


def _is_said_at(halves: Halves) -> bool:
    """Tell the house that its own line says somebody was at: ``@Northwind (2015 ~ 2016)``."""
    house = halves[1]
    return house is not None and _AT.match(house.evidence) is not None and not school_in(fold(house.value), house.value)


def _without_courses(sheet: Sheet, lines: list[int], entries: list[Entry], jobs: list[Entry]) -> list[Entry]:
    """Leave out the courses that a Chinese resume tells among its jobs, where others are left."""
    if not sheet.is_chinese or len(jobs) == 1:
        return jobs
    return [one for one in jobs if not is_course_taken(header_of(sheet, lines, entries, one))] or jobs


def _is_degree_alone(sheet: Sheet, entry: Entry) -> bool:
    """Tell studies among the lines without a heading: ``BSc Tidal Thinking 2018 - Current``."""
    return states_degree(sheet.folded[entry.line]) and not has_post(bare_line(sheet, entry.line))


def _job_of_entry(sheet: Sheet, lines: list[int], entries: list[Entry], entry: Entry) -> Halves:
    """Read the header of an entry; an office among students is no job: 附中学生会寒训（总召）."""
    title, firm = halves_of_entry(sheet, lines, entries, entry)
    return (None, None) if sheet.is_chinese and firm and is_activity(fold(firm.value)) else (title, firm)


def post_at(sheet: Sheet, lines: list[int], entries: list[Entry], firm: Found[str] | None) -> Found[str] | None:
    """Return the post of a job that an overview names by its firm only, where it is told at length further down."""
    told = [
        one
        for one in entries
        if firm and fold(firm.value) in sheet.folded[one.line] and has_post(bare_line(sheet, one.line))
    ]
    return halves_of_entry(sheet, lines, entries, latest(told))[0] if told else None


def halves_of_entry(sheet: Sheet, lines: list[int], entries: list[Entry], entry: Entry) -> Halves:
    """Read the header of an entry, and the lines around it for a half that the header leaves open."""
    compared = {id(one): one for one in (entry, *entries[:MAX_COMPARED])}
    headers = {key: header_of(sheet, lines, entries, one) for key, one in compared.items()}
    header = headers.pop(id(entry))
    halves = chosen_again(sheet, header, [other.atoms for other in headers.values()], sheet.shown[entry.line])
    is_unknown = halves[0] is not None and halves[1] is None and not title_score(halves[0].value)
    is_unknown = is_unknown and (halves[0] is None or halves[0].how != "rule")
    is_unknown = is_unknown and any(
        employer_score(atom.text) >= SURE_FIRM for one in headers.values() for atom in one.atoms
    )
    if (halves == (None, None) or is_unknown) and (name := _only_name(sheet, header, entry, list(headers.values()))):
        halves = None, name
    if (own := _on_own_account(sheet, header, entry)) and not (halves[0] and title_score(halves[0].value) == 1.0):
        return None, own
    title, firm = halves
    firm = house_in_brackets(sheet, entry) or firm
    end = next((one.line for one in entries if one.line > entry.line), len(sheet.shown))
    title = title or post_in_items(sheet, entry, end) or post_told_below(sheet, entry, end)
    title = title or (_kind_as_post(sheet, header, entry) if firm else None)
    title = title or (post_told_above(sheet, entry.line + min(0, *header.lines) - 1, entry) if firm else None)
    firm = firm or firm_in_items(sheet, entry, end) or (house_told_below(sheet, entry, end) if title else None)
    firm = firm or (
        _lone_name_below(sheet, header, entry) or _named_department(sheet, header, entry) if title else None
    )
    if title is None:
        return title, firm or company_over(sheet, entry)
    if firm and employer_score(firm.value) < 1.0 and (house := house_told_above(sheet, entries, entry)):
        return title, house
    return title, firm or firm_above(sheet, lines, entries, entry)


def _kind_as_post(sheet: Sheet, header: Header, entry: Entry) -> Found[str] | None:
    """Return the kind of a job that stands for a post, where nothing in its header is one.

    ``Internship – Tide Research``; 晨光电子 / 华南拓展部，实习.
    """
    own = [atom for atom in header.atoms if atom.gap == ("comma" if sheet.is_chinese else "line")]
    kinds = [atom.text for atom in own if atom.text.lower() in _KINDS_AS_POST]
    return Found(kinds[0], "layout", 0.5, sheet.shown[entry.line]) if kinds else None


def _named_department(sheet: Sheet, header: Header, entry: Entry) -> Found[str] | None:
    """Return the department that its house gave its name, where a post has no other house: ``K7检索部 2019.06 ~ 至今``."""
    named = (atom.text for atom in header.atoms if atom.row <= 0 and _OF_HOUSE.fullmatch(atom.text))
    return next((Found(name, "layout", 0.5, sheet.shown[entry.line]) for name in named), None)


def _on_own_account(sheet: Sheet, header: Header, entry: Entry) -> Found[str] | None:
    """Return the words for working on one's own account where they stand alone beside or over the dates: 自由接案."""
    named = [atom.text for atom in header.atoms if atom.row <= 0]
    is_own = len(named) == 1 and is_own_account(named[0])
    return Found(named[0], "layout", 0.5, sheet.shown[entry.line]) if is_own else None


def _lone_name_below(sheet: Sheet, header: Header, entry: Entry) -> Found[str] | None:
    """Return the one name in the row of cells under the post: ``晨光数字 | 平台团队 | 教育行业``."""
    row = [atom for atom in header.atoms if atom.row == 1]
    named = [atom for atom in row if atom.role != "aside"]
    if len(named) != 1 or len(row) < MIN_CELLS or named[0] is not row[0] or not HAN_NAME.fullmatch(named[0].text):
        return None
    return None if title_score(named[0].text) else Found(named[0].text, "layout", 0.5, sheet.shown[entry.line + 1])


def _only_name(sheet: Sheet, header: Header, entry: Entry, others: list[Header]) -> Found[str] | None:
    """Return the one name that stands beside dates in a section about jobs: a firm that no word gives away.

    Who writes none of his names large has firms in small letters too.
    """
    own = without_small_towns(header.atoms)
    named = [
        atom
        for n, atom in enumerate(own)
        if atom.role != "aside" and not is_town(atom.text) and not (is_remark_in_small(own, n) or is_short_name(own, n))
    ]
    under = _under_years(named, entry, others)
    named = [atom for atom in named if atom.row == 0] or _over_dates(named, others) or under or named
    section = sheet.sections[entry.line]
    is_of_jobs = section == "experience" or (section == TOP and len(others) >= MIN_SEVERAL and not sheet.is_chinese)
    if not is_of_jobs or len(named) != 1 or (entry.period.end <= entry.period.start and not under):
        return None
    name = named[0].text
    is_name_form = name[0].isupper() or _are_small(header, others)
    is_latin_name = is_latin(name) and is_name_form and len(name.split()) <= MAX_NAME_WORDS
    is_name = is_latin_name or HAN_NAME.fullmatch(name) is not None
    if not is_name or is_membership(name) or title_score(name) or NO_NAME.search(_NUMBER_BEHIND.sub("", name)):
        return None
    return Found(name, "layout", 0.5, sheet.shown[entry.line])


def _over_dates(named: list[Atom], others: list[Header]) -> list[Atom]:
    """Return the one name right over bare dates, where the other jobs have one there and none has a post."""
    over = [atom for atom in named if atom.row == -1]
    alike = [one for one in others if sum(atom.row == -1 and atom.role != "aside" for atom in one.atoms) == 1]
    is_told = any(title_score(atom.text) >= SURE_POST for one in others for atom in one.atoms)
    is_alike = len(alike) > 1 and len(alike) == len(others) and not is_told
    return over if len(over) == 1 and is_alike else []


def _under_years(named: list[Atom], entry: Entry, others: list[Header]) -> list[Atom]:
    """Return the one name right under a bare year, where all jobs are set so and none has a post: ``2022`` / ``Larchwell``."""
    is_year = entry.period.end <= entry.period.start and entry.line == entry.last
    under = [atom for atom in named if atom.row == 1 and atom.gap == "line"]
    rows = [[atom for atom in one.atoms if atom.role != "aside"] for one in others]
    is_alike = bool(rows) and all(len(row) == 1 and row[0].row == 1 and not title_score(row[0].text) for row in rows)
    return under if is_year and is_alike and len(under) == len(named) == 1 else []


def _are_small(header: Header, others: list[Header]) -> bool:
    """Tell jobs that are a name in small letters each, under bare dates: ``2016 - 2021`` / ``larch diner``."""
    return bool(others) and all(
        len(one.atoms) == 1 and one.atoms[0].row != 0 and one.atoms[0].text.islower() for one in (header, *others)
    )
