"""The firm that stands over a job and away from it: as a larger line, as an item over its posts, at the top of the section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.heading_trades import section_of_trade
from ringback.readers.fields.headings import AT_FIRM
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.headers import header_of
from ringback.readers.fields.jobs.heads import chosen
from ringback.readers.fields.jobs.items import item_of
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.outlines import NO_NAME, item_over, item_over_posts, named, outline_over
from ringback.readers.fields.jobs.prose import is_in_print_of_text, is_prose
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import chinese_cities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

_CENTER = re.compile("[\u4e00-\u9fff]{6,16}(?:中心|研究院|研究所|实验室)")
MAX_LINES_OVER = 5
MAX_LABELS_OVER = 3
_COMPANY = re.compile("[\u4e00-\u9fff()（）]{3,24}(?:公司|集团)")
MIN_ALIKE = 2
MIN_TOLD_FIRM, MAX_NAME_WORDS = 0.7, 5
_ON_ONES_OWN = re.compile(
    r"freelanc|self[- ]employ|volunt|independent|freiberuf|selbst[äs]|autónom|autônom|libero prof"
    "|自由|独立|獨立|志愿|志願|兼[职職]|创业|創業",
    re.IGNORECASE,
)
_PLACE_BEHIND_DASH = re.compile(r"\s[—–|-]{1,2}\s(?=[A-Z][\w.' -]+, [A-Z][\w.]+\.?\s*$)")
_TOWN_BEHIND_DASH = re.compile(r"\s[—–|-]{1,2}\s(?=[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}\.?\s*$)")
_FIRM_AND_ADDRESS = re.compile(
    r"\s*((?:[A-Z][\w&.'’]*)(?: (?:[A-Z&][\w&.'’]*|of|and|the|for)){0,6})\s?(?:[-—–,:;]|\s@)\s?"
    r"(?=.*\b(?:Road|Rd|Street|St\.|Avenue|Ave|Lane|Highway|Boulevard|Close|Crescent|Estate|Plaza|House|Building|Towers?|Floor|Plot"
    r"|P\.? ?O\.? ?Box|Nagar|Marg|Chowk|Bazaar)\b)"
    r"(?=.*(?:\b(?:opp(?:osite|\.)|near|next to|beside|behind|off|along|adjacent)\b|,.*,))"
)
_OWN_DEPARTMENT = re.compile(
    r"[A-Z][a-z]{3,}(?: [A-Z][\w&]*){1,3} (?:Department|Dept\.?|Division|Team|Unit|Section|Office)"
)
MAX_ADDRESS_LINES = 3
MAX_FIRM_CHARS = 60
MIN_NAMED, MAX_NAME_CHARS = 2, 20
_FIRST_CELL = re.compile(r"\s*[|·\t]|\s{2,}|\s*[（(]?(?=(?:19|20)\d{2})")
_SIGNS = " \t·|*_`,，-–—()（）:："
_PLACE_FIRST = re.compile(r"[A-Z][\w.' -]{2,24}, [A-Z]{2}\b(?!\.)")  # Wayzata, MN


def firm_above(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the firm over a job whose own lines name none."""
    floor = max((one.last for one in entries if one.last < entry.line), default=-1)
    return (
        _larger_line(sheet, entry, floor)
        or item_over(sheet, entry, floor)
        or item_over_posts(sheet, entries, entry)
        or outline_over(sheet, entry)
        or _placed_item_over(sheet, lines, entries, entry)
        or _sure_item_over(sheet, lines, entries, entry)
        or _in_address(sheet, entry, floor)
        or _in_heading(sheet, lines)
        or _at_the_top(sheet, lines, entries, entry)
        or _in_front_of_text(sheet, entry)
        or _center_on_line(sheet, entry)
        or _of_post_before(sheet, lines, entries, entry)
        or _in_years_over(sheet, entries, entry)
        or _under_all_posts(sheet, entries, entry)
        or _larger_department(sheet, entry, floor)
    )


