"""Names as a page prints them: the largest print, the first lines, what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.candidates import Candidate, candidate_for, shape_score, telling_part
from ringback.readers.fields.names.cleaning import clean, is_placeholder
from ringback.readers.fields.names.joined import joined_by_address, parted_name, without_low_lines
from ringback.readers.fields.names.like_posts import is_name_and_post
from ringback.readers.fields.names.menus import lines_over_menu, without_entries, without_menu
from ringback.readers.fields.names.neighbours import (
    contact_follows,
    is_below_title,
    is_picture,
    is_spoken_of,
    opens_form,
    stands_below_contacts,
    stands_over_post,
    stands_over_title,
)
from ringback.readers.fields.names.pieces import before_title, joined_large_lines, name_pieces, owner_of_page
from ringback.readers.fields.names.shapes import agrees_with_email, careless_score, han_score, latin_score
from ringback.readers.fields.periods import range_in
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.contact_towns import CONTACTS, place_behind
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ringback.readers.fields.sheet import Sheet

WEIGHT_LARGEST = 1.6
WEIGHT_FIRST = 1.5
OPENS_PAGE = 0.3  # a whole name on the first line
WEIGHT_TITLE_LINE = 2.0  # "X的个人简历", "Resume of X"
FIRST_LINES = 14
MAX_HEADED = 40  # lines of a side bar
NEAR_FIRST = 3
MAX_UNSIZED = 5  # one line in so many without a size
MIN_COMMAS = 2
MAX_ALIKE = 4  # lines of a name in one print; more are headings
_BESIDE_GENDER = re.compile(
    "(?:[-*·•+]\\s*)?[一-鿿·]{2,12}(?:\\s[A-Z][a-z]{2,10})?(?:\\s*[/|,，]\\s*[男女]|\\s+(?:男|女|(?:19|20)\\d\\d[.年/]).{0,14}[男女\\d])"
)
_HEADED = re.compile(r"([A-Z]{4,12}(?: [A-Z]{3,12}){1,2}) ([A-ZÀ-Þ][^\W\d_A-Z].*)")
_DOUBLE_SURNAME = re.compile(
    r"((?:[A-ZÀ-Þ][\w'’.]+ ){1,3}[A-ZÀ-Þ][\w'’]+)\s[-–]\s"
    r"((?:(?:San|Santa|Santo|St\.?|Van|Von|Ter|Ten|De|Del|Dela|Dos|Da|Di|Le|La|El|Al|Ben|Mac|Mc)\s){1,2}[A-ZÀ-Þ][\w'’]+)",
    re.IGNORECASE,
)
LINES_OF_HOME = 4
_CODE = re.compile(r"\d{4}")
_DRAWN = re.compile("^[\u2500-\u27bf\\s]+")  # △ Nora Pellwick
_ABOUT = re.compile(r"(?:About|Meet|Introducing|Hi|Hello|Hey|Welcome)\b", re.IGNORECASE)
_PERIOD = re.compile(r"(?:19|20)\d\d\s*[-–—~]|\b(?:19|20)\d\d to\b")
_MAY_NAME = frozenset({"name", "english_name", "first_name", "last_name", "contact", "wechat", "phones", "emails"})
_BUSY = frozenset({"experience", "projects", "references", "education", "awards", "training"})
SURE = 0.8
MIN_SPELT, MAX_SPELT, MIN_WORDS, MIN_SURNAME = 6, 3, 2, 5
SURE_LIKE_POST = 0.85


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line that may hold the name: how large its print is (0 the largest), how far down the head it stands."""

    number: int
    text: str
    rank: int
    place: int


def from_print(sheet: Sheet, candidates: dict[str, Candidate], emails: Sequence[str]) -> None:
    """Take the names that the first page prints, each with the weight of its print, its place and its neighbours."""
    for spot in _spots(sheet, emails):
        for piece, is_whole, is_titled in name_pieces(spot.text):
            is_other = _is_labelled(sheet, spot.number, piece) or (is_titled and _is_post(piece))
            score = 0.0 if is_other else _score(sheet, spot, piece, is_whole=is_whole)
            is_long = spot.number > 0 and spot.text.count(",") >= MIN_COMMAS
            if score <= 0 or ((is_long or _CODE.search(spot.text)) and _is_in_address(piece, spot.text)):
                continue
            points = _points(sheet, spot, piece, is_whole=is_whole, is_titled=is_titled)
            candidate_for(candidates, piece).add("layout", (points + 0.7) * score, spot.text)


