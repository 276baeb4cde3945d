"""The weekly report: counted as of an instant, written as one file, promised nothing that is not counted."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from ringback.actions.followup import log_call
from ringback.actions.learn import RatesSummary, nightly
from ringback.actions.models import LIVE, list_models, promote_model, rollback_model
from ringback.actions.report import weekly_report
from ringback.reports.learning import differences_markdown, rates_rows, rates_sentence
from ringback.reports.models import model_lines, model_rows
from ringback.reports.weekly import weekly_html, weekly_markdown, weekly_sentence
from ringback.reports.weekly_file import write_weekly
from ringback.reports.weekly_short import in_short
from ringback.reports.weekly_writer import Writer
from ringback.store.queries.counts import silent_by_cause
from ringback.workspace import Workspace
from schemas.tables import Candidate, ModelVersion
from schemas.words import CallOutcome, Cause, Status
from tests.integration.test_learn import DAY, bring_in, history, person_ids
from tests.standins.homes import add_person, on_both, rows, workspaces


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


@pytest.fixture
def filled(ws: Workspace, now: datetime) -> Workspace:
    people, attempts, events = history(now)
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", attempts, "attempts")
    bring_in(ws, now, "events", events, "events")
    return ws


@on_both
def test_the_report_counts_the_week_and_nothing_later(filled: Workspace, now: datetime) -> None:
    before = weekly_report(filled, as_of=now)
    assert 0 < before.week.n_answered < before.week.n_calls
    assert before.week.n_replies > 0
    assert before.funnel["known"] >= before.funnel["tried"] >= before.funnel["reached"] > 0
    log_call(filled, candidate=person_ids(filled)["R1"], outcome=CallOutcome.ANSWERED, now=now + DAY)
    again = weekly_report(filled, as_of=now)
    assert again.week == before.week
    assert again.funnel == before.funnel
    assert again.rates.equals(before.rates)
    someone = next(c for c in rows(filled, Candidate) if c.status in (Status.NEW, Status.FOLLOW_UP))
    log_call(filled, candidate=someone.candidate_id, outcome=CallOutcome.BOOKED, now=now)
    assert weekly_report(filled, as_of=now).funnel["booked"] == before.funnel["booked"] + 1  # without its time, too


@on_both
def test_who_opted_out_or_was_merged_since_came_in_as_well(ws: Workspace, now: datetime) -> None:
    for n in range(3):
        add_person(ws, f"person-{n}", at=now - DAY, phones=(f"+861390000510{n}",), emails=())
    add_person(ws, "long-known", at=now - 30 * DAY, phones=("+8613900005109",), emails=())
    add_person(ws, "a-duplicate", at=now - DAY, phones=(), emails=(), merged_into="person-1")
    log_call(ws, candidate="person-0", outcome=CallOutcome.OPTED_OUT, now=now - DAY / 2)
    report = weekly_report(ws, as_of=now)
    assert (report.week.n_new, report.before.n_new) == (3, 0)
    assert report.funnel["known"] == 4


def test_what_may_have_moved_is_told_apart_from_what_has(filled: Workspace, now: datetime) -> None:
    report, families = weekly_report(filled, as_of=now), filled.policy.roles.families
    drift = replace(
        report.drift, alarms=("has moved",), alarms_zh=("已变化",), signs=("may move",), signs_zh=("或变化",)
    )
    report = replace(report, drift=drift)
    english, chinese = (weekly_html(report, families=families, language=each) for each in ("en", "zh"))
    assert '<p class="alarm">has moved</p><p class="sign">may move</p>' in english
    assert '<p class="sign">或变化</p>' in chinese
    assert "may move" in weekly_markdown(report, families=families, language="en")
    rates = RatesSummary(100, 0, (), (), signs=("或变化 / may move",))
    told = differences_markdown(rates, roles={})
    assert rates_sentence(rates) not in told  # it is the description, right above
    assert "> ⚑ 或变化 / may move" in told
    assert "ALARM" not in told


def test_days_with_a_call_or_two_stretch_no_picture_and_it_begins_where_it_says(
    filled: Workspace, now: datetime
) -> None:
    report, families = weekly_report(filled, as_of=now), filled.policy.roles.families
    day = pd.Timestamp("2026-11-09")
    chart = pd.DataFrame({"day": [day + pd.Timedelta(days=n) for n in range(3)], "n_calls": [1, 600, 900]}).assign(
        n_answered=[1.0, 60.0, 90.0], expected=0.1, low=0.05, high=[1.0, 0.15, 0.15], is_out=False
    )
    report = replace(report, drift=replace(report.drift, n_recent=1501, chart=chart))
    page = weekly_html(report, families=families, language="en")
    assert ">11-09<" not in page
    assert ">100%<" not in page.partition("Answers day by day")[2]
    assert "Counted: 1,500 calls to people" in page
    assert re.search(r"Since:\s*2026-11-10", re.sub(r"<[^>]+>", " ", page))


def test_the_check_of_groups_speaks_in_words_and_its_figures_stand_in_the_appendix(
    filled: Workspace, now: datetime
) -> None:
    report, families = weekly_report(filled, as_of=now), filled.policy.roles.families
    told = {"attribute": "gender", "outcome": "first_half", "n": 400, "is_flagged": False}
    groups = [("a", 1.0, 1.0), ("b", 0.7, 0.00001), ("c", 0.95, 0.4)]
    impact = pd.DataFrame(
        [told | {"group": g, "n_selected": 200, "rate": 0.5, "ratio": r, "p_value": p} for g, r, p in groups]
    )
    page = weekly_markdown(replace(report, impact=impact), families=families, language="en")
    body, appendix = page.split("## Appendix")
    assert "p=" not in body
    assert "0.70 (hardly chance)" in body
    assert "0.95 (may be chance)" in body
    assert "1.00 (the highest)" in body
    assert "<0.001" in appendix.replace("&lt;", "<").replace("\\<", "<")
    assert "0.400" in appendix
    plain = replace(report, impact=impact.iloc[:0])
    assert "Appendix" not in weekly_markdown(plain, families=families, language="en")


def test_the_week_is_told_in_one_sentence_in_both_languages(filled: Workspace, now: datetime) -> None:
    report = weekly_report(filled, as_of=now)
    one = replace(report, week=replace(report.week, n_calls=1, n_answered=0, n_sent=2, n_replies=1))
    assert weekly_sentence(one).endswith("发出消息 2 条，收到回复 1 条 / 1 call, 0 answered; 2 messages, 1 reply")


def test_it_is_said_until_when_messages_count(filled: Workspace, now: datetime) -> None:
    page = weekly_html(weekly_report(filled, as_of=now), families=filled.policy.roles.families, language="en")
    assert f"until {now.astimezone(ZoneInfo('Asia/Shanghai')):%m-%d %H:%M}; later ones are not in it" in re.sub(
        "<[^>]+>", "", page
    )


def test_that_nothing_is_to_be_watched_is_said_where_it_was_looked_for() -> None:
    calm = RatesSummary(900, 0, (), (), n_recent=200)
    assert rates_sentence(calm) == (
        "接通率来自 900 通电话，近两周打给未接通过的人 200 通与此前相符，无需留意 / answer rates from 900 calls, "
        "nothing to watch in the 200 of the last two weeks to people who had not answered before"
    )
    assert "too few in the last two weeks (199 to people" in rates_sentence(replace(calm, n_recent=199))
    assert "nothing to watch" not in rates_sentence(replace(calm, alarms=("变 / moved",)))
    assert "nothing to watch" not in rates_sentence(replace(calm, signs=("或变 / may move",)))


def test_every_page_counts_the_calls_of_the_table_alike(ws: Workspace, now: datetime) -> None:
    """A call that stands twice in the log, those without an end, at night and to wrong numbers are in no rate, and named."""
    people, attempts, _ = history(now)
    calls = [row for row in attempts if "channel" not in row and row["started_at_utc"] <= now.isoformat()]
    twice, endless = calls[0] | {"event_id": "twice"}, calls[1] | {"event_id": "endless", "disposition": "UNKNOWN"}
    endless["started_at_utc"] = (datetime.fromisoformat(endless["started_at_utc"]) - timedelta(hours=2)).isoformat()
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", [*attempts, twice, endless], "attempts")
    night, report = nightly(ws, as_of=now).rates, weekly_report(ws, as_of=now)
    english, families = rates_sentence(night).split(" / ")[1], ws.policy.roles.families
    page = weekly_html(report, families=families, language="en")
    n = int(report.rates["n_calls"].sum())
    assert n == int(report.differences["n_calls"].sum()) == night.n_calls
    assert f"answer rates from {n} calls (left out: 1 logged twice, 1 without an end" in english
    assert f"outgoing calls with a known end, {n} in all" in page
    assert min(night.n_wrong, night.n_outside) > 0
    assert night.n_outside == report.calls.n_outside
    left_out = night.n_duplicates + night.n_wrong + night.n_unknown + night.n_outside
    assert n + left_out == len(calls) + 2
    metrics = next(row.metrics for row in list_models_of(ws) if row.kind == "answer_rates")
    assert metrics["n_calls"] == n


def test_hours_that_are_not_told_apart_say_so_in_the_table() -> None:
    hour = {"weekday": 0, "hour": 9, "n_calls": 1, "n_answered": 0, "rate": 0.2, "low": 0.1, "high": 0.3}
    rates = [hour | {"role_family": "sales", "note": "few"}, hour | {"role_family": "finance", "note": None}]
    alike = "各时段尚看不出差别 / hours not told apart"
    told = (((), [f"{alike}; few", alike], "— (10%-30%)"), (("sales", "finance"), ["few", ""], "20% (10%-30%)"))
    for usable, notes, rate in told:
        differences = [{"role_family": role, "is_usable": role in usable} for role in ("sales", "finance")]
        shown = rates_rows(rates, differences, roles={})
        assert [row["note"] for row in shown] == notes
        assert {row["rate"] for row in shown} == {rate}


def list_models_of(ws: Workspace) -> list[ModelVersion]:
    with ws.reading() as session:
        return list_models(session, None)


def test_no_hour_is_blamed_before_hours_are_told_apart(filled: Workspace, now: datetime) -> None:
    nightly(filled, as_of=now)
    report, families = weekly_report(filled, as_of=now), filled.policy.roles.families
    assert not report.differences["is_usable"].any()
    with filled.reading() as session:
        assert Cause.BAD_HOUR not in silent_by_cause(session)
    counts = report.causes_by_role.groupby("cause")["count"].sum()
    assert counts[Cause.BAD_HOUR.value] == pytest.approx(0)
    english, chinese = (weekly_html(report, families=families, language=each) for each in ("en", "zh"))
    assert "no poor hour known" in english
    assert Cause.BAD_HOUR.en not in english
    assert Cause.BAD_HOUR.zh not in chinese
    hours = english.split("When people answer")[1].split("</section>")[0]
    assert "%</text>" not in hours  # counts only: no rate of an hour, and no colour
    assert "Chance that" not in hours
    assert "n=" in hours


def test_missed_calls_by_cause_add_up_in_every_row(filled: Workspace, now: datetime) -> None:
    report, families = weekly_report(filled, as_of=now), filled.policy.roles.families
    thirds = report.causes_by_role.assign(
        count=lambda d: d["n_missed"].to_numpy() * ([0.34, 0.33, 0.33, 0.0] * len(d))[: len(d)]
    )
    page = weekly_html(replace(report, causes_by_role=thirds), families=families, language="en")
    rows_told = re.findall(r"<tr>(.*?)</tr>", page, flags=re.DOTALL)
    counts = [
        [int(cell.replace(",", "")) for cell in re.findall(r">([\d,]+)(?: \([\d,]+-[\d,]+\))?</t[dh]>", row)]
        for row in rows_told
        if row.count("-") >= 3 and row.count("(") == 3  # no hour is known to be poor, so none has that cause
    ]
    assert counts
    assert all(cells[0] == sum(cells[1:]) for cells in counts)


def widths(page: str, kind: str) -> list[float]:
    return [float(width) for width in re.findall(rf"<figure class=\"{kind}\"><svg [^>]*viewBox='0 0 (\d+) ", page)]


def test_every_picture_is_drawn_for_a_phone_too(filled: Workspace, now: datetime) -> None:
    report, families = weekly_report(filled, as_of=now), filled.policy.roles.families
    page = weekly_html(report, families=families, language="en")
    wide, narrow = widths(page, "wide"), widths(page, "narrow")
    assert len(wide) == len(narrow) > 2
    assert max(narrow) <= 402 < min(wide)  # a phone of 390 points shows letters of 11 as 10 and more
    for svg in re.findall(r"<figure class=\"narrow\">(<svg.*?</svg>)", page, flags=re.DOTALL):
        assert min(map(int, re.findall(r"font-size='(\d+)'", svg))) >= 9
    shown = re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", weekly_markdown(report, families=families))
    drawn = [float(re.search(r"viewBox='0 0 (\d+) ", base64.b64decode(one).decode())[1]) for one in shown]  # type: ignore[index]
    assert max(drawn) <= 402


def test_one_file_a_week_and_language_that_loads_nothing(filled: Workspace, now: datetime) -> None:
    made = weekly_report(filled, as_of=now)
    files = {language: write_weekly(filled, made, language=language) for language in ("zh", "en")}  # type: ignore[arg-type]
    again = write_weekly(filled, made, language="zh")
    assert again == files["zh"]
    assert sorted(p.name for p in again.parent.iterdir()) == sorted(p.name for p in files.values())
    for page in (path.read_text(encoding="utf-8") for path in files.values()):
        assert not re.search(r"<script|<link|<img|src=|@import|url\(", page)
        assert page.count("<svg") >= 2
        assert "139000" not in page
        assert f"<b>{made.week.n_calls:,}</b>" in page
    assert "Counted:" in files["en"].read_text(encoding="utf-8")
    assert "统计：" in files["zh"].read_text(encoding="utf-8")
    assert "；起始：20" in files["zh"].read_text(encoding="utf-8")
    until = f"{made.as_of.astimezone(ZoneInfo('Asia/Shanghai')):%m-%d %H:%M}"
    assert f'<span class="whole">{until}</span>' in files["en"].read_text(
        encoding="utf-8"
    )  # no line ends within a date


def test_in_short_a_change_is_named_only_where_the_counts_bear_it(filled: Workspace, now: datetime) -> None:
    made = weekly_report(filled, as_of=now)

    def said(answered: int, calls: int) -> str:
        week = replace(made.week, n_calls=calls, n_answered=answered)
        before = replace(made.before, n_calls=400, n_answered=80)
        writer = Writer(replace(made, week=week, before=before), filled.policy.roles.families, "en", "Asia/Shanghai")
        return next(in_short(writer))

    assert said(84, 400) == "400 calls, 84 answered (21%): no clear change from 20% the week before."
    assert said(120, 400) == "400 calls, 120 answered (30%): clearly more than 20% the week before."
    assert said(40, 400) == "400 calls, 40 answered (10%): clearly fewer than 20% the week before."
    assert said(8, 20) == "20 calls, 8 answered (40%)."


def test_in_short_names_the_hours_the_worst_source_and_who_waits(filled: Workspace, now: datetime) -> None:
    made = weekly_report(filled, as_of=now)
    roles = ["sales", "finance"]
    differences = made.differences[made.differences["role_family"].isin(roles)].assign(
        n_calls=900, best_rate=[0.3, 0.4], median_rate=[0.2, 0.2], best_part="weekdays 18-20", is_usable=True
    )
    sources = pd.DataFrame({"source": ["a", "b", "c"], "n": [500, 500, 20], "p_wrong": [0.04, 0.18, 0.5]})
    funnel = {**made.funnel, "known": 1000, "tried": 400}
    changed = replace(made, differences=differences, wrong_by_source=sources, funnel=funnel)
    for language, words in (
        ("en", ("first: about 18% are wrong, against 4%", "Of 1,000 people in the pool 600 have not been tried")),
        ("zh", ("来自 b 的号码：约 18% 有误", "人才库 1,000 人中还有 600 人")),
    ):
        told = list(in_short(Writer(changed, filled.policy.roles.families, language, "Asia/Shanghai")))  # type: ignore[arg-type]
        assert all(any(word in sentence for sentence in told) for word in words), told
    hours = [s for s in told if s.startswith("值得等到")]
    gains = [float(m) for m in re.findall(r"(\d+)%（平时", "".join(hours))]
    assert gains == [40.0, 30.0]
    assert len(hours) == differences["best_part_zh"].nunique()
    even = replace(
        changed, differences=differences.assign(is_usable=False), wrong_by_source=sources.assign(p_wrong=0.1)
    )
    told = list(in_short(Writer(even, filled.policy.roles.families, "en", "Asia/Shanghai")))
    assert any(s.startswith("No role family answers so much more") for s in told)
    assert not any(s.startswith("Check numbers") for s in told)
    few = replace(even, differences=even.differences.assign(n_calls=30))
    told = list(in_short(Writer(few, filled.policy.roles.families, "en", "Asia/Shanghai")))
    assert any(s.startswith("Too few calls so far (60 of at least 200)") for s in told)


def test_in_short_the_shares_of_missed_calls_add_up(filled: Workspace, now: datetime) -> None:
    told = list(in_short(Writer(weekly_report(filled, as_of=now), filled.policy.roles.families, "en", "Asia/Shanghai")))
    shares = next(re.findall(r"(\d+)%", s) for s in told if "missed calls" in s)
    assert len(shares) == 3  # no hour is known to be poor
    assert sum(map(int, shares)) == 100


def test_a_report_without_any_call_says_so(ws: Workspace, now: datetime) -> None:
    made = weekly_report(ws, as_of=now)
    families = ws.policy.roles.families
    assert "no calls yet" in weekly_html(made, families=families, language="en")
    page = weekly_markdown(made, families=families)
    assert "没有通话记录" in page
    assert "<svg" not in page  # the Prefect UI would show its words only
    [shown] = re.findall(r"!\[各阶段人数\]\(data:image/svg\+xml;base64,([\w+/=]+)\)", page)
    assert base64.b64decode(shown).startswith(b"<svg")


def test_the_register_is_told_in_lines_with_whole_versions(filled: Workspace, now: datetime) -> None:
    nightly(filled, as_of=now - DAY)
    nightly(filled, as_of=now)
    with filled.reading() as session:
        newest, *_ = versions = [row.version for row in list_models(session, "answer_rates")]
    promote_model(filled, "answer_rates", now=now, actor="ann", version=versions[-1], reason="as it was")
    with filled.reading() as session:
        lines = list(model_lines(model_rows(list_models(session, "answer_rates"), with_metrics=False)))
    assert [line for line in lines if not line.startswith(" ")] == [
        f"{newest}  retired",
        f"{versions[-1]}  live (pinned)",
    ]
    assert "    ann: as it was" in lines
    assert any(line.startswith("    n_calls ") for line in lines)


def test_a_model_that_is_rolled_back_stays_so_until_the_newest_is_promoted(filled: Workspace, now: datetime) -> None:
    nightly(filled, as_of=now)
    first = version(filled)
    nightly(filled, as_of=now + timedelta(days=1))
    second = version(filled)
    assert second != first
    assert rollback_model(filled, "lost_contact", now=now + DAY, actor="a", reason="odd") == first
    nightly(filled, as_of=now + timedelta(days=2))
    assert version(filled) == first
    newest = promote_model(filled, "lost_contact", now=now + 2 * DAY, actor="a", version=None, reason="")
    assert newest not in (first, second)
    assert version(filled) == newest


def version(ws: Workspace) -> str:
    with ws.reading() as session:
        return next(row.version for row in list_models(session, "lost_contact") if row.standing == LIVE)


def test_a_groups_rate_has_its_interval(filled: Workspace, now: datetime) -> None:
    row = {
        "attribute": "age",
        "outcome": "first_half",
        "group": "40+",
        "n": 100,
        "n_selected": 50,
        "rate": 0.5,
        "ratio": 1.0,
        "p_value": 1.0,
        "is_flagged": False,
    }
    made = replace(weekly_report(filled, as_of=now), impact=pd.DataFrame([row]))
    assert "50% (42%-58%)" in weekly_html(made, families=filled.policy.roles.families, language="en")
