"""The source of a LaTeX document: how it is told, and what its head defines for the text."""

from __future__ import annotations

from typing import NamedTuple

from ringback.readers import patterns as re

_SOURCE = re.compile(r"\\documentclass\b|\\begin\{document\}")
_PART = re.compile(r"^[^\S\n]*\\(?:cv)?(?:section|entry|event|item)\*?\{", re.MULTILINE)
MIN_PARTS = 3  # of a file that another one includes
_COMMENT = re.compile(r"(?<!\\)((?:\\\\){0,4})%.*")
_MACRO = re.compile(r"\\(?:(?:re)?newcommand\*?\{?|def ?)\\([A-Za-z]+)\}?\{([^{}\\]{1,80})\}")
_OWN_MARGINAL = re.compile(  # \newcommand{\mhead}[1]{\leavevmode\marginpar{\small #1}}
    r"\\(?:re)?newcommand\*?\s*\{?\\([A-Za-z]+)\}?\s*\[1\]\s*\{[^\n#]{0,60}?\\margin(?:par|note)\b"
)


class LatexSource(NamedTuple):
    """A source without comments: what stands in front of the document, the document, and words that the head defines."""

    head: str
    body: str
    macros: dict[str, str]


def is_latex(text: str) -> bool:
    """Tell the source of a LaTeX document."""
    return "\\" in text and (_SOURCE.search(text) is not None or len(_PART.findall(text)) >= MIN_PARTS)


def parted_source(text: str) -> LatexSource:
    """Part a source; a part of a document, which another file includes, has no head."""
    text = _COMMENT.sub(r"\1", text)
    head, begin, body = text.partition("\\begin{document}")
    if not begin:
        head, body = "", text
    if marginals := _OWN_MARGINAL.findall(text):
        body = re.sub(rf"\\(?:{'|'.join(marginals)})(?=\{{)", r"\\marginpar", body)
    return LatexSource(head, body, dict(_MACRO.findall(head)))
