"""WeChat and LinkedIn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.contacts.emails import EMAIL
from ringback.readers.fields.found import Found

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

_WECHAT = re.compile(
    r"(?<![A-Za-z0-9_@./-])([A-Za-z][-_A-Za-z0-9]{5,19}|1[3-9]\d{9}|[1-9]\d{5,10})(?![A-Za-z0-9_@-]|\.[a-z])"
)
_AFTER_WORD = re.compile(
    r"(?:[微薇徽威]信号?|(?<![\u4e00-\u9fff])微(?=\s)|weixin|wechat|v信|(?<![a-z])(?:vx|wx)(?![a-z]))\s*(?:id"
    r"|号码?|是|账[号户]|帐[号户])?(?:\s?[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)?(?:\s?/\s?(?:支付宝|钉钉|飞书|抖音|line|telegram|whatsapp))?\s*(?:[:：=/#>→➡\ufe0f-]{1,2}"
    r"|\.(?=\s))?\s*(?:@(?=[A-Za-z]))?(?!wechat|weixin|qq)([A-Za-z][-_A-Za-z0-9]{5,19}|1[3-9]\d{9})"
    r"(?![A-Za-z0-9_@-]|\.[\w.-]{1,40}@)"
    r"(?!\s?(?:基础库|库|框架|组件|引擎|小程序|小游戏|开发|平台|接口|文档|插件|云|支付|SDK|API))",
    re.IGNORECASE,
)  # but 微信XR-Frame基础库
_IN_BRACKETS = re.compile(
    r"(?:微信|wechat|weixin)号?\s?\(\s?([A-Za-z][-_A-Za-z0-9]{5,19}|1[3-9]\d{9})\s?\)", re.IGNORECASE
)
_ADD_ME = re.compile(
    r"加(?:我)?微信[^\n:：]{0,14}[:：]\s*([A-Za-z][-_A-Za-z0-9]{5,19})(?![A-Za-z0-9_@-])"
)  # 加微信请备注来意：…
_BEFORE_WORD = re.compile(
    r"(?:(?<![A-Za-z0-9_@./-])|(?<=\s@))([A-Za-z][-_A-Za-z0-9]{5,19})\s?\((?:wechat|weixin|微信|vx|wx)\)", re.IGNORECASE
)
# What every rule below looks for in the whole text has one of these.
_MENTIONS = ("微", "薇", "徽", "威", "weixin", "wechat", "v信", "vx", "wx", "同", "v)", "v]", "v )", "v ]")
_BEHIND_SLASH = re.compile(r"\s*/\s*([A-Za-z][-_A-Za-z0-9]{5,19})(?![A-Za-z0-9_@.-])")
_BALLOON = re.compile(
    r"[\U0001f4ac\U0001f5e8]\ufe0f?\s*[:：]?\s*([A-Za-z][-_A-Za-z0-9]{5,19})(?![A-Za-z0-9_@.-])"
)  # 💬 handle
_AFTER_V = re.compile(  # of a line of contacts: V wxzhang88
    r"(?:^|[|·\t,;]|\s{2}|\s(?=[vw]\s?[.:：]))\s*[vw]\s*(?:[:：.]\s*|\s)(?=[a-z_-]*\d|[a-z]+_"
    r"|wx)([a-z][-_a-z0-9]{5,19})(?![a-z0-9_@./-])",
    re.IGNORECASE | re.MULTILINE,
)
_OF_PHONE = r"(?:手机|电话|tel|phone|mobile|cell)号?码?"
_SAME = r"(?:(?:完全)?相?同|一致|一样|同步|通用|即|就?是|也?是|为|=)"
_SAME_AS_PHONE = re.compile(
    rf"(?:微信|wechat|(?<![a-z])[vw]x)号?码?\s{{0,8}}[:,]?\s{{0,8}}(?:[与和跟同及]?\s?{_OF_PHONE})?\s?{_SAME}"
    r"(?:号|的)?(?=[\s,;.)\]]|$)"
    rf"|(?:微信|wechat|(?<![a-z])[vw]x)号?码?\s{{0,8}}[:,]?\s{{0,8}}(?:{_SAME}|[与和跟])\s?{_OF_PHONE}"
    rf"|{_OF_PHONE}\s?[:,]?\s{{0,8}}(?:{_SAME}|[与和跟])\s?(?:微信|wechat|(?<![a-z])[vw]x)"
    r"|微信号?(?:也|就|都)是(?:这个|此|该|本)?(?:手机)?号|可(?:以)?加微信|微信同(?:[号步]|(?![\u4e00-\u9fff]))|同微(?:信|(?!信))|微同|同手机|手机同号|同电话"
    r"|[(\[]\s{0,8}\+\s{0,8}(?:v|微信|[vw]x)\s{0,8}[)\]]|(?<![a-z])v[x信]?同|同v[x信]?(?![a-z])|(?:wechat|(?<![a-z])[vw]x)\s{0,8}同号"
    r"|(?:微信|wechat|(?<![a-z])[vw]x)号?\s{0,8}:?\s{0,8}同\s?(?:tel|phone|mobile|cell|电话|手机|左|前)"
    r"|微信(?:号|号码)?\s{0,8}[:,]?\s{0,8}(?:(?:就|即)?是|为|用|搜)?"
    r"(?:同上|(?:本|我的?|此|该)?手机号|手机(?=[\s,)]|$)|电话号?(?=[\s,)]|$))"
    r"|(?:same (?:for|on|in|as)|also(?: on| my| for)?) wechat|wechat(?: id)?\s{0,8}[:-]?\s{0,8}(?:is )?(?:the )?same(?! as qq)"
    r"|same as (?:phone|mobile)"
    r"|(?:微信|wechat)\s{0,8}[/&|、,]\s{0,8}(?:手机|电话|phone|mobile)"
    r"|(?:手机|电话|phone|mobile|tel)\w{0,2}\s{0,8}[/(&、和|\[,]\s{0,8}(?:微信|wechat|v[x信]?\s?[)\]])",
    re.IGNORECASE,
)
_NUMBER_OF_WECHAT = re.compile(  # 159… (WeChat), 139…（vx）
    r"(?<!\d)(1[3-9]\d[\s.-]?\d{4}[\s.-]?\d{4})\s*[(\[]\s*(?:也?是|即|及|同|也)?\s*(?:微信|wechat|weixin|vx|wx|v)号?\s*[)\]]",
    re.IGNORECASE,
)
MAX_CONTACT_LINE = 36
_BROKEN_OFF = re.compile(r"\d{1,4}")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[\s.-]?\d{4}[\s.-]?\d{4}(?!\d)")
_MOBILE_IN_GROUPS = re.compile(r"(?<!\d)1[3-9](?:[ .-]?\d){9}(?!\d)")  # of any length: 1857 316 8382
_ABROAD = re.compile(r"\+(?!86)\d{1,3}[\s.-]?\(?\d[\d\s().-]{6,14}\d")
_NO_HANDLE = re.compile(  # an examination, a tool with its version, a year, another service: CPA2020, IELTS7, Python3
    r"[A-Z]{2,6}[-_]?\d|[A-Z][a-z]+\d{1,2}$|.*(?:19|20)\d\d$|qq"
)
_DIGITS_APART = re.compile(r"(?<=\d)[ -](?=\d(?!\d))")
_NAME_OF_WORDS = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}")
_OTHER_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_LINKEDIN = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com/(?:mwlite/)?((?:in|pub)/[\w%\-.À-ÿ]+)", re.IGNORECASE)
_NOBODY = re.compile(
    r"in/(?:(?:your|my|first|last|user|full|name|profile|linkedin|id|url|here|link)[-_.]?){1,5}\d{0,3}/?$|in/x{3,}",
    re.IGNORECASE,
)  # of a template
_OF_WORK = frozenset({"experience", "projects", "skills", "education", "references"})  # mobile, WeChat and web
_OF_PHONE_TOO = re.compile(r"电话|手机|phone|mobile|tel|cell", re.IGNORECASE)
_WITH_QQ = re.compile(
    r"qq号?\s*[/,&和与]\s*(?:微信|wechat|vx)(?:号码?)?(?:\s*:\s*|\s+)([A-Za-z0-9][\w-]{4,19})(?:\s*[/,;|]\s*([A-Za-z0-9][\w-]{4,19})(?![\w@.-]))?",
    re.IGNORECASE,
)  # one number for both, or one behind the other
_SAME_AS_QQ = re.compile(
    r"(?:微信|wechat|vx|wx)号?(?:码)?(?:\s*[,:(])?\s*(?:与|和|同|跟|就是|为|is (?:the )?same as|same as)\s*(?:我的)?\s*qq"
    r"|qq\s*(?:与|和|跟|/)?\s*(?:微信|wechat)\s*(?:相同|同号|同一号|一样|一致)"
    r"|(?:微信|(?<![a-z])[vw]x)号?\s*:?\s*(?:同|是|用)?\s*qq号?(?=[\s,;)]|$)"
    r"|qq(?:号码?)?\s*:?\s*[1-9]\d{4,10}\s*\(\s*(?:微信同号?|同微信|微信相同)",
    re.IGNORECASE,
)
_QQ = re.compile(r"(?<![a-z])qq(?:号码?)?[^\d\n@]{0,12}([1-9]\d{4,10})(?![\d@])", re.IGNORECASE)
_AFTER_QQ = re.compile(r"qq\W", re.IGNORECASE)
MIN_OF_PROGRAMS = 2
_OF_PROGRAMS = re.compile(
    r"(?<![A-Za-z])(?:java|python|golang|c\+\+|javascript|typescript|linux|docker|mysql|redis|spring|vue|react|pytorch|git|html5?|sql)"
    r"(?![A-Za-z])|前端|后端|算法|软件工程师|程序员|开发工程师",
    re.IGNORECASE,
)
_CODE_PAGE = re.compile(r"git(?:hub|ee|lab)|csdn|juejin|cnblogs|leetcode", re.IGNORECASE)
_HANDLE_PIECE = re.compile(r"^[A-Za-z][A-Za-z0-9_-]{4,18}[A-Za-z0-9]$")


def read_wechat(sheet: Sheet) -> Found[str] | None:
    """Return the WeChat ID; the mobile number where the resume says that it is the same."""
    return _as_qq(sheet) or _labelled(sheet) or _in_text(sheet) or _as_phone(sheet) or _bare_handle(sheet)


def _as_qq(sheet: Sheet) -> Found[str] | None:
    """Read the QQ number where the resume says that it is the WeChat ID too."""
    said = _SAME_AS_QQ.search(sheet.text) if "qq" in sheet.text.lower() else None
    number = _QQ.search(sheet.text) if said else None
    return Found(number.group(1), "rule", 0.85, said.group()) if said and number else None


def _labelled(sheet: Sheet) -> Found[str] | None:
    if both := _WITH_QQ.search(sheet.text):
        return Found(both.group(2) or both.group(1), "label", 0.9, both.group())
    for label in sorted(sheet.labelled("wechat"), key=lambda one: bool(_OF_PHONE_TOO.search(one.label))):
        value = EMAIL.sub(" ", label.value).strip().removeprefix("@")
        if _AFTER_QQ.match(label.label) and "/" in value:
            value = value.rpartition("/")[2]  # QQ/微信：87654321/handle
        if label.is_below and _NAME_OF_WORDS.fullmatch(value):
            continue  # a link called WeChat, over whose page it is
        match = (_OF_PHONE_TOO.search(label.label) and _BEHIND_SLASH.search(value)) or _WECHAT.search(value)
        if match:
            rest = _rest_of_cell(sheet, label) if value.endswith(match.group(1)) else ""
            return Found(match.group(1) + rest, "label", 0.95, f"{label.label}: {label.value}")
        mobile = _MOBILE.search(value) or (_OF_PHONE_TOO.search(label.label) and _ABROAD.search(value))
        if mobile:
            return Found(re.sub(r"[^\d+]", "", mobile.group()), "label", 0.9, f"{label.label}: {label.value}")
    return None


def _rest_of_cell(sheet: Sheet, label: Label) -> str:
    """Return what a narrow cell breaks off a handle that has no digit yet to end with: xiaoshan0 / 54."""
    following = sheet.line_of(label) + 1
    is_last = following < len(sheet.shown) and "\t" in sheet.shown[following - 1] and not sheet.headings[following]
    is_last = is_last and sheet.shown[following - 1].rstrip().endswith(label.value.strip())
    below = sheet.shown[following].strip() if is_last else ""
    return below if _BROKEN_OFF.fullmatch(below) and label.value[-1:].isdigit() else ""


def _is_mentioned(sheet: Sheet) -> bool:
    lowered = sheet.text.lower()
    return any(map(lowered.__contains__, _MENTIONS))


def _in_text(sheet: Sheet) -> Found[str] | None:
    head = "\n".join(sheet.folded[number] for number in sheet.head)
    match = _AFTER_V.search(head) or _IN_BRACKETS.search(head)
    if match is None and _is_mentioned(sheet):
        told = (one for one in _AFTER_WORD.finditer(sheet.text) if not _opens_name_below(one))
        match = next(told, None) or _NUMBER_OF_WECHAT.search(sheet.text)
        match = match or _BEFORE_WORD.search(sheet.text) or _ADD_ME.search(sheet.text)
    if match is None and sheet.is_chinese:
        match = _BALLOON.search(head)
    handle = match.group(1) if match else ""
    number = re.sub(r"\D", "", handle) if _MOBILE.fullmatch(handle) else handle
    return Found(number, "pattern", 0.9, match.group()) if match else None


def _opens_name_below(told: re.Match[str]) -> bool:
    """Tell the first word of a name, which stands on a line of its own below a link called WeChat."""
    below = told.string[told.start(1) :].partition("\n")[0]
    return "\n" in told.group() and _NAME_OF_WORDS.fullmatch(below.strip()) is not None


def _as_phone(sheet: Sheet) -> Found[str] | None:
    """Read the mobile number that is the WeChat ID too, or the handle beside it."""
    if not _is_mentioned(sheet):
        return None
    told = (line for i, line in enumerate(sheet.folded) if sheet.sections[i] not in _OF_WORK)
    if _SAME_AS_PHONE.search("\n".join(told)):
        lines = [sheet.folded[i] for i in sheet.head]
        mobile = next((found for line in lines if (found := _MOBILE.search(line))), None)
        mobile = mobile or next(
            (found for line in lines if (found := _MOBILE.search(_DIGITS_APART.sub("", line)))), None
        )
        mobile = mobile or next((found for line in lines if (found := _MOBILE_IN_GROUPS.search(line))), None)
        beside = _BEHIND_SLASH.match(mobile.string, mobile.end()) if mobile else None
        if beside:  # Tel / WeChat  185-6666-7777 / handle_gz
            return Found(beside.group(1), "pattern", 0.85, beside.string.strip())
        if mobile:
            return Found(re.sub(r"\D", "", mobile.group()), "rule", 0.85, "the same as the mobile number")
    return None


def _bare_handle(sheet: Sheet) -> Found[str] | None:
    """Take an unlabelled handle from a line of contacts (``+86 … | a@b.com | handle_123 | City``): it has a digit or a sign.

    Who writes programs may as well name his page of code so, where it does not say what it is.
    """
    for number in sheet.head[:8]:
        line = sheet.folded[number]
        is_reached = [EMAIL.search(line), _MOBILE.search(line)]
        if not (any(is_reached) if "|" in line else "\t" in line and all(is_reached)):
            continue
        is_told = (sheet.is_chinese or _MOBILE.search(line)) and not _writes_programs(sheet)
        for piece in (part.strip() for part in re.split(r"[|\t]", line)):
            says_so = "wx" in piece.lower() or piece.lower().startswith(("vx", "wechat", "weixin"))
            if (is_told or says_so) and _HANDLE_PIECE.match(piece) and re.search(r"[\d_]", piece):
                return Found(piece, "layout", 0.6, line.strip())
    return _handle_alone(sheet)


def _handle_alone(sheet: Sheet) -> Found[str] | None:
    """Take a handle that stands alone right below the number or the address of a Chinese resume, its sign lost in print."""
    if not sheet.is_chinese or _writes_programs(sheet):
        return None
    for number in sheet.head:
        line, above = sheet.shown[number].strip(), sheet.folded[number - 1] if number else ""
        is_next = len(above) <= MAX_CONTACT_LINE and (EMAIL.search(above) or _MOBILE_IN_GROUPS.search(above))
        if is_next and _HANDLE_PIECE.match(line) and re.search(r"[\d_]", line) and not _NO_HANDLE.match(line):
            return Found(line, "layout", 0.5, line)
    return None


def _writes_programs(sheet: Sheet) -> bool:
    """Tell who may have a page of code, by a link to one or by what he says he knows."""
    said = {word.lower() for word in _OF_PROGRAMS.findall(sheet.text)}
    return len(said) >= MIN_OF_PROGRAMS or any(_CODE_PAGE.search(link) for link in (*sheet.links, sheet.text))


def _is_of_other(sheet: Sheet, profile: str) -> bool:
    """Tell the profile of somebody whom a sentence of a Chinese resume names: 外教 Anna Roth 的课程."""
    slug = re.sub(r"[^a-z]", "", profile.lower().removeprefix("in/"))
    body = "\n".join(sheet.shown[i] for i in sheet.lines_in("skills", "experience", "projects", "education", "awards"))
    return any(name.replace(" ", "").lower() == slug for name in _OTHER_NAME.findall(body))


def read_linkedin(sheet: Sheet) -> Found[str] | None:
    """Return ``linkedin.com/in/...``; a link's target goes before print, which may break it in two."""
    of_referees = " ".join(sheet.folded[i] for i in sheet.lines_in("references")).lower()
    for link in sheet.links:
        match = _LINKEDIN.search(link)
        if match and match.group(1).lower() not in of_referees and not _NOBODY.match(match.group(1)):
            if sheet.is_chinese and _is_of_other(sheet, match.group(1)):
                continue
            return Found(f"linkedin.com/{match.group(1).rstrip('.')}", "pattern", 0.97, link)
    for number, line in enumerate(sheet.folded if "linkedin.com" in sheet.text.lower() else ()):
        match = _LINKEDIN.search(line)
        if not match or _NOBODY.match(match.group(1)) or match.group(1).lower() in of_referees:
            continue
        slug = match.group(1)
        if match.end() == len(line) and number + 1 < len(sheet.folded):
            following = re.match(r"^([\w%]+(?:-[\w%]+)*)(?:\s*\(LinkedIn\))?$", sheet.folded[number + 1])
            if following and (slug.endswith("-") or "(LinkedIn)" in sheet.folded[number + 1]):
                slug += following.group(1)
        return Found(f"linkedin.com/{slug.rstrip('.-')}", "pattern", 0.95, line.strip())
    for label in sheet.labelled("linkedin"):
        match = re.fullmatch(r"(?:/?in/)?([A-Za-z0-9-]{3,60})/?", label.value.strip())
        if match and any(map(str.isalpha, match.group(1))):  # no number of a telephone below the sign
            return Found(f"linkedin.com/in/{match.group(1)}", "label", 0.8, f"{label.label}: {label.value}")
    return None
