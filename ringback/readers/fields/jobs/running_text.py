"""Whether a line by itself is running text: sentences, clauses, lists of what was done, the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.deeds import DEED, MAX_POST_WORDS, MIN_FIRM, is_deed
from ringback.readers.fields.jobs.noise import is_noise, is_small_post
from ringback.readers.fields.jobs.stopped_headers import (
    MAX_CELL,
    MAX_COMMAS,
    MAX_SMALL,
    MIN_CLAUSE,
    is_han_post_with_stop,
    is_house_with_stop,
    is_job_with_stop,
    is_post_with_stop,
)
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import dates_end
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    pass

MAX_HEADER_CHARS = 110
MAX_LOWER_WORDS = 4
MIN_SENTENCE_WORDS = 6
MAX_CRIED_WORDS = 3  # Yahoo! is a firm
MIN_SMALL = 0.6
MAX_PAGE_CHARS = 7
_END_OF_SMALL = re.compile(r"(?:,| at| @| [-–—|/:]|\t)\s*(?=[A-Z])")
PICTURE = re.compile("(?:[\U0001f1e6-\U0001faff][\ufe0f\u200d]*\\s*)+")
_SITE_AT_END = re.compile(
    r",\s+[\w-]{2,40}(?:\.[a-z]{2,10}){1,2}/?\s*(?:\([^()]{3,60}\)\s*)?$"
)  # , Lindale, larch.example
MAX_POST_CHARS, SURE_POST = 60, 0.8
_BULLET = re.compile(
    r"^\s*(?:[^\w\s(\[{\"'#<]\s|o\s|\d{1,2}[.、)]\s?(?!\d)|\(\d{1,2}\)|[①-⑳]|(?:利用|使用了?|基于|按照?|为满足|通过|项目(?:简述|描述|介绍|名称"
    r"|[一二三四五六七八九十\d])|我|本人|期间|负责|参与|主导|完成|协助|带领|统筹"
    r"|(?:服务|合作|代表|主要|部分)(?:客户|品牌)|客户(?:包括|有)|搭建|建立|管理(?!培训生|员|岗|者|会计|咨询)|日常|responsib"
    r"|developed|led|managed|built"
    r"|created|designed|worked|(?:tech(?:nolog\w+|\s?stack)?|tools?|stack|environment|keywords|skills?|projects?"
    r"|highlights|achievements?|duties|website|advisors?|supervisors?|mentors?|manager"
    r"|domain|team ?size|industry|sector|platforms?|operating systems?|databases?|nature of (?:work|business|job|company|duties)"
    r"|(?:reports?|reporting) to|(?:job|role|work|company|project) (?:description|summary|profile|details)|ctc|salary"
    r"|reasons? for leaving"
    r"|subjects?(?: taught)?|methodology|deliverables?|key (?:skills|result areas?|contributions?|learnings?)|impact"
    r"|about the company)\s*:))",
    re.IGNORECASE,
)
_LABEL_OF_WORK = re.compile(  # 主要工作内容：接待、盘点
    "\\W{0,3}(?:[\u4e00-\u9fff]{0,6}(?:职责|内容|任务|职能|业绩|成果|成就|成绩|贡献|产出)|(?:工作|岗位|职位|职务|项目|业务|任务|职责)(?:描述|简述|概述|介绍|说明|简介|事项|范围)"
    "|(?:主要|日常|核心|具体|平时|负责|本职|相关|其他|所做)的?(?:工作|业务|事务|事项))\\s?:"
)
_DEED_AS_NOUN = re.compile(  # Réduction des coûts de 39 %, Coordinación de un equipo, Senkung der Kosten
    r"(?:Réduction|Augmentation|Encadrement|Gestion|Mise en (?:place|œuvre)|Coordination|Rédaction|Suivi|Amélioration"
    r"|Élaboration"
    r"|Relations? avec|Développement|Coordinación|Reducción|Elaboración|Gestión|Supervisión|Desarrollo|Atención"
    r"|Redacción|Mejora"
    r"|Coordenação|Redução|Elaboração|Gestão|Atendimento|Desenvolvimento|Gestione|Riduzione|Coordinamento|Redazione|Sviluppo"
    r"|Senkung|Steigerung|Abstimmung|Erstellung|Betreuung|Koordination|Durchführung|Planung|Führung)"
    r" (?:d['’]|des? |du |aux? |avec |del |da |do |dos |das |al |a |di |dei |delle |della |der |von |mit |und )"
    r"|(?:Coordination|Preparation|Supervision|Maintenance|Implementation|Analysis|Handling|Installation|Monitoring|Provision"
    r"|Execution|Verification|Evaluation|Assessment|Creation|Collection|Delivery|Improvement|Optimi[sz]ation|Identification"
    r"|Compilation|Calculation|Completion|Reconciliation|Recruitment|Configuration|Facilitation|Mobili[sz]ation|Sensiti[sz]ation"
    r"|Documentation|Dispensing|Promotion|Operation|Repair|Sales?|Marketing) of (?:(?:all|the|any|new|various|different|daily)\b"
    r"|[a-zA-Z]+(?: |s?$))"
)
_DOT = re.compile(r"^[·*-]\s")
_CLIENTS = re.compile(  # of a freelancer: Clients include Northwind, Larch Press
    r"\W*(?:(?:selected|past|recent|notable|key|previous|my|major) )*clients? (?:includ(?:e|ed|ing)|are|were|have included)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"(?:Advis[oe]r|Supervisor|Mentor|Manager)s?: [^\t]{3,60}\t"
)  # Advisor: Dr. Mara Velding<tab>Tide Centre
_PAGE = re.compile(r"\d{1,2}(?: ?/ ?\d{1,2})?")
_ADDRESS = re.compile(r"\w@\w[\w.-]*\.[a-z]{2,}")
_TOLD_BELOW = re.compile(  # Northwind: is a header, Responsibilities: is none
    r"responsib|dut(?:y|ies)|achiev|accompl|tech|tools?\b|stack|project|highlight|task|contribut|activit|skill|includ"
    r"|us(?:ed|ing)\b|\bwork\b",
    re.IGNORECASE,
)
_OF_WORK = r"(?:achievements?|accomplishments?|responsibilities|duties|tasks?|activities|contributions?)"
_HEADS_WORK = re.compile(  # Achievements/Tasks, as a template has it between the dates and the list
    rf"(?:(?:key|main|major|my|core|selected|notable|primary|job|daily) )?{_OF_WORK}(?:\s?(?:/|&|,|and)\s?{_OF_WORK})*"
    r"|(?:(?:haupt)?(?:aufgaben|tätigkeiten)|erfolge|verantwortlichkeiten)(?:\s?(?:/|&|und)\s?(?:aufgaben|tätigkeiten|erfolge))*"
    r"|(?:(?:principales )?(?:réalisations|missions|tâches|responsabilités))(?:\s?(?:/|&|et)\s?(?:réalisations|missions|tâches))*"
    r"|(?:(?:principales )?(?:logros|tareas|funciones|responsabilidades))(?:\s?(?:/|&|y|e)\s?(?:logros|tareas|funciones))*"
    r"|(?:(?:principais )?(?:realizações|conquistas|tarefas|atividades|responsabilidades))"
    r"(?:\s?(?:/|&|e)\s?(?:conquistas|tarefas|atividades))*",
    re.IGNORECASE,
)
_MAX_HEADS_WORK = 50
_HOUSED = re.compile(
    r"\s(?:chez|bei|presso|bij|hos)\s[A-ZÀ-Þ]"
)  # Vendeuse en CDD et stage de 13 semaines chez Larchard
_TOLD_ON = re.compile(
    "[\u4e00-\u9fff]{2}\\.\\s*[\u4e00-\u9fff]|^(?:自(?:高中|大学|小|从)|大[一二三四](?:上|下|的|开始|时|期间|当|用|在|参|学|加|担)|从小|在校期间)"
)  # a sentence behind a sentence, a life
_ENDS_AS_FIRM = re.compile(
    r"\b(?:Ltd|Inc|INC|LTD|CORP|Corp|[Cc]o|ltd|inc|corp|L\.?L\.?C|Pty|Bhd)\.$|\b(?:[A-Z]\.){2,}$|,\s[A-Z]{2}\.$"
    r"|(?:\bPh\.? ?D|\bM\.D|\bSc\.D|\bEd\.D|\bD\.Phil|\bJr|\bSr)\.$"
    r"|,\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|Okla"
    r"|Ore|Pa|Tenn|Tex|Va|Vt|Wash|W\. ?Va|Wis|Wisc|Wyo|Ont|Que|Alta|Sask|Man)\.$"
)  # Washington, D.C.; Northwind News, Hopewell, Va.
_STATE_LETTERS = re.compile(r"[A-Z]{2,3}\.?")
_WITH_LEGAL_FORM = re.compile(
    r"\b(?:GmbH|AG|KG|OHG|Ltd|Inc|LLC|S\.?A\.?|S\.?L\.?|BV|AB)\.?$"
)  # polyscale GmbH & Co. KG
_OF_STUDIES = re.compile("毕业|就读")
_NAME_AND_REMARK = re.compile(  # Northwind (a family business with forty staff)
    r"([A-ZÀ-Þ][\w.'’&+/-]*(?: (?:[A-ZÀ-Þ&][\w.'’&+/-]*|of|and|for|the|de|der|du|di))"
    r"{0,4}) \([^()]{3,90}\)"
)
_GOES_ON = frozenset(
    {"and", "or", "of", "the", "to", "with", "for", "a", "an", "by", "from", "that", "which", "as", "on"}
)
CAMEL = re.compile(r"[a-z]{1,8}[A-Z]\w")  # iRobot, eBay: a name
MIN_SMALL_OPEN = 0.5  # of the words of a line that ends in the middle of a phrase


def _is_foot(bare: str) -> bool:
    """Tell what is printed at the foot of each page: its number, an address."""
    return bool(("@" in bare and _ADDRESS.search(bare)) or (len(bare) <= MAX_PAGE_CHARS and _PAGE.fullmatch(bare)))


def is_text(line: str) -> bool:
    """Tell a description from a header line."""
    bare = line.strip()
    remark = _NAME_AND_REMARK.fullmatch(bare)
    if remark and not DEED.match(bare):
        bare = remark.group(1)
    is_small = bare[:1].islower() and len(bare.split()) > MAX_LOWER_WORDS and not CAMEL.match(bare)
    is_small = is_small and not _WITH_LEGAL_FORM.search(bare) and not _opens_with_small_post(bare)
    if _is_foot(bare) or len(bare) > MAX_HEADER_CHARS or is_small:
        return True
    if (
        (len(bare) <= _MAX_HEADS_WORK and _HEADS_WORK.fullmatch(bare))
        or _OF_STUDIES.search(bare)
        or _LABEL_OF_WORK.match(bare)
        or _CLIENTS.match(bare)
        or _TOLD_ON.search(bare)
        or (bare.endswith(":") and (not is_latin(bare) or _TOLD_BELOW.search(bare)))
    ):
        return True  # what follows is told at length
    is_post = (picture := PICTURE.match(bare)) is not None and title_score(bare[picture.end() :]) == 1.0
    if not is_post and (_BULLET.match(bare) or (_DEED_AS_NOUN.match(bare) and title_score(bare) < 1)):
        own = _DOT.sub("", bare)  # • Canopy Cloud<tab>San Francisco, CA; the mark may have a cell of its own
        return not ("\t" in own and (own != bare or _LED_BY.match(bare)))
    is_stopped = bare.endswith((".", ";", "。", "；")) and not (
        is_post_with_stop(bare) or is_house_with_stop(bare) or is_job_with_stop(bare) or is_han_post_with_stop(bare)
    )
    if is_stopped and employer_score(bare) < 1.0 and not _ENDS_AS_FIRM.search(bare):
        first = re.split(r",\s|\s\(|\.\s", bare)[0]
        is_firm = employer_score(first) >= 1.0 and sum(word[0].islower() for word in bare.split()) <= MAX_SMALL
        # "Lead Engineer, Skyhaven Turbines plc, Edinburgh." and "Brightwave Ltd (Shipping). Ely." are headers
        rest = bare[len(first) :]  # DevOps. Moved the delivery of a shop to …
        is_told = rest.startswith(". ") and _is_latin_sentence(rest[2:])
        is_post = title_score(first) >= (SURE_POST if _are_names(rest) else 1.0)
        return first == bare or is_told or not (is_post or is_firm)
    if bare.endswith("!") and len(bare.split()) > MAX_CRIED_WORDS:
        return True
    return _is_list(bare) or is_deed(bare) or _is_latin_sentence(bare) or _is_han_sentence(bare)


def _opens_with_small_post(line: str) -> bool:
    """Tell a post in small letters, alone or in front of a name: ``full stack tide engineer, Larchwell``."""
    sign = _END_OF_SMALL.search(line)
    return is_small_post(line[: sign.start()] if sign else line)


def _are_names(rest: str) -> bool:
    """Tell what commas part behind a post, each a name or a site: ``, Larch Mechanical, Ely, larch.example.``."""
    pieces = rest.strip(" .").split(", ")[1:]
    return bool(pieces) and all(piece[:1].isupper() or "." in piece for piece in pieces)


def _is_list(bare: str) -> bool:
    """Tell a list from a post or a house with its place: ``Charge Nurse, Intensive Care, Oakmere Hospital, Ely, OR``."""
    bare = _SITE_AT_END.sub("", bare) if "." in bare else bare
    first, *rest = re.split(r",\s", bare)
    n_small = sum(word[0].islower() for word in bare.split())
    is_header = (
        n_small <= MAX_SMALL and title_score(first) >= 1.0 and any(employer_score(one) >= MIN_FIRM for one in rest)
    )
    is_house = n_small <= MAX_SMALL and bool(rest) and _is_country(rest[-1])
    is_house = is_house and any(employer_score(one) >= MIN_FIRM for one in (first, *rest[:-1]))
    return bare.count(",") > MAX_COMMAS and not (is_header or is_house)


def _is_country(text: str) -> bool:
    """Tell what an address ends with: ``School of Law, Larch University, West Campus, Salem, OR``."""
    return _STATE_LETTERS.fullmatch(text) is not None or is_noise(text)


def _is_han_sentence(bare: str) -> bool:
    """Tell clauses from the cells of a header, which are titles, firms and places."""
    clauses = bare.split(",")
    if dates_end(clauses[0]) == len(clauses[0].rstrip()) and max(map(len, clauses)) <= MAX_CELL:
        return False  # 2019.10-至今，青禾商贸，仓储经理
    return (
        len(clauses) > 2
        and not is_latin(bare)
        and max(map(len, clauses)) >= MIN_CLAUSE
        and not any(title_score(clause) == 1.0 or employer_score(clause) > MIN_FIRM for clause in clauses)
        and not (" | " in clauses[0] and title_score(clauses[0].split(" | ")[0]) == 1.0)
    )


def _is_latin_sentence(bare: str) -> bool:
    """Tell running text by its small letters: headers write their words large."""
    words = bare.split()
    if len(words) < MIN_SENTENCE_WORDS or "\t" in bare or not is_latin(bare):
        return False
    n_small = sum(word[0].islower() for word in words)
    if n_small < (MIN_SMALL_OPEN if words[-1] in _GOES_ON else MIN_SMALL) * len(words):
        return False
    first = re.split(r",\s|\s\(", bare)[0]
    is_post = not bare.isascii() and len(first.split()) <= MAX_POST_WORDS and title_score(first) == 1.0
    is_post = is_post or (_HOUSED.search(first) is not None and title_score(words[0]) == 1.0)
    return not is_post  # Ingénieur de recherche, …: few words of Romance posts are written large
