"""The name: labels, the largest print on page 1, the first lines, the file name, and agreement with the e-mail address.

No model is used: on 96 real files rules with font size and e-mail agreement found 97 % of English and 93 % of Chinese names,
general models 20 to 60 %. Each source adds to the score of a candidate; nothing below the threshold is a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.candidates import (
    Candidate,
    agree,
    candidate_for,
    give_parts_to_whole,
    give_to_chinese,
    shape_score,
    telling_part,
)
from ringback.readers.fields.names.cleaning import HAN, clean, is_placeholder, masked
from ringback.readers.fields.names.introductions import names_said
from ringback.readers.fields.names.neighbours import contact_follows
from ringback.readers.fields.names.pieces import TITLE_LINE
from ringback.readers.fields.names.printed import from_print
from ringback.readers.fields.names.shapes import (
    agrees_with_email,
    careless_han_score,
    han_score,
    latin_score,
)
from ringback.readers.fields.names.sources import (
    THRESHOLD,
    from_board,
    from_file_name,
    from_foot,
    from_metadata,
    from_title,
)
from ringback.readers.fields.wordlists import surnames
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.fields.sheet import Sheet

WEIGHT_LABEL = 5.0
WEIGHT_SAID = 2.5
SURE_TITLE = 0.6
SURE_HAN = 0.8
MAX_EMPTY = 3
_NUMBER = re.compile(r"\d[\d ()-]{5,}\d")
_PARTED_NAME = re.compile("([\u4e00-\u9fff]{1,2})\\s+([\u4e00-\u9fff]{1,2})(?=\\s|$)")  # 唐  颖
_FORM_REACH = 2
_FACTS = frozenset({"gender", "birth", "age", "not_city"})
_RANKS = frozenset({
    "head", "sous", "line", "chief", "senior", "junior", "assistant", "pastry", "prep", "fry", "grill", "lead",
    "deputy", "web", "home", "landing", "flight", "ship", "sea", "life", "career", "security", "night", "cabin",
    "air", "sales", "associate", "vice", "basketball", "football", "soccer", "swim", "swimming", "tennis",
    "fitness", "train", "bus", "truck", "private", "personal", "executive", "principal", "general", "main",
    "first", "second", "store", "shop", "team", "crew", "cover", "title", "teaching", "research", "clinical",
    "visiting", "postdoctoral", "graduate", "honorary", "federal", "district", "county", "state", "wine",
    "union", "construction", "site", "crossing", "prison", "shift", "kitchen", "camp", "track", "youth",
    "health", "wellness", "business",
})  # fmt: skip
"""What stands in front of a post, and is no given name."""


def read_name(sheet: Sheet, emails: Sequence[str]) -> tuple[Found[str] | None, bool]:
    """Return (name, whether it is masked). A form that was left blank has none, whatever its file is called."""
    candidates: dict[str, Candidate] = {}
    is_blank = _from_labels(sheet, candidates)
    if not candidates and _is_left_blank(sheet, emails, is_blank=is_blank):
        return None, False
    if not any("label" in candidate.reasons for candidate in candidates.values()):
        from_print(sheet, candidates, emails)
        for value, score, evidence in names_said(sheet):
            candidate_for(candidates, value).add("pattern", WEIGHT_SAID * score, evidence)
    for number, origin in enumerate(_evidence_chain(sheet.evidence)):
        from_board(origin, candidates)
        if number == 0 or origin.how == "mail_subject":
            from_file_name(sheet, origin, candidates, is_blank=is_blank)
    from_metadata(sheet, candidates)
    agree(candidates, emails)
    if sheet.is_chinese:
        give_to_chinese(candidates)
    give_parts_to_whole(candidates)
    _from_last_resorts(sheet, candidates, emails, is_blank=is_blank)
    likely = (one for one in candidates.values() if not is_placeholder(one.value))
    ranked = sorted(likely, key=lambda one: (-one.score, len(one.value)))
    for best in ranked[:1]:
        if best.score >= THRESHOLD and not (
            is_blank and not best.reasons.keys() & {"label", "layout", "rule", "pattern"}
        ):
            how = max(best.reasons, key=lambda reason: best.reasons[reason])
            return Found(best.value, how, min(0.99, 0.55 + best.score / 12), best.evidence), masked(best.value)
    return None, False


def _from_last_resorts(
    sheet: Sheet, candidates: dict[str, Candidate], emails: Sequence[str], *, is_blank: bool
) -> None:
    """Look further as long as nothing is sure: below a side bar, at the first line whatever it is, in the title."""

    def is_sure() -> bool:
        return any(candidate.score >= THRESHOLD for candidate in candidates.values())

    if not is_sure():
        _from_anywhere(sheet, candidates, emails)
    if not is_sure() and not is_blank:
        _from_first_line(sheet, candidates)
    if not is_sure():
        from_title(sheet, candidates)
    if not is_sure():
        from_foot(sheet, candidates)


def _is_left_blank(sheet: Sheet, emails: Sequence[str], *, is_blank: bool) -> bool:
    """Tell a form without answers: labels stand empty, and there is no way to reach anybody."""
    if emails or _NUMBER.search("\n".join(sheet.folded[i] for i in sheet.head)):
        return False
    n_empty = sum(not label.value.strip(" _.-/()") for label in sheet.labels)
    return (is_blank and n_empty > 1) or n_empty > MAX_EMPTY


def _evidence_chain(evidence: Evidence | None) -> Iterator[Evidence]:
    while evidence:
        yield evidence
        evidence = evidence.inner


def _from_labels(sheet: Sheet, candidates: dict[str, Candidate]) -> bool:
    """Take labelled names; return whether a label for the name was left empty."""
    is_blank = False
    busy = {"experience", "projects", "references", "education", "awards", "training"}
    for label in sheet.labels:
        if label.field != "name" or (sheet.sections[label.line] in busy and not _is_among_facts(sheet, label.line)):
            continue
        value = clean(_first_piece(label.value)) if label.value else ""
        if not value or is_placeholder(value):
            is_blank = True
            continue
        if value.isalpha() and not HAN.search(value):
            given = next((clean(re.split(r"[\t,]", one.value)[0]) for one in sheet.labelled("first_name")), "")
            value = f"{given} {value}".strip()
        score = shape_score(value, is_given=not label.is_below)
        if score > 0:
            candidate_for(candidates, value).add("label", WEIGHT_LABEL * score, f"{label.label}: {label.value}")
            return False
    parts = {
        part: next((clean(re.split(r"[\t,]", label.value)[0]) for label in sheet.labelled(part)), "")
        for part in ("first_name", "middle_name", "last_name")
    }
    if parts["first_name"] and parts["last_name"] and parts["first_name"] != parts["last_name"]:
        value = " ".join(filter(None, parts.values()))
        candidate_for(candidates, value).add("label", WEIGHT_LABEL, value)
    return is_blank


def _is_among_facts(sheet: Sheet, number: int) -> bool:
    """Tell the candidate's own form below a page's menu, whose words read like headings."""
    near = {label.field for label in sheet.labels if abs(label.line - number) <= _FORM_REACH and label.value}
    return len(near & _FACTS) > 1 and "not_own" not in near


def _first_piece(value: str) -> str:
    """Take the name out of a value that goes on: ``张伟 Wei Zhang``, ``张伟（男）``, ``John Smith, PMP``."""
    parted = _PARTED_NAME.match(value)
    if parted and (len(parted.group(1)) == 1 or fold(parted.group(1)) in surnames()[1]):
        return parted.group(1) + parted.group(2)
    piece = re.split(r"\t|\s{2,}|[|;；]|(?<!\s[aAsSdDwWcC])/|\s+[-–—]\s+", value)[0]
    han = re.match(r"^([\u4e00-\u9fff·•]{2,12})[\s,，(（]+[A-Za-z男女\d]", piece)
    if han:
        return han.group(1)
    return re.split(r"[,，]", piece)[0] if HAN.search(piece) else piece


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
        if score < 0.8:  # noqa: PLR2004
            continue
        is_titled = number + 1 < len(sheet.shown) and title_score(sheet.shown[number + 1]) == 1.0
        agrees = any(agrees_with_email(value, local) for local in locals_)
        if is_titled or agrees:
            candidate_for(candidates, value).add(
                "layout", THRESHOLD + (0.3 if agrees else 0.0) + (0.2 if is_titled else 0.0), value
            )


def _from_first_line(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take a first line that no rule knows for a name (a pen name, a name of a minority) when contacts follow it at once."""
    first = next((i for i in range(min(3, len(sheet.shown))) if not TITLE_LINE.fullmatch(sheet.folded[i])), 0)
    value = clean(sheet.shown[first]) if sheet.shown else ""
    has_number = _NUMBER.search("\n".join(sheet.folded[i] for i in sheet.head)) is not None
    is_surname = len(value) > len("王伟") and han_score(value) >= SURE_HAN and has_number
    is_post_too = latin_score(value) >= SURE_TITLE and value.split()[0].lower() not in _RANKS  # Dean Cook, who is none
    if is_surname or ((is_post_too or careless_han_score(value)) and contact_follows(sheet, first)):
        candidate_for(candidates, value).add("layout", THRESHOLD, sheet.shown[first])
