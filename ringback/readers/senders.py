"""Who sends a mail: the candidate, where the mail itself is the resume and prints no address or no name of his."""

from __future__ import annotations

from dataclasses import replace
from email.utils import parseaddr

from ringback.readers import patterns as re
from ringback.readers.boards import board_domains
from ringback.readers.fields.contacts.emails import EMAIL
from ringback.readers.fields.names.candidates import shape_score
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.names.shapes import agrees_with_email
from ringback.readers.normalise import fold
from schemas.records import ParsedResume, Provenance

SURE_NAME = 0.8
_PASSED_ON = re.compile(r"^\s*(?:fwd?|fw|转发|轉寄|re|回复|答复|回覆)\s*[:：]", re.IGNORECASE)


def with_sender(resume: ParsedResume, sender: str, subject: str) -> ParsedResume:
    """Add the sender's name and address to a resume that was written as a mail, unless somebody else passed it on.

    Who answers or passes on a mail is the candidate where both are called alike.
    """
    shown, address = parseaddr(sender)
    name, address = clean(shown), address.lower()
    domain = address.partition("@")[2]
    is_alike = resume.name is not None and _bare(name) == _bare(resume.name)
    if (
        not EMAIL.fullmatch(address)
        or (_PASSED_ON.match(subject) and not is_alike)
        or any(domain.endswith(board) for board in board_domains())
    ):
        return resume
    is_name = shape_score(name) >= SURE_NAME
    if resume.name is None and is_name and fold(name).lower() in fold(resume.text).lower():
        resume = replace(
            resume, name=name, provenance=(*resume.provenance, Provenance("name", "rule", 0.8, f"from: {shown}"))
        )
    is_his = is_alike or (
        resume.name is not None
        and (_bare(name) == _bare(resume.name) or agrees_with_email(resume.name, address.partition("@")[0]))
    )
    if resume.emails or not is_his:
        return resume
    origin = Provenance("emails", "rule", 0.85, f"from: {sender}"[:80])
    return replace(resume, emails=(address,), provenance=(*resume.provenance, origin))


def _bare(name: str) -> str:
    return re.sub(r"[\s·.]+", "", fold(name)).lower()
