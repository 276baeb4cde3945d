"""Finding a candidate by what a recruiter has at hand: id, name (汉字 or pinyin), phone (full or last four), mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from ringback.errors import AmbiguousError, NotFoundError
from ringback.store.numbers import as_e164
from ringback.store.vault import TAIL_DIGITS
from schemas.tables import Candidate, CandidateSkill, ContactPoint
from schemas.words import ContactKind

if TYPE_CHECKING:
    from ringback.store.vault import Vault

SHORTEST_ID = 8
SHOWN = 5


def find_candidates(session: Session, vault: Vault, wanted: str, *, limit: int = 50) -> list[Candidate]:
    """Return the living candidates that ``wanted`` may mean, most recently changed first; empty if none.

    An id is followed through merges. Names match from the start, in 汉字, pinyin without spaces or English; employer and
    skill match in full.
    """
    text = wanted.strip()
    if not text:
        return []
    followed = _by_id(session, text)
    if followed is not None:
        return [followed]
    query = _alive().where(or_(*_conditions(vault, text))).order_by(Candidate.updated_at.desc(), Candidate.candidate_id)
    found = list(session.scalars(query.limit(limit)))
    # who has exactly this name is meant, not everybody whose name begins with it
    return [candidate for candidate in found if candidate.name == text] or found


def candidates_at(session: Session, vault: Vault, address: str) -> list[Candidate]:
    """Return the living candidates who have exactly this phone or mail address; a short code or a name is nobody's."""
    text = address.strip()
    digits = re.sub(r"[\s().-]", "", text)
    if "@" in text:
        blind = vault.blind(ContactKind.EMAIL, text.lower())
    elif re.fullmatch(r"\+?\d{7,15}", digits):
        blind = vault.blind(ContactKind.PHONE, as_e164(digits))
    else:
        return []
    query = _alive().where(_has_contact(ContactPoint.blind == blind)).order_by(Candidate.candidate_id)
    return list(session.scalars(query))


def the_candidate(session: Session, vault: Vault, wanted: str) -> Candidate:
    """Return the one candidate that ``wanted`` means.

    Raises:
        NotFoundError: nobody fits.
        AmbiguousError: several fit; the message lists them so that one can be named.
    """
    found = find_candidates(session, vault, wanted, limit=SHOWN + 1)
    if not found:
        raise NotFoundError(
            f"No candidate fits {wanted!r}. Give the id, the name, the full phone number or its last four digits, or the mail."
        )
    if len(found) > 1:
        raise AmbiguousError(
            f"Several candidates fit {wanted!r}: {'; '.join(map(_shown, found[:SHOWN]))}"
            f"{' …' if len(found) > SHOWN else ''}. Give the id of the one you mean."
        )
    return found[0]


def _shown(candidate: Candidate) -> str:
    words = (candidate.candidate_id, candidate.name, candidate.employer, candidate.city)
    return ", ".join(word for word in words if word)


def _alive() -> Select[tuple[Candidate]]:
    return select(Candidate).where(Candidate.merged_into.is_(None))


def _by_id(session: Session, text: str) -> Candidate | None:
    candidate = session.get(Candidate, text)
    if candidate is None and re.fullmatch(rf"[0-9a-f-]{{{SHORTEST_ID},36}}", text) and not text.isdigit():
        starts = list(session.scalars(select(Candidate).where(Candidate.candidate_id.startswith(text)).limit(2)))
        candidate = starts[0] if len(starts) == 1 else None
    while candidate is not None and candidate.merged_into is not None:
        candidate = session.get(Candidate, candidate.merged_into)
    return candidate


def _conditions(vault: Vault, text: str) -> list[ColumnElement[bool]]:
    digits = re.sub(r"[\s().-]", "", text)
    if re.fullmatch(r"\d{4}", digits):
        return [_has_contact(ContactPoint.tail_blind == vault.blind("phone_tail", digits[-TAIL_DIGITS:]))]
    if re.fullmatch(r"\+?\d{7,15}", digits):
        return [_has_contact(ContactPoint.blind == vault.blind(ContactKind.PHONE, as_e164(digits)))]
    if "@" in text:
        return [_has_contact(ContactPoint.blind == vault.blind(ContactKind.EMAIL, text.lower()))]
    pinyin = re.sub(r"[\s'-]", "", text.lower())
    return [
        Candidate.name.startswith(text, autoescape=True),
        func.lower(Candidate.name).startswith(text.lower(), autoescape=True),
        *([Candidate.name_pinyin.startswith(pinyin, autoescape=True)] if pinyin else []),
        Candidate.employer == text,
        Candidate.candidate_id.in_(select(CandidateSkill.candidate_id).where(CandidateSkill.skill == text.lower())),
        _has_contact(ContactPoint.blind == vault.blind(ContactKind.WECHAT, text)),
    ]


def _has_contact(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Candidate.candidate_id.in_(select(ContactPoint.candidate_id).where(condition))
