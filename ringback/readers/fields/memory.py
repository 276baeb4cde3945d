"""What was found out of a document, remembered with it: several fields ask the same of a sheet or of one of its lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")
Thing = TypeVar("Thing")
Place = TypeVar("Place", int, tuple[int, ...])


class Same(Generic[Thing]):
    """A thing as part of a question: equal to itself alone, and never looked through. It must not be changed later.

    It is kept alive as long as the sheet: another thing in its place would pass for it.
    """

    __slots__ = ("it",)

    def __init__(self, it: Thing) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def once_a_sheet(ask: Callable[[Sheet], Answer]) -> Callable[[Sheet], Answer]:
    """Let what is asked of a sheet be found out once; the answer is shared, so nobody may change it."""

    @wraps(ask)
    def answer(sheet: Sheet) -> Answer:
        known = sheet.answers
        if ask not in known:
            known[ask] = ask(sheet)
        found: Answer = known[ask]
        return found

    return answer


def once_a_line(ask: Callable[[Sheet, Place], Answer]) -> Callable[[Sheet, Place], Answer]:
    """Let what is asked of a line of a sheet, or of several, by their numbers, be found out once."""

    @wraps(ask)
    def answer(sheet: Sheet, place: Place) -> Answer:
        known = sheet.answers
        key = ask, place
        if key not in known:
            known[key] = ask(sheet, place)
        found: Answer = known[key]
        return found

    return answer


def once(ask: Callable[Concatenate[Sheet, Asked], Answer]) -> Callable[Concatenate[Sheet, Asked], Answer]:
    """Let what is asked of a sheet and of anything that can be a key be found out once; the answer is shared."""

    @wraps(ask)
    def answer(sheet: Sheet, /, *about: Asked.args, **named: Asked.kwargs) -> Answer:
        known = sheet.answers
        key = ask, about, *named.items()
        if key not in known:
            known[key] = ask(sheet, *about, **named)
        found: Answer = known[key]
        return found

    return answer