def _is_post(piece: str) -> bool:
    """Tell for which post somebody calls a page his resume: *Developer Resume*."""
    return " " not in piece and piece.isascii() and title_score(piece) == 1.0


def _is_labelled(sheet: Sheet, number: int, piece: str) -> bool:
    """Tell what a label says to be something else, in Chinese: 地區：元朗."""
    told = (label for label in sheet.values_at.get(number, ()) if label.field not in _MAY_NAME and not label.is_below)
    return not piece.isascii() and any(label.value.strip() == piece for label in told)


def _spots(sheet: Sheet, emails: Sequence[str]) -> Iterator[_Spot]:
    """Yield the lines in large print and those of the head, halves of a name put together."""
    body = (
        0.0 if sheet.sizes.count(0.0) * MAX_UNSIZED >= len(sheet.sizes) else sheet.body_size
    )  # of a page only headings have one
    sizes = sorted({size for i, size in enumerate(sheet.sizes) if sheet.pages[i] == 1 and size > body}, reverse=True)
    joined = joined_by_address(sheet.shown, emails) | joined_large_lines(sheet, sizes)
    head = without_menu(sheet, [i for i in sheet.head if sheet.pages[i] == 1])[: FIRST_LINES + 6]
    headed = [i for i in range(min(FIRST_LINES, len(sheet.shown))) if _is_headed_by_name(sheet, i)]
    headed += [i for i in range(min(MAX_HEADED, len(sheet.shown))) if _is_owner_below_side_bar(sheet, i, emails)]
    order = {number: position for position, number in enumerate(_below_contacts(sheet, head)[:FIRST_LINES])}
    least = sizes[min(2, len(sizes) - 1)] if sizes else 0.0
    large = [i for i in range(len(sheet.shown)) if sheet.pages[i] == 1 and sizes and sheet.sizes[i] >= least]
    for number in dict.fromkeys([*large[:12], *head, *headed]):
        cell = _cell_before_heading(sheet, number)
        is_heading = sheet.headings[number] and number not in joined and number not in headed and not cell
        if is_heading or _is_second_half(sheet, joined, number) or _is_dated_job(sheet, number):
            continue
        rank = sizes.index(sheet.sizes[number]) if sheet.sizes[number] in sizes else 9
        place = order.get(number, FIRST_LINES)
        text = _DRAWN.sub("", joined.get(number, cell or sheet.shown[number]))
        if rank == 0 or number == 0:
            text = parted_name(_with_double_surname(sheet, number, without_low_lines(text)), emails)
        text = without_entries(text) if place < FIRST_LINES else text
        text = (owner_of_page(text) or _behind_heading(text)) if number == 0 else text
        yield _Spot(number, _before_place(text) if place == 0 else text, rank, place)


def _with_double_surname(sheet: Sheet, number: int, text: str) -> str:
    """Put together what a dash with spaces parts: ``Nora Maria Pellwick - San Larch``; a town there is where she lives."""
    told = _DOUBLE_SURNAME.fullmatch(text)
    if told is None or title_score(told.group(2)) or latin_score(told.group(1)) < SURE:
        return text
    below = sheet.shown[number + 1 : number + 1 + LINES_OF_HOME]
    lives_elsewhere = any(place_of(line).is_certain and told.group(2) not in line for line in below)
    return f"{told.group(1)}-{told.group(2)}" if lives_elsewhere or not is_town(told.group(2)) else text


def _behind_heading(text: str) -> str:
    """Return the name behind a heading in capitals that only a space parts from it: ``PERSONAL INFORMATION Nora Larch``."""
    told = _HEADED.match(text)
    is_heading = told is not None and section_table().get(fold(told.group(1)).lower().replace(" ", "")) == "basic"
    return told.group(2) if told and is_heading and latin_score(told.group(2)) >= SURE else text


