from __future__ import annotations

from typing import Any

import pytest

from ringback.identity.clustering import Clash, Decisions, MergeEdge, clash_between, cluster
from ringback.identity.comparison import compare
from ringback.identity.explanation import SENTENCES, likeness, sentence, waterfall, why
from ringback.identity.features import features_of, pack, unpack
from ringback.identity.keys import KeyKind, KeyTrust, keys_of, trust_of
from ringback.identity.model import WEIGHTS
from ringback.identity.names import parse_name
from ringback.identity.questions import QUESTIONS, question_of
from ringback.identity.text import bands_of, signature_of, similarity
from ringback.identity.training.people import DUTIES
from ringback.identity.verdict import judge
from schemas.words import PairOutcome

PHONE = {KeyKind.PHONE: KeyTrust.ONE_NAME}
FAMILY_PHONE = {KeyKind.PHONE: KeyTrust.FAMILY}
EMAIL = {KeyKind.EMAIL: KeyTrust.ONE_NAME}


def person(name: str | None, **profile: Any) -> Any:
    return features_of({"name": name, **profile})


@pytest.mark.parametrize(
    ("a", "b", "shared", "outcome"),
    [
        (person("张伟民"), person("张伟民"), PHONE, PairOutcome.MERGE),
        (person("张伟民"), person("张伟民"), FAMILY_PHONE, PairOutcome.MERGE),
        (person("张伟"), person("张伟"), {}, PairOutcome.APART),
        (person("张伟"), person("李娜"), FAMILY_PHONE, PairOutcome.APART),
        (person("张伟", birth_year=1990), person("李娜", birth_year=1990), FAMILY_PHONE, PairOutcome.REVIEW),
        (person("张国强", city="上海"), person("张国伟", city="上海"), FAMILY_PHONE, PairOutcome.REVIEW),
        (person("孟玲玉", school="复旦大学"), person("孟玲宇", school="复旦大学"), PHONE, PairOutcome.REVIEW),
        (person("孟玲玉", birth_year=1990), person("孟玲宇", birth_year=1990), PHONE, PairOutcome.REVIEW),
        (person("孟玲玉", birth_year=1990), person("孟玲宇", birth_year=1990), PHONE | EMAIL, PairOutcome.MERGE),
        (person("张国强", city="上海"), person("张女士", city="上海"), PHONE | EMAIL, PairOutcome.REVIEW),
        (
            person("张国强", city="上海", school="复旦大学"),
            person("Jack Zhang", city="上海", school="复旦大学"),
            PHONE,
            PairOutcome.REVIEW,
        ),
        (person("张国强", city="上海"), person("Jack Zhang", city="上海"), PHONE | EMAIL, PairOutcome.MERGE),
        (person("张国强"), person(None), PHONE, PairOutcome.REVIEW),
        (person("张国强"), person("张先生"), PHONE, PairOutcome.REVIEW),
        (person("张国强"), person("张先生"), FAMILY_PHONE, PairOutcome.APART),
        (person("张国强"), person("Kevin Zhang"), EMAIL, PairOutcome.REVIEW),
        (
            person("张先生", current_employer="星蘅科技", city="上海"),
            person("张女士", current_employer="星蘅科技", city="上海"),
            PHONE,
            PairOutcome.REVIEW,
        ),
        (
            person("张**", gender="男", current_employer="星蘅科技", city="上海", school="复旦大学"),
            person("张建红", gender="女", current_employer="星蘅科技", city="上海", school="复旦大学"),
            PHONE,
            PairOutcome.REVIEW,
        ),
        (person("王强", birth_year=1990), person("王**", birth_year=1990), PHONE, PairOutcome.REVIEW),
        (person("张国强"), person("张国强"), {KeyKind.FILE: KeyTrust.ONE_NAME}, PairOutcome.MERGE),
        (person("张国强"), person("李娜"), {KeyKind.FILE: KeyTrust.ONE_NAME}, PairOutcome.REVIEW),
    ],
)
def test_verdicts(a: Any, b: Any, shared: dict[int, int], outcome: PairOutcome) -> None:
    assert judge(compare(a, b, shared)) is outcome
    assert compare(a, b, shared) == compare(b, a, shared)


def test_context_joins_a_rare_name_and_not_a_common_one() -> None:
    context = {"birth_year": 1990, "current_employer": "星蘅科技", "city": "上海"}
    assert judge(compare(person("逄翊蘅", **context), person("逄翊蘅", **context), {})) is PairOutcome.MERGE
    assert judge(compare(person("张伟", **context), person("张伟", **context), {})) is not PairOutcome.MERGE


def test_neighbouring_numbers_and_mailboxes_are_other_peoples() -> None:
    a = person("张伟", phones=["+8613900000001"], emails=["zhangwei1@qq.com"], birth_year=1990, city="上海")
    b = person("张伟", phones=["+8613900000002"], emails=["zhangwei2@qq.com"], birth_year=1990, city="上海")
    comparison = compare(a, b, {})
    assert ("email", "differs") in {(field, level) for field, level, _ in comparison.levels}
    assert judge(comparison) is not PairOutcome.MERGE


