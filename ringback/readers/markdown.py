"""Markdown as it would be printed: headings by rank, links and stress without their signs, no remains of HTML."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from ringback.readers import patterns as re
from ringback.readers.document import Line
from ringback.readers.front_matter import end_of_front, without_front

SIZES = (24.0, 18.0, 14.0, 12.0, 11.0, 10.5, 10.0)  # points of headings 1 to 6, and of text
_HEADING = re.compile(
    r"^ {0,3}(?:[*+-]\s+)?(#{1,6}|={1,6}(?=\s+[^\s=]))(?:\s+(?=\S)|(?<=##)(?=[^\s#!])|(?<=#)(?=[\u4e00-\u9fff])"
    r"|(?<=^#)(?=[A-Z][a-z]+ [A-Z]))"
)  # AsciiDoc ranks by =; old Markdown wants no space
_UNDERLINE = re.compile(r"^ {0,3}(?:={3,}|-{3,})\s*$")
_RULE = re.compile(
    r"^\s*+(?:[-*_=]{3,}|~{3,}|\^{3,}|:{3,}.*|\|?(?:\s*+:?-{2,}:?\s*+\|)+(?:\s*+:?-{2,}:?)?|```\w*)\s*+$"
)
_PICTURE = re.compile(r"!\[\]\([^()\s]{0,400}\)")  # without words of its own
_BADGE = re.compile(r"\[!\[([^\[\]]{0,60})\]\([^()\s]{0,400}\)\]\((?:mailto:)?([^()\s]{3,200})\)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(<?([^)\s>]+)[^)]*\)")
_FILE_OF_PICTURE = re.compile(r"^(?!.*(?:badge|shields)).*\.(?:jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
_LINKED_NAME = re.compile(r"#\s+\[([^\[\]]{4,60})\]\(<?((?:https?:|/|\./)[^()\s<>]{0,200})>?\)\s*")
_OF_PROGRAM = re.compile(r"(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]{1,20}:[^\s\d]")  # mqqwpa://im/chat?…
_LINK_INSIDE = re.compile(
    r"(?<!!)\[([^\[\]]{1,120})\]\((?:#[^()\s]{0,200}|\s*)\)"
)  # to a part of the same page, or nowhere
_LINK_BEHIND = re.compile(r"`([^`<>]{1,120}?)\s*<([^<>\s]{1,400})>`_{1,2}")  # reStructuredText
_LINK_TARGET = re.compile(r"^\.\. _`?([^`:\n]{1,80}?)`?:", re.MULTILINE)  # where a name of reStructuredText leads
_ATTRIBUTE = re.compile(r"^:([A-Za-z][A-Za-z -]{1,24}):\s+(?=\S)")  # :email: of AsciiDoc and reStructuredText
_SHORTCODE = re.compile(r"^(?::[a-z0-9_+-]{2,30}:\s*)+")  # :sparkles: in front of a heading
_SHORTCODE_LABEL = re.compile(
    r"(?:^|(?<=[\s|*+-])):(e-?mail|phone|iphone|telephone|mobile|wechat|weixin|qq):\s*(?=[\w+(])"
)
_SHORTCODE_INSIDE = re.compile(r"(?:(?<=[\s|*+\u4e00-\u9fff：])|^):[a-z]+(?:[_-][a-z0-9]+)*:(?=\s)")
_SHORTCODE_BEHIND = re.compile(r"(?:(?<!\s)\s++:[a-z][a-z0-9_+-]{1,29}:)+\s*+$")
_LINK_NAMED = re.compile(r"(?<!\])\[([^\[\]]{1,120})\]\[[^\[\]]{0,60}\]")  # [text][where the address stands]
_ADDRESS = re.compile(r"^ {0,3}\[[^\[\]]{1,60}\]:\s+<?\S+>?\s*(?:[\"'(].*)?$")
_REMARK = re.compile(r"^\s{0,3}\.\.(?:\s(?!\s*\S*::).*)?$")  # a comment of reStructuredText
_QUOTE = re.compile(r"^ {0,3}>\s?")
_BREAK = re.compile(r"<(?:br|hr|/?p|/?div|/?tr|/?li|/?h[1-6]|/?center|/?table)\b[^<>]{0,300}>", re.IGNORECASE)
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,300}>\s*([^<>\n]{1,200}?)\s*</h\1>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^<>]{0,200}>", re.IGNORECASE)
_STRESS = re.compile(  # but not the stars that hide an address: m******7@post.example
    r"(?!(?<=\w)\*{3,}\w{0,20}@)(?<!\w\*)(?<!\w\*\*)(\*\*\*|\*\*|__|\*|`|(?<![\w_])_)(?=\S)(.+?)(?<=\S)\1(?!(?<=[^_]_)\w)"
)
_POST_IN_BOLD = re.compile(
    r"^(`[^`\n]{4,30}`\s{0,3}|(?:[\d./\s–-]|(?i:to|present|now|current)){0,40})\*\*([A-ZÀ-Þ][^*\n]{2,60}?[\w)])\*\*\s+(?=\[?[A-ZÀ-Þ0-9][^*]{2,100}[^*.,]$)"
)  # 10.2021 - 06.2024 **Charge Nurse** Harbor Hospital
_STRESS_SEAM = re.compile(
    r"(?<=[\w).])(\*\*|__)\s+(?=[*_](?![*_\s])[A-Z])|(?<=[\w).])(?<!\*)(\*)\s+(?=\*\*[A-Z])"
)  # **Northwind** *Store Manager*: two kinds of print are two cells
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STYLE = re.compile(r"<(?:style|script)\b", re.IGNORECASE)
_STYLE_END = re.compile(r"</(?:style|script)>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,300})?/?>")
_ATTRIBUTES = re.compile(r"\{[.:#][^{}]{0,60}\}")
_COLOURED = re.compile(r"\$\\(?:text)?color\{[^{}$]{1,20}\}\s?\{([^{}$]{1,120})\}\$")  # by way of a formula
_DEFINITION = re.compile(r"^ {0,3}:\s+(?=\S)")
_TAG_OF_MAKER = re.compile(r"^@[a-z][a-z_]{2,20} (?=\S)")  # @role 数据分析师, of who makes a page of it
MIN_TAGS = 2
_GLUED_HEADING = re.compile(r"\s(?=#{1,6}\s\S)")
_GLUED_ITEM = re.compile(r"\s(?=-\s\S)")
_CONTENTS = re.compile(
    r"^\s*(?:(?:[*+-]|\d{1,2}\.)\s+)?\[[^\[\]]{1,80}\]\(#[^()\s]{1,120}\)\s*$"
)  # an item of the table of contents, the way back to it
_SMALL = "of|at|in|and|or|for|with|by|from|as|on|to|under|the|which|that|who|where|within|including"
_OPEN = re.compile(
    rf"[\w,)*_] (?:{_SMALL}|an?|our|its|their|de|du|des|la|et|und|der|die)$"
)  # a line that goes on in the next
_GOES_ON = re.compile(rf" {{0,8}}(?:{_SMALL}) [\w*_\[(]")
_GOES_ON_IN_BRACKET = re.compile(r" {0,8}\([*_]{0,2}[a-z]")
_BLOCK = re.compile(r"\s*(?:[*+•>|#~`:<-]|\d{1,2}[.)]\s|!\[|$)")  # begins what is no part of the paragraph above
_ITEM = re.compile(r"\s*(?:[*+-]|\d{1,2}[.)])\s+\S")
MAX_PARAGRAPH = 600  # letters; nothing that is named stands further behind
_HIDDEN = (_RULE, _ADDRESS, _REMARK, _CONTENTS)
MIN_GLUED = 2  # headings inside a line: the line breaks are lost
_ESCAPED = re.compile(r"\\([-_@.+~#*()\[\]|!&])")  # 2016.07\-至今
_SIGNS_OF_HAN = tuple("，。；、：")
MIN_STRESS = 4  # pairs of stars; fewer may stand in any text
MAX_SHORT = 16
MAX_TARGETS = 100  # of one document


def is_markdown(lines: Sequence[str]) -> bool:
    """Tell Markdown by two headings of any kind, by one and a link or a word in bold, or by what a site generator reads first."""
    n_marked = sum(bool(_HEADING.match(line)) for line in lines)
    n_underlined = sum(_is_underlined(lines, number) for number in range(len(lines)))
    n_marked += sum(line.lstrip()[:2].lower() == "<h" and bool(_HTML_HEADING.match(line.strip())) for line in lines)
    n_stressed = sum(line.count("**") for line in lines)
    return (
        n_marked + n_underlined > 1
        or (n_marked == 1 and (n_stressed > 1 or any("](http" in line for line in lines) or _opens_with_heading(lines)))
        or end_of_front(lines) is not None
        or n_stressed >= MIN_STRESS
        or any(len(_GLUED_HEADING.findall(line)) >= MIN_GLUED for line in lines[:5])
    )


def _opens_with_heading(lines: Sequence[str]) -> bool:
    """Tell ``# Mara Velding`` over plain text; a comment of a program goes on in small letters."""
    first = next((line for line in lines if line.strip()), "")
    return first.startswith("#") and first.lstrip("#")[:1] == " " and first.lstrip("# ")[:1].isupper()


