"""The name of a school: the words that make one, and where it ends in a line."""

from __future__ import annotations

import re

from ringback.readers.fields.degrees import SECONDARY, degrees_in, highest, patterns
from ringback.readers.fields.titles import is_placeholder
from ringback.readers.fields.wordlists import latin_cities, places_after_comma
from ringback.readers.normalise import fold

MAX_SCHOOL_CHARS = 70
SHORTEST_HAN = 2  # 毕业学校 is a label

HAN_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff·]{1,18}?(?:大学|学院|专科学校|职业学校|技术学校|中等专业学校|职业中专|职教中心|高级中学"
    r"|职业高中|师范学校|卫校|技校|党校|学校|中学|[一二三]中(?!学)|附中(?!学)|高中(?!学))(?!生)(?:大学(?!生))?"
    r"(?:[\u4e00-\u9fff]{2,8}?(?:学院|分校|校区))?(?:[(（][\u4e00-\u9fff]{2,8}[)）])?"
)
_HAN_INSTITUTE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,16}(?:研究院|研究所|科学院)|(?:中科院|中国科学院|社科院)[\u4e00-\u9fff]{2,10}所)"
    r"(?![\u4e00-\u9fff])"
)
TEACHES = re.compile(
    "教授|讲师|研究员|博士后|教师|教员|辅导员|院长|校长|导师|助教|老师|班主任"
)  # who works at a school
_OF_OFFICE = re.compile("(?:[曾现]?(?:担任|出任|就任|任职|任教))")  # 担任光电学院网宣中心副主任: an office, no school
_OF_STAFF = re.compile("[\u4e00-\u9fff]{0,10}?(?:教授|讲师|研究员|博士后|教师|辅导员|教务|职员)")
HAN_PART_OF_SCHOOL = re.compile(
    "(?:计算机|软件|信息|经济|管理|工商|商|法|政法|医|药|外国语|外语|人文|文|理|工|化学|化工|生命|生物|材料|机械|机电|电气|电子|通信|自动化|控制"
    "|数学|统计|物理|建筑|土木|水利|环境|资源|能源|动力|艺术|设计|美术|音乐|体育|新闻|传播|公共|国际|金融|会计|财经|财政|旅游|教育|护理|临床|基础"
    "|网络|空间|安全|人工智能|大数据|航空|航天|交通|海洋|农|林|食品|纺织|光电|仪器|测绘|地理|社会|历史|哲学|马克思主义|研究生|继续教育|国防|系统|传媒|影视|动画|数字|媒体|智能|制造|微电子|集成电路"
    "|矿业|石油|船舶|汽车|轨道|高分子|生态|园林|卫生|口腔|中医|心理|舞蹈|音乐"
    "|科学|技术|工程|与|和|及)+(?:学院|系)"
)  # 计算机学院: of which university it does not say
_ACRONYMS = (
    r"IIT|IIM|IIIT|NIT|BITS|MIT|UCLA|UC|UCL|LSE|NYU|USC|CMU|UIUC|UNC|UBC|SUNY|CUNY|ETH|EPFL|INSA|IFSI|IUT"
    r"|INSEAD|ESSEC"
    r"|ESCP|EDHEC|HKUST|HKU|CUHK"
    r"|PolyU|NUS|NTU|SMU|KAIST|DHBW|CNAM|IGNOU|Technion|JNTU|VTU|LMU|TUM|UNAM|UFRJ|UERJ|UFMG|UFRGS|UFSC|UFPR"
    r"|UFPE|UFBA"
    r"|UFF|USP|UNICAMP|UNESP|UnB|PUCRS|ITESM|UPM|UPV|UAB|UCM|UC3M|SJTU|USTC|XLRI|SPJIMR|RMIT|UNSW|UiTM|UPenn"
    r"|UIC|UMass"
    r"|Caltech|VIT|SRM|RWTH"
)
_ACRONYMS_OF_EUROPE = (
    r"ENSEEIHT|ENSIMAG|Ensimag|ENSTA|ENSAM|CPE Lyon|EPITA|Epitech|EPITECH|EFREI|ESIEE|Supélec|CentraleSupélec"
    r"|Supinfo|SUPINFO|ESGI|ISEP|UTC|UTT|UTBM|UQAM|UDEM|HEC|ESIEA|Polytech"
    r"|UOC|UNED|UPC|UPF|UGR|UBA|UTN|UDELAR|UdelaR|USACH|ITBA|IPN|UANL|FIB|ETSII|ETSIT|ISEL|ISCTE|IST|FEUP|FCUL"
    r"|KTH|DTU|NTNU|AGH|ČVUT|VUT|VŠB|ZHAW|FHNW|HSR|ZHdK|KIT|TUHH|HTWK|HAW|HPI"
)
_ALL_ACRONYMS = f"{_ACRONYMS}|{_ACRONYMS_OF_EUROPE}"
_COMPOUND = (
    r"[A-ZÄÖÜ][\wäöüß-]+(?:-?[Ss]chule|-?[Gg]ymnasium|-?[Kk]olleg|-?[Aa]kademie|-?[Uu]niversität|universitet|universiteit"
    r"|højskole|høgskole|høyskole|högskolan?)"
)
_LATIN_SCHOOL = re.compile(
    rf"\b(?:{_COMPOUND}|[Uu]niversite(?:i?t|tet)\w{{0,2}}|[Uu]niver[sz]it[aäyě]\w{{0,2}}|univerz\w+|"
    r"École|Ecole|Collège|Polit[eéè]cni\w+|Politechnik\w+|Scuola|Istituto|Accademia|Academia|Acadèmia|Szkoła"
    r"|Liceum|Technikum|škola|Škola|Gymnázium|Vysoké učení|Vysoká škola"
    r"|fakulta|Fakulta|Tecnológico|Conservatorio|Conservatório|Hoge ?school|I\.?E\.?S|I\.?T\.?I\.?S|ISIS|IIS"
    r"|CEFET|SENAI|SENAC|CPI|UNIP|FGV|PUC|UFSCar|UFU|UFES|UFRN|UFC|UFPA"
    rf"|{_ACRONYMS_OF_EUROPE}"
    r"|UNIVERS[A-ZÀ-Þ]{2,5}|COLLEGE|INSTITUTE?|SCHOOL|ACADEMY|POL[IY]T[EÉ][A-Z]{2,6}|FACULTY|College"
    r"|Institut\w{0,3}|School|Academy|Univ\.|Univers(?!itari[oa])\w{2,6}|Uniwersyte\w+|Pol[iy]t[eé]\w+"
    r"|Fachhochschule|Hogeschool"
    r"|Högskola\w*|Yliopisto|Egyetem|Escuela|Escola|Facultad|Faculdade|Akademi[ea]|Hochschule|[ÉE]cole|Lycée"
    r"|Faculty|Kolej"
    r"|Vidyalaya|Vidyap\w+|IES|CIFP|ETEC|FATEC|Fatec|Etec|Colegio|Colégio|Liceo"
    r"|Conservatoire|Conservatory|Seminary|TAFE|Gymnasium|Georgia Tech|Virginia Tech|Sciences Po|Texas A&M"
    rf"|HEC Paris|(?:TU|FH|TH|HTW|Uni|CAU|FU|HU) [A-ZÄÖÜ][a-zäöüß]+|{_ACRONYMS})\b"
)
SPLIT = re.compile(
    r"\t|(?<=[a-z])-\s+(?=[A-Z])|\s+(?=(?:Major|Degree|Minor)\s*:|C?GPA\b\s*:?\s*\d)|\s{2,}|(?<=[a-zà-ž]{4})\.\s+"
    r"|\s+(?=Abschluss(?:note)?\s?:)|\s*["
    r"|;•·]\s*|\s+[-–—:]+\s+|,\s+|，|\s*/\s*(?=[A-Z\u4e00-\u9fff])"
)
DATES = re.compile(
    r"\(?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*)?(?:19"
    r"|20)\d{2}\s*(?:[年./-]\s*\d{1,2}(?!\d)\s*月?)?"
    r"(?:\s*(?:-+|~|至|到|to)\s*(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?,?\s*)?(?:19|20)\d{2}\s*(?:[年./-]\s*\d{1,2}(?!\d)\s*月?)?|至今|今|现在|present|now"
    r"|current))?\)?",
    re.IGNORECASE,
)
_STUDIED_AT = re.compile(
    r"\b(?i:stud(?:ied|y|ying|ent)|graduat(?:ed|e|ing)|enrolled|alumn\w+|degree|diploma|attended|read|reading"
    r"|bachelor\S*|master\S*|B\.?\w{1,4}\.?"
    r"|M\.?\w{1,4}\.?|LL\.?[BM]\.?|ph\.?d)\b[^.;]{0,80}?\b(?:at|from"
    r"|attended)\s+(?:the\s+)?(?:[\"“«][^\"”»]{2,30}[\"”»]\s+)?"
    r"((?:[A-Z][\w&'’.-]*|of|and|the|&|for|at)(?:,? (?:[A-Z][\w&'’-]*|of|and|the|&|for|at))*)"
)
PART_OF_SCHOOL = re.compile(r"\b(?:Faculty|Facultad|Faculdade|Faculté|Department|Dept)\b|^(?:School|College) of\b")
SUBJECT = re.compile(
    r"\b(?:science|engineering|management|administra\w+|economics?|economía|arts?|design|studies|business|finance"
    r"|accounting|accountancy"
    r"|marketing|commerce|mathematics|maths?|physics|chemistry|biology|\w*logy|\w*logía|\w*logie|history|english"
    r"|literature|law|droit"
    r"|derecho|medicine|nursing|education|computer|informati\w+|information|technology|communications?|media"
    r"|journalism"
    r"|statistics"
    r"|humanities|sociology|hono(?:u)?rs?|hons|distinction|class|grade|gpa|cgpa|major|minor|concentration|special\w+"
    r"|option|thesis"
    r"|relevant|coursework|graduated?|expected|present|mechanical|electrical|civil|electronics|industrial"
    r"|hospitality|tourism"
    r"|supply|logistics|human|resources|public|international|relations|software|data|analytics|applied|general|cum"
    r"|laude|board|cbse"
    r"|icse|year|degree|qualification|languages?|music|fashion|culinary|automotive|hvac|welding|dental|pharmacy"
    r"|agriculture)\b",
    re.IGNORECASE,
)
_CAMPUSES = re.compile(
    r"(?:berkeley|davis|irvine|merced|riverside|santabarbara|santacruz|urbana|champaign|boulder|amherst"
    r"|chapelhill|annarbor)\Z"
)
_PICTURES = "⋄◇◆🏫🎓📚🏛📖\ufe0f "
_KEY = re.compile(
    r"^(?:[a-z]{4,12}|(?:Universitari|Secundari|Primari|Superior)\w{1,3}): "
)  # title: University of …, as lists of data have it
_STUDY_IN_FRONT = re.compile(
    r"^(?:\w*[Ss]tudium|\w*[Ss]tudien\w*|Promotion\w*|Abitur|Ausbildung|Lehramt\w*|Diplom)\b.{0,90}?"
    r"\b(?:an der|an dem|am|der)\s+(?=[A-ZÄÖÜ])"
)  # Promotionsstudium an der …
_STUDENT_IN_FRONT = re.compile(
    r"^(?:Estudando|Cursando|Estudiante|Estudante|Studente(?:ssa)?|[ÉE]tudiante?|Studierende?|"
    r"Formad[oa]|Graduad[oa]"
    r"|Licenciad[oa]|Diplômée?|Laureat[oa])"
    r"\b.{0,60}?\b(?:na|no|en la|en el|por la|pela|pelo|à la|à|de la|presso|all|an der|at)['’ ]\s*(?=[A-ZÀ-Þ])"
)  # Estudando pedagogia na Universidade …
_NAMED_AFTER = re.compile(
    r"^[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3} (?:de|di|da|do|des|of|für)$"
)  # Instituto X de Ensino Superior
_FULL_STOP = re.compile(r"(?<=\w)\.$")
_ABBREVIATED = re.compile(r"\b(?:Univ|Inst|Tech|Coll|Sch|Ltd|[A-Z])\.$")
_MODE = re.compile(
    "函授|自考|自学考试|全日制|非全日制|统招|夜大|夜校|业余|网络教育|成教|成人教育|在职|脱产|双一流|一本|二本|重点|毕业|肄业|在读"
)
_WITH_DEGREE = re.compile("([\u4e00-\u9fff]{4,20})\\(([\u4e00-\u9fff]{2,6})\\)")
_PREPOSITION = re.compile(
    r"(?:^|\s)(?:an der|an dem|am|bei der|der|por la|por el|en la|en el|na|no|pela|pelo|presso (?:l['’]|la "
    r"|il )?|presso|à l['’]|à la|au"
    r"|de l['’]|dell['’]|all['’]|vid|på|aan de|a la|a l['’])\s*((?:[A-ZÀ-Þ][\w'’.-]*\s){0,2})$"
)
_LOOSE_END = re.compile(r"\s+(?:in|from|at|of|with|during|on|-)$")
_KIND_OF_SCHOOL = re.compile(
    r"(?:Grund|Real|Haupt|Berufs|Hoch|Fachhoch|Fachober|Volks|Gesamt|Sekundar|Berufsfach|Handels|Mittel|Ober"
    r"|Kantons|Fach|Meister|Abend"
    r"|Technische Hoch|Musik|Förder|Sommer|Tanz|Fahr|Sprach)schule"
)  # which of them it does not say
_FIELD = (
    r"(?:Applied|Management|Studies|Technology|Engineering|Sciences?|Business|Administration|Economics|Design|Arts?"
    r"|Medicine|Law|Education"
    r"|Research|Commerce|Finance|Music|Nursing|Pharmacy|Architecture|Information|International|Public|Social|and|&)"
)
_SCHOOL_OF_FIELDS = re.compile(
    rf"(?:[A-Z][\w.&'-]+\s+){{0,5}}(?:Institute|School|College|Academy) of(?:\s+{_FIELD}){{1,4}}"
)


