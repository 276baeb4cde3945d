"""Professions that a university of Latin America confers as its degree: ``2014 Administrador de Empresas`` / ``UNAD``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import Degree, degrees_in
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
_EDGES = " \t,;:|·•*-–—_()"


def degrees_of_row(folded: str, shown: str | None = None) -> list[Degree]:
    """Return the degrees that a row of education names; a profession that opens it is one where no other word tells."""
    degrees = degrees_in(folded, shown)
    if degrees or not _MAY_BE_PROFESSION.search(folded.lower()):
        return degrees
    profession = _PROFESSION.match(DATES.sub("", folded).strip(_EDGES))
    return [Degree("bachelor", profession.group())] if profession else []
