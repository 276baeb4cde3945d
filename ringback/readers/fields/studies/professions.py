"""Professions that a university of Latin America confers as its degree: ``2014 Administrador de Empresas`` / ``UNAD``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.degrees_by_case import told_in_row
from ringback.readers.fields.studies.school_words import DATES

_KIND = (
    r"(?:Industrial|Civil|Químic[oa]|Mecánic[oa]|Electrónic[oa]|Eléctric[oa]|Ambiental|Agrónom[oa]|Comercial|Informátic[oa]"
    r"|Biomédic[oa]|Electromecánic[oa]|Mecatrónic[oa]|Forestal|Agroindustrial|Metalúrgic[oa]|Catastral|Textil|Naval|Pesquer[oa]"
    r"|(?:de|en) [A-ZÁÉÍÓÚ]\w+)"
)
_PROFESSION = re.compile(
    r"(?:Título(?: profesional)?(?: de)?:? )?"
    rf"(?:Administrador(?:a|\(a\))? (?:de Empresas|Público|Pública|Financier[oa]|Turístic[oa])|Contador(?:a|\(a\))? P[úu]blic[oa]"
    r"|Abogad[oa]|Psicólog[oa]|Economista|Médic[oa](?: [Cc]irujan[oa])?|Odontólog[oa]|Arquitect[oa]"
    r"|Comunicador(?:a|\(a\))? Social|Trabajador(?:a|\(a\))? Social|Enfermer[oa] Profesional"
    r"|Médic[oa] Veterinari[oa]|Químic[oa] Farmacéutic[oa]|Nutricionista"
    rf"|Fisioterapeuta|Fonoaudiólog[oa]|Bacteriólog[oa]|Sociólog[oa]|Profesional en [A-ZÁÉÍÓÚ]\w+|Ingenier[oa] {_KIND})\b",
    re.IGNORECASE,
)
_MAY_BE_PROFESSION = re.compile(  # how each of them begins, in small letters
    r"administrador|contador|abogad|psicólog|economista|médic|odontólog|arquitect|comunicador|trabajador|enfermer|químic"
    r"|nutricionista|fisioterapeuta|fonoaudiólog|bacteriólog|sociólog|profesional en|ingenier"
)
_CYCLE = re.compile(r"\b(1st|2nd|3rd) (?:degree|cycle)\b", re.IGNORECASE)
_CYCLES = {"1": "bachelor", "2": "master", "3": "doctor"}
_OF_UNIVERSITY = re.compile(r"\b(?:Univer[sz]i|Facult|Akadem|Politech)", re.IGNORECASE)  # no belt, no burn
_MATRICULATED = re.compile(
    r"\W*(?:I )?[Mm]atriculated\b(?!.*\b(?:Universi|College|Facult|Institut))"
    r"(?=.*\b(?i:school|high|hoërskool|academy|(?:19|20)\d\d)\b)"
)  # from a school; at a university it is another word for enrolled
_EDGES = " \t,;:|·•*-–—_()"


def degrees_of_row(folded: str, shown: str | None = None) -> list[Degree]:
    """Return the degrees that a row of education names; a profession that opens it is one where no other word tells.

    ``University, Faculty of Tides, 3rd degree`` counts as those do that have three cycles.
    """
    degrees = [*degrees_in(folded, shown), *(Degree(level, word) for level, word in told_in_row(folded))]
    if not degrees and (cycle := _CYCLE.search(folded)) and _OF_UNIVERSITY.search(folded):
        return [Degree(_CYCLES[cycle.group(1)[0].lower()], cycle.group())]
    if not degrees and _MATRICULATED.match(folded):
        return [Degree("high_school", "Matriculated")]
    if degrees or not _MAY_BE_PROFESSION.search(folded.lower()):
        return degrees
    profession = _PROFESSION.match(DATES.sub("", folded).strip(_EDGES))
    return [Degree("bachelor", profession.group())] if profession else []
