"""The country of a number that is printed without one: from the person's place, his other numbers, his addresses, its shape."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import phonenumbers
from phonenumbers import NumberParseException

from ringback.readers import patterns as re
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.countries import commonest_country, country_of
from ringback.readers.fields.places.mentions import country_mentioned, country_of_nationality
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.studies.examinations import examinations_by_country
from ringback.readers.fields.wordlists import town_key, towns
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found
    from ringback.readers.fields.sheet import Sheet

_AMERICAN_GROUPS = re.compile(r"\([2-9]\d{2}\)\s?\d{3}[-. ]\d{4}|(?<!\d)[2-9]\d{2}[-.]\d{3}[-.]\d{4}(?!\d)")
_STATES = re.compile(r"\bU\.?S\.?A\b|\bUnited States\b")
MAX_NAMED = 6000  # characters in which they may be named
_INTERNATIONAL = re.compile(r"\+\d[\d\s().-]{7,18}\d")
_TOP_DOMAIN = re.compile(r"@[\w.-]{1,60}\.([a-z]{2})\b(?![.-])", re.IGNORECASE)
FOOT_LINES = 6  # some designs print the contacts at the foot
_HAN = re.compile("[\u4e00-\u9fff]")
_IS_ADDRESS = re.compile(r"@|\w\.\w|://")  # the "com" of a site is no word of any language
_EIGHT_DIGITS = re.compile(
    r"(?<![\d-])(?!20[0-4]\d ?[-~] ?20[0-4]\d)(?!20\d\d(?:0[1-9]|1[0-2]))[2-9]\d{3}[ -]?\d{4}(?![\d-])"
)  # but 2021-2025 are years
_TAIWANESE = re.compile(  # a mobile, or a landline behind the code of its area, which Hong Kong has none of
    r"(?<!\d)09\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)|(?<![\d-])(?:\(0[2-8]\) ?|0[2-8]-)\d{3,4}-?\d{4}(?![\d-])"
)
_COUNTRY_BEHIND = re.compile(r"@[\w.-]{1,60}\.(?:edu|com|gov|org|net|mil)\.([a-z]{2})\b(?![.-])", re.IGNORECASE)
_PAPERS = tuple(
    (re.compile(papers, re.IGNORECASE), country)
    for papers, country in (
        (r"\bc[ée]dula de ciudadan[ií]a\b|\btarjeta profesional (?:no|n[°º])", "CO"),
        (r"\bCUI[LT]\b", "AR"),
        (r"\bCURP\b", "MX"),
        (r"\bR\.?U\.?[TN]\.?\W{1,4}\d{1,2}\.?\d{3}\.?\d{3}-[\dk]\b", "CL"),
        (r"\bCPF\b", "BR"),
        (r"\bPESEL\b", "PL"),
        (r"\bcodice fiscale\b", "IT"),
        (r"\b(?:Tagalog|Hiligaynon|Cebuano|Ilocano|Bisaya|Barangay|Brgy)\b", "PH"),
        *((papers, country) for country, papers in examinations_by_country().items()),
    )
)
"""The papers of identity, the examinations of schools and the words that one country alone has."""
_NEIGHBOURS = tuple(
    (re.compile(rf"\b(?:{places})\b", re.IGNORECASE), country)
    for places, country in (
        ("Bangladesh|Dhaka|Chittagong|Chattogram|Sylhet|Rajshahi|Khulna|Comilla|Gazipur", "BD"),
        ("Pakistan|Lahore|Karachi|Islamabad|Rawalpindi|Faisalabad|Multan|Peshawar|Sialkot|Sindh", "PK"),
        ("Nepal|Kathmandu|Pokhara|Lalitpur|Tribhuvan", "NP"),
        ("Sri ?Lanka|Colombo|Kandy|Moratuwa|Jaffna|Peradeniya", "LK"),
    )
)
_INDIA = re.compile(r"\b(?:India|Indian|CBSE|ICSE|Lakhs?|Crores?)\b")
"""Where resumes are written with the words of Indian ones: S.S.C, B.Tech, Father's name, Mobile no."""
_NO_COUNTRY = frozenset(
    {"io", "co", "me", "ai", "tv", "cc", "ly", "gg", "fm", "to", "sh", "im", "st", "eu", "ws", "la"}
)
"""Top domains of two letters that people all over the world have."""
_LANGUAGES = (
    (
        re.compile(
            r"\b(?:und|der|die|das|für|bei|mit|GmbH|heute|Lebenslauf|Berufserfahrung|Ausbildung|Kenntnisse|geb|[Gg]eboren|Geburtsdatum"
            r"|Familienstand|ledig|verheiratet|Staatsangehörigkeit|Anschrift|Schulbildung|Werdegang|Sprachen|Deutsch|Englisch"
            r"|Führerschein|[Ww]ohnhaft|[Ss]eit|Praktikum|Hobbys|Persönliche|zum|zur|vom|als)\b"
        ),
        "DE",
    ),
    (
        re.compile(
            r"\b(?:le|les|des|du|et|pour|chez|une|[Ff]ormation|[Ee]xpériences?|[Cc]ompétences|Né|Née|Téléphone|Permis|[Cc]élibataire"
            r"|Langues|Anglais|Français|Loisirs|Lycée|[Dd]epuis|Nationalité|ans)\b"
        ),
        "FR",
    ),
    (
        re.compile(
            r"\b(?:el|los|las|para|con|una|del|[Nn]ombre|[Tt]eléfono|[Cc]orreo|[Dd]omicilio|[Nn]acimiento|[Ff]ormación|[Aa]ctualidad|[Ee]xperiencia|[Dd]irección"
            r"|[Dd]atos|[Ee]studios|Inglés|Edad|[Ss]olter[oa]|Calle|Móvil|Tfno|[Ee]ducación|[Ll]aboral|[Aa]cadémica)\b"
        ),
        "ES",
    ),
    (
        re.compile(
            r"\b(?:não|em|dos|com|da|na|uma|[Ff]ormação|[Ee]xperiência|[Tt]elefone|[Ee]ndereço|[Ee]mpresa"
            r"|[Bb]rasileir[oa]|[Ss]olteir[oa]|Idade|Rua|Bairro|Escolaridade|Inglês|Nome|[Dd]ados|[Ee]nsino|Educação)\b"
        ),
        "BR",
    ),
    (
        re.compile(
            r"\b(?:[Tt]elem[óo]vel|[Mm]orada|[Ll]icenciatura|[Ll]icenciado|[Cc]ontactos|[Pp]rojectos?|[Ii]nform[áa]tica)\b"
        ),
        "PT",
    ),
    (
        re.compile(
            r"\b(?:và|của|các|tại|với|được|trình|dự án|về|[Hh]ọ|[Nn]gày|[Đđ]ịa chỉ|[Đđ]iện thoại|[Cc]ông ty|Đại học|nay)\b"
        ),
        "VN",
    ),
    (re.compile(r"\b(?:dan|yang|di|dengan|untuk|saya|pada)\b"), "ID"),
    (re.compile(r"\b(?:ve|bir|için|ile|olarak|Üniversitesi)\b"), "TR"),
    (
        re.compile(
            r"\b(?:il|della|gli|presso|nel|delle|degli|[Tt]elefono|[Ii]ndirizzo|[Ee]sperienz[ae]|[Ii]struzione|Università"
            r"|[Nn]at[oa]|[Ff]ormazione|Lingue|Inglese|[Cc]ellulare|Patente|Competenze|Laurea|[Dd]ati)\b"
        ),
        "IT",
    ),
    (
        re.compile(
            r"\b(?:het|een|voor|van|bij|met|Opleidingen?|Werkervaring|Talen|Geboortedatum|Naam|Rijbewijs|Nederlands)\b"
        ),
        "NL",
    ),
    (
        re.compile(r"\b(?:och|för|med|vid|som|Utbildning|Arbetslivserfarenhet|Svenska|Engelska|Språk|Körkort|Född)\b"),
        "SE",
    ),
    (
        re.compile(
            r"\b(?:oraz|przy|dla|się|od|Wykształcenie|Doświadczenie|Języki|Umiejętności|Zainteresowania|Imię|Nazwisko|urodzenia)\b"
        ),
        "PL",
    ),
    (re.compile(r"\b(?:pro|jako|při|nebo|ve|jsem|studium|Vzdělání|Jazykové|Praxe)\b"), "CZ"),
    (re.compile(r"\b(?:og|på|af|ved|til|jeg)\b"), "DK"),
)
_SPOKEN_IN = {
    "DE": "DE AT CH LI LU",
    "FR": "FR BE CH CA LU MC MA TN DZ SN CI CM",
    "ES": "ES AR CL CO MX PE UY VE EC BO PY CR PA GT CU DO HN NI SV PR US",
    "BR": "BR PT AO MZ",
    "PT": "PT BR AO MZ",
    "IT": "IT CH SM",
    "NL": "NL BE",
    "SE": "SE FI",
}
_LETTERS = tuple(
    (re.compile(letters), country)
    for letters, country in (
        ("[\u3041-\u3096\u30a1-\u30fa]", "JP"),
        ("[\uac00-\ud7a3]", "KR"),
        ("[\u0e01-\u0e2e]", "TH"),
        ("[\u03b1-\u03c9]", "GR"),
        ("[\u05d0-\u05ea]", "IL"),
        ("[\u0430-\u044f]", "RU"),
    )
)
_ACCENT = re.compile("[à-ž]")
_ANY_LETTER = re.compile("[\u0370-\u05ff\u0e00-\u0e7f\u3041-\u30fa\uac00-\ud7a3]")
MIN_LETTERS = 5
MIN_INDIAN = 2
_INDIAN = re.compile(
    r"\b(?:Pvt\.?|B\.?\s?Tech|B\.?\s?Com|M\.?\s?Com|CBSE|ICSE|S\.?S\.?L\.?C|H\.?S\.?C|10\s?\+\s?2"
    r"|Lakhs?|Crores?|Father'?s name|Bio-?data|Languages known|hereby declare|Mob(?:ile)? no|E-?mail id|Marital status"
    r"|Bangalore|Bengaluru|Mumbai|Pune|Hyderabad|Chennai|Delhi|Kolkata|Gujarat|Kerala|Punjab|Maharashtra|Karnataka|Tamil Nadu)\b",
    re.IGNORECASE,
)
_FIRMS = tuple(
    (re.compile(form), country)
    for form, country in (
        (r"\bPte\.? ?Ltd\b|\bSingapore \w*(?:University|Polytechnic)|\bUniversity of Singapore\b", "SG"),
        (r"\bSdn\.? ?Bhd\b|\bUniversiti\b", "MY"),
        (r"\bPty\.? ?Ltd\b", "AU"),
        (r"\bHong Kong\b.{0,20}\bUniversity\b|\bUniversity of Hong Kong\b|\(HK\) (?:Limited|Ltd)\b", "HK"),
        (r"\bGmbH\b", "DE"),
        (r"\b[Ss]p\. ?z ?o\. ?o\.", "PL"),
        (r"\bs\.r\.o\.", "CZ"),
    )
)


