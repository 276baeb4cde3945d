"""Whose number or address is this? The candidate's, a referee's, an employer's, or a board's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.contacts.signatures import lines_of_signature
from ringback.readers.fields.contacts.strangers import lines_of_strangers
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.memory import once_a_line, once_a_sheet
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.names.shapes import han_score, latin_score
from ringback.readers.fields.periods import period_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ringback.readers.fields.sheet import Sheet

_OTHERS = re.compile(
    r"证明人|(?<!被)推荐人|咨询人|查询人|前(?:上司|同事|主管|领导)|上司(?=[\s:,(]|$)|介绍人|引荐|(?:紧急|应急)(?:联[系络]|电话)|对接人|背调|热线|总机|前台电话|公司电话|单位电话|对外|投诉|咨询电话|公众号|hr电话|校方"
    r"|客服(?!主管|专员|经理|代表|总监|组长|主任|领班|人员|员)"
    r"|客户(?!经理|成功|服务|代表|主管|总监|专员|运营|开发|关系|维护|顾问|执行)"
    r"|(?<!生)导师(?=[\s:,(])|指导(?:老师|教师)|家长|家属|监护人|父亲|母亲|父母|配偶|爱人|妻子|丈夫|^班主任\W*$|(?<!任)(?:班主任|辅导员)(?!\W*$)|(?:姐|哥|弟|妹|叔|舅|姑|姨)的?(?:电话|手机|联系)"
    r"|联系(?:我[们司]的?|本公司|猎头|推荐|招聘)?(?:顾问|猎头)"
    r"|\b(?:contact|via|through) (?:our |the |your |my )?(?:consultant|recruiter|agency|agent)\b"
    r"|\b(?:next of kin|(?:father|mother|husband|wife|spouse|parent|guardian|brother|sister|partner)(?:'?s|s'?)?"
    r"(?: (?:name|contact|phone|mobile|cell|tel|number|no|email|e-mail)\b)+|in case of"
    r"|referees?|references?|reference check|emergency|hotline|helpline|help call|support line"
    r"|shared mailbox|mailbox|company phone"
    r"|customer service line|call cent(?:er|re)(?! (?:manager|agent|operator|representative|executive|supervisor|lead))"
    r"|help ?desk(?! (?:\w+ )?(?:manager|agent|analyst|technician|engineer|specialist|lead))|switchboard|answered|answering"
    r"|maintained the|managed the)\b"
    r"|\b(?:supervisor|advis[oe]r)(?:'s\b|\s*:)|^\W*supervisor\b(?! *(?:[,|·]|$))"
    r"|\b(?:thesis|doctoral|dissertation|ph\.?d\.?) (?:co-?)?(?:supervisors?|advis[oe]rs?)\b"
    r"|\b(?:betreuer(?:in)?|doktorvater|doktormutter|orientador(?:a)?|(?:directeur|directrice|encadrant) de (?:thèse|recherche)"
    r"|director(?:a)? de (?:la )?tesis"
    r"|jef[ea](?: (?:inmediat[oa]|direct[oa]))?"
    r"|superior(?:a)? (?:inmediat[oa]|immédiat)|supérieure? hiérarchique|vorgesetzte[rn]?)\s*:",
    re.IGNORECASE,
)
_OF_OTHERS_BEHIND = re.compile(  # 135…(父亲), 073 987 6543 (wife)
    r"\s{0,3}[\[(](?=[^()\[\]\d:]{1,24}[\])])\s?(?:紧急|应急|父|母|爸|妈|家[人长属]|亲[属戚友]|配偶|爱人|妻|丈夫|夫妻|老[公婆]|[哥姐弟妹]|儿子|女儿|朋友|同学|室友|邻居|证明人|推荐人|前台|客服|hr\b|人事"
    r"|(?:wife|husband|spouse|partner|father|mother|dad|mum|mom|parents?|guardian|brother|sister|son|daughter|friend|flatmate|roommate"
    r"|emergency|next of kin|referee|reference)\b)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^\W*(?:尊敬的|敬爱的|致\s?[:：]|dear\b|attn\b|to\s*:)", re.IGNORECASE)
_NEXT_OF_ROW = re.compile(
    r"\s?[|\t;；]\s?(?=[^|\t;；:]{2,14}:)"
)  # what a row says behind a contact and a label of its own: | 紧急联系电话: …
_IN_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_NAME_AND_BRACKET = re.compile("\\W{0,3}[\u4e00-\u9fff]{2,4} ?\\([^()]{1,20}\\)")  # 王国庆(父亲): says who that is
_ALSO_ONESELF = re.compile("我(?:的|叫|是)|本人|\\b(?:my|me|i)\\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"猎头.{0,8}(?:公司|推荐|报告)|(?:人力资源|人才|猎聘|招聘)(?:管理|服务|顾问|咨询|科技)*(?:有限|股份)*公司|(?:推荐|候选人|人选)报告|推荐顾问|委托推荐"
    r"|\b(?:recruit(?:ment|ing|ers)|staffing|search|resourcing|personnel|talent|headhunt\w*|manpower)\b(?: \w+){0,2}"
    r" (?:ltd|limited|llc|llp|inc|plc|group|agency|partners|solutions|associates|consultants|services|pte|pvt|gmbh|co)\b"
    r"|\b(?:presented|submitted|represented|introduced|recommended|prepared|supplied) (?:to you )?by\b"
    r"|\bcandidate (?:profile|report|summary|submission)\b",
    re.IGNORECASE,
)
_MAY_BE_AGENCY = re.compile(  # a word of each of them; letters alone are looked for ten times as fast
    "猎头|公司|报告|推荐|recruit|staffing|search|resourcing|personnel|talent|headhunt|manpower"
    "|presented|submitted|represented|introduced|recommended|prepared|supplied|candidate"
)
_CONSULTANT = re.compile(
    r"^\W*(?:\[?(?:负责|推荐|招聘|联系|猎头)?(?:顾问|推荐(?:机构|公司|方))"
    r"|(?:your |account |recruitment )?(?:consultant|recruiter))"
    r"(?:姓名|电话|手机|邮箱|微信|联系方式|联系电话)?\s*[:/\]]",
    re.IGNORECASE,
)
_APPLIED_TO = re.compile(
    r"(?:应聘|投递|申请|意向|目标|任职|就职|工作|现|前|目前|最近|当前|所在)(?:的)?(?:公司|单位|企业|职位|岗位|于|在)|^\W*(?:公司|单位|雇主|company|employer)\W"
    r"|\bat\b|\b(?:applied|applying) (?:to|for)\b",
    re.IGNORECASE,
)
_PRESENTS = re.compile(
    r"这位候选人|(?:请看|附|转发)[^,，。]{0,6}(?:候选人|简历)|(?:推荐|以下是|介绍)(?:一位|您|给您|的)?.{0,6}(?:候选人|人选|人才)"
    r"|\bplease (?:find|see)\b.{0,40}\b(?:candidate|profile|cv|resume)\b|\bcandidate for\b",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(r"^\W*(?:姓名|手机|电话|邮箱|mobile|phone|e-?mail)\W", re.IGNORECASE)
_REFEREE_COLUMN = re.compile(
    r"(?:^|\t)(?:证明人|推荐人|紧急联系人|称谓|家庭(?:主要)?成员|与(?:本|候选|应聘|申请)人(?:的)?关系|referees?|references?|supervisor(?![^\t]*$)"
    r"|relation(?:ship)?(?: (?:to|with) (?:you|me|(?:the )?(?:applicant|candidate)))?|capacity|(?:how (?:long )?|years? )known"
    r"|known (?:for|since)|(?<=\t)known as)[^\t\d]{0,8}(?:\t|$)",
    re.IGNORECASE,
)
_NAME_AND_POST = re.compile(  # 林熙, 原部门经理, 电话138…
    "\\W{0,3}([\u4e00-\u9fff]{2,4})[,、 ]\\s?([\u4e00-\u9fff]{2,10})[,、; ]\\s?(?:联系)?(?:电话|手机|方式|邮箱)?"
    "\\s?:?\\s?[+(\\da-z]",
    re.IGNORECASE,
)
_REACHED = re.compile(r"@\w|(?:\d[ ().-]?){7}")
_NAME_IN_FRONT = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+\s*$")
_NAMED_IN_FRONT = re.compile(  # Prof. Anna Moor (
    r"\b(?i:prof(?:essor)?|dr|mr|mrs|ms)\b\.?(?: (?:[A-ZÀ-Þ][\w.'’-]{0,24}|de|van|von|der|del|di)){1,4} \($"
)
_OWN_MAIL = re.compile(  # 紧急联系人 | 林夏 | 电子邮箱 | of a form: nobody is called by mail in an emergency
    r"(?:紧急|应急)联[系络]人(?:姓名)?\t[^\t]{0,12}\t(?:电子)?(?:邮箱|邮件|信箱)(?:地址)?\s?:?\t\s?", re.IGNORECASE
)
MAX_PREFACE = 14
MAX_HEAD_LINES, MAX_FOOT_LINES = 12, 5
_PERSONAL_LABELS = frozenset({"name", "first_name", "last_name", "english_name", "gender", "birth"})
_FOREIGN_SECTIONS = frozenset({"references"})
_BUSY_SECTIONS = frozenset({"experience", "projects", "education", "awards", "certificates", "training", "summary"})
MAX_WORDS_BESIDE = 14
_MOST_UNPRINTED = 2


def is_of_others(sheet: Sheet, line: int, words: str | None = None) -> bool:
    """Tell whether a line speaks of somebody else: a section of referees, a hotline, an emergency contact, who is written to.

    ``words`` is the line without addresses, where their letters could be taken for words.
    """
    if line and sheet.folded[line - 1].rstrip().endswith("?") and _names_others(sheet, line - 1):
        return True  # Emergency contact phone? / 07700 900123
    return (
        sheet.sections[line] in _FOREIGN_SECTIONS
        or (_names_others(sheet, line) if words is None else bool(_OTHERS.search(words)))
        or (line < MAX_HEAD_LINES and _opens_letter(sheet.folded[line] if words is None else words))
    )


@once_a_line
def _names_others(sheet: Sheet, line: int) -> bool:
    return _OTHERS.search(sheet.folded[line]) is not None


def _opens_letter(text: str) -> bool:
    """Tell who is written to; of a letter without lines its whole text begins so, and tells of oneself."""
    return bool(_SALUTATION.match(text)) and not _ALSO_ONESELF.search(text)


def words_beside(sheet: Sheet, line: int, contact: str) -> str:
    """Return what a line says of a contact: brackets that closed before it or open behind another one speak of others."""
    text = sheet.folded[line]
    at = text.find(contact)
    if at >= 0 and (other := _NEXT_OF_ROW.search(text, at + len(contact))):
        text = text[: other.start()]
    if at < 0 or "(" not in text:
        return text
    end = at + len(contact)
    own = next((m.end() for m in re.finditer(r"\s*\([^()]{0,60}\)", text[end:]) if not m.start()), 0)
    named = _NAME_AND_BRACKET.match(text, 0, at)
    whose = named.end() if named else 0
    return (
        text[:whose]
        + _IN_BRACKETS.sub(" ", text[whose:at])
        + text[at : end + own]
        + _IN_BRACKETS.sub(" ", text[end + own :])
    )


def follows_others(sheet: Sheet, line: int, contact: str) -> bool:
    """Tell whether a contact stands behind the label of somebody else, or in front of a bracket that names somebody else.

    In a row, what is in front of such a label is still one's own.
    """
    text = sheet.folded[line]
    at = text.find(contact)
    if at >= 0 and _OF_OTHERS_BEHIND.match(text, at + len(contact)):
        return True
    if at > 0 and text[at - 1] == "(" and line not in sheet.head:  # of whoever is named in front of the bracket
        above = sheet.folded[line - 1] if at == 1 else ""
        if _NAMED_IN_FRONT.search(" ".join(f"{above} {text[:at]}".split())):
            return True
    front = sheet.shown[line][: max(0, at - 1)] or (sheet.shown[line - 1] if line else "")
    if at > 0 and text[at - 1] == "(" and (named := _NAME_IN_FRONT.search(front)):
        own = {word for label in sheet.labelled("name") for word in label.value.lower().split()}
        if own and own.isdisjoint(named.group().lower().split()):
            return True  # Recruiter: Nadia Moor (nadia@…)
    starts = [text.find(label.label) for label in sheet.labels_at.get(line, ()) if label.field == "not_own"]
    starts = [start for start in starts if not (0 <= start < at and _OWN_MAIL.fullmatch(text, start, at))]
    is_behind = any(0 <= start < at and not _is_closed(text, start, at) for start in starts)
    return is_behind or _is_row_of_referee(sheet, line)


def _is_row_of_referee(sheet: Sheet, line: int) -> bool:
    """Tell 林熙，原部门经理，电话138…: another person's name and post in front of a contact, below the head."""
    row = _NAME_AND_POST.match(sheet.folded[line]) if line > MAX_HEAD_LINES or line not in sheet.head else None
    if row is None or han_score(row.group(1)) < 0.6:
        return False
    is_post = title_score(row.group(2)) >= 0.6 or row.group(2)[0] in "原前"
    return is_post and not any(row.group(1) in sheet.folded[other] for other in range(line) if other != line)