def school_in(folded: str, shown: str) -> str | None:
    """Return the name of the school in a line, spelled as in ``shown``."""
    match = HAN_SCHOOL.search(folded)
    if match and HAN_PART_OF_SCHOOL.fullmatch(match.group()):
        match = HAN_SCHOOL.search(folded, match.end()) or match  # 软件学院, 南京大学
    if match and _OF_OFFICE.match(match.group()):
        match = None
    name = _without_lead(shown[match.start() : match.end()]) if match and not is_placeholder(match.group()) else ""
    institute = _HAN_INSTITUTE.search(folded)
    is_first = institute is not None and match is not None and institute.start() < match.start()
    if len(name) > SHORTEST_HAN and not (is_first and degrees_in(folded[: match.start() if match else 0])):
        return without_degree_behind(name)
    if institute and degrees_in(folded):
        return shown[institute.start() : institute.end()]  # they confer degrees, and employ far more people
    if not _LATIN_SCHOOL.search(folded):
        return None
    if said := school_said(folded):
        return said
    pieces = SPLIT.split(DATES.sub("\t", folded))
    names = [school for piece in pieces if (school := _school_of_piece(piece, folded))]
    if len(names) > 1 and PART_OF_SCHOOL.search(names[0]):
        return next((name for name in names[1:] if not PART_OF_SCHOOL.search(name)), names[0])
    return names[0] if names else None


