"""How right and how quick the pool is: growth with size, and Splink beside it on the same records, measured in one run.

    python bench/identity.py                        # 10 000 and 100 000 records, some minutes
    python bench/identity.py 5600 56000 560000      # up to a million records: an hour, 3 GB of disk, 8 GB of memory
    python bench/identity.py 10000 --text           # records carry resume text
    python bench/identity.py 56000 --database postgresql://ringback:...@localhost/empty

Arguments are people; records are about 1.8 times as many. One JSON line a size with all figures, then the ratios: what a
record costs against the smallest pool, and our time, memory and recall against Splink's. Each side runs in a process of
its own, so that memory is its own. Processor seconds bear a busy machine, wall seconds do not; those of a PostgreSQL server
are not counted. Only an empty database can be named, so one size a run.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from ringback.actions.import_candidates import import_candidates, store_rows
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported_columns import RowMapping
from ringback.identity.training.records import invent_records
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Membership, PairEdge, SourceRecord
from schemas.words import ReviewState

NOW = datetime(2026, 11, 1, tzinfo=UTC)
TRUTH = ("person_id", "trap")
SPLINK_WEIGHTS = (6.0, 12.0, 16.0, 18.0, 20.0)
Records = list[dict[str, Any]]


def main() -> None:
    arguments = _arguments()
    sizes = [measure(n_people, arguments) for n_people in arguments.people]
    for figures in sizes:
        print(json.dumps(ratios(figures, sizes[0])))


def measure(n_people: int, arguments: argparse.Namespace) -> dict[str, Any]:
    """Print and return all figures of one size."""
    records = invent_records(n_people, seed=arguments.seed, with_text=arguments.text)
    held_back, pool = _split(records)
    figures: dict[str, Any] = {"people": n_people, "records": len(records)}
    with tempfile.TemporaryDirectory() as folder:
        write_rows(Path(folder) / "pool.jsonl", [_without_truth(record) for record in pool])
        write_rows(Path(folder) / "all.jsonl", records)
        settings = Settings(home=Path(folder) / "home", database_url=arguments.database)
        figures |= apart(measure_pool, settings, Path(folder) / "pool.jsonl", held_back)
        ws = open_workspace(settings)
        figures |= measure_quality(ws, records)
        ws.engine.dispose()
        if arguments.splink and len(records) <= arguments.splink_up_to:
            figures |= apart(measure_splink, Path(folder) / "all.jsonl")
    print(json.dumps(figures), flush=True)
    return figures


def _split(records: Records) -> tuple[dict[str, Records], Records]:
    """Return the records that come later (one by one, a thousand, a thousand of people already there, the rest) and the pool."""
    n_joining = min(1_000, len(records) // 20)
    n_others = min(11_100, len(records) // 10)
    others, pool = records[:n_others], records[n_others:]
    seen: set[str] = set()
    joining: set[str] = set()
    for record in pool:
        if len(joining) < n_joining and record["person_id"] in seen:
            joining.add(record["record_id"])
        seen.add(record["person_id"])
    held_back = {
        "one": others[:100],
        "thousand": others[100:1_100],
        "rest": others[1_100:],
        "joining": [record for record in pool if record["record_id"] in joining],
    }
    return held_back, [record for record in pool if record["record_id"] not in joining]


def write_rows(path: Path, rows: Records) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def apart(function: Callable[..., dict[str, Any]], *arguments: Any) -> dict[str, Any]:
    """Return what the function returns in a new process: nothing of ours in its memory, nothing of its memory in ours."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(function, *arguments).result()