def lines_of_markdown(text: str) -> Iterator[Line]:
    """Yield the printed lines of Markdown."""
    text = _COMMENT.sub("", text)
    if "<" in text:
        text = _without_styles(text)
        text = _HTML_HEADING.sub(lambda heading: f"\n{'#' * int(heading.group(1))} {heading.group(2)}\n", text)
        text = _BREAK.sub("\n", _CELL.sub("\t", text))
    lines = _with_wrapped(_with_breaks(without_front(_without_targets(text).splitlines())))
    if sum(_TAG_OF_MAKER.match(line) is not None for line in lines) >= MIN_TAGS:
        lines = [_TAG_OF_MAKER.sub("", line) for line in lines]
    skipped = -1
    opening = next((number for number, line in enumerate(lines) if line.startswith("#")), 0)
    lines[opening : opening + 1] = _with_target_below(lines[opening : opening + 1])
    for number, line in enumerate(lines):
        if number == skipped or any(hidden.match(line) for hidden in _HIDDEN):
            continue
        heading = _HEADING.match(line)
        if heading:
            yield Line(
                _printed(_SHORTCODE_BEHIND.sub("", _SHORTCODE.sub("", line[heading.end() :]))),
                size=SIZES[len(heading.group(1)) - 1],
                is_heading=True,
            )
        elif _is_underlined(lines, number):
            skipped = number + 1
            rank = 0 if "=" in lines[skipped] else 1
            yield Line(_printed(line), size=SIZES[rank], is_heading=True)
        else:
            yield Line(_printed(line), size=SIZES[-1])


