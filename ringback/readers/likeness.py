"""Is this a resume? A probability from what it prints, so that an invoice or a job description is put aside.

The weights are log odds, set by hand: what a resume has (a person's labels, a career with dates, an education) against what
other papers have (amounts, duties *required*, "unsubscribe").
"""

from __future__ import annotations

import math
from itertools import chain, islice
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.periods import RANGE, range_in, ranges_in
from ringback.readers.forms_to_fill import is_form_to_fill
from ringback.readers.normalise import fold, show

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

PRIOR = -2.2
_PERSONAL = frozenset(
    {
        "name",
        "gender",
        "birth",
        "age",
        "city",
        "not_city",
        "desired_title",
        "desired_salary",
        "desired_city",
        "years",
        "degree",
        "school",
        "wechat",
        "major",
        "status",
    }
)
_CALLED_RESUME = re.compile(
    r"简历|履历|求职|应聘|\b(?:resume|résumé|curriculum vitae|curriculum|cv|lebenslauf|hoja de vida|currículo|životopis"
    r"|levensloop)\b"
)
_TITLE_ALONE = re.compile(
    r"\W*(?:(?:my|personal|professional) )?(?:resume|résumé|curriculum vit(?:ae|æ)|c\.?v\.?|lebenslauf|hoja de vida"
    r"|currículo?|vit(?:ae?|æ))\W*\n"
)
_EDUCATION = re.compile(
    r"大学|学院|本科|硕士|大专|毕业|\b(?:university|bachelor|master|college|degree|b\.?sc|m\.?sc|ph\.?d|diploma|school)\b"
)
_JOB_AD = (
    "任职要求|岗位职责|职位描述|招聘岗位|任职资格|岗位要求|职位要求|薪资福利|简历请投|投递邮箱|我们提供|公司福利|招聘人数"
    "|we are looking for|what you'll do|what you’ll do|you will be responsible|about the role|job description|requirements:"
    "|we offer|equal opportunity|apply now|how to apply|to apply,|send your cv|send your resume|successful candidate"
    "|ideal candidate|reports to:|we are hiring|we're hiring|join our team|minimum qualifications|preferred qualifications"
    "|what you will bring|what you'll bring|we are seeking|person specification|essential criteria|desirable criteria"
    "|急招|急聘|诚招|欢迎推荐|简历发我|简历发至|简历发到|简历发送|简历投递至|招聘对象|网申时间"
    "|任职条件|福利待遇|薪资待遇|招聘:|诚聘|加入我们|有意者|五险一金|以上学历|者优先"
)
_INVOICE = "发票|invoice|价税合计|纳税人识别号|购买方|销售方|amount due|订单号|purchase order|收据|receipt"
_LETTER = (
    "退订|unsubscribe|本周|newsletter|周报|会议纪要|minutes of|agenda|亲爱的|通知如下|各位"
    "|dear customer|dear subscriber|dear all|to whom it may concern|pleased to recommend|请假"
    "|诚邀您|邀请您参加|邀请您面试|到我司|来我司|到我公司面试|请准时参加|请带身份证|请携带身份证|invite you to|your interview is"
)
_CONTRACT = (
    "甲方|乙方|合同编号|本合同|agreement between|terms and conditions|hereinafter|lease agreement|tenancy agreement"
    "|the tenant shall|the landlord shall|the lessee shall|the lessor shall|security deposit|monthly rent"
)
_PAPER = (
    "资产负债表|利润表|对账单|bank statement|account number|余额|报价单|quotation|说明书|user manual"
    "|摘要:|参考文献|doi:"
)
_README = (
    "git clone|clone este|clone ou baixe|clone o repositório|baixe este|clone this repo|clone the repo"
    "|fork this repo|clona el repositorio"
    "|clona este|clonez le dépôt|npm install|npm run|yarn install|pip install -r|bundle exec|abra o arquivo|abre el archivo"
    "|open index.html|este currículo foi|this resume was built|este projeto está|este proyecto está"
)
_COURSE = (
    "\ncourse outline", "\ncourse description", "\ncourse objectives", "\ncourse content", "\ncourse schedule",
    "\nlearning outcomes", "\nlearning objectives", "\nrequired text", "\ngrading", "\noffice hours", "\nsyllabus",
    "\nprerequisite", "\nweek 1", "\nweek one", "\nassessment", "by the end of the course", "by the end of this course",
    "by the end of the module", "students will", "learners will", "participants will", "students must",
    "\n课程大纲", "\n教学大纲", "\n课程目标", "\n教学目标", "\n课程简介", "\n课程内容", "\n考核方式", "\n先修课程", "\n参考教材",
    "\n第一周",
)  # fmt: skip
"""What outlines of courses are headed with and promise; one of them alone stands in the resume of many a teacher."""
_HEADING_OF_README = (
    r"(?m)^[^\w\n]*(?:como usar|how to use|getting started|cómo usar|usage|tecnologias utilizadas|tech stack used"
    r"|run locally|prerequisites|licença)[^\w\n]*$"
)
_AD_HEADING = (
    r"(?m)^[^\w\n]*(?:about us|about the company|the role|what we offer|benefits|closing date|essential|desirable)"
    r"\s*(?::|$)"
)
_AGAINST = tuple(
    (tuple(words.split("|")), re.compile(whole) if whole else None, weight, is_of_work)
    for words, whole, weight, is_of_work in (
        (_INVOICE, r"\bvat\b", 3.0, True),
        (_JOB_AD, _AD_HEADING, 1.7, False),
        (_LETTER, "", 2.0, True),
        (_CONTRACT, "", 2.5, True),
        (_PAPER, r"abstract\b", 1.5, True),
        (_README, _HEADING_OF_README, 1.5, True),
    )
)
"""(words looked for as they are, a pattern for those that must stand alone, what each speaks against a resume, and whether
people write them of their work)."""
_TITLE_OF_OTHERS = re.compile(
    r"面试(?:安排|结果|日程|反馈|评价|评估|记录|邀请|通知)|录用通知|离职证明|工作证明|会议纪要"
    r"|联系(?:方式)?(?:一览|汇总|清单|表)|电话(?:号码)?(?:表|簿|本|一览)|值班(?:表|安排)|花名册|员工名册|通讯簿|招聘(?:简章|启事|公告|信息)|劳动合同|通讯录"
    r"|\b(?:offer of employment|offer letter|interview (?:invitation|feedback|assessment)|contract of employment"
    r"|(?:phone|telephone|contact|extension) (?:list|directory)|staff directory|duty roster"
    r"|letter of recommendation|job description|vacancy)\b"
    r"|^\W*(?:[\u4e00-\u9fff]\s?){0,12}?(?:[送发提退出收交订]\s?货\s?单|[出入]\s?库\s?单|领料单|采购单|订购单|报\s?价\s?单|价目表|结算单|对账单|报销单|请假[条单]"
    r"|考勤表|排班表|签到表|课程表|行程单|登机牌|电子客票|挂号单|处方笺|运单|保修卡|体检(?:报告|表|单)|成绩单|工资[条单]|诊断证明|化验单|检[查验]报告)(?![员专主])"
    r"|^\W*(?:booking (?:confirmation|reference)|boarding pass|e-?ticket|travel itinerary|delivery note|packing (?:list|slip))\b"
    r"|^\W*(?:隐私(?:政策|声明|条款|协议)|(?:服务|用户)(?:协议|条款)|关于.{0,20}的通知|(?:培训|放假|调休|会议|停电|活动)通知"
    r"|(?:the |our )?(?:\w+ )?(?:careers?|jobs?|recruitment|employment|hiring) (?:fair|expo|day)(?: 20\d\d)?"
    r"|.{0,16}(?:招聘会|双选会|宣讲会|就业博览会)"
    r"|privacy (?:policy|notice|statement)|terms of (?:use|service))\W*\n"
)
_YEAR_REVIEWED = re.compile(  # 2021 岁末总结 over a diary; a resume has a 工作总结 or 个人总结 at most
    r"(?m)^[^\w\n]*(?:我的|关于)?(?:(?:19|20)\d\d\s?年?\s?)?(?:岁末|年终|年末|年度|年中|(?:上|下)?半年度?|第?[一二三四1-4]?季度|月度|试用期|转正)的?"
    r"(?:个人|工作|学习|技术|述职){0,2}(?:总结|述职|回顾|小结|复盘)(?:报告|与展望|和计划)?[^\w\n]*$"
    r"|^[^\w\n]*(?:我的)?(?:19|20)\d\d\s?年?(?:个人|工作|学习|技术){0,2}(?:总结|回顾|小结|复盘)(?:报告|与展望|和计划)?[^\w\n]*$"
)
_SALUTATION = re.compile(
    r"(?m)^[^\w\n]{0,8}dear [^\n]{1,60}[,:!.]?[ \t]*$"
    r"|^[^\w\n]{0,8}dear [^\n,:]{2,50}[,:] (?:i|i'm|i’m|my|as an?|with|please|thank you|it|this)\b"
    r"|^[^\w\n]{0,8}to the [^\n]{0,40}(?:team|manager|committee)\b[^\n]{0,30}[,:][ \t]*$"
    r"|^[^\w\n]{0,8}(?:estimad[oa]s?|prezad[oa]s?|sehr geehrte\w*|madame|monsieur"
    r"|gentile|egregi\w+|geachte)\b[^\n]{0,60}[,:][ \t]*$"
    r"|^[^\w\n]{0,8}(?:尊敬的|敬爱的)[^\n]{0,20}[:,!][ \t]*$"
)
_CLOSING = re.compile(
    r"(?m)^[^\w\n]{0,8}(?:(?:yours )?(?:most )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?"
    r"|(?:with )?(?:best |kind |kindest |warm |warmest )?(?:regards|wishes)"
    r"|mit freundlichen grüßen|cordialement|atentamente|atenciosamente|cordiali saluti|met vriendelijke groet\w*"
    r"|此致|敬礼|此致 ?敬礼)\b[^\n]{0,40}$"
)
_STORY = re.compile(r"\b(?:i|my|we|our|us|ich|meine?|je|mon|yo|eu|minha|io|mia|ik|mijn)\b|我|本人")
_LEAST_STORY = 3  # sentences in the first person
_MOST_LABELS = 2
WEIGHT_LETTER = 3.0
WEIGHT_COURSE, MOST_OF_COURSE = 1.8, 4
WEIGHT_TITLE_OF_OTHERS = 3.0
WEIGHT_NOBODYS = 3.5
WEIGHT_CARD = 2.0
WEIGHT_FORM = 5.0
_FEW_CHARS = 600
_HEAD_CHARS = 400
_OF_ONESELF = re.compile(  # 男，51岁（1975年生）, 想找保安队长的工作
    r"[男女](?<![\u4e00-\u9fff].)[,\s|·]{1,3}.{0,12}?(?:\d{2}岁|\d{2,4}年生|[汉回满壮苗]族)|(?:想找|想做|找一份).{1,20}工作|做.{2,12}工作\d{1,2}年"
    r"|(?:今年|现年)(?:\d{2}|[一二三四五六七][十\d]?[一二三四五六七八九]?)岁|我(?:叫|是|姓)[\u4e00-\u9fff]{2,4}(?:[,。;\n]|$)"
    r"|(?:小学|初中|高中|中专|大专|本科)(?:文化|毕业)|我的(?:电话|手机|微信)|(?:目前|现在?)居住[于在]|就读于?[\u4e00-\u9fff]{2,12}(?:系|大学|学院|\d)|想(?:在|去|到|找)[^,。;]{2,30}(?:工作|的活)"
    r"|[获取]得?[^。.;；]{2,60}(?:学士|硕士|博士)(?:和(?:硕士|博士))?学位|毕业于[\u4e00-\u9fff]{2,14}(?:大学|学院|学校)"
    r"|(?:加入|就职于|任职于|供职于|入职)[^,，。.;；\n]{2,30}[,，]?(?:担任|任)(?![务何])"
)
_OF_ONESELF_LATIN = re.compile(
    r"\b(?:received|earned|holds|hold|obtained) (?:his|her|my|their|an?|the) [^.;]{0,40}?"
    r"(?:\b(?:degree|bachelor|master|ph\.?d|diploma|b\.?[as]|m\.?[as]|mba)\b)|\bwas born (?:in|to|on)\b"
    r"|\b(?:he|she|i) (?:has|have|had|was|is|am) (?:been )?employed\b|\bworked as an?\b"
    r"|\bi am (?:currently )?an? [^.;]{3,60}? at\b"
    r"|\b(?:studied|trained|graduated|majored|apprenticed) (?:at |under |[^.;]{0,60}"
    r"\b(?:university|college|institute|school|academy)\b)"
    r"|\b(?:prior to|before) (?:joining|becoming|that|this|moving|founding|opening|[a-z]+ ?[a-z]*),? (?:he|she|they|i|[a-z]+)"
    r" (?:was|worked|taught|served|spent|held|ran|managed|led)\b"
    r"|\b(?:joined|founded|co-founded|opened|established) [^.;]{3,50}? in (?:19|20)\d\d\b"
    r"|^[^\W\d_]+(?: [^\W\d_]+){1,3} is an? [^.;]{3,60}? (?:at|based in|living in)\b"
)
_MAILS = frozenset({"eml", "msg"})
_HOLDS_POST = re.compile(
    r"\bi(?:'m|’m| am| was| have been|['’]ve been) (?:currently |now |presently )?(?:an?|the) [^.;\n]{3,60}? (?:at|with|for|in)\b"
    r"|\b(?:at present|at the moment|currently|presently|for the last [^.;,\n]{3,20}),? i(?:'m|’m| am| have been|['’]ve been)"
    r" (?!looking|seeking|interested|writing|searching)[^.;\n]{3,60}? (?:at|with|for)\b"
    r"|\bi(?:'m|’m| am| have been) (?:currently |now |presently )?(?:working|employed) (?:as|for|at|with|by)\b"
    r"|\bi (?:currently |now )?work(?:ed)? (?:as|for|at|with)\b|[在于][^,。;\n]{2,40}(?:担任|任职|从事|任|做)"
)
_WORDS_OF_ONESELF = (
    "received ", "earned ", "hold", "obtained ", "born ", " employed", "worked as ", "i am ", "studied ", "trained ",
    "graduated ", "majored ", "apprenticed ", "prior to ", "before ", "joined ", "founded ", "opened ", "established ", " is a",
)  # fmt: skip
"""One of them stands in whatever :data:`_OF_ONESELF_LATIN` finds; most resumes hold none."""
_OF_WORK = frozenset({"experience", "projects", "skills", "summary", "training", "certificates", "awards"})
_MOST_RANGES = 3
_MOST_OF_ONESELF = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_CHARS = 40


