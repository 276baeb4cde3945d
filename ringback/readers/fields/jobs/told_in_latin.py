"""Sentences in English that tell a post and a house: ``I currently work as a nurse at …``, ``Worked with … as … from …``."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.former import OF_OWN, with_former_blank
from ringback.readers.fields.jobs.han_sentences import Told
from ringback.readers.fields.jobs.marks import bare
from ringback.readers.fields.jobs.titles import employer_score, title_score

MAX_LARGE_WORDS = 4
MIN_HOUSE = 0.6
MIN_BROKEN = 60  # shorter lines are broken by no margin
_ITEM_NUMBER = re.compile(
    r"\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]|\b(?:currently|presently|now|at present)\b", re.IGNORECASE
)
_STOP = r"(?:(?<!\bSt)(?<!\bMt)\.|[,;(\t])"  # but St. Larch's Hospital
_WORKS_AS = re.compile(
    r"\b(?:work(?:ing|ed|s)?|employed|serving|served|serves?|engaged|experience)\s+(?:\w+\s+)?"
    r"(?:as|in the (?:position|role|capacity|post) of)\s+(?:an?\s+"
    r"|the\s+)?(?P<title>(?=\S).{3,60}?)\s+"
    r"(?:in|at|with|for)\s+(?-i:the\s+(?=[A-Z]))?(?P<firm>(?=\S).{2,60}?)(?=\s+(?:from|since|in|where|(?-i:to [a-z]+))\b"
    rf"|{_STOP}(?!\s?(?:(?:Ltd|Limited|LLC|LLP|Inc|Corp)\b|(?:Pvt|P|Pte|Private|Pty)\.?\)))|$)",
    re.IGNORECASE,
)
_GOES_ON = (  # what is done there
    "working|advised|supervised|mentored|studying|under|focus(?:ing|ed)|speciali[sz]ing|who|to [a-z]+"
)
_LED_BY = (  # working with Professor Velding, advised by Mara Velding
    r"(?:(?:(?:co-)?(?:advised|supervised|mentored)\s+by|working\s+(?:with|under|for)\s+(?:Prof(?:essor)?|Dr)\b\.?)\s+"
    r"(?:(?:Prof(?:essor)?|Dr)\b\.?\s+)?[A-Z][\w'.-]*(?:\s(?:and\s)?[A-Z][\w'.-]*){0,5}\s+)?"
)
_I_AM = re.compile(
    r"\bI(?:'m| am| was|'ve been| have been)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?),?\s+"
    + _LED_BY
    + r"(?:(?:currently\s+|presently\s+|now\s+)?(?:working|employed|based|interning|serving|practi[sc]ing|volunteering"
    r"|engaged)\s+)?"
    r"(?:in|at|at the|with|for)\s+(?P<firm>(?!(?:Prof(?:essor)?|Dr)\b)[A-Z].{1,60}?)"
    r"(?=\s+(?:from|since|and|where|in|for|as|" + _GOES_ON + rf")\b|{_STOP}|$)"
)
_I_AM_CALLED = re.compile(
    r"\b(?:I(?:'m| am)|[Mm]y name is)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'.-]*){0,3},\s+(?:and\s+I(?:'m| am)\s+)?(?:currently\s+)?an?\s+"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+(?:working\s+)?(?:at|with|for)\s+"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in|based|" + _GOES_ON + rf")\b|{_STOP}|$)"
)
_FIRM_AS_TITLE = (
    r"(?P<firm>[A-Z][^\t]{1,60}?)\s+as\s+(?:an?\s+|the\s+)?(?P<title>.{3,60}?)"
    r"(?=\s*(?:\b(?:from|since|till|until|and)\b|[.,;(\t]|$))"
)
_EMPLOYED_AS = re.compile(
    r"\b(?i:work(?:ing|ed|s)?|associated|employed|serving|served|been|experience)\s+(?:with|at|for|in|by)\s+"
    r"(?:the\s+)?" + _FIRM_AS_TITLE
)
_AS_ALONE = re.compile(r"^" + _FIRM_AS_TITLE)
_KIND_AS = re.compile(  # Professional internship as a legal assistant at Northwind Bank
    r"^\W{0,3}(?:[A-Z][a-z-]+ ){0,2}(?i:internship|placement|apprenticeship|traineeship|attachment|secondment|contract"
    r"|employment)"
    r"\s+as\s+(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{2,50}?)\s+(?:at|with|in)\s+(?:the\s+(?=[A-Z]))?"
    rf"(?P<firm>[A-Z].{{1,60}}?)(?=\s+(?:from|since|and|where|in|for)\b|{_STOP}|$)"
)
_JOINED_AS = re.compile(
    r"\b(?:join(?:ed|ing)?|(?:moved|transferred|promoted|appointed|switched) to)\s+(?:the\s+)?"
    r"(?P<firm>[A-Z].{1,60}?)(?:\s+(?:in|on)\s+[\w ]{0,12}\d{4})?\s+as\s+(?:an?\s+|the\s+)?"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?)(?=\s+(?:in|and|from|where)\b|[.,;]|$)"
)
_TOOK_JOB = re.compile(  # she accepted a job at Northwind Eatery in Lindale as a cook
    r"\b(?i:accepted|took(?: up| on)?|got|landed|found|started|began|secured|obtained|assumed|held)\s+"
    r"(?:(?:an?|the|my|his|her|their)\s+)?(?:[a-z-]+\s+){0,2}(?:job|position|role|post|work|working)\s+(?:at|with)\s+(?:the\s+)?"
    r"(?P<firm>[A-Z][^.;\t]{1,60}?)(?:,? (?:in|on)\s+[\w ,]{0,30}?)?,?\s+as\s+(?:an?\s+|the\s+)?"
    r"(?P<title>[A-Za-z][\w /&-]{2,50}?)(?=\s+(?:in|and|from|where|for|until|at)\b|[.,;]|$)"
)
_CALLED_AT_TODAY = re.compile(  # Data journalist, currently at Northwind
    r"(?:^|[.!?]\s+)(?:an?\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?),?\s+(?:currently|presently|now)\s+"
    r"(?:(?:working|based|employed|serving)\s+)?(?:at|@|with|for)\s+(?:the\s+(?=[A-Z]))?"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in|based|" + _GOES_ON + rf")\b|{_STOP}|$)"
)
_I_AM_IN = re.compile(
    r"\bI(?:'m| am)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+"
    r"(?:in|of|for|on|within)\s+"
    r"(?:the\s+)?(?:(?:Prof|Dr)\.\s+)?[\w &,'’-]{3,80}?\s+at\s+(?:the\s+)?(?P<firm>[A-Z].{1,60}?)"
    r"(?=\s+(?:from|since|and|where|in|" + _GOES_ON + rf")\b|{_STOP}|$)"
)  # I am an Assistant Professor in the Tides group at the University of Basel
_IS_ONE = re.compile(
    r"(?:^|[.!?]\s+|\b[Cc]urrently,?\s+|\b[Ss]ince (?:\w+ )?\d{4},? )(?:[Ss]he|[Hh]e|[Tt]hey"
    r"|(?:Dr\.?\s)?[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*){1,3})\s+(?:is|are|has been|have been)\s+"
    r"(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,60}?)\s+(?:at|with)\s+(?:the\s+)?"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in|based|" + _GOES_ON + rf")\b|{_STOP}|$)"
)  # Mara Velding is a transcriber at Northwind
_AS_ONE = re.compile(
    r"(?:^|[.!?]\s+)(?:As|In my (?:(?:current|present) )?(?:role|position|post|job) as)"
    r"\s+(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+"
    r"(?:at|of|for|with)\s+(?:the\s+)?(?P<firm>[A-Z][^,.;]{1,60}),\s+I\s+(?!\w+ed\b|led\b|was\b|had\b)"
)  # As the Marketing Director of Northwind, I lead a team
_I_AM_OF = re.compile(
    r"\bI(?:'m| am| was)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+of\s+"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in)\b|[.;(,\t]|$)"
)
_EMPLOYS_ME = re.compile(
    r"(?:^|[.!?;]\s+)(?P<firm>[A-Z][^\t.;]{1,60}?)\s+(?:currently\s+|now\s+)?(?:employs|has employed|hired) me\s+as\s+"
    r"(?:an?\s+|the\s+|its\s+)?"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?)(?=\s+(?:in|and|from|since|where|for)\b|[.,;]|$)"
)
_HELD_SINCE, _HELD_OF_SINCE = (  # Head of Nursing at Fern Hospital since 2020, Chief Nurse of Fern Hospital since 2020
    re.compile(
        rf"(?:^|[.!?;]\s+)(?P<title>[A-Z][\w /&-]{{3,50}}?),?\s+{at}\s+(?:the\s+)?"
        r"(?P<firm>[A-Z][^.;\t(]{1,60}?),?\s+(?=since (?:[A-Z][a-z]+\.? )?(?:19|20)\d\d\b)"
    )
    for at in ("(?:at|with|for)", "of")
)
KNOWS = re.compile(  # a programmer familiar with C++: what somebody knows, and no house
    r"\b(?:familiar|experienced|proficient|skilled|fluent|comfortable|acquainted|versed|competent|conversant|passionate|interested"
    r"|speciali[sz](?:ed|ing|e)|degree|graduate|experience|background|knowledge|love|passion|interest|dealing)$"
    r"|^(?:(?:also|mainly|solely|fully|mostly) )?(?:responsible|in charge|accountable)\b"
    r"|^(?:real |true |technical |recogni[sz]ed )?(?:expert|specialist|professional)$",  # I'm an expert in Python
    re.IGNORECASE,
)
_FOR_YEARS = re.compile(
    r"\s+for (?:(?:about|over|nearly|almost|around|more than|the (?:past|last)|a period of) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few)\+?"
    r" (?:good )?(?:years?|months?|yrs?|weeks?)\b.*$"
)  # with Northwind Bank for two years
_TIME_AT = re.compile(
    r"^(?:(?:Industrial|Field|Clinical|Teaching|Student|Summer|Professional|Work|Voluntary|Full[- ]time|Part[- ]time) )?"
    r"(?:[Aa]ttachment|[Ii]nternship|[Pp]lacement|[Tt]raining|[Pp]ractice|[Pp]racticum|[Ee]xperience|[Ee]mployment"
    r"|[Ss]ervice|[Jj]ob)"
    r" (?:at|with|in) (?:the )?(?=[A-Z])"
)  # Attachment at Northwind Hospital
_OWNS = re.compile(rf"\b(?:is|are|am|[Aa]s|I'm)\s+(?:(?:currently|presently|now|also)\s+)?{OF_OWN}")
_PART_OF_HOUSE = re.compile(
    r"(?:the )?(?:department|school|faculty|division|institute|cent(?:er|re)|unit) (?:of|for) ", re.IGNORECASE
)
_HOUSE_BEHIND = re.compile(r"(?:,| at| of) (?:the )?([A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|and|for))*+)")
_NEXT_SENTENCE = re.compile(r"[a-z]{3}[.!?;]\s")
_JOINT = re.compile(r"\b(?:in|for) (?:the )?$")
_CLAUSE = re.compile(r"\b(?:I|have|been|was|am|Since|From)\b")
_LTD_COMMA = re.compile(r",\s(?!(?:Inc|Ltd|LLC|Co)\b)|\s[-–]\s")
_SAID_ABOVE = re.compile(
    r"\b(?:in|at|with|for|of) (?:this|that|the(?: same| above)?|said)"
    r" (?:company|firm|organi[sz]ation|institution|agency|office)\b(?! of\b)"
)


def told_in_latin(text: str) -> Iterator[Told]:
    """Yield the posts at houses that a text tells, by the kind of sentence."""
    text = with_former_blank(text)
    told: set[int] = set()  # the first pattern that fits tells most
    for pattern, least in (
        (_WORKS_AS, 0.1),
        (_OWNS, 0.1),
        (_I_AM_IN, 1.0),
        (_I_AM, 0.1),
        (_I_AM_OF, 1.0),
        (_IS_ONE, 1.0),
        (_AS_ONE, 1.0),
        (_EMPLOYS_ME, 0.1),
        (_HELD_SINCE, 0.8),
        (_HELD_OF_SINCE, 0.8),
        (_I_AM_CALLED, 0.8),
        (_JOINED_AS, 0.1),
        (_TOOK_JOB, 0.8),
        (_CALLED_AT_TODAY, 1.0),
        (_EMPLOYED_AS, 0.8),
        (_KIND_AS, 0.8),
        (_AS_ALONE, 0.8),
    ):
        for match in pattern.finditer(text):
            title = bare(match.group("title"))
            if match.start() in told or _NEXT_SENTENCE.search(title) or KNOWS.search(title) or _is_broken_off(match):
                continue
            if _SAID_ABOVE.search(match.group()):
                continue  # working as a designer in this company: its name stands above
            if _FOR_YEARS.match(f" for {match.group('firm')}"):
                continue  # I have worked as a cook for about five years
            is_told = title_score(title) >= least or (pattern is _WORKS_AS and _is_said_large(match))
            if is_told and not _CLAUSE.search(match.group("firm")):
                told.add(match.start())
                firm = _FOR_YEARS.sub("", _TIME_AT.sub("", _LTD_COMMA.split(match.group("firm"))[0])).removesuffix(
                    " for"
                )
                yield Told(match.start(), match.end(), title, _whole_house(bare(firm), text[match.end("firm") :]))


def _is_broken_off(match: re.Match[str]) -> bool:
    """Tell words behind *in* and *for* that the margin parts from the rest: ``I have been a leader in Tidal`` / ``Research``."""
    text, firm = match.string, match.group("firm")
    is_last = len(text) >= MIN_BROKEN and match.end("firm") == len(text.rstrip())
    return is_last and _JOINT.search(text[: match.start("firm")]) is not None and not employer_score(firm)


def _whole_house(firm: str, behind: str) -> str:
    """Return the house behind one of its parts: ``in the Department of Geography, Northmoor University``."""
    whole = _HOUSE_BEHIND.match(behind) if _PART_OF_HOUSE.match(firm) else None
    name = bare(whole.group(1)) if whole else ""
    return name if employer_score(name) >= MIN_HOUSE else firm


def _is_said_large(match: re.Match[str]) -> bool:
    """Tell a post that no word gives away, where its sentence begins with it and writes it large: ``Working as PGT in …``."""
    title, firm = match.group("title"), match.group("firm")
    is_first = not any(map(str.isalnum, _ITEM_NUMBER.sub("", match.string[: match.start()])))
    return is_first and title[0].isupper() and firm[0].isupper() and len(title.split()) <= MAX_LARGE_WORDS
