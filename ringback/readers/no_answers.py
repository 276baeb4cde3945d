"""What a form holds where nothing is answered: N/A, none, 暂无, 不详, a dash, or where the answer is to be read: see resume."""

from __future__ import annotations

from ringback.readers import patterns as re

MAX_NO_ANSWER = 48
_NO_ANSWER = re.compile(
    r"[\W_]*(?:"
    r"n\s?[/.\\]?\s?a|none|nil|null|nothing|blank|unknown|undisclosed|confidential|tb[acd]"
    r"|not (?:applicable|available|specified|stated|mentioned|provided|given|known|disclosed|yet|set|sure)"
    r"|no(?:ne)? (?:answer|data|information|info|yet)|none at (?:present|the moment)"
    r"|to be (?:confirmed|decided|advised|announced)"
    r"|(?:as|see) (?:above|below|attached|enclosed)|prefer not to (?:say|answer|disclose)"
    r"|(?:(?:please|kindly|pls\.?) )?(?:as )?(?:see|refer to|check|view|per|in|on|listed (?:in|on)|mentioned in|stated in)"
    r" (?:(?:the|my|attached|enclosed|above|uploaded) ){0,2}"
    r"(?:r[eé]sum[eé]|c\.?v\.?|curriculum vitae|linked ?in(?: profile)?|attachments?|enclosure|cover letter|pdf)"
    r"(?: (?:above|below|attached|enclosed|for details))?"
    r"|(?:目前|暂时|暫時)?(?:暂|暫)?(?:无|無)|(?:暂|暫|目前)?(?:没有|沒有)|(?:暂|暫)?未(?:填写?|填寫|知|定|详|詳|提供|公开|公開|透露)"
    r"|不(?:详|詳|明|知)|不(?:便|方便)(?:透露|填写|填寫|告知)|保密|待(?:定|补充?|補充?|填写?|填寫|确认|確認)|同上|空白?|略|(?:请|請)?(?:在)?(?:此处|此處|这里)?(?:填[写入]|填寫)[\u4e00-\u9fff]{0,8}|(?:请|請|详|詳|参|參|如|同)?[见見](?:附件|上|下|[简簡][历歷]|个人简历|個人簡歷)|(?:同|如)(?:附件|[简簡][历歷])"
    r")?[\W_]*",
    re.IGNORECASE,
)
_WITHOUT_WORK = re.compile(
    r"[\W_]*(?:currently |presently |now )?(?:unemployed|not (?:currently |presently )?(?:employed|working|in work)|jobless"
    r"|out of work|between (?:jobs|roles)|no (?:job|employer|employment)(?: at (?:present|the moment))?"
    r"|(?:seeking|looking for) (?:work|employment|a job)"
    r"|(?:目前|现|現)?(?:待业|待業|失业|失業|无业|無業|(?:已经?)?离职|(?:已經?)?離職|待岗|求职|求職|在家)(?:中|状态|狀態|待业)?"
    r"|(?:目前|现|現)?(?:无|無|没有|沒有)(?:工作|单位|單位|职业|職業|就业))[\W_]*",
    re.IGNORECASE,
)

_ANYTHING = re.compile(
    r"不限|(?:全|兼|正|專|专)[職职](?:工作)?|实习|實習|长期|長期", re.IGNORECASE
)  # of a wish: what it may be
_ALSO_NAMES = frozenset({"Null", "Nil", "Na", "Blank"})


def is_no_answer(text: str) -> bool:
    """Tell what stands in a form where nothing is answered; a text without any letter or digit is none either."""
    return len(text) <= MAX_NO_ANSWER and _NO_ANSWER.fullmatch(text) is not None


def is_open_wish(text: str) -> bool:
    """Tell a wish that is left open (不限, 全职), or not answered."""
    return _ANYTHING.fullmatch(text) is not None or is_no_answer(text)


def is_without_work(text: str) -> bool:
    """Tell who answers that he has no job now (*unemployed*, 待业中), where a post or a house is asked for."""
    return len(text) <= MAX_NO_ANSWER and _WITHOUT_WORK.fullmatch(text) is not None


def is_no_name(text: str) -> bool:
    """Tell what says nothing where a name is asked for: none, NULL, 待定; somebody may be called Null or Nil."""
    return is_no_answer(text) and text.strip() not in _ALSO_NAMES
