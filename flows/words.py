"""What a person who filled in a form is told when it could not be done: a sentence, and no traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from inspect import get_annotations, signature
from typing import Any, ParamSpec

from prefect.client.schemas.objects import State
from prefect.exceptions import ParameterTypeError
from prefect.states import Failed

from ringback.errors import RingbackError

P = ParamSpec("P")


def in_words(flow: Callable[P, State[Any]]) -> Callable[P, State[Any]]:
    """Return the function of a flow so that a fault that a person can act on ends it as failed with that sentence.

    Any other fault still ends it with its traceback: somebody has to look into it.
    """

    @wraps(flow)
    def told(*args: P.args, **kwargs: P.kwargs) -> State[Any]:
        try:
            return flow(*args, **kwargs)
        except RingbackError as refusal:
            return Failed(message=str(refusal), data=refusal)

    # Prefect reads the types of a form from the names of the module that a function was made in, which is this one
    told.__annotations__ = get_annotations(flow, eval_str=True)
    told.__signature__ = signature(flow, eval_str=True)  # type: ignore[attr-defined]
    return told


class _Sentences(logging.Filter):
    """Lets a log say in a sentence what a person can mend: the process of a run logs it with a traceback once more."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the traceback from the record of such a fault; every record passes."""
        fault = record.exc_info[1] if record.exc_info else None
        if isinstance(fault, RingbackError | ParameterTypeError):
            record.msg, record.args = str(fault), ()
            record.exc_info = record.exc_text = None
        return True


for name in ("prefect.flow_runs", "prefect.engine"):
    logging.getLogger(name).addFilter(_Sentences())
