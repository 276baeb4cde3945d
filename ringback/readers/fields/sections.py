"""Which section each line stands in."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.contents import without_contents
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.headings import (
    HAN_LETTERS,
    MAX_HEADING_CHARS,
    NUMBER_IN_FRONT,
    NUMBER_OF_PHONE,
    SIGNS,
    section_of_heading,
)
from ringback.readers.fields.jobs.tables import fields_of_head, is_table_head, names_dates
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.late_cards import section_of_late_card
from ringback.readers.fields.periods import DURATION, period_in, without_periods
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education_heads import heads_of
from ringback.readers.fields.studies.school_words import LATIN_SCHOOL

TOP = "top"
_WORDS_FOR_STUDIES = frozenset({"学历", "教育", "学习", "求学", "学业", "读书", "上学", "学校"})  # over rows of schools
_OPEN_SENTENCE = re.compile(
    r"(?:,|&|\b(?:and|or|of|in|for|the|an?|to|with|by|from|on|at|as|my|our|their|his|her|its|your|all|both|own|new|good|strong"
    r"|excellent|various|relevant|\w+['’]s?))$"
)
_BROKEN_WORD = re.compile(r"[a-z]{2}-$")
_CODE = re.compile(r"\s*#?[A-Z]{0,5}[-/]?\d[\dA-Z/ .-]{2,20}")  # Reference: 2014-73776
_SEVERAL = re.compile(r"\W*references\b", re.IGNORECASE)
_OPEN_COUNCIL = re.compile(r"\b(?:Secondary|Intermediate|Higher|Technical|Primary|Distance|Physical|Professional)$")
_STUDIES_ON = re.compile(r"(?:Pursuing|Studying|Enrolled|Appearing|pursuing|studying|enrolled|appearing)\b")
_UNPAID_POST = re.compile(r"volunteer: ?\S", re.IGNORECASE)
_DATED_TO = re.compile(r"(?:19|20)\d{2}\s?[-–—]\s?\S+$")
_TITLE_OF_LETTER = re.compile(
    "(?:个人|自我|本人)(?:基本)?(?:情况)?(?:介绍|简介|说明)|自荐"
)  # above a resume told as a story
GOES_ON = re.compile(  # Licenciatura em / Informática
    r"^(?!.*:).*\w (?:em|de|do|da|dos|das|en|del|di|della|für|der|des|du|van|voor|w|av|of)$"
)
_SHORT_VALUE = re.compile(
    r"\d{1,2}(?:\.\d)?\s*\+?\s*(?:年|years?|yrs?)(?:以上|工作经验|经验)?|(?:统招|全日制)?(?:大专|本科|硕士|博士|高中|中专|研究生)(?:学历)?(?:\([\u4e00-\u9fff]{2,4}\))?",
    re.IGNORECASE,
)
_LOOKS_STUDIED = re.compile(
    r"^\S{2,16}(?:大学|学院|中学|学校)\b|(?:大学|学院|学校).{0,60}(?:\d{4}|学士|硕士|本科|系)|\d{4}.{0,60}(?:大学|学院|学校)"
)
_ROW = re.compile(r"(?:19|20)\d{2}.{0,12}(?:19|20)\d{2}|(?:19|20)\d{2}.{0,8}今|大学|学院|公司")
_ON_REQUEST = re.compile(
    r"\b(?:available|furnished|provided|supplied|given)\b.{0,12}\b(?:up)?on request\b|^\W*(?:up)?on request\W*$",
    re.IGNORECASE,
)
_OF_REFEREE = re.compile(
    r"\W{0,4}(?:Dr|Prof(?:essor)?|Mrs?|Ms|Miss)\b\.?\s+[A-ZÀ-Þ]"
)  # more of whom is told on request
_LABEL_OF_REFEREE = re.compile(
    r"\W{0,3}(?:(?:full )?names?|company|organi[sz]ation|employer|position|designation|occupation|relation(?:ship)?)\W{0,3}",
    re.IGNORECASE,
)
_PAPER = re.compile("(?<!工作)(?<!任职)(?<!职业)(?<!从业)(?:简历|履历)(?:表|书)?$")
MAX_TO_DATES = 3  # lines from the heading of jobs to the first dates
MAX_OF_REFEREE = 8  # lines of labels and answers about one of them
_OPEN_HAN = re.compile(r"(?=[^:]{20}).*[,，、][^,，、。;；!！?？]{0,16}[\u4e00-\u9fff]")
_END_OF_POST = re.compile(r",\s|\s[-–—|]\s|\s?\(|\t")
MAX_CAREER = 9  # of 个人履历 between any marks
MAX_NUMBERED = 10  # of 二、学历 between any marks
MAX_OF_DURATIONS = 16
MAX_OF_ENTRY = 10  # lines from a label to the next entry
_OF_STUDIES = frozenset({"projects", "awards", "skills", "other", "certificates"})
MAX_ROW_OF_ENTRY = 100  # characters; longer lines are sentences
_COURSES_OF_ENTRY = re.compile(
    r"\W*(?:[A-Za-z]+ ){0,2}(?:course ?works?|courses?|modules?|subjects?|electives?)(?: \w+){0,2} ?:", re.IGNORECASE
)
_YEAR_OF_ENTRY = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LABEL_OF_JOB = re.compile("\\W{0,3}[\u4e00-\u9fff]{2,6} ?: ?\\S")
_GRID = re.compile("\\s*(?:起[止始]|在校|学习|工作)?(?:时间|日期|年月)\t[\u4e00-\u9fff]{2,6}\t")
MIN_ROW_HEADING, SURE_FIRM = 4, 0.6
_OF_INTERNSHIPS = re.compile(r"\W{0,3}(?:实习|兼职|工作)\W{0,2}")  # over dates; beside a post it is a kind of work
_YEARS = re.compile(r"\b(?:years?|yrs?|months?|none|nil|n/a|no|yes)\b", re.IGNORECASE)
_CAREER = re.compile(r"\W{0,3}(?:个人|工作)?履历\W{0,2}")
_HOUSES = re.compile(
    "\\W{0,3}(?:曾?(?:就职|任职|服务|工作|供职)|所在|历任|工作过的)(?:过的)?(?:公司|单位|企业|机构)\\W{0,2}"
)  # over dated jobs
_YEAR = re.compile(r"\W{0,3}(?:19|20)\d{2}")
_SHORT_CELL = re.compile(r"\s*[\w ]{1,6}\t")
_YEAR_AND_CELL = re.compile(r"\s*(?:19|20)\d{2}\t")  # Education<tab>2016<tab>Northmoor University
_SCHOOL_AND_YEAR = re.compile(
    r"\s*\S{2,4}(?:大学|学院|中学|学校|高中)\t[^\t]*(?:19|20)\d{2}"
)  # 教育经历<tab>青禾大学<tab>2012-2015
_STUDIES_IN_MARGIN = re.compile(
    "(?:学历|教育|学业)\\s*\t\\s*[^\t]{2,20}(?:大学|学院|学校|中学|高中)"
)  # beside the first school
_STUDIES_BELOW_JOBS = re.compile(
    r"(?:Education|EDUCATION|Educational [Bb]ackground|Academic [Qq]ualifications?)\s?:\s*(?=[A-Z])"
)
_INTERN = re.compile("(?:暑[期假]|寒[期假]|短期|校外|课程|专业|毕业|教育)?实习")
_OF_PROJECT = re.compile(r"\W{0,3}(?:技术栈|编程语言|(?:technologies|tools|toolkit)\b)", re.IGNORECASE)
_NO_JOBS = frozenset({"education", "skills", "languages", "summary", "awards", "certificates", "training"})
MIN_HEADS = 4
_IN_MARGIN = {
    **dict.fromkeys(("strengths", "expertise", "tools", "technologies"), "skills"),
    **dict.fromkeys(("degree", "degrees", "my degree", "qualification"), "education"),
}
MAX_WORDS_OF_SKILL = 5
_MAY_HOLD_CONTENT = frozenset(
    {"skills", "summary", "awards", "certificates", "languages", "projects", "other", "training"}
)


_PART_OF_REFERENCES = re.compile(  # right below that heading
    r"(?:professional|academic|personal|character|work|projects?|people|persons|projekte?|personen|beruflich\w*|privat\w*|akademisch\w*"
    r"|fachlich\w*|proyectos|personas|profesionales|personales|laborales|projetos|pessoas|profissionais|pessoais|projets|personnes"
    r"|professionnelles|personnelles|progetti|persone)(?: references?)?",
    re.IGNORECASE,
)
_LABEL_OF_HOUSE = re.compile(
    r"\W{0,3}(?:name of )?(?:company|employer|organi[sz]ation)(?:['’]?s)?(?: name)?\W{0,2}:", re.IGNORECASE
)
_LABEL_OF_PERIOD = re.compile(
    r"\W{0,3}(?:period|duration|dates?|from|employed)\b[\w ]{0,20}\W{0,2}[:\t]", re.IGNORECASE
)
_OWN_ACCOUNT = re.compile(r"\W*(?:free-?lanc\w*|self[- ]employed|independent contract\w*|consult\w+)\b", re.IGNORECASE)


_OF_EACH_JOB = frozenset({"summary", "skills"})
_BESIDE_MARGIN = frozenset({"basic", "skills"})
_ENDS_OPEN = frozenset("dD&,")  # of Education and, Education &


def sections_of(folded: Sequence[str], stands_out: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """Return for each line its section, and whether it is a heading and nothing else."""
    current = TOP
    sections: list[str] = []
    headings: list[bool] = []
    for number, (line, is_large) in enumerate(zip(folded, stands_out, strict=True)):
        kind = section_of_heading(line, stands_out=is_large)
        below = folded[number + 1] if number + 1 < len(folded) else ""
        kind = kind if number else _kind_of_title(kind, folded)
        if (
            kind is None
            and len(line) <= MAX_NUMBERED
            and not line.isascii()
            and "".join(HAN_LETTERS.findall(NUMBER_IN_FRONT.sub("", line))) in _WORDS_FOR_STUDIES
            and (
                _LOOKS_STUDIED.search(below)
                or (NUMBER_IN_FRONT.match(line) and period_in(below))
                or (
                    not _SHORT_VALUE.fullmatch(below)
                    and degrees_in(below)
                    and _LOOKS_STUDIED.match("".join(folded[number + 2 : number + 3]))
                )
            )
        ):
            kind = "education"
        next_two = folded[number + 1 : number + 3]
        if kind is None and not line.isascii():
            kind = _heading_of_jobs(line, next_two, current, is_large=is_large)
        if kind is None and current in _BESIDE_MARGIN:
            kind = _in_margin(line, below, current)
        kind = kind or _heading_of_two_lines(folded[number - 1] if number else "", line, below)
        if kind and (
            (_is_label_of(below) and not (is_large and kind == "education") and not _tell_durations(folded, number))
            or (number and _goes_on(folded[number - 1], line))
            or (not is_large and _ends_sentence(folded, number, kind))
            or (line == "Currently" and _STUDIES_ON.match(below))
            or (
                current == "experience"
                and (
                    _is_house_in_jobs(line, kind, next_two)
                    or _is_post_of_intern(line, next_two)
                    or (kind == "projects" and _OWN_ACCOUNT.match(line) and any(map(period_in, next_two[:1])))
                )
            )
            or (current == "references" and headings[-1:] == [True] and _PART_OF_REFERENCES.fullmatch(line.strip(" :")))
            or (kind == "basic" and current == "references" and _is_label_of_referee(folded, number))
        ):
            kind = None
        is_heading = kind is not None
        if kind is None:
            late = section_of_late_card(folded, number, sections) if current != TOP else None
            kind = late or _kind_in_line(folded, number, current) or _opens_table(line, current)
        if kind:
            current = kind
        sections.append(current)
        current = _after(current, line, below)
        headings.append(is_heading)
    without_contents(folded, sections, headings)
    return sections, headings


def _kind_of_title(kind: str | None, folded: Sequence[str]) -> str | None:
    """Return what the first line opens: 自我介绍 the facts, and 履歷 over them nothing, unless dated jobs follow it."""
    if kind == "summary" and _TITLE_OF_LETTER.search(folded[0]):
        return "basic"
    is_paper = kind == "experience" and _PAPER.search(folded[0]) is not None
    return None if is_paper and not any(map(period_in, folded[1 : 1 + MAX_TO_DATES])) else kind


def _is_label_of_referee(folded: Sequence[str], number: int) -> bool:
    """Tell *Contact* in a line of its own below *Name* and *Company*: the referee's, and no heading."""
    return any(_LABEL_OF_REFEREE.fullmatch(line) for line in folded[max(0, number - MAX_OF_REFEREE) : number])


