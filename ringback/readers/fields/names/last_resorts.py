"""Where a name is looked for while nothing is sure: below a side bar, over contacts, on the first line, in title and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.names.candidates import (
    Candidate,
    candidate_for,
    give_first_to_whole,
    is_first_alone,
    shape_score,
    telling_part,
)
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.names.han_places import weigh_han_places
from ringback.readers.fields.names.like_posts import is_name_and_post
from ringback.readers.fields.names.neighbours import contact_follows, contact_is_next
from ringback.readers.fields.names.pieces import TITLE_LINE
from ringback.readers.fields.names.shapes import (
    agrees_with_email,
    careless_han_score,
    han_score,
    latin_score,
    may_be_surnamed_word,
)
from ringback.readers.fields.names.sources import THRESHOLD, from_author, from_foot, from_title
from ringback.readers.fields.names.two_scripts import in_both_scripts, is_surname_spelled
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.staff_cards import staff_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet

SURE_TITLE = 0.6
SURE_HAN = 0.8
MIN_LONE, LINES_BELOW = 4, 8
MAX_ABOVE, LINES_OF_FORM, MIN_FACTS = 4, 16, 2
_FACTS = frozenset({"gender", "birth", "age", "phones", "emails"})
_ADDRESS = re.compile(r"\b[a-z]{5,}(?=[\w.-]*@|\.(?:com|net|org|io|me|dev|cn|tw|hk|github|gitlab|example)\b)")
_NUMBER = re.compile(r"\d[\d ()-]{5,}\d")
_GENDER_OPENS = re.compile("[男女]\\s?[|/,·\t]")  # 男 | 未婚 | 1990年3月生
_SEX_AND_AGE = re.compile(  # 晓东/男/25: a given name alone, or one whose surname is rare
    "([\u4e00-\u9fff]{2,4})(?<!族)\\s?[/|,]\\s?[男女]\\s?[/|,]\\s?(?:[1-6]\\d(?:岁|(?!\\d))|(?:19|20)\\d\\d年?)"
)
_DATE = re.compile(r"^\W*\d{1,2}\W.{0,12}\b(?:19|20)\d\d\W*$|^\W*[A-Za-z]{3,9}\.? \d{1,2},? (?:19|20)\d\d\W*$")
_SEX_BESIDE = re.compile("\\s?[(（][男女][)）]$")
_LABELLED_FIRST = re.compile("[\u4e00-\u9fff]{2,6}\\s?[:：]\\s?(\\S{2,16})")


def from_last_resorts(sheet: Sheet, candidates: dict[str, Candidate], emails: Sequence[str], *, is_blank: bool) -> None:
    """Look further as long as nothing is sure: below a side bar, at the first line whatever it is, in the title."""

    def is_sure() -> bool:
        return any(one.score >= THRESHOLD and not is_first_alone(one) for one in candidates.values())

    if not is_sure() and (card := staff_card(sheet)):
        candidate_for(candidates, card.name).add("layout", THRESHOLD, card.name)
    if not is_sure():
        _from_anywhere(sheet, candidates, emails)
    if not is_sure() and not is_blank:
        _from_first_line(sheet, candidates)
        _from_both_scripts(sheet, candidates)
        _from_largest_word(sheet, candidates)
        _from_sex_and_age(sheet, candidates)
        _from_surnamed_word(sheet, candidates)
        _from_above_form(sheet, candidates)
        _from_below_heading(sheet, candidates)
    if not is_sure():
        from_title(sheet, candidates)
    if not is_sure():
        from_foot(sheet, candidates)
    if not is_sure() and not is_blank:
        from_author(sheet, candidates)
    if not is_sure() and not is_blank:
        weigh_han_places(sheet, candidates, THRESHOLD)
    give_first_to_whole(candidates)


def _from_anywhere(sheet: Sheet, candidates: dict[str, Candidate], emails: Sequence[str]) -> None:
    """Look below a side bar where print sizes are not known: a name stands above a title, or agrees with the e-mail address."""
    for label in sheet.labelled("desired_title"):
        before = clean(sheet.shown[label.line].partition(label.label)[0])
        if not label.is_below and shape_score(before) >= SURE_HAN:  # 卢晓东<tab>求职意向：会计
            candidate_for(candidates, before).add("layout", THRESHOLD + SURE_HAN, sheet.shown[label.line])
    locals_ = [telling_part(address) for address in emails]
    for number in range(min(len(sheet.shown), 80)):
        if sheet.headings[number] or sheet.sections[number] in {"experience", "projects", "references", "awards"}:
            continue
        value = clean(sheet.shown[number].rpartition("\t")[2])  # the last cell of a side bar shares its line
        score = shape_score(value)
        if score < 0.8:
            continue
        below = sheet.shown[number + 1] if number + 1 < len(sheet.shown) else ""
        labelled = _LABELLED_FIRST.match(below)  # 卢晓东 over 想找：会计主管
        told = labelled.group(1) if labelled else below.partition(" at ")[0]  # Baker at Larch & Sons
        is_titled = title_score(told) == 1.0
        agrees = any(agrees_with_email(value, local) for local in locals_)
        if is_titled or agrees or (contact_is_next(sheet, number) and not is_town(value)):
            candidate_for(candidates, value).add(
                "layout", THRESHOLD + (0.3 if agrees else 0.0) + (0.2 if is_titled else 0.0), value
            )


def _from_first_line(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take a first line that no rule knows for a name (a pen name, a name of a minority) when contacts follow it at once."""
    first = next((i for i in range(min(3, len(sheet.shown))) if not TITLE_LINE.fullmatch(sheet.folded[i])), 0)
    value = clean(sheet.shown[first]) if sheet.shown else ""
    has_number = _NUMBER.search("\n".join(sheet.folded[i] for i in sheet.head)) is not None
    is_surname = len(value) > len("王伟") and han_score(value) >= SURE_HAN and has_number
    is_post_too = is_name_and_post(sheet, value)
    below = sheet.folded[first + 1] if first + 1 < len(sheet.folded) else ""
    is_met = contact_follows(sheet, first) or (is_post_too and _is_over_post(sheet, first))
    is_met = is_met or _GENDER_OPENS.match(below) is not None
    if is_surname or _is_lone_word(sheet, value) or ((is_post_too or careless_han_score(value)) and is_met):
        candidate_for(candidates, value).add("layout", THRESHOLD, sheet.shown[first])


