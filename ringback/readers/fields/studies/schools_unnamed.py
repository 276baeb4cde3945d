"""What may name a school that no word gives away: no subject, town, month, post or heading."""

from __future__ import annotations

from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.months import MONTHS
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.examinations import examinations_alone
from ringback.readers.fields.studies.school_words import SUBJECT
from ringback.readers.fields.wordlists import words_by_key

SURE_POST = 0.9
_SENTENCE = re.compile(r"\b(?:I am|I['’]m|am|my|studying)\b")  # Now I am studying in Department
_OPEN_ENDED = re.compile(r" (?:of|de|do|da|em|en|in|di|del|du|des|from|at|and|y|e|et|und|für)$")  # Cursos de:
_NO_SCHOOL = re.compile(
    r"^(?:(?:IN|OF|AND|FOR|WITH) .*|[Ii]n[ -][Vv]iew|[Ii]n [Pp]rogress|(?:[Tt]o|[Tt]ill) [Dd]ate|[Aa]waiting .*|[Rr]esults? .*"
    r"|[Aa]ppear(?:ing|ed)|[Pp]ass(?:ed)?|[Ff]irst [Cc]lass.*"
    r"|[Ss]econd [Cc]lass.*|[Ff]inal [Yy]ear|[Nn]il|N/?A|None|[A-Z]{2,5} ?\d{2,4}[A-Z]?"
    rf"|Continu(?:e|ed|ing)|Running|{examinations_alone()}"
    r"|Ongoing|Semesters?|Terms?|Subjects?|Marks|Percentage|Grades?|(?:[SC]?GPA|[SC]PI)|(?:First|Second|Third|Fourth|Fifth|Sixth"
    r"|Seventh|Eighth|Final)(?: (?:Semester|Term|Year))?|Present|Current(?:ly)?|Pursuing|Certificates?|Diplomas?"
    r"|Degrees?|Courses?|Training|Workshops?|Members?|Batch|Bo(?:ar|ra)d|Month|Year|Session|Stream|Branch|Institut(?:e|ion)|Uni(?:v|versity)?"
    r"|C\.?B\.?S\.?E\.?(?: Board)?|I\.?C\.?S\.?E\.?(?: Board)?|I\.?S\.?C\.?|(?:[A-Z]\w+\.? ){0,3}Board(?: of .*)?"
    r"|Online|Remote|Distance|Hybrid|On-?[Cc]ampus|On-?[Ss]ite"
    r"|Coursera|Udemy|[Ee]d[Xx]|Udacity|LinkedIn(?: Learning)?|Khan Academy|FutureLearn"
    r"|Skillshare|Pluralsight|DataCamp|Codecademy|[Ff]ree[Cc]ode[Cc]amp|Treehouse|Simplilearn|Great Learning|upGrad|NPTEL|Alison"
    r"|Fall|Spring|Autumn|Winter|Summer|Anticipated|Conferred|Currently \w+|Atual|Concluíd[ao]|Em andamento|[A-Z]?C?GPA"
    r"|Dean['’]?s? List|University Honou?rs|Phi \w+(?: \w+)*|(?:Summa|Magna) .*"
    r"|[BM]\.[A-Z][a-z]{0,3}(?:\.[A-Z])*\.?"
    r"|[FM]RC[A-Z]{1,4}(?:[a-z]+)?|ACCA|CIMA|CFA|FIA|PMP|CISSP|GMAT|GRE|TOEFL|IELTS|TOEIC|DELF|JLPT|HSK|IGCSE|QTS|ISTQB|ITIL|AWS"
    r"|CCNA|OSCP|CEH|NYSC|STEA?M|MOOCs?|(?:Erasmus|ERASMUS)\+?(?: (?:(?i:programm?e?|exchange|semester|student|mundus)\b.*))?"
    r"|Dez|Out|Set|Ago|Abr|Fev|Gen|Mag|Giu|\w+ [Oo]nderwijs|Enseignement \w+|Lug|Ott|Dic|Okt|Mär)$|\b(?:City|Metro"
    r"|Province|County)\b"
)
_PART_OF_HOUSE = re.compile(r"(?:[A-Z][\w&-]* ){1,5}(?:Research )?(?:Group|Lab|Laboratory|Division|Unit|Chair)")
_MONTH_WORDS = frozenset(word for words in MONTHS for word in words.split())
_FIELD = re.compile(
    r"(?:\w{3,}(?:[mtsnhrl]ics|[ao]graphy|istik|[mrn]atik|[a-z]wissenschaft(?:en)?|systeme|wesen|technik|kunde)"
    r"|Astronomy|Philosophy|Botany|Bio\w+|\w+[aeiou]logy|Sciences|Systems|Polic[yi]\w*|Levels?|Programming|Networks?|Theat(?:re|er)|Writing"
    r"|(?:Department|Dept\.?|Faculty|School) (?:of|for) .*)$"
)  # which SUBJECT leaves to other rules, for names of schools hold them too
CERTIFICATE = re.compile(
    r"(?:[A-Z][\w-]* (?:\d{1,2} )?){0,5}(?:Certificate|Certification|Nanodegree|Boot ?[Cc]amp|Course ?[Ww]ork"
    r"|Coursework|Minor|Exchange)\b"
    r"|(?:[A-Z]+ ){0,3}(?:CERTIFICATE|CERTIFICATION|COURSE ?WORK|BOOTCAMP)\b"
)  # what opens an entry as a degree does
_TECH = re.compile(r"(?:[A-Z][a-z]+ ){1,3}Tech")  # New York City Tech


def is_called_shortly(name: str) -> bool:
    """Tell a university that everybody calls by one name, where nothing but that name stands in a piece: ``Princeton``."""
    return name[:1].isupper() and name.lower() in _towns_of_universities()


@cache
def _towns_of_universities() -> frozenset[str]:
    return words_by_key("school_names.tsv")["town"]


def may_be_school(piece: str) -> bool:
    """Tell a piece of a line that is no subject, town, month, post or heading, and so may name a school."""
    words = piece.split()
    if _TECH.fullmatch(piece):
        return True
    return (
        1 <= len(words) <= 6
        and sum(1 if word[0].islower() else -1 for word in words if len(word) > 2) < 0  # no sentence
        and len(piece) > 2
        and piece[0].isupper()
        and not re.search(r"[\d:%•]|^(?:Conclu|Finaliz|En curso|Em curso|Expected|Complet|Graduat|Desde|Since)", piece)
        and piece.count("(") == piece.count(")")
        and not _NO_SCHOOL.search(piece)
        and not _SENTENCE.search(piece)
        and not _OPEN_ENDED.search(piece)
        and not CERTIFICATE.match(piece)
        and not _PART_OF_HOUSE.fullmatch(piece)
        and piece.lower().rstrip(".") not in _MONTH_WORDS
        and not degrees_in(piece)
        and title_score(piece) < SURE_POST
        and not SUBJECT.search(piece)
        and not _FIELD.search(piece)
        and not is_placeholder(piece)
        and not field_of(piece)
        and bare_letters(piece).lower() not in section_table()  # the heading in the margin beside it: Formation
        and not is_town(piece)
        and not place_of(piece).is_certain
    )