def _in_margin(line: str, below: str, current: str) -> str | None:
    """Read *Strengths* and *Degree* below the contacts of a margin set in one size; elsewhere they are a skill or a label."""
    kind = _IN_MARGIN.get(line.strip().lower())
    if kind == "education":
        return kind if degrees_in(below) else None
    return kind if current == "basic" and 0 < len(below.split()) <= MAX_WORDS_OF_SKILL and "@" not in below else None


def _is_post_of_intern(line: str, below: Sequence[str]) -> bool:
    """Tell the post of an intern among jobs, over its house and the dates there: 暑期實習 / 青禾精密机械有限公司 / 2017.7-8."""
    is_housed = len(below) > 1 and employer_score(below[0].strip()) == 1.0 and period_in(below[1]) is not None
    return is_housed and _INTERN.fullmatch(line.strip()) is not None


def _is_house_in_jobs(line: str, kind: str, below: Sequence[str]) -> bool:
    """Tell a house called by a word for a section, over the dates or the post there: ``UNITED NATIONS VOLUNTEERS``."""
    if kind not in {"projects", "skills"} or len(line.split()) < 2 or SIGNS.sub("", line).lower() in section_table():
        return False
    dates = "".join(below[:1])
    if period_in(dates) and not any(map(str.isalpha, without_periods(dates, dates))):
        return True
    posts = (_END_OF_POST.split(without_periods(one, one).strip(), maxsplit=1)[0] for one in below)
    return kind == "skills" and any(title_score(post) == 1.0 for post in posts)


