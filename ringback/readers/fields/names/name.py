"""The name: labels, the largest print on page 1, the first lines, the file name, and agreement with the e-mail address.

No model is used: on 96 real files rules with font size and e-mail agreement found 97 % of English and 93 % of Chinese names,
general models 20 to 60 %. Each source adds to the score of a candidate; nothing below the threshold is a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.names.candidates import (
    Candidate,
    agree,
    candidate_for,
    give_parts_to_whole,
    give_to_chinese,
    give_to_generation,
    shape_score,
)
from ringback.readers.fields.names.cleaning import HAN, clean, is_placeholder, masked
from ringback.readers.fields.names.introductions import names_said
from ringback.readers.fields.names.last_resorts import from_last_resorts
from ringback.readers.fields.names.printed import from_print
from ringback.readers.fields.names.shapes import careless_score
from ringback.readers.fields.names.sources import (
    THRESHOLD,
    from_board,
    from_file_name,
    from_metadata,
)
from ringback.readers.fields.names.two_scripts import give_family_to_chinese
from ringback.readers.fields.wordlists import chinese_cities, surnames
from ringback.readers.normalise import fold, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

WEIGHT_LABEL = 5.0
WEIGHT_SAID = 2.5
SURE_CARELESS = 0.6
SURE_TITLE = 0.6
SURE_HAN = 0.8
MAX_EMPTY = 3
MAX_TITLED = 4
_EXAMPLES = frozenset(
    ["张三", "張三", "李四", "王五", "赵六", "趙六", "小明", "王小明", "张小明", "王大明", "陳小明", "陈小明"]
) | {
    "john doe",
    "jane doe",
    "john smith",
}
"""Whom patterns for resumes are filled in with."""
_OF_THEMES = frozenset({
    "isaac newton", "isaac newtons", "richard hendricks", "clarence taylor", "jack sparrow", "ada lovelace", "alan turing",
    "john doe", "jane doe", "max mustermann",
})  # fmt: skip
"""Whom themes of pages and of LaTeX are filled in with; some stay where their user wrote only a part anew."""
_TEMPLATE = re.compile(
    r"(?:简历|履历|求职信?)[^,。]{0,6}(?:模板|模版|样板|范本|范例|示例|样例|样本)|(?:模板|范本|示例)(?:简历|履历)"
    r"|\b(?:resume|cv)[ _-](?:templates?|sample|example)\b|\b(?:sample|example|template)[ _-](?:resume|cv)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d ()-]{5,}\d")
_ONE_DIGIT = re.compile(r"(\d)\1{6}")
_PARTED_NAME = re.compile("([\u4e00-\u9fff]{1,2})\\s+([\u4e00-\u9fff]{1,2})(?=\\s|$)")  # 唐  颖
_LATIN_IN_FRONT = re.compile("[A-Za-z][A-Za-z .'-]{1,30} ([\u4e00-\u9fff]{2,4})$")  # Grace 卢晓东
_ITEM = re.compile(r"\s*[•·*▪◦‣●○-]\s*\S")
BOTH = 2
_GIVEN_BEHIND = re.compile(
    r"\w\s?,\s?(?:first|given|fore|vor|prénom|prenom|nombre|nome|imię|voor|för)\s?(?:name)?", re.IGNORECASE
)  # Surname, first name; Nom, prénom
_SURNAMES = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)?")
_FORM_REACH = 2
_ASKED_BESIDE = frozenset({"phones", "emails", "birth", "gender"})
_MESSAGE = re.compile(
    r"(?:your |the )?(?:message|comments?|enquiry|inquiry)\W*(?:\*|send\W*)?|send(?: message)?\W*", re.IGNORECASE
)
NEAR_MESSAGE = 6  # lines
_FACTS = frozenset({"gender", "birth", "age", "not_city"})
_BUSY = frozenset({"experience", "projects", "references", "education", "awards", "training"})


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
        give_to_chinese(candidates, sheet.shown)
        give_family_to_chinese(candidates, sheet.shown, show(sheet.document.title or ""))
    give_to_generation(candidates)
    give_parts_to_whole(candidates)
    from_last_resorts(sheet, candidates, emails, is_blank=is_blank)
    named = [one for one in candidates.values() if not is_placeholder(one.value)]
    likely = _without_examples(sheet, named, is_reached=bool(emails) or _is_number_printed(sheet))
    ranked = sorted(likely, key=lambda one: (-one.score, len(one.value)))
    for best in ranked[:1]:
        if best.score >= THRESHOLD and not (
            is_blank and not best.reasons.keys() & {"label", "layout", "rule", "pattern"}
        ):
            how = max(best.reasons, key=lambda reason: best.reasons[reason])
            return Found(best.value, how, min(0.99, 0.55 + best.score / 12), best.evidence), masked(best.value)
    return None, False


def _is_number_printed(sheet: Sheet) -> bool:
    """Tell whether the head holds a number that is not filled in with one digit: 188-8888-8888."""
    numbers = _NUMBER.findall("\n".join(sheet.folded[i] for i in sheet.head))
    return any(_ONE_DIGIT.search(re.sub(r"\D", "", number)) is None for number in numbers)


def _without_examples(sheet: Sheet, likely: list[Candidate], *, is_reached: bool) -> list[Candidate]:
    """Leave out whom a pattern is filled in with: all where it is one, and beside somebody else what a theme left behind.

    ``is_reached`` says that the page tells how to reach somebody; 张三 whom nobody can reach is a pattern.
    """
    if any(one.value.lower() in _EXAMPLES for one in likely) and (not is_reached or _is_template(sheet)):
        likely = [one for one in likely if one.value.lower() not in _EXAMPLES]
    others = [one for one in likely if one.value.lower() not in _OF_THEMES]
    is_left_over = len(others) < len(likely) and any(
        one.score >= THRESHOLD and "layout" in one.reasons for one in others
    )
    return others if is_left_over else likely


def _is_template(sheet: Sheet) -> bool:
    """Tell a pattern for resumes by its title, its first lines or the name of its file."""
    said = [
        sheet.document.title or "",
        *(one.text for one in _evidence_chain(sheet.evidence)),
        *sheet.folded[:MAX_TITLED],
    ]
    return any(_TEMPLATE.search(fold(text)) for text in said)


def _is_left_blank(sheet: Sheet, emails: Sequence[str], *, is_blank: bool) -> bool:
    """Tell a form without answers: labels stand empty, and there is no way to reach anybody."""
    if emails or _NUMBER.search("\n".join(sheet.folded[i] for i in sheet.head)):
        return False
    asked = [
        label for label in sheet.labels if not label.label.endswith(("]", "】"))
    ]  # a place that a pattern keeps free
    n_empty = sum(not (label.value.strip(" _.-/()") or _is_for_visitors(sheet, label)) for label in asked)
    return (is_blank and n_empty > 1) or n_empty > MAX_EMPTY


def _is_for_visitors(sheet: Sheet, label: Label) -> bool:
    """Tell what a page asks of who writes to its owner: Your name / Your email / Message / Send."""
    below = sheet.folded[label.line : label.line + NEAR_MESSAGE]
    return any(_MESSAGE.fullmatch(line.strip()) for line in below) and len(sheet.shown) > 2 * NEAR_MESSAGE


def _evidence_chain(evidence: Evidence | None) -> Iterator[Evidence]:
    while evidence:
        yield evidence
        evidence = evidence.inner


def _from_labels(sheet: Sheet, candidates: dict[str, Candidate]) -> bool:
    """Take labelled names; return whether a label for the name was left empty."""
    is_blank = False
    for label in sheet.labels:
        if (
            label.field != "name"
            or _names_a_fact(sheet, label.line)
            or (sheet.sections[label.line] in _BUSY and not _is_among_facts(sheet, label.line))
        ):
            continue
        value = _before_label(clean(_first_piece(_turned(label)))) if label.value else ""
        if value.isascii() and value.lower() in section_table():
            continue  # Name<tab>Certification<tab>Year
        if not value or is_placeholder(value):
            is_blank = is_blank or not _is_for_visitors(sheet, label)
            continue
        value = f"{value} {rest}" if (rest := _rest_of_item(sheet, label)) else value
        if value.isalpha() and not HAN.search(value):
            given, surname = (_labelled_part(sheet, part) for part in ("first_name", "last_name"))
            value = f"{given} {value}".strip() if given or surname == value else f"{value} {surname}".strip()
        is_given = not label.is_below or (label.label == "姓名" and fold(value) in chinese_cities())  # over 黄山
        score = shape_score(value, is_given=is_given)
        if score <= 0 and label.is_below and label.line == 0 and careless_score(value):
            score = SURE_CARELESS  # Name / Ana mooring, above everything else
        if score > 0:
            candidate_for(candidates, value).add("label", WEIGHT_LABEL * score, f"{label.label}: {label.value}")
            return False
    parts = {part: _labelled_part(sheet, part) for part in ("first_name", "middle_name", "last_name")}
    if parts["first_name"] and parts["last_name"] and parts["first_name"] != parts["last_name"]:
        value = " ".join(filter(None, parts.values()))
        candidate_for(candidates, value).add("label", WEIGHT_LABEL, value)
    return is_blank


def _names_a_fact(sheet: Sheet, number: int) -> bool:
    """Tell what a fact is called in YAML from a person: ``name: Interns`` over ``value: 2024``."""
    return any(line.strip().startswith("value:") for line in sheet.folded[number + 1 : number + 2])


def _rest_of_item(sheet: Sheet, label: Label) -> str:
    """Return the surname below a labelled item of a list: ``• Name: Ana Maria`` / ``Moorhill`` / ``• Age: 30``."""
    lines = sheet.shown[label.line : label.line + 3]
    is_item = len(lines) > 2 and not label.is_below and lines[0].endswith(label.value)
    if not is_item or not (_ITEM.match(lines[0]) and _ITEM.match(lines[2]) and ":" in lines[2]):
        return ""
    is_plain = sheet.sizes[label.line] == sheet.sizes[label.line + 1] and not sheet.headings[label.line + 1]
    rest = lines[1].strip()
    is_name = (
        _SURNAMES.fullmatch(rest) is not None and shape_score(f"{label.value} {rest}") > 0 and shape_score(rest) > 0
    )
    return rest if is_plain and is_name and title_score(rest) < SURE_TITLE else ""


def _labelled_part(sheet: Sheet, part: str) -> str:
    of_part = (label for label in sheet.labelled(part))
    return next((_before_label(clean(re.split(r"[\t,]", _own_half(label))[0])) for label in of_part), "")


def _own_half(label: Label) -> str:
    """Return the given name of ``Surname, first name: Moor, Ana``, which one label asks for behind the other."""
    halves = label.value.split(",")
    is_behind = label.field == "first_name" and len(halves) == BOTH and _GIVEN_BEHIND.search(label.label)
    return halves[1].strip() if is_behind else label.value


def _turned(label: Label) -> str:
    """Put the given name in front where the label says that it stands behind: ``Name, Vorname: Moor, Ana``."""
    halves = label.value.split(",")
    is_turned = len(halves) == BOTH and _GIVEN_BEHIND.search(label.label)
    return f"{halves[1].strip()} {halves[0].strip()}" if is_turned else label.value


def _before_label(value: str) -> str:
    """Leave out the next label of a form, which only a space parts from the name: ``Holm Telephone``."""
    words = value.split()
    end = next((i for i, word in enumerate(words) if i and field_of(word) in _ASKED_BESIDE), len(words))
    return " ".join(words[:end])


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
    han = re.match(r"^([\u4e00-\u9fff·•]{2,12})[\s,，(（]+[A-Za-z男女\d]", piece) or _LATIN_IN_FRONT.match(piece)
    if han:
        return han.group(1)
    return re.split(r"[,，]", piece)[0] if HAN.search(piece) else piece
