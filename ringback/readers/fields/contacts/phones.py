"""The candidate's own phone numbers, in E.164, with the country from the number or from the text around it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ringback.readers import patterns as re
from ringback.readers.fields.contacts.emails import EMAIL, linked_addresses
from ringback.readers.fields.contacts.ownership import (
    follows_others,
    is_at_work,
    is_in_prose,
    is_of_others,
    lines_of_agency,
    words_beside,
)
from ringback.readers.fields.contacts.phone_noise import without_noise
from ringback.readers.fields.contacts.phone_plans import CODE_IN_FRONT, by_plan, e164, is_toll_free
from ringback.readers.fields.contacts.wrapped import wrapped_number
from ringback.readers.fields.found import Found
from ringback.readers.fields.label_words import label_table
from ringback.readers.fields.places.mentions import country_mentioned
from ringback.readers.fields.places.number_homes import country_of_number, regions_of_shape
from ringback.readers.fields.places.regions import Region, region_of
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ringback.readers.fields.sheet import Sheet

    Home = Callable[[], Region]

MIN_DIGITS, MAX_DIGITS = 7, 15
N_OF_ACCOUNT = 10
MAX_NUMBERS = 4
_CANDIDATE = re.compile(r"(?<![A-Za-zÀ-ɏ0-9_.+\-/¥￥$€£#])(?:\+|00)?\(?\+?\d[\d ().·\-/\u00b7]{5,60}\d")
_DATES = re.compile(
    r"^(?:19|20)\d{2}\s*[.\-/年]\s*(?:0?[1-9]|1[0-2])?(?!\d)|^(?:0?[1-9]|1[0-2])[./]\s?(?:19|20)\d{2}(?!\d)"
    r"|^(?:19|20)\d{2}\s*[-~]\s*(?:19|20)\d{2}$"
    r"|^(?:19|20)\d{2}/\d{5,}$|^\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}$|^(?:19|20)\d{6}(?:\s*-\s*(?:19|20)\d{6})?$"
)
_IDENTITY = re.compile(r"\d{1,2}\.\d{3}\.\d{3}(?:-\d)?|\d{3}\.\d{3}\.\d{3}-\d{2}")  # of a card: 1.234.567-2
_HOUSES = re.compile(r"[1-9]\d{0,3}-\d{1,4} - \d{4,6}")  # Moorstr. 14-16 – 76131 Karlsruhe
_AMERICAN_WITH_HOUSE = re.compile(r"((?:\+?1[ .-])?\(?[2-9]\d{2}\)?[ .-]?\d{3}[.-]\d{4}) +\d{1,5}")
_REMARK_BEHIND = re.compile(r"^(1[3-9]\d{9}) ?\(\d{1,3}$")  # 18160170000(24小时开机)
_POST_CODE = re.compile(r"^\d{4,6}(?:-\d{4})?[.,]? +(?=[(+0-9])")  # Milwaukee, WI 53208 414-555-0123
_ACRONYM = re.compile(r"(?<![A-Za-z/.-])([A-Z]{3,6})(?: ?(?:No|Nr|no|nr)\.?| ?#)?[ :]{1,3}$")
_AREA_SLASH = re.compile(r"^(\+\d{1,3}(?: ?\(0\))? ?\d{2,4}) ?/ ?(?=\d)")  # +49 (0) 174/ 2345678
_HIDDEN_BEHIND = re.compile(r"[ -]?[Xx]{3,}|\*{3,}|•{3,}")  # +49 15510 XXXXX
_PAGE = re.compile(r"\d{5,9}/[a-z]")  # 5700600/name
_INITIALS_IN_FRONT = re.compile(r"(?<![\w.-])[A-Za-z]{1,3}-(?=1[3-9]\d{9}(?!\d))")  # 手机：lq-18600000000
_DIGIT = re.compile(r"\d")
_OF_PAGES = re.compile(r"(\d{4,5})-(\d{4,5})")
MAX_PAGES = 60
_DATE_IN_FRONT = re.compile(
    r"^(?:19|20)\d{2}[.\-/](?:0?[1-9]|1[0-2])(?:[.\-/](?:0?[1-9]|[12]\d|3[01]))? {2,}(?=\+?\(?\d)"
)
_SPLIT = re.compile(r"\s*(?:/|\s-\s|\s{3,})\s*")
_SPLIT_DOTS = re.compile(r"\s*(?:/|\s-\s|\s·\s|\s{3,})\s*")
_DOTTED = re.compile(r"^[+(]?\d{1,4}\)?(?:\s?·\s?\d{2,4}){2,4}$")
_AREA_CODE, _LOCAL = re.compile(r"\(?0\d{1,4}\)?"), re.compile(r"[1-9][\d ]{5,10}")
MIN_AREA_PIECES = 4  # a single pair is put together by its length
MAX_LOCAL_DIGITS = 12  # more are two numbers, or a number and a post code
MAX_AREA_AND_FIRST = 7  # digits of +1 (503) 555, in front of the last group
MIN_PAIR = 16
MAX_GROUPS = 4  # more stand in one number only
_GAP_OF_PAIR = re.compile(
    r"\s+(?=1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|\(?0\d{2,3}\)?[- ]\d{7,8}(?!\d)|\(?0\d\)?[- ]\d{3,4}-\d{4}(?![-\d])|\+\d)"
)
_UNITS = re.compile(r"[A-Za-z\d_%万亿元]")  # what follows an amount or a code, and never a phone number
_OPEN_END = re.compile(r"\+?\(?\d[\d ()\-]*$")
_REST = re.compile(r"\d[\d -]{1,9}\d(?=\s*(?:$|[|•·,;/]|E-?mail|[A-Za-z][\w.+-]*@))", re.IGNORECASE)
_OF_COLLEAGUE = re.compile("[\u4e00-\u9fff](?:女士|先生|小姐|老师|经理|总|主任|校长|园长|院长|厂长|店长|师傅|工)\\W*$")
_MOBILE_BESIDE = re.compile(  # QQ: 2800123456<tab>13800138000
    r"(\d{5,18}[Xx]?)[^\d+]+(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
)
_ROW_OF_FAMILY = re.compile(
    "\\W{0,3}(?:(?:主要)?(?:家庭|社会)(?:主要)?(?:成员|关系)|配偶|父亲|母亲|妻子|丈夫|爱人|父|母|儿子|女儿)(?:情况)?[\\s:,]"
    "|\\W{0,3}[\u4e00-\u9fff]{2,4} ?\\((?:父|母|爸|妈|配偶|妻|丈夫|夫妻|爱人|[哥姐弟妹]|儿子|女儿|家属|朋友|同学"
    "|原?前?(?:主管|同事|上司|领导|部门经理))[^()]{0,8}\\)"
)
_HOUSE_AND_CODE = re.compile(r"\d{1,4}[-/]\d{1,4},? \d{5,6}")  # Larch street 4-146 220007 Moorgrad
_PHONE_WORD = re.compile(
    r"电话|手机|联系方式|☎|☏|📱|📞|✆|\b(?:tel|phone|mobile|cell|mob|ph|what'?s ?(?:app|up)|call)\b", re.IGNORECASE
)

_ADDRESS_GOES_ON = re.compile(  # one that ends in a slash is whole, but an ORCID's is not
    r"(?:https?://|www\.)\S*(?:[ :]\S*)?-$|\borcid\b\S*(?:[ :]\S*)?[-/]$", re.IGNORECASE
)
_END_OF_ADDRESS = re.compile(r"[\d/-]{4,14}[\dXx]")  # https://orcid.org/0000-0002- / 1825-0097


def _goes_on(line: str) -> bool:
    """Tell a line that ends within an address of the web or an ORCID."""
    return line.endswith(("-", "/")) and _ADDRESS_GOES_ON.search(line) is not None


def read_phones(sheet: Sheet) -> list[Found[str]]:
    """Return the candidate's numbers in E.164, in order of print.

    Valid numbers count anywhere in the head of the resume; merely possible ones (fictional or newly assigned) need a label or
    a place in the head. Hotlines, ID cards, QQ numbers, referees and numbers inside descriptions of work are left out.
    """
    home = cache(lambda: _with_vote(sheet, region_of(sheet)))
    labelled = {label.line for label in sheet.labelled("phones", "contact", "wechat")}
    labelled |= {sheet.line_of(label) for label in sheet.labelled("phones", "contact") if label.is_below}
    masked = _masked_spans(sheet)
    head, agency = set(sheet.head), lines_of_agency(sheet)
    own: dict[str, Found[str]] = {}
    printed: list[int] = []
    doubtful: dict[str, Found[str]] = {}
    rest_above = ""
    for number, line in enumerate(sheet.folded):
        above, rest_above = rest_above, ""
        if not _DIGIT.search(line) or sheet.sections[number] == "references" or number in agency:
            continue
        if above and line.strip() == above:
            continue  # read with the line above
        if number and _END_OF_ADDRESS.fullmatch(line.strip()) and _goes_on(sheet.folded[number - 1].rstrip()):
            continue
        rest_above = _rest_below(sheet, number, home) or wrapped_number(sheet, number)
        whole = line + rest_above
        if len(_DIGIT.findall(whole)) < MIN_DIGITS:
            continue
        clean = without_noise(whole, masked.get(number, ()))
        is_labelled = number in labelled or bool(_PHONE_WORD.search(clean))
        clean = _INITIALS_IN_FRONT.sub("", clean) if is_labelled else clean
        for raw in _candidates(clean):
            is_trusted = (is_labelled or number in head or "@" in line) and not _is_of_paper(clean, raw)
            value = e164(raw, home, is_trusted=is_trusted) or _behind_post_code(raw, home)
            if not is_labelled and (
                (number not in head and _is_of_pages(raw)) or _HOUSE_AND_CODE.fullmatch(raw.strip())
            ):
                continue
            if value is None or (_is_account(raw, value) and (own or not is_labelled)):
                continue
            found = Found(value, "label" if is_labelled else "pattern", 0.97 if is_labelled else 0.9, line.strip())
            rest = _CANDIDATE.sub("", EMAIL.sub("", words_beside(sheet, number, raw)))
            is_weak = (
                is_of_others(sheet, number, rest)
                or follows_others(sheet, number, raw)
                or is_in_prose(sheet, number, rest)
                or _is_bare_elsewhere(sheet, number, rest, head)
                or _is_of_colleague(sheet, number, raw)
                or _is_of_superior(sheet, number)
            )
            is_own = not is_at_work(sheet, number, printed) and (
                not is_weak or _is_own_label(sheet, number, raw) or _is_beside_own(sheet, number, raw, rest)
            )
            (own if is_own else doubtful).setdefault(value, found)
            printed += [number] if is_own else []
    if own:
        return list(_without_handles(sheet, _without_toll_free(own)).values())[:MAX_NUMBERS]
    stand_in = [found for value, found in doubtful.items() if _may_stand_in(sheet, found)][:1]
    return stand_in or _linked(sheet, home)


def _without_toll_free(own: dict[str, Found[str]]) -> dict[str, Found[str]]:
    """Leave out what a firm pays for, where another number stands beside it: the help line of a board's page."""
    kept = {value: found for value, found in own.items() if not is_toll_free(value)} if len(own) > 1 else own
    return kept or own