def _opens_table(line: str, current: str) -> str | None:
    """Read the head of a table under a heading that no list knows, or under none.

    ``Institution<tab>Award<tab>Year`` is of degrees, ``From<tab>To<tab>Employer<tab>Post`` of jobs.
    """
    cells = line.split("\t")
    is_of_posts = current == "experience" and any(cell.strip().lower() == "title" for cell in cells)
    if current not in {"training", "certificates"} and not is_of_posts and "award" in heads_of(line):
        return "education"
    if current == "experience" or len(cells) < MIN_HEADS:
        return None  # as nearly always
    fields = [fields_of_head(cell.strip().lower()) for cell in cells]
    is_of_jobs = {"title"} in fields and {"employer"} in fields and is_table_head(line)
    if current not in _NO_JOBS:  # a list of referees has posts and houses as well, but no dates
        is_of_jobs = is_of_jobs and any(names_dates(cell) for cell in cells)
    return "experience" if is_of_jobs else None


def _goes_on(above: str, line: str) -> bool:
    """Tell the rest of the line above: ``learned about each client's needs and`` / ``preferences``."""
    is_rest = line[:1].islower() and len(above) > MAX_HEADING_CHARS
    is_rest = is_rest and (line.rstrip().endswith(".") or _OPEN_SENTENCE.search(above) is not None)
    is_rest = is_rest or (
        line[:1].islower()
        and above.endswith("-")
        and " " in above
        and _BROKEN_WORD.search(above, len(above) - 3) is not None
    )  # … of VA student work- / studies
    is_rest = is_rest or (line.startswith("Education") and _OPEN_COUNCIL.search(above) is not None)
    return is_rest or GOES_ON.search(above) is not None


