"""Names of places: which city an address or a place names, in Chinese or Latin letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.places.abroad import place_abroad
from ringback.readers.fields.places.addresses import CITY_REGIONS, place_of
from ringback.readers.fields.places.place_words import is_area, is_street, is_town, plain_part, without_quarter
from ringback.readers.fields.wordlists import chinese_cities, latin_cities, places_after_comma, town_key

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_CITY_CHARS = 24
MAX_HEAD_LINE = 160
HEAD_LINES = 15
WIDE_PIECES = re.compile(r"\s*[|·;\t•▪◦●■✉☎✆⌂📍📞📧🏠]\s*|\s{2,}|\s+[-–—]\s+(?=[A-Z+(])|\s[^\w\s,.()'&+/-]\s")
LABEL_IN_FRONT = re.compile(r"^(?:[A-Z][a-zé]{2,14}(?: (?:[a-z]{2,10}|\d))?\s*:|[^\w('’]+)\s*")
LATIN_PLACE = re.compile(
    r"([A-Z][A-Za-zÀ-ÿ.' -]{1,28}?),\s*([A-Z][A-Za-zÀ-ÿ. ]{1,24}?)(?:,\s*([A-Z][A-Za-z. ]{1,20}))?(?:\s+\d{4,6}(?:-\d{4})?)?(?=$"
    r"|[\s|·;,/(])"
)
PREFIX = re.compile(
    r"^(?:(?:current )?(?:location|address|city|residence)\b|home(?=\s?:|\s[A-Z])"
    r"|(?:(?:currently|presently|now)(?: based| living| located| residing)?|lives|living|located|residing) in\b"
    r"|(?:(?:linked ?in|github|gitlab|twitter|kaggle|leetcode|stack ?overflow|web ?site|home ?page)\s+){1,4}"
    r"(?=[^\W\d_]{2,}[^,|]{0,24}, [^\W\d_])"  # the texts of links that no sign parts from the town
    r"|中国|中华人民共和国|海外|国外|國外|境外"
    r"|现居住?于?|现住|居住于?|坐标|based?(?![a-z])\s*(?:in\b)?)[\s:,-]*",
    re.IGNORECASE,
)
MIN_TOWN_CHARS = 3
_LAST_IN_CAPITALS = re.compile(r", ?([A-Z][a-z]{3,})\.?$")
_PARTS_IN_ROW = re.compile(
    r"[A-Z][a-z]{3,}, [A-Z][a-z]{3,}, ([A-Z][a-z]{3,})\.?"
)  # a village, its quarter, the district
_BY_A_RIVER = re.compile(r"\w (?:a\. ?d\.|an der|am|a\.) [A-ZÄÖÜ]")  # Neustadt a. d. Weinstraße
_COUNTRY_BEHIND = re.compile(r"-(?:CH|AT|DE|FR|BE|NL|LU)$")  # 4052 Basel-CH
_STATE_IN_CAPITALS = re.compile(r"[a-z]{3}[a-z .'-]*,? [A-Z]{2} \d{5}$")  # somerville MA 02143
_CANTON_BEHIND = re.compile(
    r"(?<=[a-zà-ÿ]) (?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)$"
)  # 9500 Wil SG
_BEHIND_CODE = re.compile(
    r"(?:^|[,.(]\s*|\s[-–—]\s*|\b(?:in|à)\s|\s(?=[A-Z]{1,2}-\d)"
    r"|(?<=[a-zà-ÿ])\s(?=\d{5},? [A-ZÀ-Þ][a-zà-ÿ]))(?P<code>(?:[A-Z]{1,3}[- ])?(?:\d{5}|\d{4}-\d{3}|\d{2} \d{3}"
    r"|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{4}))"
    r"(?:,?\s+|\s?[-–]\s?)(?P<town>[A-ZÀ-Þ][^\W\d_]{2,}(?:[ -](?:[A-ZÀ-Þ][^\W\d_]+|a\. ?M\b\.?|a\.d\.|am|an der|im|in|de|del"
    r"|della|do|da|la|le|les|sur|sous|en|di|e|y|et|und|op|aan|den|der|bei|ob|près|d['’][A-Z]\w+|l['’][A-Z]\w+|i))*)"
    r"(?=$|\s*[,(\t|]|\s[-–—]|\s\d{1,2}(?:er?|[eè]me)?$)"
)  # Rosenweg 10, 69221 Dossenheim
_CODE = re.compile(r"\d{4}|\d \d{3}|\d{3} \d")
_YEAR_CODE = re.compile(r"(?:19|20)\d{2}")
_AMERICAN = re.compile(
    r",\s*[A-Z]{2}\b(?!\))|\b(?:Circle|Cir|Trail|Trl|Pkwy|Hwy|Highway|Parkway|Ter|Terrace|Loop|Run|Ridge|Bend"
    r"|Path|Pike|Cove|Crossing)\b"
)
_DISTRICT = re.compile(r"\b(?:Dist|Distt)[.:]?\s*[:-]?\s*([A-Z][a-z]{3,20})")  # Vill. Rampur, Dist. Gonda
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海|广西|宁夏|新疆|西藏|内蒙古|台湾"
)
PROVINCE = re.compile(f"^(?:{_PROVINCES})(?=[\u4e00-\u9fff]{{2,4}}$)(?!省|自治区)")  # in front of a county: 江苏沭阳
PROVINCE_BEFORE_CITY = re.compile(f"^(?:{_PROVINCES})(?!省|自治区)(?=[\u4e00-\u9fff]{{2,4}}市)")  # 广西南宁市青秀区
_OF_HONG_KONG = re.compile(
    "新界|九[龙龍]|港[岛島]"
    "|(?:沙田|荃[湾灣]|屯[门門]|元朗|[将將][军軍]澳|[观觀]塘|大埔|粉[岭嶺]|天水[围圍]|葵[涌芳]|青衣|深水[埗埔]|旺角|油麻地|尖沙咀|佐敦|[湾灣]仔|[铜銅][锣鑼][湾灣]"
    "|[鲗鰂][鱼魚]涌|筲箕[湾灣]|柴[湾灣]|小西[湾灣]|[黄黃]大仙|[钻鑽]石山|慈[云雲]山|油塘|[红紅]磡|何文田|[长長]沙[湾灣]|荔枝角|美孚|香港仔|[鸭鴨]脷洲|[坚堅]尼地城"
    "|跑[马馬]地|[东東]涌|秀茂坪|牛[头頭]角)(?![镇鎮县縣村])"
)  # districts stand for their city in an address: 荃灣楊屋道8號
_TOWN_OR_COUNTY = re.compile(  # 江苏省沭阳县…, 彰化縣中正路, 屏東縣屏東市
    "(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治區))?(?:[\u4e00-\u9fff]{2,8}?(?:自治州|地区|州"
    "|盟)(?=[\u4e00-\u9fff]{2,6}[市县旗]))?(?:[\u4e00-\u9fff]{2}[县縣](?=[\u4e00-\u9fff]{2}市))?"
    "(?:([\u4e00-\u9fff]{2,6}?)市|([\u4e00-\u9fff]{2,3}?[县縣]))"
)
_STREET_BEHIND = re.compile("[东南西北中一二三四五六七八九十東]{0,2}(?:[路街巷弄]|大[道街])")  # 中山路, 北京东路
_HOUSE_IN_FRONT = re.compile(r"\d{1,4}[A-Z]? ")  # 138 Murray and Roberts
_NO_PLACE = re.compile(r"[\w.+-]+@[\w-]+\.|https?://|www\.")  # what else a command called address prints
_NO_TOWN = re.compile(  # 保密, 我不便说, 请见附件: what somebody answers who tells no place
    r"\d|不[限能便想详詳告公方]|全国|保密|待定|[我你您他她谁誰的了吗嗎呢吧们們说說]|[请請暂暫][见見问問无無不勿电電]|[没沒]有"
    r"|[无無]可|秘密|面[谈談议議]|[详詳][见見谈談]|[见見][附下上]|[如同以][上下]|可[面电電]|随时|隨時"
)
CITY_SUFFIX = re.compile(r"(?:市|特别行政区)$")

_CITY_STATE = re.compile("^(香港|澳门)[\u4e00-\u9fff]{1,6}$|^(澳门)(?:氹仔|路环|半岛)")
_KNOWN_DISTRICT = re.compile(
    "^(?:(北京)(?:海淀|朝阳|[东西]城|丰台|石景山|通州|昌平|大兴|顺义|房山)|(上海)(?:浦东|徐汇|静安|黄浦|长宁|普陀|虹口|杨浦|闵行|宝山|嘉定|松江"
    "|青浦|奉贤)|(天津)(?:南开|河西|和平|滨海|西青)|(重庆)(?:渝[北中]|江北|南岸|沙坪坝)|(深圳)(?:南山|福田|宝安|龙岗|龙华|罗湖)|(广州)(?:天河|越秀|海珠"
    "|番禺|白云|黄埔)|(杭州)(?:西湖|余杭|滨江|萧山|拱墅)|(成都)(?:高新|武侯|锦江|青羊)|(武汉)(?:洪山|武昌|江夏|光谷)|(南京)(?:江宁|鼓楼|玄武|雨花台))区?$"
)  # 北京海淀


def town_of_district(piece: str) -> str | None:
    """Return the town of a part of Hong Kong or Macau, or of a district without its ending: 香港沙田, 北京海淀."""
    part = _CITY_STATE.match(piece) or _KNOWN_DISTRICT.match(piece)
    return str(next(filter(None, part.groups()))) if part else None


def city_in(value: str) -> str | None:
    """Return the city of an address or a place as printed; None when the value names none."""
    bare = PREFIX.sub("", value.strip(" ,;|/")).strip()
    if not bare or re.fullmatch(r"[\W\d_]*", bare) or _NO_PLACE.match(bare):
        return None
    if re.search("[\u4e00-\u9fff]", bare):
        return _han_city(bare)
    place = place_of(bare)
    known = latin_city(bare) or town_behind_code(bare) or place.town
    if known or (place.is_certain and "," not in bare):
        return known  # of a country alone no town is told
    pieces = [piece.strip() for piece in bare.split(",") if piece.strip()]
    bare = ", ".join(pieces[next((n for n, piece in enumerate(pieces) if not _is_region(piece)), len(pieces)) :])
    row = _PARTS_IN_ROW.fullmatch(bare)
    if not bare or row:  # of regions and countries no town is told
        return row.group(1) if row else None
    match = LATIN_PLACE.search(bare)
    if match and len(match.group(1)) <= MAX_CITY_CHARS:
        found = _after_street(match, bare)
        return found if not is_street(found) or is_town(found) else None
    district = _DISTRICT.search(bare)
    head = district.group(1) if district else re.split(r"[,;|(]", bare)[0].strip()
    last = _LAST_IN_CAPITALS.search(bare) if head.islower() else None
    head = last.group(1) if last else head  # larchtila, Moorgram.
    is_named = _BY_A_RIVER.search(head) is not None or not is_street(head)
    is_town_like = len(head) <= MAX_CITY_CHARS and not re.search(r"\d", head) and is_named
    return (plain_part(head) if is_area(head) else head) if head and is_town_like else None


def names_no_town(place: str) -> bool:
    """Tell a place that is regions and countries only: ``Massachusetts, USA``."""
    pieces = [piece.strip() for piece in place.split(",") if piece.strip()]
    return bool(pieces) and all(map(_is_region, pieces))


def _is_region(piece: str) -> bool:
    return piece.lower().replace("-", " ") in places_after_comma() and not is_town(piece)


def town_behind_code(bare: str) -> str | None:
    """Return a town, in a list or in none, by the post code in front of it: ``Rosenweg 10, 69221 Dossenheim``."""
    match = _BEHIND_CODE.search(bare) if _CODE.search(bare) else None
    if match is None or is_street(match.group("town")) or _AMERICAN.search(bare, match.start("town")):
        return None
    code, town = match.group("code"), _CANTON_BEHIND.sub("", _COUNTRY_BEHIND.sub("", match.group("town")))
    if town.lower() in places_after_comma() and not is_town(town):
        return None  # Durham, NC 27708 USA
    is_bare = code.isdigit() and len(code) == len("8001")
    if is_bare and not is_town(town) and (_YEAR_CODE.match(code) or match.start("code") == 0):
        return None  # 1420 Oakwood
    return None if is_bare and _YEAR_CODE.match(code) and match.start("code") == 0 else town


def _may_be_town(piece: str) -> bool:
    """Tell a part of an address that may be its town from a code, a street and a region."""
    is_long = len(piece) >= MIN_TOWN_CHARS and not piece.isdigit()
    return is_long and not is_street(piece) and piece.lower() not in places_after_comma()


def _after_street(match: re.Match[str], bare: str) -> str:
    """Take the town out of a postal address; "Seattle, WA" keeps its state, a country is left out."""
    town, state = match.group(1).strip(), match.group(2).strip()
    pieces = [piece.strip() for piece in re.split(r",\s*", bare)]
    if is_street(town) or _HOUSE_IN_FRONT.fullmatch(bare[: match.start()]):
        plain = [piece for piece in pieces[1:] if _may_be_town(piece)]
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
    compact = PROVINCE.sub("", re.sub(r"\s+", "", bare))
    cities = chinese_cities()
    best: tuple[int, int, str] | None = None
    for length in (5, 4, 3, 2):
        for start in range(min(len(compact) - length + 1, 12)):
            word = compact[start : start + length]
            if (
                word in cities
                and (best is None or start < best[0])
                and not _STREET_BEHIND.match(compact, start + length)
            ):
                best = (start, length, word)
    abroad = place_abroad(bare) if best is None or best[0] else None
    if abroad and abroad[0]:
        return abroad[0]
    if best:
        return best[2]
    if _OF_HONG_KONG.match(compact):
        return "香港"
    match = _TOWN_OR_COUNTY.match(compact)
    if match:
        return match.group(1) or match.group(2)
    head = re.split(r"[,;|/(（，、\-·]", compact)[0]
    return head if 2 <= len(head) <= 6 and not _NO_TOWN.search(head) else None


def latin_city(piece: str) -> str | None:
    """Return a place in Latin letters if the piece is one and nothing else."""
    if not 2 < len(piece) <= MAX_CITY_CHARS * 2 or not piece[0].isupper() or "@" in piece:
        return None
    if (
        re.sub(r"[' .-]", "", piece).lower()
        in {re.sub(r"[' .-]", "", city) for city in (piece.lower(),)} & latin_cities().keys()
    ):
        return piece
    match = LATIN_PLACE.fullmatch(piece)
    return _town_before_comma(piece, match) if match else None


def _town_before_comma(piece: str, match: re.Match[str]) -> str | None:
    """Take the town out of ``Seattle, WA``, ``Kothrud, Pune, Maharashtra`` and ``Tampines, Singapore``."""
    place = place_of(piece)
    if place.is_certain and place.town:
        return place.town
    town, first = match.group(1).strip(), match.group(2).strip()
    if first.lower() in CITY_REGIONS:
        return first  # Deira, Dubai
    is_known_twice = all(re.sub(r"[' ]", "", name).lower() in latin_cities() for name in (town, first))
    return without_quarter(town) if is_known_twice else None


def in_capitals(text: str) -> str:
    """Return a place that is printed in small letters as others print it: ``san francisco, ca``."""
    if _STATE_IN_CAPITALS.match(text):
        return text.title()[: -len("MA 02143")] + text[-len("MA 02143") :]
    if text.isupper() and " " in text and "," not in text:
        place = place_of(text.title())
        is_told = place.is_certain and is_town((place.town or "").partition(",")[0])
        return text.title() if is_told else text  # GREENSBORO NORTH CAROLINA
    if not text.islower():
        return text
    town, comma, region = text.title().partition(", ")
    return town + comma + (region.upper() if len(region) == len("CA") else region)


def is_word_of_address(sheet: Sheet, line: str) -> bool:
    """Tell one word that an e-mail address in the head of the resume holds: a name."""
    word = town_key(line) if " " not in line.strip() and "@" not in line else ""
    near = (sheet.folded[i] for i in sheet.head[:HEAD_LINES] if "@" in sheet.folded[i]) if word else ()
    return any(word in town_key(address.split("@")[0]) for address in near)
