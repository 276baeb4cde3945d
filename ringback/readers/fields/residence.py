"""Where the person lives: behind a label, in a sentence, or among his contacts; never the place of origin (籍贯, 户口)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers.fields.addresses import is_street, is_town, place_of
from ringback.readers.fields.found import Found
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.name_cleaning import clean, is_titled_name
from ringback.readers.fields.name_shapes import latin_score
from ringback.readers.fields.periods import RANGE
from ringback.readers.fields.places import (
    CITY_SUFFIX,
    HEAD_LINES,
    LABEL_IN_FRONT,
    MAX_CITY_CHARS,
    MAX_HEAD_LINE,
    PREFIX,
    PROVINCE,
    WIDE_PIECES,
    city_in,
    in_capitals,
    latin_city,
    town_behind_code,
    town_of_district,
)
from ringback.readers.fields.places_abroad import place_abroad
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.titles import title_score
from ringback.readers.fields.wordlists import chinese_cities, places_after_comma
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet
FOOT_LINES = 6
SURE_NAME = 0.8
BARE_PLACES = frozenset(
    {"地点", "城市", "地区", "Location", "City", "location", "city"}
)  # among the wishes, those of a wish
_NOT_AT_HOME = frozenset({"wishes", "projects", "awards", "training"})
_SIDE_BAR = 4  # lines of contacts that stand together
_PIECES = re.compile(r"\s*[|·;/\t]\s*|\s{2,}|\s+[-•]\s+")
_CONTACTS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|(?:\+?\d{1,2}[ -]?(?=\())?\+?\(?\d{2,4}\)?[\d ().-]{6,}\d")
_REACHED = re.compile(r"\S@\S|\d[\d ().-]{6,}\d")
_OF_LIFE = frozenset({"education", "experience", "projects", "awards"})
_HAN_PIECES = re.compile(
    r"(?:[\s|·;/\t,，:\u26b2\U0001f4cd\u2302\U0001f3e0\u2691\U0001f3e1\U0001f4cc]|--+|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff]))+"
)
_CELLS = re.compile(r"\s*[|·;\t,，:]\s*|\s{2,}")
_HAN_ADDRESS = re.compile(
    "^(?:(?:[\u4e00-\u9fff]{2,4} )?[\u4e00-\u9fff]{2,8}[省市县縣區区]|新界|九[龙龍]|香港)"
    ".{0,24}(?:[路街道村巷弄邨里段園园苑].{0,8}\\d|\\d.{0,3}[号號室座樓楼栋幢])"
)
SUMMARY_LINES = 2
_LIVES = re.compile(
    r"(?:现居住?+|现在?住|家住|(?<!老)家在|居住(?:城市)?|(?:目前|现)所?在[地城]市?(?=[是为:])|常住|常驻|坐标|定居|(?:目前|现在|现|一直)(?:工作)?(?:居?住|生活)(?=在|于)"
    r"|(?<![\u4e00-\u9fff])住(?=[\u4e00-\u9fff]{2,6}[市区县])|[Bb]ase)(?:地|于|在)?+[是为]?\s*:?\s*([\u4e00-\u9fff]{2,12})"
)
_AM_IN = re.compile("(?:^|[\\s,。;|])(?:我|本人)(?:目前|现在|现)?在([\u4e00-\u9fff]{2,8})(?=$|[\\s,。;|])")
_NO_DISTRICT = re.compile("[大院校社店]$|理工|财经|师范|政法|邮电|交通|外国|工业|农业|医科|科技|电子|民族|银行|公司")
_OF_PERSON = re.compile(
    r"[男女]|\d岁|[汉回满壮苗]族|党员|团员|@|1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}|(?:19|20)\d\d|(?<=[男女\s|,])[2-5]\d(?=[\s|,岁])"
    r"|经验|本科|硕士|大专|博士|离职|在职"
)
_STAYS = re.compile(
    "(?:(?<![\u4e00-\u9fff])(?:我|本人)?|目前|现在|现)(?:人|住)在\\s*:?\\s*([\u4e00-\u9fff]{2,12})"
    "|(?:目前|现在|现)在([\u4e00-\u9fff]{2,8}?)(?:上班|工作|任职|生活|就职)"
    "|(?<![\u4e00-\u9fff])在([\u4e00-\u9fff]{2,4}?)市?(?:做|干|打工)"
    "|(?:^|(?<=[\\s/|,·]))(?:现在?|住在?)([\u4e00-\u9fff]{2,3})(?=[\\s/|,·]|$)"
)
_LIVES_IN = re.compile(
    r"\b(?i:based|living|residing|located|live|reside|resident|lives) (?:in|at|near|of|out of)"
    r" ((?:[A-Z][\w.'-]*,? ){0,4}[A-Z][\w'-]+)"
)
_HAN_DISTRICT = re.compile(
    "(?:[\u4e00-\u9fff]{2,3}(?:省|自治区))?([\u4e00-\u9fff]{2,3})(?:市[\u4e00-\u9fff]{1,4}[区县镇]?|[\u4e00-\u9fff]{1,4}[区县])"
)
_HAN_STREET = re.compile("(?:[\u4e00-\u9fff]{2,3}(?:省|自治区))?([\u4e00-\u9fff]{2,3})市[\u4e00-\u9fff]{1,4}[区县]")
_LABEL_BEHIND = re.compile(r"\s(?:e-?mail|mail|phone|tel|telephone|mobile|mob|cell|contact)\s?[:.]?$", re.IGNORECASE)
_OTHER_PLACES = frozenset({"not_city", "desired_city", "school", "employer", "desired_title"})
_REMARK = re.compile(r"\s*\([^()]{4,60}\)\s*$")  # Houston, TX (willing to relocate)
_HAN_REMARK = re.compile(r"\((?:可|接受|愿|也可|或)[^()]{1,12}\)$")  # 合肥(可上海)
_COUNTRY_IN_FRONT = re.compile(r"^(?:中国(?:大陆)?|中华人民共和国)(?=[\u4e00-\u9fff]{2})")
_PROVINCE_WRITTEN = re.compile("^[\u4e00-\u9fff]{2,5}?(?:省|自治区)(?=[\u4e00-\u9fff]{2})")
_REST_OF_LABEL = re.compile(r"^(?:所?在?地[区址]?|县市|省市|城市|区域|情况|状况|地点|证)")
_LIVES_THERE = re.compile(r"住|家庭|\b(?:home|resid\w*|living)", re.IGNORECASE)
_HOUSE = re.compile(
    r"^(?:(?:house|flat|plot|unit|no|h\.?\s?no|door no)\b[\s.:#-]*)?#?\d{1,4}[A-Z]?(?:/\d{1,4})?(?:\s+(?-i:[A-Z])|$)",
    re.IGNORECASE,
)
_TOWN = re.compile("[A-Z][a-z]{3,15}")
_LETTER_IN_FRONT = re.compile(r"^[a-z]\s+(?=[A-Z])")  # a Austin, Texas
_PIN = re.compile("[\u26b2\U0001f4cd\u2302\U0001f3e0\u2691\U0001f3e1\U0001f4cc]")  # of a map, a house
_NO_JOB = frozenset({"not_number", "other_person", "birth", "age"})


def read_city(sheet: Sheet) -> Found[str] | None:
    """Return the city of residence as printed, without 市 and without the street."""
    for label in sheet.labelled("city"):
        is_own = (
            sheet.sections[label.line] not in {"experience", "education"}
            or _LIVES_THERE.search(label.label) is not None
            or _is_among_contacts(sheet, label.line)
        )
        is_own = is_own and not _is_word_of_title(sheet, label)
        is_own = is_own and not (sheet.sections[label.line] in _NOT_AT_HOME and label.label in BARE_PLACES)
        city = _city_of_address(sheet, label) if is_own else None
        if city:
            return Found(city, "label", 0.95, f"{label.label}: {label.value}")
    return _city_said(sheet) or _city_in_head(sheet)


def _is_word_of_title(sheet: Sheet, label: Label) -> bool:
    """Tell ``Literature and Place: Imagining the Coast`` from a label."""
    before = sheet.folded[label.line].partition(label.label)[0]
    return re.search(r"\b(?:and|of|in|the|&) $", before) is not None


def _city_of_address(sheet: Sheet, label: Label) -> str | None:
    """Return the city of an address; what is only a street goes on in the next line."""
    label = replace(label, value=_REMOTE.sub("", label.value))
    following = sheet.line_of(label) + 1
    if not is_street(label.value) or following >= len(sheet.shown) or not is_latin(label.value):
        return city_in(label.value)
    known = city_in(label.value)
    below = sheet.shown[following]
    if below.endswith(",") and following + 1 < len(sheet.shown):
        below += f" {sheet.shown[following + 1]}"
    is_taken = sheet.headings[following] or any(one.line == following for one in sheet.labels)
    if (known and not is_street(known)) or is_taken or _CONTACTS.search(below):
        return known
    return city_in(f"{label.value}, {below}") or known


def _city_said(sheet: Sheet) -> Found[str] | None:
    """Read ``现居 杭州`` and ``目前住在…``, in the head or among the contacts that some print at the foot."""
    foot = range(max(0, len(sheet.folded) - FOOT_LINES), len(sheet.folded))
    contacts = [i for i in foot if _holds_contacts(sheet.folded[i]) and sheet.sections[i] != "references"]
    for number in dict.fromkeys([*sheet.head, *contacts, *sheet.lines_in("summary")[:SUMMARY_LINES]]):
        for match in _LIVES.finditer(sheet.folded[number]):
            said = _REST_OF_LABEL.sub("", match.group(1))
            abroad = place_abroad(said + sheet.folded[number][match.end() : match.end() + MAX_CITY_CHARS])
            city = (abroad[0] if abroad else None) or city_in(said)
            if city:
                return Found(city, "pattern", 0.9, match.group())
        for match in (*_STAYS.finditer(sheet.folded[number]), *_AM_IN.finditer(sheet.folded[number])):
            said = next(filter(None, match.groups()))
            city = city_in(said)
            if city in chinese_cities() and said.startswith(city) and not _NO_DISTRICT.search(said):
                return Found(city, "pattern", 0.85, match.group())
        for match in _LIVES_IN.finditer(sheet.shown[number]):
            town = (
                latin_city(match.group(1))
                or place_of(match.group(1)).town
                or place_of(match.group(1).split(",")[0]).town
            )
            if town:
                return Found(town, "pattern", 0.85, match.group())
    return None


def _is_among_contacts(sheet: Sheet, number: int) -> bool:
    """Tell whether a line stands in a list of contacts, which a side bar puts under any heading."""
    near = range(number - 2, number + 3)
    return any(label.line in near and label.field in {"phones", "emails", "wechat", "birth"} for label in sheet.labels)


def _city_in_head(sheet: Sheet) -> Found[str] | None:
    free = _free_in_front(sheet)
    told = {label.line for label in sheet.labels if label.field in _NO_JOB}
    top = (i for i in sheet.head if sheet.sections[i] == TOP and i not in told and "@" not in sheet.folded[i])
    dated = (i for i in top if RANGE.search(sheet.folded[i]))
    first_job = next(dated, None)
    if first_job is not None and first_job > 0:  # a resume without headings: what follows belongs to jobs
        free |= {i: 0 for i in sheet.head if i >= first_job and sheet.sections[i] == TOP}
    for number in sheet.head[:HEAD_LINES]:
        if free.get(number) == 0 or _is_name(sheet.shown[number], number):
            continue
        line, shown = (text[: free.get(number)] for text in (sheet.folded[number], sheet.shown[number]))
        if han := _han_town(line):
            return Found(han, "layout", 0.85, shown.strip())
        if len(line) > MAX_HEAD_LINE:
            continue
        for piece in _PIECES.split(shown):
            city = latin_city(PREFIX.sub("", _REMARK.sub("", piece).strip(" ,")))
            if city:
                return Found(city, "layout", 0.85, shown.strip())
    return _town_in_head(sheet, free.keys()) or _town_in_foot(sheet)


_REMOTE = re.compile(r"\s*(?:[/|,(]\s*)?\bremote\b.*$", re.IGNORECASE)  # a way of working, no place


def _han_town(line: str) -> str | None:
    """Return the town among the pieces of a line: 武汉, 江苏沭阳, 南京市鼓楼区, an address, 福州仓山 beside facts of a person."""
    is_of_person = len(_OF_PERSON.findall(line)) > 1 or _PIN.match(line) is not None
    for whole in _HAN_PIECES.split(line):
        piece = _HAN_REMARK.sub("", _COUNTRY_IN_FRONT.sub("", whole))
        if whole := town_of_district(piece):
            return whole
        bare = CITY_SUFFIX.sub("", piece)
        with_district = _HAN_DISTRICT.fullmatch(piece) or _HAN_STREET.match(piece)
        for town in (
            bare,
            PROVINCE.sub("", bare),
            _PROVINCE_WRITTEN.sub("", bare),
            CITY_SUFFIX.sub("", with_district.group(1)) if with_district else "",
            piece[:2] if is_of_person and len(piece) in {4, 5} and not _NO_DISTRICT.search(piece) else "",
        ):
            if town in chinese_cities() and not (town == piece[:2] != bare and title_score(piece)):
                return town
        abroad = place_abroad(piece, is_place=is_of_person)
        if abroad and abroad[0]:
            return abroad[0]
    address = next((piece for piece in _CELLS.split(line) if _HAN_ADDRESS.search(piece)), None)
    return city_in(address) if address and not field_of(address.partition(":")[0]) else None


def _free_in_front(sheet: Sheet) -> dict[int, int]:
    """Return line -> how many characters stand in front of a label of other places: 昆明 · 期望：店长 is a fact and a wish."""
    free: dict[int, int] = {}
    for label in sheet.labels:
        if label.field in _OTHER_PLACES:
            line = sheet.line_of(label)
            at = max(0, sheet.folded[line].find(label.label))
            free[line] = min(free.get(line, at), at)
    return free


def _holds_contacts(line: str) -> bool:
    """Tell an address or a number from the digits of a period."""
    return _CONTACTS.search(RANGE.sub(" ", fold(line))) is not None


def _town_in_foot(sheet: Sheet) -> Found[str] | None:
    """Look for an address beside the contacts that some designs print at the end of the page."""
    for number in range(max(0, len(sheet.shown) - FOOT_LINES), len(sheet.shown)):
        shown = sheet.shown[number]
        is_alone = CITY_SUFFIX.sub("", fold(shown).strip(" ,.")) in chinese_cities()
        reach = _SIDE_BAR if is_alone else 1
        near = sheet.shown[max(0, number - reach) : number + reach + 1]
        if len(shown) > MAX_HEAD_LINE or sheet.sections[number] == "references" or not any(map(_holds_contacts, near)):
            continue
        if sheet.sections[number] in _OF_LIFE and not any(_REACHED.search(RANGE.sub(" ", fold(line))) for line in near):
            continue  # a link beside a school is no contact
        for piece in re.split(r"\s*[|·\t•]\s*|\s{2,}", _CONTACTS.sub("|", shown)):
            town = CITY_SUFFIX.sub("", fold(piece).strip(" ,."))
            if town in chinese_cities():
                return Found(town, "layout", 0.7, shown.strip())
            place = place_of(piece.strip(" ,."))
            if place.town and (place.is_certain or (_CONTACTS.search(shown) and is_town(piece.strip(" ,.")))):
                return Found(place.town, "layout", 0.7, shown.strip())
    return None


def _town_in_head(sheet: Sheet, spoken_for: AbstractSet[int]) -> Found[str] | None:
    """Look for a postal address or a town of the world; a bare town needs contacts or other pieces beside it."""
    certain = (found for found in _towns_in_head(sheet, spoken_for, is_bare=False))
    return next(certain, None) or next(_towns_in_head(sheet, spoken_for, is_bare=True), None)


def _towns_in_head(sheet: Sheet, spoken_for: AbstractSet[int], *, is_bare: bool) -> Iterator[Found[str]]:
    for number in sheet.head:
        shown = sheet.shown[number]
        if (
            number in spoken_for
            or _is_name(shown, number)
            or len(shown) > MAX_HEAD_LINE
            or re.search("[\u4e00-\u9fff]", shown)
        ):
            continue
        pieces = WIDE_PIECES.split(_CONTACTS.sub("|", shown))
        is_contact_line = len([piece for piece in pieces if piece.strip()]) > 1 or _has_contacts_beside(sheet, number)
        for piece in pieces:
            if field_of(fold(piece)):
                continue  # Email ID lies in no Idaho
            text = _LABEL_BEHIND.sub("", LABEL_IN_FRONT.sub("", piece.strip(" ,.")))
            text = in_capitals(_LETTER_IN_FRONT.sub("", text)) if is_contact_line else text
            if not is_bare and (behind := town_behind_code(text)):
                yield Found(behind, "layout", 0.8, shown.strip())
                continue
            place = place_of(text)
            is_likely = is_contact_line and is_bare and not _may_be_person(text)
            if place.town and (place.is_certain or is_likely):
                yield Found(place.town, "layout", 0.8, shown.strip())
            elif is_likely and place.country is None and (town := _end_of_address(text)):
                yield Found(town, "layout", 0.6, shown.strip())


def _is_name(shown: str, number: int) -> bool:
    """Tell Aaliyah Washington and ``Anil Rao, MD`` above the rest from places in Washington and Maryland."""
    if number:
        return is_titled_name(shown)
    name = clean(shown)
    is_bare = name.replace(" ", "").isalpha() and not is_town(name) and latin_score(name) >= SURE_NAME
    return is_bare or is_titled_name(shown, is_first=True)


def _end_of_address(text: str) -> str | None:
    """Return the town, in no list, that ends an address: ``House 14, Road 3, Katghar, Moulvibazar``."""
    parts = [part.strip() for part in text.split(",")]
    return parts[-1] if len(parts) > 2 and _HOUSE.search(parts[0]) and _TOWN.fullmatch(parts[-1]) else None  # noqa: PLR2004


def _may_be_person(text: str) -> bool:
    """Tell ``LAM Sze Man, Edmond`` from ``12 High Street, Edmond``: what stands before the comma is neither street nor town."""
    front = text.rpartition(",")[0].strip()
    return len(front.split()) > 1 and not (is_street(front) or is_town(front.rpartition(",")[2].strip()))


def _has_contacts_beside(sheet: Sheet, number: int) -> bool:
    """Tell whether contacts or a country stand on this line or a neighbouring one, as in a side bar."""
    near = sheet.shown[max(0, number - 1) : number + 3]
    if sheet.sections[number] != TOP and sheet.sections[number] != "basic":
        return False
    return any(_holds_contacts(line) or line.strip().lower() in places_after_comma() for line in near)
