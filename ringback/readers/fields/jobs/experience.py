"""Current title and employer: the block of the latest job, split into its two halves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.asides import is_for_oneself
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.besides import is_own_account, without_small_towns
from ringback.readers.fields.jobs.courses import is_course_taken, post_over_courses
from ringback.readers.fields.jobs.doubts import is_course, is_heading_of_years, is_work
from ringback.readers.fields.jobs.entries import Entry, dated_at_company, entries_of, latest, latest_first
from ringback.readers.fields.jobs.firms import NO_NAME, company_over, firm_above, firm_of_projects, house_told_above
from ringback.readers.fields.jobs.headers import Header, header_of
from ringback.readers.fields.jobs.headlines import called, is_out_of_work
from ringback.readers.fields.jobs.heads import chosen, job_of_head
from ringback.readers.fields.jobs.houses import house_over
from ringback.readers.fields.jobs.items import firm_in_items, post_in_items, post_told_below
from ringback.readers.fields.jobs.job_sections import lines_of_research, where_jobs_stand
from ringback.readers.fields.jobs.labels import (
    employer_under_title,
    firm_of_profile,
    halves_of_label,
    job_of_labels,
    labelled_half,
)
from ringback.readers.fields.jobs.lines import bare_line, first_words, has_post, telling_line
from ringback.readers.fields.jobs.no_jobs import is_activity, is_degree, is_own_project, is_prize, is_study
from ringback.readers.fields.jobs.present import present_office
from ringback.readers.fields.jobs.project_rows import without_projects
from ringback.readers.fields.jobs.seams import (
    without_address,
    without_department,
    without_department_in_front,
    without_founding,
    without_trade,
)
from ringback.readers.fields.jobs.sentences import (
    Halves,
    firm_of_internship,
    firm_of_today,
    job_of_sentence,
    job_of_story,
    job_of_years,
)
from ringback.readers.fields.jobs.titles import employer_score, is_placeholder, title_score
from ringback.readers.fields.jobs.undated import job_of_undated
from ringback.readers.fields.periods import NOW
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.education_rows import states_degree
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_as_jobs import schools_as_jobs
from ringback.readers.fields.studies.studies_beside_jobs import studies_beside_jobs
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_COMPARED = 5  # other jobs that show how this person sets a job
MIN_STORY_CHARS = 40
MAX_NAME_WORDS = 4
MIN_CELLS = 2
SURE_FIRM = 0.6
MAX_TRIED = 2  # a total in front of the jobs names none
MAX_PROSE_LINES = 30
_HAN_NAME = re.compile(
    "[\u4e00-\u9fffA-Za-z·]{2,12}(?<!项目|系统|平台|实训|实习|活动|培训|课程|计划|网站|设计|研究|开发|工具|小组|团队)(?<![赛部会班队期间])"
)
_NUMBER_BEHIND = re.compile(r"(?<=[A-Za-z]{2})\d{1,3}\b")  # Northwind24 is a name
_CALLS_HIMSELF = re.compile("^(?:我|本人)?(?:现|目前)?(?:是|为|為|就是)?[一1][名位个個](?=\\S{2})")  # 是一名前端
_AT = re.compile(r"[\s#*•·-]*@")
_COMPANY = re.compile("(?:有限|责任|股份|集团)公司$")


@dataclass(frozen=True, slots=True)
class Job:
    """The latest job; either half may be absent."""

    title: Found[str] | None
    employer: Found[str] | None


def read_job(sheet: Sheet) -> Job:
    """Return title and employer of the latest job.

    Labels (目前公司, Current title) go first; then the block with the latest end in the experience section; then a head line
    like ``Sales Manager at Acme``.
    """
    title, employer = _held(sheet)
    if title and employer:
        return Job(title, employer)
    lines, entries = ([], []) if schools_as_jobs(sheet) else _without_studies(sheet, *where_jobs_stand(sheet))
    block_title, block_employer = job_of_labels(sheet, lines, entries)
    if not (block_title or block_employer) and not any(entry.period.end == NOW for entry in entries):
        block_title, block_employer = job_of_story(_prose(sheet)) or (None, None)
    if not (block_title and block_employer):
        first_title, first_employer = _of_entries(sheet, lines, entries)
        if not (block_title or block_employer or first_title or first_employer):
            research = lines_of_research(sheet)
            first_title, first_employer = _of_entries(sheet, research, entries_of(sheet, research))
        block_title = block_title or first_title or _post_at(sheet, lines, entries, first_employer)
        block_employer = block_employer or first_employer
    title = title or block_title
    employer = employer or block_employer
    title, employer = _with_profile(sheet, title, employer, entries)
    if not (title or employer):
        title, employer = _behind_experience(sheet) or _of_projects(sheet)
    if not (title and employer):
        head_title, head_employer = job_of_head(sheet)
        if head_title and head_employer and not title and not sheet.lines_in("experience"):
            employer = None  # what is told besides is no post: a membership, a grant
        title, employer = title or head_title, employer or head_employer
    title, employer = _with_story(sheet, title, employer)
    title = (_post_behind_firm(sheet, employer) or title) if title else title
    title = _bare_post(sheet, title) if title else title
    title = None if title and employer and is_for_oneself(title.value, employer.value) else title
    if employer and not title and is_own_account(employer.value):
        return Job(called(sheet) or employer, None)  # what somebody does who has no employer
    employer = employer or firm_of_today(_prose(sheet)) or firm_of_internship(_prose(sheet))
    if employer and (bare := without_address(without_founding(without_department(employer.value)))) != employer.value:
        employer = replace(employer, value=bare)
    return Job(title or called(sheet), None if employer and is_placeholder(employer.value) else employer)


def _without_studies(sheet: Sheet, lines: list[int], entries: list[Entry]) -> tuple[list[int], list[Entry]]:
    """Leave out the rows that tell where somebody studied, of a heading over studies and jobs."""
    studied = set(studies_beside_jobs(sheet))
    return [i for i in lines if i not in studied], [one for one in entries if one.line not in studied]


def _behind_experience(sheet: Sheet) -> Halves | None:
    """Return the job that a label for experience tells in its own line: 工作經驗：補習班輔導老師（批改）."""
    for label in sheet.labelled("years") if sheet.is_chinese else ():
        if any(map(str.isdigit, label.value)):
            continue
        title, employer = chosen(Header({0: label.value}, atoms_of(label.value, row=0), {}), [], label.value)
        if title and title_score(title.value) == 1.0:
            return title, employer if employer and employer_score(employer.value) else None
    return None


def _bare_post(sheet: Sheet, title: Found[str]) -> Found[str] | None:
    """Return a post as it is called; 是一名前端 of somebody who says that he has no work is none that he holds."""
    post = _CALLS_HIMSELF.sub("", title.value)
    if post != title.value and is_out_of_work(sheet):
        return None
    return replace(title, value=without_trade(without_department_in_front(post)))


def _with_story(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Halves:
    """Return the halves, or what prose tells for one that is missing."""
    if not (title and employer):
        told_title, told_employer = job_of_story(_prose(sheet)) or (None, None)
        if employer and told_employer and not _may_be_same(employer.value, told_employer.value):
            told_title = None  # told of another house, or of what somebody knows
        title, employer = title or told_title, employer or told_employer
    if not (title or employer) and sheet.is_chinese:
        return job_of_years(_prose(sheet)) or (None, None)
    return title, employer


def _may_be_same(house: str, told: str) -> bool:
    """Tell whether two names may mean one house: they share a word, or letters where no words are parted."""
    one, other = (set(re.findall(r"\w{2,}", fold(name).lower())) for name in (house, told))
    return not is_latin(house + told) or not one.isdisjoint(other)


def _with_profile(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None, entries: list[Entry]) -> Halves:
    """Return the halves, or the house among the facts about somebody where lines without dates tell none."""
    house = None if employer or entries else firm_of_profile(sheet)
    return (title if title and title.how == "label" else None, house) if house else (title, employer)


def _post_behind_firm(sheet: Sheet, employer: Found[str] | None) -> Found[str] | None:
    """Return the post that stands under the name behind the firm of the latest job: 青禾移动客户端开发工程师."""
    for number in sheet.head[1:4] if employer and sheet.is_chinese else ():
        line, firm = sheet.shown[number].strip(), employer.value if employer else ""
        if line.startswith(firm) and title_score(post := line.removeprefix(firm).strip()) == 1.0 and post.isalnum():
            return Found(post, "layout", 0.7, line)
    return None


def _held(sheet: Sheet) -> Halves:
    """Return the present job by its labels, or as somebody says what office he holds."""
    title, employer = labelled_half(sheet, "current_title"), labelled_half(sheet, "current_employer")
    employer = employer or (employer_under_title(sheet) if title else None)
    if (
        title
        and not employer
        and (both := halves_of_label(title) or halves_of_label(replace(title, value=title.evidence.partition(": ")[2])))
    ):
        return both
    if (title and employer) or (title and title_score(title.value) == 1.0):
        return title, employer
    held_title, held_employer = present_office(sheet)
    return (held_title, employer or held_employer) if held_title else (title, employer)


def _of_projects(sheet: Sheet) -> Halves:
    """Read a job that stands among projects, where there is none elsewhere: a firm by its name and a post beside dates."""
    lines = sheet.lines_in("projects")
    entries = entries_of(sheet, lines) or dated_at_company(sheet, lines)
    if entries and (house := firm_of_projects(sheet, entries, latest(entries))):
        return None, house
    if entries and (house := _intern_at(sheet, latest(entries))):
        return None, house
    title, firm = _of_entry(sheet, lines, entries, latest(entries)) if entries else (None, None)
    if firm and not (title and title_score(title.value)) and _COMPANY.search(fold(firm.value)):
        return None, firm
    if not title or not firm or not title_score(title.value) or employer_score(firm.value) < 1.0:
        return _told_of_project(sheet, latest(entries)) if entries else (None, None)
    return (None, None) if school_in(fold(firm.value), firm.value) else (title, firm)


def _intern_at(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the name beside the dates of a project over 实习, without the town behind it: 青禾未来 北京<tab>2017.10 - 至今."""
    below = sheet.folded[entry.last + 1].strip() if entry.last + 1 < len(sheet.folded) else ""
    name = bare_line(sheet, entry.line).strip(" \t,，-–—()（）")
    town = next((name[-n:] for n in (2, 3) if name[-n:] in chinese_cities()), "")
    name = name.removesuffix(town).strip(" \t,，·|")
    return (
        Found(name, "layout", 0.5, sheet.shown[entry.line]) if below == "实习" and _HAN_NAME.fullmatch(name) else None
    )


