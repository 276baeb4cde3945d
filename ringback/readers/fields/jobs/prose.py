"""Which lines of a job tell what was done there: descriptions, not the header that names post and employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.marks import AT_FIRST, AT_HOUSE
from ringback.readers.fields.jobs.rows_of_four import post_and_house
from ringback.readers.fields.jobs.seams import post_before_form
from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, is_noise, is_small_post, title_score
from ringback.readers.fields.memory import once_a_line, once_a_sheet
from ringback.readers.fields.periods import RANGE, SINCE, dates_end, period_in, range_in, without_periods
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet
MIN_WRAPPED = 30  # shorter lines are broken by no margin
MAX_HEADER_CHARS = 110
MAX_LABELLED = 60
MAX_LOWER_WORDS = 4
MIN_SENTENCE_WORDS = 6
MAX_CRIED_WORDS = 3  # Yahoo! is a firm
MIN_CLAUSE = 7
MAX_CELL = 20  # of a row of cells that commas part
MIN_FIRM = 0.6
MIN_SMALL = 0.6
MAX_COMMAS = 3
MAX_SMALL = 2
MAX_POST_WORDS = 5
MIN_HOUSE_WORDS = 3  # Cloud Services. is what was done
MAX_TITLE_WORDS = 4
MAX_PAGE_CHARS = 7
MAX_FACT_WORDS = 7
_END_OF_SMALL = re.compile(r"(?:,| at| @| [-–—|/:]|\t)\s*(?=[A-Z])")
_PICTURE = re.compile("(?:[\U0001f1e6-\U0001faff][\ufe0f\u200d]*\\s*)+")
_LINK = re.compile(r"\s*https?://\S+")
_SITE_AT_END = re.compile(
    r",\s+[\w-]{2,40}(?:\.[a-z]{2,10}){1,2}/?\s*(?:\([^()]{3,60}\)\s*)?$"
)  # , Lindale, larch.example
_ENDS_IN_LINK = re.compile(r"://\S+$")
_MARK_OF_POST = re.compile(r"\s*[•·‣▪●○◦■▶➢]\s*(?=\w)")
MAX_POST_CHARS, _SURE_POST = 60, 0.8
_BULLET = re.compile(
    r"^\s*(?:[^\w\s(\[{\"'#<]\s|o\s|\d{1,2}[.、)]\s?(?!\d)|\(\d{1,2}\)|[①-⑳]|(?:利用|使用了?|基于|按照?|为满足|通过|项目(?:简述|描述|介绍|名称"
    r"|[一二三四五六七八九十\d])|我|本人|期间|负责|参与|主导|完成|协助|带领|统筹"
    r"|(?:服务|合作|代表|主要|部分)(?:客户|品牌)|客户(?:包括|有)|搭建|建立|管理(?!培训生|员|岗|者|会计|咨询)|日常|responsib"
    r"|developed|led|managed|built"
    r"|created|designed|worked|(?:tech(?:nolog\w+|\s?stack)?|tools?|stack|environment|keywords|skills?|projects?"
    r"|highlights|achievements?|duties|website|advisors?|supervisors?|mentors?|manager"
    r"|domain|team ?size|industry|sector|platforms?|operating systems?|databases?|nature of (?:work|business|job|company|duties)"
    r"|(?:reports?|reporting) to|(?:job|role|work|company|project) (?:description|summary|profile|details)|ctc|salary"
    r"|reasons? for leaving"
    r"|subjects?(?: taught)?|methodology|deliverables?|key (?:skills|result areas?|contributions?|learnings?)|impact"
    r"|about the company)\s*:))",
    re.IGNORECASE,
)
_LABEL_OF_WORK = re.compile(  # 主要工作内容：接待、盘点
    "\\W{0,3}(?:[\u4e00-\u9fff]{0,6}(?:职责|内容|任务|职能|业绩|成果|成就|成绩|贡献|产出)|(?:工作|岗位|职位|职务|项目|业务|任务|职责)(?:描述|简述|概述|介绍|说明|简介|事项|范围)"
    "|(?:主要|日常|核心|具体|平时|负责|本职|相关|其他|所做)的?(?:工作|业务|事务|事项))\\s?:"
)
_DEED_AS_NOUN = re.compile(  # Réduction des coûts de 39 %, Coordinación de un equipo, Senkung der Kosten
    r"(?:Réduction|Augmentation|Encadrement|Gestion|Mise en (?:place|œuvre)|Coordination|Rédaction|Suivi|Amélioration"
    r"|Élaboration"
    r"|Relations? avec|Développement|Coordinación|Reducción|Elaboración|Gestión|Supervisión|Desarrollo|Atención"
    r"|Redacción|Mejora"
    r"|Coordenação|Redução|Elaboração|Gestão|Atendimento|Desenvolvimento|Gestione|Riduzione|Coordinamento|Redazione|Sviluppo"
    r"|Senkung|Steigerung|Abstimmung|Erstellung|Betreuung|Koordination|Durchführung|Planung|Führung)"
    r" (?:d['’]|des? |du |aux? |avec |del |da |do |dos |das |al |a |di |dei |delle |della |der |von |mit |und )"
    r"|(?:Coordination|Preparation|Supervision|Maintenance|Implementation|Analysis|Handling|Installation|Monitoring|Provision"
    r"|Execution|Verification|Evaluation|Assessment|Creation|Collection|Delivery|Improvement|Optimi[sz]ation|Identification"
    r"|Compilation|Calculation|Completion|Reconciliation|Recruitment|Configuration|Facilitation|Mobili[sz]ation|Sensiti[sz]ation"
    r"|Documentation|Dispensing|Promotion|Operation|Repair|Sales?|Marketing) of (?:(?:all|the|any|new|various|different|daily)\b"
    r"|[a-zA-Z]+(?: |s?$))"
)
_DEED = re.compile(  # Supervise 16 mechanics, Rebuilt pumps and gear boxes: a verb, and what it does in small letters
    r"(?:(?:Achieve|Administer|Advise|Answer|Arrange|Assemble|Assess|Assist|Attend|Balance|Build|Care|Check|Clean|Close|Coach"
    r"|Collect|Compile|Complete|Conduct|Contact|Coordinate|Create|Deliver|Design|Develop|Direct|Distribute|Document|Draft|Drive"
    r"|Educate|Enforce|Enter|Ensure|Establish|Evaluate|Execute|Fill|Generate|Greet|Handle|Help|Identify|Implement|Improve"
    r"|Increase|Inspect|Install|Interact|Investigate|Keep|Lead|Load|Maintain|Make|Manage|Meet|Monitor|Negotiate|Open|Operate"
    r"|Order|Organi[sz]e|Oversee|Participate|Perform|Pick|Plan|Post|Prepare|Process|Produce|Promote|Protect|Provide|Purchase"
    r"|Receive|Recommend|Reconcile|Recruit|Reduce|Repair|Report|Resolve|Respond|Restock|Review|Run|Schedule|Sell|Serve|Ship"
    r"|Count|Ring|Take|Set|Cook|Bake|Paint|Haul|Type|Call|Cut|Move|Wrap|Pack|Mix|Weld|Fix|Change|Bag|Scan|Lift|Carry|Patrol"
    r"|Watch|Feed|Bathe|Mow|Mop|Sweep|Drill|Fold|Count|Sew|Enforce|Notify|Record|Register|Select|Submit|Tend|Treat|Tutor"
    r"|Sort|Stock|Supervise|Support|Teach|Test|Track|Train|Transport|Troubleshoot|Update|Utili[sz]e|Verify|Welcome|Work"
    r"|Write)e?s?"
    r"|[A-Z][a-z]{2,}(?:ed|ing)|Led|Ran|Built|Rebuilt|Taught|Sold|Drove|Wrote|Took|Kept|Made|Held|Oversaw|Won|Grew|Cut|Broke|Shot|Caught|Brought|Bought|Sent|Spent|Flew|Fed|Met|Gave|Dealt|Drew|Spoke|Saw|Found|Hung|Paid|Lent|Laid|Left|Put|Rode|Sought|Stood|Swept|Threw|Wove|Began"
    r"|Chose|Dug|Fought|Got|Heard|Lost|Rang|Swung|Told|Thought|Undertook|Bred|Redrew|Rewrote|Rethought|Spun|Struck)"
    r"(?: (?:and|or) [a-z]+)? (?:\$?\d[\d,.+%]* [a-z]|(?!and |of |in )[a-z]+(?: |$))"
)
_BARE_VERB = re.compile(  # Develop Ledger Reviews for the county: no noun, whatever is written large behind it
    r"(?:Administer|Analy[sz]e|Assist|Collaborate|Coordinate|Develop|Ensure|Establish|Evaluate|Facilitate|Identify|Implement"
    r"|Maintain|Oversee|Participate|Perform|Prepare|Provide|Supervise|Utili[sz]e)s? (?:[\w'’/&-]+ ){2}"
)
_HAN_DEED = re.compile(
    "(?:执行|落实|处理|协调|撰写|编写|维护|整理|接待|跟进|对接|核对|编制|办理|收集|制定|拟定|配合|提供|监督|检查|盘点|清点|陪同|讲解|讲授|批改"
    "|操作|安排|独立|定期|每日|每周|根据|针对|熟悉|掌握)(?=.{6})[^\t|]*$"
)  # 落实标准作业流程: what was done, never a post or a firm
_HAN_CLAUSE = re.compile(
    "(?:开发|设计|优化|实现|使用|审查|导入|建置|重构|举办|制作|规划|推动|推广|组织|设立|分析)([^,\t|]{2,40}),.{2}"
)  # 开发后台功能，使用…: what was done
_MARK_IN_FRONT = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?\W*")  # 1. Organization: …
_DOT = re.compile(r"^[·*-]\s")
_CLIENTS = re.compile(  # of a freelancer: Clients include Northwind, Larch Press
    r"\W*(?:(?:selected|past|recent|notable|key|previous|my|major) )*clients? (?:includ(?:e|ed|ing)|are|were|have included)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"(?:Advis[oe]r|Supervisor|Mentor|Manager)s?: [^\t]{3,60}\t"
)  # Advisor: Dr. Mara Velding<tab>Tide Centre
_PAGE = re.compile(r"\d{1,2}(?: ?/ ?\d{1,2})?")
_OWN_BOSS = re.compile(r"(?:self[- ]employed|freelancer?)\.", re.IGNORECASE)
_ADDRESS = re.compile(r"\w@\w[\w.-]*\.[a-z]{2,}")
_TOLD_BELOW = re.compile(  # Northwind: is a header, Responsibilities: is none
    r"responsib|dut(?:y|ies)|achiev|accompl|tech|tools?\b|stack|project|highlight|task|contribut|activit|skill|includ"
    r"|us(?:ed|ing)\b|\bwork\b",
    re.IGNORECASE,
)
_OF_WORK = r"(?:achievements?|accomplishments?|responsibilities|duties|tasks?|activities|contributions?)"
_HEADS_WORK = re.compile(  # Achievements/Tasks, as a template has it between the dates and the list
    rf"(?:(?:key|main|major|my|core|selected|notable|primary|job|daily) )?{_OF_WORK}(?:\s?(?:/|&|,|and)\s?{_OF_WORK})*"
    r"|(?:(?:haupt)?(?:aufgaben|tätigkeiten)|erfolge|verantwortlichkeiten)(?:\s?(?:/|&|und)\s?(?:aufgaben|tätigkeiten|erfolge))*"
    r"|(?:(?:principales )?(?:réalisations|missions|tâches|responsabilités))(?:\s?(?:/|&|et)\s?(?:réalisations|missions|tâches))*"
    r"|(?:(?:principales )?(?:logros|tareas|funciones|responsabilidades))(?:\s?(?:/|&|y|e)\s?(?:logros|tareas|funciones))*"
    r"|(?:(?:principais )?(?:realizações|conquistas|tarefas|atividades|responsabilidades))"
    r"(?:\s?(?:/|&|e)\s?(?:conquistas|tarefas|atividades))*",
    re.IGNORECASE,
)
_MAX_HEADS_WORK = 50
_HOUSED = re.compile(
    r"\s(?:chez|bei|presso|bij|hos)\s[A-ZÀ-Þ]"
)  # Vendeuse en CDD et stage de 13 semaines chez Larchard
_TOLD_ON = re.compile(
    "[\u4e00-\u9fff]{2}\\.\\s*[\u4e00-\u9fff]|^(?:自(?:高中|大学|小|从)|大[一二三四](?:上|下|的|开始|时|期间|当|用|在|参|学|加|担)|从小|在校期间)"
)  # a sentence behind a sentence, a life
_ENDS_AS_FIRM = re.compile(
    r"\b(?:Ltd|Inc|INC|LTD|CORP|Corp|[Cc]o|ltd|inc|corp|L\.?L\.?C|Pty|Bhd)\.$|\b(?:[A-Z]\.){2,}$|,\s[A-Z]{2}\.$"
    r"|(?:\bPh\.? ?D|\bM\.D|\bSc\.D|\bEd\.D|\bD\.Phil|\bJr|\bSr)\.$"
    r"|,\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|Okla"
    r"|Ore|Pa|Tenn|Tex|Va|Vt|Wash|W\. ?Va|Wis|Wisc|Wyo|Ont|Que|Alta|Sask|Man)\.$"
)  # Washington, D.C.; Northwind News, Hopewell, Va.
_STATE_LETTERS = re.compile(r"[A-Z]{2,3}\.?")
_WITH_LEGAL_FORM = re.compile(
    r"\b(?:GmbH|AG|KG|OHG|Ltd|Inc|LLC|S\.?A\.?|S\.?L\.?|BV|AB)\.?$"
)  # polyscale GmbH & Co. KG
_HOUSE_AND_STATE = re.compile(
    r"([A-Z][\w.'’&-]*(?: (?:[A-Z][\w.'’&-]*|of|and|the|for)){0,6}),(?: [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?,){0,2}"
    r" [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}(?: (?:State|County|Province|District|Region))?\.$"
)
_HOUSE_AND_POST = re.compile(r"([A-ZÀ-Þ][^:;|.]{1,80}?)(?:: | [-–—|] )([A-ZÀ-Þ][^:;|.,]{2,50})\.")
_OF_STUDIES = re.compile("毕业|就读")
_NAME_AND_REMARK = re.compile(  # Northwind (a family business with forty staff)
    r"([A-ZÀ-Þ][\w.'’&+/-]*(?: (?:[A-ZÀ-Þ&][\w.'’&+/-]*|of|and|for|the|de|der|du|di))"
    r"{0,4}) \([^()]{3,90}\)"
)


_GOES_ON = frozenset(
    {"and", "or", "of", "the", "to", "with", "for", "a", "an", "by", "from", "that", "which", "as", "on"}
)
_CAMEL = re.compile(r"[a-z]{1,8}[A-Z]\w")  # iRobot, eBay: a name
MIN_SMALL_OPEN = 0.5  # of the words of a line that ends in the middle of a phrase


@once_a_line
def is_prose(sheet: Sheet, number: int) -> bool:
    """Tell a line of a description: by its own look, or because the next line goes on with a small letter."""
    if is_table_head(sheet.folded[number]):
        return True
    if number in _labelled(sheet):
        return False
    below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    is_wrapped = len(sheet.folded[number]) > MIN_WRAPPED and below[:1].islower()
    is_wrapped = is_wrapped and not (RANGE.match(below) or AT_FIRST.match(below))  # junio 2012 - febrero 2017
    is_wrapped = is_wrapped and not ((since := SINCE.match(below)) and not below[since.end() :].strip(" .()"))
    first, tab, _ = sheet.folded[number].partition("\t")
    is_wrapped = is_wrapped and not _CAMEL.match(below)  # eBay Ltd, under the post
    is_wrapped = is_wrapped and not _ENDS_IN_LINK.search(sheet.folded[number])  # https://www. / larch.example
    is_wrapped = is_wrapped and not (tab and title_score(first) == 1.0)  # the last cell of a row goes on
    if (
        opens_with_title(sheet.folded[number])
        or (sheet.is_chinese and post_and_house(sheet.folded[number]))
        or is_in_bracket(sheet.folded[number], below)
        or _is_last_word(sheet, number)
        or _is_house_alone(sheet, number)
        or post_before_form(sheet.folded[number])
        or _is_post_over_dates(sheet.folded[number], below)
        or _is_beside_pictured_post(sheet, number)
    ):
        return False
    return is_wrapped or is_text(
        _LINK.sub("", sheet.folded[number]) if "://" in sheet.folded[number] else sheet.folded[number]
    )


def is_in_print_of_text(sheet: Sheet, number: int) -> bool:
    """Tell a line of a description, in the print of the one above it: larger than dates set small, and than nothing else."""
    is_as_text = (
        sheet.sizes[number] <= sheet.body_size and number > 0 and sheet.sizes[number - 1] == sheet.sizes[number]
    )
    return is_as_text and is_prose(sheet, number)


def is_in_bracket(line: str, below: str) -> bool:
    """Tell a header whose bracket the margin broke: ``Lindwerk — Técnico (Línea`` / ``electromanual)``."""
    is_open = (
        line.count("(") > line.count(")")
        and re.search(r" [—–|-] ", line) is not None
        and len(line.rsplit("(", maxsplit=1)[-1].split()) <= MAX_TITLE_WORDS
    )
    return is_open and re.fullmatch(r"[^()]{2,50}\)", below) is not None and not line.lstrip()[:1].islower()


def _is_last_word(sheet: Sheet, number: int) -> bool:
    """Tell the town that a full margin left for the next line: ``Responsable | Comune di Lindau,`` / ``Lindenau.``."""
    above = sheet.folded[number - 1] if number else ""
    return above.rstrip().endswith(",") and re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]+\.", sheet.folded[number]) is not None


def _is_beside_pictured_post(sheet: Sheet, number: int) -> bool:
    """Tell one of the facts of a job, a picture of its own in front of each, from items: 🏢 Larchwell / 🧭 Claims Handler."""
    mine = _PICTURE.match(sheet.folded[number])
    if mine is None or len(sheet.folded[number].split()) > MAX_FACT_WORDS:
        return False
    return any(_is_pictured_post(sheet, beside, mine.group().strip()) for beside in (number - 1, number + 1))


def _is_pictured_post(sheet: Sheet, number: int, other: str) -> bool:
    """Tell a post behind a picture that is not the ``other``."""
    mine = _PICTURE.match(sheet.folded[number]) if 0 <= number < len(sheet.folded) else None
    if mine is None or mine.group().strip() == other:
        return False
    return title_score(sheet.folded[number][mine.end() :].strip()) == 1.0


def _is_house_alone(sheet: Sheet, number: int) -> bool:
    """Tell the house below its post or its dates, set as the end of a sentence, from what the margin broke off a sentence."""
    above = sheet.folded[number - 1] if number else ""
    is_end = len(above) > MIN_WRAPPED and not range_in(above)
    return AT_HOUSE.fullmatch(sheet.folded[number]) is not None and not is_end


def _is_post_over_dates(line: str, below: str) -> bool:
    """Tell one of several posts at a firm, a mark in front of each, by the dates alone below it: • Electrician / 2020–2024."""
    marked = _MARK_OF_POST.match(line)
    if marked is None or len(line) > MAX_POST_CHARS or period_in(below) is None:
        return False
    is_alone = not any(map(str.isalnum, without_periods(below, below)))
    return is_alone and title_score(line[marked.end() :].strip()) >= _SURE_POST


def opens_with_title(line: str) -> bool:
    """Tell a header that runs over the margin: ``Docente ayudante, Instituto de Física, Facultad`` / ``de Ingeniería``."""
    first, comma, rest = line.partition(",")
    return (
        bool(comma)
        and len(first.split()) <= MAX_TITLE_WORDS
        and rest.strip()[:1].isupper()
        and not line.isascii()
        and not line.rstrip().endswith(".")
        and title_score(without_periods(first, first).strip()) == 1.0
    )


@once_a_sheet
def _labelled(sheet: Sheet) -> set[int]:
    """Return the lines that print a fact of a job behind its label, whatever mark they begin with."""
    return {
        label.line
        for label in sheet.labels
        if label.field in {"title", "employer", "department", "period"}
        and len(label.value) <= MAX_LABELLED
        and not is_word_of_prose(sheet, label)
    }


def is_word_of_prose(sheet: Sheet, label: Label) -> bool:
    """Tell ``ran a consulting firm: payroll, hiring and benefits`` from a label."""
    line = sheet.folded[label.line]
    is_first = _MARK_IN_FRONT.sub("", line).lower().startswith(label.label.lower())
    return not is_first and is_latin(line) and is_text(line)


def _is_foot(bare: str) -> bool:
    """Tell what is printed at the foot of each page: its number, an address."""
    return bool(("@" in bare and _ADDRESS.search(bare)) or (len(bare) <= MAX_PAGE_CHARS and _PAGE.fullmatch(bare)))


def is_text(line: str) -> bool:
    """Tell a description from a header line."""
    bare = line.strip()
    remark = _NAME_AND_REMARK.fullmatch(bare)
    if remark and not _DEED.match(bare):
        bare = remark.group(1)
    is_small = bare[:1].islower() and len(bare.split()) > MAX_LOWER_WORDS and not _CAMEL.match(bare)
    is_small = is_small and not _WITH_LEGAL_FORM.search(bare) and not _opens_with_small_post(bare)
    if _is_foot(bare) or len(bare) > MAX_HEADER_CHARS or is_small:
        return True
    if (
        (len(bare) <= _MAX_HEADS_WORK and _HEADS_WORK.fullmatch(bare))
        or _OF_STUDIES.search(bare)
        or _LABEL_OF_WORK.match(bare)
        or _CLIENTS.match(bare)
        or _TOLD_ON.search(bare)
        or (bare.endswith(":") and (not is_latin(bare) or _TOLD_BELOW.search(bare)))
    ):
        return True  # what follows is told at length
    is_post = (picture := _PICTURE.match(bare)) is not None and title_score(bare[picture.end() :]) == 1.0
    if not is_post and (_BULLET.match(bare) or (_DEED_AS_NOUN.match(bare) and title_score(bare) < 1)):
        own = _DOT.sub("", bare)  # • Canopy Cloud<tab>San Francisco, CA; the mark may have a cell of its own
        return not ("\t" in own and (own != bare or _LED_BY.match(bare)))
    is_stopped = bare.endswith((".", ";", "。", "；")) and not (
        _is_post_with_stop(bare) or _is_house_with_stop(bare) or _is_job_with_stop(bare) or _is_han_post_with_stop(bare)
    )
    if is_stopped and employer_score(bare) < 1.0 and not _ENDS_AS_FIRM.search(bare):
        first = re.split(r",\s|\s\(|\.\s", bare)[0]
        is_firm = employer_score(first) >= 1.0 and sum(word[0].islower() for word in bare.split()) <= MAX_SMALL
        # "Lead Engineer, Skyhaven Turbines plc, Edinburgh." and "Brightwave Ltd (Shipping). Ely." are headers
        rest = bare[len(first) :]  # DevOps. Moved the delivery of a shop to …
        is_told = rest.startswith(". ") and _is_latin_sentence(rest[2:])
        is_post = title_score(first) >= (_SURE_POST if _are_names(rest) else 1.0)
        return first == bare or is_told or not (is_post or is_firm)
    if bare.endswith("!") and len(bare.split()) > MAX_CRIED_WORDS:
        return True
    return _is_list(bare) or _is_deed(bare) or _is_latin_sentence(bare) or _is_han_sentence(bare)


def _opens_with_small_post(line: str) -> bool:
    """Tell a post in small letters, alone or in front of a name: ``full stack tide engineer, Larchwell``."""
    sign = _END_OF_SMALL.search(line)
    return is_small_post(line[: sign.start()] if sign else line)


def _are_names(rest: str) -> bool:
    """Tell what commas part behind a post, each a name or a site: ``, Larch Mechanical, Ely, larch.example.``."""
    pieces = rest.strip(" .").split(", ")[1:]
    return bool(pieces) and all(piece[:1].isupper() or "." in piece for piece in pieces)


def _is_post_with_stop(bare: str) -> bool:
    """Tell a post that stands alone with a full stop behind it, set as a sentence: ``Lecturer.``."""
    if _OWN_BOSS.fullmatch(bare):
        return True
    words = bare[:-1].split() if bare.endswith(".") else []
    is_name = 0 < len(words) <= MAX_TITLE_WORDS and words[0][0].isupper()
    is_name = is_name and (all(word[0].isupper() for word in words) or ends_as_title(bare[:-1]))
    return is_name and title_score(bare[:-1]) == 1.0 and not _DEED.match(bare)


def _is_job_with_stop(bare: str) -> bool:
    """Tell a house and its post with a full stop behind them: ``Larch Trust, Ely: Tide Analyst.``, ``Fern Ltd — Clerk.``."""
    job = _HOUSE_AND_POST.fullmatch(bare)
    if job is None or _DEED.match(bare) or len(job.group(2).split()) > MAX_TITLE_WORDS:
        return False
    house, post = job.groups()
    n_small = sum(word[0].islower() for word in house.split())
    is_named = employer_score(house) >= MIN_FIRM and all(word[0].isupper() for word in post.split())
    return n_small <= MAX_SMALL and (is_named or title_score(post) == 1.0) and not title_score(house)


def _is_han_post_with_stop(bare: str) -> bool:
    """Tell a row of a department and a post set as a sentence: ``冷链部门，实习并转正，Java开发工程师。``."""
    *beside, post = bare[:-1].split(",")
    is_row = 0 < len(beside) < MAX_COMMAS and max(map(len, beside)) <= MIN_CLAUSE and len(post) <= MAX_CELL
    return is_row and not is_latin(bare) and title_score(post.strip()) == 1.0 and not any(map(title_score, beside[1:]))


def _is_house_with_stop(bare: str) -> bool:
    """Tell a house with a full stop behind it, and where it stands: ``St. Anne's College, Lindale, Northmoor State.``."""
    words = bare[:-1].split() if bare.endswith(".") else []
    if MIN_HOUSE_WORDS <= len(words) <= MAX_POST_WORDS and all(word[0].isupper() and word.isalpha() for word in words):
        name = bare[:-1]  # Larch Hollow Music Academy.
        return employer_score(name) >= MIN_FIRM and not title_score(name) and not _DEED.match(bare)
    house = _HOUSE_AND_STATE.match(bare)
    return house is not None and employer_score(house.group(1)) >= MIN_FIRM and not _DEED.match(bare)