@dataclass(frozen=True, slots=True)
class Region:
    """A country, and whether the resume speaks of it; one that is only the default gives way to the shape of a number.

    ``spoken`` is where the language of the resume is at home: whoever worked abroad may have his number there.
    ``alike`` are the other countries of that language, where nothing but the language tells the country; ``mentioned`` is the
    one of them that the resume names most often.
    """

    code: str
    is_said: bool
    spoken: str | None = None
    alike: tuple[str, ...] = ()
    mentioned: str | None = None
    town: str = ""


def region_of(sheet: Sheet) -> Region:
    """Choose the country for numbers printed without one: the person's place, another number or address of his, the language."""
    town = None if sheet.is_chinese else read_city(sheet)
    home = _country_of_town(town)
    country = country_of(sheet, home) or home
    common = None if country else commonest_country(sheet)
    common = "US" if common and _writes_from_states(sheet) else common
    if country or common:
        spoken = _country_of_language(sheet.text[:6000]) if _ACCENT.search(sheet.text, 0, 3000) else None
        if spoken and common and common not in _SPOKEN_IN.get(spoken, spoken):
            common, spoken = spoken, common  # who worked abroad writes home
        return Region(country or common or "", is_said=True, spoken=spoken, town=town.value if town and country else "")
    head = "\n".join(sheet.folded[i] for i in sheet.head)
    domain = _country_of_domains(head) or _country_of_domains("\n".join(sheet.folded[-FOOT_LINES:]))
    script = _country_of_letters(sheet.text[:6000])
    if not (domain or script or sheet.is_chinese or sheet.text.isascii()) and _HAN.search(sheet.text):
        script = _country_of_script(sheet, head)  # an English page with a school in traditional characters
    if script:
        return Region(domain or script, is_said=True)
    if sheet.is_chinese:
        home = domain if domain in {"HK", "TW", "MO", "SG"} else _country_of_script(sheet, head)
        return Region(home or sheet.default_region, is_said=True)
    papers = _country_of_papers(sheet.text[:4000]) or _country_of_domains(head, _COUNTRY_BEHIND)
    if papers or _AMERICAN_GROUPS.search(sheet.text[:4000]):
        return Region(papers or "US", is_said=True)
    for match in _INTERNATIONAL.finditer(head):
        with contextlib.suppress(NumberParseException):
            region = phonenumbers.region_code_for_number(phonenumbers.parse(match.group(), None))
            if region:
                return Region(region, is_said=True)
    text = sheet.text[:6000]
    likely = domain or _country_of_firms(text)
    likely = likely or country_of_nationality(text) or _country_of_indian_words(text)
    language = None if likely else _country_of_language(text)
    alike = tuple(_SPOKEN_IN.get(language, "").split()[1:]) if language else ()
    mentioned = country_mentioned(sheet) if alike else None
    return Region(
        likely or language or sheet.default_region,
        is_said=bool(likely or language),
        alike=alike,
        mentioned=mentioned if mentioned in alike else None,
    )


