"""What every task shares: the step decorator, the open workspace, and the clock.

The clock is read here and nowhere below: actions and rules get ``now`` as an argument.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache, wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast
from zoneinfo import ZoneInfo

from prefect import Task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.states import Failed, get_state_exception
from sqlalchemy.exc import OperationalError

from ringback.errors import RingbackError
from ringback.settings import Settings, load_settings
from ringback.workspace import Workspace, open_workspace

P = ParamSpec("P")
R = TypeVar("R")

C = TypeVar("C")

RETRIES = 3
RETRY_SECONDS = [2.0, 5.0, 15.0]
JITTER = 0.5


class Parcel(Generic[C]):
    """Hands a batch from one step to the next without Prefect looking into it.

    Prefect walks through every argument and result to find futures: 40 ms to 100 ms a step for 200 resumes with all their
    fields, which made a pass a third slower. It does not look into objects that it does not know.
    """

    __slots__ = ("content",)

    def __init__(self, content: C) -> None:
        self.content = content


async def may_heal(task_run: Task[Any, Any], run: TaskRun, state: State[Any]) -> bool:
    """Tell whether a failed step is worth repeating: only when the database was locked or went away for a moment."""
    del task_run, run
    try:
        await state.aresult()
    except OperationalError:
        return True
    except Exception:  # noqa: BLE001 (any other fault is not ours to judge here: no retry)
        return False
    return False


class Step(Task[P, R]):
    """A task whose caller gets the fault that a person can act on, which Prefect would hand over as a state."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run the step.

        Raises:
            RingbackError: it could not be done.
        """
        result: Any = super().__call__(*args, **kwargs)
        if isinstance(result, State) and result.is_failed():
            raise cast(BaseException, get_state_exception(result))
        return result


def _in_words(function: Callable[P, R]) -> Callable[P, R]:
    """Return a step that ends as failed with the sentence of a fault that a person can act on; its caller gets the fault.

    Prefect would log a traceback of its own machinery in front of that sentence.
    """

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except RingbackError as refusal:
            return cast(R, Failed(message=str(refusal), data=refusal))

    return told


def step(*, is_repeatable: bool = True) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Return the decorator of our tasks: no cache, no stored result, retries only for faults that may heal."""

    def decorate(function: Callable[P, R]) -> Task[P, R]:
        return Step(
            _in_words(function),
            cache_policy=NO_CACHE,
            persist_result=False,
            retries=RETRIES if is_repeatable else 0,
            retry_delay_seconds=RETRY_SECONDS,
            retry_jitter_factor=JITTER,
            retry_condition_fn=may_heal if is_repeatable else None,
        )

    return decorate


@lru_cache(maxsize=8)
def _opened(settings: Settings) -> Workspace:
    return open_workspace(settings)


def workspace() -> Workspace:
    """Return the open workspace of this process; opened once for each set of settings."""
    return _opened(load_settings())


def on_office_clock(moment: datetime | None) -> datetime | None:
    """Return an instant of a form; without a zone it is office time, as on the command line."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=ZoneInfo(load_settings().timezone))


def now() -> datetime:
    """Return the present instant, aware UTC."""
    return datetime.now(UTC)
