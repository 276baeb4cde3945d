"""What a Chinese label or question asks for, by its words: 您在该公司担任什么职务？, 最近一份工作单位, 期望税前年薪.

Every word must be understood, so that 紧急联系人电话 and 推荐人姓名 ask for nothing.
"""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.label_parts import Rules, field_of_kinds
from ringback.readers.normalise import fold

MAX_LETTERS = 24
_WORDS = {
    "owner": "应聘人员|应聘者|应聘人|求职者|求职人|候选人|申请人|报名人|投递人|人选",
    "name": "姓名|名字|称呼",
    "phones": "手机号码|手机号|手机|移动电话|电话号码|联系电话|电话|联系方式",
    "emails": "电子邮箱|电子邮件|邮箱地址|邮箱|e-?mail",
    "wechat": "微信号码?|微信",
    "gender": "性别",
    "birth": "出生年月日?|出生日期|出生年份|出生时间|出生|生日",
    "years": (
        "从业几年|从业多少年|工作年限|工作经验年限|从业年限|工龄|工作年数|几年工作经验|工作几年|工作多少年|多少年(?:相关)?工作经[验历]|多少年经验|几年经验"
    ),
    "degree": "学历|学位|文化程度",
    "school": "毕业院校|毕业学校|学校|院校|毕业于|大学",
    "firm": "工作单位|公司|单位|企业|雇主",
    "employed": "就职|供职|任职",
    "post": "职务|职位|岗位|工种|担任|从事|职业",
    "wish": "应聘|期望|希望|期待|意向|求职|申请|投递|报考|报名|理想|目标|意愿|志愿|志向|想要?|愿意|拟|感兴趣|找|考虑|接受|应征",
    "now": "目前|现在|当前|最近|现任|现职|现|上一",
    "pay": "薪[资水酬金]|工资|月薪|年薪|待遇|收入|报酬",
    "place": "base地?|坐标|工作地点?|工作城市|城市|地点|地区|地方|区域|所在地|哪里|何处|哪儿",
    "lives": "居住地?|住址|住|常住|定居|生活|居",
    "does": "做|干活?|干",
    "works": "工作|就业|上班|发展",
    "skills": "会[干做用]的?|会使用|专业技能|专业特长|专业专长|技能|擅长|特长|掌握|专长|精通",
    "there": "那里|那儿|那边",
    "major": "院系|专业|系",
    "": (
        "接收通知|用于|核心|领域|关键词|总|"
        "请问|请|您的|你的|您|你|我的|我|本人|个人|的|是|为|在|于|有|和|及|与|或者?|并|到|去|从|填写|输入|选择|留下|提供|告知|说明"
        "|一[份家个]|这|该|此|所|那|什么样?|哪[些个家所座]?|怎么|如何|几|多少|最高|最|主要|相关|常用|有效|真实|第一|全日制|毕业"
        "|名称|信息|情况|全称|具体|税前|税后|左右|范围|区间|大概|名|里|了|过|呢|吗|任|能|可以?|会|方面|软件|工具|哪|方向|要求|类型|种"
        "|所在|就读|毕业时|份|家|个|些|贵司|贵公司|我[司们]|我公司"
    ),
}  # fmt: skip
_TOKEN = re.compile("|".join(f"(?P<{kind or 'neutral'}>{words})" for kind, words in _WORDS.items()), re.IGNORECASE)
_EDGES = re.compile(
    r"^\W*(?:[qQ]?\d{1,2}\s?[、.．)）:]?\s?)?|[\s?？:：*_]+$|[(（【\[](?:[必选]填|[单多]选题?|可选|如有|若有|如无则?填无)[)）】\]]"
)
_NOTE = re.compile("[(（]([^()（）]{1,6})[)）]")
_SIGNS = frozenset("/、,·")
_RULES: Rules = (
    ("phones", "phones", "now"),
    ("emails", "emails", ""),
    ("wechat", "wechat", ""),
    ("gender", "gender", ""),
    ("birth", "birth", ""),
    ("name", "name", ""),
    ("years", "years", "now"),
    ("degree", "degree", "now"),
    ("school", "school", "name degree major"),
    ("skills", "skills", "works post now"),
    ("desired_salary", "pay wish", "works post"),
    ("desired_city", "place wish", "works does"),
    ("desired_title", "post wish", "works does"),
    ("city", "lives", "place now"),
    ("city", "place now", ""),
    ("current_title", "post now", "firm works employed does"),
    ("current_title", "post firm", "works now employed does"),
    ("current_title", "post does", ""),
    ("current_title", "post there", "works employed does"),
    ("current_employer", "firm", "works name now employed"),
    ("current_employer", "employed now", "works"),
)  # fmt: skip


@lru_cache(maxsize=2048)
def field_by_parts_han(text: str) -> str | None:
    """Return the field of the record that Chinese words ask for, if all of them are understood and they ask for one thing."""
    folded = _EDGES.sub("", _EDGES.sub("", fold(text).strip()))
    field = _field_of(_NOTE.sub(r"\1", folded))
    return field or (_field_of(_NOTE.sub("", folded)) if "(" in folded else None)  # 工作年限（年）


def _field_of(asked: str) -> str | None:
    bare = asked.replace(" ", "").strip("?:,/、·")
    if not 1 < len(bare) <= MAX_LETTERS:
        return None
    kinds: set[str] = set()
    at = 0
    while at < len(bare):
        token = _TOKEN.match(bare, at) if bare[at] not in _SIGNS else None
        if token is None and bare[at] not in _SIGNS:
            return None
        if token:
            kinds.add(token.lastgroup or "")
        at = token.end() if token else at + 1
    return field_of_kinds(kinds - {"neutral", "owner"}, _RULES)
