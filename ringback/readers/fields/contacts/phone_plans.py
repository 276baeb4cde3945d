"""Which number a piece of print dials: by the plan of the country that the resume speaks of, else by its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from ringback.readers import patterns as re
from ringback.readers.fields.places.number_homes import regions_of_shape
from ringback.readers.fields.wordlists import countries_of_town

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.fields.places.regions import Region

phonenumbers.enable_pattern_cache()  # the memory of ``re`` is smaller than what the readers keep in it

_CN_MOBILE = re.compile(r"^(?:\+?0{0,2}86)?0?(1[3-9]\d{9})$")
_WITH_ZEROS = ("0086", "086")  # eleven digits of a mobile number of China behind them have no other reading
_AREA_IN_BRACKETS = re.compile(r"\(1[3-9]\)")  # (19) 99876-5432 is Brazilian
_TW_MOBILE = re.compile(r"09\d{8}")  # no number of the mainland has ten digits and begins so
_CN_HOTLINE = re.compile(r"^(?:86)?(?:[48]00\d{7}|95\d{3,6}|100\d{2}|12\d{3})$")
_NO_NORTH_AMERICAN = re.compile(r"1?(?:[01]\d{9}|\d{3}[01]\d{6})")  # 123-456-7890 of a template
_MADE_UP = re.compile(
    r"1?(\d)\1{8,}|0?\d0{7,}|(?:86|886|852|853|65|44|91)0{8,}|(?:91)?1234567890"
)  # (555) 555-5555 of a template
_NORTH_AMERICAN = re.compile(
    r"^\([2-9]\d{2}\)[\s.-]*\d{3}[\s.-]\d{4}$"
)  # no other country groups so, brackets included
_TEN_DIGITS = re.compile(r"^\(?\d{3}\)?[\s.·-]*\d{3}[\s.·-]*\d{4}$")
_NO_INDIAN = re.compile(
    r"\(?[2-5]\d{2}\)?[ .-]\d{3}[ .-]\d{4}$|[2-9]\d{2}\.[2-9]\d{2}\.\d{4}$"
)  # Indian numbers that begin so have a 0 in front, and dots part none of theirs
_ARGENTINE_MOBILE = re.compile(r"15[ -]?\d{4}[ -]?\d{4}")  # dialled so within Buenos Aires
_ONE_APART = re.compile(r"\(?1\)?[\s.-]")
_FIRST_GROUP = re.compile(r"[( ]*\+[( ]*(\d{1,3})(?!\d)")
_TRUNK_ONE = re.compile(r"^1(?:[-. ]{1,3}\(?[2-9]\d{2}\)?|\([2-9]\d{2}\))[-. ]{1,3}\d{3}[-. ]\d{4}$")
_WITH_OLD_ONE = re.compile(
    r"^\W{0,2}(?:00)?52\W{0,3}1(?=(?:\W{0,3}\d){10}\W*$)"
)  # which Mexico put in front of mobile numbers until 2019
N_WITH_ONE = 11
N_BARE_WITH_CODE = 13  # twelve digits in a row are years, enrolments and papers as well: 201520162017
_CODE_ALONE = re.compile(r"\(?([1-9]\d{0,2})\)?[ .-]\(?\d")  # 49 176 …: the code of a country without its plus
N_WITH_CODE = 10  # digits at least, where a code stands in front
_ZEROS_STAY = frozenset({"IT", "SM", "VA", "CI", "GA", "CG", "BJ"})  # where a number keeps its 0 behind the code
CODE_IN_FRONT = re.compile(r"\(?(?:852|853|886|86|65|60|91|44)\)?[ -]\(?\d")  # 852-9123 4567


def e164(raw: str, home: Callable[[], Region], *, is_trusted: bool) -> str | None:
    """Return a piece of print as the number it dials from anywhere, or None when it dials none.

    ``home`` is asked only where the number itself does not tell its country: finding it costs more than all the rest.
    """
    raw = raw.replace("·", " ").strip()
    digits = re.sub(r"\D", "", raw)
    is_international = raw.lstrip("( ").startswith("+")
    if _TRUNK_ONE.match(raw):
        raw, is_international = f"+{digits}", True
    is_hotline = bool(_CN_HOTLINE.match(digits)) and not is_international
    if (is_hotline and not _is_of_city_state(digits, home())) or _MADE_UP.fullmatch(digits):
        return None
    mobile = (
        _CN_MOBILE.match(("+" if is_international else "") + digits)
        if (digits[0] != "0" or digits.startswith(_WITH_ZEROS) or home().code == "CN")
        and not _AREA_IN_BRACKETS.match(raw)
        else None
    )
    if mobile and (is_international or len(digits) != N_WITH_ONE or not _is_north_american(raw, home)):
        return f"+86{mobile.group(1)}"
    if _ARGENTINE_MOBILE.fullmatch(raw) and home().code == "AR":
        raw = f"011 {raw}"
    if digits.startswith("00") and len(digits) > 10:
        raw, is_international = "+" + digits[2:], True
    if is_international:
        if _NO_NORTH_AMERICAN.fullmatch(digits) and (mobile := _CN_MOBILE.match(digits)) and home().code == "CN":
            return f"+86{mobile.group(1)}"  # +13800138000, with a plus that has no code behind it
        abroad = by_plan("+" + re.sub(r"\(0\)", "", raw).lstrip("( +").strip(), [None], is_trusted=is_trusted)
        if abroad is None and digits.startswith("0") and home().is_said:
            abroad = _of_country(
                by_plan("+" + digits.lstrip("0"), [None], is_trusted=False), home().code
            )  # +06 010-5550123
        may_be_at_home = abroad is None and not _begins_with_code(raw) and home().is_said
        return by_plan(digits, [home().code], is_trusted=False) if may_be_at_home else abroad  # +418 110 0143
    return _printed_at_home(raw, digits, home(), is_trusted=is_trusted)


def _printed_at_home(raw: str, digits: str, region: Region, *, is_trusted: bool) -> str | None:
    """Read a number without a plus: by the code in front of it, else by the plans of the countries that are likely."""
    if CODE_IN_FRONT.match(raw):
        at_home = by_plan(raw, [region.code], is_trusted=False) if region.is_said else None
        abroad = at_home or by_plan(f"+{digits}", [None], is_trusted=False)
        if abroad:
            return abroad
    with_code = _with_code(raw, digits)
    if with_code and region.is_said and region.code == _country_of_code(raw):
        return with_code
    if region.is_said and (whole := _behind_own_code(digits, region)):
        return whole
    if _NORTH_AMERICAN.match(raw) and region.code != "CA":
        likely = [region.code, "US"] if _is_told_elsewhere(raw, region) else ["US", region.code]
        at_home = by_plan(raw, [*likely], is_trusted=False) if region.is_said else None
        return at_home or by_plan(raw, ["US"], is_trusted=is_trusted)  # Mexicans write so too
    countries = [*_countries(raw, region, is_trusted=is_trusted), *_alike(raw, region)]
    at_home = by_plan(raw, countries, is_trusted=False) or _by_town(raw, region)
    return at_home or (with_code if is_trusted else None) or by_plan(raw, countries, is_trusted=is_trusted)


def _is_told_elsewhere(raw: str, region: Region) -> bool:
    """Tell a number grouped as in North America of somebody who says that he lives where numbers are as long: a Turk."""
    return bool(region.town) and not (region.code == "IN" and _NO_INDIAN.match(raw))


def _by_town(raw: str, region: Region) -> str | None:
    """Read a number by the plan of the only other country with a town of that name: 027… of Hastings.

    Of several it is the one where such numbers are mobile: 612 345 678 of Valencia is Spanish.
    """
    numbers = {by_plan(raw, [country], is_trusted=False) for country in countries_of_town(region.town)} - {None}
    if len(numbers) > 1:
        numbers = {one for one in numbers if one and _is_mobile(one)}
    return numbers.pop() if len(numbers) == 1 else None


def is_toll_free(number: str) -> bool:
    """Tell a number in E.164 whose calls its owner pays for: of a firm, and nobody's own."""
    return phonenumbers.number_type(phonenumbers.parse(number)) == phonenumbers.PhoneNumberType.TOLL_FREE


