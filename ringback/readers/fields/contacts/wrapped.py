"""Addresses and numbers that a narrow cell broke over several lines: ``邮箱<tab>chenz`` / ``esi70`` / ``9@gma`` / ``il.com``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.label_words import label_table

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 8
MIN_NUMBER = 10
_ADDRESS = re.compile(
    r"[A-Za-z0-9_][\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+(?:com|cn|net|org|edu|io|co|me|info|de|fr|uk|hk|tw|sg|jp)"
)
_ADDRESS_BEGUN = re.compile(r"([A-Za-z0-9_][\w.%+-]*(?:\s?@\s?[\w.-]*)?)$")
_ADDRESS_PIECE = re.compile(r"[\w.@%+-]{1,40}", re.ASCII)
_SITE = re.compile(r"(?:www|linkedin|github)\.")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_NUMBER_BEGUN = re.compile(r"(?<![\d-])(1[3-9]\d{1,8})$")
_NUMBER_PIECE = re.compile(r"\d{1,9}")
_STOP = "。，；.,;"


def wrapped_address(sheet: Sheet, number: int) -> tuple[str, int] | None:
    """Return a line with its broken address put together, and the last line of it; None where nothing is broken.

    The line must end in an address without its end: labelled as one, or with the sign @.
    """
    line = sheet.folded[number].rstrip()
    told = sheet.values_at.get(number)
    labelled = [label for label in told if label.field == "emails"] if told else ()
    if not labelled and line[-1:] != "@":
        return None  # as nearly always
    begun = _ADDRESS_BEGUN.search(line)
    if not begun or (_ADDRESS.fullmatch(begun.group(1)) and not begun.group(1).endswith(".co")):
        return None
    is_labelled = any(label.value.rstrip().endswith(begun.group(1)) for label in labelled)
    if not is_labelled and not begun.group(1).endswith("@"):
        return None
    if begun.group(1).lower() in label_table():
        return None  # 邮箱 Email, whose address is the next line
    if begun.group(1).isdigit() and len(begun.group(1)) >= MIN_NUMBER:
        return None  # the value of another label, in a column
    whole, found = begun.group(1).replace(" ", ""), None
    for below in range(number + 1, min(number + 1 + MAX_LINES, len(sheet.folded))):
        piece = sheet.folded[below].strip().rstrip(_STOP if "@" in whole else "")
        is_number = piece.isdigit() and len(piece) >= MIN_NUMBER and "@" not in whole
        if not _ADDRESS_PIECE.fullmatch(piece) or is_number or (found and _SITE.match(piece)):
            break
        whole += piece
        if _ADDRESS.fullmatch(whole):
            found = f"{line[: begun.start()]}{whole}", below
    return found


def wrapped_number(sheet: Sheet, number: int) -> str:
    """Return the digits below a labelled line, or a value below its label, that end the mobile number it begins."""
    begun = _NUMBER_BEGUN.search(sheet.folded[number].rstrip())
    labels = [*sheet.labels_at.get(number, ()), *sheet.values_at.get(number, ())] if begun else []
    if not begun or not any(label.field == "phones" and label.value for label in labels):
        return ""
    rest = ""
    for below in sheet.folded[number + 1 : number + 1 + MAX_LINES]:
        if not _NUMBER_PIECE.fullmatch(below.strip()):
            return ""
        rest += below.strip()
        if _MOBILE.fullmatch(begun.group(1) + rest):
            return rest
    return ""
