"""Finding out about messages in doubt."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.outreach import dispatch_sentence
from tasks import outreach as steps


@flow(name="reconcile", flow_run_name=run_name("reconcile"), persist_result=False)
@in_words
def reconcile() -> State[None]:
    """Ask the providers about messages whose sending is in doubt: 核对结果未知的消息.

    Nothing is sent here. A message that the provider has is marked accepted, one that it does not have goes back to the
    queue, and one that stays unclear waits for a person.
    """
    summary = steps.reconcile_messages()
    steps.publish_outreach(summary)
    return Completed(message=dispatch_sentence(summary))
