"""How right and how quick the pool is, measured in one run; with ``--splink`` beside splink on the same records.

    python bench/identity.py 10000 50000            # people; records are about 1.8 times as many
    python bench/identity.py 10000 --text --splink
    python bench/identity.py 550000                 # a million records: 20 minutes, 2 GB of disk

Wall times depend on the machine and who else uses it; the ratios (cost per record against the smallest pool, against
splink) and the quality figures do not.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from ringback.actions.import_candidates import import_candidates, store_rows
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported import RowMapping
from ringback.identity.training.people import invent_records
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Membership, PairEdge, SourceRecord
from schemas.words import ReviewState

NOW = datetime(2026, 11, 1, tzinfo=UTC)
TRUTH = ("person_id", "trap")
Records = list[dict[str, Any]]


def main() -> None:
    arguments = _arguments()
    base = None
    for n_people in arguments.people:
        records = invent_records(n_people, seed=arguments.seed, with_text=arguments.text)
        held_back = max(200, min(1_200, len(records) // 20))
        with tempfile.TemporaryDirectory() as folder:
            ws = open_workspace(Settings(home=Path(folder) / "home", database_url=arguments.database))
            figures = {"people": n_people, "records": len(records)}
            figures |= measure_import(ws, records[held_back:], Path(folder))
            figures |= measure_increments(ws, records[:held_back])
            figures |= measure_quality(ws, records)
            ws.engine.dispose()
        base = base or figures["import_ms_a_record"]
        figures["cost_a_record_against_smallest"] = round(figures["import_ms_a_record"] / base, 2)
        if arguments.splink:
            figures |= measure_splink(records, figures)
        print(json.dumps(figures))


def measure_import(ws: Workspace, records: Records, folder: Path) -> dict[str, Any]:
    path = folder / "pool.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(_without_truth(record), ensure_ascii=False) + "\n")
    started, cpu = time.monotonic(), time.process_time()
    import_candidates(ws, path, now=NOW)
    seconds = time.monotonic() - started
    return {
        "import_seconds": round(seconds, 1),
        "import_cpu_seconds": round(time.process_time() - cpu, 1),
        "import_ms_a_record": round(seconds / len(records) * 1000, 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def measure_increments(ws: Workspace, records: Records) -> dict[str, Any]:
    """Resolve one record at a time, then the rest at once; inserting the rows is not counted, resolving is."""
    singles, rest = records[:100], records[100:]
    seconds = [_resolved_in(ws, [record]) for record in singles]
    batch = _resolved_in(ws, rest)
    return {
        "one_record_ms_median": round(statistics.median(seconds) * 1000, 1),
        "one_record_ms_p95": round(statistics.quantiles(seconds, n=20)[-1] * 1000, 1),
        f"batch_of_{len(rest)}_seconds": round(batch, 2),
    }


def _resolved_in(ws: Workspace, records: Records) -> float:
    rows = ((number, _without_truth(record)) for number, record in enumerate(records))
    list(store_rows(ws, rows, mapping=RowMapping(), now=NOW))
    started = time.monotonic()
    resolve_pending(ws, now=NOW)
    return time.monotonic() - started


def measure_quality(ws: Workspace, records: Records) -> dict[str, Any]:
    truth = {record["record_id"]: record["person_id"] for record in records}
    trap = {record["record_id"]: record["trap"] for record in records}
    with ws.reading() as session:
        rows = session.execute(
            select(SourceRecord.record_id, Membership.candidate_id).join(
                Membership, Membership.source_record_id == SourceRecord.id
            )
        )
        found = dict(rows.tuples().all())
        names = dict(session.execute(select(SourceRecord.id, SourceRecord.record_id)).tuples().all())
        is_open = PairEdge.review_state == ReviewState.OPEN
        pairs = [(names[a], names[b]) for a, b in session.execute(select(PairEdge.a_id, PairEdge.b_id).where(is_open))]
        n_edges = session.scalar(select(func.count()).select_from(PairEdge))
    figures = agreement(found, truth)
    right = [pair for pair in pairs if truth[pair[0]] == truth[pair[1]]]
    reviewed = _joined(found, right)
    people_of = Counter(person for person, _ in {(found[record], truth[record]) for record in truth})
    wrong = Counter(trap[record] or "none" for record in truth if people_of[found[record]] > 1)
    return figures | {
        "reviews_a_1000_records": round(len(pairs) / len(truth) * 1000, 1),
        "review_precision": round(len(right) / max(1, len(pairs)), 3),
        "recall_after_review": agreement(reviewed, truth)["recall"],
        "records_in_wrong_people_by_trap": dict(wrong),
        "edges_a_record": round((n_edges or 0) / len(truth), 2),
    }


def agreement(found: dict[str, str], truth: dict[str, str]) -> dict[str, float]:
    """Return pair precision and recall, and B-cubed precision, recall and F."""
    of_found, of_truth = Counter(found.values()), Counter(truth.values())
    both = Counter((found[record], truth[record]) for record in truth)
    right = _pairs(both)
    b_precision = sum(n * n / of_found[person] for (person, _), n in both.items()) / len(truth)
    b_recall = sum(n * n / of_truth[person] for (_, person), n in both.items()) / len(truth)
    return {
        "precision": round(right / max(1, _pairs(of_found)), 5),
        "recall": round(right / max(1, _pairs(of_truth)), 4),
        "b_cubed_precision": round(b_precision, 5),
        "b_cubed_f": round(2 * b_precision * b_recall / (b_precision + b_recall), 4),
    }


def _pairs(groups: Counter[Any]) -> int:
    return sum(n * (n - 1) // 2 for n in groups.values())


def _joined(found: dict[str, str], pairs: list[tuple[str, str]]) -> dict[str, str]:
    root = {person: person for person in found.values()}

    def find(person: str) -> str:
        while root[person] != person:
            person = root[person]
        return person

    for a, b in pairs:
        root[find(found[a])] = find(found[b])
    return {record: find(person) for record, person in found.items()}


def measure_splink(records: Records, ours: dict[str, Any]) -> dict[str, Any]:
    from ringback.identity.training.splink_model import cluster_records

    started = time.monotonic()
    clusters = cluster_records(records)
    seconds = time.monotonic() - started
    theirs = {
        f"splink_{weight}": agreement(found, {record["record_id"]: record["person_id"] for record in records})
        for weight, found in clusters.items()
    }
    return theirs | {
        "splink_seconds": round(seconds, 1),
        "import_seconds_against_splink": round(ours["import_seconds"] / seconds, 2),
    }


def _without_truth(record: dict[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in record.items() if column not in TRUTH}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=int, nargs="*", default=[10_000])
    parser.add_argument("--seed", type=int, default=20_261_101)
    parser.add_argument("--text", action="store_true", help="records carry resume text")
    parser.add_argument("--splink", action="store_true", help="also run splink (development requirement)")
    parser.add_argument("--database", help="an empty PostgreSQL database instead of SQLite")
    return parser.parse_args()


if __name__ == "__main__":
    main()