def _ends_sentence(folded: Sequence[str], number: int, kind: str) -> bool:
    """Tell the last word of a sentence that breaks before it, …部署、持续维护 / 工作, where that section has a heading below."""
    if not number or len(folded[number]) != len("工作") or not _OPEN_HAN.fullmatch(folded[number - 1]):
        return False
    if not HAN_LETTERS.fullmatch(folded[number]):
        return False
    below = (line.strip(" :") for line in folded[number + 1 :])
    return any(2 < len(line) <= MAX_CAREER and section_table().get(line) == kind for line in below)


def _heading_of_jobs(line: str, below: Sequence[str], current: str, *, is_large: bool) -> str | None:
    """Read 实习 over dates, and 履历 below other sections: at the top it is the title of the document.

    ``below`` are the next two lines; a post may stand between the heading and its dates.
    """
    if len(line) > MAX_CAREER:
        return None
    if below and _HOUSES.fullmatch(line) and (period_in(below[0]) or _YEAR.match(below[0])):
        return "experience"
    is_career, is_dated = _CAREER.fullmatch(line) is not None, any(map(_YEAR.match, below[:1]))
    if is_career and current != TOP and any(map(_YEAR.match, below)):
        return "experience"
    if is_career and is_dated:
        return "experience"
    if current in {TOP, "experience"}:
        return None
    return "experience" if (is_dated and _OF_INTERNSHIPS.fullmatch(line)) or (is_large and is_career) else None


