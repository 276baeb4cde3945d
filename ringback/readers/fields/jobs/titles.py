"""What a phrase is: a job title, an employer, a place of work, or none of these."""

from __future__ import annotations

from functools import cache, lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.han_titles import han_employer_score, han_title_score
from ringback.readers.fields.places.place_words import home_of
from ringback.readers.fields.wordlists import rows_by_key, words_by_key
from ringback.readers.normalise import fold

MAX_TITLE_CHARS = 60
MAX_CHARS_TO_POST = 66  # of a longer phrase the last word is the post: ... & Embankment Engineering Ph.D. Intern
MAX_EMPLOYER_CHARS = 80
MAX_TITLE_WORDS = 9
MAX_EMPLOYER_WORDS = 12
HAN = re.compile("[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž.+#&'-]*")
EMPLOYER_TAIL = (
    r"(?:Co\.?,?\s*,?\s*Ltd\.?|Co\.|Company Limited|(?:Pte\.?|Pvt\.?|Pty\.?)\s*,?\s*Ltd\.?|Sdn\.?\s*Bhd\.?"
    r"|Inc\.?|L\.?L\.?C\.?|Ltd\.?|Corp\.?"
    r"|Corporation|GmbH|PLC|plc|Limited|Group|Holdings|S\.?A\.?|[BN]\.?V\.?|AB|AS|ASA|A/S|ApS|AG|SE|KG|Oyj?|SARL|SAS"
    r"|S\.?p\.?A\.?"
    r"|S\.?[Rr]\.?[Ll]\.?|S\.n\.c\.?"
    r"|S\.?L\.?|Ltda\.?|DMCC|FZ-?LLC|FZCO|FZE|W\.?L\.?L\.?"
    r"|A\.? ?Ş\.?|Şti\.?|S\.?A\.?P?\.?I?\.? de C\.?V\.?|S\.?A\.?S\.|V\.O\.F\.|mbH|JSC|UAB|OÜ|E?OOD|a\.s\.|d\.d\."
    r"|LLP|Zrt\.?|Nyrt\.?|Bt\.|Kft\.?|s\.? ?r\.o\.|[Ss]p\. ?z o\.o\.|d\.o\.o\.|Bhd\.?|Tbk\.?|e\.V\.|K\.K\.|S\.L\.U\.?"
    r"|EURL|SASU|SNC|SIA|CIC|CLG|Holding|HOLDING|University|Hospital"
    r"|(?:Geologic(?:al)?|Ordnance|Antarctic) Survey"
    r"|(?:Attorney|Attorney General|Defender|Sheriff|Governor|Mayor|Prosecutor)(?:['’]s|s['’]?) Office"
    r"|Local (?:Union )?(?:No\.? ?|# ?)?\d{1,4}|INC\.?|LTD\.?|CORP\.?|CORPORATION|CO\.|LIMITED|HOLDINGS|UNIVERSITY|HOSPITAL)"
)
_ENDS_AS_EMPLOYER = re.compile(rf"(?:^|[\s,]){EMPLOYER_TAIL}$")
_SPACED_FORM = re.compile(r"(?<![^\W_])([A-Za-z]|[Ss][Pp])\. (?=[A-Za-z]\.)")  # S. A., Sp. z o. o.
_HOUSE_BY_PHRASE = re.compile(
    r"(?:The )?(?:City|Town|Village|State|Commonwealth|Borough|Port|Municipality|Government|Parish) of (?:the )?[A-Z]"
    r"|Board of (?:Education|Elections|Health|Equalization|Nursing)\b|House of (?:Representatives|Commons|Lords)$"
    r"|.{2,60} (?:Nursing|Care|Funeral|Children['’]s|Retirement|Convalescent) Homes?$"
    r"|PT\.? [A-Z][a-z]+(?: [A-Z][a-z]+)+(?<!ant)(?<!ian)(?<!ist)(?<!de)$"
)  # PT Larch Nusantara is a firm, PT Assistant a post
_HAN_ACTIVITY = re.compile("(?:开发|测试|运营|策划|采购|产品|算法|设计|研究|招聘|运维|财务|市场|编辑|审计|统计|分析)$")
_OFFICE_OF_HOUSE = re.compile(r"(?:^|\s)Office of (?:the )?(?=[A-Z])")  # of the President, where others work
_TWO_NAMES = re.compile(r"[A-Z][a-z'’]{2,} & [A-Z][a-z'’]{2,}")
_SCIENCE = re.compile(
    r"(?:multi-?|epi|meta|pharmaco|trans|radio)?(?:gen|prote|transcript|metabol|lipid|glyc|phen)?omics|econometrics"
)