def _cell_before_heading(sheet: Sheet, number: int) -> str:
    """Return the name beside the first heading of a page, at its very top: ``Nora Pellwick<tab>Contact``."""
    cell, _, rest = sheet.shown[number].partition("\t")
    is_beside = (
        number == 0 and bool(rest) and (sheet.headings[0] or fold(rest).lower().replace(" ", "") in section_table())
    )
    return cell if is_beside and (latin_score(clean(cell)) >= SURE or careless_score(cell)) else ""


def _below_contacts(sheet: Sheet, head: list[int]) -> list[int]:
    """Return the head without what stands above the name: a menu, or addresses and numbers as on writing paper."""
    head = head[lines_over_menu([sheet.shown[number] for number in head]) :]
    n_above = next((n for n, number in enumerate(head) if not _is_contact(sheet.shown[number])), 0)
    if 0 < n_above < len(head) - 1 and _is_town_alone(sheet.shown[head[n_above]]):
        n_above += 1  # the last of the lines about where to reach him
    return head[n_above:]


def _is_town_alone(shown: str) -> bool:
    """Tell a town that is known with its region: ``Leeds, UK``."""
    place = place_of(shown)
    return place.is_certain and is_town((place.town or "").partition(",")[0]) and not any(map(str.isdigit, shown))


def _is_contact(shown: str) -> bool:
    bare = CONTACTS.sub("", shown).strip(" |·,;:")
    first, tab, _ = shown.partition("\t")
    if tab and latin_score(clean(first)) >= SURE and not place_of(first).is_certain:
        return False  # Petra Larch<tab>Spokane, WA 99201
    if _before_place(shown) != shown:
        return False  # Petra Larch, Spokane, WA 99201
    return (bare != shown.strip(" |·,;:") and (not bare or place_of(bare).is_certain)) or (
        re.search(r"\d", shown) is not None and place_of(shown).is_certain
    )


def _is_headed_by_name(sheet: Sheet, number: int) -> bool:
    """Tell a heading of the person's own: *About Ana Moor*, or what no table knows over an address or below a picture."""
    if sheet.headings[number] and _ABOUT.match(shown := sheet.shown[number]) and latin_score(clean(shown)) >= SURE:
        return clean(shown) != shown
    if not sheet.headings[number] or sheet.sections[number] != "other":
        return False
    below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    is_met = "@" in below or (0 < number <= NEAR_FIRST and is_picture(sheet.folded[number - 1]))
    return is_met and latin_score(sheet.shown[number]) >= SURE


def _is_owner_below_side_bar(sheet: Sheet, number: int, emails: Sequence[str]) -> bool:
    """Tell a name set as a heading below a side bar, which an address spells: 毕舟 and bizhou@…, Ana Moor and moorana@…."""
    shown = sheet.shown[number]
    if not sheet.headings[number] or sheet.sections[number] != "other":
        return False
    if han_score(shown) >= SURE:
        return any(agrees_with_email(shown, telling_part(email)) for email in emails)
    words = shown.lower().split()
    is_whole = 1 < len(words) <= MAX_SPELT and all(map(str.isalpha, words)) and latin_score(shown) >= SURE
    return is_whole and any(all(word in telling_part(email) for word in words) for email in emails)


def _is_dated_job(sheet: Sheet, number: int) -> bool:
    """Tell a job or a school with its years in its heading, or its post there and the years below it.

    ``Ortwin Security (2013 - 2022)``, 高昇 2022年7月 – 至今, ``Larch Saatchi - Account Executive``.
    """
    line = sheet.folded[number]
    if sheet.sections[number] not in _BUSY:
        return False
    below = sheet.folded[number + 1 : number + 1 + LINES_OF_HOME] if before_title(sheet.shown[number]) else ()
    return (_PERIOD.search(line) or range_in(line)) is not None or any(map(range_in, below))


def _is_second_half(sheet: Sheet, joined: Mapping[int, str], number: int) -> bool:
    """Tell the second half of a name over two lines."""
    return any(number - away in joined and sheet.shown[number] in joined[number - away] for away in (1, 2, 3))


