"""The Great Expectations suites, and how a failed expectation becomes a reason that a person can act on.

This is the only module that imports Great Expectations, which costs seconds and 200 MB: import it inside the one step that
validates. A batch is validated in one run; the failing rows are named by ``row_id``, so that one bad row never stops the rest.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")  # it would report usage to its maker; read at import
logging.getLogger("great_expectations").setLevel(logging.WARNING)  # its import tells of every function it skips

import great_expectations as gx
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.core.expect_column_values_to_be_between import ExpectColumnValuesToBeBetween

if TYPE_CHECKING:
    import pandas as pd

ROW_COLUMNS = (
    "row_id",
    "n_contacts",
    "p_resume",
    "name_length",
    "birth_year",
    "years_experience",
    "n_bad_phones",
    "n_bad_emails",
)
"""Columns of the frame that :func:`failures` takes: numbers only, NaN where the resume does not say; no personal data."""

EARLIEST_BIRTH_YEAR = 1930
MOST_YEARS = 60
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one row is put aside: the first expectation it failed, in the order of the suite."""

    code: str
    message: str
    hint: str


def resume_suite(*, min_p_resume: float, this_year: int) -> gx.ExpectationSuite:
    """Return what every resume must fulfil before it may enter the pool; the order is the order of reasons."""
    return gx.ExpectationSuite(
        name="resume_rows",
        expectations=[
            ExpectColumnValuesToBeBetween(
                column="p_resume",
                min_value=min_p_resume,
                max_value=1,
                meta=_reason(
                    "not_a_resume",
                    "This does not look like a resume. 看起来不是简历。",
                    "Drop the person's resume instead. 请放入本人的简历。",
                ),
            ),
            ExpectColumnValuesToBeBetween(
                column="n_contacts",
                min_value=1,
                meta=_reason(
                    "no_contact",
                    "No phone, mail, WeChat or LinkedIn was found. 没有手机、邮箱、微信或 LinkedIn。",
                    "Add one: ringback readmit ID --phone +86..., or the form readmit. 请补充后重新接收（readmit）。",
                ),
            ),
            ExpectColumnValuesToBeBetween(
                column="n_bad_phones",
                max_value=0,
                meta=_reason(
                    "invalid_row",
                    "A phone number is not valid. 手机号不合法。",
                    "Correct the number and drop the file again. 请更正号码后重新放入。",
                ),
            ),
            ExpectColumnValuesToBeBetween(
                column="n_bad_emails",
                max_value=0,
                meta=_reason(
                    "invalid_row",
                    "A mail address is not valid. 邮箱不合法。",
                    "Correct it and drop the file again. 请更正后重新放入。",
                ),
            ),
            ExpectColumnValuesToBeBetween(
                column="name_length",
                max_value=LONGEST_NAME,
                meta=_reason(
                    "invalid_row",
                    "The name is too long to be one. 姓名过长。",
                    "Correct the name and drop the file again. 请更正姓名后重新放入。",
                ),
            ),
            ExpectColumnValuesToBeBetween(
                column="birth_year",
                min_value=EARLIEST_BIRTH_YEAR,
                max_value=this_year - 14,
                meta=_reason(
                    "invalid_row",
                    "The birth year is not plausible. 出生年份不合理。",
                    "Correct it and drop the file again. 请更正后重新放入。",
                ),
            ),
            ExpectColumnValuesToBeBetween(
                column="years_experience",
                min_value=0,
                max_value=MOST_YEARS,
                meta=_reason(
                    "invalid_row",
                    "The years of experience are not plausible. 工作年限不合理。",
                    "Correct them and drop the file again. 请更正后重新放入。",
                ),
            ),
        ],
    )


def failures(rows: pd.DataFrame, *, min_p_resume: float, this_year: int) -> Mapping[int, Failure]:
    """Validate one batch and return the failing rows by ``row_id``; rows that are absent passed.

    ``rows`` has the columns :data:`ROW_COLUMNS`, ``row_id`` unique. NaN passes: absent is not wrong.
    """
    if rows.empty:
        return {}
    definition = _batch_definition()
    result = definition.get_batch({"dataframe": rows}).validate(
        resume_suite(min_p_resume=min_p_resume, this_year=this_year),
        result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["row_id"]},
    )
    found: dict[int, Failure] = {}
    for outcome in result.results:
        if not outcome.success:
            meta = outcome.expectation_config.meta["ringback"]
            for row in outcome.result["unexpected_index_list"]:
                found.setdefault(int(row["row_id"]), Failure(**meta))
    return found


def _reason(code: str, message: str, hint: str) -> dict[str, Any]:
    return {"ringback": {"code": code, "message": message, "hint": hint}}


@lru_cache(maxsize=1)
def _batch_definition() -> Any:
    """Return the definition of "one whole frame" in a context that writes nothing to disk; made once a process."""
    logging.getLogger(ProgressBarsConfig.__module__).setLevel(
        logging.WARNING
    )  # sets itself to tell of temporary folders
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    asset = context.data_sources.add_pandas("intake").add_dataframe_asset("resume_rows")
    return asset.add_batch_definition_whole_dataframe("batch")
