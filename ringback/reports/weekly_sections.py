"""The sections of the weekly report, in one language: what each says, shows and counts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pandas as pd
from scipy.special import betaincinv

from ringback.actions.report import MIN_SOURCE
from ringback.analysis.bars import cause_bars, days_chart
from ringback.analysis.charts import NARROW, WIDE, calibration_plot, funnel, heat_map
from ringback.analysis.fairness import MAX_P
from ringback.analysis.recheck import MATURE_DAYS, MIN_CASES
from ringback.reports.weekly_short import in_short
from ringback.reports.weekly_writer import MIN_CALLS, Writer
from ringback.rules.rounding import rounded_parts
from schemas.words import Cause

CAUSES = (Cause.WRONG_NUMBER, Cause.LOST_INTEREST, Cause.BAD_LUCK, Cause.BAD_HOUR)
MAX_GROUPS = 12
LEAST_P = 0.001
MIN_A_DAY = 5  # calls: the share of fewer says nothing, and stretches the picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs (``text``), points of a list, alarms, pictures and tables.

    A picture is two SVG, for a wide page and for a phone; a table has its header as its first row.
    """

    title: str
    blocks: tuple[tuple[str, object], ...]


def sections_of(writer: Writer) -> list[Section]:
    """Return the report's sections in order."""
    makers = (_in_short, _hours, _missed, _wrong_numbers, _funnel, _experiments, _trust, _fairness, _appendix)
    return [Section(title, tuple(blocks)) for title, blocks in (make(writer) for make in makers) if blocks]


Blocks = list[tuple[str, object]]


def _picture(draw: Callable[..., str], *counted: object, **told: object) -> tuple[str, object]:
    """Return a picture drawn twice: for a wide page, and for a phone."""
    return "svg", (draw(*counted, **told, layout=WIDE), draw(*counted, **told, layout=NARROW))


def _in_short(writer: Writer) -> tuple[str, Blocks]:
    return writer.say("short"), [("point", sentence) for sentence in in_short(writer)]


def _hours(writer: Writer) -> tuple[str, Blocks]:
    report, title = writer.report, writer.say("hours")
    n = int(report.rates["n_calls"].sum())
    blocks = _moved(writer)
    if n < MIN_CALLS:
        blocks.append(("text", writer.say("too_few", n=n, needed=MIN_CALLS)))
    if n:
        told = report.differences[report.differences["n_calls"] > 0].sort_values("n_calls", ascending=False)
        apart = set(told.loc[told["is_usable"].astype(bool), "role_family"])
        drawn = {"apart": apart, "labels": writer.roles, "caption": writer.calls_caption(), "language": writer.language}
        blocks.append(_picture(heat_map, report.rates, **drawn))
        verdict = "verdict_zh" if writer.language == "zh" else "verdict"
        rows = zip(told["role_family"], told["n_calls"], told[verdict], strict=True)
        header = (writer.say("role"), writer.say("n_calls"), writer.say("verdict"))
        blocks.append(("table", [header, *((writer.roles.get(r, r), f"{c:,}", v) for r, c, v in rows)]))
    return title, blocks


def _moved(writer: Writer) -> Blocks:
    """Return what has moved, and what may have."""
    drift = writer.report.drift
    alarms, signs = (drift.alarms_zh, drift.signs_zh) if writer.language == "zh" else (drift.alarms, drift.signs)
    return [*(("alarm", alarm) for alarm in alarms), *(("sign", sign) for sign in signs)]


def _missed(writer: Writer) -> tuple[str, Blocks]:
    report, title = writer.report, writer.say("silent")
    if report.causes_by_role.empty:
        return title, [("text", writer.say("no_calls"))]
    found = report.causes_by_role.groupby("cause")["count"].sum()
    causes = {cause.value: cause.label(writer.language) for cause in CAUSES if found.get(cause.value, 0) > 0}
    counted = writer.say("counted_missed", n=f"{report.n_silent:,}")
    caption = writer.caption(counted, writer.say("left_out_missed"))
    blocks: Blocks = [("text", writer.say("associated"))]
    for key, groups, labels in (
        ("causes_role", report.causes_by_role, writer.roles),
        ("causes_source", report.causes_by_source, {}),
    ):
        shown = _largest(groups)
        told = {"labels": labels, "causes": causes, "caption": caption, "language": writer.language}
        blocks.append(_picture(cause_bars, shown, title=writer.say(key), **told))
    blocks.append(("table", _cause_table(writer, _largest(report.causes_by_role), causes)))
    return title, blocks


