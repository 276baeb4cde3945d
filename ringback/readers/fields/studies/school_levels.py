"""Schools of children and schools of higher education, by the words of their names."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.school_words import ALL_ACRONYMS

HIGHER = re.compile(
    r"\b(?:Univer[sz]i|Faculdade|École (?!prim|mat|élém)|Ecole (?!prim|mat|élém)"
    r"|Politecni|Polit[eé]cni|Politechni|Högskol|Hogeschool"
    r"|Vysok[áé]|IUT|Pamantasan|Dalubhasaan|Kolehiyo|Escola Superior|Escuela Superior|Facultad|Fatec|College"
    r"|Institute|Polytechnic|Hochschule|A?TEI of"
    r"|School of (?:Nursing|Midwifery|Medicine|Dentistry|Pharmacy|Law|Business|Engineering|Arts?|Music|Economics|Design"
    r"|Management|Health|Hygiene))|大学"
    r"|学院|专科",
    re.IGNORECASE,
)
OF_CHILDREN = re.compile(
    r"\b(?:(?:High|Secondary|Grammar|Primary|Middle|Elementary|Comprehensive|Boarding) School"
    r"|(?:HIGH|SECONDARY|GRAMMAR|PRIMARY|MIDDLE|ELEMENTARY|PUBLIC) SCHOOL)\b|\b(?:Sixth Form"
    r"|Gymnasium)\b"
    r"|\b(?:[Ll]ycée|(?:General|Vocational|State) Lyceum"
    r"|collège|Colégio|Colegio|Liceo|Liceum|Technikum|Gymnázium|I\.?E\.?S\.?|I\.?T\.?I\.?S\.?"
    r"|Instituto de Educación Secundaria"
    r"|Istituto Tecnico|Istituto (?:di Istruzione|Statale|Professionale|Comprensivo)|Scuola (?:Media|Elementare"
    r"|Primaria|Secondaria|Superiore Statale)"
    r"|Obligatorische Schule|\w*(?:[Pp]rimar|[Bb]ezirks|[Oo]ber)schule|Neue Mittelschule"
    r"|Szkoła Podstawowa|Základní škola|Střední|\w*(?:[Gg]rund|[Rr]eal|[Hh]aupt|[Vv]olks|[Gg]esamt|[Ss]ekundar"
    r"|Mittel)schule|\w+gymnasium|\w+gymnasiet)\b"
    r"|\b(?:Sekolah (?:Menengah|Kebangsaan|Rendah|Dasar)|SM[AKP]N? (?=[A-Z\d])|Mataas na Paaralan)"
    r"|\bEscola (?:Estadual|Municipal|Secundária|Básica|Técnica Estadual)\b"
    r"|^(?!.*\b(?:Law|Medical|Business|Graduate|Management|Divinity|Dental|Nursing|Film|Engineering|Doctoral|Arts?|Design"
    r"|Drama|Theological|Hotel|Hospitality|Culinary|Cook(?:ing|ery)|Fashion|Music|Acting|Theat(?:re|er)|Ballet|Dance|Veterinary"
    r"|Pharmacy|Maritime|Nautical|Naval|Military|Police|Fire|Beauty|Cosmetology|Barber|Bible|Trade|Flight|Aviation|Journalism"
    r"|Photography|Architecture|Vocational|Technical) (?:School|Academy)\b)"
    r"(?:The )?(?:[A-Z][\w.'’-]+ ){1,3}(?:School|Academy)(?: for [A-Z][\w ]+)?$|中学|高中|[一二三]中|小学"
    r"|国中|国小|高级中等|高职"
    r"|\b(?:Udacity|Coursera|edX|Udemy|DataCamp|Codecademy|freeCodeCamp|Pluralsight|Treehouse"
    r"|Digital House|Coderhouse|Ironhack|Le Wagon|Soy Henry|Wild Code School)\b"
    r"|\bLinkedIn Learning\b|\b[Bb]oot ?[Cc]amp\b|慕课|云课堂|极客时间"
)  # and who sells courses
LABEL_OF_CHILDREN = re.compile(r"\b(?:high|secondary|middle|grammar) school\s*:", re.IGNORECASE)
_OF_SMALL_CHILDREN = re.compile(
    r"\b(?:\w*(?:[Gg]rund|[Pp]rimar|[Vv]olks)schule|[Ee]lementary|[Pp]rimary|[Pp]rimaria|[ÉE]cole (?:prim|mat|élém)\w+"
    r"|Scuola (?:Elementare|Primaria)"
    r"|[ÉE]cole [Pp]rim\w+|[ÉE]COLE PRIM\w+|Basic [Ss]chool|Nursery"
    r"|CEIP|Ensino Fundamental|[Bb]asisschool|Szkoła Podstawowa|Základní škola|Folkskola|Grundskola)"
)
_OF_YOUTHS = re.compile(
    r"\b(?:\w*[Gg]ymnasi\w+|\w*(?:[Ff]achober|[Bb]erufsober|[Bb]erufs|[Bb]erufsfach|[Hh]andels|[Ff]ach|[Tt]echniker"
    r"|[Ff]achhoch)schule"
    r"|\w*[Kk]olleg\b|FOS|BOS|HTL|HAK|[Ll]ycée|Liceo|Lyceum|Liceum|Technikum|I\.?E\.?S|Istituto|ROC|Colegio|Colégio"
    r"|High School|CFA)"
)


SMALL_CHILDREN, YOUTHS, COLLEGE, UNIVERSITY = range(4)
_UNIVERSITY = re.compile(
    r"\b(?:Univer[sz]i|Université|Uniwersy|Univ\b|Üniversite|Ülikool|Egyetem|Yliopisto|Pamantasan|(?!Volkshoch)\w*[Hh]ochschule"
    r"|(?:Uni|TU|FH|TH) (?=[A-ZÄÖÜ])|École (?:Normale|Polytechnique|Centrale|Supérieure)|Politecnico|Politechnika"
    r"|Vysok[áé]|Högskol"
    r"|Hogeschool|Institute of (?:Technology|Science))",
    re.IGNORECASE,
)
_ATTACHED = re.compile("附(?:[属屬设設][\u4e00-\u9fff]{0,4}?(?:中学|中學|小学|小學|学校|學校)|[中小])$")
_SHORT_NAME = re.compile(ALL_ACRONYMS)
_CAMPUS = re.compile(r"\b(?:[A-Z][\w.&'’-]+ ){1,4}Campus\b")  # colleges of Nepal
_OF_TRAINING = re.compile(
    r"\b(?:Academy|Training(?! Coll| Inst)|Bootcamp|Technical School|Centre|Center)\b", re.IGNORECASE
)


def rank_of(name: str) -> int:
    """Return how far up a school stands by its name: for small children, for youths, a college, a university."""
    if not OF_CHILDREN.search(name):
        if _UNIVERSITY.search(name):
            return UNIVERSITY
        is_college = HIGHER.search(name) or _SHORT_NAME.fullmatch(name) or _CAMPUS.search(name)
        if is_college and not _OF_TRAINING.search(name):
            return COLLEGE
    return SMALL_CHILDREN if _OF_SMALL_CHILDREN.search(name) else YOUTHS


def is_higher(name: str) -> bool:
    """Tell a college or a university, by the words of its name or by a short one that everybody knows."""
    if _ATTACHED.search(name):
        return False
    return HIGHER.search(name) is not None or rank_of(name) >= COLLEGE


def is_upper(name: str) -> bool:
    """Tell a school that leads on to a university from another one for youths."""
    return _OF_YOUTHS.search(name) is not None


def is_of_youths(name: str) -> bool:
    """Tell a school for children and youths, where somebody without a post has learnt and not worked."""
    return any(words.search(name) for words in (_OF_SMALL_CHILDREN, _OF_YOUTHS, OF_CHILDREN))
