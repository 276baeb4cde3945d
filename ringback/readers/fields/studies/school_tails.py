"""What stands behind the name of a school without a sign between: words of dates, of marks, of what was studied."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.school_words import LATIN_SCHOOL

_TAIL = re.compile(
    r"(?<=[\w.)\]’'\"])[.,]?\s+(?:"
    r"(?i:(?:school|academic|acad\.?|scholastic|financial) years?|full[- ]time"
    r"|part[- ]time|first class|second class|pass(?:ed|ing)? ?out"
    r"|with (?:an? )?(?:high(?:est)? )?(?:distinctions?|hono(?:u)?rs|merit|minors?|majors?)\b|summa cum|magna cum|cum laude)"
    r"|\d{1,2}(?:\.\d{1,3}\s*(?:%|$|(?=C?GPA))|\s?%)"  # Larch College 72.83
    r"|[AS]\.?Y\.?(?=\s|$)|(?:Session|Batch|Class|Semesters?|Sem|Term)(?=\s*(?:$|of\b|\d|\t|[-–:]))"
    r"|(?:Graduat(?:ed|ion|ing)|Expected|Anticipated|Completed|Pass(?:ed|ing)|Attended|Enrolled|Awarded|Started|Finished|Thesis)\b"
    r"|(?:Speciali[sz]ation|Special(?:i?ty)|Majors?|Minors?|Majoring|Field|Programme?|Subjects?|Fachrichtung|Especialidad(?:e)?|Spécialité)"
    r"(?=\s*(?:[:(–-]|in\b|of\b|$))"
    r"|['’]\d\d(?=\s|$)"  # Larch College '24
    r"|(?:Department|Dept\.?|Faculty) of\b|(?:(?:Weiter|Fort|Aus)bildung|Umschulung|Lehrgang) (?:als|zum|zur)\b"
    r").*$"
)  # Northmoor University (NU) School Year 2013-2014
_AWARDED_IN_FRONT = re.compile(r"^(?:Awarded|Conferred|Issued|Granted|Given|Offered) (?:by|from) (?:the )?(?=[A-Z])")

_OF_ITS_OWN = re.compile(r"\b(University|College|Institute|Academy)['’]s(?= |$)")  # Larch University's MBA


def without_tail(piece: str) -> str:
    """Cut what only a space parts from a school, where its name is whole in front of it."""
    piece = _OF_ITS_OWN.sub(r"\1", _AWARDED_IN_FRONT.sub("", piece))
    tail = _TAIL.search(piece)
    return piece[: tail.start()] if tail and LATIN_SCHOOL.search(piece, 0, tail.start()) else piece
