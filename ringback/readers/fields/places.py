"""Where the person lives, and in which country. The place of origin (籍贯, 户口) is never taken for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers.fields.addresses import is_street, is_town, place_of
from ringback.readers.fields.found import Found
from ringback.readers.fields.labels import field_of
from ringback.readers.fields.periods import RANGE
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.wordlists import chinese_cities, latin_cities, places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

MAX_CITY_CHARS = 24
MAX_HEAD_LINE = 160
MAX_TOWN_WORDS = 4
_HEAD_LINES = 15
FOOT_LINES = 6
_PIECES = re.compile(r"\s*[|·;/\t]\s*|\s{2,}|\s+[-•]\s+")
_WIDE_PIECES = re.compile(r"\s*[|·;\t•▪◦●■✉☎✆⌂📍📞📧🏠]\s*|\s{2,}|\s+[-–—]\s+(?=[A-Z+(])|\s[^\w\s,.()'&+/-]\s")
_CONTACTS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\+?\(?\d{2,4}\)?[\d ().-]{6,}\d")
_LABEL = re.compile(r"^(?:[A-Z][a-zé]{2,14}(?: [a-z]{2,10})?\s*:|[^\w(]+)\s*")
_HAN_PIECES = re.compile(r"(?:[\s|·;/\t,，]|--+)+")
_LATIN_PLACE = re.compile(
    r"([A-Z][A-Za-zÀ-ÿ.' -]{1,28}?),\s*([A-Z][A-Za-zÀ-ÿ. ]{1,24}?)(?:,\s*([A-Z][A-Za-z. ]{1,20}))?(?:\s+\d{4,6}(?:-\d{4})?)?(?=$"
    r"|[\s|·;,/(])"
)
_STREET_BEHIND = re.compile(
    r"\s+(?:Island|Street|St|Road|Rd|Avenue|Ave|Park|Gardens?|Lane|Nagar|Layout|Town|Estate|Drive|Square|Place)\b"
)
_COUNTRY_WORDS = tuple(
    (re.compile(words), country)
    for words, country in (
        (r"\b(?:Hong Kong|HKSAR)\b|香港|九龙|新界", "HK"),
        (r"\bMacau?o?\b|澳门", "MO"),
        (r"\bSingapore\b", "SG"),
        (r"\bIndian?\b", "IN"),
        (
            r"\b(?:Taiwan|Taipei)\b|台湾|臺|(?:台[北中南东]|新北|桃园|新竹|基隆|高雄|嘉义|花莲|屏东|彰化|云林|南投|苗栗|宜兰|澎湖)[市县]?",
            "TW",
        ),
        (r"\b(?:United Kingdom|UK|England|London)\b", "GB"),
        (r"\bCanada\b", "CA"),
        (r"\bAustralia\b", "AU"),
        (r"\bGermany\b", "DE"),
        (r"\bFrance\b", "FR"),
    )
)
_PREFIX = re.compile(
    r"^(?:(?:current )?(?:location|address|city|residence)\b|lives in|living in|中国|中华人民共和国"
    r"|现居住?于?|现住|居住于?|坐标|base[d]?\s*(?:in)?)[\s:,-]*",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"(?:现居住?+|现在?住|家住|居住|常住|常驻|坐标|定居|(?:目前|现在|现|一直)(?:居?住|生活)(?=在)|[Bb]ase)(?:地|于|在)?+\s*:?\s*([\u4e00-\u9fff]{2,12})"
)
_STAYS = re.compile("(?:(?<![\u4e00-\u9fff])(?:我|本人)?|目前|现在|现)(?:人|住)在\\s*:?\\s*([\u4e00-\u9fff]{2,12})")
_PROVINCE = re.compile(
    "^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|内蒙古|广西|西藏|宁夏|新疆)(?:省|自治区)?(?=[\u4e00-\u9fff]{2})"
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
_BEHIND_CODE = re.compile(r"(?:^|,\s*)(?:[A-Z]{1,2}-)?\d{4,5} ([A-ZÀ-Þ][^\W\d_]{2,}(?: [A-ZÀ-Þa][^\W\d_]+){0,2})$")
_OTHER_PLACES = frozenset({"not_city", "desired_city", "school", "employer", "desired_title"})
_REMARK = re.compile(r"\s*\([^()]{4,60}\)\s*$")  # Houston, TX (willing to relocate)
_DISTRICT = re.compile(r"\b(?:Dist|Distt)[.:]?\s*[:-]?\s*([A-Z][a-z]{3,20})")  # Vill. Rampur, Dist. Gonda
_PROVINCE = re.compile(
    "^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西|宁夏|新疆|西藏|内蒙古)"
    "(?=[\u4e00-\u9fff]{2,4}$)(?!省|自治区)"
)  # in front of a county: 江苏沭阳
_SUFFIX = re.compile(r"(?:市|特别行政区)$")
_COUNTRY_IN_FRONT = re.compile(r"^(?:中国(?:大陆)?|中华人民共和国)(?=[\u4e00-\u9fff]{2})")
_REST_OF_LABEL = re.compile(r"^(?:所?在?地[区址]?|县市|省市|城市|区域|情况|状况|地点|证)")
_LIVES_THERE = re.compile(r"住|家庭|\b(?:home|resid\w*|living)", re.IGNORECASE)
_NO_JOB = frozenset({"not_number", "other_person", "birth", "age"})


def read_city(sheet: Sheet) -> Found[str] | None:
    """Return the city of residence as printed, without 市 and without the street."""
    for label in sheet.labelled("city"):
        is_own = (
            sheet.sections[label.line] not in {"experience", "education"}
            or _LIVES_THERE.search(label.label) is not None
            or _is_among_contacts(sheet, label.line)
        )
        city = _city_of_address(sheet, label) if is_own else None
        if city:
            return Found(city, "label", 0.95, f"{label.label}: {label.value}")
    return _city_said(sheet) or _city_in_head(sheet)


def _city_of_address(sheet: Sheet, label: Label) -> str | None:
    """Return the city of an address; what is only a street goes on in the next line."""
    following = sheet.line_of(label) + 1
    if not is_street(label.value) or following >= len(sheet.shown) or not label.value.isascii():
        return city_in(label.value)
    known = city_in(label.value)
    below = sheet.shown[following]
    is_taken = sheet.headings[following] or any(one.line == following for one in sheet.labels)
    if (known and not is_street(known)) or is_taken or _CONTACTS.search(below):
        return known
    return city_in(f"{label.value}, {below}") or known


def _city_said(sheet: Sheet) -> Found[str] | None:
    """Read ``现居 杭州`` and ``目前住在…``, in the head or among the contacts that some print at the foot."""
    foot = range(max(0, len(sheet.folded) - FOOT_LINES), len(sheet.folded))
    contacts = [i for i in foot if _holds_contacts(sheet.folded[i]) and sheet.sections[i] != "references"]
    for number in dict.fromkeys([*sheet.head, *contacts]):
        for match in _LIVES.finditer(sheet.folded[number]):
            city = city_in(_REST_OF_LABEL.sub("", match.group(1)))
            if city:
                return Found(city, "pattern", 0.9, match.group())
        for match in _STAYS.finditer(sheet.folded[number]):
            city = city_in(match.group(1))
            if city in chinese_cities() and match.group(1).startswith(city):
                return Found(city, "pattern", 0.85, match.group())
        for match in _LIVES_IN.finditer(sheet.shown[number]):
            town = (
                _latin_city(match.group(1))
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
    dated = (i for i in sheet.head if sheet.sections[i] == TOP and i not in told and RANGE.search(sheet.folded[i]))
    first_job = next(dated, None)
    if first_job is not None and first_job > 0:  # a resume without headings: what follows belongs to jobs
        free |= {i: 0 for i in sheet.head if i >= first_job and sheet.sections[i] == TOP}
    for number in sheet.head[:_HEAD_LINES]:
        if free.get(number) == 0:
            continue
        line, shown = (text[: free.get(number)] for text in (sheet.folded[number], sheet.shown[number]))
        for whole in _HAN_PIECES.split(line):
            piece = _COUNTRY_IN_FRONT.sub("", whole)
            bare = _SUFFIX.sub("", piece)
            with_district = _HAN_DISTRICT.fullmatch(piece) or _HAN_STREET.match(piece)
            for town in (
                bare,
                _PROVINCE.sub("", bare),
                _SUFFIX.sub("", with_district.group(1)) if with_district else "",
            ):
                if town in chinese_cities():
                    return Found(town, "layout", 0.85, shown.strip())
        if len(line) > MAX_HEAD_LINE:
            continue
        for piece in _PIECES.split(shown):
            city = _latin_city(_PREFIX.sub("", _REMARK.sub("", piece).strip(" ,")))
            if city:
                return Found(city, "layout", 0.85, shown.strip())
    return _town_in_head(sheet, free.keys()) or _town_in_foot(sheet)


def _free_in_front(sheet: Sheet) -> dict[int, int]:
    """Return line -> how many characters stand in front of a label of other places: 昆明 · 期望：店长 is a fact and a wish."""
    free: dict[int, int] = {}
    for label in sheet.labels:
        if label.field in _OTHER_PLACES:
            at = max(0, sheet.folded[label.line].find(label.label))
            free[label.line] = min(free.get(label.line, at), at)
    return free


def _holds_contacts(line: str) -> bool:
    """Tell an address or a number from the digits of a period."""
    return _CONTACTS.search(RANGE.sub(" ", fold(line))) is not None


def _town_in_foot(sheet: Sheet) -> Found[str] | None:
    """Look for an address beside the contacts that some designs print at the end of the page."""
    for number in range(max(0, len(sheet.shown) - FOOT_LINES), len(sheet.shown)):
        shown = sheet.shown[number]
        near = sheet.shown[max(0, number - 1) : number + 2]
        if len(shown) > MAX_HEAD_LINE or sheet.sections[number] == "references" or not any(map(_holds_contacts, near)):
            continue
        for piece in re.split(r"\s*[|·\t•]\s*|\s{2,}", _CONTACTS.sub("|", shown)):
            town = _SUFFIX.sub("", fold(piece).strip(" ,."))
            if town in chinese_cities():
                return Found(town, "layout", 0.7, shown.strip())
            place = place_of(piece.strip(" ,."))
            if place.town and place.is_certain:
                return Found(place.town, "layout", 0.7, shown.strip())
    return None


def _town_in_head(sheet: Sheet, spoken_for: AbstractSet[int]) -> Found[str] | None:
    """Look for a postal address or a town of the world; a bare town needs contacts or other pieces beside it."""
    for number in sheet.head:
        shown = sheet.shown[number]
        if number in spoken_for or len(shown) > MAX_HEAD_LINE or re.search("[\u4e00-\u9fff]", shown):
            continue
        pieces = _WIDE_PIECES.split(_CONTACTS.sub("|", shown))
        is_contact_line = len([piece for piece in pieces if piece.strip()]) > 1 or _has_contacts_beside(sheet, number)
        for piece in pieces:
            if field_of(fold(piece)):
                continue  # Email ID lies in no Idaho
            place = place_of(_LABEL_BEHIND.sub("", _LABEL.sub("", piece.strip(" ,."))))
            if place.town and (place.is_certain or is_contact_line):
                return Found(place.town, "layout", 0.8, shown.strip())
    return None


def _has_contacts_beside(sheet: Sheet, number: int) -> bool:
    """Tell whether contacts or a country stand on this line or a neighbouring one, as in a side bar."""
    near = sheet.shown[max(0, number - 1) : number + 3]
    if sheet.sections[number] != TOP and sheet.sections[number] != "basic":
        return False
    return any(_holds_contacts(line) or line.strip().lower() in places_after_comma() for line in near)


def city_in(value: str) -> str | None:
    """Return the city of an address or a place as printed; None when the value names none."""
    bare = _PREFIX.sub("", value.strip(" ,;|/")).strip()
    if not bare or re.fullmatch(r"[\W\d_]*", bare):
        return None
    if re.search("[\u4e00-\u9fff]", bare):
        return _han_city(bare)
    place = _latin_city(bare)
    if place:
        return place
    known = place_of(bare).town or _town_behind_code(bare)
    if known:
        return known
    match = _LATIN_PLACE.search(bare)
    if match and len(match.group(1)) <= MAX_CITY_CHARS:
        return _after_street(match, bare)
    district = _DISTRICT.search(bare)
    head = district.group(1) if district else re.split(r"[,;|(]", bare)[0].strip()
    return head if len(head) <= MAX_CITY_CHARS and not re.search(r"\d", head) and head else None


def _town_behind_code(bare: str) -> str | None:
    """Return a town that no list knows, by the post code in front of it: ``Rosenweg 10, 69221 Dossenheim``."""
    match = _BEHIND_CODE.search(bare)
    return match.group(1) if match and not is_street(match.group(1)) else None


def _after_street(match: re.Match[str], bare: str) -> str:
    """Take the town out of a postal address; "Seattle, WA" keeps its state, a country is left out."""
    town, state = match.group(1).strip(), match.group(2).strip()
    pieces = [piece.strip() for piece in re.split(r",\s*", bare)]
    if is_street(town):
        plain = [piece for piece in pieces[1:] if not is_street(piece) and piece.lower() not in places_after_comma()]
        town = next(filter(is_town, plain), plain[-1] if plain else town)
    for number, piece in enumerate(pieces):
        if piece.replace(" ", "").lower() in latin_cities():
            town = piece
            following = re.match(r"[A-Z]{2}\b", pieces[number + 1]) if number + 1 < len(pieces) else None
            state = following.group() if following else ""
            break
    is_state = bool(re.fullmatch(r"[A-Z]{2}|[A-Z]\.[A-Z]\.", state)) and state.lower() in places_after_comma()
    return f"{town}, {state}" if is_state else town


def _han_city(bare: str) -> str | None:
    compact = _PROVINCE.sub("", re.sub(r"\s+", "", bare))
    cities = chinese_cities()
    best: tuple[int, int, str] | None = None
    for length in (5, 4, 3, 2):
        for start in range(min(len(compact) - length + 1, 12)):
            word = compact[start : start + length]
            if word in cities and (best is None or start < best[0]):
                best = (start, length, word)
    if best:
        return best[2]
    match = re.match(r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?([\u4e00-\u9fff]{2,6}?)市", compact)
    if match:
        return match.group(1)
    head = re.split(r"[,;|/(（，、\-·]", compact)[0]
    return head if 2 <= len(head) <= 6 and not re.search(r"\d|不限|全国|保密|待定", head) else None  # noqa: PLR2004


def _latin_city(piece: str) -> str | None:
    """Return a place in Latin letters if the piece is one and nothing else."""
    if not 2 < len(piece) <= MAX_CITY_CHARS * 2 or not piece[0].isupper() or "@" in piece:  # noqa: PLR2004
        return None
    if (
        re.sub(r"[' .-]", "", piece).lower()
        in {re.sub(r"[' .-]", "", city) for city in (piece.lower(),)} & latin_cities().keys()
    ):
        return piece
    match = _LATIN_PLACE.fullmatch(piece)
    if not match:
        return None
    town, first, second = (group.strip() if group else "" for group in match.groups())
    knows_after = first.lower() in places_after_comma() or second.lower() in places_after_comma()
    knows_town = re.sub(r"[' ]", "", town).lower() in latin_cities()
    is_region = first.lower() in places_after_comma() or is_town(town)
    if second.lower() in places_after_comma() and not is_region and is_town(first):
        return first  # Kothrud, Pune, Maharashtra
    if not knows_after and not (knows_town and re.sub(r"[' ]", "", first).lower() in latin_cities()):
        return None
    is_short_state = bool(re.fullmatch(r"[A-Z]{2}|[A-Z]\.[A-Z]\.", first)) and first.upper() not in {"UK", "US"}
    return f"{town}, {first}" if is_short_state else town


def country_of(sheet: Sheet) -> str | None:
    """Return the ISO code of the country that the head of the resume speaks of, else the commonest one of its places."""
    head = [sheet.shown[i] for i in sheet.head[:_HEAD_LINES]]
    head = [*(label.value for label in sheet.labelled("city")), *head]
    text = " | ".join(head)
    for match in _LATIN_PLACE.finditer(text):
        for group in (match.group(3), match.group(2)):
            word = (group or "").strip()
            country = places_after_comma().get(word.lower())
            if _STREET_BEHIND.match(text, match.end()):
                continue
            if country and (len(word) > 2 or word.isupper()):  # noqa: PLR2004 - Ma On Shan does not lie in MA
                return country
    for pattern, country in _COUNTRY_WORDS:
        if pattern.search(fold(text)):
            return country
    for line in head:
        for piece in _WIDE_PIECES.split(line):
            place = place_of(_LABEL.sub("", piece.strip(" ,.")))
            if place.country and (place.is_certain or place.town):
                return place.country
    return _commonest_country(sheet)


def _commonest_country(sheet: Sheet) -> str | None:
    """Count the places that stand beside employers and schools: a person mostly lives where he worked."""
    votes: Counter[str] = Counter()
    for number in sheet.lines_in("experience", "education"):
        line = sheet.shown[number]
        if len(line) > MAX_HEAD_LINE or re.search("[\u4e00-\u9fff]", line):
            continue
        for piece in _WIDE_PIECES.split(line):
            pieces = [part.strip() for part in piece.split(",")]
            for here, there in pairwise(pieces):
                place = place_of(f"{here}, {there}")
                if place.country and place.is_certain and place.town:
                    votes[place.country] += 1
    return votes.most_common(1)[0][0] if votes else None
