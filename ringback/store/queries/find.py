"""Finding a candidate by what a recruiter has at hand: id, name (汉字 or pinyin), phone (full or last four), mail, record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, func, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from ringback.errors import AmbiguousError, NotFoundError
from ringback.store.numbers import as_e164, spellings
from ringback.store.vault import TAIL_DIGITS
from schemas.tables import Candidate, CandidateSkill, ContactPoint, MatchDecision, Membership, SourceRecord
from schemas.words import ContactKind, DuplicateVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ringback.store.vault import Vault

SHORTEST_ID = 8
_Column = InstrumentedAttribute[str | None]
SHOWN = 5
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Found:
    """A living candidate; ``formerly`` is the name or id that led here, if it is that of somebody who was merged."""

    candidate: Candidate
    formerly: str | None = None


def find_candidates(session: Session, vault: Vault, wanted: str, *, limit: int = 50) -> list[Candidate]:
    """Return the living candidates that ``wanted`` may mean, most recently changed first; empty if none."""
    return [found.candidate for found in find_people(session, vault, wanted, limit=limit)]


def find_people(session: Session, vault: Vault, wanted: str, *, limit: int = 50) -> list[Found]:
    """Return whom ``wanted`` may mean, most recently changed first, and what led to them.

    Who is meant exactly (:func:`_exactly`) is meant alone. Else a part will do: of a name, in 汉字 or letters, or of its pinyin
    from the start of either name; of an employer or a title; a skill in full.
    """
    text = _clean(wanted)
    if not text:
        return []
    exact = _exactly(session, vault, text, limit)
    if exact:
        return exact
    query = _alive().where(or_(*_has_part(text))).order_by(Candidate.updated_at.desc(), Candidate.candidate_id)
    living = [Found(candidate) for candidate in session.scalars(query.limit(limit))]
    known = {found.candidate.candidate_id for found in living}
    ended = [found for found in _by_former_name(session, text, limit) if found.candidate.candidate_id not in known]
    return [*living, *ended][:limit]


def _clean(wanted: str) -> str:
    """Return what was typed in characters that a database takes, full-width digits as plain ones."""
    text = wanted.encode("utf-8", "replace").decode().replace("\x00", "")
    return text.translate(_PLAIN_DIGITS).strip()


def _exactly(session: Session, vault: Vault, text: str, limit: int) -> list[Found]:
    """Return who is named by a whole id, name, pinyin, phone (its last four digits too), address or record id.

    An id is followed through merges, and so is the name of somebody who was merged.
    """
    followed = _by_id(session, text)
    if followed is not None:
        return [followed]
    query = _alive().where(or_(*_is_exactly(vault, text))).order_by(Candidate.updated_at.desc(), Candidate.candidate_id)
    living = [Found(candidate) for candidate in session.scalars(query.limit(limit))]
    formerly = (
        one for one in _by_former_name(session, text, limit) if one.formerly and one.formerly.lower() == text.lower()
    )
    found: dict[str, Found] = {}
    for one in (*living, *formerly, *_by_record(session, text)):
        found.setdefault(one.candidate.candidate_id, one)
    return list(found.values())


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
    return the_person(session, vault, wanted).candidate


def the_person(session: Session, vault: Vault, wanted: str, *, is_only_shown: bool = False) -> Found:
    """Return the one candidate that ``wanted`` means, and what led there; raises as :func:`the_candidate`.

    A part of a name finds somebody who ``is_only_shown``; nothing is done to anybody on a part.
    """
    text = _clean(wanted)
    found = _exactly(session, vault, text, SHOWN + 1) if text else []
    near = [] if found else find_people(session, vault, text, limit=SHOWN + 1)
    if is_only_shown:
        found = found or near
    if near and not found:
        raise NotFoundError(
            f"Nobody is called exactly {wanted!r}. Near it: {_listed(near)}. Give the whole name, the id or the phone."
        )
    if not found:
        raise NotFoundError(
            f"No candidate fits {wanted!r}. Give the id, the name, the full phone number or its last four digits, the mail,"
            " or the id of a record."
        )
    if len(found) > 1:
        raise AmbiguousError(f"Several candidates fit {wanted!r}: {_listed(found)}. Give the id of the one you mean.")
    return found[0]


def _listed(found: Sequence[Found]) -> str:
    return "; ".join(_shown(one.candidate) for one in found[:SHOWN]) + (" …" if len(found) > SHOWN else "")


def _shown(candidate: Candidate) -> str:
    words = (candidate.candidate_id, candidate.name, candidate.employer, candidate.city)
    return ", ".join(word for word in words if word)


def _alive() -> Select[tuple[Candidate]]:
    return select(Candidate).where(Candidate.merged_into.is_(None))


def _by_id(session: Session, text: str) -> Found | None:
    candidate = session.get(Candidate, text)
    if candidate is None and re.fullmatch(rf"[0-9a-f-]{{{SHORTEST_ID},36}}", text) and not text.isdigit():
        starts = list(session.scalars(select(Candidate).where(Candidate.candidate_id.startswith(text)).limit(2)))
        candidate = starts[0] if len(starts) == 1 else None
    if candidate is None:
        return None
    living = _living(session, candidate)
    if living is None or living is candidate:
        return Found(candidate) if living else None
    has_own_name = candidate.name is not None and candidate.name != living.name
    return Found(living, candidate.name if has_own_name else candidate.candidate_id)


def _living(session: Session, candidate: Candidate) -> Candidate | None:
    """Follow merges to the one who lives on."""
    living: Candidate | None = candidate
    while living is not None and living.merged_into is not None:
        living = session.get(Candidate, living.merged_into)
    return living


def _by_former_name(session: Session, text: str, limit: int) -> Iterator[Found]:
    """Give who is in charge now of those whose name this was before a merge: who merged two may ask for either.

    One of the two leads, and its profile may bear the other's name; so the records that a person joined count too.
    """
    if "@" in text or re.fullmatch(r"\+?[\d\s().-]+", text):
        return
    ended = select(Candidate.candidate_id, Candidate.name).where(
        Candidate.merged_into.is_not(None), or_(*_has_name(Candidate.name, text, Candidate.name_pinyin))
    )
    said_same = select(MatchDecision).where(
        MatchDecision.verdict == DuplicateVerdict.SAME, MatchDecision.revoked_at.is_(None)
    )
    ends = (said_same.with_only_columns(uid) for uid in (MatchDecision.uid_a, MatchDecision.uid_b))
    joined = (
        select(Membership.candidate_id, SourceRecord.name)
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .where(SourceRecord.uid.in_(union(*ends)), or_(*_has_name(SourceRecord.name, text)))
    )
    said: set[str] = set()
    for query in (ended, joined):
        for candidate_id, name in session.execute(query.order_by(query.selected_columns[0]).limit(limit)).tuples():
            candidate = session.get(Candidate, candidate_id)
            living = _living(session, candidate) if candidate else None
            if living is not None and living.candidate_id not in said:
                said.add(living.candidate_id)
                yield Found(living, None if name == living.name else name)


def _by_record(session: Session, text: str) -> list[Found]:
    query = (
        select(Candidate)
        .join(Membership, Membership.candidate_id == Candidate.candidate_id)
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .where(SourceRecord.record_id == text)
    )
    return [Found(candidate) for candidate in session.scalars(query)]


def _has_name(name: _Column, text: str, pinyin: _Column | None = None) -> list[ColumnElement[bool]]:
    part = (
        (name.contains, func.lower(name).contains) if len(text) > 1 else (name.startswith, func.lower(name).startswith)
    )
    read = re.sub(r"[\s'-]", "", text.lower())
    if pinyin is None or not read.isascii() or not read:
        return [part[0](text, autoescape=True), part[1](text.lower(), autoescape=True)]
    return [
        part[0](text, autoescape=True),
        part[1](text.lower(), autoescape=True),
        func.replace(pinyin, " ", "").startswith(read, autoescape=True),
        pinyin.contains(f" {text.lower()}", autoescape=True),
    ]


def _is_exactly(vault: Vault, text: str) -> list[ColumnElement[bool]]:
    digits = re.sub(r"[\s().-]", "", text)
    if re.fullmatch(r"\d{4}", digits):
        return [_has_contact(ContactPoint.tail_blind == vault.blind("phone_tail", digits[-TAIL_DIGITS:]))]
    if re.fullmatch(r"\+?\d{7,15}", digits):
        blinds = [vault.blind(ContactKind.PHONE, number) for number in spellings(digits)]
        return [_has_contact(ContactPoint.blind.in_(blinds))]
    if "@" in text:
        return [_has_contact(ContactPoint.blind == vault.blind(ContactKind.EMAIL, text.lower()))]
    read = re.sub(r"[\s'-]", "", text.lower())
    return [
        Candidate.name == text,  # SQLite lowers ASCII only: Élodie would not be found by her own name
        func.lower(Candidate.name) == text.lower(),
        *([func.replace(Candidate.name_pinyin, " ", "") == read] if read.isascii() and read else []),
        _has_contact(ContactPoint.blind == vault.blind(ContactKind.WECHAT, text)),
    ]


def _has_part(text: str) -> list[ColumnElement[bool]]:
    return [
        *_has_name(Candidate.name, text, Candidate.name_pinyin),
        Candidate.employer.contains(text, autoescape=True) if len(text) > 1 else Candidate.employer == text,
        func.lower(Candidate.title).contains(text.lower(), autoescape=True)
        if len(text) > 1
        else Candidate.title == text,
        Candidate.candidate_id.in_(
            select(CandidateSkill.candidate_id).where(func.lower(CandidateSkill.skill) == text.lower())
        ),
    ]


def _has_contact(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Candidate.candidate_id.in_(select(ContactPoint.candidate_id).where(condition))
