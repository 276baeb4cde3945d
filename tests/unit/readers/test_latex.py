"""Sources of LaTeX resumes of invented people: each class names its commands otherwise, all print alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.latex import lines_of_latex
from ringback.readers.latex_source import is_latex
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.policy import RoleTaxonomy
from schemas.records import ParsedResume, Reading
from tests.standins.growth import LINEAR, growth

OWN_COMMANDS = r"""
\documentclass[letterpaper,11pt]{article}
\newcommand{\resumeSubheading}[4]{\vspace{-2pt}\item \textbf{#1} & #2 \\ \textit{#3} & #4 \\}
\begin{document}
\begin{center}
    \textbf{\Huge \scshape Nora Whitfield} \\ \vspace{1pt}
    503-555-0142 $|$ \href{mailto:nora@whitfield.example}{\underline{nora@whitfield.example}}
\end{center}
\section{Education}
    \resumeSubheading
      {Portland State University}{Portland, OR}
      {Bachelor of Science in Nursing, Minor in Spanish}{Aug. 2014 -- May 2018}
\section{Experience}
    \resumeSubheading
      {Charge Nurse}{June 2021 -- Present}
      {Providence Heart Institute}{Portland, OR}
        \resumeItem{Lead a team of 14 nurses \& two aides on nights.}
    \resumeSubheading
      {Staff Nurse}{July 2018 -- May 2021}
      {Legacy Medical Center}{Portland, OR}
\end{document}
"""
ENTRIES = r"""
\documentclass[11pt, a4paper]{awesome-cv}
\name{Jos\'e}{Ib\'a\~nez}
\position{Abogado laboralista{\enskip\cdotp\enskip}Mediador}
\mobile{(+34) 611-555-014}
\email{jose@ibanez.example}
\begin{document}
\makecvheader
\cvsection{Experiencia}
\begin{cventries}
  \cventry
    {Abogado asociado} % Job title
    {Bufete Llorente y Mora} % Organization
    {Madrid} % Location
    {Sep. 2019 - Presente} % Date(s)
    {
      \begin{cvitems}
        \item {Asesoramiento a comit\'es de empresa.}
      \end{cvitems}
    }
\end{cventries}
\cvsection{Formación}
\cventry{Grado en Derecho}{Universidad Carlos III de Madrid}{Getafe}{2012 - 2016}{}
\end{document}
"""
ENVIRONMENTS = r"""
\documentclass{resume}
\name{Ray Dobson}
\address{14 Mill Lane \\ Leeds LS1 4AB}
\address{+44 7700 900142 \\ ray@dobson.example}
\begin{document}
\begin{rSection}{Work History}
\begin{rSubsection}{Yorkshire Water}{March 2018 - Present}{Plumbing Supervisor}{Leeds}
\item Run a crew of six
\end{rSubsection}
\begin{rSubsection}{Dales Heating Ltd}{2011 - 2018}{Plumber}{Harrogate}
\item Boilers
\end{rSubsection}
\end{rSection}
\begin{rSection}{Education}
{\bf Leeds City College} \hfill {\em 2009 - 2011} \\
NVQ Level 3 in Plumbing
\end{rSection}
\end{document}
"""
HEADLESS = r"""
\section{Work}
{\sl Corvus Exchange Ltd} [Compliance Officer] \\
January 2022 - Current \\
\begin{itemize}[topsep=0pt] \itemsep -2pt
  \item Rewrote the onboarding rules.
\end{itemize}
\section*{Education}
{\sl University of Melbourne}, Bachelor of Laws \\
\section{Languages}
"""


@pytest.mark.parametrize(
    ("source", "name", "title", "employer", "school"),
    [
        (OWN_COMMANDS, "Nora Whitfield", "Charge Nurse", "Providence Heart Institute", "Portland State University"),
        (
            ENTRIES,
            "José Ibáñez",
            "Abogado asociado",
            "Bufete Llorente y Mora",
            "Universidad Carlos III de Madrid",
        ),
        (ENVIRONMENTS, "Ray Dobson", "Plumbing Supervisor", "Yorkshire Water", "Leeds City College"),
        (HEADLESS, None, "Compliance Officer", "Corvus Exchange Ltd", "University of Melbourne"),
    ],
)
def test_every_class_is_read(
    source: str, name: str | None, title: str, employer: str, school: str, taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    resume = _resume(document_of_text(source, limits), taxonomy, limits)
    assert (resume.current_title, resume.current_employer, resume.school) == (title, employer, school)
    assert name is None or resume.name == name


def _resume(document: Document, taxonomy: RoleTaxonomy, limits: ReaderLimits) -> ParsedResume:
    return resume_of_document(document, read_file_name("x.tex", source=None), taxonomy, limits)


def test_an_entry_is_one_row_and_its_description_stands_below() -> None:
    shown = [line.text for line in lines_of_latex(ENTRIES)]
    assert "Abogado asociado\tBufete Llorente y Mora\tMadrid\tSep. 2019 - Presente" in shown
    assert "-  Asesoramiento a comités de empresa." in shown


def test_prose_about_latex_is_none() -> None:
    assert not is_latex("I typeset reports with LaTeX and \\section commands.\nCosts: 5\\% less")


@pytest.mark.parametrize(
    "hostile",
    [
        lambda n: "\\a{x}{" * n,
        lambda n: "\\a{x}{" * n + "}" * n,
        lambda n: "{" * n + "}" * n,
        lambda n: "\\x[" * n,
        lambda n: "\\b" + "{x}" * n,
    ],
)
def test_nesting_costs_no_more_than_its_length(hostile: Callable[[int], str]) -> None:
    def walk(source: str) -> object:
        return list(lines_of_latex("\\documentclass{a}" + source))

    assert growth(walk, hostile, 20_000) < LINEAR


def test_accounts_that_the_class_states() -> None:
    head = "\\documentclass{moderncv}\n\\name{张}{伟}\n\\social[weixin]{zhangwei_dev}\n\\social[twitter]{zw}\n"
    lines = [line.text for line in lines_of_latex(head + "\\begin{document}\\maketitle\\end{document}")]
    assert lines == ["张 伟", "WeChat: zhangwei_dev"]


def test_what_a_template_defines_is_printed(taxonomy: RoleTaxonomy) -> None:
    source = r"""
\documentclass{article}
\def\myauthor{Nora Whitfield}
\def\myemail{nora@whitfield.example}
\def\myphone{+44 20 7946 0014}
\begin{document}
{\Large \myauthor}

\href{tel:\myphone}{\myphone} \\
\href{mailto:\myemail}{\myemail}
\section*{Education}
BSc Geography, Northgill University, 2012 -- 2015
\section*{Experience}
Surveyor, Ortwin Partners, 2016 -- 2019
\end{document}
"""
    limits = ReaderLimits()
    resume = resume_of_document(
        document_of_text(source, limits), read_file_name("vita.tex", source=None), taxonomy, limits
    )
    assert (resume.name, resume.emails, resume.phones) == (
        "Nora Whitfield",
        ("nora@whitfield.example",),
        ("+442079460014",),
    )


def test_who_somebody_is_where_the_class_is_his_own() -> None:
    source = r"""\documentclass{own-cv}
\renewcommand{\firstname}{Ann}
\renewcommand{\lastname}{Weaver}
\renewcommand{\subtitle}{CV pour un poste de programmeur}
\renewcommand{\email}{ann@weaver.example}
\begin{document}
\addinfo{Email}{\email}
\experience
\begin{entry}
  {2015 - 2017}{Programmeuse}{Londres}
  {Loomworks}
\end{entry}
\end{document}
"""
    lines = list(lines_of_latex(source))
    assert [line.text for line in lines] == [
        "Ann Weaver",
        "CV pour un poste de programmeur",
        "Email\tann@weaver.example",
        "Experience",
        "2015 - 2017\tProgrammeuse\tLondres\tLoomworks",
    ]
    assert [line.text for line in lines if line.is_heading] == ["Ann Weaver", "Experience"]


def test_dates_in_the_margin_are_a_cell_of_their_own() -> None:
    source = r"""\documentclass{article}
\newcommand{\years}[1]{\marginnote{\normalsize #1}}
\begin{document}
\section*{Work Experience}
\years{2019-present}\textbf{Larchwell Mutual}, Claims adjuster, Lindale, VT \\
\years{Present}\textsc{MSc} in Tides, Northmoor College \\
\years{Mar 2012 -- \\ May 2014}\textbf{Blue Door Bakery}, Baker, Lindale, VT \\
\boxed{24 tides}, \boxed{Sea 2019 Prize} and \boxed{--} stand in the text
\end{document}
"""
    assert [line.text for line in lines_of_latex(source)] == [
        "Work Experience",
        "2019-present\tLarchwell Mutual, Claims adjuster, Lindale, VT",
        "Present\tMSc in Tides, Northmoor College",
        "Mar 2012 – May 2014\tBlue Door Bakery, Baker, Lindale, VT",
        "24 tides, Sea 2019 Prize and – stand in the text",
    ]


def test_a_note_at_the_foot_is_no_part_of_the_line() -> None:
    source = (
        r"\documentclass{article}\begin{document}{\Large \textbf{NORA PELLWICK}\footnote{From October on my name is Nora Moor.}}"
        r" \\ Lindale \thanks{To the tides.}\end{document}"
    )
    assert [line.text for line in lines_of_latex(source)] == ["NORA PELLWICK", "Lindale"]


def test_a_birthday_of_the_head_is_a_label(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "\\documentclass{resume}\n\\name{Lin}{Moor}\n\\socialinfo{\\mobile{185-0000-0055}\\email{lin@mailbox.example}\n"
        "\\birthday{March 04, 1990}}\n\\begin{document}\n\\makeheader\n\\section{Skills}\nExcel\n\\end{document}\n",
        "cv.tex",
    ).resumes
    assert found.birth_year == 1990


PREFIXED = r"""
\documentclass{europasscv}
\ecvname{Tilde Marrow}
\ecvmobile{(+39) 320 555 0142}
\ecvemail{tilde@marrow.example}
\ecvlinkedinpage{https://www.linkedin.com/in/tilde-marrow}
\ecvdateofbirth{3 May 1991}
\begin{document}
\ecvsection{Experience}
\ecvtitle{March 2021 -- Present}{Baker}
\ecvitem{}{Ovens of Larchfield Ltd, Turin (Italy)}
\end{document}
"""
OWN_PREFIX = r"""
\documentclass{memoir}
\def\myauthor{Tilde Marrow}
\def\myemail{tilde@marrow.example}
\begin{document}
{\LARGE\scshape{\MakeTextLowercase\myauthor}}
\section*{Experience}
Baker, Ovens of Larchfield Ltd, 2019 -- 2023
\end{document}
"""
HALVES_AND_LINKS = r"""
\documentclass{deedy-resume-openfont}
\begin{document}
\namesection{Tilde}{Marrow}{\urlstyle{same}\href{https://github.com/tmarrow}{GitHub}|\href{https://chess.example/tmarrow}{Chess}

\\ +39 320 555 0142 | \href{mailto:tilde@marrow.example}{tilde@marrow.example}}
\section{Experience}
\runsubsection{Ovens of Larchfield Ltd}
\descript{| Baker}
\location{2019 - 2023}
\end{document}
"""
LAST_HALF = HALVES_AND_LINKS.replace(r"\namesection{Tilde}{Marrow}", r"\namesection{}{Tilde Marrow}")
TITLE_FOR_NAME = r"""
\documentclass{article}
\title{\bfseries \Huge Tilde Marrow}
\begin{document}
\maketitle
\section*{Experience}
Baker, Ovens of Larchfield Ltd, 2019 -- 2023
\end{document}
"""
TITLE_OF_KIND = TITLE_FOR_NAME.replace(r"\bfseries \Huge Tilde Marrow", "Curriculum Vitae").replace(
    r"\maketitle", "\\maketitle\n{\\Large Tilde Marrow}\n\ntilde@marrow.example"
)
NAMED = {
    "behind a prefix": PREFIXED, "in a definition": OWN_PREFIX, "before links": HALVES_AND_LINKS, "in the last half": LAST_HALF,
    "in the title": TITLE_FOR_NAME, "under the title": TITLE_OF_KIND,
}  # fmt: skip


@pytest.mark.parametrize("source", NAMED.values(), ids=NAMED.keys())
def test_the_name_stands_wherever_a_class_asks_for_it(
    source: str, taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    assert _resume(document_of_text(source, limits), taxonomy, limits).name == "Tilde Marrow"


def test_contacts_behind_a_prefix_are_the_persons(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    found = _resume(document_of_text(PREFIXED, limits), taxonomy, limits)
    assert (found.phones, found.emails, found.birth_year) == (("+393205550142",), ("tilde@marrow.example",), 1991)


def test_an_item_that_goes_on_below_is_one_line() -> None:
    source = HEADLESS.replace(
        r"\item Rewrote the onboarding rules.",
        "\\item [2019 - now] Baker, Ovens of\n    Larchfield Ltd, which\n    bakes\n  \\item Two\n\n  three",
    )
    shown = [line.text for line in lines_of_latex(source)]
    assert "2019 - now  Baker, Ovens of Larchfield Ltd, which bakes" in shown
    assert "three" in shown


JOB = "\\section{Experience}\nBaker, Ovens of Larchfield Ltd, 2019 -- 2023\n\\end{document}\n"
HEADS = {
    "over two lines": r"\cvname{Tilde\\Marrow}\cvmail{tilde@marrow.example}\begin{document}",
    "with a size and a space": "\\begin{document}\n\\name{\\Large Tilde Marrow \\vspace*{.1in}}\ntilde@marrow.example\n",
    "beside an environment": r"\newcommand{\fullname}{Tilde Marrow}\begin{document}\begin{center}{\Huge\fullname}\\ tilde@marrow.example\end{center}",
    "behind a colour": (
        r"\author{\LaTeX{} Ninja}\begin{document}\simpleheader{headercolour}{Tilde}{Marrow}{Baker}{white}"
        "\ntilde@marrow.example\n"
    ),
    "before a picture": r"\begin{document}\cvID{Tilde}{Marrow}{picture.jpg}{Baker}" + "\ntilde@marrow.example\n",
    "between two heads": (
        r"\rightheader{tilde@marrow.example \\ Turin}\title{Curriculum Vitae}\subtitle{Tilde Marrow}\begin{document}\maketitle"
    ),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_heads_of_many_classes(head: str, taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    found = _resume(document_of_text(f"\\documentclass{{own}}\n{head}\n{JOB}", limits), taxonomy, limits)
    assert (found.name, found.emails) == ("Tilde Marrow", ("tilde@marrow.example",))