@cache
def _titles() -> tuple[tuple[str, ...], frozenset[str], frozenset[str], frozenset[str]]:
    by_key = rows_by_key("title_words.tsv")
    words = words_by_key("title_words.tsv")
    return (
        tuple(sorted(words["zh"], key=len, reverse=True)),
        words["en"],
        frozenset((*words["whole"], *by_key["whole"], *by_key["phrase"])),
        words["first"],
    )


@cache
def _employers() -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    words = words_by_key("employer_words.tsv")
    return tuple(sorted(words["zh"], key=len, reverse=True)), words["en"], words["end"]


_COMPOUND = re.compile(
    r"[a-zäöüß]{3}-?(?:ingenieur|entwickler|leiter|berater|techniker|assistent|referent|lehrer|meister|arbeiter|bearbeiter|pfleger"
    r"|schwester|verkäufer|händler|fahrer|verwalter|architekt|koordinator|forscher|wissenschaftler|redakteur|buchhalter|prüfer"
    r"|zeichner|schlosser|monteur|elektriker|mechaniker|mechatroniker|therapeut|pädagoge|kaufmann|kauffrau|fachmann"
    r"|fachfrau|praktikant"
    r"|angestellter?|helfer|fachwirt|betriebswirt|anwalt|anwält|beauftragter?|betreuer|trainer|führer|informatiker"
    r"|administrator"
    r"|programmierer|manager|designer|consultant|gestalter|planer|macher|bauer|arzt|ärzt|wirt|chemiker|physiker|biologe"
    r"|psychologe|student|matiker"
    r"|doktorand|kellner|koch|köch|hilfskraft|fachkraft|assistenz|praktikum|leitung|direktor|inspektor|gesell|gesellen?"
    r"|zusteller|wärter|wächter|leger|füller|tischler|schreiner|reiniger|vertreter|begleiter|aufseher|friseur|setzer|fräser"
    r"|dreher|schleifer|züchter|beamte[rn]?|beamt|schwimmer|maurer|maler|gärtner|schneider|metzger|bäcker|pförtner)(?:in)?$"
    r"|[a-zåäöæø]{3}(?:ingenjör|ingeniør|utvecklare|udvikler|utvikler|ledare|leder|lærer|lärare|konsult|sköterska"
    r"|plejerske|chef|forskare"
    r"|handledare|tekniker|säljare|sælger|medarbetare|medarbejder|assistent|biträde|arbetare|arbejder|vårdare|förare|skötare)$"
    r"|[a-z]{3}(?:medewerker|ontwikkelaar|beheerder|leider|verkoper|monteur|begeleider|onderzoeker|adviseur|ingenieur"
    r"|assistente?|hulp|chauffeur|koerier|machinist|bediende|instructeur|werker|verzorgster|leidster|bezorger|vuller|operator"
    r"|houder|plukker|schilder|rijder|meester|meesteres)$"
    r"|[a-z](?:ologist|ographer|iatrist|iatrician|odontist|therapist|surgeon|scientist|geneticist|chemist|culturist|optist"
    r"|(?:[aeiors]t|(?<!pa)tr|ys|us|ag|lin|hn)ician|historian)s?$"
    r"|^(?!(?:re|entre)?vista|(?:auto|s)?pista|conquista|batista|baptista|evangelista|[a-z]{2,4}sista|exista)[a-zçãéíóú]{4,}ista$"
)  # compounds: Qualitätssicherungsingenieurin, Mjukvaruingenjör; learned trades: Cardiologist
_FIRM_WORD = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž.&'’-]*")
_FIRM_COMPOUND = re.compile(
    r"(?:universität|universiteit|universitet|hochschule|hogeschool|högskola|klinik|kliniken|klinikum|krankenhaus"
    r"|ziekenhuis|zentrum"
    r"|institut|gesellschaft|verein|verband|werke|werk|stadtwerke|amt|ministerium|bank|schule|gymnasium|akademie|museum"
    r"|theater|verlag"
    r"|agentur|stiftung|apotheke|kanzlei|fabrik|bäckerei|metzgerei|gärtnerei|brauerei|druckerei|tischlerei|schreinerei"
    r"|kindergarten|praxis|büro|(?:pflege|alten|senioren|wohn|kinder)heim|(?:möbel|mode|kauf)haus|tagesstätte|holzbau"
    r"|(?:gemeinde|kreis)verwaltung"
    r"|versicherung|versicherungen|behörde|kammer|gericht|genossenschaft|konzern|anstalt|kasse|medizin(?<=smedizin))$"
)  # compounds: Justus-Liebig-Universität, Rechenzentrum, Stadtwerke
_OWN_BOSS = re.compile(
    r"(?:freelancer|autônom[oa]|autónom[oa]|indépendante?|freiberuflich\w*)(?: (?:remot[oae]|à distance))?",
    re.IGNORECASE,
)
_KIND_OF_WORK = re.compile(r"[A-Za-z]{3,}ing")  # Consulting: in the name of many firms, and of none alone
_ARTICLES = ("The ", "THE ", "Der ", "Die ", "Das ", "La ", "Le ", "Les ", "El ", "Los ", "Las ", "Il ", "De ")
_BEHIND_VERBS = frozenset({"a", "an", "the", "our", "my", "its", "their", "all"})
_LEGAL_FORMS = frozenset({"ag", "sa", "se", "as", "co", "sas"})
_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NAMED_AS_ACRONYM = re.compile(r" (?!Vp|Pm|Qa|Ta|Ra|Hr|It)[A-Z][a-z]$")  # Tides Po is no PO
_RANK_BEHIND = re.compile(r"\s+(?:I{1,3}|IV|V|[Oo]f [Rr]ecord)$")  # Graduate Instructor of Record
_RANK = re.compile(r"\s+(?:i{1,3}|iv|v|[1-5])$|^(?:senior|junior|lead|sr\.?|jr\.?)\s+")
_PAID_STUDENT = re.compile(  # who learns at work: AI Research Working Student; a graduate student is at school
    r"(?:[\w&/-]+ ){0,4}(?:working|research|summer|placement|co-?op|cooperative education) students?"
)
_STUDENTS = ("student", "students")
_DOCTORAL = re.compile(  # PhD candidate in Tidal Biology, third-year doctoral student
    r"(?:[a-z]+[ -]year )?(?:m\.?d\.?/)?(?:ph\.? ?d\.?|d\.?phil\.?|doctoral) (?:student|candidate|researcher|fellow)"
    r"(?: (?:in|of) (?:(?! at | from )[^,;|])+)?"
)