def test_a_contact_that_many_bear_tells_little_and_joins_nobody() -> None:
    a, b = person("张伟民", phones=["+8613800138001"]), person("张伟民", phones=["+8613800138001"])
    assert ("phone", "generic", 3.0) in compare(a, b, {}).levels
    assert not compare(a, b, {}).has_identifier
    assert judge(compare(a, b, {})) is not PairOutcome.MERGE


def test_what_is_typed_to_get_past_a_form_is_nobodys() -> None:
    phones = ["+8613800138000", "+8613888888888", "+8613912349876"]
    emails = ["test@qq.com", "123456@163.com", "zwm1990@qq.com"]
    features = person("张伟民", phones=phones, emails=emails)
    assert features.phones == ("+8613912349876",)
    assert features.emails == ("zwm1990@qq.com",)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("腾讯科技", "华谊传媒", None),
        ("厦门中科供应链管理有限公司", "腾讯科技（深圳）有限公司", None),  # as many letters, nothing else in common
        ("平安保险", "中国平安", "same"),
        ("滴滴", "滴滴出行科技有限公司", "contained"),
        ("深圳市腾讯计算机系统有限公司", "腾讯", "same"),
    ],
)
def test_employers_meet_by_their_own_names(one: str, other: str, level: str | None) -> None:
    levels = compare(person("张伟民", current_employer=one), person("张伟民", current_employer=other), {}).levels
    assert next((found for field, found, _ in levels if field == "employer"), None) == level


def test_features_survive_storage() -> None:
    features = features_of(
        {"name": "张伟民", "phones": ["+8613800138001"], "emails": ["A@b.cn"], "gender": "男", "wechat": "13912345670", "birth_year": 1990,
         "linkedin": "https://www.linkedin.com/in/zwm-1/", "city": "上海市", "school": "复旦大学", "extra": {"masked_phones": ["138****1234"]}},
        b"x" * 128,
    )  # fmt: skip
    assert features.phones == ("+8613800138001", "+8613912345670")
    assert features.wechat == ""
    assert features.linkedin == "zwm-1"
    assert features.sex == "m"
    assert unpack(pack(features), features.signature) == features
    assert unpack(pack(features)[:11], features.signature).sex == ""
    kinds = {kind for kind, _ in keys_of(features)}
    assert {
        KeyKind.PHONE,
        KeyKind.EMAIL,
        KeyKind.LINKEDIN,
        KeyKind.TEXT,
        KeyKind.NAME_BIRTH,
        KeyKind.MASKED_PHONE,
    } <= kinds


@pytest.mark.parametrize(
    ("n_names", "n_records", "trust"),
    [
        (1, 5, KeyTrust.ONE_NAME),
        (2, 2, KeyTrust.FAMILY),
        (3, 9, KeyTrust.FAMILY),
        (4, 4, KeyTrust.GENERIC),
        (1, 401, KeyTrust.GENERIC),
    ],
)
def test_trust_follows_from_the_bearers(n_names: int, n_records: int, trust: KeyTrust) -> None:
    assert trust_of(KeyKind.PHONE, n_names=n_names, n_records=n_records) is trust
    assert trust_of(KeyKind.FILE, n_names=n_names, n_records=n_records) is trust
    assert trust_of(KeyKind.NAME_CITY, n_names=n_names, n_records=min(n_records, 400)) is KeyTrust.ONE_NAME


def test_like_texts_meet_and_contacts_do_not_count() -> None:
    story = "\n".join(DUTIES[:14])
    one = signature_of(f"张伟民\n手机 13800138000\n{story}", "张伟民")
    again = signature_of(f"张伟民\n手机 13900139000\nzwm@qq.com\n{story}", "张伟民")
    other = signature_of("\n".join(DUTIES[200:214]), None)
    assert one is not None
    assert again is not None
    assert similarity(one, again) == pytest.approx(1.0, abs=0.05)
    assert similarity(one, other) is not None
    assert (similarity(one, other) or 0) < 0.4
    assert set(bands_of(one)) & set(bands_of(again))
    assert signature_of("短", None) is None
    assert similarity(one, None) is None


def test_a_chain_does_not_join_two_names() -> None:
    names = {uid: parse_name(name) for uid, name in {"a": "张伟", "b": "Zhang Wei", "c": "章炜"}.items()}
    edges = [MergeEdge("a", "b", 20.0), MergeEdge("b", "c", 10.0)]
    result = cluster(names, edges, Decisions())
    assert result.clusters == [frozenset("ab"), frozenset("c")]
    assert result.refused == {("b", "c"): "names_conflict"}
    assert result.spanning == [("a", "b")]


