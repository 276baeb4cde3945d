"""What stands beside post and employer and is neither: a place, a department, a contract, a remark on the firm, a person."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.jobs.aside_words import COUNTRIES, FIRMS_TOO, LANGUAGES, OWN_BOSS, SHORT_MONTHS, UNITS
from ringback.readers.fields.jobs.firm_remarks import says_of_firm
from ringback.readers.fields.jobs.han_patterns import HOUSE
from ringback.readers.fields.jobs.han_titles import TRADE_ALONE
from ringback.readers.fields.jobs.job_places import is_town_of_land, lies_somewhere
from ringback.readers.fields.jobs.noise import is_noise
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, is_listed_title, title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.periods import is_date_alone
from ringback.readers.fields.places.abroad import is_abroad
from ringback.readers.fields.studies.school_words import SUBJECT
from ringback.readers.fields.wordlists import chinese_cities, surnames
from ringback.readers.normalise import fold

MAX_CHOICES, SURE_POST, SURE_NAME = 2, 0.8, 0.9
_HAN = "\u4e00-\u9fff"
_KIND = re.compile(  # in small letters, which are compared faster than any letters
    r"(?:(?:permanent|temporary|contract|regular|casual)[, /-]{1,2})?(?:full|part)[- ]?time"
    r"(?:[, /-]{1,2}(?:permanent|temporary|contract|regular|remote|hybrid|intern(?:ship)?|position|job))?"
    r"|contract(?:or)?|permanent|temporary|temp|(?:fully?[- ]|100 ?% |hybrid[ /-]{1,3})?remote"
    r"|online|virtual|hybrid|internship|on-?site|in-person|in-house"
    r"|(?:online|remote|on-?site|in-person|at home)(?: ?[&/+] ?| and | or )"
    r"(?:online|offline|remote|on-?site|in-person|in-(?:gym|store|home|house))"
    r"|volunteer|seasonal|(?:currently )?(?:working|employed)|\d{2}\+? (?:hrs|hours)\b.*|[a-z]{2} \d{5}(?:-\d{4})?"
    r"|(?:gs|wg)[- ]?\d{1,4}(?:[-/]\d{2,4}){0,2}|[ewo]-\d{1,2}|(?:mos:? ?)?\d{2}[a-z]\d{0,2}|pgy[- ]?\d(?:[-–]\d)?"
    r"|(?:fnp|anp|agnp|pmhnp|whnp|acnp|cpnp|pnp|agacnp|aprn|np)-(?:bc|c|ac|pc)|ccc-slp|otr/l"
    r"|(?:100 ?% |en )?(?:remoto|remota|remotamente|híbrido|híbrida|presencial(?:mente)?|à distance|télétravail"
    r"|présentiel|da remoto|(?:in )?presenza|ibrido|híbrid[oa]|hybride|homeoffice|vor ort"
    r"|home[ -]office|ortsunabhängig|op afstand)"
    r"|(?:in )?(?:vollzeit|teilzeit|festanstellung|befristet|unbefristet|minijob|freiberuflich|ehrenamtlich"
    r"|nebenberuflich|werkvertrag|selbst(?:st)?ändig|in (?:eigener praxis|elternzeit)|im eigenen betrieb)"
    r"|temps (?:plein|partiel|complet)|à (?:plein temps|temps partiel)|cd[id]|intérim|alternance|en alternance"
    r"|apprentissage|bénévole"
    r"|tiempo completo|tiempo parcial|(?:a )?(?:jornada|media jornada)(?: completa| parcial)?|prácticas|autónomo|contrato \w+"
    r"|tempo (?:integral|parcial|pieno|determinato|indeterminato)|part[- ]time|clt|pj|estágio|tirocinio|stage"
    r"|voluntário|volontario"
    r"|voltijd|deeltijd|heltid|deltid|tijdelijk|vakantiewerk|bijbaan|oproepkracht|temporal|eventual|indefinido|stagionale"
    r"|a chiamata|saisonnier|saisonnière|vacation|mission d['’]intérim|aushilfsweise|geringfügig|umowa zlecenie|umowa o pracę"
    r"|projected|expected|anticipated"
    r"|zuletzt|geplant|eigenständig|aktuell|derzeit(?:ig)?|laufend|selbstständig erarbeitet|en cours|actuellement|prévu"
    r"|actualmente|en curso|em andamento|cursando|attualmente|in corso|momenteel|gepland|lopend|pågående|obecnie|w trakcie"
    r"|(?:my |the )?(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th)[ -]year"
    r"|(?:previous|former|past|present|current|latest|most recent|main|primary|second|side)"
    r" (?:position|post|role|job|employer|company)"
)
_KIND_OF_HAN = re.compile(
    r"(?:某(?:家|一)?)?(?:初创|创业)型?(?:公司|企业|团队)|"
    r"(?:生产|毕业|专业|认[识知]|[顶跟轮]岗|教育|暑[期假]|寒假|假期|社会|短期|校外|综合)性?实习|[\u4e00-\u9fff]{1,6}车间"
    r"|(?:正式|已)?入职|待业|求职中|实习(?:阶段|期间?)|试用期|(?:博士|硕士|研究)(?:研究生|生)?导师|[博硕]导|(?:已|暂)?(?:毕业|离职)"
    r"|(?:[省市区县]直)?(?:事业|行政)编制?|在编|编外|合同制|人事代理|劳务派遣"
    r"|(?:[\u4e00-\u9fff]{0,6}[后并])?(?:转正|晋升|升任|升职)[\u4e00-\u9fff]{0,4}"
    r"|(?:分?管|管理|带领?|下辖|下属|团队)[\u4e00-\u9fff]{0,4}\s?\d{1,4}\s?[\u4e00-\u9fff\s]{1,6}"
    r"|[现現曾前原]任|[现現][职職]|(?:个体|个人|自主|自己)(?:经营|创业)|自营"
    r"|全职|兼职|实习|外包|外派|驻场|外驻|在职|个人项目|个人作品|独立开发|课程设计|毕业设计|开源项目"
)
_DOES = re.compile(  # 运营专员，负责活动策划; 熟练了使用工具
    "(?:主要|日常|全面)?(?:负责(?!人)|从事|协助)(?: ?[\u4e00-\u9fffA-Za-z]{2,}|$)"
    "|(?:熟练|熟悉|掌握|学[会习到]|完成|实现|参[与加]|提[升高]|了解|积累|锻炼|获得|优化)了[\u4e00-\u9fffA-Za-z]{2,}"
)
_TOLD = re.compile(  # 不愿放弃画画, 能够有所长进: a clause of a sentence, whatever word it ends with
    "可以|能够|有所|依然|因为|所以|虽然|但是|而且|并且|为了|决定|觉得|认为|不[愿想能会仅断]|从而|(?:课余|业余|空闲)时间|懂得|更加|是最|^自学|.{6}(?<!博士)(?<!博)后$"
)
_OF_ONESELF = re.compile("(?:我|本人)[于在是们曾从的现目主负参毕获收被将也还正先]")  # 我爱我家 is a house
_KIND_SAID = re.compile("远程|居家办公|兼职|全职|外包|外派|驻场|其中")  # in words: 其中8月前是兼职
_FOR_ONESELF = re.compile(r"self[- ]employ(?:ed|ment)(?: ?/ ?employed)?", re.IGNORECASE)
_SENTENCE = re.compile(  # Working closely with engineers
    r"(?:I|I'm|We|My|Our)\s|[A-Z][a-z]{2,}ing (?:[a-z]+ly )?(?:with|on|to|for|as|in|of|the|an?|and)\s"
)
_WORK_AS_ROLE = re.compile(  # Role: Currently working on the backend of …
    r"(?:(?:Currently|Presently|Mainly|Primarily|Actively) )?[A-Z]?[a-z]{2,}ing (?:[a-z]+ ){0,2}"
    r"(?:on|with|for|the|an?|and|in|to|of)\b"
    r"|(?:I|We|My|To|It|This|The)\b"
)
_BESIDE_PLACE = re.compile(
    r"(?:[Oo]pp(?:osite(?: to)?|\.)|near|next to|beside|behind|adjacent to|along|off) (?:the )?[A-Za-z]{3}"
)
_COUNTED = re.compile(  # 24 beds, 1,200 pupils: how large the house is
    r"\d[\d,.]*\+?[ -](?:\w+[ -])?(?:beds?|bedded|staff|pupils|seats?|covers|rooms"
    r"|units|stores|people|patients|vehicles|hrs|hours)\b"
)
_TOWN_OF_PROVINCE = re.compile(
    "[\u4e00-\u9fff]{2,5}?(?:省|自治区)[\u4e00-\u9fff]{2,5}[市州盟](?:[\u4e00-\u9fff]{1,4}[区县市镇])?"
)
_SOME_HOUSE = re.compile(r"(?:an?|une?|un[ao]|eine[mnr]?|uma?|het|een) [a-zà-ÿ]")  # a firm without its name: une agence
_AREA = re.compile(
    r"(?:[Gg]reater )?[A-Z][\w.'’-]*(?:[ /-][A-Z][\w.'’-]*){0,4} (?:[Mm]etro(?:politan)? )?[Aa]rea"
)  # Seattle/Tacoma area
_STREET = re.compile(
    r"\d{1,6}[A-Z]?,? (?:[NSEW]{1,2}\.? )?(?:[A-Z\d][\w.'’-]* ){1,4}(?:St|Street|Ave?|Avenue|Rd|Road|Dr|Drive|Blvd"
    r"|Boulevard|Lane|Ln|Way|Court|Ct|Pkwy|Parkway|Hwy|Highway|Place|Pl|Square|Terrace|Trail|Pike|Circle)\b\.?"
    r"(?: (?:[NSEW]{1,2}\b.*|(?:Suite|Ste|Apt|Unit|#).*))?$"
)  # 1660 Larch Street NE
_VESSEL = re.compile(
    r"(?:M/[VTYS]|S/[SY]|T/T|MV(?![A-Z])|M\.V\.|LNG/C) ?[\"“']?[A-Z]"
)  # M/T Northern Light, of whichever line
_OF_PERSON = re.compile("[\u4e00-\u9fff](?:经理|总|主管|主任|老师|先生|女士|小姐|总监|部长|店长|工)")
_PROFESSOR = re.compile(r"Prof(?:\.|essor)(?: Dr\.?)? (?=[A-Z][\w.'’-]* [A-Z])(.{4,40})")
_KINDS_OF_CHAIR = re.compile(
    r"\b(?:emerit|titular|adju|substitu|visit|associa|assist|ensino|educa|contrat|catedr|auxilia|coordena|applied|general|full|chair"
    r"|tempor|colabor|hono|conf[eé]r|univers|school|honor|doutor|doctor|junior|senior)",
    re.IGNORECASE,
)  # Professor Substituto Temporário is a post
_ENDS_AS_FIELD = re.compile(r"(?:ics|ography|onomy|istry|tions?|ities|ages|agement)$")  # Wind Tunnel Aerodynamics
WITH_FIRM = re.compile(
    r"公司.|\b[A-Z][\w.'’-]+ (?:University|College|Institute|Hospital) (?!Department|Dept|Division|Team)[A-Z]"
)  # a firm and its department: Northmoor College Physics Department
_HAN_DEPARTMENT = re.compile(
    rf"(?![{_HAN}A-Za-z]{{2,}}(?:教育|艺术|职业|技能|驾驶|体育|舞蹈|音乐|美术|书法|语言|英语|外语|日语|少儿|考试|学习|电脑)培训中心$)"
    rf"[{_HAN}A-Za-z]{{0,8}}(?:运营|研发|销售|市场|财务|人力(?:资源)?|人事|客服|技术|产品|数据|行政|供应链|采购|质量|品质|生产|工程|设计|品牌|营销|商务|信息|培训"
    rf"|风控|法务|审计|物流|仓储|综合|业务|客户|项目|管理)[{_HAN}]{{0,4}}(?:中心|部门?|组|(?<!工作)室|科|处|事业群|事业部|BU|线|团队)"
    rf"|[\w.]{{2,12}}\s?[{_HAN}]{{0,6}}组|[{_HAN}]{{2,4}}大区|(?!办事|管理)[{_HAN}]{{2}}处"
    rf"|(?=.{{2,12}}$)[{_HAN}A-Za-z0-9]+(?:(?<![干幹])(?<!门诊|门市|批发|经营|小卖|俱乐)部门?|事业部|事业群|本部)"
)
_DEPARTMENT = re.compile(
    r"(?:(?!Police|Fire|Sheriff|Health|State|Correction|Rescue)[A-Z][\w&-]* ){0,4}"
    r"(?:Department|Dept\.?|Division|Team)"
    r"|(?:Abteilung|Bereich|Dział|Oddělení|Avdelning|Afdeling)(?: [\w&-]+){1,5}"
    r"|(?:Département|Direction|Service|Pôle|Departamento|Dirección|Área|Gerencia|Subdirección|Departament|Àrea|Setor|Diretoria"
    r"|Gerência|Direção|Ufficio|Reparto|Dipartimento|Area|Settore|Direzione) (?:d[eiou]s?|del|della|d['’])(?: ?[\w&-]+){1,6}"
)
_PAID_BY = re.compile(
    r"(?:[Pp]osition|[Pp]ost|[Pp]roject|[Ff]ellowship|[Cc]ontract|[Ss]cholarship|[Rr]esearch) (?:is |was )?"
    r"(?:[Ff]unded|[Ff]inanced|[Ss]ponsored|[Ss]upported) (?:by|through|under|from) "
)  # Position funded by the Larch Foundation
_GROUP_OF_SCHOOL = re.compile(
    "(?!.*(?:学生|社团|协会|会))[\u4e00-\u9fff]{2,10}大学[\u4e00-\u9fffA-Za-z]{2,14}(?:组|团队)"
)  # 青禾大学气候组: the house of a scholar


@lru_cache(maxsize=2048)
def is_aside(text: str) -> bool:
    """Tell what is neither title nor employer: a place, a department, a kind of contract, a remark on the firm, a person."""
    folded, lowered = fold(text), text.lower()
    if lowered in OWN_BOSS or lowered in FIRMS_TOO or _GROUP_OF_SCHOOL.fullmatch(folded):
        return False  # what stands in the place of a firm
    land = next((land for land in ("中国", "台灣", "台湾", "臺灣") if text.startswith(land)), None)
    is_of_china = land is not None and fold(text[len(land) :]) in chinese_cities()
    if (_SENTENCE.match(text) and not ends_as_title(text)) or text in COUNTRIES or is_of_china:
        return True
    if (
        (_is_heading(text) and title_score(text) < 1)
        or is_date_alone(folded)
        or (lowered in SHORT_MONTHS and not text.isupper())
        or (field_of(folded) and title_score(text) < 1)
    ):
        return True
    is_remark = says_of_firm(text) and employer_score(text) < 1
    is_han = not text.isascii()
    if (
        (is_han and _DOES.match(folded) and not is_listed_title(text))
        or is_noise(text)
        or _KIND.fullmatch(lowered)
        or (is_han and _OF_ONESELF.match(text))
        or (is_han and _KIND_OF_HAN.fullmatch(lowered))
        or (is_han and _KIND_SAID.search(text) and not title_score(text) and not employer_score(text))
        or (is_han and _TOLD.search(text) and employer_score(text) < 1 and not is_listed_title(text))
        or is_remark
        or (is_han and TRADE_ALONE.fullmatch(folded))
        or _are_asides(text)
        or is_town_of_land(text)
        or (text[-4:].lower() == "area" and _AREA.fullmatch(text))
        or _VESSEL.match(text)
        or (is_han and (is_abroad(folded) or _TOWN_OF_PROVINCE.fullmatch(folded)))
        or lowered in UNITS
        or lowered in LANGUAGES
        or (text[:1].isdigit() and (_STREET.match(text) or _COUNTED.match(text)))
        or (_BESIDE_PLACE.match(text) and not title_score(text))
        or is_professor(text)
        or (_SOME_HOUSE.match(text) and not title_score(text))
        or _PAID_BY.match(text)
        or (
            (_DEPARTMENT.fullmatch(text) or (is_han and _HAN_DEPARTMENT.fullmatch(text)))
            and not WITH_FIRM.search(text)
            and not HOUSE.fullmatch(text)
        )
    ):
        return True
    if is_han and _OF_PERSON.fullmatch(text) and text[0] in surnames()[0] and not is_listed_title(text):
        return True  # 王经理 is somebody to ask
    return employer_score(text) < 1 and title_score(text) < 1 and lies_somewhere(text)


def is_professor(text: str) -> bool:
    """Tell whom somebody worked for, called by the own name: ``Professor Mara Velding``, not ``Professor Marine Biology``."""
    told = _PROFESSOR.fullmatch(text) if text.startswith("Prof") else None
    if told is None or _KINDS_OF_CHAIR.search(told.group(1)) or SUBJECT.search(told.group(1)):
        return False
    return latin_score(told.group(1)) >= SURE_NAME and _ENDS_AS_FIELD.search(told.group(1)) is None


def _are_asides(text: str) -> bool:
    """Tell a choice of asides: ``Remoto / Ibrido``."""
    return 0 < text.count("/") <= MAX_CHOICES and all(is_aside(part.strip()) for part in text.split("/"))


def _is_heading(text: str) -> bool:
    """Tell the words of a heading; capitals alone make none here (RESEARCH IN MOTION is a firm)."""
    return "".join(filter(str.isalnum, fold(text).lower())) in section_table()


_QUOTES = frozenset('"“”„«»')


def tells_work(text: str) -> bool:
    """Tell what somebody says of his work, or the name of a work, where a label asks for the post."""
    if text[:1] in _QUOTES and text[-1:] in _QUOTES:
        return True  # Title: "Game store"
    return _WORK_AS_ROLE.match(text) is not None and title_score(text) < SURE_POST


def is_for_oneself(title: str, employer: str) -> bool:
    """Tell what says for whom one works, and is no post at an employer: ``Self-Employed / Employed``."""
    said, house = (_FOR_ONESELF.fullmatch(text.strip(" ()/")) for text in (title, employer))
    return said is not None and house is None
