"""What a night learned and planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from ringback.actions.learn import NightlySummary, RatesSummary, ScoresSummary
from ringback.actions.plan import PlanSummary
from ringback.analysis.drift import MIN_CALLS
from ringback.reports.counting import counted
from ringback.reports.experiments import review_said
from ringback.reports.markdown import points, quoted, table
from schemas.words import Cause, Status

WEEKDAYS = ("周一 / Mon", "周二 / Tue", "周三 / Wed", "周四 / Thu", "周五 / Fri", "周六 / Sat", "周日 / Sun")


def nightly_sentence(summary: NightlySummary) -> str:
    """Return one night in one sentence, in both languages."""
    said = [_rates_said(summary.rates), _scores_said(summary.scores), _plan_said(summary.plan)]
    if summary.experiments.experiments:
        said.append(review_said(summary.experiments))
    return f"{'；'.join(zh for zh, _ in said)} / {'; '.join(en for _, en in said)}"


def rates_sentence(rates: RatesSummary) -> str:
    """Return what the answer rates rest on."""
    return " / ".join(_rates_said(rates))


def _rates_said(rates: RatesSummary) -> tuple[str, str]:
    zh, en = f"接通率来自 {rates.n_calls} 通电话", f"answer rates from {rates.n_calls} calls"
    left_out_zh, left_out = _left_out(rates)
    zh, en = f"{zh}{left_out_zh}", f"{en}{left_out}"
    if rates.alarms:
        zh, en = f"{zh}，警报 {len(rates.alarms)} 条", f"{en}, ALARM: {'; '.join(rates.alarms)}"
    elif rates.signs:
        zh, en = f"{zh}，留意 {len(rates.signs)} 条", f"{en}, to watch: {'; '.join(rates.signs)}"
    elif rates.n_recent < MIN_CALLS:
        zh = f"{zh}，近两周打给未接通过的人仅 {rates.n_recent} 通，尚看不出变化"
        en = f"{en}, too few in the last two weeks ({rates.n_recent} to people who had not answered before) to see a change"
    else:
        zh = f"{zh}，近两周打给未接通过的人 {rates.n_recent} 通与此前相符，无需留意"
        en = f"{en}, nothing to watch in the {rates.n_recent} of the last two weeks to people who had not answered before"
    return zh, en


def _left_out(rates: RatesSummary) -> tuple[str, str]:
    """Return in brackets what of the log is not in the table, or nothing."""
    kinds = (
        (rates.n_duplicates, "重复", "logged twice"),
        (rates.n_unknown, "没有结果", "without an end"),
        (rates.n_wrong, "号码错误", "wrong numbers"),
        (rates.n_outside, "拨打时段以外", "outside the call hours"),
    )
    told = [(f"{zh} {n} 通", f"{n} {en}") for n, zh, en in kinds if n]
    if not told:
        return "", ""
    return f"（未计入：{'、'.join(zh for zh, _ in told)}）", f" (left out: {', '.join(en for _, en in told)})"


def memory_sentence(rates: RatesSummary) -> str:
    """Return what is done about an alarm, in words."""
    zh, en = (
        f"改用 {rates.half_life_days:g} 天的记忆重新学习",
        f"rates are learned with a memory of {rates.half_life_days:g} days",
    )
    if rates.moved_hours:
        later = rates.moved_hours > 0
        zh += f"，此前的通话按{'晚' if later else '早'} {abs(rates.moved_hours):g} 小时计入"
        en += f", older calls count {abs(rates.moved_hours):g} h {'later' if later else 'earlier'}"
    if rates.is_spread:
        zh, en = "暂时分散到全天拨打", "calls are spread over the day"
    return f"{zh}；请核对名单与拨打时间 / {en}; please check what has changed"


def scores_sentence(scores: ScoresSummary) -> str:
    """Return how the pool was scored."""
    return " / ".join(_scores_said(scores))


def _scores_said(scores: ScoresSummary) -> tuple[str, str]:
    """Say how the pool was scored; which version of the model it was stands in ``--json`` and in ``ringback models list``."""
    badge_zh, badge = (
        ("", "")
        if scores.is_learned
        else ("（数据还少，先用预设值）", " (by preset values: too little has happened yet to learn from)")
    )
    return (
        f"{scores.n_candidates} 位候选人已评分{badge_zh}，{scores.n_windows} 个时段",
        f"{scores.n_candidates} candidates scored{badge}, {scores.n_windows} windows",
    )


def plan_sentence(plan: PlanSummary) -> str:
    """Return what the plan decided."""
    return " / ".join(_plan_said(plan))


def _plan_said(plan: PlanSummary) -> tuple[str, str]:
    zh = [
        f"新电话提醒 {plan.n_reminders_new} 条，改期 {plan.n_reminders_moved} 条",
        f"计划消息 {plan.n_messages_planned} 条",
    ]
    en = [
        f"{counted(plan.n_reminders_new, 'call reminder')} new, {plan.n_reminders_moved} moved",
        f"{counted(plan.n_messages_planned, 'message')} planned",
    ]
    if plan.n_messages_unreachable:
        zh.append(f"{plan.n_messages_unreachable} 位没有可用的联系方式")
        en.append(f"{plan.n_messages_unreachable} without a usable address")
    if plan.n_given_up:
        zh.append(f"标记失联 {plan.n_given_up} 位")
        en.append(f"{plan.n_given_up} given up")
    return "，".join(zh), ", ".join(en)


def differences_markdown(rates: RatesSummary, *, roles: Mapping[str, str]) -> str:
    """Return, for each role family, which part of the day is best and whether that can be trusted; ``roles`` labels them.

    What the rates rest on is the page's description, which stands above it. A list wraps on a narrow page, where a table is
    cut off before the verdict.
    """
    lines = ["# 什么时候接电话 / When people answer", ""]
    told = [*rates.warnings, *(f"⚠ {alarm}" for alarm in rates.alarms)]
    told += [memory_sentence(rates)] if rates.alarms else []
    lines += [quoted([*told, *(f"⚑ {sign}" for sign in rates.signs)])]
    items = [
        f"**{roles.get(d['role_family'], d['role_family'])}** · {d['n_calls']} 通 / calls — {d['verdict_zh']} / {d['verdict']}"
        for d in rates.differences
    ]
    return "\n".join([*lines, "", points(items)])


ALIKE = "各时段尚看不出差别 / hours not told apart"


def rates_rows(
    rates: Sequence[dict[str, Any]], differences: Sequence[dict[str, Any]], *, roles: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the answer rates as rows of a table artifact: a rate never without its count and interval; ``roles`` labels them.

    Where ``differences`` (of :class:`RatesSummary`) know of no usable one, no hour has a rate of its own, only the interval, and
    its note says so first.
    """
    apart = {row["role_family"] for row in differences if row["is_usable"]}
    return [
        {
            "role": roles.get(row["role_family"], row["role_family"]),
            "weekday": WEEKDAYS[row["weekday"]],
            "hour": f"{row['hour']:02d}:00",
            "calls": row["n_calls"],
            "answered": row["n_answered"],
            "rate": f"{row['rate']:.0%} ({row['low']:.0%}-{row['high']:.0%})"
            if row["role_family"] in apart
            else f"— ({row['low']:.0%}-{row['high']:.0%})",
            "note": "; ".join([ALIKE] * (row["role_family"] not in apart) + [row["note"]] * bool(row["note"])),
        }
        for row in rates
    ]


def nightly_markdown(
    summary: NightlySummary, *, statuses: Mapping[Status, int], causes: Mapping[Cause, int], timezone: str
) -> str:
    """Return the night on one page: what was learned, where everybody stands, why people are silent, what is planned.

    Its moment is told on the clock of the office (``timezone``).
    """
    lines = [
        f"# 夜间计划 / The night's plan ({summary.as_of.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M})",
        "",
        points([rates_sentence(summary.rates), scores_sentence(summary.scores), plan_sentence(summary.plan)]),
        "",
        "## 人才库 / The pool",
        "",
        table(("状态 / status", "人数 / people"), [(status.both, n) for status, n in statuses.items()]),
    ]
    if causes:
        lines += [
            "",
            "## 为什么没联系上 / Why people are silent",
            "",
            table(
                ("最可能的原因 / likeliest cause", "人数 / people"), [(cause.both, n) for cause, n in causes.items()]
            ),
            "",
            "每人一句话和依据见导出 causes / one sentence with its evidence for each: `ringback export causes`.",
        ]
    return "\n".join(lines)
