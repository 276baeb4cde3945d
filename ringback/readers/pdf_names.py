"""Names that a narrow column of a page breaks over lines: ``Palm Beach State`` / ``College``, ``Institute of`` / ``Technology``.

The page tells where its column was full: the first word of the line below would not have fitted behind the line. The words
tell that a name goes on: a line ends in the middle of one, or the next begins with the word that names end in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_CHARS, MAX_WHOLE = 70, 140  # longer lines are running text
MAX_LINES = 6  # of one name
SAME_EDGE, SAME_SIZE = 2.0, 0.3  # points
INDENT = 30.0  # points; items of a list stand farther in than what they belong to
NEAR_LINES = 40
LEAST_STEP, MOST_STEP = 0.8, 1.75  # of the letters, from one line of a paragraph to the next
SPACE = 0.25  # of the letters
MOST_WIDE = 1.2  # a word takes up to this much more than the letters of its line on average
MIN_LARGE = 0.6  # of the words of a name begin with a capital

_SCHOOL = r"(?:University|College|Institute|School|Academy|Polytechnic|Seminary|Conservatory|Universit[äéaà]t?|Universi[td]a\w+)"
_HOUSE = (
    r"(?:Hospitals?|Clinics?|Cent(?:er|re)s?|Company|Corporation|Corp|Co|Inc|LLC|LLP|PLC|plc|Ltd|Limited|Group|Holdings|GmbH|Foundation"
    r"|Associations?|Society|Museum|Librar(?:y|ies)|Laborator(?:y|ies)|District|Bank|Agency|Services?|Solutions|Systems"
    r"|Technologies|Partners(?:hip)?|Associates|Consulting|Consultants|Industries|Enterprises|International|Restaurant|Hotels?|Resorts?"
    r"|Council|Trust|Authority|Commission|Church|Department|Ministry|Studios?|Theat(?:er|re)|Union|Cooperative|Network|Press"
    r"|Health(?:care)?|Medical|Insurance|Logistics|Pharmaceuticals?|Communications|Entertainment|Properties|Stores?|Market|Farms?"
    r"|Construction|Engineering|Electric|Manufacturing)"
)
_KIND_FIRST = re.compile(
    rf"(?:(?:State|Technical|Technological|Pedagogical|Agricultural|Federal|National|Medical) (?={_SCHOOL}))?"
    rf"(?:(?:{_SCHOOL}|{_HOUSE})\b,? ?)+(?:(?:&|and) (?:{_SCHOOL}|{_HOUSE})\b)?\.?(?=$|\s*[,|()–—-]|\s*\t|\s{{2}}|\s\d"
    r"|\s(?!of\b)[a-z])"
)  # and nothing else of a name: University of Leeds is one of its own
_KIND_LAST = re.compile(rf"\b{_SCHOOL}$")
_KIND_OPEN = re.compile(
    r"\b(?:State|Community|Technical|Junior|A&M|Polytechnic|Methodist|Baptist|Christian|Wesleyan|Lutheran)$"
)
_OF_SCHOOL = re.compile(r"(?:Hospitals?|Press|Librar(?:y|ies)|Medical|Health|Foundation|Extension)\b")
_JOINTS = (
    r"(?:of|and|for|at|in|the|en|em|à|au|aux|per|de|del|della|delle|degli|dei|des|di|da|do|dos|das|du|la|las|los|für|der|und|et|y|e|van|och|og"
    r"|i)"
)
_JOINT = re.compile(_JOINTS)
_OPEN_LAST = re.compile(rf"(?:^|\s)(?:{_JOINTS}|&|Of|And|For|The|OF|AND|FOR|THE)$")
_JOINT_FIRST = re.compile(
    rf"(?:{_JOINTS}|&)(?: (?:the|la|las|los|le|les|der|den))? [\"“]?[A-ZÀ-Þ]"
    r"|(?:OF|AND|FOR|DE|DEL|DA|DO|DI|ET)(?: (?:THE|LA|LAS|LOS|LE|LES))? [A-ZÀ-Þ]{2}"
)
_POST = (
    r"(?:Engineer|Manager|Developer|Director|Analyst|Specialist|Officer|Coordinator|Technician|Supervisor|Consultant|Associate|Assistant"
    r"|Administrator|Representative|Instructor|Professor|Scientist|Architect|Fellow|Editor|Counselor|Therapist|Accountant"
    r"|Executive)"
)
_POST_FIRST = re.compile(rf"{_POST}(?:,? (?:[IVX]{{1,4}}|\d)\b)?(?=$|\s*[,|(]|\s[–—-]\s|\s*\t)")
_OF_POST = re.compile(
    r"\b(?:Software|Hardware|Firmware|Research|Intelligence|Project|Product|Program|Data|Business|Marketing|Sales|Customer|Client|Service"
    r"|Account|Resources|Support|Network|Quality|Assurance|Control|Operations|Development|Design|Security|Financial|Administrative"
    r"|Teaching|Clinical|Field|Test|Web|Stack|End|Mechanical|Electrical|Civil|Process|Production|Office|Shift|General|Regional"
    r"|Technical|IT|Legal|Credit|Loan|Claims|Training|Media|Events?|Facilities|Maintenance|Safety|Chain|Warehouse|Inventory|Kitchen"
    r"|Relations|Success|Planning|Graduate|Postdoctoral|Faculty|Library|Policy|Machine Learning|Learning|Cloud"
    r"|Database|Systems?)$"
)
_POST_OPEN = re.compile(
    r"(?:^|\s)(?:Senior|Junior|Postdoctoral|Post-Doctoral|Chief|Deputy|Vice|Adjunct|Visiting|Sr\.|Jr\.)$"
)
MAX_POST_WORDS = 4
_LEGAL_NEAR = re.compile(
    r"[A-ZÀ-Þ][\w&-]+ (?:[A-ZÀ-Þ][\w&-]+ )?(?:S\. ?[AL]\.|Inc\b|LLC\b|Ltd\b|Ltda\b|GmbH\b|Corp\b|SARL\b|S\.?r\.?l\b)"
)
_LARGE_LAST = re.compile(rf"(?:^|\s)(?!{_POST}$)[A-ZÀ-Þ][\w&-]+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINT_ALONE = re.compile(
    rf"(?:{_JOINTS}|&)|(?:y|e|et|de|del|da|do|du|des|della) [a-zà-ÿ]{{4,}}"
)  # Investigación / y desarrollo
_MONTHS = r"(?:jan|feb|f[ée]v|mar|apr|avr|abr|ma[iy]|ju[nil]|aug|ago|aoû|sep|set|o[ck]t|out|ott|nov|d[eé]c|dez|dic)"
_OPEN_DATE = re.compile(rf"\| (?:.* )?(?:\d{{4}} ?[-–—]|\d{{4}} à ce|\d{{4}} a la|(?i:{_MONTHS})[\w.à-ÿ]{{0,7}})$")
_REST_OF_DATE = re.compile(
    rf"(?:19|20)\d\d\b|jour\b|fecha\b|(?i:present|aujourd|actual|heute|oggi|current|now|today|(?:{_MONTHS})\w* \d)"
)
_SCHOOL_OPEN = re.compile(
    r"(?:^|\s)(?:Universi(?:dade?|tà|té|tat)|Instituto?|Istituto|Escuela|[ÉE]cole|Lycée|Liceo|Colegio|Facultad)$"
)
_SURE_HALVES = (
    (_OPEN_DATE, _REST_OF_DATE),  # 2011 à ce / jour
    (
        re.compile(r"\b(?:University|Institute|College|School) of [a-z]+$"),
        re.compile(r"(?:and|&) [a-z]+"),
    ),  # of science / and
    (
        re.compile(r"(?:^|[\s|,;/:])(?:\(\d{2,4}\)(?:[ -]?\d{1,4})?|\+\d{1,3}(?:[ (-]{0,2}\d{1,5}\)?){0,2})$"),
        re.compile(r"[(\d][\d ().-]{4,14}(?:$|\s*[|,;(])"),
    ),  # (62) / 9 9278-0000
    (_LARGE_LAST, _LEGAL_NEAR),  # Sistemas / Globales S. A.
    (
        re.compile(r"\w[.,] [^.]{3,40}\.$"),
        re.compile(r"(?:19|20)\d\d ?[-–—] ?(?:(?:19|20)\d\d|\w{4,12})\.$"),
    ),  # Larch Lab. Tutor. / 2018 – 2021.
)
_HALF_LAST = re.compile(
    rf"\b{_SCHOOL}\b.*[\s,](?:New|North|South|East|West|San|St\.?|Saint|Los|Las|Santa|El|La|Fort|Port|Mount|Mt\.?|Baton|Chapel|Hong|Grand"
    r"|Long|Rio|Cape|Ann|College|Fine|Film|Life|Human|Computer|Data|Health|Information|Graduate|Higher|Foreign|Continuing|Performing"
    r"|(?!Music|Montr[eé]al|Portugal|Nepal|Senegal|Natal|Arabic|Quantic)[A-Z][a-z]+(?:ic|al|ed|ive|ary|ous|ern))$"
)  # University of Applied / Sciences
_SYSTEM_LAST = re.compile(r"\b(?:State University|University of [A-Z]\w+(?: (?:York|Carolina|Jersey|Mexico))?),$")
_NAME_FIRST = re.compile(r"[\"“]?[A-ZÀ-Þ]")
_NO_NAME = re.compile(r"(?:[:;!?)\]]|(?<!\bSt)(?<!\bMt)(?<!\bFt)\.)$|@|://|^[^\w\"“(:]\s")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def with_names_whole(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with the lines of a broken name put together."""
    whole: list[PlacedLine] = []
    number = 0
    while number < len(placed):
        line = placed[number]
        n_joined = 1
        while number + 1 < len(placed) and n_joined < MAX_LINES and _is_broken(line, placed, number):
            number += 1
            n_joined += 1
            text = f"{line.line.text.rstrip()} {placed[number].line.text.strip()}"
            line = replace(line, line=replace(line.line, text=text))
        whole.append(line)
        number += 1
    return whole


