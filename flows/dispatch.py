"""Sending what is due."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed
from pydantic import Field

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.outreach import dispatch_sentence
from tasks import outreach as steps


@flow(name="dispatch", flow_run_name=run_name("dispatch"), persist_result=False)
@in_words
def dispatch(
    limit: Annotated[int | None, Field(ge=1, examples=[50])] = None, as_of: datetime | None = None
) -> State[None]:
    """Send what is due and may be sent: 发送到时的消息.

    Each message is sent exactly once or has a stated reason why not: opted out, quiet hours where they are, contacted too
    often, replied already. With RINGBACK_CHANNELS=console nothing leaves; what would be sent is written to the outbox folder.

    Args:
        limit: 最多发几条，不填不限 / at most so many; empty means all that is due.
        as_of: 按哪个时刻判断，不填就是现在 / decide as if it were this instant; empty means now.
    """
    summary = steps.dispatch_messages(limit, as_of)
    steps.publish_outreach(summary)
    return Completed(message=dispatch_sentence(summary))
