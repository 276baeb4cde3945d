"""The source of a LaTeX resume as it would be printed: sections as headings, the arguments of an entry as cells of a row.

Classes of resumes differ in the names of their commands and agree in the rest: what has several arguments is an entry, and its
last, long argument is what was done there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.document import Line
from ringback.readers.fields.periods import is_date_alone, without_periods
from ringback.readers.fields.wordlists import surnames
from ringback.readers.latex_arguments import GAP, MAX_ARGUMENTS, MAX_OPTION_CHARS, OPTION, arguments_at, pairs
from ringback.readers.latex_source import parted_source
from ringback.readers.latex_words import (
    ACCENTS,
    DROPPED,
    ENTRY_ENVIRONMENT,
    HEAD_FIELDS,
    ICON,
    ICON_LABELS,
    INLINE,
    LETTERS,
    MARGINAL,
    MARKS,
    NAMES,
    OWN_SECTIONS,
    SECTION,
    SOCIAL_LABELS,
    SUBSECTION,
    accented,
    arity_of,
    stated_by,
)
from ringback.readers.normalise import fold

SIZES = {"name": 24.0, "section": 18.0, "subsection": 14.0, "text": 10.0}
MAX_DEPTH = 40  # deeper nesting than any resume has is read as text
MAX_CELL_CHARS = 110  # longer arguments are descriptions
MAX_CELL_WORDS = 6  # before a full stop
MAX_DATES = 40
_TOKEN = re.compile(r"\\([A-Za-z@]+\*?|.|\n|$)|[{}&~$]|\n\s*|[^\\{}&~$\n]+")
_OWN = re.compile(r"\\([A-Za-z]+)")
_STATED = re.compile(
    r"\\(?:def\s*\\([A-Za-z]+)\s*#1|(?:re)?newcommand\*?\{?\\([A-Za-z]+)\}?\s*\[1\])\s*\{\s*\\(?:g?def|renewcommand)\b"
)
_BROKEN_ENTRY = re.compile(r"\{(?:cv|resume)?(?:entry|job|event)\*?\}[ \t]*\n[ \t]*\{[^{}\n]*\}[ \t]*\n?[ \t]*\{")
_LENGTH = re.compile(r"\s*=?\s*-?\d*\.?\d+\s?(?:pt|em|ex|cm|mm|in)\b")
_STATES = re.compile("[\u4e00-\u9fff]{2,6}\\s?[:：]")  # 求职意向: 会计; most sayings there state nothing
_PLAIN = re.compile(r"\{(?:center|flushleft|flushright|titlepage|quote|document|[hH]uge|[lL]arge|bfseries)\*?\}")
_TITLE = re.compile(r"\\title(?![A-Za-z])")
_GOES_ON = re.compile(r"(?:\b(?:of|and|for|the|at|in|to|with|von|de|del|di|der|und|et|y)|,)\s*$")
_NAME_BETWEEN = {"header": slice(0, 2), "cvid": slice(0, 2), "simpleheader": slice(1, 3)}
"""Where the halves of the name stand among the arguments of a head."""
NAME_HALVES = 2  # what stands behind them in one command are contacts
_REACHED = re.compile(r"[@|\d]")
_NO_HALF = re.compile(r"[@\d|]|,.*,")  # of a name
_BREAKS = frozenset({"item", "par", "newline", "linebreak", "tabularnewline", "cr"})
_SPACED_ENTRY = re.compile(r"\{\w{0,6}[Ss]ubsection\}[ \t]*\{[^{}\n]*\}[ \t]+\{[^{}\n]*\}[ \t]*\{")


def lines_of_latex(text: str) -> Iterator[Line]:
    """Yield the printed lines of a LaTeX source."""
    head, body, macros = parted_source(text)
    page = _Page(head, macros)
    page.read_head(frozenset(macros) - frozenset(_OWN.findall(body)))
    if "\\maketitle" in body:
        page.print_title()
    printed = _Page(body.partition("\\end{document}")[0], macros)
    printed.read(0, len(printed.text), 0)
    yield from page.lines(is_named=not printed.is_named)
    yield from printed.lines()


_HAN_HALF = re.compile("[\u4e00-\u9fff]{1,3}")


class _Page:
    """Source turned into print: pieces of a line are gathered until the line breaks."""

    def __init__(self, text: str, macros: dict[str, str], depth: int = 0) -> None:
        self.text = text
        self._macros = macros
        self._closing = pairs(text)
        self._done: list[Line] = []
        self._name: list[str] = []
        self._line: list[str] = []
        self._depth = depth
        self._is_in_item = False

    @property
    def is_named(self) -> bool:
        """Tell whether a command of the text itself states the name: what the head says of its author may be the pattern's."""
        return bool(self._name)

    def lines(self, *, is_named: bool = True) -> Iterator[Line]:
        """Yield what was printed, the parts of the name joined in front."""
        self._break()
        if self._name and is_named:
            yield Line(" ".join(self._name), size=SIZES["name"], is_heading=True)
        yield from self._done

    def read_head(self, unprinted: frozenset[str] = frozenset()) -> None:
        r"""Read the commands in front of the text that state the person; they are printed by the title.

        ``unprinted`` are those defined here that the text never calls: \renewcommand{\firstname}{Ann} states her too.
        """
        own = {name for pair in _STATED.findall(self.text) for name in pair if name}  # \def\info#1{\def\@info{#1}}
        for match in re.finditer(r"\\([A-Za-z]+)", self.text):
            name = stated_by(match.group(1))
            if name in NAMES or name in HEAD_FIELDS:
                defined = self.text[match.end() : match.end() + 1] == "}" and match.group(1) in unprinted
                self._state(name, self._arguments(match.end() + defined)[0])
            elif name == "social" and (option := OPTION.match(self.text, match.end())):
                label = SOCIAL_LABELS.get(option.group().strip(" []").lower())
                handles = self._arguments(match.end(), 1)[0] if label else []
                self._done += [Line(f"{label}: {self._flat(handle)}", size=SIZES["text"]) for handle in handles]
            elif match.group(1) in own:
                for first, last in self._arguments(match.end(), 1)[0]:
                    self.read(first, last, 1)
                    self._break()

    def print_title(self) -> None:
        """Print the title on top, where no command states the name: many give their own for one."""
        command = None if self._name else _TITLE.search(self.text)
        if command:
            title = self._flat(self._arguments(command.end(), 1)[0][0]) if self._arguments(command.end(), 1)[0] else ""
            self._name = [title] if title else []

    def read(self, start: int, end: int, depth: int) -> None:
        """Print the source from ``start`` to ``end``."""
        at = start
        while at < end:
            token = _TOKEN.match(self.text, at, end)
            if token is None:
                break
            if token.group(1) is not None:
                at = self._command(token.group(1), token.end(), end, depth)
                continue
            at = token.end()
            whole = token.group()
            if whole == "&":
                self._line.append("\t")
            elif whole == "~":
                self._line.append(" ")
            elif whole.startswith("\n"):
                self._end_line(whole, token.end())
            elif whole not in "{}$":
                self._line.append(whole)

    def _end_line(self, ending: str, at: int) -> None:
        """Break the line where the source does, unless an item goes on there in small letters or behind a small word."""
        line = "".join(self._line)
        is_item = self._is_in_item and ending.count("\n") == 1
        following = self.text[at : at + 1]
        if is_item and (following.islower() or (following.isalpha() and _GOES_ON.search(line))):
            self._line.append(" ")
        else:
            self._break()

    def _command(self, name: str, at: int, end: int, depth: int) -> int:
        """Print one command and return where the source goes on behind it."""
        if not name or not name[0].isalpha():
            return self._sign(name, at)
        if name in LETTERS:
            self._line.append(LETTERS[name])
            return GAP.match(self.text, at).end() if self.text[at : at + 1] == " " else at  # type: ignore[union-attr]
        if name in ACCENTS and (accent := accented(name, self.text[at : at + 6])):
            self._line.append(accent[0])
            return at + accent[1]
        if name in _BREAKS:
            self._break()
            option = OPTION.match(self.text, at)
            label = option.group().strip(" []<>{}") if option and name == "item" else ""
            self._line.append(f"{label} " if label else "- " if name == "item" else "")
            self._is_in_item = name == "item"
            return option.end() if option else at
        length = _LENGTH.match(self.text, at)
        if length and name.endswith(("sep", "skip", "width", "height", "indent")):
            return length.end()
        may_break = name != "begin" or _BROKEN_ENTRY.match(self.text, at) or _SPACED_ENTRY.match(self.text, at)
        arity = 1 if name == "begin" and _PLAIN.match(self.text, at) else arity_of(name)
        arguments, after = self._arguments(at, arity, may_break=bool(may_break))
        arguments = [(first, last) for first, last in arguments if last <= end]
        if depth < MAX_DEPTH:
            self._depth, outer = depth + 1, self._depth
            self._print(name, arguments, depth + 1)
            self._depth = outer
        return after

    def _sign(self, name: str, at: int) -> int:
        if name == "\\":
            self._break()
            option = OPTION.match(self.text, at)
            return option.end() if option else at
        if name in ACCENTS and (accent := accented(name, self.text[at : at + 6])):
            self._line.append(accent[0])
            return at + accent[1]
        self._line.append(name if name in "&%$#_{}" else " | " if name == "|" else " ")
        return at

    def _print(self, name: str, arguments: list[tuple[int, int]], depth: int) -> None:
        lowered = name.lower()
        if lowered == "begin":
            self._open(arguments, depth)
        elif name in MARKS or lowered.rstrip("*") in DROPPED or ICON.fullmatch(name):
            self._line.append(MARKS.get(name, ICON_LABELS.get(lowered, " ")))
        elif self._is_own(name, arguments):
            self._line.append(self._macros[name])
        elif (stated := stated_by(name)) in NAMES or (stated in HEAD_FIELDS and arguments):
            self._state(stated, arguments)
        elif lowered == "href":
            self._link(arguments, depth)
        elif arguments and (SECTION.fullmatch(name) or SUBSECTION.fullmatch(name)):
            self._heading("section" if SECTION.fullmatch(name) else "subsection", arguments[0])
            self._entry(arguments[1:], depth)
        elif lowered in INLINE:
            for first, last in arguments[-1:]:
                self.read(first, last, depth)
        else:
            self._print_own(name, arguments, depth)

    def _is_own(self, name: str, arguments: list[tuple[int, int]]) -> bool:
        r"""Tell a word that the source defines and prints here, ``\\fullname`` or ``\\fullname{}``."""
        return name in self._macros and not any(last > first for first, last in arguments)

    def _print_own(self, name: str, arguments: list[tuple[int, int]], depth: int) -> None:
        """Print a command that no list knows, by what it is given."""
        halves = _NAME_BETWEEN.get(name.lower())
        if halves and len(arguments) >= halves.stop:  # \\header{Jane}{Doe}{what she is}
            end = halves.start + 1 if _NO_HALF.search(self._flat(arguments[halves.start + 1])) else halves.stop
            self._state("name", arguments[halves.start : end])  # \\header{Jane Doe}{12 Larch Street}
            arguments = arguments[end:]
            self._break()
        if len(arguments) > 1:
            self._entry(arguments, depth)
        elif arguments and (dates := self._only_dates(arguments[0])):
            self._line += ["\t", dates, "\t"]  # in the margin: \years{2015-now}\textbf{Northwind}
        elif arguments and name.lower() in MARGINAL:
            self._break()  # \MarginText{Northwind Ltd.}Northwind is a house of ...
            self._line.append(self._flat(arguments[0]))
            self._break()
        elif arguments:
            self.read(*arguments[0], depth)
        elif name.lower() in OWN_SECTIONS and name not in self._macros:
            self._break()
            self._done.append(Line(name.capitalize(), size=SIZES["section"], is_heading=True))
        else:
            self._line.append(self._macros.get(name, " "))

    def _open(self, arguments: list[tuple[int, int]], depth: int) -> None:
        """Open an environment: some are sections or entries whose words stand behind their name."""
        self._break()
        name = self.text[slice(*arguments[0])] if arguments else ""
        if SECTION.fullmatch(name) and len(arguments) > 1:
            self._heading("section", arguments[1])
        elif name == "cv" and len(arguments) > 1:  # of currvita: whose it is, or the word for it
            self._heading("name", arguments[1])
        elif ENTRY_ENVIRONMENT.search(name):
            self._entry(arguments[1:], depth)

    def _heading(self, kind: str, argument: tuple[int, int]) -> None:
        self._break()
        text = self._flat(argument)
        if text:
            self._done.append(Line(text, size=SIZES[kind], is_heading=True))

    def _entry(self, arguments: list[tuple[int, int]], depth: int) -> None:
        """Print the short arguments as cells of a row and the long ones below it."""
        if not arguments:
            return
        self._break()
        long = [pair for pair in arguments if self._is_long(pair)]
        cells = [text for pair in arguments if pair not in long and (text := self._flat(pair))]
        if cells:
            self._done.append(Line("\t".join(cells), size=SIZES["text"]))
        for pair in long:
            self.read(*pair, depth)
            self._break()

    def _is_long(self, pair: tuple[int, int]) -> bool:
        text = self.text[slice(*pair)]
        is_told = text.rstrip().endswith(".") and len(text.split()) > MAX_CELL_WORDS
        return len(text) > MAX_CELL_CHARS or is_told or text.startswith("\n") or "\\item" in text or "\\begin" in text

    def _flat(self, pair: tuple[int, int], joiner: str = " ") -> str:
        """Return an argument as one line."""
        return " ".join(joiner.join(self._printed(pair)).split())

    def _only_dates(self, pair: tuple[int, int]) -> str:
        """Return an argument that is nothing but dates, else nothing."""
        text = self._flat(pair) if pair[1] - pair[0] <= MAX_DATES else ""
        told = without_periods(text, fold(text))
        is_date = is_date_alone(fold(text)) or (told != text and not any(map(str.isalnum, told)))
        return text if is_date else ""

    def _printed(self, pair: tuple[int, int]) -> list[str]:
        page = _Page(self.text[slice(*pair)], self._macros, self._depth + 1)
        page.read(0, len(page.text), self._depth + 1)
        return [line.text.rstrip(",") for line in page.lines()]

    def _beside_name(self, pair: tuple[int, int]) -> list[str]:
        """Return the lines of contacts that stand with the name in one argument."""
        lines = [" ".join(line.split()) for line in self._printed(pair)]
        return lines[next((n for n, line in enumerate(lines) if n and _REACHED.search(line)), len(lines)) :]

    def _state(self, name: str, arguments: list[tuple[int, int]]) -> None:
        if name in NAMES:
            self._state_name(name, arguments[:NAME_HALVES])
            for pair in arguments[NAME_HALVES:]:
                self._break()
                self.read(*pair, self._depth + 1)
                self._break()
            return
        texts = self._texts(arguments)
        if not texts or (name == "quote" and not _STATES.match(texts[0])):
            return
        label = HEAD_FIELDS[name]
        self._break()
        self._done.append(Line(f"{label}: {', '.join(texts)}" if label else ", ".join(texts), size=SIZES["text"]))

    def _state_name(self, name: str, arguments: list[tuple[int, int]]) -> None:
        """Keep the name, or its half, for the top of the page; contacts within it are lines of their own."""
        texts = self._texts(arguments)
        if not texts:
            return
        beside = self._beside_name(arguments[0]) if len(arguments) == 1 else []
        texts = [texts[0].removesuffix(", ".join(["", *beside])), *texts[1:]]
        if len(arguments) == 1 and "\\\\" in self.text[slice(*arguments[0])] and not beside:
            texts = [texts[0].replace(", ", " ")]  # Tilde\\Marrow
        self._done += [Line(line, size=SIZES["text"]) for line in beside]
        if NAMES[name] == "whole" or len(texts) > 1:
            self._name = _han_name_first(texts)
        else:
            self._name = [texts[0], *self._name] if NAMES[name] == "first" else [*self._name, texts[0]]

    def _texts(self, arguments: list[tuple[int, int]]) -> list[str]:
        return [text for pair in arguments if (text := self._flat(pair, ", "))]

    def _link(self, arguments: list[tuple[int, int]], depth: int) -> None:
        if len(arguments) < 2:  # target and words
            return
        target = _OWN.sub(
            lambda own: self._macros.get(own.group(1), own.group()), self.text[slice(*arguments[0])].strip()
        )
        target = target.replace("\\_", "_")
        words = self._flat(arguments[1])
        self.read(*arguments[1], depth)
        bare = re.sub(r"^(?:mailto:|tel:|https?://(?:www\.)?)|/$", "", target)
        if bare and bare not in words and len(target) <= MAX_OPTION_CHARS:
            self._line.append(f" {bare if '@' in bare else target} ")

    def _arguments(
        self, at: int, most: int = MAX_ARGUMENTS, *, may_break: bool = True
    ) -> tuple[list[tuple[int, int]], int]:
        return arguments_at(self.text, self._closing, at, most, may_break=may_break)

    def _break(self) -> None:
        self._is_in_item = False
        text = re.sub(r" *\t[ \t]*", "\t", re.sub(r" {2,}", "  ", "".join(self._line))).strip()
        self._line = []
        if text and text != "-":
            self._done.append(Line(text.replace("---", "–").replace("--", "–"), size=SIZES["text"]))


def _han_name_first(texts: list[str]) -> list[str]:
    """Put the two halves of a Chinese name together, the surname first, as classes from abroad do not."""
    if len(texts) != len(("given", "surname")) or not all(map(_HAN_HALF.fullmatch, texts)):
        return texts
    first, last = texts
    single, double = surnames()
    is_turned = fold(last) in single | double and not (len(first) == 1 and fold(first) in single)
    return [last + first] if is_turned else texts
