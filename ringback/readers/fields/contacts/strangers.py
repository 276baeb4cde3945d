"""Lines that tell how somebody else is reached: who a letter is written to, who prints a form, who is called in an emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_SALUTATION = re.compile(
    r"^\W*(?:dear\b|to whom it may concern|respected (?:sir|madam)|sehr geehrte|guten tag|(?:madame"
    r"|monsieur|mesdames|messieurs)\b"
    r"|estimad[oa]s?\b|muy señor|distinguid[oa]s?\b|prezad[oa]s?\b|exm[oa]s?\b|gentil[ei]\b|egregi[oa]?\b|geachte\b|szanown)",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"^\W*(?:to\s?[:,]?$|to\s?[:,] ?\S|the (?:[a-z]+ ){0,3}(?:manager|director|principal"
    r"|head(?:teacher|master|mistress)?|secretary|editor"
    r"|chair\w*|recruiter|team|committee|officer|department|registrar|partner)\b|attn\b|attention\b|f\.?a\.?o\.?\b"
    r"|hiring (?:manager|team|committee)\b|human resources?(?: (?:department|dept\.?|team|division|manager))?\W*$"
    r"|(?:hr|recruit\w+|personnel|admissions|talent(?: acquisition)?|selection"
    r"|staffing) (?:department|dept|team|office|division|committee|panel)\b"
    r"|an\s?:?$|an (?:die|das|den)\b|z\. ?h|zu händen|firma\b|herrn\b|frau\b|personal(?:abteilung|büro|wesen)\b"
    r"|[àa] l['’]attention|(?:service|direction) (?:des |du )?(?:ressources|personnel|recrutement)"
    r"|a la atención|at\.?te|(?:departamento|área|director[a]?) de (?:recursos|rr)|recursos humanos"
    r"|aos? cuidados|all['’]attenzione|spett"
    r"|ufficio (?:del )?personale|risorse umane|t\.?a\.?v|dział kadr"
    r"|(?:mr|mrs|ms|miss|mx|messrs|dr|prof|rev|eng|engr|capt|madam|sir)\b\.? (?:[a-z]\.? ){0,2}[a-zà-ž'’-]+"
    r"(?: [a-zà-ž'’-]+){0,2}\W*$)",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|rev|engr?|capt)\b\.? ")
_FIRM = re.compile(
    r"\b(?:ltd|limited|llc|llp|inc|plc|corp|corporation|gmbh|ag|kg|se|ohg|e\.v|s\.?a\.?r\.?l|s\.?a\.?s?|s\.?l|s\.?p\.?a|s\.?r\.?l"
    r"|b\.?v|n\.?v|sp\. z o\.o|a/s|ab|oy|pty|pte|pvt|sdn bhd|bhd)\.?$",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"\b(?:return|send|submit|forward|post|e-?mail|fax|hand|deliver)(?:ed|ing|s)?\b[^.:@]{0,50}?\bto\b(?! me\b| my\b)"
    r"|\bbitte\b.{0,50}\b(?:zurück|senden|schicken|richten|einreichen)|\b(?:zurück(?:senden|zusenden)?|rücksendung|einzureichen"
    r"|zu richten|einsenden) (?:bitte )?an\b|\b(?:retourner|renvoyer|adresser)\b.{0,40}\b(?:à|au|aux)\b"
    r"|\b(?:devolver|enviar|remitir|entregar)\b.{0,40}\b(?:a|al|para)\b"
    r"|请.{0,12}(?:本表|此表|表格|登记表|申请表|报名表).{0,12}(?:寄|发|交|投|传|送)",
    re.IGNORECASE,
)
_OF_FORM = re.compile(
    r"\b(?:forms?|applications?|completed|return\w*|formular|fragebogen|bewerbungsbogen|formulaire"
    r"|questionnaire|dossier|formulario"
    r"|solicitud|formulário|zurück\w*|rücksendung)\b|表",
    re.IGNORECASE,
)
_TITLE_OF_FORM = re.compile(
    r"\W*(?:(?:job |employment )?application(?: form)?(?: for employment)?"
    r"|application for (?:employment|a job|a post)|employment application(?: form)?"
    r"|(?:job )?applicant(?:'s)? form|personalfragebogen|bewerbungsbogen|bewerberbogen|bewerberfragebogen|dossier de candidature"
    r"|formulaire de candidature|solicitud de empleo|\S{0,12}(?:应聘|求职|入职|职位|报名|应征)\S{0,6}(?:登记|申请|信息"
    r"|报名|履历)?表)\W*",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    r"^\W*+(?:(?:contact|call|ring|notify|inform|name|person|phone|tel\w*)(?: person| name)?\s*+[:\-,]?\s*+)?(?:my )?"
    r"(?:spouse|wife|husband|mother|father|mum|mom|dad|parents?|brother|sister|son|daughter|guardian|uncle|aunt|friend|cousin"
    r"|grand(?:father|mother|parent)|fianc[ée]e?|flatmate|roommate|neighbou?r)\b(?!'s|\s+tongue)"
    r"(?!.{0,40}\b(?:mobile|cell|phone|tel|e-?mail)\b)[^\d:|\t]{0,40}[:\t]?\s?(?=\+?\(?\d[\d ()-]{6}|\S+@)",
    re.IGNORECASE,
)
_OF_HOUSE = re.compile(
    "贵[\u4e00-\u9fff]{1,3}[^,。;]{0,8}(?:联系人|招聘人|负责人|人事)"
    "|(?:联系人|人事|招聘|负责人|hr) ?[\u4e00-\u9fff]{1,3}(?:女士|先生|小姐|老师|经理|主任|主管|总)\\s?\\(",
    re.IGNORECASE,
)  # 贵公司联系人吴小姐(021-6000 1234,
_BY_AGENT = re.compile(
    r"\b(?:interview|meet|see|discuss|arrange|reach|contact|book|represent|about|regarding|on) (?:with )?"
    r"(?:this|our|the) candidates?\b(?=.{0,40}\b(?:call|contact|ring|phone|tel\w*|e-?mail|write|speak|reach)\b)"
    r"|\b(?:call|contact|ring|phone|e-?mail|write to|speak to|reach)\b.{0,90}\b(?:interview|meet|see|discuss|represent"
    r"|about|regarding) (?:with )?(?:this|our|the) candidates?\b"
    "|面试.{0,10}(?:联[系络]|致电|拨打|咨询)(?:我[们司]的?|本公司)?的?(?:顾问|猎头)",
    re.IGNORECASE,
)  # To interview this candidate please call …
_MAY_BE_OF_AGENT = re.compile("candidate|面试")  # a word of each of them, in small letters
_PAPER = re.compile(r"^\W*(?:\*\s?)?(?:correspond(?:ence|ing author)|korrespondenz|通[讯信]作者)\b", re.IGNORECASE)
_PAPER_INSIDE = re.compile(
    r"[.;,)]\s(?:correspondence(?: to)?|corresponding author|correspondence address)\s?[:\s]|[,;(]通[讯信]作者\s?[:,]",
    re.IGNORECASE,
)
_PAPER_ENDS = re.compile(r"\.\sCorrespond(?:ence|ing author)(?: to)?:$|[,;]通[讯信]作者:$")
_IN_BRACKETS_ALONE = re.compile(r"\W{0,3}\([^()\s@]+@[^()\s@]+\)\W{0,3}")  # of whoever the line above names
_OF_WORK = frozenset({"experience", "projects", "education", "awards"})
_CONTACT = re.compile(r"@\w|(?:\d[ ().\-/]{0,3}){8}\d")
_DIGIT = re.compile(r"\d")
_OVER_SUPERVISORS = re.compile(  # a heading, below which they are listed with their numbers and addresses
    r"\W{0,3}(?:(?:博士|硕士|碩士|研究生|论文|論文|指导|指導|学术|學術|合作|联合|校内|企业|我的|现任|第一|第二|主)?(?:导师|導師|指导教[师授]|指导老师|指導教[師授]|指導老師)"
    r"(?:信息|資訊|资料|資料|介绍|介紹|团队|團隊|联系方式)?"
    r"|(?:(?:phd|ph\.d\.?|doctoral|thesis|dissertation|research|academic|graduate|my|faculty) )*"
    r"(?:co-?)?(?:supervisors?|advis[oe]rs?)"
    r"|(?:doctoral|thesis|dissertation|ph\.?d\.?|supervisory|advisory) committee|betreuer(?:in|innen)?|doktorv[aä]ter"
    r"|(?:directeurs?|directrices?|encadrants?) de (?:thèse|recherche)|director(?:es|a)? de (?:la )?tesis|orientador(?:es|a)?"
    r"|relator[ei] di tesi)\W{0,3}",
    re.IGNORECASE,
)
_POST_OF_SUPERVISOR = re.compile(r"\W*(?:(?:academic|faculty|graduate) )?(?:supervisor|advis[oe]r)\W*", re.IGNORECASE)
_NAME_LABELS = frozenset({"name", "first_name", "last_name", "english_name"})
MAX_LETTER, MAX_ADDRESS, MAX_FORM_HEAD, MAX_FORM_LABEL = 60, 12, 8, 16
MIN_SENDER, MAX_BELOW = 2, 3
MAX_OF_SUPERVISORS = 16


def lines_of_strangers(sheet: Sheet) -> set[int]:
    """Return the lines of contacts that are not the candidate's; who a letter is written to only where another contact stands."""
    told = _returned_to(sheet)
    told |= {
        i
        for i, line in enumerate(sheet.folded)
        if ("@" in line or _DIGIT.search(line))
        and _speaks_of_others(line)  # without a contact they may speak of anybody
    }
    if _MAY_BE_OF_AGENT.search(sheet.text.lower()):
        told |= {i for i, line in enumerate(sheet.folded) if _BY_AGENT.search(line)}
    told |= {
        i
        for i, kind in enumerate(sheet.sections)
        if kind in _OF_WORK and "@" in sheet.folded[i] and _IN_BRACKETS_ALONE.fullmatch(sheet.folded[i])
    }
    if "Correspond" in sheet.text or "作者:" in sheet.text:
        told |= {i + 1 for i, line in enumerate(sheet.folded) if _PAPER_ENDS.search(line)}
    written_to = _addressees(sheet) | _house_written_to(sheet) | _letterhead_of_form(sheet) | _supervisors(sheet)
    if not written_to:
        return told
    others = written_to | told | {i for i, kind in enumerate(sheet.sections) if kind == "references"}
    is_elsewhere = any(_CONTACT.search(line) for i, line in enumerate(sheet.folded) if i not in others)
    return told | written_to if is_elsewhere else told


