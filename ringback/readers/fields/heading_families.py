"""Headings that careless hands write: any row of the words for studies, experience misspelt, jobs that bear numbers."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table

MAX_WORDS = 6
_OF_STUDIES = re.compile(
    r"(?:(?:my|basic|formal|general|brief|summary of|details of|other|highest) )?"
    r"(?:educations?|educational|academics?|scholastics?|stud(?:y|ies)|(?:basic |technical |professional )?qualifications?)"
    r"(?: (?:and |& )?(?:educations?|educational|academics?|qualifications?|details?|profiles?|summary|records?|status"
    r"|career|chronicles?"
    r"|credentials?|background|history|information|info|attainments?|pursuits?|performance|projections?|particulars|scan"
    r"|snapshot))*"
    r"(?: \(s\))?",
    re.IGNORECASE,
)
_SLIPS = re.compile(
    r"\b(?:ex(?:p[aei]{1,2}r[aei]{1,3}n[cs]es?|pr[aei]{1,3}n[cs]es?|per[aei]{1,3}n?[cs]es?|p(?=\.?$))|exerience)\b"
    r"|(?<=\w)experience",
    re.IGNORECASE,
)
_SLIPS_OF_STUDIES = re.compile(
    r"\b(?:eductation|eduction|educaton|educaiton|educatoin|edcuation|eduacation|eductaion|edication|edukation|eduation|educatin"
    r"|educaion|aducation|educcation|educattion|eudcation|educatuon|educatiion|edducation|eduaction|educaation)(?=al\b|\b)",
    re.IGNORECASE,
)
_SLIPS_OF_INTERNS = re.compile(r"\bint(?:en|er|ren|ern|rn)s?h?[iae]?ps?\b", re.IGNORECASE)  # Intenships, Internshps
_OF_JOBS = re.compile(
    r"(?:employment (?:chronicle|recital|scan|contour)|(?:professional|career|occupational) (?:contour|graph|chronicle"
    r"|journey|progression)"
    r"|(?:details of|local|abroad|total|gulf|overseas|indian?|uae|ksa) (?:\w+ )?experience|experience (?:in"
    r"|at) (?:the )?(?:gulf|uae|ksa|abroad|india)"
    r"|in-?plant training|(?:industrial|corporate) exposure)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s?(?:[-–#(]|no\.?)?\s?\d{1,2}\)?$", re.IGNORECASE)


def section_of_family(bare: str) -> str | None:
    """Read ``Scholastic Details``, ``Work Experiance``, ``Employment History 02``; who writes a heading begins it large."""
    line = bare.strip(" :.-–")
    if not line[:1].isupper() or len(line.split()) > MAX_WORDS:
        return None
    mended = _SLIPS_OF_STUDIES.sub("Education", line)
    if mended != line and section_table().get("".join(filter(str.isalpha, mended.lower()))) == "education":
        return "education"
    if _OF_STUDIES.fullmatch(mended) and (" " in line or line.isupper() or line.lower() == "educations"):
        return "education"
    if _OF_JOBS.fullmatch(line):
        return "experience"
    plain = _NUMBERED.sub("", _SLIPS_OF_INTERNS.sub("internship", _SLIPS.sub("experience", line)))
    if plain == line:
        return None
    kind = section_table().get("".join(filter(str.isalpha, plain.lower())))
    return kind if kind == "experience" else None