def _score(sheet: Sheet, spot: _Spot, piece: str, *, is_whole: bool) -> float:
    """Return how much a piece is a name; in the largest print and on the first line any words may be one."""
    score = shape_score(piece)
    is_large = spot.rank == 0 and (
        spot.number <= NEAR_FIRST or all(sheet.sizes[:FIRST_LINES])
    )  # a page has mottos in its heading
    is_first = is_whole and (spot.number == 0 or is_large)
    is_own = "\t" not in spot.text and not (spot.number and sheet.sizes.count(sheet.sizes[spot.number]) > MAX_ALIKE)
    is_careless = score <= 0 and is_first and is_own and not is_placeholder(piece) and careless_score(piece)
    is_like_post = 0 < score < SURE and (spot.number == 0 or spot.rank == 0 or spot.place <= 1)
    if is_like_post and is_name_and_post(sheet, piece) and not _stands_behind_name(spot.text, piece):
        return SURE_LIKE_POST
    may_be_spelt = is_large or (not any(sheet.sizes) and spot.number in sheet.head)
    if score <= 0 and is_whole and may_be_spelt and _is_spelt_in_address(sheet, piece):
        return SURE
    return 0.95 if is_careless else score


def _stands_behind_name(line: str, piece: str) -> bool:
    """Tell what the line says behind a whole name that is no post: ``Nora Maria Paz Larch, Aerospace Engineer``."""
    front = clean(line.partition(piece)[0])
    return latin_score(front) >= SURE and not title_score(front)


def _is_spelt_in_address(sheet: Sheet, piece: str) -> bool:
    """Tell a name of words that are none elsewhere by the address that spells it: haneul.on@ Haneul On, streetl@ Lane Street."""
    words = piece.lower().split()
    letters = "".join(filter(str.isalpha, piece.lower()))
    if len(words) < MIN_WORDS or len(letters) < MIN_SPELT:
        return False
    spelt = [f"{letters}@", *([f"{words[-1]}{words[0][0]}@"] if len(words[-1]) >= MIN_SURNAME else [])]
    lines = (sheet.folded[i].lower() for i in sheet.head if "@" in sheet.folded[i])
    bare = ["".join(sign for sign in line if sign.isalpha() or sign == "@") for line in lines]
    return any(one in line for line in bare for one in spelt)


def _points(sheet: Sheet, spot: _Spot, piece: str, *, is_whole: bool, is_titled: bool) -> float:
    """Return the weight of a piece by its place, its print and what stands around it."""
    number, text = spot.number, spot.text
    stands_alone = is_whole or (spot.place == 0 and text.startswith(piece) and bool(place_behind(text)))
    points = max(0.0, WEIGHT_FIRST * (1 - spot.place / FIRST_LINES)) * (1.0 if stands_alone else 0.85)
    points += max(0.0, WEIGHT_LARGEST - 0.5 * spot.rank) * (1.0 if stands_alone or is_titled else 0.8)
    points += WEIGHT_TITLE_LINE if is_titled else 0.0
    points += 0.8 if _BESIDE_GENDER.match(text) else 0.0
    is_met = contact_follows(sheet, number) or stands_over_title(sheet, number) or is_spoken_of(sheet, number)
    points += 0.7 if stands_over_post(sheet, number) else 0.0
    points += OPENS_PAGE if number == 0 and is_whole and latin_score(piece) >= SURE else 0.0
    is_met = (
        is_met or (0 < number == lines_over_menu(sheet.shown)) or (is_whole and stands_below_contacts(sheet, number))
    )
    points += 0.5 if is_met or piece == before_title(text) else 0.0
    return points + (0.8 if stands_alone and (is_below_title(sheet, number) or opens_form(sheet, number)) else 0.0)


def _before_place(line: str) -> str:
    """Return the name in front of where the person lives: ``Ana Moor, Leeds, UK``, ``Ana Moor<tab>Leeds``."""
    cell, tab, beside = line.partition("\t")
    is_place = tab and (is_town(beside.strip()) or place_behind(line))
    if is_place and len(cell.split()) > 1 and latin_score(clean(cell)) >= SURE:
        return cell
    name, _, rest = line.partition(", ")
    is_home = (
        "," in rest
        and latin_score(name) > 0
        and place_of(rest).is_certain
        and not place_of(line.rpartition(",")[0]).is_certain
    )
    return name if is_home else line


def _is_in_address(piece: str, line: str) -> bool:
    """Tell the town of a postal address: ``Sun Prairie, WI 53590``, ``Bandar Baru Bangi, Selangor, Malaysia``."""
    place = place_of(line)
    return place.is_certain and place.town is not None and place.town.startswith(piece)