def _from_both_scripts(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take what one of the first lines prints in both scripts and nothing else, in whatever order: 卢晓东 Lu, Xiao-Dong."""
    for line in sheet.shown[:MAX_ABOVE]:
        both = in_both_scripts(line.replace(",", " ").strip())
        if both and han_score(both) >= SURE_HAN:
            candidate_for(candidates, both).add("layout", THRESHOLD, line)
            return


def _from_sex_and_age(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take what stands in front of sex and age in one line of the head, whatever its first character."""
    for number in sheet.head[:LINES_BELOW]:
        told = _SEX_AND_AGE.match(sheet.folded[number])
        if told and not title_score(told.group(1)) and not is_town(told.group(1)) and field_of(told.group(1)) is None:
            candidate_for(candidates, told.group(1)).add("layout", THRESHOLD, sheet.shown[number])
            return


def _from_surnamed_word(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take a word that begins as a surname where its line tells the sex, or the line below begins with it: 关键（女）."""
    for number in sheet.head[:MAX_ABOVE]:
        line = sheet.folded[number].strip()
        bare = _SEX_BESIDE.sub("", line)
        below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
        is_told = bare != line or _GENDER_OPENS.match(below) is not None or _is_large_over_wish(sheet, number)
        if is_told and may_be_surnamed_word(bare):
            candidate_for(candidates, bare).add("layout", THRESHOLD, sheet.shown[number])
            return


def _is_large_over_wish(sheet: Sheet, number: int) -> bool:
    """Tell the first line, alone in its large print, over what the person looks for."""
    is_large = number == 0 and sheet.sizes[0] > sheet.body_size and sheet.sizes.count(sheet.sizes[0]) == 1
    return is_large and any(label.field == "desired_title" for label in sheet.labels_at.get(1, ()))


def _is_over_post(sheet: Sheet, number: int) -> bool:
    """Tell the first line of all, right over what the person is."""
    below = sheet.shown[1].strip() if number == 0 and len(sheet.shown) > 1 and not sheet.headings[0] else ""
    return title_score(re.split(r"\s*[|·,]\s+", below)[0]) == 1.0 and not below.endswith(".")


def _from_largest_word(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take a surname alone in the largest print of page 1, which an address in the head holds too: TANG, josephtang.example."""
    first_page = [size for size, page in zip(sheet.sizes, sheet.pages, strict=True) if page == 1]
    largest = max(first_page, default=0.0)
    if largest <= sheet.body_size or first_page.count(largest) > 1:
        return
    value = clean(sheet.shown[first_page.index(largest)])
    if len(value) < MIN_LONE - 1 or not is_surname_spelled(value):
        return
    addresses = _ADDRESS.findall("\n".join(sheet.folded[i] for i in sheet.head).lower())
    if any(part.startswith(value.lower()) or part.endswith(value.lower()) for part in addresses):
        candidate_for(candidates, value).add("layout", THRESHOLD, value)


def _from_above_form(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take the one name among a few lines, mottos for instance, over the heading under which a form answers who somebody is."""
    end = next((i for i, is_heading in enumerate(sheet.headings[: MAX_ABOVE + 1]) if is_heading), 0)
    told = {label.field for label in sheet.labels if label.value and end < label.line <= end + LINES_OF_FORM}
    if not end or sheet.sections[end] != "basic" or len(told & _FACTS) < MIN_FACTS:
        return
    named = [(i, value) for i in range(end) if han_score(value := clean(sheet.shown[i])) >= SURE_HAN]
    if len(named) == 1 and len(named[0][1]) > len("王伟"):
        candidate_for(candidates, named[0][1]).add("layout", THRESHOLD, sheet.shown[named[0][0]])


def _from_below_heading(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take the name alone right below a heading for personal data, wherever that stands, over a date, an address or a number."""
    for number in range(1, len(sheet.shown) - 1):
        if not sheet.headings[number - 1] or sheet.sections[number] != "basic" or sheet.headings[number]:
            continue
        value = clean(sheet.shown[number])
        is_name = " " in value and shape_score(value) >= SURE_HAN and not is_town(value) and not title_score(value)
        if is_name and (_DATE.search(sheet.folded[number + 1]) or contact_is_next(sheet, number)):
            candidate_for(candidates, value).add("layout", THRESHOLD, sheet.shown[number])
            return


def _is_lone_word(sheet: Sheet, value: str) -> bool:
    """Tell a name of one word: the first line, right over a number or an address, alone in its large print or in plain text."""
    if not value.isalpha() or value != sheet.shown[0].strip() or sheet.headings[0] or len(value) < MIN_LONE:
        return False
    is_large = sheet.sizes[0] > sheet.body_size and sheet.sizes.count(sheet.sizes[0]) == 1 == sheet.pages[0]
    is_word = latin_score(value) == 0 or title_score(value) > 0 or employer_score(value) > 0 or is_town(value)
    is_plain = len(set(sheet.sizes)) == 1 and value.istitle() and contact_follows(sheet, 0)
    near = "\n".join(sheet.folded[1:LINES_BELOW])
    return (is_large or is_plain) and not is_word and ("@" in near or _NUMBER.search(near) is not None)