def _placed_item_over(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the firm with its place that begins like an item over post and dates: ``• NORTHWIND — Lindale, MI``."""
    rows = header_of(sheet, lines, entries, entry).lines
    number = entry.line + min(rows) - 1
    floor = max((one.last for one in entries if one.last < entry.line), default=-1)
    if number <= floor or sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
        return None
    firm, dash, place = _PLACE_BEHIND_DASH.sub("\t", sheet.shown[number]).partition("\t")
    is_placed = bool(dash) and item_of(firm) is not None and place_of(place.strip(" .")).is_certain
    if not dash:
        firm, dash, place = _TOWN_BEHIND_DASH.sub("\t", sheet.shown[number]).partition("\t")
        is_known = is_town(place.strip(" .")) or employer_score(item_of(firm) or "") >= MIN_TOLD_FIRM
        is_placed = bool(dash) and is_known and item_of(firm) is not None and not title_score(place)
    return named(sheet, number, item_of(firm) or "") if is_placed else None


def _sure_item_over(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the firm that its form gives away in an item right over post and dates: ``• 青禾电机有限公司``."""
    number = entry.line + min(header_of(sheet, lines, entries, entry).lines) - 1
    floor = max((one.last for one in entries if one.last < entry.line), default=-1)
    if number <= floor or sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
        return None
    text = item_of(sheet.shown[number]) or ""
    is_sure = employer_score(text) == 1.0 and not title_score(text) and item_of(sheet.shown[entry.line]) is None
    return named(sheet, number, text) if is_sure else None


def _in_address(sheet: Sheet, entry: Entry, floor: int) -> Found[str] | None:
    """Return the firm at the head of the long address between post and dates, or in front of the dates in their line.

    ``Marlowe Youth Trust - Kericho-Lindale Road, opposite the arboretum, Kericho, January 2024 to April 2024``
    """
    for number in range(entry.line, max(floor, entry.line - MAX_ADDRESS_LINES, -1), -1):
        if sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
            return None
        if number < entry.line and has_post(sheet.shown[number]):
            return None
        address = _FIRM_AND_ADDRESS.match(bare_line(sheet, number))
        if address and not has_post(address.group(1)):
            return named(sheet, number, address.group(1).strip())
    return None


def _larger_department(sheet: Sheet, entry: Entry, floor: int) -> Found[str] | None:
    """Return the department in larger print over a post that names no house, if it bears a name: ``Marlowe IT Department``."""
    over = entry.line - 1
    if over <= floor or sheet.headings[over] or not sheet.sizes[over] > sheet.sizes[entry.line] > 0:
        return None
    text = sheet.shown[over].strip()
    whose = text.rpartition(" ")[0]
    is_named = _OWN_DEPARTMENT.fullmatch(text) is not None and not is_work_field(whose) and not title_score(text)
    return Found(text, "layout", 0.5, text) if is_named else None


def _of_post_before(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the firm over the posts of which this is a later one: firm, post with dates, what was done, post with dates."""
    if entry is entries[0] or min(header_of(sheet, lines, entries, entry).lines) < 0:
        return None
    if not has_post(bare_line(sheet, entry.line)) or _ON_ONES_OWN.search(sheet.shown[entry.line]):
        return None
    for one in reversed(entries[: entries.index(entry)]):
        if any(sheet.headings[one.line : entry.line]) or sheet.sections[one.line] != sheet.sections[entry.line]:
            return None
        header = header_of(sheet, lines, entries, one)
        if min(header.lines) < 0:
            firm = chosen(header, [], sheet.shown[one.line])[1]
            rows = [row for row, text in header.lines.items() if row < 0 and firm and firm.value in text]
            is_plain = sheet.is_chinese and not any(
                sheet.sizes[one.line + row] > max(sheet.sizes[one.line : entry.line + 1]) for row in rows
            )
            return firm if rows and not is_plain else None
    return None


def _under_all_posts(sheet: Sheet, entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the firm under the last of several posts that follow each other line by line, each with its dates."""
    last = entry
    for after in entries[entries.index(entry) + 1 :]:
        if after.line != last.last + 1 or not has_post(bare_line(sheet, after.line)):
            break
        last = after
    number = last.last + 1
    if last is entry or number >= len(sheet.shown) or sheet.headings[number] or is_prose(sheet, number):
        return None
    first = sheet.shown[number].split(",")[0]
    return named(sheet, number, sheet.shown[number]) if employer_score(first) >= MIN_TOLD_FIRM else None


def _in_years_over(sheet: Sheet, entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the firm over the post whose years hold the months of the post, and those of the posts in between.

    ``Northwind 2022 – 2025`` / ``Keeper, March 2022 – May 2023`` / ``Warden, June 2023 – July 2025``.
    """
    for over in reversed(entries[: entries.index(entry)]):
        is_held = int(over.period.start) <= entry.period.start and int(entry.period.end) <= int(over.period.end)
        if any(sheet.headings[over.line : entry.line]) or sheet.sections[over.line] != sheet.sections[entry.line]:
            return None
        if has_post(line := bare_line(sheet, over.line)):
            continue
        is_next = (
            over.last == entry.line - 1 or employer_score(_FIRST_CELL.split(line)[0].strip(_SIGNS)) >= MIN_TOLD_FIRM
        )
        return named(sheet, over.line, line) if is_held and is_next else None
    return None


def firm_of_projects(sheet: Sheet, entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the name that stands alone beside the dates of this project and of others: ``Northwind · 2023.12 - 至今``."""
    named = [_FIRST_CELL.split(sheet.shown[one.line])[0].strip(_SIGNS) for one in entries]
    name = named[list(entries).index(entry)]
    atoms = atoms_of(name, row=0)
    is_name = len(atoms) == 1 and not atoms[0].role and 1 < len(name) <= MAX_NAME_CHARS
    if not is_name or named.count(name) < MIN_NAMED or title_score(name) or is_town(name) or NO_NAME.search(name):
        return None
    return Found(name, "layout", 0.5, sheet.shown[entry.line])


def company_over(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the company that stands alone over the labels of a project whose dates one of them holds: 项目名称：…, 时间：…."""
    for number in range(entry.line - 1, max(-1, entry.line - 1 - MAX_LABELS_OVER), -1):
        if sheet.sections[number] != sheet.sections[entry.line] or sheet.headings[number]:
            return None
        text = sheet.shown[number].strip(" *·-")
        if _COMPANY.fullmatch(text):
            return Found(text, "layout", 0.6, text)
        if ":" not in sheet.folded[number]:
            return None
    return None


def _center_on_line(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return a centre that stands alone beside the dates and bears the name of its town: 北京某某研发中心 is no department."""
    text = bare_line(sheet, entry.line).strip()
    is_center = _CENTER.fullmatch(text) and text[:2] in chinese_cities()
    return Found(text, "layout", 0.6, sheet.shown[entry.line]) if is_center else None


def _in_front_of_text(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the firm that the description below begins with: ``Invermoor S.A., Puerto Montt. Managed three sites``."""
    number = entry.last + 1
    if number >= len(sheet.shown) or sheet.sections[number] != sheet.sections[entry.line] or sheet.headings[number]:
        return None
    name, colon, _ = sheet.shown[number].partition(":")
    if colon and employer_score(name.strip()) >= MIN_TOLD_FIRM and len(name.split()) <= MAX_NAME_WORDS:
        firm = named(sheet, number, name.strip())
        return firm if firm and employer_score(firm.value) >= MIN_TOLD_FIRM else None
    first, comma, rest = sheet.shown[number].partition(", ")
    place = _PLACE_FIRST.match(rest)
    is_placed = place is not None and place_of(place.group()).is_certain and not title_score(first)
    is_name = comma and len(first) <= MAX_FIRM_CHARS and first[:1].isupper() and not NO_NAME.search(first)
    if (
        not is_name
        or sum(word[0].islower() for word in first.split()) > 1
        or (employer_score(first) < 1 and not is_placed)
    ):
        return None
    return Found(first, "layout", 0.6, sheet.shown[number])


def _larger_line(sheet: Sheet, entry: Entry, floor: int) -> Found[str] | None:
    """Return the name in larger print over a job that is told below it: ``Zalora`` / ``Position: …`` / ``Dates: …``."""
    for number in range(entry.line - 1, max(floor, entry.line - 1 - MAX_LINES_OVER, -1), -1):
        if sheet.sections[number] != sheet.sections[entry.line] or sheet.headings[number]:
            return None
        is_larger = sheet.sizes[number] > sheet.sizes[entry.line] >= min(sheet.body_size, 1.0)
        if is_larger and is_in_print_of_text(sheet, number):
            return None  # only the dates are set small
        if is_larger:
            return named(sheet, number, sheet.shown[number])
    return None


def house_told_above(sheet: Sheet, entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the house in larger print whose description parts it from post and dates, where most jobs are told so.

    ``Northwind`` / ``Northwind builds tide gates.`` / ``Engineer, Gate Security (2019 - present)``: a field of work, no house.
    """
    floors = [-1, *(one.last for one in entries[:-1])]
    told = {
        id(one): house
        for one, floor in zip(entries, floors, strict=True)
        if one.line - 1 > floor and is_prose(sheet, one.line - 1) and (house := _larger_line(sheet, one, floor))
    }
    return told.get(id(entry)) if len(told) >= MIN_ALIKE and len(told) * 2 >= len(entries) else None


def _in_heading(sheet: Sheet, lines: Sequence[int]) -> Found[str] | None:
    """Return the firm that the heading of the section names: ``Expériences professionnelles chez Ericsson``."""
    over = lines[0] - 1
    at = AT_FIRM.search(sheet.shown[over]) if over >= 0 and sheet.headings[over] else None
    return Found(at.group(1), "layout", 0.6, sheet.shown[over]) if at else None


def _at_the_top(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the name at the top of the section where remarks on the firm part it from the first post and its dates."""
    position = lines.index(entry.line)
    if entry is not entries[0] or position < 2 or sheet.sections[entry.line] != "experience":
        return None
    first = sheet.shown[lines[0]]
    named = [atom for atom in atoms_of(first, row=0) if atom.role != "aside"]
    is_name = len(named) == 1 and named[0].text[0].isupper() and not NO_NAME.search(named[0].text)
    is_far = any(is_prose(sheet, i) for i in lines[:position])
    is_kind = (
        is_name and section_of_trade(f"{named[0].text} experience", is_loud=True) is not None
    )  # Theatre, over plays
    if not is_name or is_kind or not is_far or is_prose(sheet, lines[0]):
        return None
    if title_score(named[0].text) or is_town(named[0].text):
        return None
    return Found(named[0].text, "layout", 0.5, first)