def without_degree_behind(name: str) -> str:
    """Take the degree in brackets off the name of a school: 青禾职业学院（大专）."""
    remark = re.split(r"[(（]", name)[-1] if name[-1:] in {")", "）"} else ""
    is_remark = bool(remark) and (degrees_in(remark) or _MODE.match(fold(remark)))
    return re.sub(r"[(（][^()（）]*[)）]$", "", name) if is_remark else name


def school_of_highest(value: str) -> str | None:
    """Return the school of the highest degree where a value lists several: 某学院(专科)，某大学(本科)."""
    named = [(found.group(1), highest(degrees_in(found.group(2)))) for found in _WITH_DEGREE.finditer(fold(value))]
    best = highest([degree for _, degree in named if degree]) if len(named) > 1 else None
    return next((name for name, degree in named if best and degree == best), None)


def is_staff_of(folded: str, school: str) -> bool:
    """Tell a post at a school behind its name from studies there: 青禾大学海洋学院副研究员."""
    at = folded.find(school)
    return at >= 0 and _OF_STAFF.match(folded, at + len(school)) is not None


def _school_of_piece(piece: str, line: str) -> str | None:
    piece = _STUDENT_IN_FRONT.sub("", piece.lstrip(_PICTURES).strip(" -*•"))
    piece = _STUDY_IN_FRONT.sub("", _KEY.sub("", piece.lstrip(_PICTURES).strip(" ,;:()-*=_#").removeprefix("the ")))
    if not _LATIN_SCHOOL.search(piece) or len(piece) > 2 * MAX_SCHOOL_CHARS:
        return None
    name = _without_subject(_behind_preposition(_LOOSE_END.sub("", _cut_at_degree(piece))))
    if not 0 < len(name) <= MAX_SCHOOL_CHARS or not _is_name_of_school(name) or is_placeholder(name):
        return None
    whole = name.split(" (")[0] if name.count("(") > name.count(")") else name
    whole = whole.rstrip(" :")
    return _with_campus(whole if _ABBREVIATED.search(whole) else _FULL_STOP.sub("", whole), line)


