"""Names of icons that a page without its font of icons prints as words glued to what they mark: ``emailmara@post.example``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_MAIL = re.compile(r"(?:mailto:?|(?:contact_|alternate_)?e?mail(?:_outline)?)(?=[a-z][\w.+-]{4,63}@)")
_LINKED = re.compile(r"mailto:?(?=[a-z][\w.+-]{2,63}@)")
_OTHERS = re.compile(
    r"(?:local_phone|phone(?:_android|_iphone|_enabled|_in_talk)?|smartphone|call|stay_current_portrait)(?=\+?\(?\d[\d ().-]{6})"
    r"|(?:location_on|location_city|place|room|home|map|pin_drop)(?=[A-Z\d])|(?:language|public|link)(?=https?:|www\.)"
)
HEAD_LINES = 60  # that hold the contacts


def without_icon(sheet: Sheet, address: str) -> str:
    """Return an address without the name of its icon, where a number or a place beside it bears one too."""
    if linked := _LINKED.match(address):
        return address[linked.end() :]
    icon = _MAIL.match(address)
    if not icon or not any(_OTHERS.match(line) for line in sheet.folded[:HEAD_LINES]):
        return address
    return address[icon.end() :]
