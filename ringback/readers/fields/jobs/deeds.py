"""What was done in a job, told without a sentence: a verb and its object, a noun made of one, a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import range_in

if TYPE_CHECKING:
    pass

MIN_FIRM = 0.6
MAX_POST_WORDS = 5
DEED = re.compile(  # Supervise 16 mechanics, Rebuilt pumps and gear boxes: a verb, and what it does in small letters
    r"(?:(?:Achieve|Administer|Advise|Answer|Arrange|Assemble|Assess|Assist|Attend|Balance|Build|Care|Check|Clean|Close|Coach"
    r"|Collect|Compile|Complete|Conduct|Contact|Coordinate|Create|Deliver|Design|Develop|Direct|Distribute|Document|Draft|Drive"
    r"|Educate|Enforce|Enter|Ensure|Establish|Evaluate|Execute|Fill|Generate|Greet|Handle|Help|Identify|Implement|Improve"
    r"|Increase|Inspect|Install|Interact|Investigate|Keep|Lead|Load|Maintain|Make|Manage|Meet|Monitor|Negotiate|Open|Operate"
    r"|Order|Organi[sz]e|Oversee|Participate|Perform|Pick|Plan|Post|Prepare|Process|Produce|Promote|Protect|Provide|Purchase"
    r"|Receive|Recommend|Reconcile|Recruit|Reduce|Repair|Report|Resolve|Respond|Restock|Review|Run|Schedule|Sell|Serve|Ship"
    r"|Count|Ring|Take|Set|Cook|Bake|Paint|Haul|Type|Call|Cut|Move|Wrap|Pack|Mix|Weld|Fix|Change|Bag|Scan|Lift|Carry|Patrol"
    r"|Watch|Feed|Bathe|Mow|Mop|Sweep|Drill|Fold|Count|Sew|Enforce|Notify|Record|Register|Select|Submit|Tend|Treat|Tutor"
    r"|Sort|Stock|Supervise|Support|Teach|Test|Track|Train|Transport|Troubleshoot|Update|Utili[sz]e|Verify|Welcome|Work"
    r"|Write"
    r"|Accelerat|Acquir|Adapt|Adher|Adjust|Advocat|Aid|Align|Allocat|Analy[sz]|Apply|Apprais|Approv|Assign|Audit"
    r"|Automat|Begin|Boost|Bring|Calculat|Calibrat|Captur|Clarify|Classify|Collaborat|Communicat|Compar|Compos|Conceiv"
    r"|Configur|Consolidat|Construct|Consult|Contribut|Control|Convert|Correct|Counsel|Cultivat|Customi[sz]|Debug"
    r"|Decreas|Defin|Delegat|Demonstrat|Deploy|Detect|Determin|Devis|Diagnos|Discuss|Dispens|Display|Edit|Eliminat"
    r"|Empower|Enabl|Encourag|Engag|Enhanc|Escalat|Escort|Estimat|Examin|Exceed|Expand|Expedit|Explain|Extract"
    r"|Fabricat|Facilitat|Finali[sz]|Find|Follow|Forecast|Formulat|Foster|Gather|Give|Govern|Guid|Hir|Host|Influenc"
    r"|Inform|Initiat|Integrat|Interpret|Introduc|Invit|Issu|Launch|Learn|Liais|Listen|Locat|Maximi[sz]|Measur|Mediat"
    r"|Migrat|Minimi[sz]|Modify|Motivat|Navigat|Observ|Obtain|Offer|Optimi[sz]|Orchestrat|Outlin|Persuad|Prescrib"
    r"|Present|Prevent|Prioriti[sz]|Propos|Publish|Reach|Refer|Refin|Regulat|Remov|Replac|Represent|Request|Restor"
    r"|Retain|Retriev|Revis|Rotat|Safeguard|Secur|Seek|Simplify|Solv|Spearhead|Specify|Standardi[sz]|Stay|Streamlin"
    r"|Strengthen|Study|Suggest|Summari[sz]|Sustain|Tailor|Transcrib|Transfer|Transform|Translat|Understand|Unload"
    r"|Upgrad|Us|Validat|Visit)e?s?"
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


_PRIZE = re.compile(  # Took 2nd Place at Larch University for a model of the harbour
    r"(?:Took|Won|Placed|Earned|Awarded|Received|Finished|Ranked|Got)\b.{0,30}"
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|top \d+)\b",
    re.IGNORECASE,
)


def is_deed(bare: str) -> bool:
    """Tell what was done by its verb, however short: ``Supervise 16 mechanics``."""
    is_named = title_score(bare) >= MIN_FIRM or employer_score(bare) >= 1.0 or _is_post_and_house(bare)
    is_clause = (clause := _HAN_CLAUSE.match(bare)) is not None and title_score(clause.group().partition(",")[0]) < 1.0
    is_told = (
        is_clause
        or DEED.match(bare) is not None
        or _BARE_VERB.match(bare) is not None
        or _PRIZE.match(bare) is not None
        or (_HAN_DEED.match(bare) is not None and not title_score(bare))
    )
    return is_told and not is_named and not range_in(bare)


def _is_post_and_house(bare: str) -> bool:
    """Tell a post that begins as a deed does from one, by its house: ``Embedded software engineer, Larch GmbH, Ely``."""
    post, *rest = bare.split(", ")
    is_post = bool(rest) and len(post.split()) <= MAX_POST_WORDS and title_score(post) == 1.0
    return is_post and any(employer_score(piece) >= MIN_FIRM and not title_score(piece) for piece in rest)
