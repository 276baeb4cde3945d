"""Headings: which section a line opens, by its words alone."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.heading_families import section_of_family
from ringback.readers.fields.heading_notes import ORDER_BEHIND
from ringback.readers.fields.heading_table import bare_letters, section_misspelt, section_of_own, section_table
from ringback.readers.fields.heading_trades import kind_in_front, section_of_trade
from ringback.readers.fields.heading_words import HAN_TAILS, LATIN_WORDS, STUDY_FIRST, WORK_FIRST
from ringback.readers.fields.jobs.tables import fields_of_head
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.normalise import squeeze

MAX_HEADING_CHARS = 42
MAX_LISTED_CHARS = 56  # EDUCATIONAL INSTITUTIONS ATTENDED WITH DATES
MAX_HEADING_WORDS = 6
MIN_WORD = 3
SIGNS = re.compile(r"[^\w/]+|_+")
_BEGINS_NUMBER = frozenset("一二三四五六七八九十第ivxIVX")  # of letters alone
_BEGINS_SECTION = frozenset("PSATpsat")
_ENDS_OF_TITLES = frozenset("vVeE")
NUMBER_IN_FRONT = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}\s?(?=[、.,·丶])|\d{1,2} -(?= [^\W\d_]{4})"
    r"|\d{1,2}\s?[/|·]\s?(?=[\u4e00-\u9fff])|\d{1,2}(?:\.\d{1,2}(?= ))?(?=[.、,) ])"
    r"|[ivx]{1,4}\.|[ivx]{1,4}[,\s](?=[\u4e00-\u9fff])|[a-h][.,)]\s?(?=[\u4e00-\u9fff])|(?!\d{1,2}[年个月份段次届级岁名人家多余]"
    r"|\d{1,2}项(?!目))\d{1,2}(?=[\u4e00-\u9fff])|[❶-❿]"
    r"|[(\[](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\]]|第[一二三四五六七八九十\d]{1,2}(?:部分|章|节|篇|项)\s?:?"
    r"|part\s?\.?\d{1,2})",
    re.IGNORECASE,
)  # 二、, 02 /, II., (二), 【4】, 第二部分
_NUMBER_BEHIND = re.compile("(?<=经[历验])[一二三四五六七八九1-9]$")  # 工作经历一
_SECTION_IN_FRONT = re.compile(
    r"^(?:part|section|abschnitt|teil|partie|sección|seção|sezione)\s?(?:\d{1,2}|[ivx]{1,4}|[a-h])\s?[:.)–-]\s+(?=[^\W\d_]{4})",
    re.IGNORECASE,
)  # Section 3: Employment, Part B - Education
_NUMBER_APART = re.compile(r"^\d{1,2}(?:\.\d{1,2})?\.?\s{1,4}(?=[^\W\d_]{4})")  # 2<tab>Education, as TeX counts
AT_FIRM = re.compile(r"\s(?:chez|bei(?: de[rm])?|at|presso)\s((?:[A-ZÀ-Þ][\w&.-]*\s?){1,4})$")
_EXPERIENCE = re.compile(r"(?:exp[ée]rien|esperien|\w*erfahrung|werkervaring|work exp)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:&|/|,|\+|\band\b|\bor\b)\s*", re.IGNORECASE)
_TRAININGS = re.compile(r"(?:seminar|workshop|training|course|conference)s?(?:attended|taken|undertaken)?")
_DECORATION = re.compile(
    r"^[=\-~*#<>【】\[\]|·■◆●▌▍§_/★☆✦✧❖◇▶►▷➤♦◎○□▪▫✔]+\s*(?=[^\s\d])|(?<=[^\s=])\s*[=~*#_]+$|(?<=[\u4e00-\u9fff])\s*[\-|\]/]+$"
)
_BEGINS_DECORATION, _ENDS_DECORATION = frozenset("=-~*#<>【】[]|·■◆●▌▍§_/★☆✦✧❖◇▶►▷➤♦◎○□▪▫✔"), frozenset("=~*#_-|]/")
_HEADING_NOTE = re.compile(
    r"(?<=[\u4e00-\u9fff])\s*\((?![\u4e00-\u9fff]{0,4}(?:本科|大专|专科|硕士|博士|研究生|高中|中专|学士))[(\[\s]{0,6}(?:[*†#]?[\u4e00-\u9fff,/、]{2,14}|\d{1,2}\+?\s?[年段份项家个]"
    r"|(?:总|共|约|累计|合计|近)[\u4e00-\u9fff]{0,4}\s?\d{1,2}(?:\.\d)?\s?[\u4e00-\u9fff\d ]{1,8})[)\]\s]{0,6}\)$"
    r"|\s*\(\d{1,2}\+? (?:years?|yrs?)\)$",
    re.IGNORECASE,
)  # 工作经历（由近及远）
_IN_WORDS = (
    (
        re.compile(
            r"^(?:(?:STUDENTS? )?INDUSTRIAL (?:ATTACHMENTS?|WORK EXPERIENCE)(?: SCHEME)?|SIWES(?: EXPERIENCE)?)\W*$"
        ),
        "experience",
    ),
    (re.compile(r"^where i(?:'ve| have)? (?:(?:been )?work|been\W*$)", re.IGNORECASE), "experience"),
    (re.compile(r"^(?:where|what) i(?:'ve| have)? (?:studied|learn)", re.IGNORECASE), "education"),
    (re.compile(r"^(?:what|who|where) else\b[^.]{0,12}$|^(?:and )?anything else\W*$", re.IGNORECASE), "other"),
    (
        re.compile(
            r"^what i(?:'ve| have)? (?:do (?:now|today|at present|these days)|did|done|worked)\b", re.IGNORECASE
        ),
        "experience",
    ),
    (
        re.compile(
            r"^(?:about |on )?my (?:past |own |paid )?(?:work|career|jobs?|employment|working life)\W*$", re.IGNORECASE
        ),
        "experience",
    ),
    (
        re.compile(r"^(?:about |on )?my (?:education|studies|schooling|schools|training)\W*$", re.IGNORECASE),
        "education",
    ),
    (
        re.compile(
            r"^(?:what i(?:'m|’m| am|'d|’d| would)? (?:after|looking for|seeking|want(?: to do| next)?|like(?: to do)?|hope for)"
            r"|wanted|job wanted|work wanted|sought|work sought|(?:my |the )?(?:next|ideal|dream) (?:job|role|step|position|move)"
            r"|(?:the )?(?:job|role|work|position) (?:that )?i(?:'m|’m| am|'d|’d| would)?"
            r" (?:want|seek|need|hope|wish|look|like|after)(?:ing)?(?: for)?"
            r"|(?:now )?(?:looking|searching) for|seeking)\W*$",
            re.IGNORECASE,
        ),
        "wishes",
    ),
    (re.compile(r"^what i(?:'m| am)? (?:know|can|good|do)\b", re.IGNORECASE), "skills"),
)
_VOUCHERS = re.compile(  # People who will speak for me
    r"(?:(?:names? of |two |three |some |a few )?(?:people|persons?|those|colleagues|someone)(?: (?:who|that|whom))?|who)"
    r"(?: (?:will|can|could|may|might|would|else|also|gladly|happily|is|are|happy|willing|ready|glad|to|you|i|have|has))*"
    r" (?:speaks?|vouch(?:es)?|recommends?|answers?|attests?|testif(?:y|ies)|stands?|knows?|worked|ask|call|contact|endorses?)"
    r"(?: (?:for|about|of|to|up|with|well|on))*(?: (?:me|my (?:work|character|skills|behalf)|us))?\W*"
    r"|(?:(?:persons?|people|whom?|who) to (?:contact|notify|inform|call|ring|reach|be (?:contacted|notified|informed))"
    r"|(?:contact|call|notify)(?: person| details?)?)?\s?(?:in|for)(?: the)? (?:(?:case"
    r"|event) of )?(?:an |any )?emergenc(?:y|ies)\W*"
    r"|(?:details of )?(?:my )?next[ -]of[ -]kin(?: details| information| contact)?\W*",
    re.IGNORECASE,
)
NUMBER_OF_PHONE = re.compile(r":\s*(?!(?:19|20)\d\d\s?[-–—~])[+(]?\d[\d\s().-]{7,}$")  # Work: +1 802 555 0147
_OWN_PROJECTS = re.compile(  # 个人 AI 产品项目
    "(?:个人|自主|独立|开源|重点|核心|代表性?|主要|近期|部分|典型|业余|参与|精选|课程|实战|毕业|其他)[a-z]{0,8}[\u4e00-\u9fff]{0,4}(?:项目|专案|作品)"
)
_AND = re.compile("[和与及]")
_OF_REFEREES = re.compile(
    r"(?:备注|附|其[他它]|说明)\s?[(（](?:证明|推荐|介绍|见证)人(?:信息|资料|及电话|及联系方式)?[)）]"
)  # 备注（证明人）
_OF_STUDENTS = re.compile("学生|校园|校内|社会|社团|课外|在校|志愿")
_BETWEEN_PARTS = re.compile("\\s*[/、,，&＆+与和及]\\s*")
_BESIDE_STUDIES = re.compile(
    "(?:学生|社会|社团|校园|校内)?(?:工作|实践|活动|任职)|(?:学科)?(?:竞赛|比赛)|社团|志愿(?:服务|者)?|科研|课外|项目"
)
_WORKS = re.compile("(?:工作|实习|就业|任职|从业|兼职)(?:情况|经验|经历)?")
_RESEARCH = re.compile("(?:研究|科研|学术)(?:经历|经验)")
_SEVERAL_PARTS = re.compile(r"[|｜\t,，]|\S\s\S")
_DIGIT = re.compile(r"\d")
_SCHOOLS = frozenset({"school", "schools"})  # in small letters the label of one
_NUMBERED = re.compile(r"\d{3}")
_WISH = re.compile("objecti|intent|intend|target|job|career|position|wish|expect|goal|appl|desire|prefer")
HAN_LETTERS = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[a-zà-ÿ]+")
_DEGREE_IN_HEADING = re.compile(
    r"\b(?:B\.?A|B\.?Sc?|M\.?A|M\.?Sc?|Ph\.?D|MBA|Bachelor|Master)\b.*[,–-].*\b(?:University|College|Institute|School)\b"
    r"|^(?:[A-Z]\.\s?){2,4}\s*(?:in|of)\b"  # M.P.S. in Professional Studies
    r"|^(?:Bachelor|Master|Doctor(?:ate)?|Diploma|Certificate|Ph\.?D\.?|[MB]\.?(?:Sc?|A|Ed)\.?|Licence|Licenciatura|M[aá]ster"
    r"|Maestría|Grado|Mestrado|Minor|Major)(?:['’]?s)?(?: degree)? (?:of|in|en|em) \w"  # Master's in Education
    r"|\b(?:University|College|Institute)\b.*[,–-].*\b(?:B\.?A|B\.?Sc?|M\.?A|M\.?Sc?|Ph\.?D|MBA|Bachelor|Master)\b",
    re.IGNORECASE,
)  # B.A. Asian Studies, University at Buffalo: an entry set large
_REFEREES = re.compile(r"(?:\d{1,2}[.)]?\s*)?(?:[A-Z][a-z]*\s+)?(?:[a-z]+\s+)?(?:[Rr]eferees|[Rr]eferences)")
_HAN_OF_ENGLISH = {
    (han, "experience"): "experience" for han in ("经验", "资历", "历练", "过往", "职场", "从业", "职业")
} | {
    ("学习", "education"): "education",
    ("教育", "education"): "education",
    ("学业", "education"): "education",
    ("求学", "education"): "education",
}  # words that open a section only where the English one beside them says so
_ABOVE_OTHERS = {
    "学历": "education",
    "实习": "experience",
    "school": "education",
    "schools": "education",
    **dict.fromkeys(("currentresponsibilities", "presentresponsibilities", "currentduties"), "experience"),
}  # the label of a degree, of a school, a kind of contract, of what is done in a job; in larger print headings
_ALSO_SKILLS = frozenset(
    {
        "leadership",
        "research",
        "tools",
        "training",
        "strengths",
        "expertise",
        "coursework",
        "technologies",
        "activities",
    }
)
_TITLE_OF_DOCUMENT = re.compile(r"\w\s+(?:cv|resume|curriculum vitae)$", re.IGNORECASE)  # Jo Lee - Academic CV
_TWO_FIELDS = re.compile(r"[A-Z]{2}/[A-Z]{2} [A-Z]")  # OT/IT Work experience
_SENTENCE_INSIDE = re.compile(r"[a-z]{2}\. [A-Z]")  # BS in Law. Coursework included:


def section_of_heading(line: str, *, stands_out: bool = False) -> str | None:
    """Return the section that a line opens, or None when it is not a heading.

    ``stands_out`` says that the print is larger than its surroundings, which lets wordings pass that no list knows.
    """
    bare = line.strip()
    bare = _SECTION_IN_FRONT.sub("", bare) if bare[:1] in _BEGINS_SECTION else bare
    if "\t" in bare and _names_columns(bare):
        return None
    if bare.endswith((")", "）")) and _OF_REFEREES.fullmatch(bare):
        return "references"
    if stands_out:
        bare = _NUMBER_APART.sub("", bare)
    bare = ORDER_BEHIND.sub("", bare) if bare.isascii() and " " in bare else bare
    bare = bare[3:] if bare[2:3] == "/" and _TWO_FIELDS.match(bare) else bare
    at = AT_FIRM.search(bare) if stands_out or _EXPERIENCE.match(bare) else None
    if at:  # Expériences professionnelles chez Ericsson
        kind = _section_of(bare[: at.start()], stands_out=True)
        return kind if kind == "experience" else None
    return _section_of(bare, stands_out=stands_out)


def _names_columns(line: str) -> bool:
    """Tell the head of a table of schools or jobs, whose other cells may be words for sections: ``INSTITUTION<tab>AWARD``."""
    return any({"school", "employer"} & fields_of_head(cell.strip().lower()) for cell in line.split("\t"))


def _section_of(bare: str, *, stands_out: bool) -> str | None:
    if not (bare[:1].isalnum() and bare[-1:].isalnum()):
        if bare[:1] in _BEGINS_DECORATION or bare[-1:] in _ENDS_DECORATION:
            bare = _DECORATION.sub("", bare)
        bare = _HEADING_NOTE.sub("", bare) if bare[-1:] == ")" else bare
    if not bare or len(bare) > MAX_HEADING_CHARS or _is_title_or_number(bare):
        is_listed = MAX_HEADING_CHARS < len(bare) <= MAX_LISTED_CHARS and bare.isupper()
        return section_table().get(_letters_of(bare)) if is_listed else None
    core = _NUMBER_BEHIND.sub("", _letters_of(bare))
    table = section_table()
    kind = (
        _ABOVE_OTHERS[core]
        if core in _ABOVE_OTHERS and (stands_out or (core in _SCHOOLS and bare.isupper()))
        else table.get(core)
        or (None if core.isascii() else table.get(bare_letters(core)))
        or section_of_own(bare)
        or section_misspelt(bare, core)
        or section_of_family(bare)
        or ("projects" if _OWN_PROJECTS.fullmatch(core) else None)
    )
    if kind:
        is_paper = kind == "references" and _NUMBERED.search(bare) is not None  # Reference: 2014-73776
        is_loud = core not in _ALSO_SKILLS or stands_out or bare.isupper() or bare.endswith(":")
        return kind if is_loud and not is_paper else None
    han = "" if core.isascii() else "".join(HAN_LETTERS.findall(core))
    if han and (latin := "".join(_LATIN.findall(core))):
        return _section_of_two(bare, han, latin)
    lowered = bare.lower()
    if (":" in bare.rstrip(": ") and kind_in_front(lowered) == lowered) or _DIGIT.search(core):
        return None
    if han:
        return _section_of_parts(bare) or _section_of_one_han(bare, core, han)
    return _section_of_joint(bare) or _section_in_words(bare) or _section_of_latin(bare, stands_out=stands_out)


def _is_title_or_number(bare: str) -> bool:
    """Tell the title of the document, ``Jo Lee - Academic CV``, and what a number is for, ``Work: +1 802 555 0147``."""
    is_title = bare[-1:] in _ENDS_OF_TITLES and _TITLE_OF_DOCUMENT.search(bare) is not None
    return is_title or (bare[-1:].isdigit() and NUMBER_OF_PHONE.search(bare) is not None)


def _section_of_two(bare: str, han: str, latin: str) -> str | None:
    """Read a heading in two languages, 工作经历 Experience; 应聘岗位 HRBP is a wish and what is wished for."""
    table = section_table()
    if not (table.get(han) or table.get(latin)) or re.search(r"[:：].+\w", bare):
        return None
    if table.get(latin) is None and (len(latin) < MIN_WORD or (table[han] == "wishes" and not _WISH.search(latin))):
        return None
    return table.get(han) or _section_of_han(han) or _HAN_OF_ENGLISH.get((han, latin))


def _letters_of(bare: str) -> str:
    """Return a heading in small letters without its number and its signs; letters and spaces alone bear neither."""
    letters = squeeze(bare)
    is_plain = letters.isalpha() and letters[0] not in _BEGINS_NUMBER
    return (letters if is_plain else SIGNS.sub("", NUMBER_IN_FRONT.sub("", bare))).lower()


def _section_in_words(bare: str) -> str | None:
    """Read ``Where I have worked``, and whom to ask or to call in the candidate's stead."""
    if _VOUCHERS.fullmatch(bare):
        return "references"
    is_short = len(bare.split()) <= MAX_HEADING_WORDS
    return next((kind for pattern, kind in _IN_WORDS if is_short and pattern.match(bare)), None)