def _without_targets(text: str) -> str:
    """Take the marks off the names of reStructuredText that lead to an address told elsewhere: ``Northwind_``."""
    names = sorted({re.escape(name) for name in _LINK_TARGET.findall(text)}, key=len, reverse=True)[:MAX_TARGETS]
    return re.sub(rf"(?<![\w`])`?({'|'.join(names)})`?_(?!\w)", r"\1", text) if names else text


def _without_styles(text: str) -> str:
    """Cut what is meant for the browser; one pass, whatever the text holds."""
    kept: list[str] = []
    position = 0
    for start in _STYLE.finditer(text):
        end = _STYLE_END.search(text, start.end()) if start.start() >= position else None
        if end:
            kept.append(text[position : start.start()])
            position = end.end()
        elif start.start() >= position:
            break  # never closed
    return "".join([*kept, text[position:]])


def _printed(line: str) -> str:
    line = _COLOURED.sub(r"\1", line) if "color{" in line else line
    line = unquote(line) if "tel:" in line and "%" in line else line
    line = _BADGE.sub(r"\1: \2", line) if "[![" in line else line
    line = _LINK_INSIDE.sub(r"\1", line) if "](" in line else line
    line = _LINK_NAMED.sub(r"\1", _PICTURE.sub(" ", _ATTRIBUTE.sub(r"\1: ", _QUOTE.sub("", line))))
    line = _POST_IN_BOLD.sub(r"\1\2\t", line) if "**" in line else line
    line = _STRESS_SEAM.sub(r"\1\2\t", line) if "* *" in line or "_ " in line or "* _" in line else line
    text = _LINK_BEHIND.sub(r"\1 \2", _LINK.sub(_shown_link, line))
    text = _ATTRIBUTES.sub("", _TAG.sub("  ", html.unescape(text)).replace("\xa0", " "))
    if text.lstrip().startswith("|") and text.count("|") > 1:
        text = "\t".join(cell.strip() for cell in text.strip().strip("|").split("|"))
    if text.count(":") > 1:
        text = _SHORTCODE_INSIDE.sub(" ", _SHORTCODE_LABEL.sub(r"\1: ", text))
    text = _DEFINITION.sub("", text)
    text = text.removesuffix("\\")  # the line breaks here
    text = _STRESS.sub(r"\2", text)
    return (_ESCAPED.sub(r"\1", text) if "\\" in text else text).strip(" |" if "|" in text else None)


