from __future__ import annotations

import pytest

from ringback.identity.comparison import compare_names
from ringback.identity.names import is_counted_as_english, parse_name

AMY = (
    "Amy Xu Jialin",
    "Amy XU Jia-Lin",
    "Amy (Xu Jialin)",
    "Amy, Xu Jialin",
    "Jialin (Amy) Xu",
    "Amy Jialin Xu",
    "XU Jialin Amy",
    "Xu, Jialin Amy",
    "Jialin Xu (Amy)",
)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("张伟", "張偉", "exact"),
        ("张 伟", "张伟先生", "exact"),
        ("张伟（David）", "张伟", "exact"),
        ("张鹏鹏", "张鹏鹏（男）", "exact"),
        ("张鹏鹏", "张鹏鹏 女", "exact"),
        ("张鹏鹏", "张鹏鹏,男,28岁", "exact"),
        ("张鹏鹏", "姓名：张鹏鹏", "exact"),
        ("张鹏鹏", "张鹏鹏（曾用名 张朋）", "exact"),
        ("张鹏鹏", "张 鹏 鹏", "exact"),
        ("张鹏鹏", "张鹏鹏 产品经理", "exact"),
        ("欧阳娜娜", "欧阳 娜娜", "exact"),
        ("张胜男", "张胜男", "exact"),
        ("张胜男", "张胜", "same_surname"),
        ("张建轩", "张建轩 Zhang Jianxuan", "exact"),
        ("翁晓英", "翁晓英 Weng Xiaoying", "exact"),
        ("张建轩", "Zhang Jianxuan (male)", "reading"),
        ("张晓明", "Xiaoming Zhang", "reading"),
        ("张晓明", "ZHANG Xiao Ming", "reading"),
        ("张晓明", "zhangxiaoming", "reading"),
        ("Wei Zhang", "Zhang Wei", "reading"),
        ("单伟", "Shan Wei", "reading"),
        ("覃伟", "Tan Wei", "reading"),
        ("覃伟", "Qin Wei", "reading"),
        ("吕布", "Lyu Bu", "reading"),
        ("吕布", "Lv Bu", "reading"),
        ("黄晓明", "Xiaoming Wong", "reading"),
        ("王晓明", "Xiaoming Wong", "reading"),
        ("欧阳娜娜", "Nana Ouyang", "reading"),
        ("张伟", "章伟", "homophone"),
        ("张伟", "David Zhang", "english"),
        ("李娜", "Tina Li", "english"),
        ("王乐", "Leo Wang", "english"),
        ("张伟（David）", "David Zhang", "reading"),
        ("张伟", "张先生", "surname"),
        ("张伟", "张**", "surname"),
        ("张伟", "Zhang **", "surname"),
        ("张伟", None, "unknown"),
        ("张国强", "张国伟", "same_surname"),
        ("David Zhang", "Kevin Zhang", "same_surname"),
        *((form, "徐佳琳", "reading") for form in AMY),
        *((form, "Xu Jialin", "reading") for form in AMY),
        *((form, "徐佳琳（Amy）", "reading") for form in AMY),
        *((form, "Amy Xu", "reading") for form in AMY),
        *((form, "徐佳慧", "same_surname") for form in AMY),
        *((form, "Kevin Xu", "same_surname") for form in AMY),
        *((form, "Amy Wang Jialin", "different") for form in AMY),
        ("Ryan Zhong Tian Xu", "钟天旭", "reading"),
        ("Leo Zhang Wei", "张伟", "reading"),
        ("Leo Zhang Wei", "Leo Zhang", "reading"),
        ("Nana Ou Yang Na", "欧阳娜", "different"),  # nana is no English name
        ("Tina Ou Yang Na", "欧阳娜", "reading"),
        ("Luo Juan Fei", "罗娟菲", "reading"),
        ("Juan Fei Luo", "罗娟菲", "reading"),
        ("Wang Dan Dan", "王丹丹", "reading"),
        ("Wang Dan", "王丹", "reading"),
        ("Dan Xu Jialin", "徐佳琳", "reading"),
        ("Ken Chen Wei", "陈伟", "reading"),
        ("David Zhang Wei", "David Zhang Jianguo", "same_surname"),
        ("张伟", "李伟", "different"),
        ("张先生", "李伟", "different"),
    ],
)
def test_two_names_are_of_one_level_in_both_directions(one: str, other: str | None, level: str) -> None:
    a, b = parse_name(one), parse_name(other)
    assert compare_names(a, b)[1] == level
    assert compare_names(a, b) == compare_names(b, a)


def test_a_rare_name_says_more_than_a_common_one() -> None:
    common = compare_names(parse_name("张伟"), parse_name("张伟"))[2]
    rare = compare_names(parse_name("逄翊蘅"), parse_name("逄翊蘅"))[2]
    assert 11 < common < 14
    assert rare == pytest.approx(19.4)


def test_a_masked_name_is_no_name() -> None:
    for text in ("张先生", "张女士", "张**", "张某某", "张X", "张xx", "张", "张 先生", "张（先生）"):
        assert parse_name(text).keys == ()
        assert parse_name(text).surnames == ("zhang",)


def test_english_names_are_counted_apart() -> None:
    assert is_counted_as_english(parse_name("Kevin Zhang"))
    assert not is_counted_as_english(parse_name("张云家"))
    assert not is_counted_as_english(parse_name("Wei Zhang"))
    assert not is_counted_as_english(parse_name("张先生"))
