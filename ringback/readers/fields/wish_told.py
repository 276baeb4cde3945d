"""The post that a sentence in Latin letters asks for: *Seeking a role as a Welder*, *Obtener un puesto de contador*."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score

SURE_TITLE = 0.8
_KINDS = r"(?:positions?|roles?|jobs?|opportunit(?:y|ies)|careers?|posts?|openings?|work|employment|vacanc(?:y|ies)|placements?)"
_PRACTICE = r"(?:internships?|apprenticeships?|traineeships?|co-?op|externships?|residency|fellowships?)"
_ASKS = (
    r"(?:appl(?:y|ying|ication) for|obtain(?:ing)?|secur(?:e|ing)|seek(?:s|ing)?|(?:look|search)(?:ing)? for|in search of"
    r"|acquir(?:e|ing)|pursu(?:e|ing)|find(?:ing)?|wants?|desir(?:es?|ing)|gain(?:ing)?|land(?:ing)?|get(?:ting)?|attain(?:ing)?"
    r"|interested in|open to|available for|hop(?:e|ing) for)"
)
_WORD = rf"(?!(?:as|that|which|where|with|to|who|{_KINDS})\b)[\w&/+'’.-]+"
_TITLE = rf"((?:{_WORD} ){{0,6}}?{_WORD})"
_END = r"(?=\s+(?:in|at|with|where|to|for|within|that|which|and|while|on|around|near|role|position)\b|\s*[.,;:!()]|\s+[–-]\s|$)"
_A = r"(?:an? |the |any |my )?"
_HOUSE = r"(?:your|the|an?|this|our) (?:[\w&'’-]+ ){0,4}"
_NOT_HELD = (
    r"(?<!\bin my )(?<!my current )(?<!my present )(?<!my last )(?<!my previous )"  # In my role as an apprentice
)
ASKED = (  # in any line
    re.compile(  # please find a candidate for your Clerk vacancy
        rf"\b(?:candidates?|applicants?|someone|person|profile|cv|resume) for (?:your|our) {_TITLE} {_KINDS}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_ASKS} {_A}((?:{_WORD} ){{0,5}}{_PRACTICE}(?: in (?:[\w&-]+ ?){{1,4}}?{_END})?)", re.IGNORECASE),
    re.compile(rf"\b{_ASKS} {_A}{_TITLE} {_KINDS}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:cv|resume|résumé|application|interest|candidacy|applied|appl(?:y|ies))"
        rf" (?:for|in) {_A}(?:advertised |vacant |open )?{_TITLE} {_KINDS}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:hop(?:e|ing)|like|eager|keen|want|wish|seek|plan)(?:ing)? to join {_HOUSE}as {_A}{_TITLE}{_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:job )?application (?:as|for) (?:(?:the |a )?{_KINDS} (?:as|of) )?{_A}{_TITLE}{_END}", re.IGNORECASE
    ),
    re.compile(  # I saw your advert for a Baker and would like to apply
        rf"\b(?:saw|seen|read|found|noticed|came across|respon(?:se|d|ding) to|repl(?:y|ying) to|answer(?:ing)?|regarding|about)"
        rf" (?:your |the |an? )?(?:[\w-]+ )?(?:advert(?:isement)?|ad|posting|vacancy|opening|announcement)s?"
        rf" (?:for|of) {_A}{_TITLE}{_END}",
        re.IGNORECASE,
    ),
    re.compile(  # I am writing about the Clerk vacancy
        r"\bwrit(?:e|ing) (?:to you )?(?:about|regarding|concerning|in (?:response|reply) to|with (?:regard|reference) to)"
        rf" (?:your |{_A})(?:advertised |vacant |open )?{_TITLE} {_KINDS}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{_NOT_HELD}\b{_KINDS} (?:as|of) {_A}{_TITLE}{_END}", re.IGNORECASE),
)
_GOAL = r"(?:goal|aim|dream|objective|ambition|plan|wish|desire|intention|aspiration)s?"
BECOME = re.compile(
    rf"\b(?:my|main|career|long[- ]term|short[- ]term|ultimate|professional) {_GOAL} (?:is|are|would be)"
    rf" (?:to )?(?:becom(?:e|ing)|be(?:ing)?|work(?:ing)? as) {_A}{_TITLE}{_END}"
    rf"|\bI (?:would like|want|wish|hope|aim|aspire|plan|strive|dream)(?: to| of) (?:becom(?:e|ing)|work(?:ing)? as)"
    rf" {_A}{_TITLE}{_END}",
    re.IGNORECASE,
)  # in whatever somebody tells of himself
_ENDS = (
    r"(?=\s+(?:en|em|in|im|bei|beim|dans|chez|au sein|avec|afin|pour|para|por|con|com|que|qui|onde|donde|presso|per|mit|für|zu|um"
    r"|op|bij|voor|numa|na|no|de \d|da \d|til|på)\b|\s*[.,;:!()]|\s+[–-]\s|$)"
)
_NAME = r"((?:[\w&/'’-]+ ){0,5}?[\w&/'’-]+)"
_ONE = r"(?:une? |una |um |uma |uno |een |eine?[rmn]? |en )?"
WISHED = (  # among wishes only
    re.compile(rf"\b{_PRACTICE} (?:as|of) {_A}{_TITLE}{_END}", re.IGNORECASE),
    re.compile(rf"\b(?:to be|become|becoming|work(?:ing)? as|serve as|employed as) {_A}{_TITLE}{_END}", re.IGNORECASE),
    re.compile(
        rf"\b(?:poste|emploi|stage|alternance|mission|travail|place|contrat|apprentissage|métier)"
        rf" (?:en tant que |comme |de |d['’]|en ){_ONE}{_NAME}{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:puesto|empleo|trabajo|cargo|posición|vacante|plaza|vaga|posição|emprego|oportunidade?|função|pasantía|estágio"
        rf"|posizione|lavoro|impiego|ruolo|posto|incarico|occupazione)"
        rf" (?:de|como|para|come|di|da|in qualità di) {_ONE}{_NAME}{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:trabajar|laborar|desempeñar(?:me)?|desarrollar(?:me)?|actuar|atuar|trabalhar|ejercer|lavorare|operare|travailler"
        rf"|exercer|werken|arbeiten|arbeta|arbejde) (?:como|come|comme|en tant que|als|som|de) {_ONE}{_NAME}{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:stelle|position|anstellung|beschäftigung|tätigkeit|job|arbeit|bewerbung|ausbildung|praktikum|baan|functie|werk|tjänst)"
        rf" (?:als|zum|zur|som) {_ONE}{_NAME}{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?:aspiring|future|prospective) {_TITLE}$", re.IGNORECASE),
)
_ADJECTIVES = re.compile(
    r"^(?:(?:an?|the|new|challenging|rewarding|responsible|full[- ]?time|part[- ]?time|entry[- ]level|permanent|suitable|exciting"
    r"|career|long[- ]term|professional|successful|skilled|good|great|better|competent|qualified|world[- ]class"
    r"|highly|paid|remote|stable|meaningful|next|first|(?:summer|fall|winter|spring|autumn|20\d\d)(?: of)?)\s+)+",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:To|Seeking|Looking|Searching|Obtain\w*|Secur(?:e|ing)|Acquir\w+|Find(?:ing)?|Gain(?:ing)?|Desir\w+|Pursu\w+|Aspir\w+"
    r"|Aiming|Interested|I|My|We|Wish\w*|Want\w*|Hoping|Apply\w*|Atuar|Actuar|Trabajar|Trabalhar|Obtener|Obter|Busco|Buscar"
    r"|Conseguir|Lavorare|Ottenere|Obtenir|Recherche|Cherche|Travailler|Mettre|Integrar|Ingresar|Contribuir|Desempeñar\w*"
    r"|Crecer|Aprender|Arbeiten|Procuro|Contribuer|Colocar|Desarrollar\w*)\s(?=\S)"
    r"|(?:Internship|Position|Job|Role|Employment|Career|Anstellung|Stelle|Praktikum|Vaga|Cargo|Puesto|Poste|Stage)"
    r" (?:as|of|als|zum|zur|de|como|para|comme) (?=\S)",
    re.IGNORECASE,
)


_MEANS = re.compile(r"\s+(?:by|through|while) \w+ing\b.*$")  # an analyst by learning from the best
_NO_POST = re.compile(
    r"\b(?:entrepreneur|business(?:man|woman|person)|asset|individual|person|human being|citizen|success|role model"
    r"|achiever|leader|professional|expert"
    r"|specialist in (?:my|this) field|part)$",
    re.IGNORECASE,
)  # what somebody wants to be, and no employer has


def is_told(text: str) -> bool:
    """Tell a sentence that begins with what somebody wants or does from a title."""
    return _BEGINS.match(text) is not None


def told_title(text: str, *, among_wishes: bool = True) -> str | None:
    """Return the title that a sentence asks for; None where it names none. Elsewhere than among wishes a verb must ask."""
    for pattern in (*ASKED, *WISHED, BECOME) if among_wishes else (*ASKED, BECOME):
        for match in pattern.finditer(text):
            named = next(filter(None, match.groups()))
            title = _ADJECTIVES.sub("", _MEANS.sub("", named).strip(" ,.")).strip(" ,.")
            if title and not _NO_POST.search(title) and title_score(title) >= SURE_TITLE:
                return title
    return None
