"""A line of a job: how long its header is, what is left of it without dates and links, whether it names a post."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.deeds import DEED
from ringback.readers.fields.jobs.lead_words import end_of_lead
from ringback.readers.fields.jobs.running_text import MAX_HEADER_CHARS
from ringback.readers.fields.jobs.seams import at_title_noun
from ringback.readers.fields.jobs.sentences import Halves, job_of_sentence
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import dates_end, is_date_alone, without_dates, without_periods
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_ENTRY_CHARS = 150  # of a line with a period
MAX_DATED_CHARS = 220  # of one that begins with it
MAX_DATES_CHARS, MAX_BAR_CHARS = 40, 60
MIN_CELLS, MAX_FIRST_WORDS = 2, 4
_LETTERS_FIRST = re.compile(r"\W*(?!(?:since|from|depuis|seit|desde|dal|sinds)\b)[a-z]+(?:\s+[a-z]+){2}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s|(?<=\d{4})\.\s(?=[A-Z])")
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\. (?!\d)"
)  # Apr. 2016, Prof. Velding
_POST_AND_STORY = re.compile(
    r"(?=.{9})(?!.*\b(?:19|20)\d{2}\b)([A-Z][^.,;:()\d\t|]{3,45}"
    r"|[A-Z][^.,;:()\d\t|]{3,40} (?:at|with|in) (?:the )?[A-Z][^.;:\d\t|]{2,60})\.\s+(?=[A-Z][a-z]*\s+[a-z]+\s)"
)  # Attorney at Law. My work was …; Tide Engineer at the Larch Trust (formerly Fern). Built gates and
_TOLD_BEHIND_DATES = re.compile(  # Clerk, Larchwell (2019 - 2021). Kept the books
    r"^(\s*[A-Z][^\t]{2,60}, [^\t]{2,80}\t+)\)?\.\s+[A-Z][\w'’-]* [a-z].*$"
)
_DUTIES_BEHIND_DATES = re.compile(  # Cook, Larchwell – Lindale – 2019 - 2021: Led a brigade of five
    r"^(\s*[A-Z][^\t:]{8,140}\t+) ?: [A-Z][a-z]+ (?!(?:of|for|and|at|in|de|to|with)\b)[a-z][^\t:]{12,}$"
)
_KIND_OF_JOB = re.compile(  # Permanent job in Larchwell, Lindale
    r"\W{0,3}(?:Permanent|Temporary|Full[- ]time|Part[- ]time|Summer|Student|Seasonal|Casual) job"
    r"(?: of \d{1,2} (?:weeks?|months?|years?))? (?:in|at|with|for) (?=[A-Z])"
)
_AS = re.compile(r"as (?:an? |the )?(?=[A-Z])")
_POST_UNTIL = re.compile(r"\([A-Z][^()]{3,60}? (?:up )?until\b[^()]{0,24}\)")  # Clerk (Trainee until 2018)
_AT_HOUSE = re.compile(r" (?:at|with|in) ")
_FROM = re.compile(
    r"^\W{0,3}(?:da|dal|de|du|del|depuis|from|von|vom|desde|van|between|entre|zwischen)\s{0,3}(?=\t)", re.IGNORECASE
)  # Da marzo 2013 a agosto 2018
_BEHIND_DATES = re.compile(r"[ \t]{4,}, ?(?=[A-Z])")
_CLOSES = re.compile(r"\s?[)\]]?\s?:\s")  # Larch Games, Engineer (2023 - Present): built the
_FIRST_PIECE = re.compile(r",| at | - |\t")
_POST_OF_ITEM = re.compile(r",| \(| at | - |\t")
_TELLS = ("在", "于", "就职", "任职", "入职", "加入", "担任")
_TELLS_WHERE = re.compile(
    "(?:就职|任职|供职|效力|服务|受聘)于|加入|入职|[,，\\s]在[^,，]{3,20}公司|在[^,，]{3,30}(?:工作|上班|任职|实习)[,，]"
)
_ITEM = re.compile(r"\s*(?:[*•·‣▪●○◦■▶➢>–—-]|\(?(?:\d{1,2}|[ivx]{1,4})[.)])\s*\S")
MIN_OPEN = 24  # shorter lines are broken by no margin
MAX_SENTENCE_LINES = 3
_OF_ONESELF = re.compile(
    r"^[\W\d]*(?:(?:present|now|current)[\W\d]*)?I(?:['’]m| am| work| have been| serve|(?:['’]ve| have) (?:work|serv|taught)"
    r"| worked| served)\w*\b"
    r"|^\W*(?:(?:currently|presently|now|at present),? )?(?:working|worked|employed|serving|served) (?:as|with|in|at|for)\b"
    r"|^\W*(?:from|since|between|until|in) [^.;:]{4,48}? I (?:was|am|have|worked|served|taught|ran)\b"
    r"|^\W*(?:I have |I['’]ve |having )?(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\+? (?:years?"
    r"|months?)['’]? (?:of )?(?:\w+ ){0,2}experience (?:as|in)\b",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"(?<=\w) (?:to|for) (?:the )?(?:(?:Chief|Presiding|Senior|Magistrate|District|Circuit|Associate|Bankruptcy|Federal) )*"
    r"(?:Hon(?:ou?rable)?\b\.?|Judge|Justice)(?: (?:(?:Chief|Senior|Magistrate) )?(?:Judge|Justice))? [A-Z][^,;|()\t–—]*"
)  # Law Clerk to the Honorable Mara T. Quill
_SERVED_PROFESSOR = re.compile(
    r"(?<=\w) (?:to|for|with|under) (?:Prof(?:essor|s)?)\b\.?(?: Dr\b\.?)? [A-Z][\w.'’-]*(?: (?:and )?[A-Z][\w.'’-]*){0,5}"
    r"(?=\s*(?:$|[,;|(\t–—]))"
)  # Research Assistant to Prof. Mara Velding
_UNDER = re.compile(  # Fern Hospital under Mr Velding, Consultant Surgeon
    r"(?<=[\w)]),? under (?:(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?)\b\.? ){1,2}[A-Z][^\t|;()–—]*"
)
_NOW_CLOSED = re.compile(  # Line Cook (Velding Grill, Present) - Kept the grill. - Fed
    r"[^()]{3,60}\([^()]{3,80}, ?(?:present|current(?:ly)?|ongoing|now)\)(?=\s?[-:])", re.IGNORECASE
)
_NOW_IN_BRACKETS = re.compile(  # Line Cook (Velding Grill, Present)
    r",\s*(?:present|current(?:ly)?|ongoing|now|to date)\s*(?=\)\W*$)", re.IGNORECASE
)
_LED_IN_BRACKETS = re.compile(  # Postdoctoral Scholar (Advisor: Mara Velding)
    r"\((?:co-?)?(?:advis[oe]rs?|supervisors?|mentors?|pis?|principal investigators?|instructors?|hosts?)\s?: ?[^()]{3,80}\)",
    re.IGNORECASE,
)
_LED_BEHIND = re.compile(  # Tide Analyst II. Adviser: Prof. Mara Velding
    r"(?<=\w)(?:[.,;]|\s[-–—|])\s+(?:(?:co-|main |thesis )?(?:advis[oe]rs?|supervisors?|mentors?)"
    r"|(?:co-)?pis?|principal investigators?)\s?:\s?(?=\S)[^\t|,;(]{3,80}",
    re.IGNORECASE,
)
_OPEN_BY_DATES = re.compile(r"(([(\[])(?=[^()\[\]\t]{2,60}\t)[^()\[\]\t]*[\w.])[ ,;:–-]*\t(\t*\s*)$")
_DATES_IN_BRACKET = re.compile(r"(\([^()\t]{0,60}[\w.])([ ,;:–-]*\t+)\)")  # Northwind (Lindale, 2019 - now)
_CLOSING = {"(": ")", "[": "]"}  # Clerk (Northwind, 2019 - now): the bracket closes with the dates
_STATE_OF_DATES = re.compile(  # Feb 2025 - July 2025 (planned): Trainee
    r"^\s*\((?:planned|expected|ongoing|upcoming|current|tentative|in progress)\)\s*:?", re.IGNORECASE
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:d[aei]|van|von|[A-ZÀ-Þ][\w.'’-]*)){1,3}"
_ASSISTS = re.compile(  # Research Assistant for Mara Velding (Fern) and Ana Moor. Tides of the coast
    r"(\b(?:[Rr]esearch|[Tt]eaching|[Gg]raduate|[Dd]octoral) (?:Assistant|Fellow|Associate|Professional|Intern))"
    rf"( for ({_NAME})(?: ?\([^()]{{2,40}}\))?(?:,? (?:and |& )?{_NAME}(?: ?\([^()]{{2,40}}\))?){{0,3}})"
    r"(?=\s*(?:$|[.,;\t]))(\.[^\t]*)?"
)
_FOR_ONE_OF_RANK = re.compile(  # Lab Technician for Dr. Mara Velding (Fern). Tides of the coast
    rf"(?<=\w)()( for ((?:Professors?|Prof\.?|Drs?\.?|Judges?) {_NAME}(?: ?\([^()]{{2,40}}\))?"
    rf"(?:,? (?:and |& ){_NAME}(?: ?\([^()]{{2,40}}\))?)?))(?=\s*(?:$|[.,;\t]))(\.[^\t]*)?"
)
LINK = re.compile(
    "(?:https?://|www\\.)[^\\s,;)）\u4e00-\u9fff]+|\\[(?i:link|website|pdf|[连連][结結]|[链鏈][结接]|官网|官網|网站|網站)\\]"
)  # and the word that a page links with: [Link]

_CHARGED = re.compile(r"Responsib(?:le|ility|ilities)\b|In charge of\b|Duties\b|[A-Z][a-z]{2,}ed [A-Z]")
_NUMBERED = re.compile(r"(\d(?:\.\d{1,2}){1,3})\.?\s+(?=[A-Z][^\d\W])")  # 3.1.1 Larchwell - Lead Developer


@lru_cache(maxsize=1024)  # a line is asked as an entry and as a header
def header_in(line: str) -> str:
    """Return the part of a folded line that may be a header: all of it, or the post and its dates in front of a description."""
    if "年之间" in line or "月之间" in line:
        return ""  # 于 2017 - 2021 年之间多次…: a sentence tells the years, and what was done at times
    told = _POST_AND_STORY.match(line) if "." in line else None
    if told and (title_score(told.group(1)) == 1.0 or title_score(_AT_HOUSE.split(told.group(1))[0]) == 1.0):
        return told.group(1)
    is_listed = is_dated_first(line) or _is_row_of_bars(line) or _is_post_to_dates(line)
    most = MAX_DATED_CHARS if is_listed else MAX_ENTRY_CHARS
    if len(LINK.sub("", line)) <= most:
        return line
    if line.count("\t") > 1 and (front := _cells_in_front(line)):
        return front
    if dates := _dates_before_deed(line):
        return dates
    first = _SENTENCE_END.split(line, maxsplit=1)[0]
    return first if len(first) <= MAX_DATED_CHARS and is_dated_first(first) else line[: _end_of_header(line)]


def _dates_before_deed(line: str) -> str:
    """Return the dates that open a long line and stand in front of what was done: ``2019 - 2021 - Managed the ...``."""
    end = dates_end(line[:MAX_DATES_CHARS]) if line[:1].isalnum() else 0
    dates, told = line[:end], line[end:].lstrip(" -–—:.,|*•")
    is_bare = end > 0 and not any(map(str.isalnum, without_periods(dates, dates)))
    is_deed = is_bare and told != line[end:] and (DEED.match(told) or _CHARGED.match(told)) is not None
    return dates if is_deed and not title_score(" ".join(told.split()[:MAX_FIRST_WORDS])) else ""


def _cells_in_front(line: str) -> str:
    """Return the short cells of a row, dates among them, in front of the one that tells what was done; empty without one."""
    cells = line.split("\t")
    n_short = next((n for n, cell in enumerate(cells) if len(cell) > MAX_BAR_CHARS), len(cells))
    is_dated = any(dates_end(cell) or is_date_alone(cell.strip()) for cell in cells[:n_short])
    return "\t".join(cells[:n_short]) if is_dated and MIN_CELLS < n_short < len(cells) else ""


def _is_row_of_bars(line: str) -> bool:
    """Tell a row of short cells between bars, dates among them: ``Teller | Records Clerk | Northwind Clinic | 2019-2021``."""
    cells = [cell.strip() for cell in line.split("|")] if line.count("|") > 1 else []
    return bool(cells) and max(map(len, cells)) <= MAX_BAR_CHARS and any(dates_end(cell) for cell in cells)


def _is_post_to_dates(line: str) -> bool:
    """Tell an item that begins with a post and ends in its dates: ``Fellow, School of Tides, …, March 2008 - May 2013.``."""
    *front, dates = line.rsplit(", ", maxsplit=1)
    if len(line) <= MAX_ENTRY_CHARS or not front or any(map(str.isalnum, without_periods(dates, dates))):
        return False
    return title_score(_POST_OF_ITEM.split(front[0], maxsplit=1)[0].strip()) == 1.0


def is_dated_first(line: str) -> bool:
    """Tell ``Since August 2017: Research Assistant at …``, whose dates say that what follows is named, however long."""
    return dates_end(line[:MAX_DATES_CHARS]) > 0 and _LETTERS_FIRST.match(line) is None and not _STOP.search(line)


def _end_of_header(line: str) -> int:
    """Return where the header ends in a line that goes on with the description: ``Law Clerk (05/2022 - Present) Met with``.

    0 where a long line does not begin with a post and its dates.
    """
    now = _NOW_CLOSED.match(line) if "(" in line[:MAX_BAR_CHARS] else None
    end = now.end() if now else dates_end(line[:MAX_HEADER_CHARS])
    pieces = [piece.strip() for piece in re.split(r"[,(|\t]|\s[-–—]\s|\d", line[:end])]
    post = pieces[0]
    is_post = bool(post) and (title_score(post) >= 0.8 or _is_firm_behind(post))
    is_closed = _CLOSES.match(line, end) is not None and any(title_score(piece) == 1.0 for piece in pieces[1:])
    return end if is_post or (is_closed and post.lstrip("•*-–· ")[:1].isupper()) else 0


def _is_firm_behind(post: str) -> bool:
    """Tell ``Data Analyst Larch Strategy Group``: a post and a firm that only a space parts."""
    halves = at_title_noun(post)
    return halves is not None and employer_score(halves[1]) >= 1.0


def bare_line(sheet: Sheet, number: int) -> str:
    """Return a line with periods and links blanked."""
    bare = _bare(sheet.shown[number], sheet.folded[number])
    end = end_of_lead(sheet, number)
    if numbered := _NUMBERED.match(bare) if bare[:1].isdigit() else None:
        below = _NUMBERED.match(sheet.shown[number + 1]) if number + 1 < len(sheet.shown) else None
        is_over_jobs = below is not None and below.group(1).count(".") > numbered.group(1).count(".")
        end = max(end, len(bare) if is_over_jobs else numbered.end())
    return f"{' ' * end}{bare[end:]}" if end else bare


@lru_cache(maxsize=1024)  # lines above and below a job are asked for each job
def _bare(shown: str, folded: str) -> str:
    if (end := len(header_in(folded))) and len(shown) == len(folded):
        shown, folded = shown[:end], folded[:end]
    text = _FROM.sub(lambda word: " " * len(word.group()), without_periods(shown, folded))
    if "\t" in text and ("(" in text or "[" in text):
        text = _OPEN_BY_DATES.sub(lambda open_: f"{open_.group(1)}{_CLOSING[open_.group(2)]}{open_.group(3)}", text)
        text = _DATES_IN_BRACKET.sub(r"\1)\2", text)
    text = _NOW_IN_BRACKETS.sub(lambda now: " " * len(now.group()), text) if ")" in text[-3:] else text
    text = _STATE_OF_DATES.sub(lambda state: " " * len(state.group()), text) if "(" in text else text
    text = _POST_UNTIL.sub(lambda post: " " * len(post.group()), text) if "until" in text else text
    text = _TOLD_BEHIND_DATES.sub(r"\1", text) if "\t" in text and ". " in text else text
    text = _KIND_OF_JOB.sub(lambda said: " " * len(said.group()), text) if " job " in text[:16] else text
    text = _AS.sub(lambda said: " " * len(said.group()), text) if text[:3] == "as " else text
    text = _DUTIES_BEHIND_DATES.sub(r"\1", text) if "\t" in text and ": " in text else text
    text = _without_heading_beside(_without_place_in_front(text))
    text = _SERVED.sub(lambda judge: " " * len(judge.group()), text) if "lerk" in text else text
    text = _LED_IN_BRACKETS.sub(lambda whom: " " * len(whom.group()), text) if "(" in text and ":" in text else text
    text = _LED_BEHIND.sub(lambda whom: " " * len(whom.group()), text) if ":" in text else text
    text = _ASSISTS.sub(_without_whom, text) if " for " in text else text
    text = _FOR_ONE_OF_RANK.sub(_without_whom, text) if " for " in text else text
    text = _UNDER.sub(lambda whom: " " * len(whom.group()), text) if " under " in text else text
    text = _SERVED_PROFESSOR.sub(lambda whom: " " * len(whom.group()), text) if " Prof" in text else text
    return LINK.sub(lambda link: " " * len(link.group()), without_dates(text, fold(text)))


def _without_whom(post: re.Match[str]) -> str:
    """Blank whom somebody assists, and what is told behind it; a house stays."""
    whom = post.group(3)
    is_house = employer_score(whom) > 0 or title_score(whom) > 0
    return post.group() if is_house else post.group(1) + " " * (len(post.group()) - len(post.group(1)))


def _without_heading_beside(text: str) -> str:
    """Blank the title of a section in the cell beside its first job: 任职经历<tab>质量主管."""
    head, tab, rest = text.partition("\t")
    is_title = tab and "".join(filter(str.isalpha, fold(head))).lower() in section_table()
    return f"{' ' * len(head)}\t{rest}" if is_title else text


def _without_place_in_front(text: str) -> str:
    """Blank the town that a comma joins to the dates in front of a post: ``June 2014 to Feb 2015, Noida Senior Manager``."""
    front = _BEHIND_DATES.match(text)
    words = text[front.end() :].split(" ") if front else []
    for n_words in (3, 2, 1):
        town, rest = " ".join(words[:n_words]), " ".join(words[n_words:])
        if front and rest and is_town(town) and title_score(_FIRST_PIECE.split(rest)[0].strip()) == 1.0:
            return f"{' ' * front.end()}{' ' * len(town)} {rest}"
    return text


@lru_cache(maxsize=1024)
def has_post(text: str) -> bool:
    """Tell whether a line names a post by its own words."""
    return any(title_score(atom.text) >= 0.8 for atom in atoms_of(text, row=0))


def is_post_at_firm(line: str) -> bool:
    """Tell a line that tells a whole job: ``Associate at Northwind``."""
    atoms = atoms_of(line, row=0)
    return len(atoms) == 2 and atoms[1].gap == "at" and title_score(atoms[0].text) == 1.0


def telling_line(sheet: Sheet, line: int, last: int) -> str:
    """Return the line of the dates, or the sentence right below dates that stand alone: 在晨光广播电视台实习，职位为助理编辑."""
    below = last + 1
    is_told = (
        below < len(sheet.shown)
        and not sheet.headings[below]
        and (sheet.folded[below].startswith(_TELLS) or _OF_ONESELF.search(sheet.folded[below]) is not None)
    )
    is_bare = is_told and not any(map(str.isalpha, bare_line(sheet, line)))
    return _with_rest(sheet, below if is_bare else line)


def _with_rest(sheet: Sheet, number: int) -> str:
    """Return a line that tells a job, with the line in which its sentence goes on: 就职于晨光电子有限公司，担 / 任会计."""
    line = sheet.folded[number]
    below = number + 1
    if _OF_ONESELF.search(line) and not sheet.is_chinese:
        return _whole_sentence(sheet, number)
    is_open = len(line) >= MIN_OPEN and line[-1] not in "。;；.!?" and below < len(sheet.shown) and sheet.is_chinese
    if not is_open or sheet.headings[below] or not _TELLS_WHERE.search(line) or dates_end(sheet.folded[below]):
        return sheet.shown[number]
    title = (job_of_sentence(line) or (None, None))[0]
    is_whole = title is not None and title_score(title.value) == 1.0
    return sheet.shown[number] if is_whole else sheet.shown[number] + sheet.shown[below]


def told_of_oneself(sheet: Sheet, number: int) -> Halves | None:
    """Return the job of a sentence that begins with the person: ``I'm a Research Engineer at Northwind``."""
    is_told = _OF_ONESELF.search(sheet.folded[number]) is not None and not sheet.is_chinese
    return job_of_sentence(_whole_sentence(sheet, number).replace("’", "'")) if is_told else None


def _whole_sentence(sheet: Sheet, number: int) -> str:
    """Return a line in which somebody tells of himself, with the lines in which its sentence goes on."""
    parts = [sheet.shown[number].rstrip()]
    for below in range(number + 1, min(number + 1 + MAX_SENTENCE_LINES, len(sheet.shown))):
        is_end = (
            parts[-1][-1:] in ".!?"
            or _ITEM.match(sheet.shown[below])
            or sheet.headings[below]
            or dates_end(sheet.folded[below]) > 0
        )
        if is_end or sheet.sections[below] != sheet.sections[number] or not sheet.shown[below].strip():
            break
        parts.append(sheet.shown[below].strip())
    return " ".join(parts)


def first_words(sheet: Sheet, line: int, last: int) -> str:
    """Return the line of the dates, or the one below it where dates stand alone."""
    below = sheet.shown[last + 1] if last + 1 < len(sheet.shown) else ""
    is_bare = not any(map(str.isalpha, bare_line(sheet, line)))
    return below if is_bare or is_date_alone(sheet.folded[line]) else sheet.shown[line]
