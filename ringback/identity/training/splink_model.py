"""Train and check the weights with Splink, on invented records with truth. Development only: needs splink and duckdb.

    python -m ringback.identity.training.splink_model 10000      # people; prints ours beside Splink's estimates

Splink estimates u from random pairs and m from the truth; the table shows, level by level, log2(m/u) as Splink finds it and
as :mod:`ringback.identity.model` has it. Phone, e-mail, WeChat and LinkedIn never agree in random pairs, so their u cannot
be estimated ("u values not trained") and stays set by hand.
"""

# mypy: disable-error-code="arg-type, no-untyped-call, import-not-found, import-untyped, misc"

from __future__ import annotations

import math
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pandas as pd
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from ringback.identity.features import Features, features_of
from ringback.identity.imported import ImportedRow, read_row
from ringback.identity.imported_columns import RowMapping
from ringback.identity.model import PRIOR, WEIGHTS
from ringback.identity.records import profile_of
from ringback.identity.training.records import invent_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from splink.internals.splink_dataframe import SplinkDataFrame

SEED = 20_261_101
BLOCKING = (
    ("phone",), ("email",), ("wechat",), ("linkedin",), ("reading", "birth_year"), ("reading", "employer"),
    ("reading", "school"), ("reading", "city"), ("surname", "birth_year", "school"), ("surname", "birth_year", "employer"),
)  # fmt: skip
CHECKED = {
    "birth_year": {"same": "same", "one_off": "one off", "differs": "differs"},
    "school": {"same": "same", "differs": "differs"},
    "employer": {"same": "same"},
    "city": {"same": "same", "differs": "differs"},
}


def frame_of(records: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return one row a record with the columns that Splink compares; lists are cut to their first value."""
    return pd.DataFrame([_row(record) for record in records])


def features_of_record(record: Mapping[str, Any]) -> Features:
    """Return the features of an invented record, through the same door as an import."""
    row = read_row({k: v for k, v in record.items() if k not in ("person_id", "trap")}, RowMapping())
    if not isinstance(row, ImportedRow):
        raise TypeError(f"invented record was refused: {row.message}")
    return features_of(profile_of(row.parsed))


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    features = features_of_record(record)
    first = {
        "hanzi": features.name.hanzi,
        "reading": next(iter(features.name.keys), None),
        "surname": next(iter(features.name.surnames), None),
        "phone": next(iter(features.phones), None),
        "email": next(iter(features.emails), None),
        "wechat": features.wechat or None,
        "linkedin": features.linkedin or None,
        "birth_year": features.birth_year,
        "employer": next(iter(features.employers), None),
        "school": next(iter(features.schools), None),
        "city": features.city or None,
    }
    return {"unique_id": record["record_id"], "person_id": record.get("person_id"), **first}


def _exact(column: str) -> cl.CustomComparison:
    levels = [
        cll.NullLevel(column),
        cll.ExactMatchLevel(column).configure(label_for_charts="same"),
        cll.ElseLevel().configure(label_for_charts="differs"),
    ]
    return cl.CustomComparison(levels, output_column_name=column)


def _birth_year() -> cl.CustomComparison:
    levels = [
        cll.NullLevel("birth_year"),
        cll.ExactMatchLevel("birth_year").configure(label_for_charts="same"),
        cll.AbsoluteDifferenceLevel("birth_year", 1).configure(label_for_charts="one off"),
        cll.ElseLevel().configure(label_for_charts="differs"),
    ]
    return cl.CustomComparison(levels, output_column_name="birth_year")


def _name() -> cl.CustomComparison:
    levels = [
        cll.CustomLevel(
            "hanzi_l IS NULL AND reading_l IS NULL OR hanzi_r IS NULL AND reading_r IS NULL", "unknown"
        ).configure(is_null_level=True),
        cll.ExactMatchLevel("hanzi", term_frequency_adjustments=True).configure(label_for_charts="exact"),
        cll.ExactMatchLevel("reading", term_frequency_adjustments=True).configure(label_for_charts="reading"),
        cll.ExactMatchLevel("surname").configure(label_for_charts="surname"),
        cll.ElseLevel().configure(label_for_charts="differs"),
    ]
    return cl.CustomComparison(levels, output_column_name="name")


def train(frame: pd.DataFrame, *, with_truth: bool) -> Linker:
    """Return a trained linker: u from random pairs, m from the truth or by expectation maximisation."""
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_name(), *(_exact(c) for c in ("phone", "email", "wechat", "linkedin")), _birth_year(),
                     *(_exact(c) for c in ("school", "employer", "city"))],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in BLOCKING],
        retain_intermediate_calculation_columns=False,
    )  # fmt: skip
    database = DuckDBAPI()
    linker = Linker(database.register(frame), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(
        [block_on("reading", "phone"), block_on("email", "reading")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=SEED)
    if with_truth:
        linker.training.estimate_m_from_label_column("person_id")
    else:
        for rule in (("reading", "city"), ("phone",), ("email",)):
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    return linker


def estimated_bits(linker: Linker) -> dict[tuple[str, str], float]:
    """Return log2(m/u) of every level that was trained."""
    model = linker.misc.save_model_to_json()
    return {
        (comparison["output_column_name"], level["label_for_charts"]): math.log2(
            level["m_probability"] / level["u_probability"]
        )
        for comparison in model["comparisons"]
        for level in comparison["comparison_levels"]
        if level.get("m_probability") and level.get("u_probability")
    }


def predict_pairs(records: Iterable[Mapping[str, Any]], *, at_least: float) -> tuple[Linker, SplinkDataFrame]:
    """Return a linker trained without truth, as a user would, and its scored pairs from that match weight on."""
    linker = train(frame_of(records).drop(columns="person_id"), with_truth=False)
    return linker, linker.inference.predict(threshold_match_weight=at_least)


def clusters_at(linker: Linker, predicted: SplinkDataFrame, weight: float) -> dict[str, str]:
    """Return Splink's people at a match weight: record id -> cluster."""
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_weight=weight)
    frame = clusters.as_pandas_dataframe()
    return dict(zip(frame["unique_id"], frame["cluster_id"].astype(str), strict=True))


