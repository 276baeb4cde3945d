"""What candidates wrote back."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.followup import reply_sentence
from schemas.forms import ReplyForm
from tasks import followup as steps
from tasks.remind import publish_today
from tasks.steps import now, workspace


@flow(name="replies", flow_run_name=run_name("replies"), persist_result=False)
@in_words
def replies(reply: ReplyForm | None = None) -> State[None]:
    """Apply replies: 处理候选人的回复.

    A reply sets 已联系, stops everything that was still to be sent, and reminds you to book the interview. A wish to be left
    alone is honoured at once and everywhere. Without a form the messages that came in through the channels are applied; live
    providers are asked for replies, refusals and delivery reports that their webhooks did not bring.

    Args:
        reply: 手工登记一条回复（微信、当面等）；不填则处理自动收到的 / one reply by hand; empty: what came in by itself.
    """
    applied = [
        *([steps.record_reply(candidate=reply.candidate, channel=reply.chosen, text=reply.text)] if reply else []),
        *steps.apply_replies(),
    ]
    publish_today(now())
    zone = workspace().settings.timezone
    said = "; ".join(reply_sentence(one, timezone=zone) for one in applied[:3])
    return Completed(message=f"{len(applied)} 条回复 / replies. {said}".strip())
