"""The town among the contacts, in the head of the resume or at the foot of the page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.names.cleaning import clean, is_titled_name
from ringback.readers.fields.names.shapes import is_parted_town, latin_score
from ringback.readers.fields.periods import RANGE, range_in
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.births import above, without_birth
from ringback.readers.fields.places.country_codes import town_by_code, town_by_number
from ringback.readers.fields.places.place_words import TITLES, home_of, is_area, is_street, is_town
from ringback.readers.fields.places.towns import (
    CITY_SUFFIX,
    LABEL_IN_FRONT,
    MAX_HEAD_LINE,
    WIDE_PIECES,
    in_capitals,
    is_word_of_address,
    town_behind_code,
)
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.wordlists import chinese_cities, is_town_of, latin_cities, places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ringback.readers.fields.sheet import Sheet

FOOT_LINES = 6
SIDE_BAR_LINES = 30
MAX_PLACE = 60
SURE_NAME = 0.8
NEAR_TOP = 4
SURE_POST = 0.6
ADDRESS_PARTS = 3
FACT_LINES, MIN_TABS = 3, 2
_SIDE_BAR = 4  # lines of contacts that stand together
CONTACTS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w.-]{2,40}\.[a-z]{2,6}/\S+"
    r"|(?<=, )(?:[Tt]el|[Pp]h|[Mm]ob|[Cc]ell|[Pp]hone|[Mm]obile)\b[.:]{0,2} ?(?=\+?\(?\d)"  # Halifax, NS, tel. +1-902-...
    r"|(?:(?<!\w)\+?\d{1,2}[ -]?(?=\()|(?<![\w.-])1[ .-](?=\d{3}[ .-]))?\+?\(?\d{2,4}\)?[\d ().-]{6,}\d"
    r"|\([^()\d]{0,20}\brelocat(?:e|ion|ing)\b[^()\d]{0,20}\)"  # stands between the town and the numbers
)
_MAY_BE_CONTACT = re.compile(r"@|/|www\.|\d\d")  # one of them stands in whatever the pattern above finds
_REACHED = re.compile(r"\S@\S|\d[\d ().-]{6,}\d")
_DAY = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2,4}")
_OF_LIFE = frozenset({"education", "experience", "projects", "awards"})
_LABEL_BEHIND = re.compile(
    r"\s(?:e-?mail|mail|phone|tel|telephone|mobile|mob|cell|contact|gsm|whatsapp)(?: (?:no|number|address))?\.?\s?[:.]?$"
    r"|\s(?:call|ring|write|reach me|ph|fax|skype|github|gitlab|linkedin|wechat|website|web|portfolio|blog|[a-z@])\s?:$",
    re.IGNORECASE,
)
_OWN = re.compile(  # Mon Email, My Phone: the text of a link
    r"\W*(?:my|mon|ma|mes|mi|mis|mein|meine|meu|minha|mio|mia|mijn|min|mitt|moj[ae]?|mój|your|our|votre|notre|unser)\s+"
    r"(?:e-?mail|mail|courriel|correo|posta|phone|tel\w*|mobile?|portable|handy|number|num[ée]ro|nummer|address|adresse?"
    r"|profil\w*|site|web\w*|github|gitlab|linkedin|portfolio|blog|cv|resume|page|contacts?)\b",
    re.IGNORECASE,
)
_PARTED_NAME = re.compile("[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff]{2}")  # 卢 朝阳 lives in no 朝阳
_HOUSE = re.compile(
    r"^(?:(?:house|flat|plot|unit|no|h\.?\s?no|door no)\b[\s.:#-]*)?#?\d{1,4}[A-Z]?(?:/\d{1,4})?(?:\s+(?-i:[A-Z])|$)",
    re.IGNORECASE,
)
_TOWN = re.compile("[A-Z][a-z]{3,15}")
_AND_REGION = re.compile(  # Buea, South West Region
    "([A-Z][a-z]{3,15}(?: [A-Z][a-z]{2,12})?), (?:[A-Z][a-z]{2,12} ){1,2}(?:Region|Province|Division|County|District|Parish)"
)
_AND_QUARTER = re.compile("([A-Z][a-z]{3,15}), ?[A-Z][a-z]{3,15}(?: park| estate| compound| township| village)?")
_AGE = re.compile(r"^\d{2} (?:anos|años|ans|anni|jahre|years|lat|år)\b", re.IGNORECASE)
_PLACE_LINE = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}(?:, [A-ZÀ-Þ][^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}){1,2}"
)
_NUMBER_OF_OFFICE = re.compile(  # Student ID 20307900 lies in no Idaho
    r"\b(?:student|employee|staff|member|applicant|candidate|learner|national|voter|user) ID\b", re.IGNORECASE
)
FROM = re.compile(
    r"^(?:[Cc]oming |[Hh]ailing )?[Ff]rom (?:(?:[Bb]eautiful|[Ss]unny|[Ll]ovely|[Gg]reater|the) )*(?=[A-Z][^,]{2,30}, [A-Z])"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_NO_TOWNS = frozenset({"Date", "Best"})
_REGION_BEHIND = re.compile("[a-z]{3}, ?[A-Z]")  # among Chinese words too: Baltimore, MD | 个人主页
_CODE_ALONE = re.compile(r"(?:[A-Z]{2} )?\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d")
_CODE_BEHIND = re.compile(r",? \d{5}(?:-\d{4})?$")
_POST_IN_TOWN = re.compile(r"([^,|]{3,60}?) (?:based )?in ([A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2})")
_POST_IN_FRONT = re.compile(r"^([^,|]{3,60}?) (?:in|at) (?=[A-Z][\w.'’ -]+, [A-Z])")  # Attorney in Leeds, UK
_OF_OFFICE = re.compile(
    r"\b(?:member|fellow|licen[sc]ed|certified|registered|chartered|accredited|admitted|graduate|alumn\w+|society|association)\b",
    re.IGNORECASE,
)  # Member of the Royal Society, London
CERTAIN, BARE, END_OF_ADDRESS = 3, 2, 1
"""The evidence for a town: a region, a country or a post code beside it; contacts beside its line; a house in front of it."""
_CONFIDENCE = {CERTAIN: 0.8, BARE: 0.8, END_OF_ADDRESS: 0.6}


class Candidate(NamedTuple):
    """A town that a line names, how well it is told, and the line."""

    town: str
    evidence: int
    line: str


_LANGUAGES_OF_PAGE = re.compile(r"[A-Z]{2}(?:\W+[A-Z]{2})+")  # DE<tab>EN, the buttons of a page
_LETTER_IN_FRONT = re.compile(r"^(?:[a-zL]\s+|[ALaw]\s?:\s*)(?=[A-Z])")  # a Austin, Texas; T: 07700 900417 / A: Leeds


def town_in_head(sheet: Sheet, spoken_for: Mapping[int, int]) -> Found[str] | None:
    """Take the town that the lines of the head say best; of two that are said alike the first one.

    ``spoken_for`` holds how many characters of a line stand in front of a label of other places.
    """
    return best_of(_towns_in_head(sheet, spoken_for))


def is_long(shown: str) -> bool:
    """Tell prose from a line of contacts, whose addresses and links may be long."""
    return len(shown) > MAX_HEAD_LINE and len(CONTACTS.sub("", shown)) > MAX_HEAD_LINE


def is_row_of_list(shown: str, number: int) -> bool:
    """Tell a play, a part in it called Bella and a theatre, in cells, from a row of facts of the person."""
    is_row = number > FACT_LINES and shown.count("\t") >= MIN_TABS
    return is_row and not any(map(str.isdigit, shown)) and CONTACTS.search(shown) is None


def _is_known_place(shown: str) -> bool:
    place = place_of(shown)
    return place.is_certain and home_of((place.town or "").partition(",")[0]) is not None


def best_of(candidates: Iterable[Candidate]) -> Found[str] | None:
    """Return the candidate with the most evidence, the first of equals."""
    best = max(candidates, key=lambda one: one.evidence, default=None)
    return Found(best.town, "layout", _CONFIDENCE[best.evidence], best.line.strip()) if best else None


def _towns_in_head(sheet: Sheet, spoken_for: Mapping[int, int]) -> Iterator[Candidate]:
    is_named = False
    for number in sheet.head:
        shown = sheet.shown[number]
        is_name = is_name_on_top(sheet, number) and not (is_named and _is_known_place(shown))
        until = spoken_for.get(number)
        is_other = until == 0 or is_name or is_long(shown) or is_row_of_list(shown, number)
        if not is_other and (shown.isascii() or not _HAN.search(shown) or _REGION_BEHIND.search(shown)):
            found = _towns_in_line(sheet, number, until, is_named=is_named)
            yield from (one for one in found if one.evidence == CERTAIN) if _HAN.search(shown) else found
        elif is_name and "\t" in shown and not is_named:
            yield from _town_behind_name(sheet, number)
        is_named = is_named or is_name


def _towns_in_line(sheet: Sheet, number: int, until: int | None, *, is_named: bool) -> Iterator[Candidate]:
    """Yield the towns of a line; one without a region beside it needs contacts or other pieces near, and is no name."""
    shown = without_birth(sheet.shown[number][:until], above(sheet.shown, number))
    if _NUMBER_OF_OFFICE.search(shown):
        return
    bare = CONTACTS.sub("|", FROM.sub("", shown))
    if (
        "|" not in bare
        and not _HAN.search(bare)
        and not field_of(fold(bare))
        and (whole := place_of(bare)).town
        and whole.is_certain
        and not is_trade(whole.town)
    ):
        yield Candidate(town_by_code(sheet, bare.strip()) or whole.town, CERTAIN, shown)
        return
    pieces = [piece for piece in WIDE_PIECES.split(bare) if piece.strip()]
    is_contact_line = len(pieces) > 1 or _has_contacts_beside(sheet, number) or _goes_on(sheet, number)
    for at, piece in enumerate(pieces):
        if field_of(fold(piece)) or _HAN.search(piece) or piece.strip(" ,") in _NO_TOWNS or _OWN.match(piece):
            continue  # Email ID lies in no Idaho, the date of a form in no Hokkaido, what ends a letter in no Brabant
        text = _LABEL_BEHIND.sub("", LABEL_IN_FRONT.sub("", piece.strip(" ,.-–"))).lstrip('"“')
        text = in_capitals(_LETTER_IN_FRONT.sub("", text)) if is_contact_line else text
        post = _POST_IN_FRONT.match(text)
        text = text[post.end() :] if post and title_score(post.group(1)) >= SURE_POST else text
        if behind := town_behind_code(text) or town_by_code(sheet, text) or _town_of_post(text, number):
            yield Candidate(behind, CERTAIN, shown)
            continue
        place = place_of(text)
        if not place.is_certain and at == len(pieces) - 1 and (below := _rest_below(sheet, number)):
            longer = place_of(text + below)
            is_whole = len(pieces) == 1 or home_of((longer.town or "").partition(",")[0]) is not None
            place = longer if longer.is_certain and is_whole else place
        if is_trade(place.town) or (not place.is_certain and (place.town or "").lower() in TITLES):
            continue  # Registered Nurse, Texas; Mission over what somebody sets out to do
        is_small = piece.strip().islower()  # no name is: bori camp, port harcourt
        is_other = is_named and _may_be_list(text) and not (len(pieces) == 1 and _ends_address(sheet, number))
        is_likely = is_contact_line and not (is_other if is_named else not is_small and _may_be_person(text))
        is_likely = is_likely and not _OF_OFFICE.search(text)
        is_certain = place.is_certain or is_area(text)
        if place.town and (is_certain or is_likely):
            yield Candidate(place.town, CERTAIN if is_certain else BARE, shown)
        elif is_likely:
            ended = _end_of_address(text) if place.country is None or place.is_certain else None
            town = ended or town_by_number(sheet, text) or (_before_quarter(text) if is_named or number else None)
            yield from [Candidate(town, END_OF_ADDRESS if ended else BARE, shown)] if town else []


def _before_quarter(text: str) -> str | None:
    """Return the large town in front of a quarter that no list knows, ``Tunis,Larchdo``, any in front of a region by its word."""
    told = _AND_QUARTER.fullmatch(text)
    if told:
        return told.group(1) if told.group(1).lower() in latin_cities() else None
    told = _AND_REGION.fullmatch(text)
    return told.group(1) if told and is_town(told.group(1)) else None


def _town_behind_name(sheet: Sheet, number: int) -> Iterator[Candidate]:
    """Yield the known town in the cell behind a whole name: ``Mara Velding<tab>Leeds``."""
    first, *_, last = (cell.strip() for cell in sheet.shown[number].split("\t"))
    is_whole = " " in first and latin_score(first) >= SURE_NAME
    if is_whole and is_town(last) and not _is_name_in_cells(sheet, number) and not is_trade(last):
        yield Candidate(last, BARE, sheet.shown[number])


def _town_of_post(text: str, number: int) -> str | None:
    """Return the known town where somebody says under his name that he is what he is: ``Ward Sister in Dundee``."""
    told = _POST_IN_TOWN.fullmatch(text) if number < FACT_LINES else None
    is_post = told is not None and title_score(told.group(1)) >= SURE_POST
    return told.group(2) if told and is_post and is_town(told.group(2)) else None


def is_trade(town: str | None) -> bool:
    """Tell a post in front of a region, ``Registered Nurse, Texas``, from a town that is called so: ``Baker, Louisiana``."""
    name = (town or "").partition(",")[0]
    is_place = home_of(name) is not None or (" " in name and is_town_of(name, "US"))  # Captain Cook, HI
    return title_score(name) >= SURE_POST and not is_place


def _rest_below(sheet: Sheet, number: int) -> str | None:
    """Return the first piece of the next line where that is the rest of an address: a region, a post code and its country."""
    if number + 1 >= len(sheet.shown) or sheet.headings[number + 1]:
        return None
    if _LANGUAGES_OF_PAGE.fullmatch(sheet.shown[number + 1].strip()):
        return None
    below = WIDE_PIECES.split(sheet.shown[number + 1])[0].strip(" ,.")
    broken = f"{sheet.shown[number].rpartition(',')[2]} {below.partition(',')[0]}".strip().lower()
    if broken in places_after_comma():
        return f" {below}"  # Andhra / Pradesh, India
    plain = _CODE_BEHIND.sub("", below).lower()  # Tulsa / Oklahoma 74104
    is_region = plain in places_after_comma() or _CODE_ALONE.fullmatch(below) is not None
    rest = place_of(below)
    return f", {below}" if is_region or (rest.is_certain and rest.town is None) else None


def town_in_foot(sheet: Sheet, spoken_for: Mapping[int, int]) -> Found[str] | None:
    """Look for an address beside the contacts that some designs print at the end of the page."""
    for number in range(max(0, len(sheet.shown) - FOOT_LINES), len(sheet.shown)):
        shown = without_birth(sheet.shown[number], above(sheet.shown, number))[: spoken_for.get(number)]
        is_alone = CITY_SUFFIX.sub("", fold(shown).strip(" ,.")) in chinese_cities()
        reach = _SIDE_BAR if is_alone else 1
        near = sheet.shown[max(0, number - reach) : number + reach + 1]
        if len(shown) > MAX_HEAD_LINE or sheet.sections[number] == "references" or not any(map(holds_contacts, near)):
            continue
        if sheet.sections[number] in _OF_LIFE and not any(
            _REACHED.search(_DAY.sub(" ", RANGE.sub(" ", fold(line)))) for line in near
        ):
            continue  # a link beside a school is no contact
        for piece in re.split(r"\s*[|·\t•]\s*|\s{2,}", CONTACTS.sub("|", shown)):
            town = CITY_SUFFIX.sub("", fold(piece).strip(" ,."))
            if field_of(town):
                continue
            if town in chinese_cities():
                return Found(town, "layout", 0.7, shown.strip())
            place = place_of(piece.strip(" ,."))
            if place.town and (place.is_certain or (CONTACTS.search(shown) and is_town(piece.strip(" ,.")))):
                return Found(place.town, "layout", 0.7, shown.strip())
    return None


def town_beside_name(sheet: Sheet) -> Found[str] | None:
    """Look for a line that is a place with its region, where a side bar or a menu in front took the head for its own section."""
    for number in range(min(len(sheet.shown), SIDE_BAR_LINES)):
        kind, shown = sheet.sections[number], without_birth(sheet.shown[number], above(sheet.shown, number)).strip()
        if kind == "experience" and not sheet.headings[number]:
            return None  # what follows may be the place of a job
        if (
            kind in {"references", "experience"}
            or sheet.headings[number]
            or len(shown) > MAX_PLACE
            or not _PLACE_LINE.fullmatch(shown)
            or school_in(fold(shown), shown)
        ):
            continue
        near = sheet.shown[max(0, number - 2) : number + 3]
        is_late = kind in {"education", "projects"} and not any(
            "@" in line or _REACHED.search(RANGE.sub(" ", fold(line))) for line in near[2:]
        )
        if not is_late and not is_name_on_top(sheet, number) and _is_known_place(shown):
            return Found(str(place_of(shown).town), "layout", 0.6, shown)
    return None


@lru_cache(maxsize=1024)  # a line is asked for each of its neighbours
def holds_contacts(line: str) -> bool:
    """Tell an address or a number from the digits of a period."""
    folded = fold(line)
    if not _MAY_BE_CONTACT.search(folded) or CONTACTS.search(folded) is None:
        return False
    return range_in(folded) is None or CONTACTS.search(RANGE.sub(" ", folded)) is not None


def _has_contacts_beside(sheet: Sheet, number: int) -> bool:
    """Tell whether contacts or a country stand on this line or a neighbouring one, as in a side bar."""
    near = sheet.shown[max(0, number - 1) : number + 3]
    if sheet.sections[number] != TOP and sheet.sections[number] != "basic":
        return False
    return any(holds_contacts(line) or line.strip().lower() in places_after_comma() for line in near)


def _goes_on(sheet: Sheet, number: int) -> bool:
    """Tell the rest of an address whose first line stands beside contacts: ``P.O. Box 345,`` above ``Kisumu.``."""
    line = above(sheet.shown, number).strip()
    is_address = line.endswith(",") or (is_street(line) and len(line) <= MAX_PLACE and not holds_contacts(line))
    return bool(line) and is_address and _has_contacts_beside(sheet, number - 1)


def place_behind(shown: str) -> bool:
    """Tell whether a line ends in a place with its region, set apart from what it begins with: ``Ana Moor • Leeds, UK``."""
    *front, last = WIDE_PIECES.split(shown)
    return bool(front) and "," in last and place_of(last.strip(" ,.")).is_certain


def is_name_on_top(sheet: Sheet, number: int) -> bool:
    """Tell Aaliyah Washington and ``Anil Rao, MD`` above the rest from places in Washington and Maryland."""
    shown = sheet.shown[number]
    if any(map(str.isdigit, shown)):
        return False
    if _PARTED_NAME.fullmatch(shown.strip()):
        return number == 0
    if number:
        return "@" not in shown and (is_titled_name(shown) or _is_name_in_cells(sheet, number))
    if place_behind(shown):
        return False
    name = clean(shown)
    is_town_alone = is_town(name) and not is_parted_town(name)
    is_bare = name.replace(" ", "").isalpha() and not is_town_alone and latin_score(name) >= SURE_NAME
    return is_bare or is_titled_name(shown, is_first=True) or is_word_of_address(sheet, shown)


def _is_name_in_cells(sheet: Sheet, number: int) -> bool:
    """Tell a name in large print whose words stand wide apart, below the title of the page: ``Ines<tab>Rho``."""
    words = sheet.shown[number].split("\t")
    is_large = number < NEAR_TOP and sheet.sizes[number] == max(sheet.sizes[:NEAR_TOP]) > sheet.body_size > 0
    return is_large and len(words) > 1 and latin_score(" ".join(words)) >= SURE_NAME


def _ends_address(sheet: Sheet, number: int) -> bool:
    """Tell an address from a list by its full stop, below contacts: ``Larch Estate, Ikotun, Lagos.``."""
    shown = sheet.shown[number].strip()
    parts = [part.strip() for part in shown.rstrip(".").split(",")]
    is_set = sheet.sections[number] == "basic" and shown.endswith(".") and len(parts) == ADDRESS_PARTS
    is_like = is_set and all(part[:1].isupper() and len(part.split()) <= ADDRESS_PARTS for part in parts)
    return is_like and is_town(parts[-1]) and title_score(shown) == 0 and holds_contacts(above(sheet.shown, number))


def _end_of_address(text: str) -> str | None:
    """Return the town, in no list, that ends an address: ``House 14, Road 3, Katghar, Moulvibazar``.

    Its province and the post code may stand behind it: ``0643 Rico St, Concepcion, Moorwag, Bulacan, 3006``.
    """
    parts = [part.strip() for part in text.split(",")]
    n_parts = len(parts)
    while len(parts) > 2 and (parts[-1].isdigit() or _is_region(*parts[-2:])):
        parts.pop()
    is_address = n_parts > 2 and _HOUSE.search(parts[0]) and not _AGE.match(parts[0])
    return parts[-1] if is_address and _TOWN.fullmatch(parts[-1]) else None


def _is_region(town: str, part: str) -> bool:
    """Tell the province behind a town that is in no list."""
    place = place_of(f"{town}, {part}")
    return place.is_certain and place.country is not None and place.town is None


def _may_be_list(text: str) -> bool:
    """Tell ``Cisco, Juniper, Palo Alto`` from a quarter and its town: more than two parts, or a trade, without a street."""
    front = text.rpartition(",")[0]
    return bool(front) and not is_street(front) and ("," in front or title_score(front) > 0)


def _may_be_person(text: str) -> bool:
    """Tell ``LAM Sze Man, Edmond`` from ``12 High Street, Edmond``: what stands before the comma is neither street nor town."""
    front = text.rpartition(",")[0].strip()
    return len(front.split()) > 1 and not (is_street(front) or is_town(front.rpartition(",")[2].strip()))
