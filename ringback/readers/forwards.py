"""The letters within a mail: what a forwarder writes above the mail that he passes on is not the candidate's."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.document import Document, Line

MOST_PARTS = 6
MIN_PART_CHARS = 80
_HEADER_LINES = 6
_SIGNATURE_LINES = 7
_SIGNATURE = re.compile(r"-{2,3}|—{2}")
_CONTACT = re.compile(r"\S@\S|\d[\d ()-]{5,}\d")
_QUOTED = re.compile(r"^(?:\s*>)+ ?")
_MARK = re.compile(
    r"[-_=*>\s]*(?:原始邮件|转发的?邮件|转发邮件信息|邮件原件|原邮件|begin forwarded message"
    r"|forwarded (?:message|mail|by\b.{0,60})|original (?:message|mail))[-_=*:\s]*",
    re.IGNORECASE,
)
_SENDER = re.compile(r"[>*\s]*(?:发件人|寄件者|寄件人|from)[*\s]*:", re.IGNORECASE)
_RECIPIENT = re.compile(r"[>*\s]*(?:收件人|收件者|抄送|密送|副本|to|cc|bcc)[*\s]*:", re.IGNORECASE)
_SUBJECT = re.compile(r"[>*\s]*(?:主题|主旨|标题|subject)[*\s]*:", re.IGNORECASE)
_PERSON = re.compile(r">[>\s]*(?:姓\s*名|(?:full |candidate )?name)\s*:", re.IGNORECASE)
_REPLY = re.compile(  # Gmail, Apple Mail, Thunderbird, QQ and Foxmail above what they quote
    r"[>\s]*(?:(?:on|am|le|el|em|il)\b.{6,160}\b(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto)\b.{0,60}"
    r"|(?:在|于)?\s*.{0,80}\d.{0,80}(?:写道|写到)|.{1,60}@.{1,60}(?:wrote|写道))\s*[:：]\s*",
    re.IGNORECASE,
)


def letters_within(document: Document) -> list[Document]:
    """Return the letters that a mail holds: one a mark of forwarding or of a reply (原始邮件, *wrote:*), without recipients.

    A mail that passes nothing on is one letter, itself; a letter of a line or two (请安排初试) is none.
    """
    folded = [fold(line.text).strip() for line in document.lines]
    starts = [number for number in range(len(folded)) if _begins_letter(folded, number)][:MOST_PARTS]
    if not starts and (quoted := _begins_person(folded)):
        starts = [quoted]
    if not starts:
        return [replace(document, lines=_without_signature(document.lines))]
    bounds = [*([0] if starts[0] else []), *starts, len(folded)]
    parts = (document.lines[low:high] for low, high in pairwise(bounds))
    long_enough = [part for part in parts if sum(len(line.text) for line in part) >= MIN_PART_CHARS]
    return [replace(document, lines=_of_writer(part)) for part in long_enough] or [document]


def _begins_letter(folded: list[str], number: int) -> bool:
    """Tell a mark of forwarding or a reply, or the header that Outlook prints without one: From, To and Subject below."""
    if _MARK.fullmatch(folded[number]) or _begins_quote(folded, number) or _follows_quote(folded, number):
        return True
    if not _SENDER.match(folded[number]):
        return False
    if any(_MARK.fullmatch(line) for line in folded[max(0, number - 2) : number]):
        return False
    below = folded[number + 1 : number + _HEADER_LINES]
    return any(map(_RECIPIENT.match, below)) and any(map(_SUBJECT.match, below))


def _begins_quote(folded: list[str], number: int) -> bool:
    """Tell the line above a quoted mail (*On Monday Jane wrote:*), which mail programs break in two."""
    if _REPLY.fullmatch(folded[number]):
        return True
    below = folded[number + 1 : number + 2]
    return bool(
        folded[number]
        and below
        and not _REPLY.fullmatch(below[0])
        and _REPLY.fullmatch(" ".join((folded[number], *below)))
    )


def _begins_person(folded: list[str]) -> int:
    """Return where a quote begins that no line announces, and that says who somebody is: ``> 姓名：…``; else 0."""
    first = next((number for number, line in enumerate(folded) if line.startswith(">")), 0)
    return first if any(map(_PERSON.match, folded[first : first + _HEADER_LINES])) else 0


def _follows_quote(folded: list[str], number: int) -> bool:
    """Tell the answer that stands below the mail it quotes."""
    if not folded[number] or folded[number].startswith(">"):
        return False
    at = number - 1
    while at >= 0 and not folded[at]:
        at -= 1
    if at < 0 or not folded[at].startswith(">"):
        return False
    while at >= 0 and (not folded[at] or folded[at].startswith(">")):
        at -= 1
    return at >= 0 and (_begins_quote(folded, at) or (at > 0 and _begins_quote(folded, at - 1)))


def _of_writer(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Keep of a letter what its writer wrote: no mark above it, no signs of quoting, no recipients, no other's signature."""
    if _MARK.fullmatch(fold(lines[0].text).strip()):
        lines = lines[1:]
    plain = (replace(line, text=_QUOTED.sub("", line.text)) if ">" in line.text else line for line in lines)
    kept = (
        line for number, line in enumerate(plain) if number > _HEADER_LINES + 1 or not _RECIPIENT.match(fold(line.text))
    )
    return _without_signature(tuple(kept))


def _without_signature(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Take off the signature behind ``--`` where the letter gives contacts above it: who recommends signs so."""
    last = len(lines) - 1
    for number in range(last, max(0, last - _SIGNATURE_LINES), -1):
        if _SIGNATURE.fullmatch(lines[number].text.strip()):
            above = "\n".join(line.text for line in lines[:number])
            return lines[:number] if _CONTACT.search(above) else lines
    return lines
