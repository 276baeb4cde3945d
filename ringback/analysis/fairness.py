"""Does the order of the list treat groups alike? The four-fifths rule on what the scores decide, where groups are known.

No such attribute is ever a feature; this looks at the outcome all the same, because roles and sources can stand in for one. The
rule of thumb is that of 29 CFR 1607.4(D): a rate below four fifths of the best group's, in groups large enough, that chance
does not explain (Fisher's exact test). A flag asks for a look by a person; it proves nothing.
"""

from __future__ import annotations

from typing import Final

import pandas as pd
from scipy.stats import fisher_exact

FOUR_FIFTHS: Final = 0.8
MAX_P: Final = 0.05
MIN_PEOPLE: Final = 30
IMPACT: Final[tuple[str, ...]] = (
    "attribute",
    "outcome",
    "group",
    "n",
    "n_selected",
    "rate",
    "ratio",
    "p_value",
    "is_flagged",
)


def adverse_impact(people: pd.DataFrame, *, attributes: tuple[str, ...], outcomes: tuple[str, ...]) -> pd.DataFrame:
    """Return one row an attribute, outcome and group (columns IMPACT); groups below MIN_PEOPLE and unknown values are left out.

    ``people`` has a column for each attribute (missing where it is not known) and a bool for each outcome (True is the better
    treatment). ``ratio`` is against the group with the highest rate, whose own row has 1.
    """
    rows = []
    for attribute in attributes:
        known = people[people[attribute].notna()]
        sizes = known[attribute].value_counts()
        groups = sorted(str(name) for name in sizes.index[sizes >= MIN_PEOPLE])
        if len(groups) <= 1:
            continue
        for outcome in outcomes:
            counts = {name: known.loc[known[attribute] == name, outcome] for name in groups}
            best = max(groups, key=lambda name: float(counts[name].mean()))
            rows += [_row(attribute, outcome, name, counts[name], counts[best]) for name in groups]
    return pd.DataFrame(rows, columns=list(IMPACT))


def _row(attribute: str, outcome: str, group: str, own: pd.Series[bool], best: pd.Series[bool]) -> dict[str, object]:
    n, chosen, n_best, chosen_best = len(own), int(own.sum()), len(best), int(best.sum())
    ratio = (chosen / n) / (chosen_best / n_best) if chosen_best else 1.0
    p_value = float(fisher_exact([[chosen, n - chosen], [chosen_best, n_best - chosen_best]]).pvalue)
    return {
        "attribute": attribute,
        "outcome": outcome,
        "group": group,
        "n": n,
        "n_selected": chosen,
        "rate": chosen / n,
        "ratio": ratio,
        "p_value": p_value,
        "is_flagged": ratio < FOUR_FIFTHS and p_value < MAX_P,
    }