def peak_mb() -> int:
    """Return the most memory that this process had; ``getrusage`` would tell that of the parent, if it was larger."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) // 1024


def ratios(figures: dict[str, Any], smallest: dict[str, Any]) -> dict[str, Any]:
    """Return what a record costs against the smallest pool, and how we compare with Splink on the same records."""
    found: dict[str, Any] = {"ratios_at_records": figures["records"]}
    for cost in ("import_cpu_ms_a_record", "one_record_cpu_ms_median", "thousand_cpu_ms_a_record"):
        found[f"{cost}_against_smallest"] = round(figures[cost] / smallest[cost], 2)
    if "splink_cpu_seconds" in figures:
        found["cpu_against_splink"] = round(figures["import_cpu_seconds"] / figures["splink_cpu_seconds"], 2)
        found["seconds_against_splink"] = round(figures["import_seconds"] / figures["splink_seconds"], 2)
        found["memory_against_splink"] = round(figures["import_peak_mb"] / figures["splink_peak_mb"], 2)
        fair = _at_our_precision(figures)
        found["splink_weight_at_our_precision"] = fair
        if fair is not None:
            found["recall_against_splink"] = round(figures["recall"] / figures["splink"][fair]["recall"], 3)
    return found


def _at_our_precision(figures: dict[str, Any]) -> str | None:
    """Return the lowest Splink threshold that is as precise as we are; None if none is."""
    precise = [w for w, theirs in figures["splink"].items() if theirs["precision"] >= figures["precision"]]
    return min(precise, key=float, default=None)


def measure_pool(settings: Settings, path: Path, held_back: dict[str, Records]) -> dict[str, Any]:
    """Import the pool, then let the rest come as it would."""
    ws = open_workspace(settings)
    started, cpu = time.monotonic(), time.process_time()
    summary = import_candidates(ws, path, now=NOW)
    seconds, cpu_seconds = time.monotonic() - started, time.process_time() - cpu
    figures = {
        "import_seconds": round(seconds, 1),
        "import_cpu_seconds": round(cpu_seconds, 1),
        "import_cpu_ms_a_record": round(cpu_seconds / summary.rows * 1000, 3),
        "import_peak_mb": peak_mb(),
    }
    return figures | measure_increments(ws, held_back)


def measure_increments(ws: Workspace, held_back: dict[str, Records]) -> dict[str, Any]:
    """Resolve one record at a time, then batches; inserting the rows is not counted, resolving is."""
    one = [_resolved_in(ws, [record]) for record in held_back["one"]]
    found = {
        "one_record_ms_median": round(statistics.median(wall for wall, _ in one) * 1000, 1),
        "one_record_ms_p95": round(statistics.quantiles([wall for wall, _ in one], n=20)[-1] * 1000, 1),
        "one_record_cpu_ms_median": round(statistics.median(cpu for _, cpu in one) * 1000, 1),
    }
    for name in ("thousand", "joining", "rest"):
        if batch := held_back[name]:
            wall, cpu = _resolved_in(ws, batch)
            found |= {
                f"{name}_records": len(batch),
                f"{name}_seconds": round(wall, 2),
                f"{name}_cpu_ms_a_record": round(cpu / len(batch) * 1000, 3),
            }
    return found


def _resolved_in(ws: Workspace, records: Records) -> tuple[float, float]:
    """Return wall and processor seconds."""
    rows = ((number, _without_truth(record)) for number, record in enumerate(records))
    list(store_rows(ws, rows, mapping=RowMapping(), now=NOW))
    started, cpu = time.monotonic(), time.process_time()
    resolve_pending(ws, now=NOW)
    return time.monotonic() - started, time.process_time() - cpu


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


def measure_splink(path: Path) -> dict[str, Any]:
    """Return Splink's people on the same records, and what normalising, training, pairs and one clustering cost."""
    try:
        from ringback.identity.training.splink_model import clusters_at, predict_pairs
    except ImportError:
        return {"splink": "not installed (requirements/dev.txt)"}
    with path.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    truth = {record["record_id"]: record["person_id"] for record in records}
    started, cpu = time.monotonic(), time.process_time()
    linker, predicted = predict_pairs(records, at_least=min(SPLINK_WEIGHTS))
    found = {weight: clusters_at(linker, predicted, weight) for weight in SPLINK_WEIGHTS[:1]}
    figures = {
        "splink_seconds": round(time.monotonic() - started, 1),
        "splink_cpu_seconds": round(time.process_time() - cpu, 1),
        "splink_peak_mb": peak_mb(),
    }
    found |= {weight: clusters_at(linker, predicted, weight) for weight in SPLINK_WEIGHTS[1:]}
    return figures | {"splink": {str(weight): agreement(people, truth) for weight, people in found.items()}}


def _without_truth(record: dict[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in record.items() if column not in TRUTH}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=int, nargs="*", default=[5_600, 56_000])
    parser.add_argument("--seed", type=int, default=20_261_101)
    parser.add_argument("--text", action="store_true", help="records carry resume text")
    parser.add_argument(
        "--splink", action=argparse.BooleanOptionalAction, default=True, help="Splink on the same records"
    )
    parser.add_argument("--splink-up-to", type=int, default=110_000, help="records; Splink takes 4 GB for a million")
    parser.add_argument("--database", help="an empty PostgreSQL database instead of SQLite")
    return parser.parse_args()


if __name__ == "__main__":
    main()