def _kind_in_line(folded: Sequence[str], number: int, current: str) -> str | None:
    """Return the section that a line opens which holds content as well; a label inside a job opens none."""
    line = folded[number]
    kind = None if heads_of(line) else _heading_in_line(line)
    kind = kind or ("experience" if _opens_job(folded, number) else None)
    kind = kind or ("education" if current == "experience" and _opens_studies(line) else None)
    kind = kind or (_heading_of_row(line) if current not in {TOP, "basic"} and not heads_of(line) else None)
    opens_none = (
        (current == "experience" and kind in _OF_EACH_JOB and _is_label_of_each(folded, number))
        or (kind == "basic" and current == "references")  # how the referee is reached
        or (kind == "summary" and number == 0)  # the title of the document and the name behind it
        or (kind == "skills" and current in {"experience", "projects"} and _OF_PROJECT.match(line))
        or (kind == "projects" and current == "experience" and _is_among_labels(folded, number))
        or (
            current == "education"
            and (kind in _OF_STUDIES or _COURSES_OF_ENTRY.match(line))
            and _studies_go_on(folded, number)
        )
        or (kind == "references" and current == "experience" and _jobs_go_on(folded, number))
        or (
            current == "experience" and number > 0 and _UNPAID_POST.match(line) and _DATED_TO.search(folded[number - 1])
        )
    )
    if kind is None and current == "references" and _is_labelled_job(folded, number):
        return "experience"
    return None if opens_none else kind


def _opens_studies(line: str) -> bool:
    """Tell studies that share their line with the heading, below the jobs: ``Education: Bachelor of Arts``."""
    if _STUDIES_IN_MARGIN.match(line):
        return True
    told = _STUDIES_BELOW_JOBS.match(line)
    return told is not None and bool(degrees_in(line[told.end() :]) or LATIN_SCHOOL.search(line, told.end()))


def _is_label_of_each(folded: Sequence[str], number: int) -> bool:
    """Tell a label that each job has, ``About: Larch is a house that ...``, from a heading that shares its line with content."""
    label = f"{folded[number].partition(':')[0]}:"
    return label.isascii() and label.upper() == label and sum(line.startswith(label) for line in folded) > 1


