"""What looks like a phone number and is none: addresses, cards, faxes, extensions, times of day, numbers of offices."""

from __future__ import annotations

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from ringback.readers import patterns as re
from ringback.readers.fields.contacts.emails import EMAIL, NUMBER_IN_FRONT
from ringback.readers.fields.periods import ranges_in

_URL = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.\-])[\w.\-]{1,60}\.(?:com|cn|org|net|io|me|dev)/\S*", re.IGNORECASE)
_POST_CODE = re.compile(  # Santa Barbara, CA 93101-1234; 12201-010, Brazil
    r"(?<=[A-Z]{2} )\d{2}\.\d{3}-\d{3}\b|(?<=[A-Z]{2}, )\d{2}\.\d{3}-\d{3}\b"  # Moorau DF 70.000-000
    r"|(?<=[A-Z]{2} )\d{5}-\d{3,4}\b|(?<=[A-Z]{2}, )\d{5}-\d{3}\b|(?<![\d+(-])\d{5}-\d{3}(?=,? ?[-–]? ?(?:Bra[sz]il|BR)\b)"
)
_ID_CARD = re.compile(r"(?<!\d)[1-9]\d{16}[\dXx](?!\d)")
_OFFICIAL = re.compile(  # C.C. 43.123.456: a number that an office gave
    r"\b(?:P\.? ?O\.? ?)?BOX\s*(?:no\.?\s*)?\d[\d -]{1,14}\d"
    r"|\b(?:student|roll|registration|enrol?lment|matric(?:ulation)?|licen[cs]e|passport|employee|membership|certificate|badge|tax"
    r"|social security|aadhaar|examination|index) (?:no\.?|number|num\.?|id)\s*[:#|]?\s*\d[\d -]{4,14}\d"
    r"|\b(?:ref(?:erence)?\b\.?(?: ?(?:no|number|num|id|code)\b\.?)?"
    r"|(?:job|vacancy|cv|resume|candidate|applicant|application|case|file|order|profile|requisition|req|client|customer|ticket)"
    r" ?(?:(?:no|number|num|id|code)\b\.?|#)) ?[:#]? ?[A-Z]{0,4}[-/]?\d[\d/ -]{3,16}\d"
    r"|\b(?:C\.C\.|D\.?N\.?I\.?|C\.?P\.?F\.?|N\.?I\.?F\.?|R\.?U\.?T\.?|CNIC|NRIC|NMC|GMC|HCPC|SWE|NPI|ABN)"
    r"\s*(?:no\.?|:|#)?\s*\d[\d. -]{5,16}(?:-?[\dA-Z])?"
    r"|\bC\.?E\.?P\.?\s*:?\s*\d{2}\.?\d{3}-?\d{3}\b|\bR\.?G\.?\s*(?:n[º°o.]*)?\s*:?\s*\d[\d.]{6,11}(?:-[\dX])?"
    r"|\b(?:sort code|bank account|account (?:no\.?|number))[^\d|;]{0,16}[\d /-]{6,30}"
    r"|\bCNPJ\s*:?\s*[\d./-]{14,18}|\b(?:zip|post(?:al)?|pin)[ -]?code\s*:?\s*\d[\d-]{3,9}(?!\d)",
    re.IGNORECASE,
)
_WORD_OF_OFFICE = (  # what states, boards of trades and libraries number people and papers by, in many countries
    r"(?<![\w.])(?P<word>"
    r"(?:steuer|emirates|civil|national|tax|citizen|voter|employee|student|staff|researcher|scopus author)[ -]?id"
    r"|i\.?d(?=\.? ?(?:no|nr|num|card|#))"
    r"|orcid|isbn|issn|iban|ssn|itin|npi|crd|utr|dbs|n\.?i|nmc|gmc|gphc|hcpc|abn|acn|tfn|wwcc|ahpra|sace"
    r"|cpf|cnpj|rg|cnh|crea|crm|coren|oab|crc|crp|pis(?:/pasep)?|ctps|sss|gsis|philhealth|pag-?ibig|umid|philsys"
    r"|(?<![^\W\d_] )(?:tin|nic|bar|big|pan|series)|(?:tin|nic|bar|big|pan|series)(?= ?(?:no|nr|num|#))"  # Van Tin is a name
    r"|prc(?= ?(?:no|id|licen[cs]e|reg)\b)"
    r"|aadhaa?r|uan|uid|epf|cnic|nicop|nid|nrc|nin|bvn|nysc|kra|nhif|nssf|ssnit|iqama|nik|ktp|npwp|bpjs|mykad|i/?c|nric"
    r"|cmnd|cccd|pesel|nip|regon|cnp|i[čc]o?|rodné číslo|personnummer|henkilötunnus|hetu|cpr|fødselsnummer|bsn|kvk"
    r"|t\.?c\.? kimlik|siret|siren|rpps|adeli|insee|(?:n[º°o]\.? ?)?(?:sécurité sociale|s\.?s|nss)|n[ºo°]ss|naf|nie|p\.? ?iva"
    r"|partita iva|curp|rfc|imss|cui[tl]|ruc|t\.p(?=[.:\s#]{0,3}(?:no\.?\s?)?[1-9])"
    r"|(?:steuer|personalausweis|sozialversicherungs|rentenversicherungs|matrikel|kunden|projekt|kranken(?:versicherungs)?)"
    r"-?(?:nummer|nr))\b"
)
_MAY_BE_OF_OFFICE = re.compile(_WORD_OF_OFFICE)  # of a line in small letters, which hardly any has
_OF_OFFICE = re.compile(
    rf"{_WORD_OF_OFFICE}"
    r"\.?[\s:#]{0,5}(?:(?:no|nr|n[º°o]|num|number|pin|card)\b\.?[\s:#]{0,5}){0,2}[A-Z]{0,3}"
    r"(?:\d{3}\.?\d{3}\.?\d{3}-\d{2}(?!\d)|\d{2}\.\d{3}\.\d{3}-[\dX]\b|\d{5}-\d{7}-\d\b|\d(?:[ ./-]?\d){4,22})",
    re.IGNORECASE,
)
LONGEST_ABBREVIATION = 4
_MARKED = re.compile(r"\s*(?:[.:#]|(?:no|nr|num|number|n[º°o]|card|pin)\b)", re.IGNORECASE)
_LONG_OF_OFFICE = re.compile(  # ID 8801712345678, Reg. No: 2348021234567: else a number with the code of a country
    r"(?<![\w.])(?:i\.?d|reg(?:istration|n|d)?|enrol?l?(?:ment)?|roll|ref(?:erence)?|invoice|order|account|a/c|serial|membership)\b\.?"
    r"\s?(?:(?:no|nr|num|number|card)\b\.?)?[\s:#-]{0,3}\d{12,20}(?!\d)",
    re.IGNORECASE,
)
_LONG_RUN = re.compile(r"\d{12}")
_OF_STUDENT = re.compile(
    r"(?:学|學)[\u4e00-\u9fffA-Za-z]{1,3}\s?[:：]\s?[A-Za-z]{0,3}\d{5,14}(?!\d)"
    r"|[备備](?:案号?|字)?(?:第\s?)?\d{8,14}(?!\d)"
)  # 学号, however it is spelled; 京ICP备12345678号 at the foot of a page
_FAX = re.compile(
    r"(?<![A-Za-z.][/&])(?<![A-Za-z.] [/&] )(?<![A-Za-z.][/&] )"  # Tel. / Fax: is dialled too
    r"(?:\b(?:tele)?fax(?: ?no|\(es\))?|\bfacsimile|(?-i:\bF)(?=[.:])|传真)\b[\s.:：]{0,4}[+(]?\d[\d ()/.\-]{5,20}\d",
    re.IGNORECASE,
)
_FAX_BEHIND = re.compile(
    r"[+(]?\d[\d ().\-]{5,20}\d[\s,]{0,2}[(\[]?(?:tele)?fax\b(?=[)\].]{0,2}\s*(?:$|[|,;/·\t•]|\s\s))(?!\W{0,6}\d)",
    re.IGNORECASE,
)  # 011 222 3333 (fax)
_YEAR_IN_BRACKETS = re.compile(
    r"\((?:19|20)\d{2}(?:[./-](?:0?[1-9]|1[0-2]))?\)(?!\s?\d)"
)  # score 273 (2026), best of 2024 (2025.01)
_EXTENSION = re.compile(r"(?:(?<![A-Za-z])(?:ext|x)|转|分机)\.?\s*\d{1,5}\b", re.IGNORECASE)
_HOURS = re.compile(  # when somebody likes to be rung: (10 a.m. - 4 p.m.), (9 - 17 h)
    r"\(\s*+(?:between |from |after |before )?\d{1,2}(?:[:.]\d\d)?\s?"
    r"(?:[ap]\.?\s?m\b|h\b|uhr\b|(?:-|to)\s?\d{1,2}\s?(?:h\b|[ap]\.?\s?m\b))[^()]*+\)",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])(?:\s?(?:-|~|to)\s?\d{1,2}:[0-5]\d(?![\d:]))?")
