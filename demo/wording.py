"""How documents print what the product keeps in one form: phone numbers, months, gender."""

from __future__ import annotations

from typing import Literal

from people import Language, Month, Person

PhoneStyle = Literal["plain", "dashes", "spaces", "plus86", "parentheses"]


def print_phone(e164: str, style: PhoneStyle = "plain") -> str:
    """Return a number the way that people write it where it belongs; ``style`` matters for Chinese mobiles only."""
    if e164.startswith("+1"):
        return f"({e164[2:5]}) {e164[5:8]}-{e164[8:]}"
    if e164.startswith("+4420"):
        return f"+44 20 {e164[5:9]} {e164[9:]}"
    if e164.startswith("+44"):
        return f"+44 {e164[3:6]} {e164[6:9]} {e164[9:]}"
    mobile = e164.removeprefix("+86")
    first, middle, last = mobile[:3], mobile[3:7], mobile[7:]
    return {
        "plain": mobile,
        "dashes": f"{first}-{middle}-{last}",
        "spaces": f"{first} {middle} {last}",
        "plus86": f"+86 {first} {middle} {last}",
        "parentheses": f"(+86){mobile}",
    }[style]


def print_month(month: Month | None, *, language: Language = "zh", pattern: str = "{0}.{1:02d}") -> str:
    """Return ``2021.03``, or the word for today where ``month`` is None."""
    if month is None:
        return "至今" if language == "zh" else "Present"
    return pattern.format(*month)


def print_english_month(month: Month | None) -> str:
    """Return ``Mar 2021`` or ``Present``."""
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "Present" if month is None else f"{names[month[1] - 1]} {month[0]}"


def print_gender(person: Person) -> str:
    """Return 男 or 女."""
    return "男" if person.gender == "m" else "女"