def _told_of_project(sheet: Sheet, entry: Entry) -> Halves:
    """Read where a project says for whom it was: 在某某科技任职数据开发工程师，…; the firm must be known by its words."""
    number = entry.last + 1
    told = job_of_sentence(sheet.shown[number]) if number < len(sheet.shown) and not sheet.headings[number] else None
    title, firm = told or (None, None)
    is_sure = title and firm and title_score(title.value) == 1.0 and employer_score(firm.value) >= 0.5
    return (title, firm) if is_sure and firm and not school_in(fold(firm.value), firm.value) else (None, None)


def _of_entries(sheet: Sheet, lines: list[int], entries: list[Entry]) -> Halves:
    """Read the header of the latest job; the headers of the others tell where titles stand."""
    if not entries:
        return job_of_undated(sheet, lines)
    halves: Halves = (None, None)
    is_told_apart = sheet.sections[entries[0].line] in {"experience", "education", TOP}
    ends = [*(one.line for one in entries[1:]), len(sheet.folded)]
    heads = [sheet.folded[one.line : min(one.last + 2, end)] for one, end in zip(entries, ends, strict=True)]
    jobs = [one for one, head in zip(entries, heads, strict=True) if not any(map(is_own_project, head))] or entries
    jobs = [one for one in jobs if not is_prize(sheet.folded[one.line]) or has_post(bare_line(sheet, one.line))] or jobs
    jobs = [one for one in jobs if not (sheet.sections[one.line] == TOP and _is_degree_alone(sheet, one))]
    if not jobs:
        return None, None
    jobs = [
        one for one in jobs if not (is_study(said := first_words(sheet, one.line, one.last)) or is_degree(said))
    ] or jobs
    jobs = without_projects(sheet, lines, entries, _without_courses(sheet, lines, entries, jobs))
    newest = house_over(sheet, jobs, latest(jobs))
    unsure: Halves = (None, None)
    for entry in [newest, *(one for one in latest_first(jobs) if one is not newest)][:MAX_TRIED]:
        line = telling_line(sheet, entry.line, entry.last)
        told = post_over_courses(sheet, entry)
        told = told or (job_of_story([line]) if len(line) > MIN_STORY_CHARS else None) or job_of_sentence(line)
        is_none = is_activity(line) or (sheet.is_chinese and is_study(line))
        halves = (None, None) if is_none else told or _job_of_entry(sheet, lines, entries, entry)
        if unsure != (None, None) and None in halves:
            halves = unsure
        if halves == (None, None):
            continue
        if unsure != (None, None) or not is_heading_of_years(halves, jobs):
            break
        unsure = halves
    if sheet.sections[entries[0].line] == TOP and halves[0] is None and not (is_work(halves) or _is_said_at(halves)):
        return None, None  # the school and its subject under the name
    if sheet.sections[entries[0].line] == TOP and is_course(halves):
        return None, None
    if halves == (None, None) and sheet.sections[lines[0]] == "experience" and not sheet.is_chinese:
        halves = job_of_undated(sheet, lines)  # dates that another column holds
    return halves if is_told_apart or is_work(halves) else (None, None)


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
    title, firm = _of_entry(sheet, lines, entries, entry)
    return (None, None) if sheet.is_chinese and firm and is_activity(fold(firm.value)) else (title, firm)