def _country_of_indian_words(text: str) -> str | None:
    """Return India, or the neighbour that a resume with the words of Indian ones names instead."""
    if len(set(_INDIAN.findall(text))) < MIN_INDIAN:
        return None
    named = [] if _INDIA.search(text) else [country for places, country in _NEIGHBOURS if places.search(text)]
    return named[0] if len(named) == 1 else "IN"


def _writes_from_states(sheet: Sheet) -> bool:
    """Tell who groups a number as in the States and names them, whatever other country he has worked in more often."""
    is_grouped = any(_AMERICAN_GROUPS.search(sheet.folded[i]) for i in sheet.head)
    return is_grouped and _STATES.search(sheet.text, 0, MAX_NAMED) is not None


def _country_of_town(town: Found[str] | None) -> str | None:
    """Return the country of the town where the person lives, wherever that is told: ``based in Tampa``."""
    if town is None:
        return None
    return place_of(town.value).country or towns().get(town_key(town.value))


def _country_of_language(text: str) -> str | None:
    """Return the country where most people speak the language of a text."""
    told = " ".join(word for word in text.split() if not _IS_ADDRESS.search(word))
    n_words, spoken = max(
        ((len(words.findall(told)), region) for words, region in _LANGUAGES), key=lambda vote: vote[0]
    )
    return spoken if n_words > 2 else None