def _is_mobile(number: str) -> bool:
    return phonenumbers.number_type(phonenumbers.parse(number)) == phonenumbers.PhoneNumberType.MOBILE


def _behind_own_code(digits: str, region: Region) -> str | None:
    """Return a mobile number with the code of its own country in front, without its plus: 62812345678 in Indonesia."""
    code = phonenumbers.country_code_for_region(region.code)
    whole = by_plan(f"+{digits}", [None], is_trusted=False) if code and digits.startswith(str(code)) else None
    at_home = by_plan(digits, [region.code], is_trusted=False) if whole and _is_mobile(whole) else None
    return whole if whole and _is_mobile(whole) and not (at_home and _is_mobile(at_home)) else None


def _of_country(number: str | None, code: str) -> str | None:
    """Return a number in E.164 if it is one of the country."""
    found = phonenumbers.parse(number) if number else None
    return number if found and phonenumbers.region_code_for_number(found) == code else None


def _country_of_code(raw: str) -> str | None:
    code = _CODE_ALONE.match(raw)
    countries = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code.group(1)), ()) if code else ()
    return next(iter(countries), None)


def _with_code(raw: str, digits: str) -> str | None:
    """Return the number whose country's code stands in front without its plus: ``49 176 81023456``."""
    is_long = raw.isdigit() and len(digits) >= N_BARE_WITH_CODE and digits[0] != "0"  # 2348021234567
    has_code = is_long or (len(digits) >= N_WITH_CODE and _country_of_code(raw) is not None)
    return by_plan(f"+{digits}", [None], is_trusted=False) if has_code else None