def _without_subject(name: str) -> str:
    """Cut the subject behind a colon: ``University of Southmoor: Natural Sciences``."""
    head, colon, subject = name.partition(": ")
    is_school = colon and _LATIN_SCHOOL.search(head) and not _LATIN_SCHOOL.search(subject)
    return head if is_school else name


def _behind_preposition(name: str) -> str:
    """Cut the subject off in front of the school: ``Informatik an der Technischen Universität München``."""
    word = _LATIN_SCHOOL.search(name)
    lead = _PREPOSITION.search(name, 0, word.start()) if word else None
    return name[lead.start(1) :] if lead else name


def school_said(line: str) -> str | None:
    """Return the school of a sentence: ``I studied Industrial Engineering at Anna University and graduated in 2017``."""
    for match in _STUDIED_AT.finditer(line):
        name = re.split(r",\s|\s+(?:and|at|for|the|of)$", match.group(1))[0].strip(" .,")
        name = re.sub(r"(?:\s+(?:and|at|for|the|of))+$", "", name)
        is_whole = _LATIN_SCHOOL.search(name) and not PART_OF_SCHOOL.search(name)
        if is_whole and len(name) <= MAX_SCHOOL_CHARS and _is_name_of_school(name):
            return _with_campus(name, line)
    return None