_GRADE_OF_DOCTOR = re.compile(  # Medicine HO, SHO in Paediatrics, Surgical SpR
    r"(?:(?:[A-Z][\w&]+ ){0,3}(?:SHO|PRHO|SpR)"
    r"|(?:(?:General|Acute|Emergency) )?(?:Medicine|Medical|Surgery|Surgical|Paediatrics?|Psychiatry|Orthopaedics?|A&E) HO)"
    r"(?: (?:in|of) [A-Z][\w &]+)?"
)


def is_known_post(phrase: str) -> bool:
    """Tell a post of several words that stands in the list as a whole: *Able Seaman*, *Chef de Partie*."""
    return " " in phrase and phrase.lower() in _titles()[2]


@lru_cache(maxsize=2048)  # pieces and headings are asked about many times a document
def title_score(phrase: str) -> float:
    """Return how much a phrase looks like a job title, 0 to 1."""
    bare = fold(phrase)
    bare = (_IN_BRACKETS.sub("", bare) if "(" in bare or "[" in bare else bare).strip(" ,.;:-|/")
    is_long = len(bare) > MAX_TITLE_CHARS
    if not 1 < len(bare) <= MAX_CHARS_TO_POST or bare.startswith(_ARTICLES) or (is_long and "," in bare):
        return 0.0  # The Rusty Anchor is an inn
    endings, nouns, whole, first = _titles()
    bare = bare.replace("-in-Residence", " in Residence")  # Librarian-in-Residence
    lowered = bare.lower()
    if _RANK.sub("", lowered) in whole or _is_post_of_student(lowered) or _is_grade_of_doctor(bare):
        return 1.0
    if (is_own_boss := _OWN_BOSS.fullmatch(bare) is not None) or HAN.search(bare):
        return 0.6 if is_own_boss else han_title_score(bare, endings)  # for whom; another cell says what
    words = [word.strip(".").lower() for word in _LATIN_WORD.findall(_RANK_BEHIND.sub("", bare))]
    is_deed = len(words) > 1 and words[1] in _BEHIND_VERBS  # Lead a team, Head the office
    if not words or is_deed or len(words) > MAX_TITLE_WORDS or words[0] == "the" or _is_house(bare, words[0]):
        return 0.0  # The Rusty Anchor and the Office of the Dean are houses
    is_noun = [word in nouns or _is_compound(word) or word.rpartition("-")[2] in nouns for word in words]
    is_noun[0] = is_noun[0] or words[0] in first
    if words[0] == "staff" and len(words) > 1:
        is_noun[0] = False  # Staff Nurse is a post by what follows, Staff Room none
    if is_noun[-1] and len(words) > 1 and _NAMED_AS_ACRONYM.search(bare):
        is_noun[-1] = False
    if not any(is_noun) or (is_long and not is_noun[-1]):
        return 0.3 if not is_long and whole.intersection(words) else 0.0
    return 1.0 if is_noun[-1] or is_noun[0] else 0.8


