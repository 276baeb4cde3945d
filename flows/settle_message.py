"""Messages of which nobody knows whether they were sent, and what a person found out about one."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import SettleForm
from tasks import outreach as steps

NOTHING = SettleForm()


@flow(name="settle-message", flow_run_name=run_name("settle message"), persist_result=False)
@in_words
def settle_message(found: SettleForm = NOTHING) -> State[None]:
    """Record whether an unclear message was sent: 核实一条结果未知的消息.

    The artifact "unclear" lists them with the marker by which the provider's console finds them. What was sent goes on the
    timeline; what was not sent is due again, and every rule is asked as always.

    Args:
        found: 哪一条、服务商那里有没有 / which one, and whether the provider has it; empty lists them.
    """
    return Completed(message=steps.settle_message(found.message or None, found.chosen, actor=found.recruiter))
