"""Labels that a dash, a slash or nothing joins to their values (手机-135…, ``Mobile/98…``): a colon takes its place."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_words import label_table
from ringback.readers.normalise import fold, squeeze

_JOINED = re.compile(r"(?<=[^\W\d_])[ \t]{0,3}(?:-{1,3}|/)[ \t]{0,3}(?=[^\W_]|[+(])")
_BOUNDARY = re.compile(r"[|;,:·()\[\]\d]|\s{2,}|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f]{2})")
_WORD = re.compile("[\u4e00-\u9fff]+|[A-Za-z]+")
_NUMBER = re.compile(r"[+(]?\d[\d\s().-]{5}")
_VALUES = {
    "phones": _NUMBER,
    "contact": _NUMBER,
    "emails": re.compile(r"[\w.+-]{1,64}\s?@"),
    "wechat": re.compile(r"[A-Za-z0-9][\w-]{5}"),
    "birth": re.compile(r"(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?[ ./-]"),
    "age": re.compile(r"\d\d(?!\d)"),
    "gender": re.compile(r"[男女]|(?:fe)?male\b", re.IGNORECASE),
    "not_number": re.compile(r"\d{5}"),
    "name": re.compile("[\u4e00-\u9fff·]{2,6}(?=[\\s|;,]|$)"),
    "city": re.compile("[\u4e00-\u9fff]{2}"),
    "desired_title": re.compile("[\u4e00-\u9fff]{2}"),
}
"""How the value of a field begins: a dash in front of anything else parts words (电话-销售)."""
_GLUED = re.compile(  # 姓名王五 性别男 电话139…
    r"(?:^|(?<=[\s,]))(姓名(?=[\u4e00-\u9fff])|性别(?=[男女])|(?:联系)?(?:电话|手机)(?=[+\d(])|(?:邮箱|微信)(?=[A-Za-z0-9])"
    r"|(?:民族|籍贯|学历|现住址?|现居|住址)(?=[\u4e00-\u9fff])|(?:出生(?:年月|日期)?|年龄)(?=\d))"
)
_OF_JOB = re.compile(  # Company - Larch Traders
    r"(\W{0,3}(?:name of (?:the )?)?(?:company|organi[sz]ation|employer|hospital|institution|designation|position"
    r"|job title|duration|period)"
    r"(?: name| held)?)\s{1,4}(?:-{1,2}>?|:-)\s{1,4}(?=\w)",
    re.IGNORECASE,
)
_MAY_BE_GLUED = re.compile("姓名|性别|电话|手机|邮箱|微信|民族|籍贯|学历|现住|现居|住址|出生|年龄")
_GLUED_WISH = re.compile(r"^(求职意向|应聘(?:岗位|职位)?|期望(?:岗位|职位))(?=[\u4e00-\u9fffA-Za-z+#/]{2,14}$)")
_BEGINS_WISH = frozenset("求应期意")
_BARRED = re.compile(r"^(求职意向|应聘(?:岗位|职位)|期望(?:岗位|职位)|意向岗位) ?\|\s+(?=\S)")
_LISTED = re.compile(
    r"\W{0,3}((?:[\u4e00-\u9fff]{2,6}(?: ?[/、,|·] ?| [和及与] )){1,4}[\u4e00-\u9fff]{2,6}) ?: ?(\S.{2,60})"
)  # 姓名、性别、年龄：张三、男、28
_SIGN_OF_LIST = re.compile(" ?[/、,|·] ?| [和及与] ")
_FACTS = {"not_city", "city", "phones", "wechat", "emails", "birth", "age", "gender", "degree", "school"}
"""What one label may ask for together: 户籍/现居：太原/北京, 手机、微信：….
"""
_LEADERS = re.compile(
    r"\W{0,3}([^\W\d_](?:[^\W\d_]|[ /'’&-]){1,30}?)\s?(?:[.·]{4,}|…{2,}|_{4,}|>>|=>)\s?(?=[^\s._…·>])"
)  # Full name ..... Jo Lee
_SIGNS_OF_LEADERS = ("....", "……", "____", "····", ">>", "=>")
_PIECE_END = re.compile(r"\s{2,}|[|;,/、]|\s[·○◦□☆★]")
_HAN_LINE = re.compile("\\W{0,2}[\u4e00-\u9fff]{1,4}")
_LABEL_BEGUN = re.compile("[\u4e00-\u9fff]{1,5}")
_TRADE = re.compile("(?:设计|开发|运营|销售|策划|文案|编辑|测试|运维|算法|翻译|财务|采购|行政|人事)$")
SURE_TITLE = 0.6
MAX_LABEL_CHARS = 24


def with_colons(line: str) -> str:
    """Return a line with a colon behind each label of a contact or of a fact that a dash or a slash joins to its value."""
    if (".." in line or "…" in line or "_" in line or "·" in line or ">" in line) and any(
        map(line.__contains__, _SIGNS_OF_LEADERS)
    ):
        line = _without_leaders(line)
    if line.isascii() and "-" not in line and "/" not in line:
        return line
    folded = fold(line)
    is_wished = folded[:1] in _BEGINS_WISH
    if is_wished and (barred := _BARRED.match(folded)):
        return f"{line[: barred.end(1)]}: {line[barred.end() :]}"
    may_be_glued = ":" not in folded and not folded.isascii() and len(_MAY_BE_GLUED.findall(folded)) > 1
    glued = list(_GLUED.finditer(folded)) if may_be_glued else []
    wish = _GLUED_WISH.match(folded) if is_wished else None
    if len(glued) > 1 or (wish and (title_score(folded[wish.end() :]) >= SURE_TITLE or _TRADE.search(folded))):
        return _with_signs_behind(line, [match.end() for match in (glued if len(glued) > 1 else [wish]) if match])
    listed = _LISTED.fullmatch(folded) if ":" in folded and not line.isascii() else None
    if "-" not in folded and "/" not in folded and not listed:
        return line
    of_job = _OF_JOB.match(folded)
    if listed or of_job:
        return (
            _each_behind_its_label(listed.group(1), listed.group(2)) if listed else _job_behind(line, folded)
        ) or line
    parts: list[str] = []
    end = 0
    for match in _JOINED.finditer(folded):
        label = _label_in_front(folded[max(end, match.start() - MAX_LABEL_CHARS) : match.start()])
        field = label_table().get(label)
        value = _VALUES.get(field or "") if field != "desired_title" or _is_wish(label, folded, match.end()) else None
        if value and value.match(folded, match.end()) and not _is_label(folded, match.end()):
            parts += [line[end : match.start()], ": "]
            end = match.end()
    return "".join([*parts, line[end:]]) if parts else line


def _without_leaders(line: str) -> str:
    """Return a line with a colon for the dots or the rule that lead from a label to its value: ``Full name ..... Jo Lee``."""
    led = _LEADERS.match(line)
    label = led.group(1) if led else ""
    if led is None or not (label_table().get(squeeze(fold(label)).lower()) or field_by_parts(label)):
        return line
    value = line[led.end() :]
    is_blank = any(sign in value for sign in _SIGNS_OF_LEADERS)  # Employer ____ Title ____
    return line if is_blank else f"{line[: led.end(1)]}: {value}"


def _job_behind(line: str, folded: str) -> str | None:
    """Part what a dash joins to the label of a job: ``Company - Larch Traders``; heads of columns stay as they are."""
    job = _OF_JOB.match(folded)
    if job is None or len(folded) != len(line) or _is_label(folded, job.end()):
        return None
    return f"{line[: job.end(1)]}: {line[job.end() :]}"


def with_label_above(above: str, line: str) -> str | None:
    """Return a line with the beginning of its label, which a narrow cell or page broke off: 出生 / 年月, 工 / 作年限：6年."""
    rest = _LABEL_BEGUN.match(line)
    if not rest or not _HAN_LINE.fullmatch(above) or not (rest.end() == len(line) or fold(line[rest.end()]) in ":\t "):
        return None
    whole = fold(above + rest.group()).strip("· ")
    is_label = whole in label_table() and (len(rest.group()) > 1 or whole[:-1] not in label_table())
    own = label_table().get(fold(above).strip("· "))
    is_label = is_label and (own is None or label_table().get(fold(rest.group())) != own)  # 学历 over 学位<tab>学校
    return above + line if is_label and len(whole) > len("手机") else None


def _each_behind_its_label(labels: str, values: str) -> str | None:
    """Pair a list of labels with the list of their values: 姓名/性别/年龄：张三/男/28, 户籍/现居：太原/北京."""
    names, told = _SIGN_OF_LIST.split(labels), _SIGN_OF_LIST.split(values.rstrip(" 。.;"))
    fields = [label_table().get(name) for name in names]
    are_facts = len(set(fields)) > 1 and set(fields) <= _FACTS
    if "emails" not in fields and any("@" in value.lstrip("@") for value in told):
        return None  # 电话 / 微信：138… · a@post.example: one number for both, and an address beside it
    if len(names) != len(told) or not (names[0] == "姓名" or are_facts) or not all(fields):
        return None
    return "  ".join(f"{name}: {value}" for name, value in zip(names, told, strict=True))


def _with_signs_behind(line: str, ends: list[int]) -> str:
    starts = [0, *ends]
    return ": ".join(line[low:high] for low, high in zip(starts, [*ends, len(line)], strict=True))


def _is_label(folded: str, start: int) -> bool:
    """Tell 姓名/性别 and 微信/QQ：…, where two labels stand side by side."""
    word = _WORD.match(folded, start)
    return word is not None and word.group().lower() in label_table()


def _label_in_front(text: str) -> str:
    """Return the label that a text ends with, or nothing; 店铺电话 is none."""
    words = _BOUNDARY.split(text)[-1].split()
    table = label_table()
    labels = ("".join(words[-n:]).lower() for n in range(min(3, len(words)), 0, -1))
    return next((label for label in labels if len(label) > 1 and label in table), "")


def _is_wish(label: str, folded: str, start: int) -> bool:
    """Tell 求职意向 from 目标, which a dash may join to anything."""
    return len(label) > 3 or title_score(_PIECE_END.split(folded[start:])[0].strip()) > SURE_TITLE