def _section_of_joint(bare: str) -> str | None:
    """Read ``Education & Qualifications``: several headings joined in one, each of them known."""
    parts = [SIGNS.sub("", part).lower() for part in _JOINT.split(bare.rstrip(":")) if part.strip()]
    if len(parts) < 2 or not bare[0].isupper():
        return None
    head = SIGNS.sub(
        "", bare.rstrip(":").split()[-1]
    ).lower()  # IT and Other Skills: the last noun is that of each part
    kinds = [section_table().get(part) or section_table().get(part + head) for part in parts]
    if kinds[0] == "projects" and kinds[-1] == "experience":
        return "experience"  # Research and Professional Experience
    if kinds == ["projects", "education"] and parts[0].endswith("experience"):
        return "experience"  # Research Experience and Education
    if kinds[0] in {"training", "certificates", "awards"} and "education" in kinds:
        return "education"  # Training and Education
    if kinds[0] == "experience" and all(
        kind or _TRAININGS.fullmatch(part) for kind, part in zip(kinds, parts, strict=True)
    ):
        return "experience"  # Work Experience or Seminars and Workshops Attended
    return kinds[0] if all(kinds) else None


def _section_of_one_han(bare: str, core: str, han: str) -> str | None:
    if _SEVERAL_PARTS.search(NUMBER_IN_FRONT.sub("", bare).lstrip("、., ")):
        return None
    return _section_of_han(han) if core == han else _section_of_han_joint(core, han)