def _without_handles(sheet: Sheet, own: dict[str, Found[str]]) -> dict[str, Found[str]]:
    """Leave out a number that only 微信号 names where another one stands behind 手机."""
    dialled = {re.sub(r"\D", "", label.value) for label in sheet.labelled("phones")}
    handles = {
        re.sub(r"\D", "", label.value) for label in sheet.labelled("wechat") if not _PHONE_WORD.search(label.label)
    }
    told = [value for value in own if any(digits and value.endswith(digits) for digits in dialled)]
    lone = [value for value in own if value not in told and value.removeprefix("+86") in handles]
    return {value: found for value, found in own.items() if value not in lone} if told else own


def _rest_below(sheet: Sheet, number: int, home: Home) -> str:
    """Return the digits by which the next line ends a number that a narrow column broke: ``159-2111-`` / ``0087``."""
    below = sheet.folded[number + 1].strip() if number + 1 < len(sheet.folded) else ""
    rest = _REST.match(below)
    begun = _OPEN_END.search(sheet.folded[number]) if rest else None
    if not rest or not begun or e164(begun.group(), home, is_trusted=False):
        return ""
    return rest.group() if e164(begun.group().rstrip() + rest.group(), home, is_trusted=False) else ""


def _is_of_paper(line: str, raw: str) -> bool:
    """Tell a number right behind letters that nobody calls a telephone by: ``CRD 1234567890``."""
    letters = _ACRONYM.search(line, max(0, (at := line.find(raw)) - 16), max(0, at))
    return letters is not None and label_table().get(letters.group(1).lower().strip(".")) is None