def test_years_of_birth_of_the_whole_people_keep_soft_pairs_apart() -> None:
    names = {uid: parse_name(name) for uid, name in {"a": "刘宁岩", "b": "刘宁岩", "c": "Jessica Liu"}.items()}
    births = {"a": 1994, "c": 1983}
    firm = MergeEdge("a", "b", 20.0)
    result = cluster(names, [firm, MergeEdge("b", "c", 10.0, is_soft=True)], Decisions(), births)
    assert result.clusters == [frozenset("ab"), frozenset("c")]
    assert result.refused == {("b", "c"): "births_conflict"}
    assert cluster(names, [firm, MergeEdge("b", "c", 10.0)], Decisions(), births).clusters == [frozenset("abc")]
    near = cluster(names, [firm, MergeEdge("b", "c", 10.0, is_soft=True)], Decisions(), {"a": 1984, "c": 1983})
    assert near.clusters == [frozenset("abc")]


def test_decisions_outrank_evidence_and_names() -> None:
    names = {uid: parse_name(name) for uid, name in {"a": "张伟", "b": "李娜", "c": "李娜", "d": "张伟"}.items()}
    edges = [MergeEdge("a", "d", 30.0), MergeEdge("b", "c", 20.0)]
    assert cluster(names, edges, Decisions(same=(("a", "b"),))).clusters == [frozenset("abcd")]
    apart = cluster(names, edges, Decisions(different=frozenset({("a", "d")})))
    assert apart.clusters == [frozenset("a"), frozenset("bc"), frozenset("d")]
    assert apart.refused == {("a", "d"): "decided_apart"}


def test_every_level_has_a_sentence_in_two_languages() -> None:
    assert set(WEIGHTS) <= set(SENTENCES)
    assert all(zh and en for zh, en in SENTENCES.values())


def test_an_explanation_adds_up() -> None:
    a = person("张伟民", phones=["+8613800138002"], city="上海")
    comparison = compare(a, person("张伟民", phones=["+8613800138001"], city="上海"), {})
    evidence = {field: [level, bits] for field, level, bits in comparison.levels}
    bars = waterfall(evidence, comparison.weight)
    assert sum(bits for _, bits in bars[:-1]) == pytest.approx(comparison.weight)
    assert {reason.field for reason in why(evidence)} == {"name", "phone", "city"}
    assert "姓名相同" in sentence(evidence)
    assert "same name" in sentence(evidence, "en")


@pytest.mark.parametrize(
    ("a", "b", "shared", "asked"),
    [
        (person("张伟", birth_year=1990), person("李娜", birth_year=1990), FAMILY_PHONE, "conflict"),
        (person("张国强", city="上海"), person("张国伟", city="上海"), FAMILY_PHONE, "given"),
        (person("张国强"), person("李娜"), {KeyKind.FILE: KeyTrust.ONE_NAME}, "file"),
        (person("张国强", city="上海"), person("张女士", city="上海"), PHONE, "part"),
        (person("张国强", city="上海"), person("Jack Zhang", city="上海"), PHONE, "english"),
        (person("肖伟光"), person("肖炜光"), PHONE, "homophone"),
        (person("黄苒丽", school="复旦大学"), person("黄苒莉", school="复旦大学"), {}, "homophone_alone"),
        (person("张国强"), person(None), PHONE, "unnamed"),
        (person("张国强", birth_year=1990), person("张国强", birth_year=1970), FAMILY_PHONE, "contact"),
        (person("张伟", phones=["+8613900000001"]), person("张伟", phones=["+8613700000002"]), {}, "moved"),
        (person("张伟", phones=["+8613900000001"]), person("张伟", phones=["+8613900000001"]), {}, "public"),
        (person("张伟", school="复旦大学"), person("张伟", school="复旦大学"), {}, "namesake"),
        (person("张国强", school="复旦大学"), person("Jack Zhang", school="复旦大学"), {}, "english_alone"),
        (person("张国强", school="复旦大学"), person("张先生", school="复旦大学"), {}, "part_alone"),
    ],
)
def test_a_person_is_asked_a_question_that_fits_the_pair(a: Any, b: Any, shared: dict[int, int], asked: str) -> None:
    comparison = compare(a, b, shared)
    evidence = {field: [level, bits] for field, level, bits in comparison.levels}
    assert question_of(evidence, PairOutcome.REVIEW) == asked
    assert all(QUESTIONS[asked])
    if asked == "moved":
        assert question_of(evidence, PairOutcome.REVIEW, is_public=True) == "public"


def test_a_refused_join_is_asked_about_by_what_stands_against_it() -> None:
    names = {uid: parse_name(name) for uid, name in {"a": "刘林浩", "b": "刘林浩", "c": "刘林海"}.items()}
    for clash, asked in (
        (clash_between(["a"], ["b", "c"], names, {}), "names_clash"),
        (clash_between(["a"], ["b"], names, {"a": 1984, "b": 1990}), "births_clash"),
        (clash_between(["a"], ["b"], names, {"a": 1984, "b": 1985}), "guard"),
    ):
        kind = clash.kind if clash else None
        assert question_of({"name": ["exact", 18.0]}, PairOutcome.MERGE, clash=kind) == asked
    assert clash_between(["a"], ["b", "c"], names, {}) == Clash("names", "a", "c")


def test_likeness_is_said_in_words() -> None:
    words = [likeness(weight) for weight in (12.0, 5.0, 1.0, -7.0)]
    assert words == ["很像", "比较像", "有可能", "不太像"]