def _is_labelled_job(folded: Sequence[str], number: int) -> bool:
    """Tell the first label of a job below whom to ask about the one before: Company name, Position, Period."""
    if not _LABEL_OF_HOUSE.match(folded[number]):
        return False
    return any(_LABEL_OF_PERIOD.match(line) and period_in(line) for line in folded[number + 1 : number + 4])


def _studies_go_on(folded: Sequence[str], number: int) -> bool:
    """Tell a label within an entry of education, ``Thesis: …`` or ``Awards: …``, by the dated studies below it."""
    if HAN_LETTERS.search(folded[number]):
        return False
    for at in range(number + 1, min(number + 1 + MAX_OF_ENTRY, len(folded))):
        if section_of_heading(folded[at]):
            return False
        if len(folded[at]) <= MAX_ROW_OF_ENTRY and _is_of_studies(folded, at, number):
            return True
    return False


def _is_of_studies(folded: Sequence[str], at: int, label: int) -> bool:
    """Tell a line of an entry of education: a degree or a school, with the year or the other on it or beside it."""
    degrees, is_school = degrees_in(folded[at]), LATIN_SCHOOL.search(folded[at]) is not None
    if not degrees and not is_school:
        return False
    if degrees and folded[at].lstrip(" -•*").startswith(degrees[0].text):
        return True
    near = " \n ".join(folded[max(at - 1, label + 1) : at + 2])
    has_other = bool(LATIN_SCHOOL.search(near) if degrees else degrees_in(near))
    return has_other or _YEAR_OF_ENTRY.search(near) is not None


def _jobs_go_on(folded: Sequence[str], number: int) -> bool:
    """Tell whom to ask about one job, ``Reference: …`` below it, by the period of the next job below it."""
    if _SEVERAL.match(folded[number]):
        return False
    for below in folded[number + 1 : number + 1 + MAX_OF_ENTRY]:
        if section_of_heading(below):
            return False
        if period_in(below):
            return True
    return False


def _is_among_labels(folded: Sequence[str], number: int) -> bool:
    """Tell one of the labels of a job, each on a line of its own, from a heading that shares its line with content."""
    return number > 0 and all(_LABEL_OF_JOB.match(line) for line in folded[number - 1 : number + 2])


def _after(section: str, line: str, below: str) -> str:
    """Return the section that goes on below a line: referees named on request are none, what follows is one's own."""
    is_over = section == "references" and _ON_REQUEST.search(line) and not _OF_REFEREE.match(below)
    return "other" if is_over else section


def _is_label_of(below: str) -> bool:
    """Tell 工作经验： above ``8年``, or ``Education:`` above 本科, from the titles of those sections."""
    return bool(_SHORT_VALUE.fullmatch(below.strip()))


def _tell_durations(folded: Sequence[str], number: int) -> bool:
    """Tell jobs of which each says only how long it was, below their heading: ``2 years`` / ``Teller`` / ``3 years``."""
    near = folded[number + 1 : number + 1 + MAX_OF_DURATIONS]
    return sum(DURATION.fullmatch(line.strip()) is not None for line in near) > 1


def _heading_of_two_lines(above: str, line: str, below: str) -> str | None:
    """Read ``Education and`` above ``training``: what a narrow column breaks; both lines belong to the heading."""
    if len(line) > MAX_HEADING_CHARS or _ENDS_OPEN.isdisjoint((line.rstrip()[-1:], above.rstrip()[-1:])):
        return None  # as nearly all lines
    for first, second in ((line, below), (above, line)):
        if not first.rstrip().lower().endswith(("and", "&", ",")):
            continue
        if len(first) + len(second) <= MAX_HEADING_CHARS and re.search(r"(?:\band|&|,)$", first.strip().lower()):
            return section_table().get(SIGNS.sub("", f"{first} {second}").lower())
    return None


