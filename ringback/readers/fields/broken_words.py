"""Chinese words that the end of a line breaks: 食品科学 硕 / 士学历, 应聘岗位：品质工 / 程师."""

from __future__ import annotations

from ringback.readers import patterns as re

_DEGREES = ("研究生", "大专", "专科", "本科", "硕士", "博士", "学士", "中专", "高中", "初中")
_POSTS = (
    *(
        "工程师",
        "设计师",
        "会计师",
        "架构师",
        "分析师",
        "咨询师",
        "造价师",
        "规划师",
        "策划师",
        "营养师",
        "美容师",
        "美发师",
        "化妆师",
    ),
    *(
        "总经理",
        "副经理",
        "经理",
        "主管",
        "总监",
        "专员",
        "主任",
        "助理",
        "组长",
        "班长",
        "店长",
        "厂长",
        "队长",
        "校长",
        "园长",
    ),
    *(
        "质检员",
        "检验员",
        "业务员",
        "操作员",
        "保管员",
        "营业员",
        "收银员",
        "驾驶员",
        "服务员",
        "仓管员",
        "统计员",
        "安全员",
        "资料员",
        "施工员",
    ),
    *(
        "采购员",
        "技术员",
        "销售员",
        "导购员",
        "跟单员",
        "程序员",
        "管理员",
        "快递员",
        "配送员",
        "护士",
        "护师",
        "司机",
        "教师",
        "会计",
        "出纳",
    ),
    *(
        "文员",
        "记者",
        "编辑",
        "律师",
        "医生",
        "医师",
        "药师",
        "技师",
        "厨师",
        "导游",
        "保安",
        "保洁",
        "电工",
        "焊工",
        "钳工",
        "销售",
    ),
)
_RUN = re.compile("[\u4e00-\u9fff]{1,6}(?![\u4e00-\u9fff])")
_LEVEL_BEHIND = re.compile("(?:学历|学位|毕业|在读|研究生|生|及以上|以上)?")
_LAST_CELL = re.compile("[\u4e00-\u9fff]+$")


def _halves(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the second half of a word -> its first halves."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        for cut in range(1, len(word)):
            found[word[cut:]] = (*found.get(word[cut:], ()), word[:cut])
    return found


_ENDS_OF_DEGREES, _ENDS_OF_POSTS = _halves(_DEGREES), _halves(_POSTS)
_ALL_ENDS_OF_DEGREES = tuple(_ENDS_OF_DEGREES)


def with_rest_of_word(above: str, line: str) -> str | None:
    """Return the line above with the rest of its last word, which begins this one; None where no word is broken.

    The rest stands alone, or in front of 学历 and the like: 科技有限公司 below 本 is no half of 本科.
    """
    run = _RUN.match(line)
    may_end = run and (run.group() in _ENDS_OF_POSTS or run.group().startswith(_ALL_ENDS_OF_DEGREES))
    last = _LAST_CELL.search(above) if may_end else None
    if run is None or last is None:
        return None
    for end, begun in _ENDS_OF_DEGREES.items():
        if (
            run.group().startswith(end)
            and last.group().endswith(begun)
            and _LEVEL_BEHIND.fullmatch(run.group(), len(end))
        ):
            return above + line
    firsts = _ENDS_OF_POSTS.get(run.group())
    return above + line if firsts and last.group().endswith(firsts) else None
