"""A person chooses which version of a model is live."""

from __future__ import annotations

from typing import Literal

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from tasks import models as steps


@flow(name="choose-model", flow_run_name=run_name("choose model"), persist_result=False)
@in_words
def choose_model(
    kind: Literal["lost_contact", "answer_rates"],
    action: Literal["promote", "rollback"] = "rollback",
    version: str = "",
    by: str = "operator",
    reason: str = "",
) -> State[None]:
    """Promote or roll back a model: 选择模型版本.

    A rollback, or an older version that is promoted, is kept to by the nights until the newest is promoted.

    Args:
        kind: 失联概率 lost_contact，接通率 answer_rates / which model.
        action: promote 启用，rollback 退回上一版 / make a version live, or go back to the one before.
        version: 启用哪一版，不填就是最新 / which version to promote; empty means the newest.
        by: 由谁决定 / who decided.
        reason: 原因 / why.
    """
    live = steps.choose_model(kind=kind, action=action, version=version or None, by=by, reason=reason)
    return Completed(message=f"从下一夜起使用 {live} / {live} is live from the next night on")
