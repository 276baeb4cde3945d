from __future__ import annotations

import pytest

from ringback.identity.contact_values import as_list, is_masked_phone, to_e164, to_email
from ringback.identity.masking import masked_contact
from ringback.identity.places import city_core, employer_core
from ringback.identity.schools import school_core


@pytest.mark.parametrize(
    "written",
    [
        "佛山星蘅网络科技有限责任公司",
        "星蘅网络科技有限公司",
        "星蘅科技",
        "星蘅",
        "星蘅网络科技（佛山）有限公司",
        "Xingheng Technology Co., Ltd.",
    ],
)
def test_an_employer_is_known_by_its_own_name(written: str) -> None:
    assert employer_core(written) == "xingheng"


def test_an_employer_of_trade_words_keeps_them() -> None:
    assert employer_core("中国移动") == "yidong"
    assert employer_core("北京科技有限公司") == "keji"
    assert employer_core("") == ""


@pytest.mark.parametrize(
    "written", ["深圳", "深圳市", "广东省深圳市南山区", "Shenzhen", "深圳-南山区", "shenzhen, China"]
)
def test_a_city_is_known_without_province_and_district(written: str) -> None:
    assert city_core(written) == "shenzhen"


@pytest.mark.parametrize(
    ("written", "e164"),
    [
        ("13800138000", "+8613800138000"),
        ("138-0013-8000", "+8613800138000"),
        ("+86 138 0013 8000", "+8613800138000"),
        ("0086 13800138000", "+8613800138000"),
        ("021-62345678", "+862162345678"),
        ("+1 650-253-0000", "+16502530000"),
        ("138****8000", None),
        ("12345", None),
        ("无", None),
    ],
)
def test_phones_become_e164(written: str, e164: str | None) -> None:
    assert to_e164(written) == e164


def test_cells_with_several_values() -> None:
    assert as_list('["a", "b"]') == ["a", "b"]
    assert as_list("13800138000；021-62345678") == ["13800138000", "021-62345678"]
    assert as_list(["x", None, ""]) == ["x"]
    assert as_list(None) == []
    assert is_masked_phone("138****1234")
    assert to_email(" ZW@QQ.com ") == "zw@qq.com"
    assert to_email("none") is None


@pytest.mark.parametrize(
    ("written", "in_full"),
    [
        ("电子科大", "电子科技大学"),
        ("上海交大", "上海交通大学"),
        ("Shanghai Jiao Tong University", "上海交通大学"),
        ("Fudan University", "復旦大學"),
        ("Tsinghua University", "清华大学"),
        ("Sun Yat-sen University", "中山大学"),
        ("中国科大", "中国科学技术大学"),
        ("华东师大（闵行校区）", "华东师范大学"),
        ("哈工大", "哈尔滨工业大学"),
    ],
)
def test_a_school_is_known_by_its_short_and_its_english_name(written: str, in_full: str) -> None:
    assert school_core(written) == school_core(in_full)


def test_schools_of_like_names_stay_apart() -> None:
    names = (
        "交大",
        "科大",
        "理工大学",
        "华中师大",
        "华中科大",
        "Wuhan University of Technology",
        "Wuhan University",
        "武汉理工",
    )
    assert len({school_core(name) for name in names}) == len(names)


def test_a_masked_profile_still_tells_one_from_another() -> None:
    assert masked_contact("https://www.linkedin.com/in/zhang-wei-12/") == "in/zha***12"
    assert masked_contact("linkedin.com/in/zw") == "in/z***"


@pytest.mark.parametrize("value", ["+8613800138000", "zhangwei@qq.com", "zw@qq.com", "weixin_id", "abcd", "12"])
def test_a_masked_contact_is_not_usable(value: str) -> None:
    assert value not in masked_contact(value)
    assert "*" in masked_contact(value)
