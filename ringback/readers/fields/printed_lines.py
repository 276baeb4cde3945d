"""The lines of a document in one spelling: what a page broke is put together, what it ran together is parted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.document import Line
from ringback.readers.fields.broken_dates import (
    DASHES,
    MAX_BROKEN,
    MAX_DATE_CELL,
    MAX_TILL,
    TILL,
    is_broken_date,
    is_rest_of_date,
    with_dates_of_column,
)
from ringback.readers.fields.broken_firms import is_legal_form_of, with_rest_of_firm, with_rest_of_label
from ringback.readers.fields.broken_rows import with_rest_of_row
from ringback.readers.fields.broken_words import with_rest_of_word
from ringback.readers.fields.form_dates import with_dates_of_form
from ringback.readers.fields.han_years import with_digits
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.jobs.running_lists import with_lists_parted
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_signs import with_colons, with_label_above
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.letters_apart import joined_letters, joined_word, with_upright_words
from ringback.readers.fields.margin_headings import MAX_WORD, with_margin_headings
from ringback.readers.fields.months import IN_ENGLISH
from ringback.readers.fields.names.beside_town import TOP_LINES, with_town_apart
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.printed_rows import PrintedRow
from ringback.readers.fields.stacked_tables import with_stacked_tables
from ringback.readers.fields.tail_headings import with_tail_headings
from ringback.readers.normalise import fold, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ringback.readers.document import Document

MAX_LINES = 6000
MAX_LINE_CHARS = 4000
MAX_BROKEN_LABEL = 6
MAX_REST = max(MAX_BROKEN, MAX_WORD)  # of a date, a heading or a name
_LARGER = 1.25  # 学历 set as a heading over 学位<tab>学校 is no half of a label
_PICTURE = re.compile(r"!\[[^\]\n]{0,80}\]\([^)\n]{0,400}\)")  # of Markdown
_GAP = re.compile(r"[ \t]{9,}")
_LONG_TOKEN = re.compile(r"[!-~]{300,}")  # data, not print: no address or word is as long
_MAIL = r"[A-Za-z0-9_][A-Za-z0-9_.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,18}"
_SLASH_AT_ADDRESS = re.compile(
    rf"(?<=\d{{4}})/(?={_MAIL})|(?<=[\u4e00-\u9fff])/(?=\+?\d{{2}}[-\d]{{5,16}}/{_MAIL})"
    r"|(?<=[a-z]{2})/(?=\+?\(?\d[\d ().-]{7,17}(?:$|\s))"
)
_BETWEEN_NAMES = re.compile(r"(?<=[^\W\d_]{2})—(?=[A-ZÀ-Þ][^\W\d_])")
_LONG_LINE = 300  # shorter ones cost no pattern much
_RUN = re.compile(r"([\W\d_]{1,4}?)\1{39,}")  # a leader, a rule, numbers of a broken export: ". . . .", 01/01/01/
_KEPT_OF_RUN = 10
_BARS = frozenset("|│┃║｜")  # a frame or a table drawn with signs
_START_AND_END = re.compile(
    r"\W*Start(?:ed)?(?: date)?\s?:\s*(\S.{2,18}?\d)[\s,;|–—-]{1,4}End(?:ed)?(?: date)?\s?:\s*(\S.{2,18})",
    re.IGNORECASE,
)  # Start: 2019 - End: 2023
_MONTH = r"[A-ZÀ-Þ][a-zà-ÿ]{2,9}\.?"
_MONTH_BEHIND_WORD = re.compile(
    rf"(?<=[a-z]{{2}})((?:{IN_ENGLISH})\.?,? ?(?:19|20)\d{{2}}(?!\d))"
)  # Head GardenerMay 2019, where a page sets its dates at the right edge; not JavaScript 2015
_QUOTED_HOUSE = re.compile(  # 2013 - 2019 "Larch Airlines" Steward
    r"([\d\s./–—:|-]{0,30})[\"“]([A-ZÀ-Þ][^\"“”]{2,50})[\"”]\s{1,4}([A-ZÀ-Þ][^\"“”]{2,50})"
)
_OPEN_DATES = re.compile(  # Larch Plastics, (June 2020-July / 2020), Packer
    rf"\((?:[^()]{{0,24}}[\s–-])?(?:{IN_ENGLISH})[a-z]{{0,6}}\.?$"
)
_YEAR_CLOSES = re.compile(r"(?:19|20)\d\d(?!\d)[^()]{0,24}\)")
_YEARS_IN_BRACKETS = re.compile(
    rf"\b({_MONTH}) \(((?:19|20)\d\d)\)(\s*(?:[-–—]|to\b)\s*)(?:({_MONTH}) \(((?:19|20)\d\d)\)|(?=(?:Present|Current|Now)\b))"
)  # June (2023) – September (2024)
_DATES_IN_FRONT = re.compile(r"\[([^\[\]]{0,40}\d\d[^\[\]]{0,40})\][ \t:]*(?=[^\s(])")
_COLUMN = re.compile(r"  |\t")
MAX_END = 12  # date, present: of a range that a narrow column breaks
_ADDRESS = re.compile(r"\b[Aa](?:ddress|DDRESS)\b[^:]{0,12}:\s*\S")
_LEADERS = re.compile(
    r"(?<=[\w).&])(?<![. ]\.)(?:\s*\.{4,}|(?:\s?\.){4,})\s*(?=[\w(])|(?<=[\w).&])\s+(?:\.{3}|…)\s+(?=[\w(])"
)  # begun in the middle of its dots a line of them would cost the square of its length
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BULLETS = frozenset("•●▪◦‣■")
_SIGNS_ALONE = _BARS | frozenset(":：/-")
_MARKED = re.compile(r"[^A-Za-z ,.;'()%+#!?\n03-8]|  |\.\.|\. \.")  # of all that is put together or parted in a line
_BOLD = re.compile(
    r"(?<![\w*])\*\*(?=[^\s*])([^*]{1,80})(?<=\S)\*\*(?!\*)"
)  # of Markdown, left in print: **职位：**会计
_COLOURED = re.compile(
    r"\$ ?\\(?:text)?color\{[^{}$\n]{1,24}\}[ ]?\{([^{}$\n]{1,80})\} ?\$"
)  # of Markdown, left in print: $\color{red}{青禾}$
_HEADING_IN_FRONT = re.compile(r"([A-Z][A-Z &/]{3,30}[A-Z]) {2,}(?=[A-Z\d])")
_SIGN_OF_TABLE = re.compile(
    r"(?<=\w) & (?=(?:https?://|www\.)\S+$|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}$|\+?\(?\d[\d ().-]{7,18}$)"
)  # Mara Velding & mara@fernpost.net, as TeX parts cells
_BETWEEN_CELLS = re.compile(r"\s*[|│┃║｜]\s*")
_NEXT_JOB = re.compile(r"[；;]\s*(?=(?:19|20)\d{2}[年./-])")
_DIGIT = re.compile(r"\d")
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d{2}[年./-]")
_MONTH_LAST = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_DAY_AND_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d{2}(?!\d)")  # born July / 4, 1976


def joined_lines(document: Document) -> list[Line]:
    """Return the lines that say something, in order of print."""
    lines: list[Line] = []
    for raw, size, page, mark in _with_stories_parted(
        with_lists_parted(with_upright_words(with_dates_of_form(with_stacked_tables(_rows(document)))))
    ):
        above = lines[-1].text if lines else ""
        text = _tidied(raw.strip().rstrip("\\").rstrip(), above)
        if not text:
            continue
        is_column = _COLUMN.search(above) and (len(text) <= MAX_END or _COLUMN.search(text))
        if is_column and (dated := with_dates_of_column(above, text)):
            lines[-1], text = replace(lines[-1], text=dated[0]), dated[1]
            above = dated[0]
            if not text:
                continue
        is_heading = bool(lines) and (lines[-1].is_heading or lines[-1].size > _LARGER * size > 0)
        is_rest = bool(lines) and (not _stands_alone(above, text) or is_legal_form_of(above, text))
        whole = _joined(above, text, is_heading=is_heading) if is_rest else None
        if whole:
            lines[-1] = replace(lines[-1], text=whole)
        else:
            lines.append(Line(text, size=size, page=page, is_heading=mark))
    for number, text in with_town_apart([line.text for line in lines[:TOP_LINES]]).items():
        lines[number] = replace(lines[number], text=text)
    return list(with_tail_headings(with_margin_headings(lines)))


def _rows(document: Document) -> Iterator[PrintedRow]:
    """Yield the lines as they are shown."""
    lines = document.lines[:MAX_LINES]
    text = _LONG_TOKEN.sub(" ", "\n".join(line.text.replace("\n", " ")[:MAX_LINE_CHARS] for line in lines))
    if "![" in text:
        text = _PICTURE.sub(" ", text)
    if "color{" in text:
        text = _COLOURED.sub(r"\1", text)
    shown = [_without_runs(line) for line in _GAP.sub(_narrowed, show(with_digits(text))).split("\n")]
    if len(shown) == len(lines):
        return (
            PrintedRow(text, line.size, line.page, line.is_heading) for text, line in zip(shown, lines, strict=True)
        )
    return (
        PrintedRow(_without_runs(part), line.size, line.page, line.is_heading)
        for line in lines
        for part in show(with_digits(line.text)).split("\n")
    )


def _joined(above: str, line: str, *, is_heading: bool) -> str | None:
    """Return the line above with the rest of its date, label or firm that stands in this one; None where it has none."""
    if not is_heading and not above.isascii() and (row := with_rest_of_row(above, line)):
        return row
    is_behind_date = line[0].isdigit() or line[0] in "至到" or line in DASHES or _is_begun(above)
    is_short = len(line) <= MAX_BROKEN and len(above) <= MAX_DATE_CELL + MAX_BROKEN
    if is_heading and not _DIGIT.search(above):
        is_behind_date = is_short = False  # a heading begins no date
    if (is_behind_date and is_rest_of_date(above, line)) or (is_short and is_broken_date(above, line)):
        return f"{above} {line}"
    is_day = line[0].isdigit() and _MONTH_LAST.search(above) and _DAY_AND_YEAR.match(line)
    is_day = is_day or (line[0] in "12" and "(" in above and _OPEN_DATES.search(above) and _YEAR_CLOSES.match(line))
    if is_day or _is_heading_of_words(above, line):
        return f"{above} {line}"
    if line[0] in ":：" and _ADDRESS.search(above) and line[1:].strip():
        return f"{above}, {line[1:].strip()}"  # Home Address : 14 Larch Road / : Saulsville / : 0125
    whole = with_label_above(above, line) if len(above) <= MAX_BROKEN_LABEL and not is_heading else None
    if whole:
        return whole
    return _with_rest_of_name(above, line, is_heading=is_heading)


def _is_begun(above: str) -> bool:
    """Tell a line that ends in a dash or in *to*, as dates do that go on in the next line."""
    return above[-1] in "-~–—" or above[-MAX_TILL:].lower().endswith(TILL)


def _stands_alone(above: str, line: str) -> bool:
    """Tell what is no rest of anything, as most lines of Latin text: a longer one that begins with a letter."""
    is_long = len(line) > MAX_REST and len(above) > MAX_BROKEN_LABEL
    return is_long and line[0].isalpha() and line.isascii() and above.isascii() and not _is_begun(above)


def _with_rest_of_name(above: str, line: str, *, is_heading: bool) -> str | None:
    """Return the line above with the rest of a firm, a post or a degree that the end of the line broke."""
    if firm := with_rest_of_firm(above, line, is_heading=is_heading):
        return firm
    if not is_heading and "\u4e00" <= above[-1] <= "\u9fff" and (whole := with_rest_of_word(above, line)):
        return whole
    return with_rest_of_label(above, line)


def _is_heading_of_words(above: str, line: str) -> bool:
    """Tell the halves of a heading that a narrow column breaks: ``ACADEMIC`` / ``BACKGROUND``; each alone is not one too."""
    if len(line) > MAX_WORD or len(above) > MAX_WORD or " " in above or " " in line:
        return False
    is_alike = (above.isupper() and line.isupper()) or line.islower() or (above.istitle() and line.istitle())
    if not is_alike:
        return False
    table = section_table()
    begun, rest = bare_letters(above).lower(), bare_letters(line).lower()
    return f"{begun}{rest}" in table and not (begun in table and rest in table)


def _with_stories_parted(rows: Iterable[PrintedRow]) -> Iterator[PrintedRow]:
    """Give each job a line of its own where one line tells several: 2018年至2020年，在…；2021年至今，任…."""
    for row in rows:
        if "；" not in row.text and ";" not in row.text:
            yield row
            continue
        parts = _NEXT_JOB.split(row.text)
        is_story = len(parts) > 1 and all(_YEAR_FIRST.match(part) for part in parts)
        yield from (row._replace(text=part) for part in parts) if is_story else (row,)


def _tidied(line: str, above: str) -> str:
    """Return a line with frames, letters and labels put together; empty where it is only the sign behind a label above."""
    return _mended(line, above) if _MARKED.search(line) else joined_word(line)


def _mended(line: str, above: str) -> str:
    if line in _SIGNS_ALONE and field_of(fold(above)):
        return ""
    if line[0] in _BULLETS and line[1:2].isascii() and line[1:2].isalpha():
        line = f"{line[0]} {line[1:]}"  # set in front by the page, without a space
    if line[0] in "Ss*" and (told := _START_AND_END.match(line)):
        return f"{told.group(1)} – {told.group(2)}"
    if "/" in line and "@" in line and "://" not in line:
        line = _SLASH_AT_ADDRESS.sub(" / ", line)  # 07700900417/jane@mailbox.example
    line = _with_room(line)
    if "**" in line:
        line = _BOLD.sub(r"\1", line)
    if ("..." in line or "…" in line or ". . ." in line) and _YEAR.search(line):
        line = _LEADERS.sub("\t", line)  # Baker ........ Marden Mill ........ 2016 – 2019
    line = _with_bare_dates(line)
    if line[0] in _BARS and line[-1] in _BARS and len(line) > 2:
        line = _BETWEEN_CELLS.sub("\t", line[1:-1].strip()).strip()
    elif line.count("|") > 2:  # two pairs
        cells = [cell.strip() for cell in line.split("|")]
        is_form = all(map(field_of, map(fold, cells[::2]))) and not any(map(field_of, map(fold, cells[1::2])))
        line = "\t".join(cells) if is_form else line
    return joined_word(with_colons(joined_letters(_with_cells(line))))


def _with_room(line: str) -> str:
    """Return a line with spaces around a dash between two names, and one sign for two."""
    if "—" in line:
        line = _BETWEEN_NAMES.sub(_dash_at_post, line)
    return line.replace(" :: ", " | ")


def _dash_at_post(dash: re.Match[str]) -> str:
    """Return a dash with room where a post stands beside it: Larch Golf Club—Head Gardener, not Northmoor—Fern Hospital."""
    front, behind = (
        re.split(r"[,\t|]", dash.string[: dash.start()])[-1],
        re.split(r"[,\t|]", dash.string[dash.end() :])[0],
    )
    is_name = len(front.split()) < 2 or "University" in front or "College" in front
    return dash.group() if is_name and not (title_score(front.strip()) or title_score(behind.strip(" ."))) else " — "


def _with_cells(line: str) -> str:
    """Return a line with the cells parted that only spaces or the sign of a table set apart."""
    head = _HEADING_IN_FRONT.match(line) if "  " in line else None
    if head and bare_letters(head.group(1).lower()) in section_table():
        line = f"{head.group(1)}\t{line[head.end() :]}"  # EDUCATION  Larch College
    quoted = _QUOTED_HOUSE.fullmatch(line) if '"' in line or "“" in line else None
    if quoted and title_score(quoted.group(3)) == 1.0:
        line = "\t".join(part.strip() for part in quoted.groups() if part.strip())
    return _SIGN_OF_TABLE.sub("\t", line) if " & " in line else line


def _with_bare_dates(line: str) -> str:
    """Return a line whose dates stand in no brackets: ``[2016 – 2019] Baker``, ``June (2023) – September (2024)``."""
    if line[0] == "[" and (dated := _DATES_IN_FRONT.match(line)) and period_in(fold(dated.group(1))):
        line = f"{dated.group(1).strip()}\t{line[dated.end() :]}"  # [2016 – 2019] Baker, Marden Mill
    if "(19" in line or "(20" in line:
        line = _YEARS_IN_BRACKETS.sub(lambda dates: " ".join(" ".join(filter(None, dates.groups())).split()), line)
    return _MONTH_BEHIND_WORD.sub(r"\t\1", line) if "20" in line or "19" in line else line


def _without_runs(line: str) -> str:
    """Shorten what says the same again and again: patterns that look at each sign of a line need not walk over thousands."""
    return _RUN.sub(lambda run: run.group(1) * _KEPT_OF_RUN, line) if len(line) > _LONG_LINE else line


def _narrowed(gap: re.Match[str]) -> str:
    """A gap of any width is one gap; patterns need not walk over it."""
    return "\t" if "\t" in gap.group() else "    "
