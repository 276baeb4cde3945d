"""Lines of education that name a school or a degree which is not the candidate's own: of advisors, of stays, honorary."""

from __future__ import annotations

from ringback.readers import patterns as re

_OF_OTHERS = re.compile(
    r"\W*(?:(?:Ph\.?D\.?|Doctoral|Master['’]?s?|Bachelor['’]?s?|Thesis|Dissertation|Academic|Faculty|Research|Co|First|Second"
    r"|Primary) ?-?){0,2}"
    r"(?:Advis[eo]rs?|Supervis(?:ors?|ed by)|Mentors?|Committee(?: (?:members|chair))?|Chair|Promot[oe]r(?:en)?|Referees?"
    r"|Examiners?|Jury|Betreu(?:er(?:in)?|ung)|Gutachter(?:in)?|Direct(?:eur|rice|or|ora)(?: de (?:th[eè]se|tesis))?|Encadr\w+"
    r"|Orientador(?:a|es)?|Relat(?:ore|rice)|Begeleider|Collaborators?|Preceptors?|Principal investigator|PI)\b"
    r"(?:\(s\))?(?:\s*[:–—-]|\t|\s+(?=(?:Prof|Dr|Ing|Doc|Mgr)\b))",
    re.IGNORECASE,
)
_OF_THESIS = re.compile(
    r"\W*(?:(?:Ph\.?D\.?|Doctoral|Master['’]?s?|Bachelor['’]?s?|M\.?Sc?\.?|B\.?Sc?\.?|Final|Honou?rs|Capstone|Senior) ?){0,2}"
    r"(?:Thes[ie]s|Dissertation|Thèse|Mémoire|Tesis|Tesina|Tesi|Tese|Proefschrift|Scriptie|Abschlussarbeit|Praca|Publications?"
    r"|Project|Proyecto|Projet|Essay|Monograph)"
    r"(?: (?:titled?|topic|project|work|on))?\s*[:–—\"“«]",
    re.IGNORECASE,
)
_OF_SOCIETIES = re.compile(
    r"\W*(?:(?:extra-?curricular|co-?curricular|leadership|student|school|campus|other) )?"
    r"(?:activities|societies|clubs|sports|organi[sz]ations|memberships?|leadership|volunteering)"
    r"(?: ?(?:&|and|/|,) ?(?:activities|societies|clubs|sports|organi[sz]ations|honou?rs|awards|involvement)){0,2}\s?:\s",
    re.IGNORECASE,
)
_OFFERED = re.compile("(?:收到|拿到|获得?|得到|拒绝?了?).{0,40}(?:offer|录取)", re.IGNORECASE)
_VISIT = re.compile(
    r"\b(?:[Vv]isiting (?:[\w.]+ ){0,2}(?:[Ss]tudents?|[Ss]cholars?|[Rr]esearchers?|[Ff]ellows?|[Pp]rofessors?|[Cc]andidates?)"
    r"|[Rr]esearch (?:stay|visit)|[Gg]ast(?:studi\w+|wissenschaft\w+|forsch\w+|doktorand\w*)"
    r"|Auslands(?:semester|studium|jahr|aufenthalt)|Forschungsaufenthalt|[Ss]éjour (?:de recherche|d['’][ée]tudes)"
    r"|[Ee]stancia (?:de investigaci[oó]n|doctoral|predoctoral)"
    r"|[Ii]nterc[aâ]mbi?o|[Dd]outorado sanduíche|[Ss]oggiorno (?:di ricerca|di studio))\b"
)
_HONORARY = re.compile(r"\b(?:honorary|honoris causa|ehrendoktor\w*|h\. ?c\.)(?!\w)", re.IGNORECASE)
_BROKEN_OFF = re.compile(
    r"\b(?:some (?:coursework|courses|classes|credits?|studies)|(?:coursework|credits?|studies) towards?|unfinished|incomplete"
    r"|all[- ]but[- ]disser\w+|not completed?|(?:classes|courses|credits|units|semesters?|hours|year) short of"
    r"|did not (?:graduate|finish|complete)|not finished|dropped out|discontinued|no degree|abgebrochen|nicht beendet"
    r"|trunc[oa]|inconclus[oa]|sin (?:terminar|finalizar)"
    r"|abbandonat\w|onvoltooid|niet afgerond|ohne Abschluss|non terminée?s?|incompleto|inacabad[oa]"
    r"|(?:no|não) (?:acabad|terminad|finalizad|concluíd|completad)[oa]|sin acabar|inachevée?s?|non achevée?s?|inconcluíd[oa]"
    r"|non (?:completat|conclus)[oa])\b",
    re.IGNORECASE,
)


_ONLY_CREDITS = re.compile(
    r"\b(?:credits?|credit hours|coursework|course work|classes|courses)(?: completed| earned| taken)? towards?\b",
    re.IGNORECASE,
)
_STILL_IN_STUDIES = re.compile(
    r"\b(?:present|current(?:ly)?|expected|anticipated|in progress|ongoing|pursuing|candidate)\b", re.IGNORECASE
)


def is_of_others(line: str) -> bool:
    """Tell who advised or examined a thesis: ``Supervisor: Prof. L. Hartwig, PhD (Westmoor University)``."""
    return _OF_OTHERS.match(line) is not None


def is_of_offer(line: str) -> bool:
    """Tell a place at a school that was offered, and may not have been taken: 我收到了青禾大学博士项目的 offer."""
    return not line.isascii() and _OFFERED.search(line) is not None


def is_of_thesis(line: str) -> bool:
    """Tell the title of a thesis, which may name any school: ``Thesis: The University of Westmoor and its founders``."""
    return _OF_THESIS.match(line) is not None


def is_of_societies(line: str) -> bool:
    """Tell what somebody did beside his studies: ``Activities and societies: Choir, Larch Debate School``."""
    return _OF_SOCIETIES.match(line) is not None


def is_visit(line: str) -> bool:
    """Tell a stay at a school that gave no degree: ``Visiting PhD student, Westmoor University``."""
    return _VISIT.search(line) is not None


def is_honorary(line: str) -> bool:
    """Tell a degree that was not studied for."""
    return _HONORARY.search(line) is not None


def gives_none(line: str) -> bool:
    """Tell a line whose degree the candidate has not: that of an advisor, an honorary one, one of which only credits are told."""
    is_left = _ONLY_CREDITS.search(line) is not None and _STILL_IN_STUDIES.search(line) is None
    return is_left or is_of_others(line) or is_honorary(line)


def is_broken_off(line: str) -> bool:
    """Tell studies that ended without their degree: ``Some coursework towards a BA, Northmoor University``."""
    return _BROKEN_OFF.search(line) is not None