_SWITCHBOARD = re.compile(  # 0571-88889999-8012, 0571-8765 4321-806
    r"(?<!\d)(?=[(08])((?:\(?0\d{2,3}\)?|86[- ]?\(?(?:10|[2-9]\d{1,2})\)?)[- ]?(?:\d{7,8}|\d{3,4}[- ]\d{4}))-\d{2,5}(?!\d)"
)
_CODE_BEFORE_DASH = re.compile(r"(?<![\d+-])(?<!\d[ .])(?:\+ ?|0 ?0 ?)([1-9]\d{0,2}) ?- ?(?=\(?\d)")
_CODE_BEHIND_PLUS = re.compile(r"(?<![\w+])\+[ \t](?=\(?([1-9]\d{0,2})[ ().\-]{1,2}\(?\d)")  # + 49 176 …, but C++ 17
_COUNTRY_BEHIND_CODE = re.compile(r"(\+[1-9]\d{0,2}) ?\([A-Za-z][A-Za-z. ]{1,20}\) ?-?(?=[ (]?\d)")  # +44 (UK)-20-7946…
_OF_QQ = re.compile(  # a sign of a penguin, or the word without a colon, and the number; no mobile number
    r"(?:\U0001f427\ufe0f?|(?<![a-z])qq(?:号码?)?)\s*:?\s*(?!1[3-9]\d{9}(?!\d))[1-9]\d{4,10}(?![\d@-])", re.IGNORECASE
)
_AREA_SQUARED = re.compile(r"\[(0?[1-9]\d{0,2})\](?=[ -]?\d{3,4}[ -]?\d{3,4}(?![\d-]))")  # [032] 412-0198
_MOBILE_BEGUN = re.compile(r"(?<!\d)1[3-9]\d[ .-]$")