def _is_of_pages(raw: str) -> bool:
    """Tell the first and the last page of a paper: two numbers of one length, the second little above the first."""
    pages = _OF_PAGES.fullmatch(raw)
    is_pair = pages is not None and len(pages.group(1)) == len(pages.group(2))
    return pages is not None and is_pair and 0 < int(pages.group(2)) - int(pages.group(1)) <= MAX_PAGES


def _is_account(raw: str, value: str) -> bool:
    """Tell ten digits that would be a landline of China without the nought of its area: an account of QQ behind an icon."""
    return value.startswith("+86") and len(raw) == N_OF_ACCOUNT and raw.isdigit() and value.endswith(raw)


def _behind_post_code(raw: str, home: Home) -> str | None:
    """Read a number that only a space parts from the post code of an address."""
    code = _POST_CODE.match(raw)
    rest = raw[code.end() :] if code else ""
    return e164(rest, home, is_trusted=False) if len(_DIGIT.findall(rest)) > MIN_DIGITS else None


def _with_vote(sheet: Sheet, region: Region) -> Region:
    """Take the country that writes mobile numbers like the candidate's, else the one mentioned most, where none is said."""
    if region.is_said:
        return region
    for number in sheet.head:
        for raw in _candidates(without_noise(sheet.folded[number], ())):
            if CODE_IN_FRONT.match(raw) and (home := country_of_number(f"+{re.sub(r'[^0-9]', '', raw)}")):
                return Region(home, is_said=True)
            shapes = [] if raw.startswith("+") else regions_of_shape(raw)
            likely = [one for one in shapes if by_plan(raw, [one], is_trusted=False)]
            if likely:
                mentioned = country_mentioned(sheet)
                is_known = mentioned is not None and by_plan(raw, [mentioned], is_trusted=False) is not None
                return Region(mentioned if mentioned and is_known else likely[0], is_said=True)
    mentioned = country_mentioned(sheet)
    return Region(mentioned, is_said=True) if mentioned else region


