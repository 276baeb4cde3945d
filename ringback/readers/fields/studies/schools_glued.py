"""Schools of a section of education that a line hides: glued to what follows, behind a small word, or two letters in brackets."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.school_words import DATES, SPLIT, SUBJECT
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_unnamed import may_be_school
from ringback.readers.fields.wordlists import places_after_comma
from ringback.readers.normalise import fold

MAX_CHARS = 120
_KIND = r"(?:University|College|Institute|School|Academy|Polytechnic)"
_GLUED = re.compile(rf"(?<=[a-zA-Z.] )({_KIND})(?=[A-Z][a-z]{{3}})")  # Larch CollegeComputer Studies
_BEHIND_SMALL = re.compile(
    rf"^\W*(?!.*\b(?:teach\w*|taught|work\w*|volunteer\w*|intern\w*|speaker|judge|abroad"
    r"|exchange|visit\w*)\b)[^,;:\t]{4,50}? (?:in|at) (?:the )?"
    rf"((?:[A-Z][\w.'’&-]+ ){{1,4}}{_KIND})\b(?=\s*(?:$|[,.;(\t]|[-–]))",
    re.IGNORECASE,
)  # Kitchen chef in Larchon School
_INITIALS_AT = re.compile(
    r"^\W*(?:[A-Z][\w&/-]+ ?(?:of |and |in |& )?){1,6} ?(?:at|@|from) (?:the )?([A-Z]{2,7}(?:-[A-Z]{2,5})?)(?: ([A-Z][a-zà-ÿ]+))?"
    r"\W*$"
)  # Shoe Designer at LKD Millmoor
_CENTRE = re.compile(
    r"(?:[A-Z][\w.'’&-]+ (?:and |& |of )?){1,6}(?:(?:Training|Education|Learning|Technical|Technology|Skills?|Vocational)"
    r" Cent(?:re|er)"
    r"|Sixth Form)"
)  # Larch Vocational Training Centre
_GIVES_NO_DEGREE = re.compile(
    r"\b(?:certif\w*|course\w*|train\w*|workshop|intern\w*|bootcamp|online|award\w*|member\w*|volunteer\w*|fellow\w*|work\w*|scholar\w*"
    r"|teach\w*|tutor|licen[cs]e\w*|engineer|developer|manager|officer|assistant)\b",
    re.IGNORECASE,
)
_TWO_LETTERS = re.compile(
    r"\s[-–—|] \(([A-Z]{2,7})\)(?=\s*(?:$|,\s*([A-Z][\w ]+)$|\s*\t|\s*\(?(?:19|20)\d\d| of ([A-Z]\w+)))"
)


def school_glued(shown: str) -> str | None:
    """Return the school of a line of education that no other rule finds."""
    if len(shown) > MAX_CHARS:
        return None
    if _GLUED.search(shown):
        apart = _GLUED.sub(r"\1\t", shown)
        return school_in(fold(apart), apart)
    if behind := _BEHIND_SMALL.match(shown):
        name = school_in(fold(behind.group(1)), behind.group(1))
        is_of_subject = name is not None and all(SUBJECT.fullmatch(word) for word in name.split()[:-1])
        return name if name and not is_of_subject and not degrees_in(fold(name)) else None
    for piece in SPLIT.split(DATES.sub("\t", shown)):
        if centre := _CENTRE.fullmatch(piece.strip(" *-•.|()")):
            return centre.group()
    at = _INITIALS_AT.match(shown) if not _GIVES_NO_DEGREE.search(shown) else None
    if at and may_be_school_in_short(at.group(1)) and (at.group(2) is None or is_town(at.group(2))):
        return f"{at.group(1)} {at.group(2)}" if at.group(2) else at.group(1)
    return None


def school_in_brackets(shown: str) -> str | None:
    """Return the letters alone in brackets behind a degree, as of a university: ``PhD in Tides — (LU), Larchland``."""
    letters = _TWO_LETTERS.search(shown)
    if letters is None or not degrees_in(fold(shown[: letters.start()])):
        return None
    country = letters.group(2)
    is_place = country is None or is_town(country) or country.lower() in places_after_comma()
    return letters.group(1) if is_place and may_be_school_in_short(letters.group(1)) else None


def may_be_school_in_short(letters: str) -> bool:
    """Tell initials that may be those of a school; two of them as well."""
    return may_be_school(letters if len(letters) > 2 else f"{letters}X")