def receiver_of_letter(sheet: Sheet) -> range:
    """Return the lines in front of a salutation that hold no contact, where contacts follow: the address of who is written to."""
    end = next((i for i, line in enumerate(sheet.folded[:MAX_LETTER]) if _SALUTATION.match(line)), 0)
    above = range(max(0, end - MAX_ADDRESS), end)
    is_followed = any(_CONTACT.search(line) for line in sheet.folded[end:]) if end else False
    return above if is_followed and not any(_CONTACT.search(sheet.folded[i]) for i in above) else range(0)


def _speaks_of_others(line: str) -> bool:
    """Tell a line of kin, or of whom the reader of a paper writes to."""
    if _OF_KIN.match(line):
        return True
    return "@" in line and bool(_PAPER.match(line) or _PAPER_INSIDE.search(line))


def _addressees(sheet: Sheet) -> set[int]:
    """Return the lines of the address in front of ``Dear ...``: from who is written to down to the salutation."""
    end = next((i for i, line in enumerate(sheet.folded[:MAX_LETTER]) if _SALUTATION.match(line)), 0)
    above = range(max(0, end - MAX_ADDRESS), end)
    if not any(_CONTACT.search(sheet.folded[i]) for i in above):
        return set()
    start = next((i for i in above if _ADDRESSEE.match(sheet.folded[i])), None)
    if start is None:
        start = next((i for i in above if i >= MIN_SENDER and _FIRM.search(sheet.folded[i])), end)
    found = set()
    for number in range(start, end):
        if _is_signed(sheet, number):
            break  # who writes, below who is written to
        found.add(number)
    return found


