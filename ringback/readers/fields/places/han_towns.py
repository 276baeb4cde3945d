"""The town that a Chinese line names without a label."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.places.abroad import LONG_NAME, is_abroad, place_abroad, places_abroad
from ringback.readers.fields.places.towns import CITY_SUFFIX, PROVINCE, PROVINCE_BEFORE_CITY, city_in, town_of_district
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.wordlists import chinese_cities, county_towns

_HAN_PIECES = re.compile(
    r"(?:[\s|·;/\t,，:\u26b2\U0001f4cd\u2302\U0001f3e0\u2691\U0001f3e1\U0001f4cc]|--++|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff]))+"
)
_CELLS = re.compile(r"\s*[|·;\t,，:]\s*|\s{2,}")
_HAN_ADDRESS = re.compile(
    "^(?:(?:[\u4e00-\u9fff]{2,4} )?[\u4e00-\u9fff]{2,8}[省市县縣區区]|新界|九[龙龍]|香港)"
    ".{0,24}(?:[路街道村巷弄邨里段園园苑].{0,8}\\d|\\d.{0,3}[号號室座樓楼栋幢])"
)
NO_DISTRICT = re.compile(
    "[大学院校社店所厂]$|理工|财经|师范|政法|邮电|交通|外国|工业|农业|医科|科技|电子|民族|银行|公司"
)
_OF_PERSON = re.compile(
    r"[男女]|\d岁|[汉回满壮苗]族|党员|团员|@|1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}|(?:19|20)\d\d|(?<=[男女\s|,])[2-5]\d(?=[\s|,岁])"
    r"|经验|本科|硕士|大专|博士|离职|在职"
)
_DISTRICT_BEHIND = re.compile(
    "市[\u4e00-\u9fff]{1,4}[区县镇]?$|[\u4e00-\u9fff]{1,4}[区县]$|市[\u4e00-\u9fff]{1,4}[区县]"
)
_LONGEST_CITY, _SHORTEST_CITY = 5, 2
_WITH_POST_CODE = re.compile(
    "([\u4e00-\u9fff]{2,3})市[\u4e00-\u9fff]{2,12}[区县镇路街道号][\u4e00-\u9fff\\d]{0,12}[, ]{0,3}"
    "(?<!\\d)\\d{6}(?!\\d)"
)
_HAN_REMARK = re.compile(r"\((?:可|接受|愿|也可|或)[^()]{1,12}\)$")  # 合肥(可上海)
_COUNTRY_IN_FRONT = re.compile(r"^(?:中国(?:大陆)?|中华人民共和国)(?=[\u4e00-\u9fff]{2})")
_PROVINCE_IN_FRONT = re.compile("^[\u4e00-\u9fff]{2,3}(?:省|自治区)")
_PROVINCE_WRITTEN = re.compile("^[\u4e00-\u9fff]{2,5}?(?:省|自治区)(?=[\u4e00-\u9fff]{2})")
_LETTER_OF_ICON = re.compile("^[A-Za-z](?=[\u4e00-\u9fff]{2})")  # A台中市, where the face of the icons is lost
_BEHIND_COUNTRY = re.compile(  # 瑞典 • 隆德(Lund): a sign between both, the name as it is written there behind them
    "([\u4e00-\u9fff]{2,5})\\s*[•·・,-]\\s*([\u4e00-\u9fff]{2,8}(?:\\([A-Z][\\w .'’-]{1,30}\\))?)(?=$|[\\s|;,])"
)
_CALLED_AS_ITS_PROVINCE = "吉林"  # a town, where no other town stands behind it
_PIN = re.compile("[\u26b2\U0001f4cd\u2302\U0001f3e0\u2691\U0001f3e1\U0001f4cc]")  # of a map, a house


def _town_behind_country(line: str) -> str | None:
    """Return the town behind a country and a sign; one that no list knows needs its foreign name in brackets, or the line."""
    for told in _BEHIND_COUNTRY.finditer(line):
        country, town = told.groups()
        bare = town.partition("(")[0]
        is_whole = told.group() == line.strip() and not (title_score(bare) or degrees_in(bare))
        is_known = is_whole or bare != town or bare in places_abroad()[1]
        if country in places_abroad()[0] and is_known and not NO_DISTRICT.search(bare):
            return bare
    return None


def is_country_and_town(line: str) -> bool:
    """Tell a line that is nothing but a country and its town, with a sign between both: 瑞典，隆德."""
    told = _BEHIND_COUNTRY.fullmatch(line.strip())
    return told is not None and told.group(1) in places_abroad()[0]


def _town_before_post_code(line: str) -> str | None:
    posted = _WITH_POST_CODE.search(line)
    towns = (posted.group(1), posted.group(1)[-2:]) if posted else ()
    return next((town for town in towns if town in chinese_cities()), None)


def _county_town(bare: str, *, is_of_person: bool) -> str | None:
    """Return 诸暨 behind its province, with its 市 or beside facts of a person; alone it may be a name."""
    town = PROVINCE.sub("", _PROVINCE_WRITTEN.sub("", bare))
    if town.endswith("县") and town[:-1] in county_towns():
        return town  # 彰化县 is no name
    return town if town in county_towns() and (is_of_person or town != bare) else None


def _before_district(piece: str) -> str:
    """Return 乌鲁木齐 of 乌鲁木齐市天山区, 福州 of 福州仓山区; nothing where no district follows a city."""
    bare = _PROVINCE_IN_FRONT.sub("", PROVINCE_BEFORE_CITY.sub("", piece))
    heads = (bare[:length] for length in range(min(_LONGEST_CITY, len(bare)), _SHORTEST_CITY - 1, -1))
    return next((head for head in heads if head in chinese_cities() and _DISTRICT_BEHIND.match(bare, len(head))), "")


def is_fact_of_person(line: str) -> bool:
    """Tell a line with the gender, the age, a number or an address of somebody."""
    return _OF_PERSON.search(line) is not None


def han_town(line: str) -> str | None:
    """Return the town among the pieces of a line: 武汉, 江苏沭阳, 南京市鼓楼区, an address, 福州仓山 beside facts of a person."""
    is_of_person = len(_OF_PERSON.findall(line)) > 1 or _PIN.match(line) is not None
    line = _LETTER_OF_ICON.sub("", line)
    pieces = [piece for piece in _HAN_PIECES.split(line) if not piece.endswith("人")]  # 内江市东兴区人: no home
    for whole in pieces:
        piece = _HAN_REMARK.sub("", _COUNTRY_IN_FRONT.sub("", whole))
        if whole := town_of_district(piece):
            return whole
        bare = CITY_SUFFIX.sub("", piece)
        if county_town := _county_town(bare, is_of_person=is_of_person or piece.endswith("市")):
            return county_town
        for town in (
            bare,
            PROVINCE.sub("", bare),
            _PROVINCE_WRITTEN.sub("", bare),
            _before_district(piece),
            piece[:2] if is_of_person and len(piece) in {4, 5} and not NO_DISTRICT.search(piece) else "",
        ):
            if town in chinese_cities() and not (town == piece[:2] != bare and title_score(piece)):
                return town
        is_fact = (
            len(pieces) > 1 and (len(piece) >= LONG_NAME or "远程" in line) and is_abroad(piece)
        )  # 西雅图 · 有工作许可
        abroad = place_abroad(piece, is_place=is_of_person or is_fact)
        if abroad and abroad[0]:
            return abroad[0]
    own = _CALLED_AS_ITS_PROVINCE if is_of_person and _CALLED_AS_ITS_PROVINCE in pieces else None
    if told := own or _town_behind_country(line) or _town_before_post_code(line):
        return told
    address = next((piece for piece in _CELLS.split(_PIN.sub(" ", line).strip()) if _HAN_ADDRESS.search(piece)), None)
    return city_in(address) if address and not field_of(address.partition(":")[0]) else None
