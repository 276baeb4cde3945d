"""The school that a line or a value names."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.studies.campuses import with_campus
from ringback.readers.fields.studies.degrees import degrees_in, highest, latin_words
from ringback.readers.fields.studies.school_levels import COLLEGE, OF_CHILDREN, rank_of
from ringback.readers.fields.studies.school_names import is_name_of_school, school_of_piece
from ringback.readers.fields.studies.school_words import (
    ALL_ACRONYMS,
    DATES,
    HAN_PART_OF_SCHOOL,
    HAN_SCHOOL,
    LATIN_SCHOOL,
    MAX_SCHOOL_CHARS,
    PART_OF_SCHOOL,
    SPLIT,
)
from ringback.readers.fields.studies.schools_said import without_quoted_part
from ringback.readers.normalise import fold

_LEFT = re.compile(
    r"[\s,，、;；]*(?:已?毕业|畢業|毕|畢|[（(][^()（）]{1,12}[)）]|[-—>→/]|就读|升入|考入|(?=[\s,，、;；]))"
)
_HAN_BEFORE_SHORT = re.compile(  # 青禾理工 (NTU): the name in front, whose kind is left out; a subject is none
    f"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,12}}(?:理工|科[大技]|政经|工业|大)(?= ?\\((?:{ALL_ACRONYMS})\\))"
)
_LETTER_BEFORE_HAN = re.compile("(?<=[A-Z]{3})(?=[\u4e00-\u9fff])")
_HAN_BESIDE_LATIN = re.compile(  # 毕业于University of Larchmoor会计专业; University of Larchmoor 会计 硕士
    "(?<=[A-Za-z.)])(?:,| ?\\()? ?(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) ?(?=[A-Z])"
)
_OF_TITLE = re.compile(
    r"(\b(?:Dr\.? ?sc|[MB]\.? ?Sc|[CDM]AS)\.?) ETH(?=,| in\b)", re.IGNORECASE
)  # Dr. sc. ETH, Tides / ETH Zürich
_LEVEL_IN_FRONT = re.compile(  # 研究生:Larchmoor University, where no space parts the level from a name in Latin letters
    "^\\W*(?:[硕碩]\\s?士|博\\s?士|[硕博]?士?研\\s?究\\s?生|本\\s?科|[大专專]\\s?[专專科]|[学學]\\s?士|[本硕博专])(?:[学學]位|[学學]校|院校|[阶階]段|[学學][历歷])?"
    "(?:\\s*:\\s*|\\s*[-–—|]\\s*)(?=[A-Z])"
)
_WAY = re.compile(r"\s*(?:-{1,3}>|[>＞→])\s*")
_NO_NAME = re.compile(
    "从事|行业|老师|家人|领导|(?:[在的]|期间|同一所?|[本该同])(?:大学|学院|学校)$"
    "|^(?:希望|期望|盼望|觉得|认为|感谢|考[上进入]|[进踏步迈]入|走进|来到|上了|离开|选择|经过|因为|由于|自从|虽然|如果)大学$"
    "|^(?:高中|高级)?(?:职业)?技?术?(?:学院|学校|大学|中学)$"
)  # told of whoever works there
_NO_SCHOOL = re.compile(  # College English Test 4; The LSEN has been merged with Polytech Larch
    r"\b(?:English|Language|Entrance|Placement|Aptitude) Test\b|\b(?:has|have|had|was|were|is|are) (?:since |now |been )?"
    r"(?:merged|renamed|part of|called|known|closed|ranked|accredited|recogni[sz]ed)\b"
)
SHORTEST_HAN = 2  # 毕业学校 is a label
_HAN_INSTITUTE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,16}(?:研究院|研究所|研究中心|科学院)(?:研究生院)?|(?:中科院|中国科学院|社科院|中国社会科学院)[\u4e00-\u9fff]{2,10}(?:所|中心|天文台|植物园))"
    r"(?![\u4e00-\u9fff])"
)
_OF_ADVISED = re.compile(  # 青禾重点实验室, 中科院江海生命科学院, 导师: …
    "[ *·-]{0,3}(?:[\u4e00-\u9fff]{2,16}(?:实验室|课题组|研究组|中心|系)[,，] ?)?"
    "((?:中科院|中国科学院|社科院|中国社会科学院|中国[\u4e00-\u9fff]{2,8}科学院)"
    "[\u4e00-\u9fff]{2,14}?(?:所|院|中心))[,，] ?(?:导师|师从|指导)"
)
_PLACE_BEHIND = re.compile("[,，] ?[\u4e00-\u9fff]{2,8}$")
_OF_STUDIES = re.compile("(?:(?:学位|毕业)?论文|导师|研究方向|主修|专业|课程)")
_OF_STUDENT = re.compile("在[读學学]|就[读讀]中?|全日制|[应應][届屆]|[毕畢][业業]|研究生|学位|生$")
_OF_OFFICE = re.compile(  # 担任光电学院网宣中心副主任: an office, no school
    "(?:[曾现]?(?:担任|出任|就任|任职|任教|执教|(?:工作|就职|供职)于))"
)
_OF_STAFF = re.compile("[\u4e00-\u9fff]{0,10}?(?:教授|讲师|研究员|博士后|教师|辅导员|教务|职员)")
_STUDIED_AT = re.compile(
    r"\b(?i:stud(?:ied|y|ying|ent)|pursuing|graduat(?:ed|e|ing|ion)|schooling|enrolled|alumn\w+|freshman|sophomore|degree|diploma|attended|read|reading"
    r"|trained|educated|apprenticed|bachelor\S*|master\S*|(?-i:[BM]\.?[A-Z][A-Za-z]{0,4})|[bm]\.?(?:sc|tech|com|eng|ed|a|s)|mba|mfa|LL\.?[BM]\.?|ph\.?d|j\.?d|ed\.?d|psy\.?d|pharm\.?d|d\.?phil)\b\.?[^.;]{0,80}?\b(?:at|from"
    r"|attended|(?<=[Ss]tudent )in(?=\s(?:the\s)?(?:[A-Z][\w'’-]+\s){0,4}(?:University|College|Academy)\b)"
    r"|(?:(?<=[Ss]tudent )|(?<=[Gg]raduate )|(?<=[Aa]lumnus )|(?<=[Aa]lumna )|(?<=[Aa]lumni ))of"
    r"(?=\s(?:the\s)?(?:[A-Z][\w'’.-]+\s){0,5}(?:Universit\w+|College|Academy|Institute|School|Polytechnic)\b))"
    r"\s+(?:the\s+)?(?:[\"“«][^\"”»]{2,30}[\"”»]\s+)?"
    r"((?:[A-ZÀ-Þ][\w&'’.-]*|of|and|the|&|for|at)"
    r"(?:,? (?:St\.|[A-ZÀ-Þ][\w&'’-]*|of|and|the|&|for|at|d[aeio]s?|del|dell[ao]|des|du|für|und))*)"
)
_ASIDE = re.compile(
    r"[\s,;(–-]+(?:(?:with|incl(?:uding|\.)?|and) )?(?:an? |one |my )?"
    r"(?:(?:years?|semesters?|terms?|stud(?:y|ied|ies)) abroad|(?:co-)?supervised)(?: (?:at|in|by)\b|:).*$",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(r"\b(University|College|Institute|School|Academy)['’]s\b.*")  # Larch University's MBA program
_SEVERAL = re.compile(  # Moor School and Larch University
    r"^(?:[A-Z][\w'’.-]+ ){1,4}(?:School|College|Academy) and ((?:[A-Z][\w'’.-]+ ){1,4}University\b|University of [A-Z])"
)
_ATTENDED = re.compile(
    r"\b(?:I (?:attended|attend|am (?:currently |now |still )?attending)|(?:is|and|[Cc]urrently|,) attending) (?:the )?"
    r"((?:[A-Z][\w&'’.-]*|of|and|the)(?:(?:,(?= (?:(?:Junior|Senior) )?High\b))? (?:[A-Z][\w&'’-]*|of|and|the|&))*)"
)
_STUDENT_IN_ROMANCE = re.compile(
    r"\b(?:[Ee]studiante|[Ee]studiando|[Ee]studio|[Ee]studié|[Ee]gresad[oa]|[Gg]raduad[oa]|[Tt]itulad[oa]|[Ll]icenciad[oa]|[Cc]ursando"
    r"|[Cc]urso|[Ff]ormad[oa]|[Ee]studante|[Éé]tudiante?|[Dd]iplômée?|[Ll]aureat[oa]|[Ss]tudente(?:ssa)?)\b[^.;]{0,60}?"
    r"\b(?:de la|del|en la|en el|de|por la|da|do|na|no|pela|pelo|à l['’]|à la|de l['’]|all['’]|dell['’]|presso)\s?"
    r"((?:Universid|Université|Università|Faculdade|Instituto|Institut|École|Politécnic|Tecnológic|Pontificia)\w*"
    r"(?: (?:de(?:l| la| los)?|da|do|das|dos|di|degli|e|y|et|[A-ZÀ-Þ][\w'’.-]*))*)"
)
_CURSANDO = re.compile(
    r"\b[Cc]ursando [^-–:;|]{3,60}?(?: [-–] ?| na | no | pela )([A-Z]{3,8}(?:-[A-Z]{2})?)\b"
)  # Cursando Ciência da computação - UMM: 1º período
_LATIN_NAMED = re.compile(
    "(?<![A-Za-z])[A-Z][a-z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]+){0,3} ?(?:大学|学院)(?![\u4e00-\u9fff])"
    "|(?:(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4})?(?<![A-Za-z])[A-Z]{3,8} ?(?:高等)?商学院(?![\u4e00-\u9fff])"
)  # Larchmont 大学, 北川LMB商学院
INSTITUTE_OF = re.compile(
    r"(?:Institut[oe]?|Istituto|Instytut|Zakład|Lehrstuhl|Laboratoire|Laboratorio|Cent(?:re|er|ro)) (?:of|for|für|de|di|do|da)\b"
)  # Institute of Physics, Northmoor University
UNIVERSITY = re.compile(r"\bUni(?:v[eë]r[sz]|wersyt)")
_ANY = re.compile("")
_MODE = re.compile(
    "函授|自考|自学考试|全日制|非全日制|统招|夜大|夜校|业余|网络教育|成教|成人教育|在职|脱产|双一流|一本|二本|重点|毕业|肄业|在读|在学|就读|休学|[\u4e00-\u9fff]{2,4}(?:省|自治区)"
)
_RANK = re.compile(  # 青禾大学(国家民委直属), 青禾学院(公办), 青禾大学(原青禾工学院)
    "[\u4e00-\u9fff]{0,8}?(?:直属|所属|附属|部属|省属|市属|委属|共建|主管|主办|公办|民办|公立|私立|独立学院|百强|名校|排名|院校|国家级|省级)"
    "|(?:原名?|曾用名|前身|现名?|今)[\u4e00-\u9fff]{2,}"
)
_WHERE = re.compile(  # 青禾大学(浙江宁波); a town alone tells one campus from another
    "(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|臺灣|广西|内蒙古|西藏|宁夏|新疆)"
    "(?:[\u4e00-\u9fff]{2,4}(?<!校区)(?<!分校)(?<!学院)(?<!分院))$"
    "|[\u4e00-\u9fff]{2,4}市$|(?:美国|英国|澳大利亚|澳洲|加拿大|德国|法国|日本|韩国|俄罗斯|新西兰|爱尔兰|荷兰)[\u4e00-\u9fff]{0,4}$"
)
_NAMES_WITH_YU = "韦斯屈莱|默奥|利希|都|洪|田|潜|右任|谦"
"""Towns and people whose names begin as *at* does: 于默奥大学."""
_WITH_DEGREE = re.compile("([\u4e00-\u9fff]{4,20})\\(([\u4e00-\u9fff]{2,6})\\)")


_SMALL_KIND = re.compile(  # Larchbai college of Engineering, but no Attended college
    r"\b(?!(?i:attended|completed|finished|graduated?|stud(?:ied|ying)|joined|left|entered|my|the|his|her|our|any|this|some|after"
    r"|during|while|current|former|higher|high|junior|senior|middle|primary|elementary|secondary|undergraduate|medical|law"
    r"|business|engineering|nursing|arts?|community|technical|local|private|public|state|online|vocational|driving|sunday|summer"
    r"|night|flight|film|drama|design|cooking|beauty|language|trade|teach(?:ing)?|taught|learn(?:ed)?|college|university|pre)\b)"
    r"([A-Z][\w.'’&]{2,} (?:and [a-z]+ |[a-z]+ing )?)(college|university|institute|polytechnic|academy|school)\b"
    r"(?= of [A-Z]|[,.;)|\t]|$|\s*[-–—(|]| [A-Z]| (?:in|with|from)\b)"
)
_HOUSE_OF_DEGREE = re.compile(r"(?:College|Polytechnic)\b")
_KINDS_OF_DIPLOMA = frozenset({"Advanced", "Higher", "National", "Ordinary", "Specialist", "Some"})
_NAMED_HOUSE = re.compile(
    r"(?<!High )(?<!Community )(?<!Junior )\b(?:College|Polytechnic|Institute|Academy|Conservatory)$"
)


def _end_of_way(folded: str, shown: str) -> tuple[str, str]:
    """Return the last piece of 國小＞國中＞大學; other lines as they are."""
    way = _WAY.split(folded) if len(folded) == len(shown) and not folded.isascii() else [folded]
    if len(way) > 1 and "→" in folded and way[-1].isascii():
        return folded, shown  # Northmoor University → BSc, Physics
    return way[-1], shown[len(folded) - len(way[-1]) :]


def _in_small_letters(folded: str, shown: str) -> str | None:
    """Return the school whose kind has no capital (Larchbai college of Engineering), or that only who attends it tells."""
    raised = _SMALL_KIND.sub(lambda kind: kind[1] + kind[2].capitalize(), folded)
    if raised == folded:
        return in_short.group(1) if (in_short := _CURSANDO.search(folded)) else None
    name = school_in(raised, raised) or ""
    begin = raised.find(name) if name and len(raised) == len(shown) else -1
    return shown[begin : begin + len(name)] if begin >= 0 else name or None


@lru_cache(maxsize=1024)  # rows are asked for schools when they are looked for and when they are read
def school_in(folded: str, shown: str) -> str | None:
    """Return the name of the school in a line, spelled as in ``shown``; the last of a way through several (國小＞國中＞大學)."""
    folded, shown = _end_of_way(folded, shown)
    is_han = not folded.isascii()
    match = HAN_SCHOOL.search(folded) if is_han else None
    if match and HAN_PART_OF_SCHOOL.fullmatch(match.group()):
        match = HAN_SCHOOL.search(folded, match.end()) or match  # 软件学院, 南京大学
    match = _university_behind(match, folded) or match
    if match and (_OF_OFFICE.match(match.group()) or _NO_NAME.search(match.group())):
        match = None
    name = _without_lead(shown[match.start() : match.end()]) if match and not is_placeholder(match.group()) else ""
    institute = _HAN_INSTITUTE.search(folded) if is_han else None
    is_first = institute is not None and match is not None and institute.start() < match.start()
    if len(name) > SHORTEST_HAN and not (is_first and degrees_in(folded[: match.start() if match else 0])):
        return without_degree_behind(name)
    if not (institute and degrees_in(folded)):  # institutes confer degrees, and employ far more people
        is_told = is_han and match is None
        institute = (_LATIN_NAMED.search(folded) or _HAN_BEFORE_SHORT.search(folded)) if is_told else None
    if institute:
        return shown[institute.start() : institute.end()]
    folded = _HAN_BESIDE_LATIN.sub("\t", _LEVEL_IN_FRONT.sub("", folded)) if is_han else folded
    if not LATIN_SCHOOL.search(folded):
        apart = _with_letters_apart(folded)
        if not apart:
            return _in_small_letters(folded, shown)
        folded = apart
    folded = _without_aside(folded)
    folded = without_quoted_part(_OF_TITLE.sub(r"\1", folded) if " ETH" in folded else folded)
    if said := school_said(folded):
        return said
    pieces = SPLIT.split(DATES.sub("\t", folded))
    names = [school for piece in pieces if (school := school_of_piece(piece, folded)) and not _NO_SCHOOL.search(school)]
    if len(names) > 1 and (PART_OF_SCHOOL.search(names[0]) or INSTITUTE_OF.match(names[0])):
        is_whole = UNIVERSITY if INSTITUTE_OF.match(names[0]) else _ANY
        return next((n for n in names[1:] if not PART_OF_SCHOOL.search(n) and is_whole.search(n)), names[0])
    return names[0] if names else _in_front_of_degree(folded, shown)


def _without_aside(line: str) -> str:
    """Cut where else somebody studied or was supervised for the degree in front: ``BA French, year abroad at Larch College``."""
    aside = _ASIDE.search(line) if "abroad" in line or "supervised" in line else None
    front = line[: aside.start()] if aside else line
    return front if any(map(str.isalpha, front)) else line


def _in_front_of_degree(folded: str, shown: str) -> str | None:
    """Return the school that only a space parts from its degree: ``2016-2018 Larch Polytechnic Diploma in Botany``."""
    degree = next(iter(latin_words(folded)), None)
    house = _HOUSE_OF_DEGREE.match(folded, degree[0]) if degree else None  # Polytechnic Diploma
    front = folded[: house.end() if house else degree[0]].rstrip(" ,-(") if degree else ""
    named = DATES.sub("", front).split()
    is_name = (
        len(named) > 1
        and named[0][:1].isupper()
        and named[0] not in _KINDS_OF_DIPLOMA
        and _NAMED_HOUSE.search(front) is not None
    )
    return school_in(front, shown[: len(front)]) if is_name and len(folded) == len(shown) else None


def _university_behind(school: re.Match[str] | None, folded: str) -> re.Match[str] | None:
    """Return the university that follows the school of youths in one line: 青禾高中毕业 正就读北川大学."""
    if school is None or not OF_CHILDREN.search(school.group()):
        return None
    behind = HAN_SCHOOL.search(folded, school.end())
    is_higher = behind is not None and rank_of(_without_lead(behind.group())) >= COLLEGE
    return behind if is_higher and _LEFT.match(folded, school.end()) else None


def _with_letters_apart(folded: str) -> str:
    """Return a line whose school shows once its letters stand apart from what follows (UCL硕士); empty where none does."""
    if folded.isascii() or not _LETTER_BEFORE_HAN.search(folded):
        return ""
    apart = _LETTER_BEFORE_HAN.sub("\t", folded)
    return apart if LATIN_SCHOOL.search(apart) else ""


def institute_beside_degree(above: str, line: str, shown: str, below: str) -> str | None:
    """Return the institute that stands over the degree it gave, or between the degree and its dates, or what is said of it.

    中科院某某所, 北京 2015 – 2018 / 硕士研究生; 理学博士 / 中科院某某所 / 2015 - 2018; 博士 / 中科院某某所, 北京 / 导师：…;
    2015 - 2018 硕士 / 中科院某某所 植物学
    """
    advised = _OF_ADVISED.match(line) if degrees_in(above) and not HAN_SCHOOL.search(above) else None
    if advised and advised.group(1) in shown and not degrees_in(line):
        return advised.group(1)
    institute = _HAN_INSTITUTE.match(line.lstrip(" *·-"))
    if institute is None or degrees_in(line) or institute.group() not in shown:
        return None
    is_dated = DATES.match(below.strip()) is not None
    is_alone = institute.group() == _PLACE_BEHIND.sub("", line.strip(" *·-"))
    is_told = is_dated or _OF_STUDIES.match(below.strip()) is not None
    is_next = (is_told and is_alone) or _is_degree_alone(above)
    is_under = is_next and bool(degrees_in(above)) and not HAN_SCHOOL.search(above)
    return institute.group() if is_under or (degrees_in(below) and not is_dated) else None


def _is_degree_alone(line: str) -> bool:
    """Tell a degree with nothing but dates beside it, over the institute and the subject: 2012 - 2015 硕士, 在读硕博连读生."""
    rest = DATES.sub("", line)
    for degree in degrees_in(line):
        rest = rest.replace(degree.text, "")
    return not any(map(str.isalpha, _OF_STUDENT.sub("", rest)))


def without_degree_behind(name: str) -> str:
    """Take the degree in brackets off the name of a school: 青禾职业学院（大专）."""
    remark = re.split(r"[(（]", name)[-1].rstrip(")）") if name[-1:] in {")", "）"} else ""
    is_remark = bool(remark) and (degrees_in(remark) or any(one.match(fold(remark)) for one in (_MODE, _RANK, _WHERE)))
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


def school_said(line: str) -> str | None:
    """Return the school of a sentence: ``I studied Industrial Engineering at Anna University and graduated in 2017``."""
    for match in (*_STUDIED_AT.finditer(line), *_ATTENDED.finditer(line)):
        name = re.split(r",\s(?!(?:(?:Junior|Senior) )?High\b)|\s+(?:and|at|for|the|of|de|und)$", match.group(1))[
            0
        ].strip(" .,")
        name = re.sub(r"(?:\s+(?:and|at|for|the|of))+$", "", _OF_ITS_OWN.sub(r"\1", name))
        name = _SEVERAL.sub(r"\1", name)
        is_whole = LATIN_SCHOOL.search(name) and not PART_OF_SCHOOL.search(name)
        if is_whole and len(name) <= MAX_SCHOOL_CHARS and is_name_of_school(name):
            return with_campus(name, line)
    if romance := _STUDENT_IN_ROMANCE.search(line):
        name = re.sub(r"(?:\s(?:de(?:l| la| los)?|da|do|das|dos|di|degli|e|y|et|en))+$", "", romance.group(1)).strip(
            " .,"
        )
        return name if " " in name and len(name) <= MAX_SCHOOL_CHARS else None
    return None


def _without_lead(name: str) -> str:
    """Cut what stands in front of a Chinese school without a space (毕业于…), be it who left it (王青禾毕业于…)."""
    return re.sub(
        rf"^(?:[\u4e00-\u9fff]{{2,12}}?(?:[毕畢][业業][于於自至]|就[读讀][于於]|考[入取]))?(?:从(?!化)|從(?!化)|于(?!{_NAMES_WITH_YU})|在|获得?|取得|我|本人|并|曾|先后|目前|[现現]?是|[现現](?!代)|正(?:在|(?=就[读讀]))|本科|硕士|博士|大专|(?:初中|高中|中专|职高)?毕业于|就读于|毕业|就读|[畢毕][業业]?[於于至自]|就讀[於于]?|畢業|全日制|统招|年|月)*",
        "",
        name,
    )
