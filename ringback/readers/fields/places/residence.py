"""Where the person lives: behind a label, in a sentence, or among his contacts; never the place of origin (籍贯, 户口)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, takewhile
from operator import is_not
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.contacts.opening_above import lines_of_opening
from ringback.readers.fields.contacts.strangers import receiver_of_letter
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.periods import range_in
from ringback.readers.fields.person_card import lines_of_card
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.births import above, without_birth
from ringback.readers.fields.places.contact_towns import (
    CONTACTS,
    FROM,
    is_long,
    is_name_on_top,
    is_row_of_list,
    is_trade,
    town_beside_name,
    town_in_foot,
    town_in_head,
)
from ringback.readers.fields.places.districts import town_of_district
from ringback.readers.fields.places.han_towns import han_town, is_country_and_town, is_fact_of_person
from ringback.readers.fields.places.no_homes import lines_of_no_home
from ringback.readers.fields.places.place_words import home_of, is_known_in, is_street, is_town
from ringback.readers.fields.places.residence_said import city_said
from ringback.readers.fields.places.residence_told import city_told
from ringback.readers.fields.places.towns import (
    HEAD_LINES,
    PREFIX,
    city_in,
    latin_city,
    town_behind_code,
)
from ringback.readers.fields.places.work_towns import town_of_work
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.wish_sentences import place_asked_in
from ringback.readers.fields.wordlists import places_after_comma
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

BARE_PLACES = frozenset(
    {"地点", "城市", "地区", "工作地", "Location", "City", "location", "city"}
)  # among the wishes, those of a wish
ADDRESS_LINES = 3
WISH_LINES = 4
NEAR_WISH = 2
LINES_OF_JOB = 5
MAX_WISHES = 4
MAX_ADDRESS = 120
MAX_REST = 60  # of an address that goes on in the next line
_NOT_AT_HOME = frozenset({"wishes", "projects", "awards", "training"})
_PIECES = re.compile(r"\s*[|·;/\t]\s*|\s{2,}|\s+[-•]\s+")
_OTHER_PLACES = frozenset({"not_city", "desired_city", "school", "employer", "desired_title"})
_DISTRICT_BEHIND = re.compile(r"\b([A-Za-z]{4,20}) ?\((?:dt|dist|distt|district)\.?\)", re.IGNORECASE)
_REMARK = re.compile(r"\s*\([^()]{4,60}\)\s*$")  # Houston, TX (willing to relocate)
_PLACE_HOLDER = re.compile(r"\W*[\[【{<《](?=[^\[\]]*[\u4e00-\u9fffA-Za-z])[^\[\]]{1,16}[\]】}>》]\W*")  # [当前城市]
_TOWN_AND_COUNTRY = re.compile(r"([^\W\d_]{3,20}(?: [^\W\d_]{3,20})?)\s?[-–]\s?([^\W\d_]{4,20}(?: [^\W\d_]{3,20})?)\W*")
_BEHIND_QUARTER = re.compile(
    r"\b(?:Colony|Mohall?ah?|Muhall?ah?|Chowk|Nagar|Basti)\s"
    r"(?!Road|Street|Near|Post|District|City|Area)([A-Z][a-z]{4,15})\.?$"
)
_OF_STREET = re.compile(  # 12 RUE DE NICE, 5 VIA ROMA: the street is called so
    r"\b(?:de|du|des|di|del|della|da|do|of|the|via|rue|calle|rua|avenida|av|jl|jalan|plaza|piazza|ulica|ul)\.?$",
    re.IGNORECASE,
)
_OF_FORM = re.compile(  # street and number, postcode city
    r"(?:(?:your|my|street|str|addresse?|adresse|dirección|endereço|city|ville|ciudad|cidade|città|town|state|province|country|zip"
    r"|post ?code|postal|number|line|code|rue|straße|stadt|ort|plz|pays|land|estado|país|home|house|apt|and|or|the|no"
    r"|tel|phone|e-?mail|\d)\b\W*)+",
    re.IGNORECASE,
)
_WIDE_COMMA = re.compile(r"(?:(?<!\s)\s+)?，\s*")  # Taipei，TW
_LIVES_THERE = re.compile(r"住|家庭|坐标|\b(?:home|my (?:location|address|city)|resid\w*|living)", re.IGNORECASE)
_OF_FAMILY = re.compile(r"家庭|永久|\bpermanent\b", re.IGNORECASE)  # where one may live no longer: 通讯地址 goes first
_PLACE_ALONE = re.compile("(?=.{4,16}$)[\u4e00-\u9fff]{2,5}[省市区县](?:, ?[\u4e00-\u9fff]{2,5}[省市区县])?")
_WISHES = frozenset({"desired_title", "desired_salary", "desired_city"})
_CODE_AND_SMALL = re.compile(r"(\d{2}|\d{4,5}) ([a-zà-ÿ][a-zà-ÿ'’-]{3,}(?:[ -][a-zà-ÿ'’-]+){0,3})")
_HOUSE_AND_STREET = re.compile(r"\d{1,5}[A-Za-z]?,? [A-ZÀ-Þ][^\W\d_]+ [^\d@]{2,40}")
_ITEM = re.compile(r"\d{1,2}\) ")  # of a numbered list
_FACTS = frozenset(
    {"name", "phones", "emails", "wechat", "birth", "gender", "age", "city", "not_city", "degree", "years"}
)
_NO_JOB = frozenset({"not_number", "other_person", "birth", "age"})
_PART_OF_FORM = re.compile(
    r"(?:pin|zip|dist(?:rict)?|state|street|city|town|village|thana|post|country)(?: ?(?:code|no\.?))?\W*",
    re.IGNORECASE,
)
_PERMANENT = re.compile(r"\bpermanent\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\bID\s?[:#]")
_PLACE_IN_ROW = re.compile(r"(?:^|[|·•]\s*)(?:Location|Address|Residence|Based in|Lives in)\s+([A-Z][^,:|@\d]{3,60})$")
MAX_TOWN_WORDS = 3
LINES_OVER_DATES = 2  # of the house and the post of a job


def read_city(sheet: Sheet) -> Found[str] | None:
    """Return the city of residence as printed, without 市 and without the street."""
    labels = sheet.labelled("city")
    for label in sorted(labels, key=lambda one: _OF_FAMILY.search(one.label) is not None):
        is_own = (
            sheet.sections[label.line] not in {"experience", "education"}
            or _LIVES_THERE.search(label.label) is not None
            or _is_among_contacts(sheet, label.line)
        )
        is_own = is_own and not _is_word_of_title(sheet, label) and "://" not in label.value
        is_own = is_own and not (is_placeholder(label.value) or _OF_FORM.fullmatch(label.value.lstrip("*[ ")))
        is_own = is_own and not (label.label.replace(" ", "") in BARE_PLACES and _is_of_job(sheet, label))
        is_own = is_own and not (label.is_below and _PART_OF_FORM.fullmatch(label.value))
        is_own = is_own and not (_PLACE_HOLDER.fullmatch(label.value) or _ALL_REMOTE.match(label.value))
        is_own = is_own and not (label.label.replace(" ", "") in BARE_PLACES and is_among_wishes(sheet, label))
        city = _city_of_address(sheet, label) if is_own else None
        if city and _OF_FAMILY.search(label.label) and (now := city_said(sheet)):
            return now  # 现居住杭州 without a colon, and the house of the family elsewhere
        if city and _PERMANENT.search(label.label) and (now := _city_in_head(sheet)):
            return now  # where letters reach the family; the head tells where the person lives
        if city:
            return Found(city, "label", 0.95, f"{label.label}: {label.value}")
    in_head = _city_in_head(sheet)
    in_head = None if in_head and _NUMBERED.search(in_head.evidence) else in_head  # Credential ID: 189254335
    told = city_said(sheet) or in_head or town_of_district(sheet) or city_told(sheet) or _town_without_commas(sheet)
    return told or (town_of_work(sheet) if sheet.is_chinese else None)  # where the job is nobody needs to live


def _town_without_commas(sheet: Sheet) -> Found[str] | None:
    """Return the town of a place that is printed without signs: ``Location Ado Ekiti Ekiti State Nigeria``."""
    for number in sheet.head if not sheet.is_chinese else ():
        told = _PLACE_IN_ROW.search(sheet.folded[number])
        words = told.group(1).split() if told else []
        n_country = next((n for n in (2, 1) if " ".join(words[-n:]).lower() in places_after_comma()), 0)
        rest = words[: len(words) - n_country] if n_country else []
        for size in range(min(MAX_TOWN_WORDS, len(rest)), 0, -1):
            if is_town(town := " ".join(rest[:size])):
                return Found(town, "label", 0.7, sheet.shown[number])
    return None


def is_among_wishes(sheet: Sheet, label: Label) -> bool:
    """Tell where somebody wants to work, by the section or by the wishes right above: 找工作：月嫂 / 工资：8000 / 地区：泉州."""
    if sheet.sections[label.line] in _NOT_AT_HOME:
        return True
    for _ in range(MAX_WISHES):
        near = chain.from_iterable(sheet.labels_at.get(i, ()) for i in range(label.line - NEAR_WISH, label.line + 1))
        before = takewhile(partial(is_not, label), near)
        above = next(reversed([one for one in before if one.field in _FACTS | _WISHES]), None)
        if above is None or above.field != "city" or above.label not in BARE_PLACES:
            return above is not None and above.field in _WISHES
        label = above  # 意向岗位 / 城市 / 薪资
    return False


def _is_of_job(sheet: Sheet, label: Label) -> bool:
    """Tell the place of an entry whose employer and dates have labels right above: company / position / dates / location."""
    near = chain.from_iterable(sheet.labels_at.get(i, ()) for i in range(label.line - LINES_OF_JOB, label.line))
    return {"employer", "period"} <= {one.field for one in near}


def _is_word_of_title(sheet: Sheet, label: Label) -> bool:
    """Tell ``Literature and Place: Imagining the Coast`` from a label."""
    before = sheet.folded[label.line].partition(label.label)[0]
    return re.search(r"\b(?:and|of|in|the|&) $", before) is not None


def _city_of_address(sheet: Sheet, label: Label) -> str | None:
    """Return the city of an address; what is only a street goes on in the next line."""
    value = _WIDE_COMMA.sub(", ", label.value) if is_latin(label.value) else label.value
    value = _REGION_IN_BRACKETS.sub("", value)
    value = _with_comma(value) if ". " in value else value
    label = replace(label, value=_REMOTE.sub("", value).lstrip("[]{}<>|~_*= "))
    if town := _without_commas(label.value):
        return town
    following = sheet.line_of(label) + 1
    if label.is_below and is_latin(label.value) and not latin_city(label.value) and (town := _town_below(sheet, label)):
        return town  # the name of the person stands over his street
    if is_latin(label.value) and (whole := _over_lines(sheet, label, following)):
        return whole
    if not is_street(label.value) or following >= len(sheet.shown) or not is_latin(label.value):
        return _sure_below(sheet, label, following) or city_in(label.value)
    known = city_in(label.value)
    below = sheet.shown[following]
    if below.endswith(",") and following + 1 < len(sheet.shown):
        below += f" {sheet.shown[following + 1]}"
    is_taken = sheet.headings[following] or any(one.line == following for one in sheet.labels)
    if (known and not is_street(known)) or is_taken or CONTACTS.search(below):
        return known
    return city_in(f"{label.value}, {below}") or known


def _with_comma(value: str) -> str:
    """Put a comma where an address has a full stop in front of its country: ``Larch Park, Jos, Plateau. Nigeria.``."""
    front, _, country = value.rstrip(" .").rpartition(". ")
    return f"{front}, {country}" if "," in front and country.strip().lower() in places_after_comma() else value


def _without_commas(value: str) -> str | None:
    """Return the town of an address that no comma parts: ``kampala-uganda``, ``House 17 Larch Street Moor Colony Shujabad``."""
    joined = _TOWN_AND_COUNTRY.fullmatch(value)
    if joined and joined.group(2).lower() in places_after_comma() and home_of(joined.group(1).title()) is not None:
        return joined.group(1).title()
    quarter = _BEHIND_QUARTER.search(value) if "," not in value else None
    if quarter and any(map(str.isdigit, value)):
        return quarter.group(1)
    front, _, last = value.rstrip(" .").rpartition(" ")
    is_end = value.partition(" ")[2].isupper() and "," not in value and value[:1].isdigit()
    is_end = is_end and is_street(front) and not _OF_STREET.search(front)
    return last.title() if is_end and home_of(last.title()) is not None else None


def _over_lines(sheet: Sheet, label: Label, following: int) -> str | None:
    """Return the town of an address that ends in one of the next lines: ``Srikakulam, Andhra`` / ``Pradesh, India``."""
    value = label.value.replace("\t", ", ").strip(" ,.")
    if (place := place_of(value)).is_certain:
        return None
    below = _rest_of_address(sheet, following)
    joint = " " if not label.value.endswith(",") and place.town is None and "," in value else ", "
    for n_lines in range(len(below), 0, -1):
        rest = ", ".join(below[:n_lines])
        for text in dict.fromkeys((f"{value}{joint}{rest}", f"{value}, {rest}")):
            place = place_of(text[-MAX_ADDRESS:])
            if place.is_certain and place.town and home_of(place.town.partition(",")[0]) is not None:
                return place.town
    district = _DISTRICT_BEHIND.search(", ".join([value, *below]))
    return district.group(1).title() if district else None


def _rest_of_address(sheet: Sheet, first: int) -> list[str]:
    """Return the next lines of an address, up to what begins something else."""
    taken = {one.line for one in sheet.labels}
    below: list[str] = []
    for number in range(first, min(first + ADDRESS_LINES, len(sheet.shown))):
        line = sheet.shown[number].replace("\t", ", ").strip(" ,.")
        if (
            sheet.headings[number]
            or number in taken
            or CONTACTS.search(line)
            or len(line) > MAX_REST
            or not line
            or _ITEM.match(line)
        ):
            break
        below.append(line)
    return below


def _sure_below(sheet: Sheet, label: Label, following: int) -> str | None:
    """Return the town in the next lines of an address whose first one names a house and a quarter that no list knows."""
    first = city_in(label.value) if is_latin(label.value) and "," in label.value else None
    if first is None or is_town(first) or place_of(label.value).is_certain:
        return None
    taken = {one.line for one in sheet.labels}
    for number in range(following, min(following + ADDRESS_LINES, len(sheet.shown))):
        if sheet.headings[number] or number in taken or CONTACTS.search(sheet.shown[number]):
            return None
        place = place_of(sheet.shown[number].strip(" ,."))
        if place.town and place.is_certain:
            return place.town
    return None


def _town_below(sheet: Sheet, label: Label) -> str | None:
    """Return the town behind a post code in the next lines of an address that fills several."""
    first = sheet.line_of(label) + 1
    lines = [sheet.shown[i] for i in range(first, min(first + ADDRESS_LINES, len(sheet.shown)))]
    return next((town for line in lines if (town := town_behind_code(line.strip(" ,.")))), None)


def _is_among_contacts(sheet: Sheet, number: int) -> bool:
    """Tell whether a line stands in a list of contacts, which a side bar puts under any heading."""
    near = chain.from_iterable(sheet.labels_at.get(line, ()) for line in range(number - 2, number + 3))
    return any(label.field in {"phones", "emails", "wechat", "birth"} for label in near)


def _city_in_head(sheet: Sheet) -> Found[str] | None:
    """Look among the contacts; the address of who a letter is written to counts only where no other stands."""
    free = _free_in_front(sheet)
    others = dict.fromkeys(receiver_of_letter(sheet), 0)
    own = _city_among_contacts(sheet, free | others) if others else None
    return own or _city_among_contacts(sheet, free)


def _city_among_contacts(sheet: Sheet, free: dict[int, int]) -> Found[str] | None:
    """Look where ``free`` (line -> how many characters) leaves something that may tell of home."""
    told = {label.line for label in sheet.labels if label.field in _NO_JOB}
    top = (i for i in sheet.head if sheet.sections[i] == TOP and i not in told and "@" not in sheet.folded[i])
    dated = (i for i in top if range_in(sheet.folded[i]))
    first_job = next(dated, None)
    if first_job and "experience" not in sheet.sections:  # a resume without headings: what follows belongs to jobs
        houses = [i for i in range(max(1, first_job - LINES_OVER_DATES), first_job) if _opens_with_firm(sheet.shown[i])]
        free |= {i: 0 for i in sheet.head if i >= min([*houses, first_job]) and sheet.sections[i] == TOP}
    basic = (i for i in sheet.head[HEAD_LINES:] if sheet.sections[i] == "basic")
    late = (i for i in basic if _PLACE_ALONE.fullmatch(sheet.folded[i]) or is_country_and_town(sheet.folded[i]))
    for number in (*sheet.head[:HEAD_LINES], *late, *lines_of_card(sheet)[:HEAD_LINES]):
        if free.get(number) == 0 or is_name_on_top(sheet, number) or _is_wish(sheet, number):
            continue
        line, shown = (text[: free.get(number)] for text in (sheet.folded[number], sheet.shown[number]))
        if not line.isascii() and (han := han_town(line)):
            at = line.find(han)
            return Found(shown[at : at + len(han)] if at >= 0 else han, "layout", 0.85, shown.strip())
        if is_long(line):
            continue
        is_cell_of_list = is_row_of_list(shown, number)
        for piece in _PIECES.split(
            _REMARK.sub("", without_birth(shown, above(sheet.shown, number))).replace("，", ", ")
        ):
            if is_cell_of_list and "," not in piece:
                continue  # a play, a part in it called Bella, and a theatre
            city = _small_behind_code(piece) or latin_city(
                FROM.sub("", PREFIX.sub("", _STOP.sub("", _REMARK.sub("", piece).strip(" ,"))))
            )
            city = city or _town_told(sheet, number, piece)
            if city and not is_trade(city):
                return Found(city, "layout", 0.85, shown.strip())
    return town_in_head(sheet, free) or town_in_foot(sheet, free) or town_beside_name(sheet)


def _opens_with_firm(line: str) -> bool:
    """Tell the house of a job by its legal form, with its town behind: ``Larch Corporation, Marden, VA``."""
    house, comma, place = line.partition(", ")
    return bool(comma and place) and employer_score(house) == 1.0


def _town_told(sheet: Sheet, number: int, piece: str) -> str | None:
    """Return a town of any size behind the word for home, or alone below its street: ``Home Ennis``, 9 Mill Lane / Ennis."""
    town = PREFIX.sub("", piece.strip(" ,."))
    above = sheet.shown[number - 1] if number else ""
    is_below_street = piece == sheet.shown[number].strip() and _HOUSE_AND_STREET.fullmatch(above) is not None
    is_told = town != piece.strip(" ,.") or is_below_street
    return town if is_told and is_town(town) else None


def _small_behind_code(piece: str) -> str | None:
    """Return a town in small letters behind its post code: ``50827 cologne``; the French write two digits of it as well."""
    match = _CODE_AND_SMALL.fullmatch(piece.strip(" ,."))
    town = match.group(2).title() if match else ""
    is_whole = match is not None and len(match.group(1)) > len("93")
    return town if town and (is_known_in(town, "FR") or (is_whole and home_of(town))) else None


def _is_wish(sheet: Sheet, number: int) -> bool:
    """Tell the towns among the first lines below 求职意向 from the one beside facts of the person."""
    if sheet.sections[number] != "wishes" or not sheet.is_chinese:
        return False
    heading = next((i for i in range(number - 1, -1, -1) if sheet.headings[i]), number)
    return number - heading <= WISH_LINES and not (is_fact_of_person(sheet.folded[number]))


_REGION_IN_BRACKETS = re.compile(
    r"(?<=\S)\s*\([^()]*\b(?:[Aa]rea|[Rr]egion|Região|Región|Région|Umgebung|Umland|alrededores|périphérie|arredores|dintorni)\b[^()]*\)"
)  # Nortemar, Brasil (Vale do Larch e Região)
_STOP = re.compile(r"(?<=, [A-Z]{2})\.$|(?<=, USA)\.$|(?<=, China)\.$")  # New York, NY, USA.
_ALL_REMOTE = re.compile(
    r"\W*(?:fully|mostly|entirely|completely|100 ?%)[ -]remote\b", re.IGNORECASE
)  # Fully is a town
_REMOTE = re.compile(r"\s*(?:[/|,(]\s*)?\bremote\b.*$", re.IGNORECASE)  # a way of working, no place


def _free_in_front(sheet: Sheet) -> dict[int, int]:
    """Return line -> how many characters stand in front of a label of other places: 昆明 · 期望：店长 is a fact and a wish."""
    free: dict[int, int] = {}
    for label in sheet.labels:
        if label.field in _OTHER_PLACES or (label.field == "birth" and label.is_below):
            line = sheet.line_of(label)
            at = max(0, sheet.folded[line].find(label.label))
            free[line] = min(free.get(line, at), at)
    asked = (i for i in sheet.head if place_asked_in(sheet.shown[i]))
    # Looking for work in or near Leeds
    return free | dict.fromkeys((*asked, *lines_of_opening(sheet), *lines_of_no_home(sheet)), 0)