def _is_closed(text: str, start: int, at: int) -> bool:
    """Tell whether the bracket that a label stands in was closed again: 手机:…(紧急联系人:…) 邮箱:…."""
    return any(match.start() < start < match.end() <= at for match in _IN_BRACKETS.finditer(text))


def is_in_prose(sheet: Sheet, line: int, rest: str) -> bool:
    """Tell whether a contact stands inside a description of work; ``rest`` is its line without contacts.

    Side bars may follow any heading in the order of text, so a short line of contacts is never prose.
    """
    return sheet.sections[line] in _BUSY_SECTIONS and len(re.sub(r"[\W\d_]+", "", rest)) > MAX_WORDS_BESIDE


_IN_POCKET = re.compile(r"手机|\b(?:mobile|cell|handy|m[óo]vil|celular|portable|whatsapp)\b", re.IGNORECASE)


def is_at_work(sheet: Sheet, line: int, found: Iterable[int]) -> bool:
    """Tell a contact printed under a job from the candidate's own, which stands outside the jobs already."""
    if sheet.sections[line] != "experience" or _IN_POCKET.search(sheet.folded[line]):
        return False
    return any(sheet.sections[other] not in _BUSY_SECTIONS for other in found)


@once_a_sheet
def lines_of_agency(sheet: Sheet) -> frozenset[int]:
    """Return the lines of contacts of strangers, and what an agency printed about itself: above the candidate, or at the foot.

    Its name says so, and what follows it until the candidate is named. Below his name an agency is one that he works for.
    """
    last = len(sheet.folded) - 1
    found = _lines_above_name(sheet) | _rows_of_referees(sheet) | lines_of_signature(sheet)
    strangers = lines_of_strangers(sheet)
    head = sheet.folded[:MAX_HEAD_LINES]
    may_be = _MAY_BE_AGENCY.search("\n".join(head).lower()) is not None
    is_headed = any(_is_agency(line) if may_be else _CONSULTANT.match(line) for line in head)
    for number in range(min(MAX_HEAD_LINES, last + 1) if is_headed else 0):
        if _names_candidate(sheet, number):
            break
        is_firm = _is_agency(sheet.folded[number]) and not _is_worked_at(sheet, number)
        if is_firm or number - 1 in found or number - 2 in found:
            found.add(number)
    found |= {
        number
        for number in range(max(MAX_HEAD_LINES, last - MAX_FOOT_LINES), last + 1)
        if sheet.sections[number] not in _BUSY_SECTIONS and _agency_in(sheet.folded[number])
    }
    heads = {sheet.folded[number] for number in found if _REACHED.search(sheet.folded[number])}
    found |= {number for number, line in enumerate(sheet.folded) if line in heads}  # once more on each page
    return frozenset(found | strangers)