def _largest(groups: pd.DataFrame) -> pd.DataFrame:
    sizes = groups.groupby("group")["n_missed"].first().sort_values(ascending=False, kind="stable")
    names = list(sizes.index[sizes > 0][:MAX_GROUPS])
    order = {name: place for place, name in enumerate(names)}
    kept = groups[groups["group"].isin(names)]
    return kept.sort_values("group", key=lambda column: column.map(order), kind="stable", ignore_index=True)


def _cause_table(writer: Writer, groups: pd.DataFrame, causes: Mapping[str, str]) -> list[Sequence[str]]:
    """Return a row a role family and a column a cause: the count with its interval; the bars show the shares."""
    rows: list[Sequence[str]] = [(writer.say("role"), writer.say("missed"), *causes.values())]
    for group, own in groups.groupby("group", sort=False):
        by_cause = own.set_index("cause").reindex(list(causes))
        count, low, high = (by_cause[name].fillna(0.0).to_list() for name in ("count", "low", "high"))
        told = [
            f"{n:,} ({least:,.0f}-{most:,.0f})" for n, least, most in zip(rounded_parts(count), low, high, strict=True)
        ]
        name = str(group)
        rows.append((writer.roles.get(name, name), f"{own['n_missed'].iloc[0]:,.0f}", *told))
    return rows


def _wrong_numbers(writer: Writer) -> tuple[str, Blocks]:
    sources, title = writer.report.wrong_by_source, writer.say("numbers")
    if sources.empty:
        return title, [("text", writer.say("too_few", n=int(writer.report.rates["n_calls"].sum()), needed=MIN_CALLS))]
    header = tuple(writer.say(key) for key in ("source", "people_rung", "confirmed", "estimated"))
    worst_first = sources.sort_values("p_wrong", ascending=False, na_position="last", kind="stable")
    columns = (worst_first[name] for name in ("source", "n", "n_confirmed", "p_wrong"))
    rows = [
        (source, f"{n:,}", f"{found:,} ({found / n:.1%})", "—" if pd.isna(p) else f"{p:.1%}")
        for source, n, found, p in zip(*columns, strict=True)
    ]
    return title, [("text", writer.say("numbers_note", least=MIN_SOURCE)), ("table", [header, *rows])]


def _funnel(writer: Writer) -> tuple[str, Blocks]:
    stages = [(writer.say(name), count) for name, count in writer.report.funnel.items()]
    caption = writer.caption(writer.say("counted_people"), writer.say("left_out_people"))
    title = writer.say("funnel")
    return title, [_picture(funnel, stages, caption=caption, language=writer.language, title=writer.say("stages"))]


def _trust(writer: Writer) -> tuple[str, Blocks]:
    report, blocks = writer.report, list[tuple[str, object]]()
    if not report.model.is_learned:
        blocks.append(("text", writer.say("priors")))
    seen = report.recheck
    if seen.is_enough:
        n = f"{len(seen.p):,}"
        told = {
            "p": f"{seen.mean_p:.1%}",
            "rate": f"{seen.rate:.1%}",
            "error": f"{100 * (seen.calibration_error or 0.0):.1f}",
        }
        blocks.append(("text", writer.say("calibration_text", n=n, **told)))
        since = f"{(report.as_of - timedelta(days=MATURE_DAYS)).astimezone(writer.zone):%Y-%m-%d}"
        caption = writer.caption(writer.say("counted_cases", n=n), writer.say("left_out_cases"), since)
        title = writer.say("calibration", days=MATURE_DAYS)
        told_of = {"caption": caption, "language": writer.language, "title": title}
        blocks.append(_picture(calibration_plot, seen.p, seen.answered, **told_of))
    else:
        blocks.append(("text", writer.say("too_few_cases", n=len(seen.p), needed=MIN_CASES)))
    blocks += _drift(writer)
    return writer.say("trust"), blocks