def _with_campus(name: str, line: str) -> str:
    """Put back the campus that follows the name of a state university behind a comma."""
    state = re.fullmatch(r"University of ([A-Z][A-Za-z ]+)", name)
    campus = re.search(re.escape(name) + r",\s*([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})(?=$|[\s,;|(])", line)
    if not state or not campus or state.group(1).lower() not in places_after_comma():
        return name
    place = campus.group(1).replace(" ", "").lower()
    return f"{name}, {campus.group(1)}" if _CAMPUSES.match(place) or place in latin_cities() else name


def _is_name_of_school(name: str) -> bool:
    """A generic word alone (School, High School) names no school."""
    words = name.split()
    is_compound = re.fullmatch(_COMPOUND, name) is not None and not _KIND_OF_SCHOOL.fullmatch(name)
    return (
        (len(words) > 1 or is_compound or re.fullmatch(_ALL_ACRONYMS, name) is not None)
        and (name[0].isupper() or re.match(r"\d+ [A-Z]", name) is not None)
        and not re.fullmatch(r"(?:high|secondary|primary|middle)\s+school", name, re.IGNORECASE)
    )


def _cut_at_degree(piece: str) -> str:
    """Separate the school from what stands beside it without a sign: field of study and degree."""
    _, latin, _ = patterns()
    match = latin.search(piece)
    if match and (SECONDARY.fullmatch(piece) or _is_word_of_name(piece, match.start())):
        return re.sub(r"\s*\([A-Z][A-Za-z-]{1,9}\)$", "", piece)
    if match:
        before, after = piece[: match.start()].strip(" ,-("), piece[match.end() :].strip(" ,-)@")
        after = re.sub(r"^(?:['’]?s)?\s*(?:degree)?\s*(?:in|of)?\s+", "", after)
        after = re.sub(r"^\([^()]{1,30}\)\s*", "", after)
        after = re.sub(
            r"^(?:[\w&/ ]{2,40}?\s+)?(?:from |at |an der |am |à la |à l['’]|presso (?:l['’])?|pela |na "
            r"|en la )\s*(?=[A-ZÀ-Þ])",
            "",
            after,
        )
        piece = before if _LATIN_SCHOOL.search(before) else after
        tail = re.search(r"\b(?:in|of)\b.*?\s(University of [A-Z].*)$", piece)
        if tail and SUBJECT.search(piece[: tail.start(1)]):
            piece = tail.group(1)
    of = re.match(
        r"((?:The )?(?:[A-Z][\w.&'-]+\s+){0,5}(?:University|College|Institute|School|Polytechnic"
        r"|Academy)(?:\s+of(?:\s+the)?(?:\s+(?:Science|Arts|Applied|Fine|and|&|Technology|Sciences|Economics"
        r"|Finance|Business|Law|Medicine|Engineering|Management|Design|Commerce|Education|Music|Art"
        r"|[A-Z][a-z]+(?:\s+Kong|\s+York|\s+Carolina|\s+California)?))+?)?)(?=\s+[A-Z]|$)",
        piece,
    )
    if of and match and not _SCHOOL_OF_FIELDS.fullmatch(piece):
        return _longest_school(of.group(1), piece)
    return piece.strip(" ,-")


