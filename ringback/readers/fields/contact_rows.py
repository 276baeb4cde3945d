"""The row of one's own contacts that a column on the right or the foot of a page prints below the last job."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.periods import range_in

MAX_BESIDE, MAX_BESIDE_CHARS = 3, 48
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w/.-])(?:\(?\+\d{1,3}\)?[ .-]?)?\(?\d{2,5}\)?(?:[ .-]?\d{2,5}){1,4}(?![\w/])")
_LABELS = re.compile(r"\b(?:phone|mobile|tel|cell|e-?mail|mail)\b\.?:?|(?:手机|电话|邮箱|微信):?", re.IGNORECASE)
_SIGNS = re.compile(r"\s*[|·•⋅◆\t]\s*|\s{2,}|\s/\s|[^\w\s@.+()/:,'’&-]+")
_ELSEWHERE = frozenset(
    {"experience", "education", "projects", "training", "certificates", "awards", "languages", "summary"}
)
MIN_DIGITS, MIN_SIGNS = 8, 2


def open_at_contacts(sections: list[str], headings: Sequence[bool], folded: Sequence[str]) -> None:
    """Let the row with the only address and number of the document open the basic facts, down to the next heading.

    ``Leeds, UK | +44 7700 900123 | ana@post.example`` below the items of a job tells nothing of the job.
    """
    rows = [i for i, line in enumerate(folded) if "@" in line]
    if (
        len(rows) != 1
        or sections[rows[0]] not in _ELSEWHERE
        or headings[rows[0]]
        or not is_row_of_contacts(folded[rows[0]])
    ):
        return
    for number in range(rows[0], len(sections)):
        if headings[number]:
            return
        sections[number] = "basic"


def is_row_of_contacts(line: str) -> bool:
    """Tell a row that holds one address, one number and little besides, where the person lives and what he links to."""
    addresses = _ADDRESS.findall(line)
    rest = _ADDRESS.sub("|", line)
    numbers = [one for one in _NUMBER.findall(rest) if sum(map(str.isdigit, one)) >= MIN_DIGITS]
    if len(addresses) != 1 or not numbers or len(_SIGNS.findall(line)) < MIN_SIGNS or range_in(rest) is not None:
        return False
    beside = _LABELS.sub("", _NUMBER.sub("|", rest))
    parts = [part for part in _SIGNS.split(beside) if part.strip(" |:-")]
    return len(parts) <= MAX_BESIDE and sum(map(len, parts)) <= MAX_BESIDE_CHARS