def _is_of_colleague(sheet: Sheet, number: int, raw: str) -> bool:
    """Tell 王经理 138… under a job: nobody calls himself so."""
    line = sheet.folded[number]
    return sheet.sections[number] in {"experience", "projects", "education"} and bool(
        _OF_COLLEAGUE.search(line, 0, max(0, line.find(raw)))
    )


def _linked(sheet: Sheet, home: Home) -> list[Found[str]]:
    """Return the number behind "Call me", where a page prints none."""
    targets = [unquote(link[4:]).strip() for link in sheet.links if link.lower().startswith("tel:")]
    agency = lines_of_agency(sheet)
    others = " ".join(
        re.sub(r"\D", "", line) for i, line in enumerate(sheet.folded) if i in agency or is_of_others(sheet, i)
    )
    targets = [raw for raw in targets if re.sub(r"\D", "", raw)[-MIN_DIGITS:] not in others]
    numbers = [e164(raw, home, is_trusted=True) for raw in targets if len(_DIGIT.findall(raw)) >= MIN_DIGITS]
    return [Found(number, "pattern", 0.85, "link") for number in dict.fromkeys(numbers) if number][:1]


def _is_bare_elsewhere(sheet: Sheet, number: int, rest: str, head: set[int]) -> bool:
    """A number in the sections about work needs its line for itself."""
    return (
        number not in head
        and sheet.sections[number] in {"experience", "projects", "education"}
        and len(re.sub(r"\W+", "", rest)) > 6  # room for a label
    )