def _is_north_american(raw: str, home: Callable[[], Region]) -> bool:
    """Tell ``13125550123``, ``(1) 312 5550123`` of somebody in North America, of code 1, from a mobile number of China."""
    if not raw.isdigit() and not _ONE_APART.match(raw):
        return False
    digits = re.sub(r"[^0-9]", "", raw)
    may_be = digits[0] == "1" and not _NO_NORTH_AMERICAN.fullmatch(digits)
    if not may_be or by_plan(f"+{digits}", [None], is_trusted=False) is None:
        return False  # as most; to ask for the country costs more than the rest
    return home().is_said and home().code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[1]


def _begins_with_code(raw: str) -> bool:
    """Tell a number whose first group is a country's code: +46 15755539101 is a wrong one, of no other country."""
    code = _FIRST_GROUP.match(raw)
    return code is not None and int(code.group(1)) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE


def _alike(raw: str, region: Region) -> list[str | None]:
    """Return the other country of the language whose plan has the number: 84 900 1234 in Portuguese is of Mozambique.

    Of several it is the one that the resume speaks of.
    """
    valid: list[str | None] = [one for one in region.alike if by_plan(raw, [one], is_trusted=False)]
    return valid if len(valid) == 1 else [one for one in valid if one == region.mentioned]


def _is_of_city_state(digits: str, region: Region) -> bool:
    """Mobile numbers of Singapore and Hong Kong have eight digits, some as the hotlines of the mainland's banks."""
    return region.is_said and region.code in {"SG", "HK", "MO"} and len(digits) == 8


def _countries(raw: str, region: Region, *, is_trusted: bool) -> list[str | None]:
    """Return the countries whose plans to try: the one that the resume speaks of, else the one that writes numbers so."""
    if region.code == "CN" and region.is_said:
        return ["TW"] if _TW_MOBILE.fullmatch(re.sub(r"\D", "", raw)) else ["CN"]
    if region.code == "IN" and _NO_INDIAN.match(raw):
        return ["US", "IN"]
    shapes: list[str | None] = list(regions_of_shape(raw)) if is_trusted or not region.is_said else []
    shapes = [region.spoken, *shapes] if region.spoken else shapes
    return [region.code, *shapes] if region.is_said else (shapes or [region.code])


def by_plan(raw: str, countries: list[str | None], *, is_trusted: bool) -> str | None:
    """Read a number by the plan of its country; one that the plan lacks needs trust, and the look of a dialled number."""
    likely: phonenumbers.PhoneNumber | None = None
    raw = _WITH_OLD_ONE.sub("+52 ", raw)
    for country in countries:
        try:
            number = phonenumbers.parse(raw, country)
        except NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
        looks_right = country is None or _looks_dialled(raw, country)
        looks_right = looks_right and (not number.italian_leading_zero or country in _ZEROS_STAY or country is None)
        if likely is None and is_trusted and looks_right and _is_possible(number):
            likely = number
    return phonenumbers.format_number(likely, PhoneNumberFormat.E164) if likely else None


def _is_possible(number: phonenumbers.PhoneNumber) -> bool:
    """Tell a number of the length that its country has, and not only one that is dialled within one town."""
    return phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE


def _looks_dialled(raw: str, region: str) -> bool:
    """A number that no plan knows must at least be grouped like one."""
    n_digits = sum(map(str.isdigit, raw))
    if region in {"US", "CA"}:
        return bool(_TEN_DIGITS.match(raw)) and not _NO_NORTH_AMERICAN.fullmatch(re.sub(r"\D", "", raw))
    least = {"IN": 10, "BR": 10, "AU": 9}.get(region, 8)  # fewer are dialled within one town there
    return region != "CN" and n_digits >= least