def _post_at(sheet: Sheet, lines: list[int], entries: list[Entry], firm: Found[str] | None) -> Found[str] | None:
    """Return the post of a job that an overview names by its firm only, where it is told at length further down."""
    told = [
        one
        for one in entries
        if firm and fold(firm.value) in sheet.folded[one.line] and has_post(bare_line(sheet, one.line))
    ]
    return _of_entry(sheet, lines, entries, latest(told))[0] if told else None


def _of_entry(sheet: Sheet, lines: list[int], entries: list[Entry], entry: Entry) -> Halves:
    compared = {id(one): one for one in (entry, *entries[:MAX_COMPARED])}
    headers = {key: header_of(sheet, lines, entries, one) for key, one in compared.items()}
    header = headers.pop(id(entry))
    halves = chosen(header, [other.atoms for other in headers.values()], sheet.shown[entry.line])
    is_unknown = halves[0] is not None and halves[1] is None and not title_score(halves[0].value)
    is_unknown = is_unknown and any(
        employer_score(atom.text) >= SURE_FIRM for one in headers.values() for atom in one.atoms
    )
    if (halves == (None, None) or is_unknown) and (name := _only_name(sheet, header, entry, list(headers.values()))):
        halves = None, name
    if (own := _on_own_account(sheet, header, entry)) and not (halves[0] and title_score(halves[0].value) == 1.0):
        return None, own
    title, firm = halves
    end = next((one.line for one in entries if one.line > entry.line), len(sheet.shown))
    title = title or post_in_items(sheet, entry, end) or post_told_below(sheet, entry, end)
    firm = firm or firm_in_items(sheet, entry, end) or (_lone_name_below(sheet, header, entry) if title else None)
    if title is None:
        return title, firm or company_over(sheet, entry)
    if firm and employer_score(firm.value) < 1.0 and (house := house_told_above(sheet, entries, entry)):
        return title, house
    return title, firm or firm_above(sheet, lines, entries, entry)