def _is_beside_own(sheet: Sheet, number: int, raw: str, rest: str) -> bool:
    """Tell the other number in an address at the very end of a page, in front of one's own behind its label.

    ``Larch Rd., New Taipei City 0912 345 678 | Tel: (02) 2712-1234``
    """
    digits = re.sub(r"\D", "", raw)
    others = (label for label in sheet.labels_at.get(number, ()) if label.field == "phones")
    is_last = number == len(sheet.folded) - 1 and any(digits not in re.sub(r"\D", "", one.value) for one in others)
    return is_last and not (is_of_others(sheet, number, rest) or follows_others(sheet, number, raw))


def _is_own_label(sheet: Sheet, number: int, raw: str) -> bool:
    if _ROW_OF_FAMILY.match(sheet.folded[number]) or _is_of_superior(sheet, number):
        return False
    digits = re.sub(r"\D", "", raw)
    here = sheet.labels_at.get(number, ())
    told = [label for label in here if label.field == "phones"]
    if "@" in sheet.folded[number]:  # Contact: +44 7700 900123, nora@post.example
        told += [label for label in here if label.field == "contact" and label.value.startswith(raw)]
    return any(digits in re.sub(r"\D", "", label.value) for label in told) and not follows_others(sheet, number, raw)


def _is_of_superior(sheet: Sheet, number: int) -> bool:
    """Tell a number among jobs right below who is told to be the superior: ``Jefe inmediato: Nora Moor`` / ``Tel: …``."""
    is_job = number > 0 and sheet.sections[number] in {"experience", "projects"}
    return is_job and ":" in sheet.folded[number - 1] and is_of_others(sheet, number - 1)


def _may_stand_in(sheet: Sheet, found: Found[str]) -> bool:
    lines = [number for number, line in enumerate(sheet.folded) if line.strip() == found.evidence]
    return any(
        not is_of_others(sheet, number) and sheet.sections[number] not in {"experience", "projects"} for number in lines
    )


def _masked_spans(sheet: Sheet) -> dict[int, tuple[str, ...]]:
    """Return, by line, values that look like phones and are not: QQ, ID card, fax, post code, somebody else's number."""
    spans: dict[int, list[str]] = {}
    dialled = {(label.line, label.value) for label in sheet.labelled("phones")}  # Tel./Fax: is both
    for label in sheet.labelled("not_number", "not_own", "birth", "period", "desired_salary", "not_salary"):
        if label.field == "period" and "@" in label.value:
            continue  # From: of a letter
        if (label.line, label.value) in dialled:
            continue
        value = fold(label.value).split("\t")[0] if label.field == "birth" else fold(label.value)
        said = _PHONE_WORD.search(value) if label.field == "not_number" else None
        beside = _MOBILE_BESIDE.match(value) if label.field == "not_number" and not said else None
        value = value[: said.start()].strip() if said else beside.group(1) if beside else value
        spans.setdefault(sheet.line_of(label), []).append(value)
    for address in linked_addresses(sheet) if any(mark.isdigit() for link in sheet.links for mark in link) else ():
        for number, line in enumerate(sheet.folded):
            if "@" in line and (at := line.lower().find(address)) >= 0:  # 13800138000x@post.example
                spans.setdefault(number, []).append(line[at : at + len(address)])
    return {number: tuple(filter(None, values)) for number, values in spans.items()}