def _section_of_han_joint(core: str, han: str) -> str | None:
    """Read 教育/工作经历, whose last part lends its ending to the others; 实习/项目经历 holds jobs as well."""
    if core.replace("/", "") != han:
        return None
    kinds = [_section_of_han(part + tail) for part in core.split("/") for tail in ("", core[-2:])]
    return _kind_of_parts(kinds)


def _section_of_parts(bare: str) -> str | None:
    """Read 实习与社会工作, 教育背景与获奖, 竞赛、社团: each part is a word for a section."""
    parts = [HAN_LETTERS.findall(part) for part in _BETWEEN_PARTS.split(NUMBER_IN_FRONT.sub("", bare))]
    if len(parts) < 2 or any(len(part) != 1 for part in parts):
        return None
    kinds = [_section_of_part(part[0]) for part in parts]
    if "education" in kinds and any(_RESEARCH.fullmatch(part[0]) for part in parts):
        return "experience"  # 研究经历与教育背景: the row of a scholar tells what it is
    return None if None in kinds else _kind_of_parts(kinds)


def _kind_of_parts(kinds: Sequence[str | None]) -> str | None:
    """Return the section that a heading of several opens: what holds jobs decides, else what holds schools, else the last."""
    told = [kind for kind in kinds if kind]
    return next((kind for kind in ("experience", "education", "skills") if kind in told), told[-1] if told else None)


