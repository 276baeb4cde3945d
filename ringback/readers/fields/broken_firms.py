"""Names of firms that the end of a line breaks: 青禾制药股份有限公 / 司, ``… at Larch Foods`` / ``Pvt Ltd, Marden``."""

from __future__ import annotations

from ringback.readers import patterns as re

_REST_CHARS = 6
MAX_REST_OF_FIRM = 14
_FIRM_GOES_ON = frozenset("公司限责任份有")
_REST_OF_FIRM = re.compile("(?:[\u4e00-\u9fff]{0,3})(?:公司|学院|大学|学校)|[司院学校所团]")
_SPACES = re.compile(r"\s+")
_LAST_WORD = re.compile(r"[\s·|,，]+")
_OPEN_FIRM = re.compile(
    "[\u4e00-\u9fff)）]{3}(?:有|有限|有限责|有限责任|有限公|有限责任公|股|股份|股份有|股份有限|股份公|公司[\u4e00-\u9fff]{0,5})$"
)
_WHOLE_FIRM = re.compile(
    "[\u4e00-\u9fff()（）]{3,30}(?:股份|集团)?(?:有限(?:责任)?|股份)公司(?:[\u4e00-\u9fff]{2,6}(?:分公司|分部|办事处))?"
)
_FIRM_BEGUN = re.compile(
    "(?:公司|单位|学校|院校)[^:：]{0,4}[:：]\\s?[\u4e00-\u9fff()（）]{3,}(?<![公司院学])[有限公技份集团大学务]$"
)
_LEGAL_INITIALS = frozenset("PLIGC(")
_LEGAL_FORM_FIRST = re.compile(
    r"(?:Co\.?,? |CO\.?,? |\()?(?:P(?:vt|VT|te|TE|ty|TY|rivate|RIVATE)\b\.?\)?,? L(?:td|TD|imited|IMITED)\b"
    r"|L(?:td|TD|imited|IMITED|LC|LP)\b|I(?:nc|NC)\b|GmbH\b)\.?(?=$|[\s,;)–-])"
)
_NAME_LAST = re.compile(r"[A-Za-z&]{2},? (?:[A-Z][\w&'’-]+|\([A-Z][\w ]{1,14}\))$")


def is_legal_form_of(above: str, line: str) -> bool:
    """Tell the legal form of a firm whose name ends the line above: ``… at Larch Foods`` / ``Pvt Ltd, Marden``."""
    return (
        line[0] in _LEGAL_INITIALS
        and _LEGAL_FORM_FIRST.match(line) is not None
        and _NAME_LAST.search(above[-60:]) is not None
    )


def with_rest_of_firm(above: str, line: str, *, is_heading: bool) -> str | None:
    """Return a line whose last cell is a firm or a school that the next line ends; None where it is whole."""
    if not is_heading and is_legal_form_of(above, line):
        return f"{above} {line}"
    if line[0] in _FIRM_GOES_ON or "分公司" in line:
        begun, rest = _LAST_WORD.split(above)[-1], _SPACES.split(line, maxsplit=1)[0]
        is_short = len(rest) <= MAX_REST_OF_FIRM
        if is_short and _OPEN_FIRM.search(begun) and _WHOLE_FIRM.fullmatch(begun + rest):
            return above + line
    return None


def with_rest_of_label(above: str, line: str) -> str | None:
    """Return the value of a label for a firm or a school with the few letters that the next line adds."""
    is_rest = len(line) <= _REST_CHARS and _REST_OF_FIRM.fullmatch(line) and _FIRM_BEGUN.search(above)
    return f"{above}{line}" if is_rest else None