def settings_with_our_weights() -> dict[str, Any]:
    """Return a Splink model that carries our bits for the fields that need no frequency table: the two must add up alike."""
    comparisons = []
    for column, levels in CHECKED.items():
        creator = _birth_year() if column == "birth_year" else _exact(column)
        comparison = creator.get_comparison("duckdb").as_dict()
        bits = {label: WEIGHTS[column, level] for level, label in levels.items()}
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                level["u_probability"] = 0.01
                level["m_probability"] = 0.01 * 2 ** bits.get(level["label_for_charts"], 0.0)
        comparisons.append(comparison)
    return {
        "link_type": "dedupe_only",
        "comparisons": comparisons,
        "probability_two_random_records_match": 2**PRIOR / (1 + 2**PRIOR),
        "blocking_rules_to_generate_predictions": [
            block_on(*rule).get_blocking_rule("duckdb").as_dict() for rule in BLOCKING
        ],
    }


def main() -> None:
    """Print every checked level: Splink's estimate beside our weight."""
    records = invent_records(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, seed=SEED)
    found = estimated_bits(train(frame_of(records), with_truth=True))
    ours: dict[tuple[str, str], float] = defaultdict(lambda: math.nan)
    ours.update(
        {
            (column, label): WEIGHTS[column, level]
            for column, levels in CHECKED.items()
            for level, label in levels.items()
        }
    )
    sys.stdout.write(f"{'level':<28}{'splink':>8}{'ours':>8}\n")
    for key, bits in sorted(found.items()):
        sys.stdout.write(f"{key[0] + ': ' + key[1]:<28}{bits:>8.1f}{ours[key]:>8.1f}\n")


if __name__ == "__main__":
    main()
