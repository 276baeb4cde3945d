"""What a phrase is that was chosen as a post or a house and is neither: a sign, a month, a skill, a person, a sentence.

Asked of chosen values only, for the evidence is gathered from the word lists of all readers. What is *surely* something else is
given up; what is *hardly* a house (a department, a project, a town) stays where nothing better stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.jobs.asides import WITH_FIRM, is_professor
from ringback.readers.fields.jobs.besides import is_own_boss
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.course_codes import CODE_OF_COURSE
from ringback.readers.fields.jobs.job_places import is_place, may_be_place
from ringback.readers.fields.jobs.known_things import are_tools, is_subject
from ringback.readers.fields.jobs.no_jobs import is_learner
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.months import MONTHS
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.wordlists import places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found

SURE_NAME, SURE_FIRM, KNOWN_POST = 0.85, 0.6, 0.6
HOUSE, FIRM = 0.7, 1.0
DOUBTED = 0.7  # the most that a house is sure of which is hardly sure
MAX_WORDS, MIN_WORDS_OF_WORK = 8, 10
MAX_CODE_CHARS, MAX_SHORT_CHARS = 2, 3
MIN_DIGITS, MAX_LETTERS_OF_DATE = 4, 3
_POSTS_IN_SHORT = frozenset({"gp", "mc", "ot", "tl"})  # title words hold longer ones
_JOINT_HAN = re.compile("(?<=[\u4e00-\u9fff])[,、/与和及](?=[\u4e00-\u9fff])")
_SIGNS = re.compile(r"\s[-–—]\s|[,|\t()]")
_LETTER = re.compile(r"[^\W\d_]")
_PERSON = re.compile(r"(?:Prof(?:essor)?|Dr|Mrs?|Ms|Sir)\.?\s+(\S.*)")
_PART = re.compile(
    r"(?:Department|Dept\.?|Faculty|Division|School|Chair|Section|Office|Unit) (?:of|for) "
    r"|(?:Departamento|Facultad|Faculdade|Dipartimento|Département|Lehrstuhl|Fachbereich|Abteilung|Institut für) "
)
_GROUP = re.compile(r"\b(?:[Rr]esearch [Gg]roup|RESEARCH GROUP|(?<!National )[Ll]ab(?:oratory)?|LAB|[Tt]eam|TEAM)$")
_UNIT = re.compile(  # Intensive Care Unit, Surgical Ward 4B, Ward 12, News Desk
    r"(?:[A-Z][\w&-]+ ){1,4}(?:Unit|Department|Dept\.?|Division|Section|Ward|Wing|Desk|Branch)(?: [A-Z]?\d{0,3}[A-Z]?)?$"
    r"|(?:Ward|Unit|Wing|Floor|Level) (?:[A-Z]?\d{1,3}[A-Z]?|[A-Z])$"
)
_TOWN_AND_STATE = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?,? [A-Z]{2}$")
_WORK = re.compile(
    r"\b(?:Projects?|Program(?:me)?|Course|Boot ?camp|Camp|Application|App|Framework|Competition|Hackathon|Challenge"
    r"|Summer of Code)$",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r"\s(?:to|which|that|using|including|ensuring|while) [a-z]{3,}"  # Larch to increase the yield
    r"|\w\. (?:This|The|These|It|We|Our|They) [a-z]"  # Dept. This project is paid for
)
_VERB = re.compile(r"\s(?:includ(?:e|es|ed)|involv(?:e|es|ed)|is|are|was|were|has|have|had|will) [a-z]")
_OF_NATIONS = re.compile(r"(?:United Nations|UN|World|European) (?:\w+ )+Programme$")
_OF_STUDIES = re.compile(r"\b(?:[Ss]tudent|[Cc]andidate|[Ff]reshman|[Ss]ophomore)$")  # a master's student
_KINDS = re.compile(  # of which they do not say
    r"(?:(?:program(?:me)?|projects?|courses?|camp|team|company|department|division|school|college|university|universidade?"
    r"|università|université|universität|theatre|theater|various|varios|divers|diverse|miscellaneous)(?:\W+|$))+",
    re.IGNORECASE,
)

_TASK = re.compile(
    r"(?:Participat(?:ion|ing|ed)|Involve(?:ment|d)|Taking part|Took part|Assist(?:ance|ed|ing)|Engaged) in"
    r" (?:an?|the|\w+ing|\w+s) "
    r"|(?:Contribut(?:ion|ions|ing|ed)) to (?:an?|the) "
)  # Participation in a project, whoever's
_TEAM_WITHIN = re.compile(r"\bteam (?:in|of|at|for|on|from) ")  # Larch team in Lindale: whose, it does not say
_SAID_OF_ONESELF = re.compile(
    r"(?:I(?:['’]m|['’]ve)?|[Ww]e) (?:[a-z]+ed|am|was|have|had|has|did|work|do|got|took|went)\b"
)
_PAST = re.compile(
    r"[A-Z][a-z]+ed (?:in|with|on|by|to|at|the|an?|all|various|[a-z]+ing)\b"
)  # Assisted in running a shop: what was done
_CLIENTS = re.compile(
    r"(?:(?:my|key|main|major|selected|some|recent|principaux|wichtigste|principales) )?"
    r"(?:clients?|customers?|kunden|clientes?|clienti)(?: (?:include|list))?",
    re.IGNORECASE,
)

_COURSE_OR_CONTEST = re.compile(
    r"(?:massive )?(?:open )?online (?:courses?|classes|training|learning)|MOOCs?|self[- ](?:study|learning|taught)"
    r"|(?:(?:game|code) jams?|hackathons?|(?:coding |programming |robotics )?(?:competitions?|contests?))"
    r"(?: (?:&|and) (?:game jams?|hackathons?|competitions?|contests?))?",
    re.IGNORECASE,
)  # where one took part, of whose it does not say


def surely_no_house(text: str, skills: AbstractSet[str]) -> str | None:
    """Return what a phrase surely is that was chosen as a house; ``skills`` are the own ones of the resume, in small letters."""
    if kind := _kind(text, _NO_HOUSE):
        return kind
    return "skill" if employer_score(text) < SURE_FIRM and _small(text) in skills else None


def hardly_a_house(text: str) -> str | None:
    """Return what a phrase is sooner than a house: beside another name it is none."""
    return _kind(text, _HARDLY_A_HOUSE)


def is_hardly_sure(employer: Found[str]) -> bool:
    """Tell a house that is asked after wherever it stands."""
    return employer.confidence <= DOUBTED


def may_be_house(house: Found[str], lines: Sequence[str]) -> bool:
    """Tell what the words know nothing against: no task with a full stop, no title of a work that goes on behind a colon."""
    text, line = house.value, house.evidence
    if len(text.split()) > MAX_WORDS or is_own_boss(text) or any(map(is_placeholder, text.split(","))):
        return False
    if hardly_a_house(text) or any(surely_no_house(part.strip(), frozenset()) for part in text.split("/")):
        return False
    is_head_of_columns = lines.count(line) > 1  # When | Where | What
    if (is_place(text) or is_head_of_columns) and employer_score(text) < SURE_FIRM:
        return False
    behind = line.partition(text)[2]
    return behind != "." and not (behind.startswith(":") and len(behind.split()) >= MIN_WORDS_OF_WORK)


def may_be_beside(house: Found[str], title: Found[str] | None, employer: Found[str] | None) -> bool:
    """Tell what may be the house of a post, and in place of another: a known house yields to none that is not known.

    In the line of the post what is not known is sooner of what the post is: ``Elementary Teacher - Immersion Spanish``.
    """
    is_known_beside = employer is not None and employer_score(employer.value) >= SURE_FIRM
    if title and fold(house.value) in fold(title.value) and employer_score(house.value) < FIRM:
        return False
    if employer and f"{house.value}, {employer.value}" in house.evidence:
        return False  # a part of it
    if title and not is_learner(title.value) and any(map(is_learner, _SIGNS.split(house.evidence))):
        return False  # where somebody learns
    is_known = employer_score(house.value) >= SURE_FIRM
    if title and title.value in house.evidence:
        if employer is None:
            return employer_score(house.value) >= FIRM
        return is_known and (not is_hardly_sure(employer) or employer.value in house.evidence)
    return is_known or not is_known_beside


def surely_no_post(text: str) -> str | None:
    """Return what a phrase surely is that was chosen as a post."""
    if is_professor(text) if text.startswith("Prof") else _is_called_person(text):  # but Professor Marine Biology
        return "person"
    if _SAID_OF_ONESELF.match(text):
        return "sentence"  # I completed three months of internship
    return None if title_score(text) >= KNOWN_POST else _kind(text, _NO_POST)


def _kind(text: str, kinds: tuple[tuple[str, Callable[[str], bool]], ...]) -> str | None:
    return next((kind for kind, tells in kinds if tells(text)), None)


def _small(text: str) -> str:
    return text.lower().strip(" .,:;")


def _is_sign(text: str) -> bool:
    """Tell ``C`` and ``C++`` from 3M."""
    is_name = any(map(str.isdigit, text)) and len(text) <= MAX_SHORT_CHARS
    return len(_LETTER.findall(text)) <= 1 and not is_name


def _is_date(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= MIN_DIGITS and len(_LETTER.findall(text)) <= MAX_LETTERS_OF_DATE


def _is_month(text: str) -> bool:
    return _small(text) in _months()


def _is_sentence(text: str) -> bool:
    return _RUNS_ON.search(text) is not None or _SAID_OF_ONESELF.match(text) is not None


def _is_clause(text: str) -> bool:
    """Tell what has a verb of its own: ``Contracts include work``."""
    return _is_sentence(text) or _VERB.search(text) is not None


def _is_heading(text: str) -> bool:
    parts = [bare_letters(_small(part)) for part in _JOINT_HAN.split(fold(text))]
    return all(part in section_table() for part in parts)


def _is_heading_and_no_firm(text: str) -> bool:
    return employer_score(text) < 1.0 and _is_heading(text)


def _is_code(text: str) -> bool:
    """Tell ``ES`` from GP, the doctor of a family."""
    return len(_small(text)) <= MAX_CODE_CHARS and _small(text) not in _POSTS_IN_SHORT


def _is_post_alone(text: str) -> bool:
    return employer_score(text) == 0.0 and (title_score(text) == 1.0 or _OF_STUDIES.search(text) is not None)


def is_group(text: str) -> bool:
    """Tell a group of a house by its last word: ``Tide Research Group``, ``Larch laboratory``."""
    return _GROUP.search(text) is not None


def _is_part(text: str) -> bool:
    """Tell a part of a house that another name tells: ``Physics Department``, not ``Northmoor College Physics Department``."""
    return _PART.match(text) is not None or (_UNIT.match(text) is not None and not WITH_FIRM.search(text))


def _is_unknown_firm(tells: Callable[[str], bool]) -> Callable[[str], bool]:
    """Let what a firm's legal form gives away be a firm, whatever else it says."""
    return lambda text: employer_score(text) < 1.0 and tells(text)


