"""The candidate's own e-mail addresses: not a referee's, not a company's mailbox, not the board's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from ringback.readers import patterns as re
from ringback.readers.boards import board_domains
from ringback.readers.fields.contacts.icon_words import without_icon
from ringback.readers.fields.contacts.ownership import (
    follows_others,
    is_at_work,
    is_in_prose,
    is_of_others,
    lines_of_agency,
    words_beside,
)
from ringback.readers.fields.contacts.wrapped import wrapped_address
from ringback.readers.fields.found import Found

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_UNMASKED = r"(?<!\w\*)(?<!\*{3})"  # of m******7@post.example the end is no address
EMAIL = re.compile(
    rf"{_UNMASKED}(?<![A-Za-z0-9._%+\-@/])[A-Za-z0-9_][A-Za-z0-9._%+\-]{{0,63}}@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{{0,62}}[A-Za-z0-9])?\.)+[A-Za-z]{{2,18}}(?![A-Za-z0-9@])"
)
_SPACED = re.compile(
    _UNMASKED + r"(?<![A-Za-z0-9._%+\-])([A-Za-z0-9._%+\-]{1,64})\s{0,3}(?:@|[(\[{<]\s?(?:at|a|@)\s?[)\]}>])\s{0,3}"
    r"([A-Za-z0-9\-]{1,40}(?:\s?\.\s?[A-Za-z0-9\-]{1,40}){0,3}\s?(?:\.|\(dot\)|\[dot\])\s?(?:com|cn|net"
    r"|org|edu|io|in|uk|de|fr|hk|tw|sg|ru|ua|by|kz|pl|cz|sk|hu|ro|bg|it|es|pt|br|mx|ar|cl|pe|nl|be|at|ch|se|no|dk|fi|ie|gr|tr|il|jp|kr|ph|my"
    r"|id|vn|th|bd|pk|lk|np|ae|sa|eg|ng|gh|ke|za|au|nz|ca|us|me|co|info|biz|dev|ai|xyz|design|email)\b)",
    re.IGNORECASE,
)
_BOTH_IN_WORDS = re.compile(  # gwen (at) ashbycole (dot) london, emily[dot]ray[at]...
    r"(?<![A-Za-z0-9._%+\-])([A-Za-z0-9._%+\-]{1,64}(?:\s{0,3}[(\[{]\s?dot\s?[)\]}]\s{0,3}[A-Za-z0-9_%+\-]{1,40}){0,3})"
    r"\s{0,3}[(\[{]\s?at\s?[)\]}]\s{0,3}"
    r"([A-Za-z0-9\-]{1,40}(?:\s{0,3}[(\[{]\s?dot\s?[)\]}]\s{0,3}[A-Za-z0-9\-]{1,40}){1,3})",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?<![A-Za-z0-9._%+\-])([A-Za-z0-9._%+\-]{1,64}(?:\s{1,3}dot\s{1,3}[A-Za-z0-9_%+\-]{1,40}){0,3})\s{1,3}at\s{1,3}([A-Za-z0-9\-]{1,40}(?:\s{1,3}dot\s{1,3}[A-Za-z0-9\-]{1,40}){1,3})\b",
    re.IGNORECASE,
)
_AT_BEHIND_LABEL = re.compile(
    r"(\be-?mail\b|邮箱|邮件|信箱)(?:\s*[:\t]\s*|(?<=[箱件])\s+)([A-Za-z0-9._%+\-]{2,40})\s+at\s+((?:[A-Za-z0-9\-]{1,40}\.){1,3}[A-Za-z]{2,6})\s*$",
    re.IGNORECASE,
)  # Email: jwhit at gmail.com
_AT_ALONE = re.compile(  # ab12 at qinghe.edu.cn, jo.lee at northmoor.ac.uk; but developer at qinghe.com
    r"(?!(?:ph\.?d|[bm]\.?(?:sc|a|tech|ed|eng))\.? )"
    r"((?=[a-z_-]*[\d._])[a-z][a-z0-9._-]{1,38}) at ((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,6})"
)
_AT_IN_CAPITALS = re.compile(
    r"(?<![\w.])([A-Za-z0-9._%+\-]{2,40}) AT ((?:[A-Za-z0-9\-]{1,40}\.){1,3}"
    r"(?:com|cn|edu|org|net|hk|tw|sg|jp|uk|de|fr|nl|au|ca))\b"
)  # xdlu AT qinghe.edu.cn
_IN_HAN = re.compile(  # lindu [Shift + 2] qinghe 点 cn, lindu 艾特 qinghe 点 cn
    r"(?<![\w.%+\-])([A-Za-z0-9][A-Za-z0-9._%+\-]{1,63})\s{0,3}(?:@|[(\[{【]\s?(?:at|@|#|shift\s?\+\s?2|艾特|圈a)\s?[)\]}】]|艾特|圈a)"
    r"\s{0,3}([A-Za-z0-9\-]{1,40}(?:\s{0,2}(?:[(\[{【]?[点點][)\]}】]?|\.)\s{0,2}[A-Za-z0-9\-]{1,40}){1,3})",
    re.IGNORECASE,
)
_DOT_IN_HAN = re.compile(r"\s{0,2}[(\[{【]?[点點][)\]}】]?\s{0,2}")
_MAY_SPELL = ("点", "點", "艾特", "圈a", "shift")
_AT_IN_BRACKETS = re.compile(r"[(\[{<]\s?(?:at|a)\s?[)\]}>]")
_DOT_IN_BRACKETS = re.compile(r"(?<=\w)\s{0,3}[(\[{]\s?dot\s?[)\]}]\s{0,3}(?=\w)", re.IGNORECASE)
_DOT_IN_WORDS = re.compile(r"\s+dot\s+", re.IGNORECASE)
_SIGN_FOR_AT = re.compile(
    r"([A-Za-z0-9._\-]{3,64})\s?#\s?((?:qq|163|126|gmail|foxmail|sina|sohu|outlook|hotmail|yeah|139|189|live|icloud)\.(?:com|net|cn))\b"
)
_SLASH = re.compile(r"(?:(?<=[\d\s\u4e00-\u9fff])|(?<=\.[a-z]{2})|(?<=\.[a-z]{3}))/(?=[A-Za-z0-9._%+\-]+@)")
_GLUED = re.compile(r"(\.(?:com|net|org|edu|gov|cn|io|uk|in|de))[A-Z][A-Za-z]*$")  # gmail.comLinkedIn
_GLUED_SITE = re.compile(r"(?<=\w\.[a-z]{2}|\.[a-z]{3})www\..*$", re.IGNORECASE)  # post.comwww.larch.example
_PLACEHOLDER = re.compile(
    r"^(?:(?:no|do[._-]?not)[._-]?reply\d*|mailer-daemon|postmaster|your?[._-]?(?:(?:full|first|last|sur|given|family|user|nick|real|company|domain|own|work|private|personal)?[._-]?(?:name|e?-?mails?|address|id|account|here|handle|domain|company|site|self)[._-]?\w*|\d{0,3})|vorname[._]?nachname|max[._]?mustermann|prenom[._]?nom|nombre[._]?apellidos?|x{2,}|name|email|e-?mail|someone|docer|username|user|example|\d{1,4}x{3,}\d{1,5}|firstname[._]?lastname"
    r"|first[._]last|correo|courriel|tu[._-]?(?:correo|email|nombre)|votre[._-]?\w*|seu[._-]?(?:email|nome))@"
    r"|[^@]*@(?:ejemplo|exemple|exemplo|esempio|beispiel|voorbeeld)\.[a-z]{2,3}$",
    re.IGNORECASE,
)
NUMBER_IN_FRONT = re.compile(
    r"(?<!\d)(\+?\d{10,13}|\d{3}[.-]\d{3}[.-]\d{4})(?=[A-Za-z][\w.+-]*@)"
)  # 07911222333jane@...
_BEGUN = re.compile(r"(?:^|[\s:|·,;(])([A-Za-z0-9][A-Za-z0-9._+\-]{0,40}[._-])$")
_SITE = re.compile(r"(?:www|linkedin|github|orcid)\.|[\w-]+\.github\.io|[\w-]+\.[a-z]{2,6}/", re.IGNORECASE)
_BROKEN = re.compile(r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]*$")
_LOCAL_AT_END = re.compile(r"(?<![A-Za-z0-9._%+\-@/])[A-Za-z0-9._%+\-]{2,64}$")
_DOMAIN_ALONE = re.compile(r"^@(?:[A-Za-z0-9\-]{1,40}\.){1,4}[A-Za-z]{2,10}(?![A-Za-z0-9@.-])")
_TAIL = re.compile(r"^([A-Za-z0-9.\-]{1,30})(?=$|[\s,;|)/(])")
_WHOLE_TLD = re.compile(
    r"\.(?:com|cn|net|org|edu|gov|io|co|me|info|biz|uk|de|fr|in|hk|tw|sg|jp|au|ca|us|eu|ru|nl|ch|it|es|br"
    r"|mx|dev|ai|tech|xyz|email|site)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:service|services|hr|info|recruit|recruiting|recruitment|jobs?|career|careers|contact|sales"
    r"|support|admin|office|hello|press|marketing|noreply|no-reply|kefu|zhaopin|feedback|webmaster"
    r"|customerservice|help|[a-z]{2,12}[-_](?:office|admin|dept)|office[-_.][a-z]{2,12})\d{0,3}@",
    re.IGNORECASE,
)
_OWN_ROLE = re.compile(  # hello and digits: a greeting as a name, at a house of mail for anybody
    r"^(?:hello|hi|contact|me|mail|info|office|help|press)[\w.-]{0,16}@(?:g(?:oogle)?mail|outlook|hotmail|live|yahoo|icloud|me|proton(?:mail)?|gmx"
    r"|fastmail|posteo|aol|zoho|qq|163|126|foxmail|naver|web|mail|yandex|free|orange|libero|wp|o2)\.[a-z]{2,3}(?:\.[a-z]{2})?$",
    re.IGNORECASE,
)
_MAIL_SIGN = re.compile("[✉\U0001f4e7-\U0001f4e9\U0001f582]\ufe0f?\\s?$")
_CHAT = re.compile(r"\b(?:skype|msn|icq|jabber|hangouts)(?: (?:id|name))?\s?:?\s?$", re.IGNORECASE)
FOOT_LINES = 3
INTRODUCTION_LINES = 3
NAME_LINES = 3
MIN_OWN_DOMAIN = 6
_OWN_SITE = re.compile(r"^(?:hello|hi|contact|me|mail|info)@", re.IGNORECASE)  # people with a site of their own


def read_emails(sheet: Sheet) -> list[Found[str]]:
    """Return the candidate's addresses, lower case, in order of print.

    An address in running text about work, or of a role (hr@, service@), counts only when there is no better one.
    """
    own: dict[str, Found[str]] = {}
    printed: list[int] = []
    of_studies: dict[str, Found[str]] = {}  # the school's, unless the person gives no other
    doubtful: dict[str, Found[str]] = {}
    labelled = {label.line for label in sheet.labelled("emails", "contact")}
    foreign = {(label.line, address) for label in sheet.labelled("not_own") for address in EMAIL.findall(label.value)}
    links, agency = linked_addresses(sheet), lines_of_agency(sheet)
    until = -1
    for number in range(len(sheet.folded)):
        broken = wrapped_address(sheet, number) if number > until else None
        is_out = sheet.sections[number] == "references" or number in agency or number <= until
        if is_out or not (broken or _may_hold_address(sheet, number)):
            continue
        is_linked = any(address in sheet.folded[number].lower() for address in links)
        whole, until = broken or (sheet.folded[number] if is_linked else _whole_line(sheet, number), until)
        for glued in EMAIL.findall(whole):
            raw = _GLUED_SITE.sub("", _GLUED.sub(r"\1", glued))
            address = _as_linked(without_icon(sheet, raw.lower()), links, may_be_cut=whole.startswith(raw))
            if _is_board(address) or _PLACEHOLDER.match(address) or (number, raw) in foreign:
                continue
            is_labelled = number in labelled or (number > 0 and number - 1 in labelled)
            found = Found(address, "label" if is_labelled else "pattern", 0.97 if is_labelled else 0.92, whole.strip())
            is_own = not follows_others(sheet, number, raw) and any(
                label.field == "emails" and raw in label.value for label in sheet.labels_at.get(number, ())
            )
            rest = EMAIL.sub("", words_beside(sheet, number, raw))
            is_weak = follows_others(sheet, number, raw) or (
                not is_own and (is_of_others(sheet, number, rest) or is_in_prose(sheet, number, rest))
            )
            is_weak = is_weak or is_at_work(sheet, number, printed) or _is_of_chat(sheet, number, raw)
            is_role = is_role_address(address) and not _is_behind_label(sheet, number, raw)
            if is_weak or is_role:
                doubtful.setdefault(address, found)
            elif sheet.sections[number] == "education" or (own and sheet.sections[number] == "certificates"):
                of_studies.setdefault(address, found)
            else:
                own.setdefault(address, found)
                printed.append(number)
    own = own or of_studies
    for address in links.values():
        is_known = address in own or address in doubtful or _is_board(address) or _PLACEHOLDER.match(address)
        if not (own or is_known):
            own[address] = Found(address, "pattern", 0.9, "link")
    if own:
        return list(own.values())
    return [found for found in doubtful.values() if _may_stand_in(sheet, found)][:1]


def _is_behind_label(sheet: Sheet, number: int, raw: str) -> bool:
    """Tell 邮箱：hello@name.me from the mailbox of an office, which stands somewhere on the line or has another label."""
    line = sheet.folded[number]
    if raw in line and _MAIL_SIGN.search(line, 0, line.index(raw)):
        return True
    labels = (label for label in sheet.values_at.get(number, ()) if label.field in {"emails", "contact"})
    return any(label.value.lstrip(" <[(【").startswith(raw) for label in labels)


def _is_of_chat(sheet: Sheet, number: int, raw: str) -> bool:
    """Tell the account of a chat that is spelled as an address: Skype: ana@post.example."""
    line = sheet.folded[number]
    return raw in line and _CHAT.search(line, 0, line.index(raw)) is not None


def _may_stand_in(sheet: Sheet, found: Found[str]) -> bool:
    """Take a doubtful address only if nothing speaks of others beside it."""
    begun = found.value[: found.value.index("@") + 1]  # a narrow column may break what follows
    lines = [number for number, line in enumerate(sheet.folded) if begun in line.lower()]
    return any(
        not is_of_others(sheet, number)
        and (
            sheet.sections[number] in {"top", "basic", "other"}
            or number < INTRODUCTION_LINES  # My name is ..., under the heading of a profile
            or number >= len(sheet.folded) - FOOT_LINES
        )
        for number in lines
    ) and (
        _OWN_SITE.match(found.value) is not None or not _ROLE.match(found.value) or _is_own_domain(sheet, found.value)
    )


def is_role_address(address: str) -> bool:
    """Tell an address that a house has for a purpose (sales@, info@) from one of a person."""
    return _ROLE.match(address) is not None and not _OWN_ROLE.match(address)


def _is_own_domain(sheet: Sheet, address: str) -> bool:
    """Tell the site of a person by the name over it: ``jobs@annaholm.example`` below Anna Holm."""
    domain = address.rpartition("@")[2].split(".")[0].replace("-", "")
    head = "".join(mark for line in sheet.folded[:NAME_LINES] for mark in line.lower() if mark.isalpha())
    return len(domain) >= MIN_OWN_DOMAIN and domain in head


def _may_hold_address(sheet: Sheet, number: int) -> bool:
    line = sheet.folded[number]
    if "@" in line or "#" in line:
        return True
    lowered = line.lower()
    if ("at" in lowered or "(a)" in lowered or "[a]" in lowered) and _may_be_spelled(lowered):
        return True
    if not line.isascii() and any(map(lowered.__contains__, _MAY_SPELL)):
        return True
    return number + 1 < len(sheet.folded) and sheet.folded[number + 1].startswith("@")


def _may_be_spelled(lowered: str) -> bool:
    """Tell a line whose words may stand for the sign of an address: without one of these none is mended into one."""
    return " at " in lowered or " dot " in lowered or "--" in lowered or _AT_IN_BRACKETS.search(lowered) is not None


def _whole_line(sheet: Sheet, number: int) -> str:
    """Return a line with a broken or spelled-out address mended; the rest of a broken one stands on the next line."""
    line = sheet.folded[number].replace("--", "  ")
    line = NUMBER_IN_FRONT.sub(r"\1 ", line) if "@" in line else line
    line = _begun_above(sheet, number) + line
    lowered = line.lower()
    if not line.isascii() and any(map(lowered.__contains__, _MAY_SPELL)):
        line = _IN_HAN.sub(lambda match: f"{match.group(1)}@{_DOT_IN_HAN.sub('.', match.group(2))}", line)
    if "#" in line:
        line = _SIGN_FOR_AT.sub(r"\1@\2", line)
    if "@" in line or _AT_IN_BRACKETS.search(lowered):
        line = _BOTH_IN_WORDS.sub(
            lambda match: f"{_plain_domain(match.group(1))}@{_plain_domain(match.group(2))}", line
        )
        line = _DOT_IN_BRACKETS.sub(".", line)
        line = _SPACED.sub(lambda match: f"{match.group(1)}@{_plain_domain(match.group(2))}", _SLASH.sub(" / ", line))
    elif " at " in lowered and (said := _AT_BEHIND_LABEL.search(line)):
        line = f"{line[: said.end(1)]}: {said.group(2)}@{said.group(3)}"
    elif " at " in line and (said := _AT_ALONE.fullmatch(line.strip())):
        line = f"{said.group(1)}@{said.group(2)}"
    elif " AT " in line and (spelled := _AT_IN_CAPITALS.search(line)):
        line = f"{line[: spelled.start()]}{spelled.group(1)}@{spelled.group(2)}{line[spelled.end() :]}"
    elif " dot " in lowered:
        line = _IN_WORDS.sub(lambda match: _DOT_IN_WORDS.sub(".", f"{match.group(1)}@{match.group(2)}"), line)
    return line + _rest_below(line, sheet.folded[number + 1]) if number + 1 < len(sheet.folded) else line


def _begun_above(sheet: Sheet, number: int) -> str:
    """Return the beginning of an address that a narrow column broke at a dot: ``konstantinos.`` / ``dimou@...``."""
    address = EMAIL.match(sheet.folded[number])
    begun = _BEGUN.search(sheet.folded[number - 1]) if address and number else None
    if not begun or "@" in sheet.folded[number - 1]:
        return ""
    in_front = sheet.folded[number - 1][: begun.start(1)].strip()
    return begun.group(1) if not in_front or in_front.endswith((":", "|", "·")) else ""


def _rest_below(line: str, below: str) -> str:
    """Return what the next line adds to the address that a line ends with; nothing if that is whole."""
    domain = _DOMAIN_ALONE.match(below)
    if domain:
        return domain.group() if _LOCAL_AT_END.search(line) else ""
    broken = _BROKEN.search(line)
    tail = None if broken and _SITE.match(below) and EMAIL.fullmatch(broken.group()) else _TAIL.match(below)
    is_short = tail is not None and len(tail.group(1)) <= 3 and tail.group(1) != below.strip()
    return tail.group(1) if broken and tail and not is_short and _continues(broken.group(), tail.group(1)) else ""


def _plain_domain(domain: str) -> str:
    return re.sub(r"\s+|[()\[\]{}]", "", re.sub(r"[(\[{]\s?dot\s?[)\]}]", ".", domain, flags=re.IGNORECASE))


def _continues(broken: str, tail: str) -> bool:
    """Tell whether the next line goes on with the address: it must complete a domain that is not complete yet."""
    domain = broken.partition("@")[2]
    if re.fullmatch("[a-z]{1,3}", tail) and EMAIL.fullmatch(broken) and not _WHOLE_TLD.search(domain):
        return True  # ...@mail.examp / le
    if "." in domain and len(domain.rpartition(".")[2]) > 3:  # long top domains are whole
        return False
    if EMAIL.fullmatch(broken) and _WHOLE_TLD.search(domain):
        return domain.lower().endswith(".co") and tail == "m"
    joined = domain + tail
    if "." not in domain and re.fullmatch(r"[a-z0-9-]{1,24}(?:\.[a-z0-9-]{2,12}){1,3}", tail):
        return bool(EMAIL.fullmatch("a@" + joined))
    return bool(_WHOLE_TLD.search(joined)) and bool(EMAIL.fullmatch("a@" + joined))


def linked_addresses(sheet: Sheet) -> dict[str, str]:
    """Return addresses of ``mailto:`` links, by themselves and by the broken forms that print may show."""
    found: dict[str, str] = {}
    for link in sheet.links:
        if link.lower().startswith("mailto:"):
            address = unquote(link[7:]).split("?")[0].strip().lower()
            if EMAIL.fullmatch(address):
                found[address] = address
    return found


def _as_linked(address: str, links: dict[str, str], *, may_be_cut: bool) -> str:
    """Return the link that ends with an address whose beginning may stand on the line above, or whose hyphens print lost."""
    if address in links:
        return address
    bare = address.replace("-", "")
    full = (one for one in links if (may_be_cut and one.endswith(address)) or one.replace("-", "") == bare)
    return next(full, address)


def _is_board(address: str) -> bool:
    domain = address.partition("@")[2]
    return any(domain == board or domain.endswith("." + board) for board in board_domains())
