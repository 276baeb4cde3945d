"""Which records may be the same person?"""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from tasks import duplicates as steps


@flow(name="review-duplicates", flow_run_name=run_name("review duplicates"), persist_result=False)
@in_words
def review_duplicates() -> State[None]:
    """List the pairs that may be one person: 列出疑似重复.

    The artifact "duplicates" shows them side by side; judge each with the flow review-duplicate.
    """
    return Completed(message=f"{steps.list_reviews()} 对待判断 / pairs wait for a person")