def _is_deed(text: str) -> bool:
    """Tell ``maintenance de locomotives`` from bigWave Vale."""
    first, space, _ = text.partition(" ")
    return bool(space) and first.islower()


def _is_called_person(text: str) -> bool:
    person = _PERSON.fullmatch(text)
    return person is not None and latin_score(person.group(1)) >= SURE_NAME


def _is_town_and_state(text: str) -> bool:
    is_so = _TOWN_AND_STATE.match(text) is not None and employer_score(text) == 0.0
    return is_so and text[-2:].lower() in places_after_comma()  # Larch AI is a name


def _are_persons(text: str) -> bool:
    people = text.split(" and ")
    return len(people) > 1 and all(latin_score(one) >= SURE_NAME for one in people)


_NO_HOUSE = (
    ("sign", _is_sign),
    ("date", _is_date),
    ("month", _is_month),
    ("sentence", _is_sentence),
    ("kind", _is_unknown_firm(lambda text: _KINDS.fullmatch(text) is not None)),
    ("heading", _is_heading_and_no_firm),
    ("course", lambda text: _COURSE_OR_CONTEST.fullmatch(text.strip()) is not None),
    ("code", _is_unknown_firm(lambda text: CODE_OF_COURSE.match(text) is not None)),
    ("post", _is_post_alone),
    ("subject", _is_unknown_firm(is_subject)),
    ("tools", are_tools),
    ("task", lambda text: _TASK.match(text) is not None),
    ("team", lambda text: _TEAM_WITHIN.search(text) is not None),
    ("clients", lambda text: _CLIENTS.fullmatch(text.strip(" :")) is not None),
)
_HARDLY_A_HOUSE = (
    ("group", is_group),
    ("part", _is_unknown_firm(_is_part)),
    ("work", _is_unknown_firm(lambda text: _WORK.search(text) is not None and not _OF_NATIONS.match(text))),
    ("place", _is_unknown_firm(lambda text: may_be_place(text) or _is_town_and_state(text))),
    ("field", _is_unknown_firm(is_work_field)),
    ("deed", _is_unknown_firm(_is_deed)),
)
_NO_POST = (
    ("month", _is_month),
    ("group", is_group),
    ("sentence", _is_clause),
    ("deed", lambda text: _PAST.match(text) is not None),
    ("code", _is_code),
    ("heading", lambda text: " " not in text and _is_heading(text)),  # Software Development is a post too
    ("house", lambda text: employer_score(text) >= HOUSE and not title_score(text) and not is_work_field(text)),
    ("place", may_be_place),
    ("persons", _are_persons),
    ("degree", lambda text: bool(degrees_in(fold(text), text))),
)


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in MONTHS for name in names.split())