def _is_worked_at(sheet: Sheet, number: int) -> bool:
    """Tell an agency that is one of the jobs, by the dates on its line below a heading of jobs."""
    return sheet.sections[number] == "experience" and period_in(sheet.folded[number]) is not None


def _lines_above_name(sheet: Sheet) -> set[int]:
    """What stands above 姓名：… in a report or a mail that presents somebody is about who presents him."""
    named = next((label.line for label in sheet.labels if label.field == "name" and label.value), 0)
    above = range(min(named, MAX_PREFACE))
    speaks = any(_is_agency(sheet.folded[i]) or _PRESENTS.search(sheet.folded[i]) for i in above)
    return (
        {i for i in above if i < named and not _OWN_LABEL.search(sheet.folded[i])}
        if speaks and named <= MAX_PREFACE
        else set()
    )


def _rows_of_referees(sheet: Sheet) -> set[int]:
    """Return the rows below a head row that has a column for referees; their numbers are not the candidate's."""
    found: set[int] = set()
    for number, line in enumerate(sheet.folded):
        if "\t" not in line or number in found or not _REFEREE_COLUMN.search(line) or re.search(r"\d{4}", line):
            continue
        for below in range(number + 1, min(number + 12, len(sheet.folded))):
            # Empty cells at either end are not printed.
            if sheet.headings[below] or not 0 <= line.count("\t") - sheet.folded[below].count("\t") <= _MOST_UNPRINTED:
                break
            found.add(below)
    return found


def _agency_in(line: str) -> re.Match[str] | None:
    return _AGENCY.search(line) if _MAY_BE_AGENCY.search(line.lower()) else None


def _is_agency(line: str) -> bool:
    named = _agency_in(line)
    return bool(_CONSULTANT.match(line) or (named and not _APPLIED_TO.search(line, 0, named.start() + 1)))


def _names_candidate(sheet: Sheet, line: int) -> bool:
    text = sheet.folded[line]
    if _CONSULTANT.match(text):
        return False
    if any(label.line == line and label.field in _PERSONAL_LABELS for label in sheet.labels):
        return True
    bare = clean(sheet.shown[line].partition("\t")[0])
    return not _is_agency(text) and max(han_score(bare), latin_score(bare)) >= 0.8
