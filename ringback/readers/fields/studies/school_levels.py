"""Schools of children and schools of higher education, by the words of their names."""

from __future__ import annotations

import re

HIGHER = re.compile(
    r"\b(?:Univer[sz]i|Faculdade|École (?!prim|mat|élém)|Politecni|Polit[eé]cni|Politechni|Högskol|Hogeschool"
    r"|Vysok[áé]|IUT|Escola Superior|Escuela Superior|Facultad|Fatec|College|Institute|Polytechnic|Hochschule"
    r"|School of (?:Nursing|Midwifery|Medicine|Dentistry|Pharmacy|Law|Business|Engineering|Arts?|Music|Economics|Design"
    r"|Management|Health|Hygiene))|大学"
    r"|学院|专科",
    re.IGNORECASE,
)
OF_CHILDREN = re.compile(
    r"\b(?:(?:High|Secondary|Grammar|Primary|Middle|Elementary|Comprehensive|Boarding) School"
    r"|(?:HIGH|SECONDARY|GRAMMAR|PRIMARY|MIDDLE|ELEMENTARY|PUBLIC) SCHOOL)\b|\b(?:Sixth Form"
    r"|Gymnasium)\b"
    r"|\b(?:[Ll]ycée|collège|Colégio|Colegio|Liceo|Liceum|Technikum|Gymnázium|I\.?E\.?S\.?|I\.?T\.?I\.?S\.?"
    r"|Instituto de Educación Secundaria"
    r"|Istituto Tecnico|Istituto (?:di Istruzione|Statale|Professionale|Comprensivo)|Scuola (?:Media|Elementare"
    r"|Primaria|Secondaria|Superiore Statale)"
    r"|Obligatorische Schule|\w*(?:[Pp]rimar|[Bb]ezirks|[Oo]ber)schule|Neue Mittelschule"
    r"|Szkoła Podstawowa|Základní škola|Střední|\w*(?:[Gg]rund|[Rr]eal|[Hh]aupt|[Vv]olks|[Gg]esamt|[Ss]ekundar"
    r"|Mittel)schule|\w+gymnasium|\w+gymnasiet)\b"
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
    r"|CEIP|Ensino Fundamental|[Bb]asisschool|Szkoła Podstawowa|Základní škola|Folkskola|Grundskola)"
)
_OF_YOUTHS = re.compile(
    r"\b(?:\w*[Gg]ymnasi\w+|\w*(?:[Ff]achober|[Bb]erufsober|[Bb]erufs|[Bb]erufsfach|[Hh]andels|[Ff]ach|[Tt]echniker"
    r"|[Ff]achhoch)schule"
    r"|\w*[Kk]olleg\b|FOS|BOS|HTL|HAK|[Ll]ycée|Liceo|Lyceum|Liceum|Technikum|I\.?E\.?S|Istituto|ROC|Colegio|Colégio"
    r"|High School|CFA)"
)


def rank_of(name: str) -> int:
    """Return how far up a school stands: 0 for small children, 3 for a university."""
    if HIGHER.search(name) and not OF_CHILDREN.search(name):
        return 3
    return 0 if _OF_SMALL_CHILDREN.search(name) else 2 if _OF_YOUTHS.search(name) else 1


def is_of_youths(name: str) -> bool:
    """Tell a school for children and youths, where somebody without a post has learnt and not worked."""
    return any(words.search(name) for words in (_OF_SMALL_CHILDREN, _OF_YOUTHS, OF_CHILDREN))
