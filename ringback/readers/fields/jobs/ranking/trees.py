"""Fitted weights of phrases: the trees, what a phrase weighs by them, and which phrase weighs enough to be chosen."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ringback.readers.fields.jobs.ranking.phrases import Phrase

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"
"""A leaf, or the number of a feature, the most that goes to the left, what is there and what is on the right."""

UNSEEN = -4.0  # the weight of what the rules found where it is no phrase of the page, as most phrases weigh


def heaviest(
    phrases: Sequence[Phrase], weights: Mapping[int, float], told: str | None, *, alone: float, margin: float
) -> Phrase | None:
    """Return the phrase that weighs most; None where that is too little to put it in the place of what the rules found.

    ``weights`` are those of the phrases that may be chosen, by their numbers. A phrase must weigh more than ``alone`` where the
    rules found nothing, else by ``margin`` more than ``told``, which is folded.
    """
    if not weights:
        return None
    at = max(weights, key=weights.__getitem__)
    least = alone
    if told is not None:
        same = (weight for number, weight in weights.items() if fold(phrases[number].text) == told)
        least = margin + max(same, default=UNSEEN)
    return phrases[at] if weights[at] > least else None


def weight_of(numbers: Sequence[float], trees: Sequence[Tree]) -> float:
    """Return the sum of the leaves that the numbers of a phrase fall into."""
    total = 0.0
    for tree in trees:
        node = tree
        while not isinstance(node, float):
            feature, most, left, right = node
            node = left if numbers[feature] <= most else right
        total += node
    return total


@cache
def trees_of(name: str, features: tuple[str, ...]) -> list[Tree]:
    """Return fitted trees; they know features by their number, so they must have been fitted to these."""
    told = json.loads(files("ringback.readers").joinpath("data", name).read_text(encoding="utf-8"))
    if told["features"] != [*features]:
        message = f"{name} was fitted to other features; fit it anew with bench/fitting"
        raise ValueError(message)
    return list(told["trees"])
