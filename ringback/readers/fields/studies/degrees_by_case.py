"""Short words for degrees that only their capitals tell from other words: MEd, MD, AA in Music, ``Larch College, MLIS``."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re

_CASED_LEVELS = {"D": "doctor", "M": "master", "B": "bachelor"}
_FIRST = r"(?:^|(?<=\t)|(?<=\| ))"
_CASED = re.compile(r"\bSc([DMB])\b")  # in small letters they are other words
_MIXED = re.compile(
    r"(?<![\w.&@-])(?:(?P<doctor>DEng|EngD)|(?P<master>MEd|MArch|MTax|MTeach|MPlan|MVSc|MHSc|MNurs|MBus)"
    r"|(?P<bachelor>BEd|BMath|BAppSc|BNurs|BBus|BTeach|BMedSc|HBSc|HBA(?= in ))|(?P<college>FdA|FdSc))(?![\w&@'’-]|\.\w)"
)
_GLUED = re.compile(
    r"(?<![\w.&@/-])(?:(?P<master>M\.?[Ss][Cc]|M\.?[Tt][Ee]?[Cc][Hh]|M\.?[Cc][Oo][Mm]|MCA|MBA)"
    r"|(?P<bachelor>B\.?[Ss][Cc]|B\.?[Tt][Ee]?[Cc][Hh]|B\.?[Cc][Oo][Mm]|BCA|BBA))\.(?=[A-Z][a-z]{3})"
)  # Bsc.Botany
_OF_SUBJECT_IN_SHORT = re.compile(
    r"(?:^\W{0,3}|(?<=\t)|(?<=[|,;:–—-] )|(?<=\bmy )|(?<=[Cc]ompleted ))(?:(?P<master>M\.?S\.?S\.?|MSIT|MSCS)"
    r"|(?P<college>NCE|DAE)|(?P<bachelor>B\.?S\.?S\.?|BSBA|BSHR?M|BSTM|BSED|BS[CEM]E"
    r"|BSCpE|BSPsy(?:ch)?|BSCrim|BSMT|BSMarE"
    r"|BSMA|BSOA|BSAIS|BSAIT|BSEd|BEED|BEEd|BTVTED|BSAF|BSEcE))"
    r"(?=\s*(?:$|[\t,;:|(–-])| (?:in|IN|from|at) [A-Z]| \d)"
)  # Social Science, Business Administration, Hospitality Management
_DOCTOR_OF_MEDICINE = re.compile(
    rf"{_FIRST}MD(?=\s?\((?!USA?\b|\d)[A-Z]|\s*\t| in [A-Z]|, [A-Z]\w+ (?:Univ|Medical|Coll))"
)
_BACHELOR_OF_COMPUTERS = re.compile(
    rf"{_FIRST}B\.?C\.?S\.?(?:[- ]?I{{1,3}}V?|[- ]IV)?"
    r"(?=[ ]?(?:\t|\(|$|,(?! The\b))| (?:in|from) |[ ]?[-–:] ?(?!The\b)[A-Z])(?! Found)"
)  # BCS-II<tab>Y.C; elsewhere a society
_ENGINEER = re.compile(
    rf"{_FIRST}(?:BE|(ME))"
    r"(?= ?\((?!USA?\b)[A-Z]|[ ]?[-–/] ?[A-Z][a-z]|,? in [A-Z]|(?<=BE)(?: ?: ?[A-Z]| [A-Z][a-z]+ Eng)|(?<=^BE)\t"
    r"|(?<=BE) ?& ?(?:Comp|Mech|Elec|Civil|Info|Chem|Prod))"
)  # BE (Chemical)<tab>MLSMS; elsewhere a verb, Belgium and Maine
_IN_CAPITALS = re.compile(
    rf"{_FIRST}(?:(?P<college>A[AS]|AOS)|(?P<master>EdS|MAT)|(?P<doctor>DMA|DDS|DMD))"
    r"(?= in [A-Z]|(?<=EdS)[,\t]|(?<=D[DM][SD])[ ]?(?:[,\t|(–:-]|$))"
)  # in small letters they are other words
_SUBJECT = (
    r"(?: ?(?:Information|Computer|Computing|Engineering|Science|Arts|Commerce|Business|Nursing|Applied|Technology"
    r"|Architecture|Pharmacy|Design|Accounting|Economics|Management|Health|Medical|Social|Environmental|Fine|Music"
    r"|Psychology|Communication|Public|International)s?\b(?: (?:and |of )?[A-Z][a-z]+){0,3} ?[(,\t])"
)  # B. Nursing (Hons), but B. Computer Skills is the second section
_BEFORE_SUBJECT = re.compile(
    rf"{_FIRST}(?:(?P<master>Ir\.?(?= in [A-Z])|M2(?= (?:(?:en|in|[-–:]) )?(?:Informatique|Droit|Finance|Gestion"
    r"|Marketing|Management|Math|Physique|Chimie|Biologie|[ÉE]conomie|Recherche|Sciences?|Psychologie|Histoire|Lettres"
    rf"|Communication|Data|Ing[ée]nierie|Statisti|Computer))|M\.(?={_SUBJECT}))"
    rf"|(?P<bachelor>BIT(?= in [A-Z]|[,\t|]|$)|B\.(?={_SUBJECT})))"
)  # M2 Informatique; elsewhere square metres, a piece of information
_LETTERS_APART = re.compile(
    r"(?:^|(?<=\t)|(?<=[ (|]))(?:(?P<master>M\. [AS]\.)|(?P<bachelor>B\. [AS]\.|A\. B\.))"
    r"(?=,? (?:in [A-Z]|[Ss]umma |[Mm]agna |[Cc]um laude))"
)  # M. S. in Botany, but M. S. Moor
_ALONE = (
    r"(?:(?P<doctor>DMA|DDS|DMD|DPM|MD)"
    r"|(?P<master>MAT|ML[AS]|MSE|MIS|MCS|MIM|MUP|MURP|MSF|MSJ|MHRM|MAPP|MPS|MHS|MMS|MPT|MOT|MDS|MTS|MN|M\.M\.|M\.S\.J\.)"
    r"|(?P<bachelor>AB|BAS|BN|BSE|BPA|BJ|B\.J\.|BLS|BGS|BPS|BMM|BID|BLA|BIS|BBS|BIT|BCS|B\.M\.|BM)|(?P<college>AA|AS|ND|GNM))"
)
_KIND = r"(?:Univ\w*|College|Institut\w*|School|Academy|Polytechnic|Conservatory)\b"
_NAME_OF_SCHOOL = rf"(?:the |The )?(?:[A-Z][\w.'’&-]+ (?:of |and )?){{0,5}}{_KIND}"
_NO_STATE = r"(?<!\bA[BS])(?<!\b[MN][DNS])"
_IN_ROW = re.compile(
    rf"(?:^|(?<=[\t•|(])|(?<=[\t•|–-] )|(?<=\d ))\W{{0,3}}{_ALONE}"
    rf"(?= in [A-Z]|,? from {_NAME_OF_SCHOOL}|(?:,| ?[-–|:•(@]| at) ?{_NAME_OF_SCHOOL}"
    rf"|\)(?:,| ?[-–|:•]| at| from)? ?{_NAME_OF_SCHOOL}"
    rf"|{_NO_STATE}(?<!MIS)(?: (?:and |of |& )?[A-Z][\w&-]+){{1,4}}?(?:, | ?[-–|(] ?){_NAME_OF_SCHOOL}"
    rf"|{_NO_STATE},(?: (?:and |of |& )?[A-Z][\w&-]+){{1,5}}(?:\t|, | ?[-–|(] ?)[^\t]{{0,20}}\b(?:19|20)\d\d\b)"
    rf"|(?:{_KIND}(?: of(?: (?:[A-Z]\w+|and|of|&)){{1,5}})?)(?:,| ?[-–|:•]|\t) ?{_ALONE.replace('(?P<', '(?P<behind_')}"
    r"(?=\s*(?:$|[;|)\t]|[-–]\s|,? ?\(?(?:19|20)\d\d)|,? (?:in )?[A-Z][a-z]+)(?<!, [AMN][BDNS])"
)  # MAT, Larch University, but Larch College, AB lies in Alberta


def told_by_case(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where such a word stands, its level, and the word."""
    if "MD" in text:
        yield from ((match.start(), "doctor", match.group()) for match in _DOCTOR_OF_MEDICINE.finditer(text))
    if "Sc" in text:
        yield from ((match.start(), _CASED_LEVELS[match[1]], match.group()) for match in _CASED.finditer(text))
    if "E" in text:
        yield from ((m.start(), "master" if m[1] else "bachelor", m.group()) for m in _ENGINEER.finditer(text))
    if "S" in text and "C" in text:
        yield from ((m.start(), "bachelor", m.group()) for m in _BACHELOR_OF_COMPUTERS.finditer(text))
    for short in (_IN_CAPITALS, _BEFORE_SUBJECT, _LETTERS_APART, _MIXED, _GLUED, _OF_SUBJECT_IN_SHORT):
        yield from ((match.start(), str(match.lastgroup), match.group()) for match in short.finditer(text))


def told_in_row(text: str) -> Iterator[tuple[str, str]]:
    """Yield level and word of the capitals that are a degree beside a school in a row of education, elsewhere anything."""
    for match in _IN_ROW.finditer(text):
        group = str(match.lastgroup)
        yield group.removeprefix("behind_"), match.group(group)