def _is_deed(bare: str) -> bool:
    """Tell what was done by its verb, however short: ``Supervise 16 mechanics``."""
    is_named = title_score(bare) >= MIN_FIRM or employer_score(bare) >= 1.0 or _is_post_and_house(bare)
    is_clause = (clause := _HAN_CLAUSE.match(bare)) is not None and title_score(clause.group().partition(",")[0]) < 1.0
    is_told = (
        is_clause
        or _DEED.match(bare) is not None
        or _BARE_VERB.match(bare) is not None
        or (_HAN_DEED.match(bare) is not None and not title_score(bare))
    )
    return is_told and not is_named and not range_in(bare)


def _is_post_and_house(bare: str) -> bool:
    """Tell a post that begins as a deed does from one, by its house: ``Embedded software engineer, Larch GmbH, Ely``."""
    post, *rest = bare.split(", ")
    is_post = bool(rest) and len(post.split()) <= MAX_POST_WORDS and title_score(post) == 1.0
    return is_post and any(employer_score(piece) >= MIN_FIRM and not title_score(piece) for piece in rest)


def _is_list(bare: str) -> bool:
    """Tell a list from a post or a house with its place: ``Charge Nurse, Intensive Care, Oakmere Hospital, Ely, OR``."""
    bare = _SITE_AT_END.sub("", bare) if "." in bare else bare
    first, *rest = re.split(r",\s", bare)
    n_small = sum(word[0].islower() for word in bare.split())
    is_header = (
        n_small <= MAX_SMALL and title_score(first) >= 1.0 and any(employer_score(one) >= MIN_FIRM for one in rest)
    )
    is_house = n_small <= MAX_SMALL and bool(rest) and _is_country(rest[-1])
    is_house = is_house and any(employer_score(one) >= MIN_FIRM for one in (first, *rest[:-1]))
    return bare.count(",") > MAX_COMMAS and not (is_header or is_house)


