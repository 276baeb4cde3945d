"""A header line of a job, cut at every sign that may part two things: each atom keeps the sign in front of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.asides import is_aside, tells_work
from ringback.readers.fields.jobs.brackets import with_bracket_shut, without_each, without_outer
from ringback.readers.fields.jobs.course_codes import without_courses
from ringback.readers.fields.jobs.firm_remarks import says_of_firm
from ringback.readers.fields.jobs.joined import (
    with_bracket_inside,
    with_dots,
    with_field_in_front,
    with_kind,
    with_last_of_career,
    with_last_of_list,
    with_listed_fields,
    with_partners,
    with_post_behind_arrow,
    with_purpose,
    with_second_name,
    with_town_of_university,
    with_weak_seams,
    without_towns,
)
from ringback.readers.fields.jobs.known_things import with_tools_aside
from ringback.readers.fields.jobs.marks import AT_FIRST, bare
from ringback.readers.fields.jobs.ranks import with_field_of_rank
from ringback.readers.fields.jobs.seams import at_brand, at_seam, at_title_noun, without_departments
from ringback.readers.fields.jobs.signs import pieces_between_signs
from ringback.readers.fields.jobs.slashes import with_slash_as_dash
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.normalise import fold, is_latin

LONGEST_KIND = 3  # 医院, 出版社: of which it does not say
MIN_HOUSE = 0.6
SURE_ENOUGH = 0.8  # of a house by its last word
_TRADE = re.compile(
    "[/、]|行业|机构|(?:医疗|健康|培训|服务|管理)$|^(?:公立|民营|私立|综合性?|专科|培训|中小|国际|职业)(?:医院|学校)$"
)
MAX_ATOMS = 12  # of one line; longer rows are no headers
_LEAD = re.compile(
    r"^\s*(?:o (?=[A-ZÀ-Þ])|[●■◆▪►▶★☆◇□○•*>▌#=+✓➢❖→➔⇒»-]++\s*+|\(?\d{1,2}[.、)]\s*(?=\D)|[一二三四五六七八九十][.、)]\s*|[①-⑳]\s*"
    r"|第[一二三四五六七八九十]份工作\s*:?\s*"
    r"|[\[(]?(?:工作|项目|实习)?经历\s?[一二三四五六七八九十\d]{1,2}\s*[\])):.、]\s*|#{2,6}(?=[^\s#])"
    r"|(?:NYSC|SIWES|N\.Y\.S\.C\.?|I\.T|Industrial (?:Training|Attachment)|National Service|Teaching Practice"
    r"|Internship) ?: ?(?=[A-Z]))++"
)
_PICTURES = re.compile("\\s*(?:[\U0001f1e6-\U0001faff\u2600-\u27bf][\ufe0f\u200d]*\\s*)+")  # 🔧 in front of a firm
_SIGN_FIRST = re.compile(
    "[\u2316\u25a0-\u27bf\U0001f1e6-\U0001faff]\ufe0f?\\s*(?=[^\\W\\d_])"
)  # the sign of a map before a town
_BRACKETS_BEHIND = re.compile(r"^(.{2,}?)\s*[(（\[]([^()（）\[\]]{2,60})[)）\]]$")
_IN_OFFICE = re.compile(
    "(?:现|曾)?(?:担任|出任|现任|现为|就任|任职(?!于|期间|时间|年限|起止|时长|时段|日期|年月))(?:了|为)?\\s?(?=[\u4e00-\u9fffA-Za-z]{2})"
    "|(?:I(?:['’]m| am| was| have been) )?(?:(?:[Cc]urrently|[Pp]resently|[Nn]ow) )?"
    "(?:[Pp]racti[sc]ing|[Ww]ork(?:ing|ed)|[Ee]mployed|[Ss]erv(?:ing|ed)|[Ee]ngaged|[Jj]oined|[Aa]ppointed|[Dd]esignated|[Pp]osted"
    "|[Ii]ntern(?:ing|ed)|[Vv]olunteer(?:ing|ed)|[Hh]ired) as (?:an? |the )?(?=[A-Za-z]{2})"
)  # 云启科技，担任采购主管; practising as a dentist
_IN_SOME_HOUSE = re.compile(
    r"\s+(?:in|at|for|with)\s+(?:an?|the|my|our|one of|some|various|different|several|many)\s+[a-z].*$"
)  # teacher in a secondary school, of which it does not say
_NOW_FIRST = re.compile(r"\W*(?:(?:I(?:['’]m| am) )?(?:now|currently|presently|at present)\b)", re.IGNORECASE)
_WORKED_AS = re.compile(
    r"^(?:As (?:an?|the)(?= [A-Z])"
    r"|(?:(?:Fest)?[Aa]nstellung|[Tt]ätigkeit|[Bb]eschäftig(?:ung|t)|[Aa]ngestellt|[Tt]ätig|[Ee]insatz|[Mm]itarbeit) als"
    r"|(?:[Ee]n tant que|[Ee]n qualité de|[Ee]mploi (?:de|en tant que)|[Pp]oste (?:de|d['’]))"
    r"|(?:(?:[Tt]rabaj[oéó]|[Mm]e desempeñ[oé]|[Dd]esempeñándome|[Ll]abor[eé]|[Cc]argo)"
    r" (?:como|de(?! (?:oficina|campo|equipo|grado|fin|verano|investigaci))))"
    r"|(?:(?:[Aa]tuação|[Aa]tu[eo]i?|[Tt]rabalh(?:o|ei)|[Cc]ontratad[oa]) como)"
    r"|(?:[Ii]mpieg(?:o|ato|ata) come|[Ll]avoro come|[Ii]n qualità di|[Mm]ansione di)|[Ww]erkzaam als) ?"
    r"(?:eine? |un |une |uma? |una )?(?=[^\W\d_]{3})"
)  # Anstellung als Köchin: what one works as
_IS_ONE = re.compile(r"I(?: am|['’]m) an? (?=\w)")  # I am a web developer, I like …
_WORK_BEHIND = re.compile(
    r"([^\W\d_].{2,60}?[^\W\d_]{2})\. [A-ZÀ-Þ](?:[\w'’-]+ (?:[\w'’+-]+ ){2}\w|[a-z]+(?: [a-z\d][\w'’+-]*){1,5}\W*$)"
)  # Web developer. Led the project on
_LABEL_INSIDE = re.compile("([\u4e00-\u9fff]{2,6})[-:：]\\s*(.{2,})")  # (职位-店长)
_WORKS = re.compile(r"(?:currently )?(?:working|employed)", re.IGNORECASE)
_AT_FIRST = re.compile(r"[Aa]t (?=[A-ZÀ-Þ0-9\"“])")  # 2021 - Present at Larch Dealers, the dates taken out
_ARTICLE = re.compile(r"the\s+(?=[\"“«‘']?[A-Z])")  # at the University of Basel
_SUPERIORS = dict.fromkeys(
    (
        "经理",
        "主管",
        "上级",
        "直属上级",
        "直接上级",
        "领导",
        "导师",
        "指导老师",
        "汇报对象",
        "汇报给",
        "上司",
        "直接上司",
        "mentor",
        "mentors",
        "advisor",
        "advisors",
        "adviser",
        "supervisors",
        "manager",
        "supervisor",
    ),
    "supervisor",
)  # 经理: 王先生, the name of somebody else follows


_TEACHERS = dict.fromkeys(("professor", "professors", "instructor", "instructors"), "supervisor")  # behind the house
_PERSON_BEHIND = re.compile(
    r"\W*(?:(?:Dr|Prof|Mrs?|Ms)\b|[A-ZÀ-Þ][\w.'’-]* (?:[A-ZÀ-Þ][\w.'’-]* )?[A-ZÀ-Þ][\w'’-]+\s*(?:[,;\t]|$))"
)
_SITES = frozenset(
    {"facebook", "twitter", "github", "gitlab", "linkedin", "skype", "instagram", "telegram", "tiktok", "wechat"}
)
UNKNOWN_LABEL = "unknown"  # what it labels is neither post nor house
_NO_HALF = re.compile(
    r"(?:(?:key|main|major|selected|core) )?(?:clients|customers|technologies|tech(?:nology)? ?stack|stack|tools|environment"
    r"|(?:(?:sopho?more|freshman|final|senior|capstone|academic|mini|team|group|class|semester|year|design)[ -]){1,3}project"
    r"|projects|products|industries|keywords|skills|team size|tech)",
    re.IGNORECASE,
)  # Clients: Larch, Fern & Sons
_LABEL_WORD = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+)?")
_COMPANY = re.compile("[\u4e00-\u9fff)）]{3}(?:股份|集团)?有限(?:责任)?公司$")
_HOLDS = re.compile("任(?!课|教|务|职)[\u4e00-\u9fffA-Za-z]{2,}")
_QUOTED_OF = re.compile('(?<!\\S)[『「“"][\u4e00-\u9fff]{2,8}[』」”"]的')  # 「灵活办公」的 Web 开发: how, not where
_SERVES = re.compile("(?:曾经?|先后|现)?(?:任职|就职|供职|受聘|服务|工作|任教|执教)于")  # 就职于 @晨光电子
_SERVES_AT = re.compile(
    "(?:学年)?(?:曾经?|先后|现)?(?:(?:任职于|就职于|供职于|受聘于|服务于|工作于|任教于|执教于)(?=[\u4e00-\u9fffA-Z])"
    "|(?:任|在)(?=[\u4e00-\u9fff（）()]{3,}(?:公司|集团|银行|医院|酒店|事务所)))"
)


_DASHED = re.compile(r"(.+?) [-–—] (.+)")


_JOINERS = (
    with_bracket_inside,
    with_weak_seams,
    with_partners,
    with_town_of_university,
    with_last_of_career,
    with_last_of_list,
    with_listed_fields,
    with_field_of_rank,
    with_dots,
    with_field_in_front,
    with_kind,
    with_purpose,
    with_second_name,
    with_slash_as_dash,
    with_post_behind_arrow,
    without_courses,
)


@dataclass(frozen=True, slots=True)
class Atom:
    """What stands between two separators: ``start`` and ``end`` in its line with the brackets, ``gap`` the sign in front.

    ``row`` is the line relative to the dates. ``role`` is ``title`` or ``employer`` where a label says so, ``aside`` for
    places, departments, kinds of contract and the like, else empty.
    """

    text: str
    start: int
    end: int
    gap: str
    row: int
    role: str = ""


def atoms_of(shown: str, *, row: int, columns: Sequence[tuple[int, str]] = ()) -> list[Atom]:
    """Cut a header line (periods blanked) into its atoms; ``columns`` are the ends and roles of the cells of a table row."""
    found = [replace(atom, row=row) if row else atom for atom in _cut(shown, tuple(columns))]
    if is_latin(shown):  # 晨光科技 | Java is a post
        found = with_tools_aside(found)
    if row != 0 and any(map(_is_remark, found)):
        return [
            atom
            if title_score(atom.text) or _is_sure_firm(atom.text) or _opens_as_firm(atom)
            else replace(atom, role="aside")
            for atom in found
        ]  # 电子商务 | 100-499人
    return found


def _is_remark(atom: Atom) -> bool:
    """Tell what is said of a firm from a firm called so: 融资 from 青禾融资租赁有限公司."""
    return atom.gap != "bracket" and says_of_firm(atom.text) and not _COMPANY.search(atom.text)


def _is_sure_firm(text: str) -> bool:
    """Tell a firm from the trade that stands beside its size: 医院 | 100-499人."""
    return (
        employer_score(text) == 1.0
        and len(text) > LONGEST_KIND
        and not (says_of_firm(text) and not _COMPANY.search(text))
    )


def _opens_as_firm(atom: Atom) -> bool:
    """Tell a house in front of its size from the trade that boards print there: 云杉第三中学 | 500-999人."""
    return (
        atom.start == 0
        and len(atom.text) > LONGEST_KIND
        and employer_score(atom.text) >= SURE_ENOUGH
        and not _TRADE.search(atom.text)
    )


@lru_cache(maxsize=1024)  # a line is asked whether it names a post, as a header and as what stands above one
def _cut(shown: str, columns: tuple[tuple[int, str], ...]) -> tuple[Atom, ...]:
    shown = _QUOTED_OF.sub(lambda said: " " * len(said.group()), shown) if "的" in shown else shown
    shown = with_bracket_shut(without_outer(without_each(without_departments(shown))))
    folded = fold(shown)
    found = [_house_of_bracket(_without_verb(atom)) for atom in _between_signs(shown, folded, columns)]
    found = _with_firm_at(found, folded)
    found = [_with_part(atom, after) for atom, after in zip_longest(found, found[1:])]
    for joined in _JOINERS:
        found = joined(found, shown)
    return tuple(without_towns(found, shown))


def _between_signs(shown: str, folded: str, columns: tuple[tuple[int, str], ...]) -> list[Atom]:
    """Return what stands between the signs of a line, with the role that a label, an office or a column gives it."""
    lead = _PICTURES.match(folded) or _LEAD.match(folded)
    found: list[Atom] = []
    label, is_label_new, lost = "", False, ""
    pieces = list(pieces_between_signs(folded, lead.end() if lead else 0))
    are_labelled = _are_labelled(folded, pieces)
    for start, end, between, is_colon in pieces:
        gap = lost if lost and between == "space" else between
        text, begin, is_office = _said(shown, start, end, gap)
        lost = gap if gap == "cell" and not text else ""  # 店长 | 3 人小组
        if not text:
            continue
        if is_office and found and _NOW_FIRST.match(shown, start):
            found = [replace(one, role="aside") if one.role == "title" else one for one in found]
        label, is_label_new = ("title", True) if is_office else (label, is_label_new)
        inner = _LABEL_INSIDE.match(text) if gap == "bracket" else None
        if inner and (field := field_of(inner.group(1))):
            found.append(Atom(inner.group(2), begin, end, gap, 0, _role(inner.group(2), field)))
            continue
        superiors = _SUPERIORS | _TEACHERS if found and _PERSON_BEHIND.match(shown, end) else _SUPERIORS
        is_house = gap == "comma" and _is_site_as_house(text, found)
        field = (field_of(fold(text)) or superiors.get(text.lower())) if is_colon and not is_house else None
        if is_colon and not field and _is_other_label(text, are_labelled=are_labelled and gap == "cell"):
            field = UNKNOWN_LABEL
        if field:
            label, is_label_new = ("" if field == "years" else field), True  # 工作经验: 青禾软件有限公司 is a heading
            continue
        if gap in {"at", "for"} or (gap in {"cell", "line"} and not is_label_new):
            label = ""
        is_label_new = False
        column = next((role for until, role in columns if start < until), "")
        for number, (part, at, until) in enumerate(at_seam(text, shown, begin, end, is_both=column == "both")):
            sign = "seam" if number else (gap if found else "line")
            found.append(Atom(part, at, until, sign, 0, column if column not in {"", "both"} else _role(part, label)))
        if len(found) >= MAX_ATOMS:
            break
    return found


def _is_site_as_house(text: str, found: Sequence[Atom]) -> bool:
    """Tell a house that is a label of contacts elsewhere: ``Data Analyst, LinkedIn: Sunnyvale``."""
    return text.lower() in _SITES and bool(found) and title_score(found[-1].text) == 1.0


def _are_labelled(folded: str, pieces: Sequence[tuple[int, int, str, bool]]) -> bool:
    """Tell a row whose first cell has a known label, and so the others have theirs: ``Location: Oslo | Kind: Part-time``."""
    start, end, gap, is_colon = pieces[0] if pieces else (0, 0, "", False)
    return is_colon and gap == "line" and field_of(folded[start:end].strip()) is not None


def _is_other_label(text: str, *, are_labelled: bool) -> bool:
    """Tell a label whose value is neither post nor house: one of what was used or for whom, or any in a row of labels."""
    return _NO_HALF.fullmatch(text) is not None or (are_labelled and _LABEL_WORD.fullmatch(text) is not None)


def _said(shown: str, start: int, end: int, gap: str) -> tuple[str, int, bool]:
    """Return a piece without its article and its verb, where it begins, and whether the verb says that it is an office."""
    text = bare(shown[start:end])
    text = text[sign.end() :] if (sign := _SIGN_FIRST.match(text)) else text
    at_first = None if gap in {"at", "for"} else _AT_FIRST.match(text)
    text = text[at_first.end() :] if at_first else text
    if gap in {"at", "for"} and (article := _ARTICLE.match(text)):
        text = text[article.end() :]
    if len(text) < 2 or not any(map(str.isalpha, text)):
        return "", start, False
    text = _WORKED_AS.sub("", text) if shown[end : end + 1].isspace() else _IS_ONE.sub("", _WORKED_AS.sub("", text))
    if (work := _WORK_BEHIND.match(text)) and title_score(work.group(1)):
        text = work.group(1)
    if verb := _IN_OFFICE.match(fold(text)):
        post = text[verb.end() :]
        if not is_latin(post) and not title_score(post):
            return text, start + shown[start:end].index(text), False  # 担任三年级语文教学 tells what was done
        return _IN_SOME_HOUSE.sub("", post), start + shown[start:end].index(text) + verb.end(), True
    begin = shown.find(text, start)
    return text, start if begin < 0 or not (at_first or gap in {"at", "for"}) else begin, False


def _with_part(atom: Atom, after: Atom | None) -> Atom:
    """Mark the name in front of a department that only a space parts from it: Node.js 架构组 is one."""
    is_part = after is not None and after.gap == "space" and after.role == "aside" and is_latin(atom.text)
    if after is not None and is_part and after.text.removesuffix("市") in chinese_cities():
        return atom  # Larchly 深圳
    return replace(atom, role="aside") if is_part and not employer_score(atom.text) else atom


def _house_of_bracket(atom: Atom) -> Atom:
    """Return the house that a bracket names with its place: ``Clerk (Northmoor University, Norland)``, or its way of working."""
    if atom.gap != "bracket":
        return atom
    if (parted := _DASHED.fullmatch(atom.text)) and is_aside(parted[2]) and not is_aside(parted[1]):
        return replace(atom, text=parted[1], end=atom.start + len(parted[1]), role="")  # (UQG - Hybrid Remote)
    house, comma, _ = atom.text.partition(", ") if atom.role == "aside" else ("", "", "")
    is_house = bool(comma) and employer_score(house) >= MIN_HOUSE and not title_score(house)
    return replace(atom, text=house, end=atom.start + len(house), role="") if is_house else atom


def _without_verb(atom: Atom) -> Atom:
    """Take the verb off a firm and a post, and of what it is one: 任佛山某某有限公司, 任大堂副理, 担任某某计划的专案助理."""
    if (held := atom.text.removesuffix("一职")) != atom.text and title_score(held.removeprefix("担任")) == 1.0:
        atom = replace(atom, text=held, end=atom.start + len(held))  # 担任店长一职
    whose, of, post = atom.text.rpartition("的") if atom.role == "title" else ("", "", "")
    if of and title_score(post) == 1.0:
        return replace(atom, text=post, start=atom.start + len(whose) + 1)
    if atom.text[0] == "任" and _HOLDS.match(atom.text) and title_score(atom.text[1:]) == 1.0:
        return replace(atom, text=atom.text[1:], start=atom.start + 1, role="title")
    serves = _SERVES_AT.match(atom.text)
    return replace(atom, text=atom.text[serves.end() :], start=atom.start + serves.end()) if serves else atom


def _with_firm_at(atoms: list[Atom], folded: str) -> list[Atom]:
    """Mark the firm that its own line says one works at, under the post: ``@Northwind``, ``presso Poste Centrali``."""
    is_verb_of_house = len(atoms) > 1 and atoms[1].gap in {"at", "space"} and _SERVES.fullmatch(atoms[0].text)
    if is_verb_of_house or (len(atoms) > 1 and atoms[1].gap in {"at", "for"} and _WORKS.fullmatch(atoms[0].text)):
        rest = [replace(atom, role="aside") if atom.gap == "in" else atom for atom in atoms[2:]]
        return [replace(atoms[0], role="aside"), replace(atoms[1], role="employer"), *rest]
    atoms = [_at_sign(before, atom, folded) for before, atom in zip([None, *atoms], atoms, strict=False)]
    at = AT_FIRST.match(folded) if atoms and not atoms[0].role else None
    if at is None:
        return atoms
    n_front = at.end() if atoms[0].start < at.end() else 0
    name = atoms[0].text[n_front:] if folded.startswith(atoms[0].text) else atoms[0].text
    return [replace(atoms[0], text=name, start=atoms[0].start + n_front, role="employer"), *atoms[1:]]


def _at_sign(before: Atom | None, atom: Atom, folded: str) -> Atom:
    """Mark the house that a sign names behind its post, whose words may not give it away: 数据分析师 @ 晨光供应链."""
    is_named = before is not None and not atom.role and atom.gap == "at" and not is_latin(atom.text)
    if before is None or not is_named or "@" not in folded[before.start : atom.start + 1]:
        return atom
    return replace(atom, role="employer") if title_score(before.text) == 1.0 else atom


def _role(text: str, label: str) -> str:
    if label.endswith("title") and tells_work(text):
        return "aside"
    if label in {"title", "current_title", "employer", "current_employer"}:
        return label.removeprefix("current_")
    if label or is_aside(text):
        return "aside"
    return ""


def _is_short_form(atom: Atom) -> bool:
    """Tell the short form of a firm in brackets behind it: ``Larch Strategy Group, Inc. (LSGI)``."""
    return atom.gap == "bracket" and atom.text.isalpha() and atom.text.isupper()


def with_soft_seam(atoms: list[Atom], lines: Mapping[int, str]) -> list[Atom]:
    """Part title and firm that only a space parts, where nothing else could be the other: ``Technical Writer Flipkart``."""
    plain = [number for number, atom in enumerate(atoms) if not (atom.role or _is_short_form(atom))]
    if len(plain) != 1 or not is_latin(atoms[plain[0]].text):
        return atoms
    atom = atoms[plain[0]]
    halves = at_brand(atom.text) or at_title_noun(atom.text)
    at = lines[atom.row].find(halves[1], atom.start) if halves else -1
    if halves is None or at < 0:
        return atoms
    parted = [replace(atom, text=halves[0], end=at), replace(atom, text=halves[1], start=at, gap="seam")]
    return [*atoms[: plain[0]], *parted, *atoms[plain[0] + 1 :]]


def bare_value(text: str) -> str:
    """Return the value of a label without the marks around it and without the remarks in brackets behind it."""
    value = bare(text)
    while (behind := _BRACKETS_BEHIND.match(value)) and is_aside(behind.group(2).strip()):
        value = bare(behind.group(1))
    return value