def _candidates(line: str) -> Iterator[str]:
    for match in _CANDIDATE.finditer(line):
        if (
            (_UNITS.match(line, match.end()) and not _REMARK_BEHIND.match(match.group().strip()))
            or _PAGE.match(line, match.start())
            or _HOUSES.fullmatch(match.group())
            or _HIDDEN_BEHIND.match(line, match.end())
        ):
            continue
        whole = _DATE_IN_FRONT.sub("", _REMARK_BEHIND.sub(r"\1", match.group().strip()))
        whole = _AREA_SLASH.sub(r"\1 ", whole)
        if with_house := _AMERICAN_WITH_HOUSE.fullmatch(whole):
            whole = with_house.group(1)  # (919) 555-0158 1200 Millmoor Blvd
        if _DATES.match(whole.lstrip("( ")) and not whole.startswith("+"):
            continue
        n_all = sum(map(str.isdigit, whole))
        is_list = " · " in whole and not _DOTTED.match(whole)
        pieces = _with_area_codes(_with_begun((_SPLIT_DOTS if is_list else _SPLIT).split(whole)))
        is_grouped = is_list and whole[0] in "+(" and n_all <= MAX_LOCAL_DIGITS
        if is_grouped and max(map(_n_digits, pieces)) <= MAX_AREA_AND_FIRST:
            is_list, pieces = False, [whole.replace("·", " ")]  # (503) 555 · 0142: a sign between its groups
        if (
            not is_list
            and n_all <= MAX_LOCAL_DIGITS
            and min(sum(map(str.isdigit, piece)) for piece in pieces) < MIN_DIGITS
        ):
            pieces = [whole.replace("/", " ")]  # 0221 / 900 12 34: an area code
        for piece in (part for joined in pieces for part in _apart(joined)):
            n_digits = sum(map(str.isdigit, piece))
            if MIN_DIGITS <= n_digits <= MAX_DIGITS + 3 and not (_DATES.match(piece) or _IDENTITY.fullmatch(piece)):
                yield from _one_or_two(piece, n_digits)


def _with_begun(pieces: list[str]) -> list[str]:
    """Put the code of a country together with the groups behind dashes: +44 7700 - 900123, +234 - 803 - 555 - 0123."""
    if len(pieces) < 2 or not pieces[0].startswith("+") or _n_digits(pieces[0]) >= MIN_DIGITS:
        return pieces
    n_parts = next((n for n, piece in enumerate(pieces[1:], 1) if _n_digits(piece) >= MIN_DIGITS), len(pieces))
    n_parts = n_parts if _n_digits(" ".join(pieces[:n_parts])) >= MIN_DIGITS else n_parts + 1
    return [" ".join(pieces[:n_parts]), *pieces[n_parts:]]


def _n_digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _with_area_codes(pieces: list[str]) -> list[str]:
    """Put an area code and the number that a dash among spaces parts from it together: 020 - 1234567 / 06 - 12345678."""
    if len(pieces) < MIN_AREA_PIECES or len(pieces) % 2:
        return pieces
    pairs = list(zip(pieces[::2], pieces[1::2], strict=True))
    are_codes = all(_AREA_CODE.fullmatch(code) and _LOCAL.fullmatch(rest) for code, rest in pairs)
    return [f"{code} {rest}" for code, rest in pairs] if are_codes else pieces


def _apart(piece: str) -> Iterator[str]:
    """Split a number from a mobile or an area code behind it, which only a space parts: 0773-5801234 13907730001."""
    if len(piece) > MIN_PAIR:
        for gap in _GAP_OF_PAIR.finditer(piece):
            front = piece[: gap.start()]
            if sum(map(str.isdigit, front)) >= MIN_DIGITS and len(front.split()) < MAX_GROUPS:
                yield front
                yield from _apart(piece[gap.end() :])
                return
    yield piece


def _one_or_two(piece: str, n_digits: int) -> Iterator[str]:
    """Split two mobile numbers that only a space parts."""
    if n_digits == 22 and (match := re.match(r"^(1[3-9][\d\s-]*?)\s+(1[3-9][\d\s-]*)$", piece)):  # twice eleven
        yield from match.groups()
    else:
        yield piece
