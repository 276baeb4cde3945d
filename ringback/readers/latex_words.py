"""The commands of LaTeX that print no text of their own, those that print a sign, and those that state the person."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ringback.readers import patterns as re
from ringback.readers.latex_arguments import MAX_ARGUMENTS

LETTERS: Mapping[str, str] = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "i",
    "j": "j", "LaTeX": "LaTeX", "TeX": "TeX",
}  # fmt: skip
ACCENTS: Mapping[str, str] = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "c": "\u0327",
    "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328", "d": "\u0323",
}  # fmt: skip
MARKS: Mapping[str, str] = {
    "textbar": " | ", "vert": " | ", "mid": " | ", "textbullet": " · ", "bullet": " · ", "cdot": " · ", "cdotp": " · ",
    "textperiodcentered": " · ", "hfill": "\t", "dotfill": "\t", "hrulefill": "\t", "quad": "  ", "qquad": "  ",
    "enspace": " ", "space": " ", "textendash": "–", "textemdash": "–", "textasciitilde": "~", "ampersand": "&",
    "textunderscore": "_", "today": " ", "enskip": " ", "sep": " | ", "slash": "/", "acvHeaderSocialSep": " | ",
    "textasciicircum": "^", "textbackslash": " ",
}  # fmt: skip
DROPPED = frozenset(
    [
        "vspace", "hspace", "vskip", "hskip", "setlength", "addtolength", "setcounter", "includegraphics", "input", "include",
        "usepackage", "documentclass", "definecolor", "color", "pagecolor", "colorlet", "fontsize", "selectfont", "fontfamily",
        "fontspec", "geometry", "pagestyle", "thispagestyle", "newcommand", "renewcommand", "newenvironment", "renewenvironment",
        "providecommand", "newcolumntype", "hypersetup", "label", "ref", "cite", "nocite", "bibliography", "bibliographystyle",
        "printbibliography", "addbibresource", "makecvtitle", "maketitle", "makecvheader", "makecvfooter", "photo", "rule",
        "hline", "end", "setmainfont", "setsansfont", "columnratio", "switchcolumn", "divider", "smallskip", "medskip",
        "bigskip", "newpage", "clearpage", "pagebreak", "raisebox", "faicon", "titleformat", "titlespacing", "moderncvstyle",
        "moderncvcolor", "moderncvtheme", "linespread", "setstretch", "cline", "cmidrule", "wheelchart", "pdfinfo", "def",
        "let", "newif", "addvspace", "vphantom", "phantom", "cvskillhead", "rating", "cvdoublecolumn", "urlstyle",
        "raggedright", "raggedleft", "centering", "noindent", "footnote", "footnotetext", "thanks",
    ]
)  # fmt: skip
INLINE = frozenset(
    [
        "textbf", "textit", "textsl", "textsc", "textrm", "textsf", "texttt", "textmd", "textup", "textnormal", "emph",
        "underline", "uline", "uppercase", "lowercase", "makeuppercase", "makelowercase", "mbox", "makebox", "parbox", "fbox",
        "colorbox", "textcolor", "small", "large", "huge", "normalsize", "footnotesize", "scriptsize", "tiny", "url",
        "nolinkurl", "lstinline", "text", "mathrm", "mathbf", "boldmath", "scalebox", "resizebox", "adjustbox", "strong",
        "bold", "highlight", "link", "multicolumn", "multirow", "hyperlink", "foreignlanguage",
    ]
)  # fmt: skip
"""What prints its last argument in the line; the first of several says how."""
MARGINAL = frozenset(["marginpar", "margintext", "marginnote", "marginlabel", "sidenote", "sidetext"])
"""What prints its argument in the margin, beside the text behind it."""
ARITY: Mapping[str, int] = {
    "vspace": 1, "vspace*": 1, "hspace": 1, "hspace*": 1, "setlength": 2, "addtolength": 2, "setcounter": 2, "includegraphics": 1,
    "input": 1, "include": 1, "usepackage": 1, "documentclass": 1, "definecolor": 3, "color": 1, "pagecolor": 1, "colorlet": 2,
    "fontsize": 2, "fontfamily": 1, "fontspec": 1,
    "geometry": 1, "pagestyle": 1, "thispagestyle": 1, "newcommand": 2, "renewcommand": 2,
    "newcommand*": 2, "renewcommand*": 2, "providecommand": 2, "newenvironment": 3, "renewenvironment": 3, "hypersetup": 1,
    "label": 1, "ref": 1, "cite": 1, "nocite": 1, "bibliography": 1, "bibliographystyle": 1, "addbibresource": 1, "photo": 1,
    "rule": 2, "end": 1, "setmainfont": 1, "setsansfont": 1, "columnratio": 1, "raisebox": 1, "faicon": 1, "titleformat": 5,
    "titlespacing": 4, "titlespacing*": 4, "moderncvstyle": 1, "moderncvcolor": 1, "linespread": 1, "setstretch": 1, "cline": 1,
    "cmidrule": 1, "wheelchart": 3, "addvspace": 1, "vphantom": 1, "phantom": 1, "textcolor": 2, "colorbox": 2, "multicolumn": 3,
    "multirow": 3, "parbox": 2, "makebox": 1, "scalebox": 2, "resizebox": 3, "href": 2, "hyperlink": 2, "foreignlanguage": 2,
    "large": 0, "small": 0, "huge": 0, "normalsize": 0, "footnotesize": 0, "scriptsize": 0, "tiny": 0, "sl": 0, "bf": 0, "it": 0,
    "sc": 0, "tt": 0, "rm": 0, "sf": 0, "em": 0, "bfseries": 0, "itshape": 0, "scshape": 0, "sffamily": 0, "ttfamily": 0,
    "mdseries": 0, "upshape": 0, "slshape": 0, "flushleft": 0, "flushright": 0, "raggedcolumns": 0, "justifying": 0, "null": 0,
    "strut": 0, "indent": 0, "relax": 0, "leavevmode": 0, "itemsep": 0, "parskip": 0, "topsep": 0, "parsep": 0, "name": 2,
    "email": 1, "mail": 1, "phone": 1, "smartphone": 1,
    "wechat": 1, "weixin": 1,
    "footnote": 1, "footnotetext": 1, "thanks": 1, "urlstyle": 1,
    "mobile": 1, "homepage": 1, "position": 1, "tagline": 1, "linkedin": 1, "github": 1,
}  # fmt: skip
NAMES: Mapping[str, str] = {
    "name": "whole", "author": "whole", "cvname": "whole", "fullname": "whole", "myname": "whole", "namesection": "whole",
    "firstname": "first", "givenname": "first", "familyname": "last", "lastname": "last", "surname": "last",
}  # fmt: skip
HEAD_FIELDS: Mapping[str, str] = {
    "email": "Email", "mail": "Email", "phone": "Phone", "smartphone": "Phone",
    "mobile": "Phone", "cvphone": "Phone", "tel": "Phone",
    "telephone": "Phone", "cvmail": "Email", "emailaddress": "Email", "phonenumber": "Phone", "address": "Address",
    "cvaddress": "Address", "mailaddress": "Address", "location": "", "homepage": "Website", "website": "Website",
    "cvsite": "Website", "linkedin": "LinkedIn", "cvlinkedin": "LinkedIn", "github": "GitHub", "cvgithub": "GitHub",
    "wechat": "WeChat", "weixin": "WeChat", "quote": "", "numberphone": "Phone", "leftheader": "", "rightheader": "",
    "contacts": "",
    "position": "", "tagline": "", "subtitle": "", "jobtitle": "", "cvjobtitle": "", "born": "Born", "dateofbirth": "Born",
    "birthday": "Born", "dob": "Born",
    "extrainfo": "", "cvdate": "Born", "birthdate": "Born", "nationality": "Nationality", "cvnationality": "Nationality",
}  # fmt: skip
_PREFIXES = ("set", "ecv", "cv", "my", "the", "resume", "personal", "user", "applicant", "candidate")
_ALSO_OF_ENTRIES = frozenset({"address", "location", "position", "tagline", "subtitle", "jobtitle", "quote", "born"})
SECTION = re.compile(r"(?:cv|r|my|resume|new)?(?:section|chapter|part)(?:title|head(?:ing)?)?\*?", re.IGNORECASE)
SUBSECTION = re.compile(r"(?:cv|run|resume)?(?:sub)+section(?:title)?\*?|paragraph\*?", re.IGNORECASE)
ICON = re.compile(r"fa(?:[A-Z]\w*|icon)|(?:ai|ad)[A-Z]\w*")


def arity_of(name: str) -> int:
    """Return how many arguments a command takes; what no list knows takes all that stand behind it."""
    if name in MARKS or SECTION.fullmatch(name) or SUBSECTION.fullmatch(name):
        return int(name not in MARKS)
    lowered = name.lower()
    if lowered in ARITY:
        return ARITY[lowered]
    if lowered in INLINE or lowered in MARGINAL:
        return 1
    return 0 if lowered in DROPPED or ICON.fullmatch(name) else MAX_ARGUMENTS


def stated_by(command: str) -> str:
    r"""Return what a command states of the person, whatever its class puts around it: ``\setname``, ``\ecvemail``, ``\myauthor``.

    A command that may tell of a job as well, such as a location, is known by its own name alone.
    """
    lowered = command.lower()
    if lowered in NAMES or lowered in HEAD_FIELDS:
        return lowered
    bare = next((lowered.removeprefix(prefix) for prefix in _PREFIXES if lowered.startswith(prefix)), lowered)
    bare = bare.removesuffix("page") if bare != "homepage" else bare
    is_known = bare in NAMES or bare in HEAD_FIELDS
    return bare if is_known and (bare not in _ALSO_OF_ENTRIES or lowered.startswith("ecv")) else lowered


OWN_SECTIONS = frozenset({"experience", "experiences", "education", "formation", "skills", "projects", "publications"})
ENTRY_ENVIRONMENT = re.compile(r"subsection|entry|job|role|position|experience|event|degree|work", re.IGNORECASE)


def accented(accent: str, following: str) -> tuple[str, int] | None:
    r"""Return the letter that an accent makes with what follows (``\'e``, ``\"{u}``, ``\^{\i}``), and how far it reaches."""
    match = re.match(r"\s*\{\s*\\?([A-Za-z])\s*\}|\\([ij])(?:\{\})?|([A-Za-z])", following)
    if match is None or (accent.isalpha() and following[:1] not in {"{", " "}):
        return None
    letter = next(filter(None, match.groups()))
    return unicodedata.normalize("NFC", letter + ACCENTS[accent]), match.end()


SOCIAL_LABELS = {"weixin": "WeChat", "wechat": "WeChat", "qq": "QQ", "linkedin": "LinkedIn", "github": "GitHub"}
"""Options of the command that states an account."""
ICON_LABELS = {"faweixin": " WeChat: ", "fawechat": " WeChat: ", "faqq": " QQ: "}
"""Pictures that say alone what the handle behind them is."""