def _is_grade_of_doctor(bare: str) -> bool:
    return ("HO" in bare or "SpR" in bare) and _GRADE_OF_DOCTOR.fullmatch(bare) is not None


def _is_post_of_student(lowered: str) -> bool:
    """Tell what a student is paid for, and a thesis written at a house; others learn only."""
    if lowered.endswith(_STUDENTS) and _PAID_STUDENT.fullmatch(lowered):
        return True
    return "d" in lowered[:24] and _DOCTORAL.fullmatch(lowered) is not None


def _is_house(bare: str, first: str) -> bool:
    """Tell the office of somebody, where others work, and two names that a sign joins: ``Gull & Anchor``."""
    _, nouns, _, opening = _titles()
    is_word = any(first in words for words in (nouns, opening, _work_fields()))
    return (_TWO_NAMES.fullmatch(bare) is not None and not is_word) or _is_office_of_house(bare)


def _is_office_of_house(bare: str) -> bool:
    office = _OFFICE_OF_HOUSE.search(bare) if "Office of " in bare else None
    return office is not None and not (office.start() and title_score(bare[: office.start()]))


@lru_cache(maxsize=1024)
def _is_compound(word: str) -> bool:
    return _COMPOUND.search(word) is not None


def is_listed_title(phrase: str) -> bool:
    """Tell a whole Chinese title of the list: 普工 is no Mr Pu."""
    return phrase in _titles()[0]


@cache
def _work_fields() -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words_by_key("title_words.tsv")["field"])


@lru_cache(maxsize=1024)
def is_work_field(phrase: str) -> bool:
    """Tell whether a phrase is what a title may be about: ``Deputy Manager – Maintenance``."""
    bare = phrase.strip(" ()").lower()
    if bare in _work_fields() or _SCIENCE.fullmatch(bare):
        return True
    return all(word in _work_fields() for word in re.split(r"\s+(?:(?:&|and)\s+)?", bare))


def ends_as_title(phrase: str) -> bool:
    """Tell whether the last word of a Latin phrase is what a person can be: a manager, an engineer."""
    words = _LATIN_WORD.findall(phrase.lower())
    return bool(words) and words[-1].strip(".") in _titles()[1]


def activity_at_end(phrase: str) -> re.Match[str] | None:
    """Return the word for a kind of work that a Chinese phrase ends with: 运营 is what is done, and written for a post too."""
    return _HAN_ACTIVITY.search(phrase)


@lru_cache(maxsize=2048)  # pieces and headings are asked about many times a document
def employer_score(phrase: str) -> float:
    """Return how much a phrase looks like an employer, 0 to 1."""
    bare = fold(phrase).strip(" ,;:-|/")
    if not 1 < len(bare) <= MAX_EMPLOYER_CHARS:
        return 0.0
    endings, words, last_words = _employers()
    if HAN.search(bare):
        return han_employer_score(bare, endings)
    tokens = [token.lower() for token in _FIRM_WORD.findall(bare)]
    if not tokens or len(tokens) > MAX_EMPLOYER_WORDS or _KIND_OF_WORK.fullmatch(bare) or _is_town_in_region(bare):
        return 0.0
    if _ENDS_AS_EMPLOYER.search(_SPACED_FORM.sub(r"\1.", bare) if ". " in bare else bare):
        return 1.0
    if tokens[0] in _LEGAL_FORMS:
        tokens = tokens[1:]  # AG Zellbiologie is a group
    is_house = words.intersection(tokens) or _is_office_of_house(bare) or any(map(_FIRM_COMPOUND.search, tokens))
    if is_house or _HOUSE_BY_PHRASE.match(bare):
        return 0.7
    is_named = len(tokens) > 1 and tokens[-1] in last_words and bare[0].isupper()
    return 0.6 if is_named and not is_work_field(bare) else 0.0


_REGION_LIKE_FORM = re.compile(r"(?P<town>[A-Z].*?),? ?(?P<region>AB|SA|NV|CO)")
_LAND_OF_REGION = {"AB": "CA", "SA": "AU", "NV": "US", "CO": "US"}


def _is_town_in_region(bare: str) -> bool:
    """Tell a town and its region from a firm and its form: ``Calgary, AB``, ``Adelaide SA``, ``Reno, NV``."""
    found = _REGION_LIKE_FORM.fullmatch(bare) if bare[-2:] in _LAND_OF_REGION else None
    return found is not None and home_of(found["town"]) == _LAND_OF_REGION[found["region"]]
