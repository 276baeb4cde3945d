from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest

from ringback.identity.golden import Member, golden_profile, name_letters
from ringback.identity.records import candidate_id_of, record_uid
from ringback.identity.roles import FamilyNames
from ringback.identity.zones import zone_of
from ringback.settings import load_policy

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def member(uid: str, on: date | None, **profile: Any) -> Member:
    return Member(uid, f"source {uid}", NOW, on, None, profile.pop("role_family", None), profile)


def test_the_latest_document_speaks_in_any_order() -> None:
    members = [
        member(
            "a",
            date(2020, 1, 1),
            name="张伟民",
            phones=["+8613800138001"],
            city="上海",
            current_title="销售经理",
            desired_title="销售总监",
        ),
        member("b", date(2024, 1, 1), name="张先生", phones=["+8613900139001", "+8613800138001"], city="北京"),
        member("c", date(2022, 1, 1), name="Weimin Zhang", school="复旦大学", role_family="ops"),
    ]
    for ordered in permutations(members):
        golden = golden_profile(ordered, office_timezone="Asia/Shanghai")
        assert golden.columns["name"] == "张伟民"
        assert golden.columns["name_pinyin"] == "zhang weimin"
        assert golden.columns["city"] == "北京"
        assert golden.columns["school"] == "复旦大学"
        assert (golden.columns["title"], golden.columns["desired_title"]) == ("销售经理", "销售总监")
        assert golden.columns["role_family"] == "ops"
        assert golden.columns["source"] == "source a"
        assert golden.columns["timezone"] == "Asia/Shanghai"
        assert [value for _, value in golden.contacts] == ["+8613900139001", "+8613800138001"]


def test_names_in_letters() -> None:
    assert name_letters("欧阳娜娜") == "ouyang nana"
    assert name_letters("单伟") == "shan wei"
    assert name_letters("David Zhang") == "david zhang"
    assert name_letters(None) is None


def test_role_families_by_alias_and_by_title() -> None:
    families = FamilyNames(load_policy().roles.families)
    assert families.family_of("ops") == "operations"
    assert families.family_of("销售") == "sales"
    assert families.family_of("astronaut") == "astronaut"
    assert families.family_of(" ") is None
    assert families.family_of_title("高级后端开发工程师") == "technology"
    assert families.family_of_title("HR manager") == "hr"
    assert families.family_of_title("Chrome plater") is None
    assert families.family_of_title(None) is None


def test_ids_come_from_content() -> None:
    digest = "a" * 64
    assert record_uid("zhaopin", digest, None) == record_uid("liepin", digest, None)
    assert record_uid("zhaopin", digest, "2") != record_uid("zhaopin", digest, None)
    assert record_uid("zhaopin", "17", None) != record_uid("liepin", "17", None)
    assert candidate_id_of("x") == candidate_id_of("x") != candidate_id_of("y")


def test_a_zone_follows_the_phone_and_else_the_office() -> None:
    assert zone_of(("+8613800138000",), "Europe/Berlin") == "Asia/Shanghai"
    assert zone_of(("+12125550123",), "Asia/Shanghai") == "America/New_York"
    assert zone_of(("+8180",), "Asia/Shanghai") == "Asia/Shanghai"
    assert zone_of((), "Asia/Shanghai") == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("phone", "city", "zone"),
    [
        ("+447400123456", "Leeds", "Europe/London"),
        ("+447700900123", None, "Europe/London"),  # kept for stories: no plan knows it
        ("+353851234567", "Cork", "Europe/Dublin"),
        ("+61412345678", None, "Australia/Sydney"),
        ("+61412345678", "Perth", "Australia/Perth"),
        ("+79123456789", "Novosibirsk", "Asia/Novosibirsk"),
        ("+79123456789", None, "Europe/Moscow"),
        ("+77011234567", None, "Asia/Almaty"),
        ("+8613800138000", "London", "Asia/Shanghai"),
    ],
)
def test_a_number_that_may_lie_in_several_zones_is_never_at_the_office(phone: str, city: str | None, zone: str) -> None:
    assert zone_of((phone,), "Asia/Shanghai", city) == zone


def test_an_office_in_the_country_of_a_number_keeps_its_own_zone() -> None:
    assert zone_of(("+61412345678",), "Australia/Perth") == "Australia/Perth"
    assert zone_of(("+61412345678",), "Australia/Perth", "Sydney") == "Australia/Sydney"
