"""The town of residence as a sentence tells it: 现居杭州, based in Leeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.abroad import place_abroad
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.contact_towns import FOOT_LINES, holds_contacts
from ringback.readers.fields.places.han_towns import NO_DISTRICT
from ringback.readers.fields.places.residence_told import is_of_others
from ringback.readers.fields.places.towns import MAX_CITY_CHARS, MIN_TOWN_CHARS, PROVINCE, city_in, latin_city
from ringback.readers.fields.wordlists import chinese_cities, places_after_comma

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

SUMMARY_LINES = 2
MIN_TOLD_CHARS = 8  # shorter lines are links of a menu
HEADER_LINES = 5
_POST_IN = re.compile(
    r"(?!(?i:born|raised|grew|educated|train|school|studi|study|graduat|degree|diploma|former|native|original|married)\w*)"
    r"([A-Z][\w &/-]{2,40}?) (?:in|from) ([A-Z][^.;:@]{2,40})"
)
TOLD_LINES = 30
_LIVES = re.compile(
    r"(?:现居住?+|现在?住|家住|(?<!老)家在|居住(?:城市)?|(?:目前|现)所?在[地城]市?(?=[是为:])|常住|常驻|坐标|定居|(?:目前|现在|现|一直)(?:工作)?(?:居?住|生活)(?=在|于)"
    r"|(?<![\u4e00-\u9fff])[居住](?=[\u4e00-\u9fff]{2,6}[省市区县])|[Bb]ase)(?:地|于|在)?+[是为]?\s*:?\s*([\u4e00-\u9fff]{2,12})"
)
_SAYS_WISH = re.compile("期望|希望|意向|求职")  # 期望15K, base 苏州
_AM_IN = re.compile(
    "(?:^|[\\s,。;|])(?:(?:我|本人)(?:目前|现在|现)?|目前|现在)(?:生活)?在([\u4e00-\u9fff]{2,8})(?=$|[\\s,。;|])"
)
_STAYS = re.compile(
    "(?:(?<![\u4e00-\u9fff])(?:我|本人)?|目前|现在|现)(?:人|住)在\\s*:?\\s*([\u4e00-\u9fff]{2,12})"
    "|(?:目前|现在|如今|平时|暂时?)(?:暂|居|常)?住([\u4e00-\u9fff]{2,12})"
    "|(?:目前|现在|现|平时)在([\u4e00-\u9fff]{2,8}?)(?:上班|工作|任职|生活|就职|居?住|定居|安家|打工|务工)"
    "|(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4}?)市?本地(?:人|户口)?(?![\u4e00-\u9fff])"
    "|(?<![\u4e00-\u9fff])在([\u4e00-\u9fff]{2,4}?)市?(?:做|干|打工)"
    "|(?:^|(?<=[\\s/|,·]))(?:现在?|住在?|居于?)([\u4e00-\u9fff]{2,5})(?=[\\s/|,·]|$)"
)
_WORKS_IN = re.compile("(?:现在|目前|如今)在([\u4e00-\u9fff]{4,20}?)(?:当|做|任|担任|上班|工作|带班|干)")
_TAIL_OF_HOUSE = 4  # 北京银行, 青岛大学: the town may only be in the name
_LIVES_IN = re.compile(
    r"\b(?i:based|living|residing|located|live|reside|resident|lives)(?i: and (?:work|stud)\w+)? (?:in|at|near|of|out of)"
    r" (?:(?:[A-Z]{1,2}-)?\d{2,5}(?:[- ]\d{2,3})? )?((?:[A-Z][\w.'-]*,? ){0,4}[A-Z][\w'-]+)"
    r"|\b(?i:(?:wohnhaft|wohn(?:e|t)?|leb(?:e|t)|ansässig)(?: und arbeitet?)?(?: seit (?:\w+ )?(?:19|20)\d\d)? in"
    r"|vit et travaille à|vive y trabaja en|vive e lavora a|vive e trabalha em|resido e[nm]|domiciliée? à"
    r"|habit(?:e|ant) à|résid(?:e|ant) à|vit à"
    r"|reside(?:nte?)? (?:en|em|a)|radicad[oa] en|domiciliad[oa] e[nm]|mor(?:o|a|ador|adora) em|risied[eo] a|abit[oa] a"
    r"|vivo (?:(?:y trabajo|e lavoro|e trabalho) )?(?:en|em|a)|afincad[oa] en|woonachtig (?:in|te)|woont? in"
    r"|bosatt i|bor i|zamieszkał[ya] w|mieszka(?:m)? w)"
    r" ((?:[A-ZÀ-Þ][\w.'-]*,? (?:d[eao]s? |del |la |am |an der )?){0,3}[A-ZÀ-Þ][\w'-]+)"
)
_LIVES_AT = re.compile(
    r"\b(?i:I (?:currently |now |presently )?(?:live|reside|stay|am living|am residing)) (?:in|at) (.{3,80})"
)
_END_OF_ADDRESS = re.compile(r"[.;!]|,? (?:and|where|with|but|since|I) |, I\b")
_SMALL_WORD = re.compile(r" (?!de[l]? |of |the |da |do )[a-z]{4,}")
_MAY_SAY_NOW = ("urrently", "resent", "ow ", "ives and", "lebt und", "it et ", "ive y ", "ive e ")
_NOW = re.compile(
    r"(?:[Cc]urrently|[Pp]resent(?:ly)?|[Nn]ow) (?i:living|residing|based|resident|lives|resides)"
    r"(?i: and (?:work|stud)\w+)? (?:in|at)|[Ll]ives and works in|lebt und arbeitet in|[Vv]it et travaille à"
    r"|[Vv]ive y trabaja en|[Vv]ive e lavora a"
)  # wherever it stands
_HAN_NOW = re.compile("(?:目前|现在|现)(?:居住|住|定居)[于在]")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})\.\s")
_WORD = re.compile("[ -]([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")
_REST_OF_LABEL = re.compile(r"^(?:所?在?地[区址]?|县市|省市|城市|区域|情况|状况|地点|证)")


def _town_of_address_told(line: str, below: str) -> str | None:
    """Return the town of an address in a sentence that may go on in the next line: ``I live in Purok 4`` / ``Moor Larchan …``."""
    told = _LIVES_AT.search(line)
    if told is None or is_of_others(line[: told.start()]):
        return None
    rest = told.group(1) if re.search(r"[.;!]|, (?:I|and|where|with)\b", told.group(1)) else f"{told.group(1)} {below}"
    address = _END_OF_ADDRESS.split(rest)[0].strip(" ,.")
    if not any(map(str.isdigit, address)) and "," not in address:
        return None
    place = place_of(
        address if any(map(str.isupper, address[1:])) and not _SMALL_WORD.search(address) else address.title()
    )
    return place.town if place.is_certain else None


def _small_town(said: str) -> str | None:
    """Return the one word that somebody says he lives in, which no list of towns may hold: ``woon in Hellevoetsluis``."""
    is_name = " " not in said and len(said) >= MIN_TOWN_CHARS and not title_score(said)
    return said if is_name and said.lower() not in places_after_comma() else None


def _town_of_work(line: str) -> str | None:
    """Return the town in which somebody says he works now: 现在在昆明西山项目部当班长."""
    for match in _WORKS_IN.finditer(line):
        said = match.group(1)
        town = next((said[:n] for n in (4, 3, 2) if said[:n] in chinese_cities()), None)
        behind = said[len(town) :].removeprefix("市")[:_TAIL_OF_HOUSE] if town else ""
        if town and not NO_DISTRICT.search(behind) and not NO_DISTRICT.search(behind[:2]):
            return town
    return None


def _says_now(line: str) -> bool:
    is_said = any(map(line.__contains__, _MAY_SAY_NOW)) and _NOW.search(line) is not None
    return is_said or _HAN_NOW.search(line) is not None


def city_said(sheet: Sheet) -> Found[str] | None:
    """Read ``现居 杭州`` and ``目前住在…``, in the head or among the contacts that some print at the foot."""
    foot = range(max(0, len(sheet.folded) - FOOT_LINES), len(sheet.folded))
    contacts = [i for i in foot if holds_contacts(sheet.folded[i]) and sheet.sections[i] != "references"]
    contacts += [i for i in foot if sheet.sections[i] != "references" and _LIVES.match(sheet.folded[i].lstrip())]
    told = [i for i, line in enumerate(sheet.folded[:TOLD_LINES]) if _says_now(line)]
    summary = [i for i in sheet.lines_in("summary") if len(sheet.folded[i]) >= MIN_TOLD_CHARS][:SUMMARY_LINES]
    for number in dict.fromkeys([*sheet.head, *contacts, *summary, *told]):
        for match in _LIVES.finditer(sheet.folded[number]):
            if match.group()[:4].lower() == "base" and _SAYS_WISH.search(sheet.folded[number], 0, match.start()):
                continue
            said = _REST_OF_LABEL.sub("", match.group(1))
            behind = _WORD.match(sheet.folded[number], match.end())
            said = said + behind.group(1) if behind and PROVINCE.match(said + behind.group(1)) else said  # 新疆 石河子
            abroad = place_abroad(said + sheet.folded[number][match.end() : match.end() + MAX_CITY_CHARS])
            city = (abroad[0] if abroad else None) or city_in(said)
            if city:
                return Found(_as_shown(sheet, number, city), "pattern", 0.9, match.group())
        for match in (*_STAYS.finditer(sheet.folded[number]), *_AM_IN.finditer(sheet.folded[number])):
            said = next(filter(None, match.groups()))
            city = city_in(said)
            if city in chinese_cities() and said.startswith(city) and not NO_DISTRICT.search(said):
                return Found(_as_shown(sheet, number, city or ""), "pattern", 0.85, match.group())
        if town := _town_of_work(sheet.folded[number]):
            return Found(town, "pattern", 0.7, sheet.shown[number][:120])
        if found := _said_in_latin(sheet, number):
            return found
    return None


def _as_shown(sheet: Sheet, number: int, town: str) -> str:
    """Return a town as its line prints it, in traditional signs as well: 彰化縣."""
    at = sheet.folded[number].find(town)
    return sheet.shown[number][at : at + len(town)] if at >= 0 else town


def _said_in_latin(sheet: Sheet, number: int) -> Found[str] | None:
    """Read ``I live in Leeds`` and ``wohnhaft in Köln``."""
    line = sheet.shown[number]
    below = sheet.shown[number + 1] if number + 1 < len(sheet.shown) and not sheet.headings[number + 1] else ""
    if town := _town_of_address_told(line, below):
        return Found(town, "pattern", 0.8, line[:120])
    post = _POST_IN.fullmatch(line) if number in sheet.head[:HEADER_LINES] else None
    place = place_of(post.group(2)) if post else None
    town = (latin_city(post.group(2)) or place.town) if post and place else None
    if post and place and town and (place.is_certain or title_score(post.group(1)) == 1.0):
        return Found(town, "layout", 0.75, line)  # Tailor in Perth, Scotland
    for match in _LIVES_IN.finditer(line):
        if is_of_others(line[: match.start()]):
            continue
        said = _SENTENCE_END.split(match.group(1) or match.group(2))[0].removesuffix(", I")
        town = latin_city(said) or place_of(said).town or place_of(said.split(",")[0]).town
        town = town or (_small_town(said) if match.group(2) else None)
        if town:
            return Found(town, "pattern", 0.85, match.group())
    return None