def _apart_from_work(sheet: Sheet) -> str:
    """Return the text outside the descriptions of jobs: who keeps books writes of invoices, receipts and statements there.

    Where nothing is headed, the lines of periods are those of jobs.
    """
    kinds = set(sheet.sections)
    if not kinds & {"experience", "education"}:
        dated = (line for line in sheet.folded if not (_YEAR.search(line) and range_in(line)))
        return "\n".join(dated)[:30_000].lower()
    if not {"experience", "education"} <= kinds:
        return sheet.text[:30_000].lower()
    lines = (line for line, kind in zip(sheet.folded, sheet.sections, strict=True) if kind not in _OF_WORK)
    return "\n".join(lines)[:30_000].lower()


def _n_ranges(text: str) -> int:
    """Return how many ranges of dates a text holds, up to as many as count.

    Lines hold most of them, and are known already; the whole is searched only where dates may run over the ends of lines.
    """
    n_found = sum(1 for _ in islice((one for line in text.split("\n") for one in ranges_in(line)), _MOST_RANGES))
    return n_found if n_found == _MOST_RANGES else sum(1 for _ in islice(RANGE.finditer(text), _MOST_RANGES))


def _is_letter(text: str, sections: set[str], labels: set[str]) -> bool:
    """Tell a letter about oneself, that greets somebody and takes leave, from a resume: it is all, or heads no section."""
    is_headed = sections & {"experience", "education", "skills", "basic", "projects"}
    if len(labels) > _MOST_LABELS:
        return False
    greeted = _SALUTATION.search(text)
    closes = _CLOSING.search(text, greeted.end()) if greeted else None
    if is_headed and not (greeted and closes and _is_framed(text, greeted.start(), closes.end())):
        return False
    body = text[greeted.end() : closes.start()] if greeted and closes else ""
    return sum(1 for _ in islice(_STORY.finditer(body), _LEAST_STORY)) == _LEAST_STORY


