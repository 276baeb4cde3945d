"""What people write around the words of a heading: whose it is, how recent, how telling, a note in brackets."""

from __future__ import annotations

from ringback.readers import patterns as re

_QUALIFIED = re.compile(
    r"(?:(?:most )?(?:recent|relevant|selected|professional|past|previous|prior|current|key|related|main|detailed|latest"
    r"|principales|principaux|dernières|autres|précédentes|diverses|últimas|otras|principais|outras|principali|altre|ultime"
    r"|bisherige|relevante|letzte|ausgewählte|wichtigste|weitere|sonstige|aktuelle|recente|overige|eerdere|vorige) )+"
    r"(?=[^\W\d_]{4})",
    re.IGNORECASE,
)  # Recent Work History
_QUALIFIED_BEHIND = re.compile(
    r"(?<=[a-z])\s+(?:(?:les )?plus |más |mais |più )?(?:récente|pertinente|antérieure|précédente|sélectionnée|significative"
    r"|marquante|principale|actuelle|reciente|relevante|previa|anteriore|destacada|seleccionada|precedent[ei]|recent[ei]"
    r"|significativ[ei]|principali|rilevanti|attual[ei]|pregresse|selecionada|principais|atuais)s?$",
    re.IGNORECASE,
)  # Expériences professionnelles récentes
_LATIN_NOTE = re.compile(
    r"(?<=[a-z])\s*\([A-Za-z](?![^()]*\d{3})[A-Za-z\d &/,+-]{2,24}\)$", re.IGNORECASE
)  # Experience (Work Activities)
_OWN = re.compile(r"(?!MA\b|MI\b)(?:my|mon|ma|mes|meine?|mis?|minhas?|meus?)\s+(?=[^\W\d_]{5})", re.IGNORECASE)


_ENDS_OF_NOTE, _BEGINS_OWN = frozenset(")\n"), frozenset("mM")
_NEWEST = r"(?:the |your )?(?:most recent|latest|newest|last|current|present)"
ORDER_BEHIND = re.compile(
    r"(?<=[a-z])\s*[,:–—-]?\s*\(?(?:(?:in )?(?:reverse[ -]?)?chronological(?: order)?|(?:in )?reverse (?:chronological )?order"
    rf"|(?:with |starting (?:with|from) )?{_NEWEST}(?: (?:job|post|position|one|role|employer))? first"
    rf"|(?:starting|beginning|start|begin) (?:with|from) {_NEWEST}[a-z, ]{{0,64}})\.?\)?\s?:?$",
    re.IGNORECASE,
)  # Present and previous employment (most recent first)


def without_notes(heading: str) -> str:
    """Return a heading without its notes: ``My Education``, ``Expériences récentes``, ``Experience (Work Activities)``."""
    core = _LATIN_NOTE.sub("", heading) if heading[-1:] in _ENDS_OF_NOTE else heading
    is_large = core[:1].isupper()
    core = _QUALIFIED_BEHIND.sub("", core) if is_large else core
    front = (_OWN.match(core) if core[:1] in _BEGINS_OWN else None) or (_QUALIFIED.match(core) if is_large else None)
    return core[front.end() :] if front else core