def _is_broken(begun: PlacedLine, placed: Sequence[PlacedLine], number: int) -> bool:
    """Tell whether line ``number``, the last of what has ``begun``, breaks a name that goes on in the line below it."""
    return goes_on(begun.line.text, placed[number + 1].line.text) and _is_full(placed, number)


def goes_on(begun: str, below: str) -> bool:
    """Tell by its words a name that goes on in the line below."""
    above, below = begun.strip(), below.strip()
    if not above or not below or len(above) + len(below) > MAX_WHOLE:
        return False
    if (
        above.endswith(" |")
        or below.startswith("| ")
        or any(a.search(above) and b.match(below) for a, b in _SURE_HALVES)
    ):
        return True
    is_new = _NAME_FIRST.match(below) is not None
    if _SYSTEM_LAST.search(above):
        return is_new
    if len(above) > MAX_CHARS or _NO_NAME.search(above) or not _is_name(above.rpartition("\t")[2]):
        return False
    if _JOINT_FIRST.match(below) or _JOINT_ALONE.fullmatch(below):
        return not _OPEN_LAST.search(above)
    is_open = any(words.search(above) for words in (_OPEN_LAST, _HALF_LAST, _POST_OPEN, _SCHOOL_OPEN))
    return is_new and (is_open or _ends_name(above, below) or _is_in_row(above, below))


