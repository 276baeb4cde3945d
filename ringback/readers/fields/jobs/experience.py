"""Current title and employer: the block of the latest job, split into its two halves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.affiliations import affiliation
from ringback.readers.fields.jobs.asides import is_for_oneself
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.besides import is_own_account, is_own_trade, is_trade_of_own
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.doubted import is_no_house, sound
from ringback.readers.fields.jobs.duty_posts import post_of_duties
from ringback.readers.fields.jobs.entries import entries_of
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.han_paragraphs import whole_paragraphs
from ringback.readers.fields.jobs.headers import Header
from ringback.readers.fields.jobs.headlines import called, calling, is_out_of_work
from ringback.readers.fields.jobs.heads import chosen, job_of_head, post_of_head
from ringback.readers.fields.jobs.job_sections import lines_of_research, where_jobs_stand
from ringback.readers.fields.jobs.labels import (
    employer_under_title,
    firm_of_profile,
    halves_of_label,
    job_of_labels,
    labelled_half,
)
from ringback.readers.fields.jobs.newest_job import job_of_entries, post_at
from ringback.readers.fields.jobs.news import job_of_news
from ringback.readers.fields.jobs.own_entries import house_of_post, is_of_other_entry
from ringback.readers.fields.jobs.present import present_office
from ringback.readers.fields.jobs.project_jobs import job_of_projects
from ringback.readers.fields.jobs.ranking.ranked import ranked_post
from ringback.readers.fields.jobs.ranking.ranked_house import ranked_house
from ringback.readers.fields.jobs.seams import (
    without_address,
    without_department,
    without_department_in_front,
    without_founding,
    without_gloss,
    without_own_account,
    without_person,
    without_place_in_front,
    without_saying,
    without_trade,
)
from ringback.readers.fields.jobs.second_look import UNKNOWN_POST, look_again
from ringback.readers.fields.jobs.sentences import (
    Halves,
    firm_of_internship,
    firm_of_today,
    job_of_story,
    job_of_years,
)
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.prints import printed_job
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.staff_cards import staff_card
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_as_jobs import schools_as_jobs
from ringback.readers.fields.studies.studies_beside_jobs import studies_beside_jobs
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_PROSE_LINES = 30
_CALLS_HIMSELF = re.compile("^(?:我|本人)?(?:现|目前)?(?:是|为|為|就是)?[一1][名位个個](?=\\S{2})")  # 是一名前端

_QUOTED = re.compile(r"^[\"“”«]([^\"“”«»]+)[\"“”»]$")
_COMPANY_CALLED = re.compile(r"^.*\b(?:compan(?:y|ies)|firm|enterprise|organi[sz]ation) [\"“«]([^\"“”«»]{2,40})[\"”»]$")
_WITHIN_GROUP = re.compile(  # Research Associate in the Tides laboratory
    r"(\w.{2,60}?) (?:on|in|within|with|at) the (?:[\w&'’-]+ ){1,4}(?:team|group|lab(?:oratory)?|squad|unit|department)",
    re.IGNORECASE,
)
_REMARK_WITHIN = re.compile(
    r"(\w.{2,60}?) \([a-zà-ÿ][^()]{3,40}\) (?:in|of|for) \S.*"
)  # Researcher (borsista) in tides
_HOPED_FOR = re.compile(
    r"(?-i:[a-z])|\W*(?:aspiring|future|seeking|looking|prospective|would[- ]be|entry|student|recent|graduate)\b",
    re.IGNORECASE,
)  # no post that is held


@dataclass(frozen=True, slots=True)
class Job:
    """The latest job; either half may be absent."""

    title: Found[str] | None
    employer: Found[str] | None


def read_job(sheet: Sheet) -> Job:
    """Return title and employer of the latest job.

    What a board prints alike for everybody is read by its place. Else labels (目前公司, Current title) go first; then the block
    with the latest end in the experience section; then a head line like ``Sales Manager at Acme``.
    """
    if printed := printed_job(sheet):
        return Job(*printed)
    title, employer = _held(sheet)
    if title and employer:
        return Job(title, employer)
    lines, entries = _lines_of_jobs(sheet)
    block_title, block_employer = job_of_labels(sheet, lines, entries)
    if not (block_title or block_employer) and not any(entry.period.end == NOW for entry in entries):
        block_title, block_employer = sound(sheet, job_of_story(_prose(sheet))) or (None, None)
    if not (block_title and block_employer):
        first_title, first_employer = job_of_entries(sheet, lines, entries)
        if not (block_title or block_employer or first_title or first_employer):
            research = lines_of_research(sheet)
            first_title, first_employer = job_of_entries(sheet, research, entries_of(sheet, research))
        block_title = block_title or first_title or post_at(sheet, lines, entries, first_employer)
        block_title = block_title or post_of_duties(sheet, entries)
        block_employer = block_employer or first_employer
    title = title or block_title
    employer = employer or block_employer
    title, employer = _with_profile(sheet, title, employer, entries)
    if not (title or employer):
        title, employer = _behind_experience(sheet) or job_of_projects(sheet)
    if not (title and employer):
        head_title, head_employer = job_of_head(sheet)
        if head_title and head_employer and not title and not sheet.lines_in("experience"):
            employer = None  # what is told besides is no post: a membership, a grant
        title, employer = title or head_title, employer or head_employer
    title, employer = _with_story(sheet, title, employer)
    title = (_post_behind_firm(sheet, employer) or title) if title else title
    title = _bare_post(sheet, title) if title else title
    title = None if title and employer and is_for_oneself(title.value, employer.value) else title
    if employer and not title and (own := _own_work(sheet, employer)):
        return Job(own, None)
    employer = employer or firm_of_today(_prose(sheet)) or _firm_of_internship(sheet, title)
    employer = employer if employer or title else affiliation(sheet)
    title, employer = look_again(sheet, title, _bare_house(employer) if employer else None)
    employer = None if title and employer and is_trade_of_own(title.value, employer.value) else employer
    title = title or called(sheet) or _post_of_card(sheet) or (None if employer else _calling_of_today(sheet))
    title, employer = _by_weights(sheet, title, employer)
    employer = None if employer and not (title or entries) and _is_school(employer.value) else employer
    title = replace(title, value=without_saying(title.value)) if title else None
    return Job(title, None if employer and is_placeholder(employer.value) else employer)


def _own_work(sheet: Sheet, employer: Found[str]) -> Found[str] | None:
    """Return what somebody does who has no employer, where words for it stand in place of the house."""
    if is_own_account(employer.value):
        return called(sheet) or employer
    is_trade = is_own_trade(employer.value)
    return replace(employer, confidence=min(employer.confidence, UNKNOWN_POST)) if is_trade else None


def _is_school(house: str) -> bool:
    """Tell a school, where without post and dates somebody learns sooner than he works."""
    return is_latin(house) and school_in(fold(house), house) is not None


def _post_of_card(sheet: Sheet) -> Found[str] | None:
    card = staff_card(sheet)
    return card.post if card else None


def _by_weights(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Halves:
    """Return post and house by fitted weights where the rules are in doubt, a house beside such a post by the rules first."""
    post = ranked_post(sheet, title, employer)
    if post is not title and employer is None:
        post, employer = look_again(sheet, post, employer)
    elif post and post is not title and employer:
        employer = house_of_post(sheet, post, employer)
    house = ranked_house(sheet, post, employer)
    is_house = post is not None and house is not None and post.value == house.value and not title_score(post.value)
    return None if is_house else post, house


def _calling_of_today(sheet: Sheet) -> Found[str] | None:
    """Return what somebody calls himself under the name, where no job is told: ``Earth scientist specializing in tides``."""
    told = None if sheet.is_chinese or is_out_of_work(sheet) else calling(sheet)
    is_sure = told is not None and title_score(told.value) == 1.0 and not _HOPED_FOR.match(told.evidence)
    return replace(told, confidence=0.4) if told and is_sure else None


def _bare_house(employer: Found[str]) -> Found[str]:
    """Return a house without its department, its founding, its address, a person beside it and whose own it is."""
    printed = employer.value.partition("\t\t")[0].rstrip(" ,;")  # dates that stood behind it left a gap
    printed = _COMPANY_CALLED.sub(r"\1", _QUOTED.sub(r"\1", printed))
    named = without_own_account(without_founding(without_department(printed or employer.value)))
    return replace(employer, value=without_gloss(without_address(without_person(named))))


def _firm_of_internship(sheet: Sheet, title: Found[str] | None) -> Found[str] | None:
    """Return the firm of an internship told in a sentence: beside a post only one without dates, which would be another job."""
    lines = _prose(sheet)
    firm = firm_of_internship(line for line in lines if not title or period_in(fold(line)) is None)
    if not (title and firm):
        return firm
    return None if is_of_other_entry(sheet, sheet.shown.index(firm.evidence), title) else firm


def _present_in_head(sheet: Sheet) -> Halves:
    """Return post and house under the name, where every dated job has ended: what stands there is held now."""
    _, entries = _lines_of_jobs(sheet)
    is_over = bool(entries) and not any(entry.period.end == NOW for entry in entries)
    return post_of_head(sheet) or (None, None) if is_over else (None, None)


def _lines_of_jobs(sheet: Sheet) -> tuple[list[int], list[Entry]]:
    """Return lines and entries of the jobs, without the rows that tell where somebody studied, of a heading over both."""
    if schools_as_jobs(sheet):
        return [], []
    lines, entries = where_jobs_stand(sheet)
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
    whole = without_trade(without_department_in_front(without_place_in_front(post)))
    within = _WITHIN_GROUP.fullmatch(whole) or _REMARK_WITHIN.fullmatch(whole)
    return replace(title, value=within.group(1) if within and title_score(within.group(1)) == 1.0 else whole)


def _with_story(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Halves:
    """Return the halves, or what prose tells for one that is missing."""
    if not (title and employer):
        told_title, told_employer = job_of_story(_prose(sheet)) or (None, None)
        told_employer = None if told_employer and is_no_house(sheet, told_employer) else told_employer
        if employer and told_employer and not _may_be_same(employer.value, told_employer.value):
            told_title = None  # told of another house, or of what somebody knows
        title, employer = title or told_title, employer or told_employer
    if not (title or employer):
        return job_of_years(_prose(sheet)) or (job_of_news(sheet) if sheet.is_chinese else None) or (None, None)
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
    if held_title is None and not (title or employer):
        return _present_in_head(sheet)
    return (held_title, employer or held_employer) if held_title else (title, employer)


def _prose(sheet: Sheet) -> list[str]:
    """Return the lines where a job may be told in a sentence, wherever people introduce themselves."""
    numbers = sheet.lines_in(TOP, "summary", "experience", "basic")[:MAX_PROSE_LINES]
    return whole_paragraphs(sheet, numbers) if sheet.is_chinese else [sheet.shown[i] for i in numbers]