def _tells_life_by_mail(sheet: Sheet, text: str, *, n_contacts: int) -> bool:
    """Tell a mail that takes the place of a resume: its writer tells how to reach him, where he works and what he learned.

    The address it was sent from is one of two contacts.
    """
    is_mail = sheet.document.format in _MAILS and n_contacts > 0 and _EDUCATION.search(text) is not None
    return is_mail and _HOLDS_POST.search(text) is not None


def _is_framed(text: str, greeted: int, closed: int) -> bool:
    """Tell a letter to its end, with no more than who writes around it; a line of it may read like a heading."""
    return greeted < _HEAD_CHARS and len(text) - closed < _HEAD_CHARS and _n_ranges(text) <= 1


def p_resume(sheet: Sheet, *, n_contacts: int, has_name: bool, is_card: bool = False) -> float:
    """Return the probability that a document is somebody's resume, 0 to 1; ``is_card`` where it is the card of one person."""
    text = sheet.text[:30_000].lower()
    odds = PRIOR
    labels = {label.field for label in sheet.labels if label.field in _PERSONAL}
    odds += min(4.5, 0.9 * len(labels))
    sections = {kind for kind in sheet.sections if kind != "top"}
    odds += 1.3 * len(sections & {"experience", "education"}) + 0.6 * len(
        sections & {"skills", "summary", "wishes", "projects", "basic", "languages", "awards"}
    )
    n_ranges = _n_ranges(sheet.text[:30_000])
    odds += 0.6 * n_ranges
    odds += 1.0 if _EDUCATION.search(text) else 0.0
    called = (text[:600], sheet.evidence.text.lower(), fold(show(sheet.document.title or "")).lower())
    odds += 1.2 if any(map(_CALLED_RESUME.search, called)) else 0.0
    odds += 1.0 if n_ranges > 1 and _TITLE_ALONE.match(text) else 0.0
    odds += 0.5 * min(2, n_contacts) + (0.7 if has_name else -0.4)
    is_told = labels - {"years", "degree"}  # words of menus too
    is_of_person = has_name or n_contacts or is_told or n_ranges or sheet.evidence.board
    is_nobodys = not is_of_person and len(text) < _FEW_CHARS and not (_YEAR.search(text) or _EDUCATION.search(text))
    odds -= WEIGHT_NOBODYS if is_nobodys else 0.0  # a menu with the word, what to download and a form to write to
    odds -= WEIGHT_FORM if n_ranges == 0 and is_form_to_fill(sheet) else 0.0
    odds += 1.0 if sheet.evidence.board else 0.0
    may_tell = any(map(text.__contains__, _WORDS_OF_ONESELF))
    told = chain(
        () if text.isascii() else _OF_ONESELF.finditer(text), _OF_ONESELF_LATIN.finditer(text) if may_tell else ()
    )
    odds += 0.9 * sum(1 for _ in islice(told, _MOST_OF_ONESELF))
    titled = f"{text[:_TITLE_CHARS]}\n{sheet.evidence.text.lower()}"
    is_other = _TITLE_OF_OTHERS.search(titled) or _YEAR_REVIEWED.search(text[:_HEAD_CHARS])
    odds -= WEIGHT_TITLE_OF_OTHERS if is_other else 0.0
    if _is_letter(text, sections, labels) and not _tells_life_by_mail(sheet, text, n_contacts=n_contacts):
        odds -= WEIGHT_LETTER
    odds -= WEIGHT_COURSE * max(0, min(MOST_OF_COURSE, sum(map(text.__contains__, _COURSE))) - 1)
    apart = _apart_from_work(sheet)
    odds += WEIGHT_CARD if is_card else 0.0
    for words, whole, weight, is_of_work in _AGAINST:
        where = apart if is_of_work else text
        n_said = sum(map(where.__contains__, words)) + bool(whole and whole.search(where))
        odds -= weight * min(3, n_said)
    if len(text) < 60:  # hardly any print
        odds -= 1.0
    return 1 / (1 + math.exp(-odds))