def _is_word_of_name(piece: str, start: int) -> bool:
    """Tell the word of a degree that belongs to the name of a school: Instituto Serrano de Ensino Superior."""
    before = piece[:start].rstrip()
    return _NAMED_AFTER.match(before) is not None and _LATIN_SCHOOL.search(before) is not None


def _longest_school(short: str, piece: str) -> str:
    """University of X keeps what belongs to the name and leaves the subject that follows it."""
    if re.search(r"\bof$", short) or piece == short:
        return piece
    technology = re.match(
        re.escape(short)
        + r"(?:\s+(?:and|&)\s+[A-Z][a-z]+|\s+of\s+[A-Z][a-z]+(?:\s+and\s+[A-Z][a-z]+)?|,\s*[A-Z][a-z]+$)",
        piece,
    )
    found = technology.group() if technology else short
    return piece if re.search(r"\b(?:and|&)$", found) else found


def _without_lead(name: str) -> str:
    """Cut what stands in front of a Chinese school without a space (毕业于…)."""
    return re.sub(
        r"^(?:于|在|获得?|取得|我|本人|并|曾|先后|目前|本科|硕士|博士|大专|(?:初中|高中|中专|职高)?毕业于|就读于|毕业|就读|全日制|统招|年|月)+",
        "",
        name,
    )
