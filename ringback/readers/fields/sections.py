"""Which section each line stands in."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.contents import without_contents
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.headings import (
    HAN_LETTERS,
    MAX_HEADING_CHARS,
    NUMBER_IN_FRONT,
    SIGNS,
    section_of_heading,
)
from ringback.readers.fields.headings_in_line import (
    SHORT_VALUE,
    WORDS_FOR_STUDIES,
    kind_in_line,
    opens_table,
)
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.late_cards import section_of_late_card
from ringback.readers.fields.periods import DURATION, period_in, without_periods
from ringback.readers.fields.studies.degrees import degrees_in

TOP = "top"
_OPEN_SENTENCE = re.compile(
    r"(?:,|&|\b(?:and|or|of|in|for|the|an?|to|with|by|from|on|at|as|my|our|their|his|her|its|your|all|both|own|new|good|strong"
    r"|excellent|various|relevant|\w+['’]s?))$"
)
_BROKEN_WORD = re.compile(r"[a-z]{2}-$")
_OPEN_COUNCIL = re.compile(r"\b(?:Secondary|Intermediate|Higher|Technical|Primary|Distance|Physical|Professional)$")
_STUDIES_ON = re.compile(r"(?:Pursuing|Studying|Enrolled|Appearing|pursuing|studying|enrolled|appearing)\b")
_TITLE_OF_LETTER = re.compile(
    "(?:个人|自我|本人)(?:基本)?(?:情况)?(?:介绍|简介|说明)|自荐"
)  # above a resume told as a story
GOES_ON = re.compile(  # Licenciatura em / Informática
    r"^(?!.*:).*\w (?:em|de|do|da|dos|das|en|del|di|della|für|der|des|du|van|voor|w|av|of)$"
)
_LOOKS_STUDIED = re.compile(
    r"^\S{2,16}(?:大学|学院|中学|学校)\b|(?:大学|学院|学校).{0,60}(?:\d{4}|学士|硕士|本科|系)|\d{4}.{0,60}(?:大学|学院|学校)"
)
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
_OF_INTERNSHIPS = re.compile(r"\W{0,3}(?:实习|兼职|工作)\W{0,2}")  # over dates; beside a post it is a kind of work
_CAREER = re.compile(r"\W{0,3}(?:个人|工作)?履历\W{0,2}")
_HOUSES = re.compile(
    "\\W{0,3}(?:曾?(?:就职|任职|服务|工作|供职)|所在|历任|工作过的)(?:过的)?(?:公司|单位|企业|机构)\\W{0,2}"
)  # over dated jobs
_YEAR = re.compile(r"\W{0,3}(?:19|20)\d{2}")
_INTERN = re.compile("(?:暑[期假]|寒[期假]|短期|校外|课程|专业|毕业|教育)?实习")
_IN_MARGIN = {
    **dict.fromkeys(("strengths", "expertise", "tools", "technologies"), "skills"),
    **dict.fromkeys(("degree", "degrees", "my degree", "qualification"), "education"),
}
MAX_WORDS_OF_SKILL = 5


_PART_OF_REFERENCES = re.compile(  # right below that heading
    r"(?:professional|academic|personal|character|work|projects?|people|persons|projekte?|personen|beruflich\w*|privat\w*|akademisch\w*"
    r"|fachlich\w*|proyectos|personas|profesionales|personales|laborales|projetos|pessoas|profissionais|pessoais|projets|personnes"
    r"|professionnelles|personnelles|progetti|persone)(?: references?)?",
    re.IGNORECASE,
)
_OWN_ACCOUNT = re.compile(r"\W*(?:free-?lanc\w*|self[- ]employed|independent contract\w*|consult\w+)\b", re.IGNORECASE)


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
            and "".join(HAN_LETTERS.findall(NUMBER_IN_FRONT.sub("", line))) in WORDS_FOR_STUDIES
            and (
                _LOOKS_STUDIED.search(below)
                or (NUMBER_IN_FRONT.match(line) and period_in(below))
                or (
                    not SHORT_VALUE.fullmatch(below)
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
            kind = late or kind_in_line(folded, number, current) or opens_table(line, current)
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


def _after(section: str, line: str, below: str) -> str:
    """Return the section that goes on below a line: referees named on request are none, what follows is one's own."""
    is_over = section == "references" and _ON_REQUEST.search(line) and not _OF_REFEREE.match(below)
    return "other" if is_over else section


def _is_label_of(below: str) -> bool:
    """Tell 工作经验： above ``8年``, or ``Education:`` above 本科, from the titles of those sections."""
    return bool(SHORT_VALUE.fullmatch(below.strip()))


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