def _heading_of_row(line: str) -> str | None:
    """Find a heading that shares its line with the only row below it: 教育经历：2013.09-2017.06 某某大学."""
    head, colon, rest = line.partition(":")
    if not colon or len(head) > MAX_HEADING_CHARS or not _ROW.search(rest):
        return None
    kind = section_table().get(SIGNS.sub("", head)) or ("education" if head.strip() in _WORDS_FOR_STUDIES else None)
    is_long = len(head) >= MIN_ROW_HEADING or period_in(rest) is not None  # 教育：2013-2017  青禾大学
    return kind if kind in {"education", "experience"} and is_long else None


def _han_section(cell: str) -> str | None:
    """Return the section of studies or work that a Chinese cell opens by its last word: 受教育情况, 过往工作经历."""
    bare = cell.strip(" :")
    kind = section_of_heading(bare) if HAN_LETTERS.fullmatch(bare) and len(bare) >= MIN_ROW_HEADING else None
    return kind if kind in {"education", "experience"} else None


def _is_post_or_house(cell: str) -> bool:
    return title_score(cell.strip()) == 1.0 or employer_score(cell.strip()) == 1.0


def _is_house_alone(rest: str) -> bool:
    """Tell a house from years of experience: ``Work Experience: Grey Larch Institute``, not ``10 years in retail``."""
    is_named = rest.istitle() and not any(map(str.isdigit, rest))
    return employer_score(rest) == 1.0 or (is_named and employer_score(rest) >= SURE_FIRM)


def _opens_job(folded: Sequence[str], number: int) -> bool:
    """Tell a house that no word gives away behind the heading, over its post alone: ``Work Experience: Pike`` / ``Cook``."""
    head, colon, rest = folded[number].partition(":")
    name = rest.strip()
    if not colon or not name[:1].isupper() or len(head) > MAX_HEADING_CHARS or len(name.split()) > MIN_ROW_HEADING:
        return False
    if section_table().get(SIGNS.sub("", head).lower()) != "experience" or title_score(name) or _YEARS.search(name):
        return False
    return number + 1 < len(folded) and title_score(folded[number + 1].strip(" -•*")) == 1.0


def _heading_in_line(line: str) -> str | None:
    """Find a heading that shares its line with content: the first cell of a row, or ``技能：…``."""
    head, tab, rest = line.partition("\t")
    if tab and rest.strip():
        core = SIGNS.sub("", head).lower()
        kind = section_table().get(core) or section_table().get(bare_letters(core)) or _han_section(head)
        if kind in {"education", "experience", "projects"} and _GRID.match(rest):
            return kind  # 教育背景<tab>时间<tab>学校名称
        if (
            kind
            and head.rstrip().endswith(":")
            and (_SHORT_VALUE.fullmatch(rest.strip()) or NUMBER_OF_PHONE.search(line))
        ):
            return None  # 教育程度：<tab>本科, Work:<tab>+1 802 555 0147
        is_long = (
            len(head) > 2
            or (kind == "experience" and _is_post_or_house(rest))
            or (kind in {"certificates", "awards"} and len(rest.strip()) > MIN_ROW_HEADING)
        )
        is_cell = _SHORT_CELL.match(rest) is not None and not (
            _YEAR_AND_CELL.match(rest) or _SCHOOL_AND_YEAR.match(rest)
        )
        first, more, _ = rest.strip().partition("\t")
        is_cell = is_cell or (
            bool(more) and _SHORT_VALUE.fullmatch(first) is not None
        )  # 教育程度<tab>本科(全日制)<tab>现居…
        return kind if kind and kind != "wishes" and is_long and not is_cell else None
    head, colon, rest = line.partition(":")
    if colon and len(head) <= MAX_HEADING_CHARS:
        kind = section_table().get(SIGNS.sub("", head).lower())
        if (
            kind == "experience" and _is_house_alone(rest.strip()) and " at " not in rest
        ):  # Currently: Tailor at Halyard
            return kind  # 工作经验: 青禾软件有限公司
        return (
            kind
            if kind in _MAY_HOLD_CONTENT or (kind == "references" and head.isascii() and not _CODE.fullmatch(rest))
            else None
        )
    return None