def _may_be_fax(line: str) -> bool:
    lowered = line.lower()
    return "fax" in lowered or "facsimile" in lowered or "F." in line or "F:" in line or "传真" in line


def _without_office(found: re.Match[str]) -> str:
    """Leave a number behind a short word that is no abbreviation and bears no mark: Nik 0812-3456-7890 is a person."""
    word = found.group("word")
    is_short = sum(map(str.isalpha, word)) <= LONGEST_ABBREVIATION and not word.isupper()
    return found.group() if is_short and not _MARKED.match(found.group(), len(word)) else " | "


def _with_code(found: re.Match[str]) -> str:
    """Write the code of a country as such where a dash parts it from the number: ``0044 - 7700…``."""
    return f"+{found.group(1)} " if int(found.group(1)) in COUNTRY_CODE_TO_REGION_CODE else found.group()


def _joined(found: re.Match[str]) -> str:
    return "+" if int(found.group(1)) in COUNTRY_CODE_TO_REGION_CODE else found.group()


def _without_years(found: re.Match[str]) -> str:
    """Leave what only looks like years: 176-1909-1988."""
    at = found.start(1)
    return found.group() if _MOBILE_BEGUN.search(found.string, max(0, at - 5), at) else " | "


def without_noise(line: str, masked: tuple[str, ...]) -> str:
    """Return a line without what looks like a phone number and is none; ``masked`` holds values of other labels."""
    for value in masked:
        at = line.find(value)
        if at >= 0 and not line[at + len(value) : at + len(value) + 1].isdigit() and not line[:at][-1:].isdigit():
            line = f"{line[:at]} | {line[at + len(value) :]}"
    line = _LONG_OF_OFFICE.sub(" | ", line) if _LONG_RUN.search(line) else line
    line = line.replace("--", "  ")
    line = _AREA_SQUARED.sub(r"(\1)", line) if "[" in line else line
    line = _COUNTRY_BEHIND_CODE.sub(r"\1 ", line) if "+" in line and "(" in line else line
    line = _CODE_BEHIND_PLUS.sub(_joined, line) if "+ " in line or "+\t" in line else line
    line = _CODE_BEFORE_DASH.sub(_with_code, line) if "-" in line else line
    line = _OF_QQ.sub(" | ", line) if "q" in line.lower() or "\U0001f427" in line else line
    line = _FAX.sub(" | ", line) if _may_be_fax(line) else line
    line = _SWITCHBOARD.sub(r"\1", line) if "-" in line else line
    line = _FAX_BEHIND.sub(" | ", line) if "ax" in line or "AX" in line else line
    if "@" in line:
        line = EMAIL.sub(" | ", NUMBER_IN_FRONT.sub(r"\1 ", line))
    line = _YEAR_IN_BRACKETS.sub(" | ", line) if "(" in line else line
    line = _OF_OFFICE.sub(_without_office, line) if _MAY_BE_OF_OFFICE.search(line.lower()) else line
    line = _URL.sub(" ", line) if "/" in line or "www." in line.lower() else line
    line = _ID_CARD.sub(" ", line if line.isascii() else _OF_STUDENT.sub(" | ", line))
    line = _OFFICIAL.sub(" ", _POST_CODE.sub(" ", line) if "-" in line else line)
    line = _TIMES.sub(" | ", line) if ":" in line else line
    line = _HOURS.sub(" | ", line) if "(" in line else line
    for found in reversed(list(ranges_in(line))):
        line = line[: found.start()] + _without_years(found) + line[found.end() :]
    return _EXTENSION.sub(" ", line)
