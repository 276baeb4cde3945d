"""Where the name of a school begins and ends in its piece of a line."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.campuses import with_campus
from ringback.readers.fields.studies.degrees import INITIALS_OF_HOUSE, SECONDARY, latin_words
from ringback.readers.fields.studies.school_subjects import without_subject
from ringback.readers.fields.studies.school_tails import without_tail
from ringback.readers.fields.studies.school_words import (
    ALL_ACRONYMS,
    COMPOUND,
    KIND_OF_SCHOOL,
    LATIN_SCHOOL,
    MAX_SCHOOL_CHARS,
    SUBJECT,
)
from ringback.readers.fields.studies.schools_said import closed, told_of_oneself

_TOWN_OF_SCHOLARS = re.compile(
    r"(?:College|University|Academy) [A-Z][a-z]+|[A-Z][a-z]+ College"
)  # College Station, State College
_PICTURES = "📍📌🎒🔹🔸✨✅✔▪►▶➤⋄◇◆🏫🎓📚🏛📖\ufe0f "
_KEY = re.compile(
    r"^(?:[a-z]{4,12}|Studium|Studien|Hochschulstudium|Hochschule|Schule|Schulbildung|Berufsschule|Ausbildung|Études|Estudios|Estudos|Studi|(?:Universitari|Secundari|Primari|Superior)\w{1,3}"
    r"|College|University|School|Instituti?on"
    r"|(?:Tertiary|Secondary|Primary|Elementary|Vocational|Collegiate|Undergraduate|Graduate|Post-?graduate)"
    r"(?: (?:Level|Education|Studies))?) ?: "
)  # title: University of …, as lists of data have it
_STUDY_IN_FRONT = re.compile(
    r"^(?:\w*[Ss]tudium|\w*[Ss]tudien\w*|Promotion\w*|Abitur|Ausbildung|Lehramt\w*|Diplom)\b.{0,90}?"
    r"\b(?:an der|an dem|am|der)\s+(?=[A-ZÄÖÜ])"
)  # Promotionsstudium an der …
_GRADUATE_IN_FRONT = re.compile(
    r"^(?:(?:[A-Z][a-z]+ )?(?:[Gg]raduated?|[Aa]lumn[aiu]s?|[Ss]tudent|[Gg]raduating|[Dd]egree"
    r"|[Dd]iploma)) (?:of|from|at) (?:the )?(?=[A-Z])"
    r"|^(?:(?:Currently|Presently|Now) )?(?:[Aa]ttend(?:ing|ed|s)|[Ss]tud(?:ying|ied|ies) at|[Ee]nrolled (?:at|in))"
    r" (?:the )?(?=[A-Z])"
)  # Graduate of Northmoor College, Currently attending Northmoor College
_SUBJECT_IN_SMALL = re.compile(
    r"((?:[A-Z][\w.&'’-]+ ){1,4}(?:University|College|Institute|School|Academy))"
    r"\s+(?!(?:of|at|in|for|and|the|de|d[aeio]s?)\b)[a-z].*"
)  # Northmoor College journalism diploma
_STUDENT_IN_FRONT = re.compile(
    r"^(?:Estudando|Cursando|Estudiante|Estudante|Studente(?:ssa)?|[ÉE]tudiante?|Studierende?|"
    r"Formad[oa]|Graduad[oa]"
    r"|Licenciad[oa]|Diplômée?|Laureat[oa])"
    r"\b.{0,60}?\b(?:na|no|en la|en el|por la|pela|pelo|à la|à|de la|presso|all|an der|at)['’ ]\s*(?=[A-ZÀ-Þ])"
)  # Estudando pedagogia na Universidade …
_NAMED_AFTER = re.compile(
    r"^[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3} (?:de|di|da|do|des|of|für)$"
)  # Instituto X de Ensino Superior
_KIND_IN_FRONT = re.compile(
    r"\b(?:Escola|Escuela|Col[eé]gio|Institut[oe]?|Istituto|Scuola|Lic[eé]o|[ÉE]cole|[Ll]ycée|[Cc]ollège)$"
)  # Escola Secundaria de …
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}\.\d{1,2}\.?\s+|\(?\d{1,2}[.)]\s*)(?=[A-Z])")  # 3.1. University of Northmoor
_HEADING_IN_FRONT = re.compile(
    r"^\s*(?:EDUCATION|STUDIES|ACADEMICS|FORMATION|EDUCACIÓN|AUSBILDUNG) ?:?\s+(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
_OF_PUPILS = re.compile(
    r"(?:higher |senior |lower )?secondary school\b(?!\s+(?:certificate|exam|leaving|education|board))", re.IGNORECASE
)  # GOVT HIGHER SECONDARY SCHOOL
_OF_MASTERS = re.compile(
    r"Master(?:['’]?s)? (?:(?:Junior|Public|High|Senior|Model|Memorial|English|Convent|PU|Degree"
    r"|Residential|Medium|Secondary) ){1,3}(?:College|School|Academy)\b"
)  # Masters Junior College
_SMALL_FIRST = re.compile(
    r"(?:\d+|lycée|collège|université|universidad|universidade|università|liceo|instituto) [A-ZÀ-Þ]"
    r"|\d{1,2}(?:st|nd|rd|th) (?!Year|Class|Sem|Place|Pri[zc]e|Grade|Rank|Position|Team|Runner)(?:[A-Z][\w'’-]+ ){1,4}of [A-ZÀ-Þ]"
)
_NO_NAME = re.compile(
    r"[CS]PI\W{1,3}\d.*|(?:(?:High|Secondary|Grad(?:uate)?|Medical|Law|Middle|My|The|Current|Last|Previous|First|Technical)\s+)?(?:School|College"
    r"|University|Academy|Institute|Faculty)s?"
    r"\s+(?:years?|days?|life|leaver|subjects?|levels?|degree|diplomas?|graduates?|students?|education|courses?|certificates?"
    r"|attended|name|credits?|projects?|studies|session|term|period|location|address)"
    r"|(?:(?:from|to|at|in|of|name|your|until|and|or)\s+)+(?:school|college|university|institution|academy)s?"
    r"|names? of (?:the )?(?:schools?|college|institution|university)\b.*"
    r"|City (?:&|and) Guilds\b.*"  # tests, and teaches nobody
    r"|.*\b(?:(?-i:I)(?:['’ ]?m| am| was| have| had| did| stud\w+| attend\w*| graduat\w+| went| complet\w+| finish\w+"
    r"| got| passed)|am (?:an?|now|currently|studying|pursuing)|my)\b.*",
    re.IGNORECASE,
)  # School year: 2023; From - To over School; Now I am studying in Department / of Chemistry
_HEADS_OF_TABLE = re.compile(  # Degree Duration Board Institution Marks Obtained: heads that narrow gaps part
    r"(?:(?:degree|qualifications?|exam(?:ination)?s?|course|class|level|duration|session|dates?|years?|from|to|period|passing|board"
    r"|institut(?:e|ion)s?|university|college|school|names?|marks?|obtained|percentage|grades?|c?gpa|division|results?|subjects?"
    r"|s\.?no\.?|of|and|the|&|/|%)\s*){3,}",
    re.IGNORECASE,
)
MIN_HEADS = 3
_EXAMINATION = re.compile(
    r"\b(?:(?:West African|Primary|Senior|Junior|Secondary|Higher|High|Basic|First|Upper|Middle|Lower|General|Elementary"
    r"|National) ){1,3}"
    r"School (?:(?:Leaving|Completion|Final|Higher|Primary|Senior|Junior) ){0,2}(?:Certificat\w+|Exam\w*)(?: Exam\w*)?",
    re.IGNORECASE,
)  # Primary School Leaving Certificate
_TRADE_OF_ITI = re.compile(
    r"I\.?T\.?I\.?,? (?:Electri\w*|Fitter|Weld\w*|Turner|Machinist|Plumb\w*|Mechanic\w*|Diesel|COPA|Draughts\w*|Civil"
    r"|Motor|Wireman"
    r"|Trade|Course|Pass\w*|Certificate|Diploma|Holder|Instrument\w*|Refrigerat\w*|Carpent\w*|Surveyor|Steno\w*|Tool)\b",
    re.IGNORECASE,
)  # of which institute it does not say
_SITE_BEHIND = re.compile(r"\s+(?:https?://|www\.)\S+$")
_TWICE = re.compile(r"(?<= )([A-ZÀ-Þ][\w-]{2,}) \1$")  # RWTH Aachen Aachen, of a name and the town in the next cell
_IN_BRACKETS = re.compile(
    r"\(([A-Z][^()]{3,60}(?:University|College|Institute|School|Academy)(?: of [A-Z][^()]{2,40})?)(?:\)|$)"
)
_BRACKETS = re.compile(r"(?<=[\w.] )\(([A-ZÀ-Þ][^()]{2,70})(?:\)|$)")
_LEAD = re.compile(r"^(?:at|from|à la|à|an der|am|presso|en la|en el|na|no|pela|pelo|por la|aan de|te)\s+(?=[A-ZÀ-Þ])")
_FULL_STOP = re.compile(r"(?<=\w)\.$")
_ABBREVIATED = re.compile(r"\b(?:Univ|Inst|Tech|Coll|Sch|Ltd|[A-Z])\.$")
_PREPOSITION = re.compile(
    r"(?:^|\s)(?:an der|an dem|am|bei der|der|por la|por el|en la|en el|na|no|pela|pelo|presso (?:l['’]|la "
    r"|il )?|presso|à l['’]|à la|au"
    r"|de l['’]|dell['’]|all['’]|vid|på|aan (?:de|het)|op (?:de|het)|te|a la|a l['’])"
    r"\s*((?:[A-ZÀ-Þ][\w'’.-]*\s){0,2})$"
    r"|(?:^|\s)(?:from|at)(?: the)?\s((?:(?:[A-ZÀ-Þ][\w'’.&-]*|of|and|&)\s){0,7})$"
)
_LEARNT_IN_FRONT = re.compile(
    r"^[A-Z][\w'’-]+(?: (?!of |school|college|university|academy|institute)[a-z][\w'’-]+){1,4} in (?:the )?"
    r"(?=(?:[A-Z][\w.'’&-]+ ){1,4}(?:School|College|University|Academy|Institute)$)"
)  # Kitchen chef in Larchon School
_LEVEL_OF_SCHOOL = re.compile(
    r"(?:(?:junior|senior|upper|lower|higher|public)\s+)?(?:high|secondary|primary|middle|elementary)\s+school",
    re.IGNORECASE,
)
_GOES_ON_BEFORE = re.compile(  # Computer Science (ongoing) University of Northmoor
    r"^[A-Z][\w &-]{2,40}? \([a-z]{4,12}\)\s+(?=[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,3} (?:of|University|College)\b"
    r"|(?:[A-Z][\w.'’&-]* ){1,4}(?:University|College|Institute)\b)"
)
_LOOSE_END = re.compile(r"\s+with an? (?:minor|major)\b.*$|\s+(?:in|from|at|of|with|during|on|-)$|\s+with \d.*$")
_SENTENCE_GOES_ON = re.compile(
    r"(?<=\w)\s+(?:and|y|e|et|und)\s+[a-zà-ÿ]{3,}\s+(?:as|at|in|for|to|my|an?|the|como|en|por|la|el|na|no|em|als|bei|im"
    r"|am|comme|à|au"
    r"|chez|dans|come|presso|nel)\s.*$"
)  # Universidad de Nortemar y trabajo en …
_DEED_BEHIND = re.compile(
    r"(?<=\w),?\s+(?:and|then|before|where|which|who|while|after|when)\s+(?:then |later |now |currently )?"
    r"[a-z]{3,}(?:ed|ing|s)?\s"
    r"(?:[A-Z]|an?\b|the\b|his\b|her\b|my\b|in\b|at\b|as\b|for\b).*$"
)  # Northmoor School of Art and opened Moor Pottery
_FIELD = (
    r"(?:Applied|Management|Studies|Technology|Engineering|Sciences?|Business|Administration|Economics|Design|Arts?"
    r"|Medicine|Law|Education"
    r"|Research|Commerce|Finance|Music|Nursing|Pharmacy|Architecture|Information|International|Public|Social|and|&)"
)
_SCHOOL_OF_FIELDS = re.compile(
    rf"(?:[A-Z][\w.&'-]+\s+){{0,5}}(?:Institute|School|College|Academy) of(?:\s+{_FIELD}){{1,4}}"
)
_SUBJECT_BETWEEN = re.compile(  # PhD History Northmoor University
    r"^(?:History|Physics|Chemistry|Biology|Economics|Mathematics|Philosophy|Astronomy|Botany|Statistics|Accounting"
    r"|Linguistics|Geography|English|Nursing|(?!Technology)[A-Z][a-z]+ology)\s+"
    r"(?=University of [A-Z]|(?:[A-Z][\w.'’&-]+ ){1,3}(?:University|College|Institute|Polytechnic)\b)"
)
_SUBJECT_OF_SCHOOLS = re.compile(
    r"(?:\w+ )?School (?:Psycholog\w+|Counsel\w+|Nursing|Leadership|Administration|Social Work|Librarian\w*|Management|Health)"
)  # EdS, School Psychology


_TOWN_BEHIND = re.compile(  # Larch High School Provo, whose state stands behind the comma
    r"((?:[A-Z][\w.'’-]+ ){1,5}(?:High|Secondary|Middle|Grammar) School) ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
)
_PRESS = re.compile(
    r"\bUniversity Press\b|\bPresses [Uu]niversitaires\b|\bUniversitätsverlag\b"
)  # prints books, teaches nobody


def school_of_piece(piece: str, line: str) -> str | None:
    """Return the name of the school in a piece of a line, without subject, degree and words of study around it."""
    piece = _EXAMINATION.sub(" ", _NUMBERED.sub("", _HEADING_IN_FRONT.sub("", piece)))
    piece = _STUDENT_IN_FRONT.sub("", _SITE_BEHIND.sub("", piece).lstrip(_PICTURES).strip(" -*•"))
    piece = _SUBJECT_IN_SMALL.sub(r"\1", _GRADUATE_IN_FRONT.sub("", piece))
    piece = _STUDY_IN_FRONT.sub(
        "", _KEY.sub("", piece.lstrip(f".{_PICTURES}").strip(" ,;:()-*=_#").removeprefix("the "))
    )
    piece = _without_town(told_of_oneself(without_tail(piece)))
    word = LATIN_SCHOOL.search(piece)
    if not word or len(piece) > 2 * MAX_SCHOOL_CHARS or _PRESS.search(piece):
        return None
    if 0 < piece.find("(") < word.start() and (inside := _IN_BRACKETS.search(piece)):
        piece = inside.group(1)  # Aviation Maintenance (Larch Community College)
    elif (inside := _BRACKETS.search(piece)) and inside.start() < word.start() < inside.end():
        piece = inside.group(1)  # Magister (Uniwersytet Północny)
    name = without_subject(
        _behind_preposition(_LOOSE_END.sub("", _cut_at_degree(_DEED_BEHIND.sub("", _SENTENCE_GOES_ON.sub("", piece))))),
        line,
    )
    if not 0 < len(name) <= MAX_SCHOOL_CHARS or not is_name_of_school(name) or is_placeholder(name):
        return None
    whole = name
    if name.count("(") > name.count(")"):
        front, _, behind = name.partition(" (")  # Biology (University of Northmoor
        whole = front if LATIN_SCHOOL.search(front) or not LATIN_SCHOOL.search(behind) else behind
    if name.count(")") > name.count("("):
        front, _, behind = name.partition(")")
        whole = front if LATIN_SCHOOL.search(front) else _LEAD.sub("", behind.strip())
    whole = closed(_TWICE.sub(r"\1", whole).rstrip(" :/"))
    if _ENDS_IN_POST.search(whole):
        return None
    return with_campus(whole if _ABBREVIATED.search(whole) else _FULL_STOP.sub("", whole), line)


def _without_town(piece: str) -> str:
    """Return the school of pupils without the town behind it that no sign parts from its name."""
    behind = _TOWN_BEHIND.fullmatch(piece)
    return behind.group(1) if behind and is_town(behind.group(2)) else piece


_ENDS_IN_POST = re.compile(
    r" (?:Intern(?:ship)?|Assistant|Coordinator|Instructor|Lecturer|Professor|Tutor|Counsel+or|Ambassador|Volunteer)$"
)  # Larch Fund Summer Institute Intern


def is_name_of_school(name: str) -> bool:
    """A generic word alone (School, High School) names no school."""
    words = name.split()
    if _SUBJECT_OF_SCHOOLS.fullmatch(name):
        return False
    if _TOWN_OF_SCHOLARS.fullmatch(name) and is_town(name):
        return False
    if _NO_NAME.fullmatch(name) or _TRADE_OF_ITI.match(name):
        return False
    if len(words) > MIN_HEADS and _HEADS_OF_TABLE.fullmatch(name):
        return False
    is_compound = re.fullmatch(COMPOUND, name) is not None and not KIND_OF_SCHOOL.fullmatch(name)
    return (
        (len(words) > 1 or is_compound or re.fullmatch(ALL_ACRONYMS, name) is not None)
        and (name.lstrip('"“«„')[:1].isupper() or _SMALL_FIRST.match(name) is not None)
        and not _LEVEL_OF_SCHOOL.fullmatch(name)
    )


def _behind_preposition(name: str) -> str:
    """Cut the subject off in front of the school: ``Informatik an der Technischen Universität München``."""
    name = _LEARNT_IN_FRONT.sub("", name)
    word = LATIN_SCHOOL.search(name)
    lead = _PREPOSITION.search(name, 0, word.start()) if word else None
    return name[lead.start(lead.lastindex or 1) :] if lead else name


def _cut_at_degree(piece: str) -> str:
    """Separate the school from what stands beside it without a sign: field of study and degree."""
    word = next(latin_words(piece), None)
    if word and (SECONDARY.fullmatch(piece) or _is_word_of_name(piece, word[0])):
        return re.sub(r"\s*\([A-Z][A-Za-z-]{1,9}\)$", "", piece)
    if word:
        before, after = piece[: word[0]].strip(" ,-("), piece[word[1] :].strip(" ,-)@:")
        after = re.sub(r"^(?:['’]?s)?\s*(?:degree)?\s*(?:in|of)?\s+", "", after)
        after = re.sub(r"^\([^()]{1,30}\)\s*", "", after)
        after = _GOES_ON_BEFORE.sub("", after)
        after = re.sub(
            r"^(?:[\w&/ ().-]{2,60}?\s+)?(?:from |at |an der |am |à la |à l['’]|presso (?:l['’])?|pela |na "
            r"|en la )\s*(?=[A-ZÀ-Þ])",
            "",
            after,
        )
        piece = before if LATIN_SCHOOL.search(before) else _SUBJECT_BETWEEN.sub("", after)
        studied, colon, school = piece.partition(": ")
        piece = school if colon and LATIN_SCHOOL.search(school) and not LATIN_SCHOOL.search(studied) else piece
        tail = re.search(r"\b(?:in|of|IN|OF)\b.*?\s(University of [A-Z].*)$", piece)
        if tail and SUBJECT.search(piece[: tail.start(1)]):
            piece = tail.group(1)
    of = re.match(
        r"((?:The )?(?:[A-Z][\w.&'-]+\s+){0,5}(?:University|College|Institute|School|Polytechnic"
        r"|Academy)(?:\s+[oO]f(?:\s+the)?(?:\s+(?:(?:Applied|Fine|Liberal|Social|Health|Medical|Life|Natural) (?:Sciences?|Arts)"
        r"|Science|Arts|Applied|Fine|and|&|Technology|Sciences|Economics"
        r"|Finance|Business|Law|Medicine|Engineering|Management|Design|Commerce|Education|Music|Art"
        r"|[A-Z][a-z]+(?:\s+Kong|\s+York|\s+Carolina|\s+California)?))+?)?)(?=\s+[A-Z]|$)",
        piece,
    )
    if of and word and not _SCHOOL_OF_FIELDS.fullmatch(piece):
        return _longest_school(of.group(1), piece)
    return piece.strip(" ,-")


def _is_word_of_name(piece: str, start: int) -> bool:
    """Tell the word of a degree that belongs to the name of a school: Instituto Serrano de Ensino Superior."""
    before = piece[:start].rstrip()
    if (before and _OF_PUPILS.match(piece, start)) or _OF_MASTERS.match(piece, start):
        return True
    if not before and INITIALS_OF_HOUSE.match(piece, start):
        return True
    is_named = _NAMED_AFTER.match(before) or _KIND_IN_FRONT.search(before)
    return is_named is not None and LATIN_SCHOOL.search(before) is not None


def _longest_school(short: str, piece: str) -> str:
    """University of X keeps what belongs to the name and leaves the subject that follows it."""
    if re.search(r"\bof$", short) or piece == short:
        return piece
    technology = re.match(
        re.escape(short)
        + r"(?:\s+(?:and|&)\s+[A-Z][a-z]+|\s+of\s+[A-Z][a-z]+(?:\s+and\s+[A-Z][a-z]+)?|,\s*[A-Z][a-z]+$)",
        piece,
    )
    found = technology.group() if technology else short
    return piece if re.search(r"\b(?:and|&)$", found) else found