def _drift(writer: Writer) -> Blocks:
    drift = writer.report.drift
    if drift.n_recent < MIN_CALLS:
        return []
    blocks = _moved(writer) or [("text", writer.say("no_drift"))]
    if not pd.isna(drift.rate_random):
        random, planned = f"{drift.rate_random:.1%}", f"{drift.rate_recommended:.1%}"
        blocks.append(("text", writer.say("holdout", n=drift.n_random, random=random, planned=planned)))
    whole = drift.chart[drift.chart["n_calls"] >= MIN_A_DAY]  # in other zones a day begins with a call or two
    shown = drift.chart if whole.empty else whole
    told = {"n": f"{shown['n_calls'].sum():,}", "least": MIN_A_DAY}
    caption = writer.caption(
        writer.say("counted_days", **told), writer.say("left_out_days", **told), f"{shown['day'].min():%Y-%m-%d}"
    )
    blocks.append(_picture(days_chart, shown, title=writer.say("drift"), caption=caption, language=writer.language))
    return blocks


def _experiments(writer: Writer) -> tuple[str, Blocks]:
    rows, title = writer.report.experiments, writer.say("experiments")
    if not rows:
        return title, [("text", writer.say("no_experiments"))]
    header = tuple(
        writer.say(key) for key in ("experiment", "role", "arm", "n", "successes", "rate", "p_best", "verdict")
    )
    told = [
        (row["experiment"], writer.roles.get(row["role_family"], row["role_family"] or "*"), row["arm"], f"{row['n']:,}",
         f"{row['successes']:,}", *_rate_and_chance(row), row["verdict"])
        for row in rows
    ]  # fmt: skip
    return title, [("text", writer.say("counted_arms")), ("table", [header, *told])]


def _rate_and_chance(row: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is known of an arm: nothing while nobody is counted."""
    if not row["n"]:
        return "—", "—"
    return f"{row['rate']:.1%} ({row['low']:.1%}-{row['high']:.1%})", f"{row['p_best']:.0%}"


def _fairness(writer: Writer) -> tuple[str, Blocks]:
    impact, title = writer.report.impact, writer.say("fair")
    if impact.empty:
        return title, [("text", writer.say("no_groups", n=writer.report.n_with_groups))]
    header = tuple(writer.say(key) for key in ("attribute", "outcome", "group", "n", "rate", "ratio", "flag"))
    rows = [
        (
            writer.say(row["attribute"]),
            writer.say(row["outcome"]),
            row["group"],
            f"{row['n']:,}",
            _with_interval(row["n_selected"], row["n"]),
            f"{row['ratio']:.2f} ({writer.say(_likeness_to_best(row))})",
            writer.say("look" if row["is_flagged"] else "fine"),
        )
        for row in impact.to_dict("records")
    ]
    return title, [("text", writer.say("fair_text")), ("table", [header, *rows])]


def _with_interval(chosen: int, n: int) -> str:
    """Return a share with its 90 % interval (Jeffreys)."""
    low, high = betaincinv(chosen + 0.5, n - chosen + 0.5, (0.05, 0.95))
    return f"{chosen / n:.0%} ({low:.0%}-{high:.0%})"


def _likeness_to_best(row: Mapping[Hashable, Any]) -> str:
    """Return the key of what the difference from the highest group may be."""
    if row["ratio"] == 1:
        return "highest"
    return "hardly_chance" if row["p_value"] < MAX_P else "by_chance"


def _appendix(writer: Writer) -> tuple[str, Blocks]:
    """Return the numbers behind what the sections say in words; no blocks where there are none."""
    impact, title = writer.report.impact, writer.say("appendix")
    compared = impact[impact["ratio"] != 1] if not impact.empty else impact
    if compared.empty:
        return title, []
    header = tuple(writer.say(key) for key in ("attribute", "outcome", "group", "p_value"))
    rows = [
        (writer.say(row["attribute"]), writer.say(row["outcome"]), row["group"], _p(row["p_value"]))
        for row in compared.to_dict("records")
    ]
    return title, [("text", writer.say("appendix_p")), ("table", [header, *rows])]


def _p(value: float) -> str:
    return "<0.001" if value < LEAST_P else f"{value:.3f}"