def _section_of_part(part: str) -> str | None:
    if _WORKS.fullmatch(part):
        return "experience"
    if _BESIDE_STUDIES.fullmatch(part):
        return "projects"
    return section_table().get(part) or _section_of_han(part)


def _section_of_han(han: str) -> str | None:
    if len(han) > 10:  # longer ones are sentences
        return None
    first, *rest = _AND.split(han)
    kind = section_table().get(first) if rest else None  # 个人经历和担任职位
    if kind == "education" and _section_of_han(rest[-1]) == "experience":
        return "experience"  # 教育背景与工作经历: each row tells what it is
    kind = kind or next((kind for pattern, kind in HAN_TAILS if pattern.search(han)), None)
    is_beside = kind == "projects" or _OF_STUDENTS.match(first)
    is_of_work = rest and is_beside and any(map(_WORKS.fullmatch, (rest[-1], first)))
    return "experience" if is_of_work else kind  # 实践与工作, 学生工作与实习


def _section_of_latin(bare: str, *, stands_out: bool) -> str | None:
    words = bare.rstrip(":").split()
    if bare.isupper() and len(words) < MIN_WORD:
        bare = bare.rstrip(".")  # EDUCATION BACKGROUND.
    is_loud = bare.isupper() or stands_out or bool(_REFEREES.fullmatch(bare))
    if len(words) > MAX_HEADING_WORDS or bare.endswith((".", ",", ";")) or _SENTENCE_INSIDE.search(bare):
        return None
    if of_trade := section_of_trade(bare, is_loud=is_loud):
        return of_trade
    if not (is_loud or bare.endswith(":")):
        return None
    return "experience" if WORK_FIRST.match(bare) else _section_by_words(bare)


def _section_by_words(bare: str) -> str | None:
    if title_score(bare) >= 0.8 and not STUDY_FIRST.match(bare):  # "Project Manager" is no section about projects
        return None
    if _DEGREE_IN_HEADING.search(bare):
        return None
    lowered = bare.lower()
    return next((kind for pattern, kind in LATIN_WORDS if pattern.search(lowered)), None)