def _shown_link(link: re.Match[str]) -> str:
    """Return the words of a link and where it leads, once where both are one address; a picture leads nowhere."""
    words, target = link.groups()
    is_picture = link.group().startswith("!") and _FILE_OF_PICTURE.search(target) is not None
    if is_picture or _OF_PROGRAM.match(target):
        return str(words)
    shown = str(words) if target.removeprefix("mailto:") == words else f"{words} {target}"
    return f"{shown} " if link.string[link.end() : link.end() + 1] in _SIGNS_OF_HAN else shown


def _with_target_below(lines: list[str]) -> list[str]:
    """Put where the first heading leads in a line of its own: it is the name of who owns the page."""
    linked = _LINKED_NAME.fullmatch(lines[0]) if lines else None
    return [f"# {linked.group(1)}", linked.group(2)] if linked else lines


def _is_underlined(lines: Sequence[str], number: int) -> bool:
    """Tell a heading whose rank is the line of signs below it; a rule below a paragraph or a list is none."""
    line = lines[number].strip()
    if not line or number + 1 >= len(lines) or not _UNDERLINE.match(lines[number + 1]):
        return False
    is_alone = (
        number == 0 or len(line) <= MAX_SHORT or not lines[number - 1].strip() or bool(_RULE.match(lines[number - 1]))
    )
    return is_alone and len(line) <= 60 and not re.match(r"[*+>|-]\s|\d+\.\s|[-=]{3}", line)


def _with_wrapped(lines: list[str]) -> list[str]:
    """Join a paragraph where the writer's margin broke its sentence: ``at the`` / ``University of Northmoor``.

    Only small words at the break are sure; a line of its own stands for one too in most hands.
    """
    found: list[str] = []
    is_item = is_code = False
    for line in lines:
        is_code ^= line.lstrip().startswith("```")
        above = found[-1] if found else ""
        is_block = is_code or _BLOCK.match(line) is not None or _BLOCK.match(above[-1:]) is not None
        is_open = not is_block and not above.endswith("  ") and len(above) < MAX_PARAGRAPH and not _HEADING.match(above)
        if is_open and (_OPEN.search(above) or _GOES_ON.match(line) or (is_item and _GOES_ON_IN_BRACKET.match(line))):
            found[-1] = f"{above} {line.lstrip()}"
            continue
        is_item = _ITEM.match(line) is not None if is_block or not is_open else is_item
        found.append(line)
    return found


def _with_breaks(lines: list[str]) -> list[str]:
    """Put lost line breaks back in front of headings and items."""
    found: list[str] = []
    for line in lines:
        if len(_GLUED_HEADING.findall(line)) >= MIN_GLUED:
            found += [item for part in _GLUED_HEADING.split(line) for item in _GLUED_ITEM.split(part)]
        else:
            found.append(line)
    return found
