"""The field of study that stands beside the name of a school without a sign that parts them."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import latin_words
from ringback.readers.fields.studies.school_words import LATIN_SCHOOL, SUBJECT

_SCHOOL_WORD_FIRST = re.compile(
    r"\s((?:(?:Pontif[ií]cia|Libera|Real|Haute|Grande) )?"
    r"(?:Universidade?|Università|Université|Universitatea|Uniwersytet|Politecnico|Politechnika|Escuela|École|Escola"
    r"|Scuola|Facultad"
    r"|Faculdade|Faculté|Instituto|Istituto|Academia|Acadèmia|Accademia|Lic[eé]o|Lycée|Conservatori[oe]|I\.?E\.?S\b\.?|CIFP)(?!\w))"
)  # Grado en Derecho Universidad de Nortemar: in these languages the word for it opens the name
_COURSE = re.compile(r"(?:Curso|Course|Cours|Kurs|Corso|Studium|Studies|Estudios|Études|FP|GED|Ciclo)\b", re.IGNORECASE)
_FIELD_IN_GERMAN = re.compile(
    r"\b(?!Musik\b)[A-ZÄÖÜ][a-zäöüß]+(?:istik|[mtsnr]ik|wissenschaft(?:en)?|wirtschaft|kunde|wesen|bau|recht|lehre|logie|nomie|sophie"
    r"|graphie|chemie)$"
)
_FIELD_IN_ROMANCE = re.compile(
    r"\b(?:Fisica|Chimica|Matematica|Informatica|Psicologi[ae]|Filologi[ae]|Psicología|Filología|Biologi[ae]|Farmacia|Farmácia|Veterinaria"
    r"|Génie|Gestion|Logiciel|Commerce|Psychologie|Langues|Traduction|Traducción|Traduzione|Tradução|Comptabilité|Électronique|Mécanique"
    r"|Réseaux|Finances?|Contabilidad|Contabilidade|Magisterio|Publicidad|Publicidade|Nutrición|Nutrição|Odontología|Odontologia|Moda"
    r"|Veterinária|Politique|Políticas?|Politiche|Urbanisme|Urbanismo|Archéologie|Arqueología|Arqueologia|Archeologia)\b"
)
_HOUSE_IN_GERMAN = re.compile(
    r"\s((?:Technische )?(?:(?:[A-ZÄÖÜ][\wäöüß]+-){0,3}Universität|Hochschule|Fachhochschule|Universiteit|ETH|TU) [A-ZÄÖÜ])"
)
_OPEN_FIELDS = (SUBJECT, _FIELD_IN_ROMANCE)
_NO_FIELD_ALONE = re.compile(  # what goes on: Applied …, Public Health, Computer Science
    r"(?:applied|public|international|general|human|social|mechanical|electrical|civil|industrial|computer|relevant|expected"
    r"|present|graduated?|special\w*|supply|cum|year|class|dental|software|automotive)$",
    re.IGNORECASE,
)
_MORE_FIELDS = re.compile(
    r"\b(?:Sciences|Systems|Health|Affairs|Policy|Planning|Writing|Counsel+ing|Theat(?:re|er)|Neuroscience|Security)\b"
)
_SCIENCE = re.compile(
    r"(?:Physics|Chemistry|Biology|Mathematics|Philosophy|Statistics|Accounting|Linguistics|Journalism|Nursing|Sociology"
    r"|[A-Z][a-z]+ology)"
)
_HOUSE_OF_NAME = re.compile(
    r"(?:University (?:of (?:the )?|College )[A-Z]|(?:ETH|TU|EPFL|RWTH|KTH|MIT|Georgia Tech|Virginia Tech|Caltech)\b"
    r"|(?:[A-Z][\w.&'’-]+ ){1,3}(?:University|College|Polytechnic"
    r"|Institute of Technology)\b)"
)
_FIELD_IN_LETTERS = re.compile(r"[A-Z]{2,5} \([^()]{1,40}\),? (?=[A-Z])")  # CSE (AI & ML) Northmoor College


def without_subject(name: str, line: str) -> str:
    """Cut the subject behind a colon, or in front without a sign: ``University of Southmoor: Natural Sciences``."""
    head, colon, subject = name.partition(": ")
    if colon and LATIN_SCHOOL.search(head) and not LATIN_SCHOOL.search(subject):
        return head
    if colon and LATIN_SCHOOL.search(subject) and not LATIN_SCHOOL.search(head):
        is_subject = SUBJECT.search(head) or _COURSE.match(head) or LATIN_SCHOOL.match(subject)
        return subject if is_subject else name  # Fine Arts: Larch Community College
    return _behind_field(name) if next(latin_words(line), None) else _behind_subject(name)


def _behind_subject(name: str) -> str:
    """Cut the subject in front of a word that opens the name of a school: ``Germanistik Université de Nortemar``."""
    for opens in (_SCHOOL_WORD_FIRST, _HOUSE_IN_GERMAN):
        first = opens.search(name)
        front = name[: first.start()] if first else ""
        is_subject = _FIELD_IN_GERMAN.search(front) is not None
        is_subject = is_subject or (opens is _SCHOOL_WORD_FIRST and any(f.search(front) for f in _OPEN_FIELDS))
        if first and is_subject and not LATIN_SCHOOL.search(front):
            return name[first.start(1) :]
    return name


def _behind_field(name: str) -> str:
    """Cut the field of a degree of the same line: ``Curriculum and Instructional Technology Northmoor State University``.

    Science and Technology University is one name: nothing but a name of its own may stand behind the field.
    """
    name = _behind_subject(name)
    letters = _FIELD_IN_LETTERS.match(name)
    if letters and _HOUSE_OF_NAME.match(name, letters.end()):
        return name[letters.end() :]
    word = LATIN_SCHOOL.search(name)
    fields = [one for form in (SUBJECT, _MORE_FIELDS) for one in form.finditer(name, 0, word.start())] if word else []
    last = max(fields, key=lambda one: one.end(), default=None)
    if last is None or _NO_FIELD_ALONE.match(last.group()):
        return name
    front, house = name[: last.end()], name[last.end() :].strip(" ,-")
    is_field = " " in front or _SCIENCE.fullmatch(front) is not None
    return house if is_field and _HOUSE_OF_NAME.match(house) else name
