"""Jobs told in a sentence: ``Currently working as a QA Engineer in Zentrix Technologies``, 2019年起在青禾教育担任教务主管."""

from __future__ import annotations

import re

from ringback.readers.fields.found import Found
from ringback.readers.fields.job_atoms import bare
from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.titles import employer_score, split_employer_title, title_score
from ringback.readers.normalise import fold

Halves = tuple[Found[str] | None, Found[str] | None]
"""Title and employer."""

_WORKS_AS = re.compile(
    r"\b(?:work(?:ing|ed|s)?|employed|serving|engaged)\s+(?:\w+\s+)?as\s+(?:an?\s+|the\s+)?(.{3,50}?)\s+(?:in|at|with|for)\s+"
    r"(.{2,60}?)(?=\s+(?:from|since)\b|[.;(\t]|$)",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"\bI(?:'m| am)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?([A-Za-z][\w /&-]{3,50}?)\s+"
    r"(?:in|at|with|for)\s+([A-Z].{1,60}?)"
    r"(?=\s+(?:from|since|and|where)\b|[.;(,\t]|$)"
)
_EMPLOYED_AS = re.compile(
    r"^(?:.{0,60}?\b(?:work(?:ing|ed|s)?|associated|employed|serving|served)\s+(?:with|at|for|in)\s+)?([A-Z].{1,70}?)\s+as\s+"
    r"(?:an?\s+|the\s+)?(.{3,60}?)(?=\s*(?:\b(?:from|since|till|until)\b|[.;(\t]|$))"
)
_HAN_END = r"(?=[,，。;；、\s]|$)"
_HAN_WORKS = re.compile(
    r"(?:(?:就职|任职|供职|入职|效力|服务|受聘)于|(?:加入|加盟)了?|(?:一直|目前|现)?在|(?:^|\s)(?=\S{2,40}(?:担任|出任)))\s*(?P<firm>[^,，。;；\s]{2,40}?)\s*[,，]?\s*"
    r"(?:工作\s*[,，]?\s*|上班\s*[,，]?\s*)?(?:现|先后)?(?:担任|出任|历任|任职?(?!公司)|从事)(?:了|的是)?\s*(?:职务|岗位|职位)?[为:：]?\s*(?P<title>[^,，。;；、\s(（]{2,24}?(?:[(（][^()（）]{2,12}[)）])?)"
    rf"(?:一职|职务|岗位|职位|工作)?{_HAN_END}"
)
_HAN_AS = re.compile(rf"^\s*(?:现|先后)?(?:担任|任)\s*(?P<whole>[^,，。;；\s]{{4,48}}?)(?:一职|职务)?{_HAN_END}")


def job_of_sentence(line: str) -> Halves | None:
    """Return title and employer of a sentence about a job, or None when the line is none."""
    plain = without_periods(line, fold(line)).strip(" \t:·•-*")
    if re.search("[\u4e00-\u9fff]", plain):
        return _of_han(plain, line)
    return _of_latin(line, plain)


def _of_latin(line: str, plain: str) -> Halves | None:
    match = _WORKS_AS.search(line)
    if match and title_score(match.group(1)) > 0:
        title, employer = match.groups()
    else:
        match = _I_AM.search(line)
        if match and title_score(match.group(1)) > 0:
            return Found(bare(match.group(1)), "pattern", 0.8, line), Found(bare(match.group(2)), "pattern", 0.8, line)
        match = _EMPLOYED_AS.match(plain)
        if match is None or title_score(match.group(2)) < 0.8:  # noqa: PLR2004
            return None
        employer, title = match.groups()
    employer = bare(re.split(r",\s(?!(?:Inc|Ltd|LLC|Co)\b)|\s[-–]\s", employer)[0])
    return Found(bare(title), "pattern", 0.8, line), Found(employer, "pattern", 0.8, line)


def _of_han(plain: str, line: str) -> Halves | None:
    match = _HAN_WORKS.search(plain)
    if match and (title_score(match.group("title")) > 0 or employer_score(match.group("firm")) > 0):
        firm = match.group("firm")
        return Found(match.group("title"), "pattern", 0.8, line), Found(firm, "pattern", 0.8, line)
    match = _HAN_AS.match(plain)
    seam = split_employer_title(match.group("whole")) if match else None
    if seam:
        return Found(seam[1], "pattern", 0.8, line), Found(seam[0], "pattern", 0.8, line)
    return None
