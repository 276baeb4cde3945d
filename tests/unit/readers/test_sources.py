"""Resumes of invented people in the sources that site generators and editors print from: front matter, outlines, notes."""

from __future__ import annotations

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.formats import read_content
from ringback.readers.limits import ReaderLimits
from schemas.policy import RoleTaxonomy

DATES_FIRST = """---
title: "CV"
permalink: /cv/
---

## Experience :office:

Since August 2029: **Research and Teaching Assistant in Archival Science** at the Halden University of Applied Sciences, [School of Archives and Records of Halden (SARH)][sarh], Section B
- Helping with projects, assignments and the training of librarians

January 2025 - July 2029: **Photo Archivist** at the Museum of Fjords, [Media Center][mc]

## Organizations :busts_in_silhouette:

- Since February 2031: Archive Council [Technical Committee][tc] Community Representative

## Education :school:

- 2023-2025: **Master of Science in Information Science** at the University of Halden

[sarh]: https://sarh.example/
[mc]: https://mc.example/
"""
QUOTED = """# Ada Morn

## Current positions

### Kestrel -  Senior Underwriter _[main position]_
> Bristol, England
> August 2026 - Current

### Morn.example - Trainer
> Bristol, England
> September 2025 - July 2026
"""
OUTLINE = """#+TITLE: Pavel Rybar
#+EMAIL: pavel@rybar.example
#+OPTIONS: toc:nil
* Experience
** Head Chef at Modrý Kohout
*** March 2025 - Present
- Runs a kitchen of nine
** Sous Chef at Hotel Paříž
*** April 2022 - March 2025
* Education
** Culinary Institute of Prague, 2018 - 2021
Diploma in Gastronomy
"""
DRAWERS = """#+TITLE: Ines Faro
* Employment
** Site Manager
:PROPERTIES:
:CV_ENV: cventry
:FROM: <2024-03-01>
:EMPLOYER: Construtora Faro Ltda
:END:
- Schools and bridges
** Foreman
:PROPERTIES:
:FROM: <2018-03-01>
:TO: <2024-02-01>
:EMPLOYER: Obras do Sul Ltda
:END:
"""
REMARK_BETWEEN = """Lena Stark
lena@stark.example
WORK
Corvus Exchange (CEX)  [Compliance Officer]
Providing global remittance with convenience and efficiency for all.
January 2026 - Current
- Rewrote the rules for new clients
Lean Freight  [Customs Clerk]
Moving goods across borders through honest software and patience.
Sept 2024 - December 2025
- Filed declarations
"""


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (DATES_FIRST, "Research and Teaching Assistant in Archival Science", "Halden University of Applied Sciences"),
        (QUOTED, "Senior Underwriter", "Kestrel"),
        (OUTLINE, "Head Chef", "Modrý Kohout"),
        (DRAWERS, "Site Manager", "Construtora Faro Ltda"),
        (REMARK_BETWEEN, "Compliance Officer", "Corvus Exchange (CEX)"),
    ],
)
def test_the_latest_job_is_read(
    text: str, title: str, employer: str, taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    document = read_content(text.encode(), limits)
    assert isinstance(document, Document)
    resume = resume_of_document(document, read_file_name("x.md", source=None), taxonomy, limits)
    assert resume.current_title == title
    assert (resume.current_employer or "").startswith(employer)


def test_front_matter_makes_a_page_of_spans_markdown(limits: ReaderLimits) -> None:
    text = "---\nlayout: page\npermalink: /cv/\n---\n<style>.a { color: red }</style>\n<div><span>Education</span></div>\n<div>x</div>"
    document = read_content(text.encode(), limits)
    assert isinstance(document, Document)
    assert [line.text.strip() for line in document.lines if line.text.strip()] == ["Education", "x"]


def test_comments_and_compound_names_of_schools_are_no_facts(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    text = (
        "Dr. Ada Morn\n============\n\n.. Technical skills\n.. * Operating Systems\n\nEducation\n---------\n"
        ":2003: Rutgers University, New Brunswick, Ph.D. Physics\n\nWorkshops Organized\n-------------------\n"
        "* Satellite School:  7th School on Magnetic Structure (2018), University of Maryland\n"
    )
    document = read_content(text.encode(), limits)
    assert isinstance(document, Document)
    assert not any("Operating" in line.text for line in document.lines)
    resume = resume_of_document(document, read_file_name("x.rst", source=None), taxonomy, limits)
    assert resume.school == "Rutgers University"