def _supervisors(sheet: Sheet) -> set[int]:
    """Return the lines below the heading of those who guide a thesis, as far as the next heading."""
    found: set[int] = set()
    for number, line in enumerate(sheet.folded):
        if len(line) > MAX_FORM_LABEL * 2 or not _OVER_SUPERVISORS.fullmatch(line):
            continue
        if sheet.sections[number] == "top" and _POST_OF_SUPERVISOR.fullmatch(line):
            continue
        for below in range(number + 1, min(number + MAX_OF_SUPERVISORS, len(sheet.folded))):
            if sheet.headings[below]:
                break
            found.add(below)
    return found


def _is_signed(sheet: Sheet, number: int) -> bool:
    """Tell the name of who writes by its standing on a line of its own once more, below the letter."""
    line = _HONORIFIC.sub("", sheet.folded[number].casefold())
    is_name = 2 <= len(line.split()) <= 4 and not re.search(r"[\d@,:]", line)
    return is_name and any(
        line == _HONORIFIC.sub("", other.casefold()) for i, other in enumerate(sheet.folded) if i != number
    )


def _house_written_to(sheet: Sheet) -> set[int]:
    """Return the lines of a letter that name whom its reader employs, down to where the bracket behind the name closes."""
    found = set()
    for number, line in enumerate(sheet.folded[:MAX_LETTER]):
        if not line.isascii() and (named := _OF_HOUSE.search(line)):
            found.add(number)
            rest = line[named.start() :]
            if rest.count("(") > rest.count(")"):
                found.add(number + 1)
    return found


def _returned_to(sheet: Sheet) -> set[int]:
    """Return the lines that say where a form is sent to when it is filled in, and what stands below their colon."""
    found = set()
    for number, line in enumerate(sheet.folded):
        is_open = line.rstrip().endswith((":", " to", " an", " à"))
        may_say = is_open or "@" in line or (_DIGIT.search(line) and _CONTACT.search(line))
        said = _RETURNED.search(line) if may_say else None
        if not said or not _OF_FORM.search(line):
            continue
        if _CONTACT.search(line, said.end()):
            found.add(number)
        elif is_open:
            found |= set(range(number, min(number + MAX_BELOW, len(sheet.folded))))
    return found


def _letterhead_of_form(sheet: Sheet) -> set[int]:
    """Return what stands above the first label of a form that asks for the name and for a number or an address."""
    titled = any(_TITLE_OF_FORM.fullmatch(line) for line in sheet.folded[:MAX_FORM_HEAD])
    named = next((label.line for label in sheet.labels if label.field in _NAME_LABELS and label.value), 0)
    asked = {label.line for label in sheet.labelled("phones", "emails")}
    if not titled or not 0 < named <= MAX_FORM_LABEL or not any(line >= named for line in asked):
        return set()
    return {number for number in range(named) if number not in asked}
