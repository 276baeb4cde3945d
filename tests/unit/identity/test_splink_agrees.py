"""The same weights in Splink give the same sums as the scorer that runs; skipped where Splink is not installed."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

pytest.importorskip("splink")
pytestmark = pytest.mark.filterwarnings("ignore")


def test_scores_agree_with_splink() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from splink import DuckDBAPI, Linker  # noqa: PLC0415 (only where installed)

        from ringback.identity.training import splink_model  # noqa: PLC0415
    from ringback.identity.comparison import compare  # noqa: PLC0415
    from ringback.identity.model import PRIOR  # noqa: PLC0415
    from ringback.identity.training.records import invent_records  # noqa: PLC0415

    records = invent_records(400, seed=3)
    features = {record["record_id"]: splink_model.features_of_record(record) for record in records}
    linker = Linker(
        DuckDBAPI().register(splink_model.frame_of(records)),
        splink_model.settings_with_our_weights(),
        log_level="ERROR",
    )
    pairs: Any = linker.inference.predict(threshold_match_weight=-100).as_pandas_dataframe()
    assert len(pairs) > 300
    for row in pairs.itertuples():
        levels = compare(features[row.unique_id_l], features[row.unique_id_r], {}).levels
        bits = sum(b for field, level, b in levels if field in splink_model.CHECKED and level != "contained")
        assert row.match_weight == pytest.approx(PRIOR + bits, abs=1e-6)
