"""Why the model says so, in sentences: the terms of the logit of being lost, strongest first.

Against "reachable", the logit of "lost" is a sum: start + behaviour + source + what the misses add (-log of the chance of
such calls for a reachable person) + what the quiet since the last sign of life adds. The sentences are those terms, so nothing
has to be approximated.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
from scipy.special import logit

from ringback.analysis.behaviour import FEATURES
from ringback.analysis.frames import distinct
from ringback.analysis.likelihood import WRONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.analysis.episodes import Told
    from ringback.analysis.lost import LostModel
    from ringback.analysis.shrinkage import Floats
    from schemas.policy import LostPolicy

MOST: Final = 3
STEP: Final = 0.2
"""Terms are told in steps of a fifth; smaller ones are left out."""
ODD: Final = np.random.default_rng(0).integers(1, 2**63, 32, dtype=np.uint64) * np.uint64(2) + np.uint64(1)

WORDS: Final = {
    "view": ("viewed the job {n}x in the last {days} days", "近 {days} 天看过职位 {n} 次"),
    "open": ("opened a mail {n}x in the last {days} days", "近 {days} 天打开邮件 {n} 次"),
    "reply": ("wrote back {n}x in the last {days} days", "近 {days} 天回复 {n} 次"),
    "login": ("logged in {n}x in the last {days} days", "近 {days} 天登录 {n} 次"),
}
NOTHING: Final = ("no sign of life in the last {days} days", "近 {days} 天没有任何动静")
MISSES: Final = (
    "{n} missed call(s), at hours when {p} % of first calls are answered",
    "{n} 通未接，所拨时段首次呼叫接通率约 {p}%",
)
QUIET: Final = ("otherwise quiet in the last {days} days", "近 {days} 天没有其他动静")
MORE: Final = ("people from {source} are lost more often", "来自 {source} 的人更易失联")
LESS: Final = ("people from {source} are lost less often", "来自 {source} 的人较少失联")
SHOWN_FROM: Final = 0.2
"""From this chance of a wrong number on it is worth a sentence."""
NUMBER: Final = ("the number may be wrong: {p} %", "号码可能有误：{p}%")
SHOWN: Final = ("a call showed that the number is wrong", "通话已确认号码错误")
ANSWERED: Final = ("answered {n} day(s) ago", "{n} 天前接过电话")


def lost_reasons(
    model: LostModel,
    told: Told,
    signs: Floats,
    reach: Floats,
    states: Floats,
    policy: LostPolicy,
    *,
    since_sign: Floats,
) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """Return two columns of lists of sentences, English and Chinese; equal situations share one list.

    ``since_sign`` (N,) is what the quiet since the last sign of life adds to the logit.
    """
    keys = [column.astype(np.int64) for column in _keys(told, signs, reach, states, since_sign)]
    mixed = np.zeros(len(reach), dtype=np.uint64)
    for column, odd in zip(keys, ODD, strict=False):  # a hash: equal situations stay equal
        mixed += column.view(np.uint64) * odd
    first, inverse = distinct(mixed ^ (mixed >> np.uint64(29)))
    some = zip(*(column[first].tolist() for column in keys), strict=True)
    known = _Known.of(model, policy)
    texts = [_sentences(key, known) for key in some]
    columns = []
    for language in range(2):
        lists = np.empty(len(texts), dtype=object)
        lists[:] = [text[language] for text in texts]
        columns.append(pd.Series(lists[inverse], dtype=object))
    return columns[0], columns[1]


def _keys(told: Told, signs: Floats, reach: Floats, states: Floats, since_sign: Floats) -> Iterator[Floats]:
    """Yield what the sentences depend on, column by column, in whole numbers: counts and terms of behaviour, then the calls."""
    episodes = told.episodes
    n_misses = np.bincount(episodes.candidate, minlength=len(episodes.end))
    mean_role = np.bincount(episodes.candidate, told.p_role, len(episodes.end)) / np.maximum(n_misses, 1)
    miss_term = -np.log(np.maximum(reach, 1e-6))
    days = np.where(np.isnan(told.days_since_answer), -1, np.minimum(np.nan_to_num(told.days_since_answer), 365))
    wrong = np.where(states[:, 0] >= SHOWN_FROM, np.round(states[:, 0] * 20), 0)
    yield from episodes.counts.T
    yield from (np.round(sign / STEP) for sign in signs.T)
    yield episodes.source
    yield from (n_misses, np.round(mean_role * 20), np.round(miss_term / STEP), days, wrong, episodes.end)
    yield np.round(since_sign / STEP)


class _Known(NamedTuple):
    """What the sentences take from the model and the policy: the sources, what each adds, and by which law people go."""

    sources: tuple[str, ...]
    weights: tuple[float, ...]
    hazard: float
    first: float
    days: int

    @classmethod
    def of(cls, model: LostModel, policy: LostPolicy) -> _Known:
        """Return what is known, once for all sentences."""
        weights = model.theta[model.layout.lost_source]
        return cls(model.sources, weights, model.daily_hazard, model.theta[0], policy.behaviour_days)


def _sentences(key: tuple[int, ...], known: _Known) -> tuple[list[str], list[str]]:
    n_features = len(FEATURES)
    counts, signs = key[:n_features], key[n_features : 2 * n_features]
    source, n_misses, role, miss_term, days, wrong, end, since_sign = key[2 * n_features :]
    if end == WRONG:
        return [SHOWN[0]], [SHOWN[1]]
    terms: list[tuple[float, tuple[str, str], tuple[tuple[str, object], ...]]] = [
        (sign * STEP, WORDS[name], (("n", count), ("days", known.days)))
        for name, count, sign in zip(FEATURES, counts, signs, strict=True)
        if count
    ]
    quiet = (since_sign + sum(sign for count, sign in zip(counts, signs, strict=True) if not count)) * STEP
    terms.append((quiet, QUIET if any(counts) else NOTHING, (("days", known.days),)))
    if n_misses:
        terms.append((miss_term * STEP, MISSES, (("n", n_misses), ("p", role * 5))))
    if days >= 0:
        terms.append((_since_answer(days, known.hazard, known.first), ANSWERED, (("n", days),)))
    elif source < len(known.sources):
        weight = known.weights[source]
        terms.append((weight, MORE if weight > 0 else LESS, (("source", known.sources[source]),)))
    told = [term for term in sorted(terms, key=lambda term: -abs(term[0])) if abs(term[0]) >= STEP][:MOST]
    if wrong:
        told.append((0.0, NUMBER, (("p", wrong * 5),)))
    sentences = [_said(texts, values, weight) for weight, texts, values in told]
    return [english for english, _ in sentences], [chinese for _, chinese in sentences]


@lru_cache(maxsize=1024)
def _since_answer(days: int, hazard: float, first: float) -> float:
    """Return what an answer so many days ago adds to the logit, against who never answered."""
    return float(logit(-np.expm1(-hazard * max(days, 0.1)))) - first


@lru_cache(maxsize=8192)
def _said(texts: tuple[str, str], values: tuple[tuple[str, object], ...], weight: float) -> tuple[str, str]:
    """Return what a term says, in English and Chinese; some thousand terms make up all situations of a million people."""
    added = f" ({weight:+.1f})" if weight else ""
    english, chinese = (text.format(**dict(values)) + added for text in texts)
    return english, chinese