def _on_own_account(sheet: Sheet, header: Header, entry: Entry) -> Found[str] | None:
    """Return the words for working on one's own account where they stand alone beside or over the dates: 自由接案."""
    named = [atom.text for atom in header.atoms if atom.row <= 0]
    is_own = len(named) == 1 and is_own_account(named[0])
    return Found(named[0], "layout", 0.5, sheet.shown[entry.line]) if is_own else None


def _lone_name_below(sheet: Sheet, header: Header, entry: Entry) -> Found[str] | None:
    """Return the one name in the row of cells under the post: ``晨光数字 | 平台团队 | 教育行业``."""
    row = [atom for atom in header.atoms if atom.row == 1]
    named = [atom for atom in row if atom.role != "aside"]
    if len(named) != 1 or len(row) < MIN_CELLS or named[0] is not row[0] or not _HAN_NAME.fullmatch(named[0].text):
        return None
    return None if title_score(named[0].text) else Found(named[0].text, "layout", 0.5, sheet.shown[entry.line + 1])


def _only_name(sheet: Sheet, header: Header, entry: Entry, others: list[Header]) -> Found[str] | None:
    """Return the one name that stands beside dates in a section about jobs: a firm that no word gives away.

    Who writes none of his names large has firms in small letters too.
    """
    named = [atom for atom in without_small_towns(header.atoms) if atom.role != "aside" and not is_town(atom.text)]
    named = [atom for atom in named if atom.row == 0] or named
    if sheet.sections[entry.line] != "experience" or len(named) != 1 or entry.period.end <= entry.period.start:
        return None
    name = named[0].text
    is_name_form = name[0].isupper() or _are_small(header, others)
    is_latin_name = is_latin(name) and is_name_form and len(name.split()) <= MAX_NAME_WORDS
    is_name = is_latin_name or _HAN_NAME.fullmatch(name) is not None
    if not is_name or title_score(name) or NO_NAME.search(_NUMBER_BEHIND.sub("", name)):
        return None
    return Found(name, "layout", 0.5, sheet.shown[entry.line])


def _are_small(header: Header, others: list[Header]) -> bool:
    """Tell jobs that are a name in small letters each, under bare dates: ``2016 - 2021`` / ``larch diner``."""
    return bool(others) and all(
        len(one.atoms) == 1 and one.atoms[0].row != 0 and one.atoms[0].text.islower() for one in (header, *others)
    )


def _prose(sheet: Sheet) -> list[str]:
    """Return the lines where a job may be told in a sentence, wherever people introduce themselves."""
    return [sheet.shown[i] for i in sheet.lines_in(TOP, "summary", "experience", "basic")[:MAX_PROSE_LINES]]
