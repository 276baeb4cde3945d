"""What would leave, before it leaves."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import PreviewForm
from tasks import outreach as steps

EVERYBODY = PreviewForm()


@flow(name="preview-messages", flow_run_name=run_name("preview messages"), persist_result=False)
@in_words
def preview_messages(wanted: PreviewForm = EVERYBODY) -> State[None]:
    """Show what would leave: 预览将要发送的消息.

    The artifact "preview" has the words, to whom, at which hour, in how many segments, or why not. Nothing is sent or changed.

    Args:
        wanted: 谁的消息、哪个模板 / whose messages, or which template.
    """
    found = steps.preview_messages(
        candidate=wanted.candidate or None, template=wanted.template or None, channel=wanted.chosen, limit=wanted.limit
    )
    return Completed(message=found)