def _is_country(text: str) -> bool:
    """Tell what an address ends with: ``School of Law, Larch University, West Campus, Salem, OR``."""
    return _STATE_LETTERS.fullmatch(text) is not None or is_noise(text)


def _is_han_sentence(bare: str) -> bool:
    """Tell clauses from the cells of a header, which are titles, firms and places."""
    clauses = bare.split(",")
    if dates_end(clauses[0]) == len(clauses[0].rstrip()) and max(map(len, clauses)) <= MAX_CELL:
        return False  # 2019.10-至今，青禾商贸，仓储经理
    return (
        len(clauses) > 2
        and not is_latin(bare)
        and max(map(len, clauses)) >= MIN_CLAUSE
        and not any(title_score(clause) == 1.0 or employer_score(clause) > MIN_FIRM for clause in clauses)
        and not (" | " in clauses[0] and title_score(clauses[0].split(" | ")[0]) == 1.0)
    )


def _is_latin_sentence(bare: str) -> bool:
    """Tell running text by its small letters: headers write their words large."""
    words = bare.split()
    if len(words) < MIN_SENTENCE_WORDS or "\t" in bare or not is_latin(bare):
        return False
    n_small = sum(word[0].islower() for word in words)
    if n_small < (MIN_SMALL_OPEN if words[-1] in _GOES_ON else MIN_SMALL) * len(words):
        return False
    first = re.split(r",\s|\s\(", bare)[0]
    is_post = not bare.isascii() and len(first.split()) <= MAX_POST_WORDS and title_score(first) == 1.0
    is_post = is_post or (_HOUSED.search(first) is not None and title_score(words[0]) == 1.0)
    return not is_post  # Ingénieur de recherche, …: few words of Romance posts are written large
