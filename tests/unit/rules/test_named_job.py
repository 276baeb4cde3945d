"""The job that a message is about."""

from __future__ import annotations

import pytest

from ringback.rules.named_job import named_job, post_and_wish


@pytest.mark.parametrize(
    "wish", ["Product Manager", "数据分析师", "Senior Tide Clerk", "Staff Nurse", "销售总监", "All-source Analyst"]
)
def test_one_job_in_a_few_words_is_named(wish: str) -> None:
    assert named_job(wish, "Clerk", "zh") == wish


@pytest.mark.parametrize(
    "wish",
    [
        *(
            None,
            "",
            "Any",
            "any position",
            "Open",
            "Flexible",
            "Anything suitable",
            "Same as above",
            "Not specified",
            "N/A",
        ),
        *(
            "任意",
            "其他",
            "均可",
            "服从安排",
            "不限岗位",
            "同上",
            "行政均可",
            "产品经理、运营经理",
            "HR Manager; Recruiter",
        ),
        *(
            "互联网/电子商务行业，希望从事产品运营相关工作",
            "Senior Product Manager / 高级产品经理",
            "Clerk or Baker",
            "运营方向",
        ),
        "高级人力资源业务合作伙伴（HRBP）兼组织发展与企业文化建设负责人",
    ],
)
def test_several_jobs_a_sentence_or_any_leave_the_present_post_its_place(wish: str | None) -> None:
    assert named_job(wish, "Clerk", "zh") == "Clerk"


def test_a_chinese_wish_is_no_word_for_somebody_who_is_written_to_in_english() -> None:
    assert named_job("数据分析师", "Clerk", "en") == "Clerk"


@pytest.mark.parametrize(
    ("held", "wish", "shown"),
    [
        ("Clerk", "Baker", "Clerk（想做 / wants: Baker）"),
        ("Clerk", " clerk ", "Clerk"),
        ("Clerk", None, "Clerk"),
        ("销售经理", "不限", "销售经理"),
        ("销售经理", "产品经理、运营经理", "销售经理（想做 / wants: 产品经理、运营经理）"),
        (None, "产品经理", "想做 / wants: 产品经理"),
        (None, "", None),
        ("Clerk", "x" * 31, f"Clerk（想做 / wants: {'x' * 29}…）"),
    ],
)
def test_a_list_shows_the_wish_beside_the_post_where_it_is_another(
    held: str | None, wish: str | None, shown: str | None
) -> None:
    assert post_and_wish(held, wish) == shown