def _ends_name(above: str, below: str) -> bool:
    """Tell the word that names end in, with nothing else of a name behind it: ``College, 2012`` under ``Palm Beach State``."""
    name = _as_name(below, above)
    if len(above.split()) <= MAX_POST_WORDS and _OF_POST.search(above) and _POST_FIRST.match(name):
        return True  # Business Intelligence / Analyst
    if _KIND_OPEN.search(above) and re.match(rf"{_SCHOOL}(?! of\b)", name):
        return True  # California State / University Chico
    kind = _KIND_FIRST.match(name)
    return kind is not None and (not _KIND_LAST.search(above) or _OF_SCHOOL.match(below) is not None)


def _is_in_row(above: str, below: str) -> bool:
    """Tell a row between bars that breaks inside of a name: ``Full`` / ``Stack Writer | Larch`` / ``Works | 2019 - Present``."""
    begun, bar, _ = below.partition(" | ")
    if not bar or len(begun.split()) > MAX_POST_WORDS:
        return False
    if "|" not in above:
        is_name = not above.isupper() and len(above.split()) <= MAX_POST_WORDS
        return is_name and re.search(r"[,.\d\t]", above) is None
    return _YEAR.search(above) is None and _YEAR.search(below) is not None


def _as_name(below: str, above: str) -> str:
    """Return a line in capitals as other names are written, below another one: ``PALM BEACH STATE`` / ``COLLEGE``."""
    last = re.split(r"[,|:\t]", above)[-1]
    return below.title() if below.isupper() and last.isupper() else below


def _is_name(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if not _JOINT.fullmatch(word)]
    return bool(words) and sum(word[0].isupper() for word in words) >= MIN_LARGE * len(words)


def _is_full(placed: Sequence[PlacedLine], number: int) -> bool:
    """Tell whether the first word of the line below would not have fitted behind a line in its column."""
    line, below = placed[number], placed[number + 1]
    if line.baseline is None or below.baseline is None or abs(line.line.size - below.line.size) > SAME_SIZE:
        return False
    step, size = line.baseline - below.baseline, below.line.size
    is_cell = "\t" in line.line.text  # the last cell begins farther right
    is_under = line.left + SAME_EDGE < below.left < line.right if is_cell else abs(below.left - line.left) <= SAME_EDGE
    if not is_under or not LEAST_STEP * size <= step <= MOST_STEP * size:
        return False
    text = below.line.text.strip()
    word = text.split()[0]
    width = (below.right - below.left) * len(word) / len(text)
    return line.right + SPACE * size + MOST_WIDE * width > _edge(placed, number)


def _edge(placed: Sequence[PlacedLine], number: int) -> float:
    """Return where the column of a line ends: the longest line from here to its foot tells."""
    left, edge = placed[number + 1].left, placed[number].right
    above = placed[number]
    for line in placed[number + 1 : number + NEAR_LINES]:
        if line.baseline is None or above.baseline is None or line.baseline > above.baseline + line.line.size:
            break  # the next column begins
        if -SAME_EDGE <= line.left - left <= INDENT and " " in line.line.text:  # a long word runs over its column
            edge = max(edge, line.right)
        above = line
    return edge