def _country_of_letters(text: str) -> str | None:
    """Return the country whose own letters a resume is written in: kana, hangul, Thai, Greek, Hebrew, Cyrillic."""
    if text.isascii() or not _ANY_LETTER.search(text):
        return None
    n_letters, country = max(
        ((len(letters.findall(text)), country) for letters, country in _LETTERS), key=lambda x: x[0]
    )
    return country if n_letters > MIN_LETTERS else None


def _country_of_script(sheet: Sheet, head: str) -> str | None:
    """Tell Hong Kong from Taiwan by the length of a number, where a resume is written in traditional characters."""
    home = "TW" if _TAIWANESE.search(head) else "HK" if _EIGHT_DIGITS.search(head) else None
    if home is None:
        return None
    shown = "".join(sheet.shown)[:3000]
    n_traditional = sum(
        mark != plain for mark, plain in zip(shown, fold(shown), strict=True) if "\u4e00" <= mark <= "\u9fff"
    )
    return home if n_traditional * 20 >= len(_HAN.findall(shown)) else None


def _country_of_firms(text: str) -> str | None:
    """Return the country whose form most of the employers have (Pte Ltd, Sdn Bhd); None where hardly one has such a form."""
    n_firms, country = max(((len(form.findall(text)), country) for form, country in _FIRMS), key=lambda vote: vote[0])
    return country if n_firms else None


def _country_of_papers(text: str) -> str | None:
    """Return the country whose papers of identity a resume names: ``Cédula de ciudadanía``."""
    return next((country for papers, country in _PAPERS if papers.search(text)), None)


def _country_of_domains(text: str, behind: re.Pattern[str] = _TOP_DOMAIN) -> str | None:
    """Return the country of an address's top domain: ``...@post.co.uk``, ``...@netz.de``."""
    for domain in behind.findall(text):
        lowered = domain.lower()
        region = "GB" if lowered == "uk" else lowered.upper()
        is_known = lowered not in _NO_COUNTRY or behind is _COUNTRY_BEHIND
        if is_known and region in phonenumbers.SUPPORTED_REGIONS:
            return str(region)
    return None
