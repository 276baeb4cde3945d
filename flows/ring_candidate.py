"""Click-to-call: the recruiter's phone rings first, then the candidate's."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import RingForm
from tasks import outreach as steps


@flow(name="ring-candidate", flow_run_name=run_name("ring candidate"), persist_result=False)
@in_words
def ring_candidate(call: RingForm) -> State[None]:
    """Connect two phones: 一键拨号.

    Your phone rings first; pick up, and the candidate's rings. How it went is logged by itself. It is refused when the
    candidate may not be rung now, and no machine ever rings a second time.

    Args:
        call: 打给谁、先响哪部电话 / whom to ring, and which phone rings first.
    """
    return Completed(message=steps.ring_candidate(candidate=call.candidate, recruiter=call.recruiter_phone))
