"""What an English label or question asks for, by its words: *Who is your current (or last) employer?*, *Core competencies*.

Every word must be understood, so that *Recruiter Email*, *Name of spouse* and *Date Applied* ask for nothing.
"""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re

MAX_WORDS = 14
_WORDS = {
    "name": "name names",
    "first": "first given forename",
    "last": "surname family",
    "emails": "email emails mail e-mail",
    "phones": "phone phones whatsapp telephone mobile cell cellphone tel",
    "linkedin": "linkedin",
    "birth": "birth born dob birthday birthdate",
    "date": "date day",
    "gender": "gender sex",
    "pay": "salary pay compensation remuneration wage wages ctc earnings package earn",
    "years": "years yrs year long",
    "experience": "experience exp experienced",
    "skills": "skill skills skillset competence competences competency competencies expertise technologies proficiencies"
        " strengths",
    "degree": "qualification qualifications degree education diploma educational graduation",
    "school": "university college school institution institute uni",
    "firm": "employer employers company organisation organization firm workplace business",
    "post": "title position role job designation occupation post titles vacancy opening jobs roles positions",
    "place": "city town location place locality cities locations suburb area region base",
    "where": "where",
    "there": "there that",
    "trade": "trade industry profession",
    "number": "number no numbers",
    "contact": "contact",
    "whole": "full legal complete",
    "lives": "live living lives based reside residing located residence home residential",
    "good": "good",
    "things": "things",
    "works": "work works worked working employed employment",
    "moves": "relocation relocate relocating move moving",
    "now": "current currently now presently present recent recently latest last existing today moment",
    "wish": (
        "desired desire expected expectation expectations expect expecting wanted want wants sought seek seeking target"
        " targeted preferred prefer preference like looking hope hoping hoped wish willing ideal interested interest apply"
        " applying applied requested considered consider aim aspire"
    ),
    "": (
        "what whats what's who whom which when is are was were do does did you your yours in at for of a an the we us i my to"
        " from on or and with by as have has hold held had been be can could would so please tell enter state give list"
        " provide indicate specify select share us about own best reach"
        " level highest attained obtained completed awarded gained key relevant main core top professional technical personal"
        " most total overall many much how roughly approximately attend attended study studied graduated"
        " graduate graduating go went alma mater profile link url address annual monthly yearly gross net basic per month"
        " annum range level work-related currently-held employer's called get paid open ideally this these field hi hello"
        " then three field five two top strongest greatest use minimum maximum max"
        " min kind sort type so far best tickets it software tools areas identity academic incl"
    ),
}  # fmt: skip
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_TOKEN = re.compile(r"[a-z](?:[a-z'’-]*[a-z])?")
_NOTE = re.compile(
    r"\((?:optional|required|if any|if known|dd/?mm/?yyyy|year|url|please specify|s|es|ies)\)", re.IGNORECASE
)
_OF_INTEREST = re.compile(r"areas? of interests?|interest(?:ed)? areas?|areas? interested")  # subjects, and no places
Rules = tuple[tuple[str, str, str], ...]
_RULES: Rules = (
    ("emails", "emails", "wish now contact"),
    ("phones", "phones", "wish now number contact"),
    ("phones", "number contact", ""),
    ("linkedin", "linkedin", ""),
    ("gender", "gender", ""),
    ("birth", "birth", "date years"),
    ("first_name", "name first", ""),
    ("last_name", "name last", ""),
    ("last_name", "name now", ""),  # your last name
    ("name", "name first last", ""),
    ("name", "name whole", ""),
    ("desired_salary", "pay wish", "post"),
    ("skills", "skills", "post experience works"),
    ("skills", "things good", ""),
    ("skills", "good", ""),
    ("years", "years experience", "works number"),
    ("years", "years works", ""),
    ("years", "years trade", ""),
    ("degree", "degree", ""),
    ("school", "school", "name"),
    ("desired_title", "post wish", "name"),
    ("desired_city", "place wish", "works post lives where"),
    ("desired_city", "moves wish", "where place"),
    ("desired_city", "where wish", "works post lives"),
    ("current_title", "post now", "firm works"),
    ("current_title", "post there", "firm works now"),
    ("current_employer", "firm now", "works name"),
    ("current_employer", "works now where", ""),
    ("city", "lives place", "where now"),
    ("city", "lives where", "now"),
    ("city", "lives now", ""),
    ("city", "lives", ""),
    ("city", "place now", "where"),
)  # fmt: skip
"""Field, the kinds of words that ask for it, and those that may stand beside them."""


@lru_cache(maxsize=2048)
def field_by_parts(text: str) -> str | None:
    """Return the field of the record that English words ask for, if all of them are understood and they ask for one thing."""
    bare = _NOTE.sub("", text.lower().replace("_", " "))
    words = _TOKEN.findall(bare)
    if not 0 < len(words) <= MAX_WORDS or not text.isascii() or _OF_INTEREST.match(bare):
        return None
    kinds = {_KIND.get(word.removesuffix("'s"), "?") for word in words} - {""}
    field = field_of_kinds(kinds, _RULES)
    if field is None and bare.endswith(")") and "(" in bare:  # Salary expectations (gross, per year)
        return field_by_parts(bare[: bare.rfind("(")])
    return field


def field_of_kinds(kinds: set[str], rules: Rules) -> str | None:
    """Return the field of the first rule whose words are all there, with no others but those that it allows."""
    return next((field for field, must, may in _sets_of(rules) if must <= kinds <= may), None)


@lru_cache(maxsize=4)
def _sets_of(rules: Rules) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    return tuple(
        (field, frozenset(needed.split()), frozenset(f"{needed} {allowed}".split())) for field, needed, allowed in rules
    )
