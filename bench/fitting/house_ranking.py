"""Fit the weights of phrases that may be the present house anew, from resumes of your own whose houses you wrote down.

    python bench/fitting/house_ranking.py FOLDER [FOLDER ...] [--write]

The folders are those of ``post_ranking.py``, which is to be run first, with ``"current_employer"`` beside ``"current_title"``.
Prints what the weights would change in each folder when they were fitted to the others, and with --write puts those of all
folders into ``ringback/readers/data/house_trees.json``. Needs LightGBM. Resumes in Chinese are passed over: nobody asks there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import post_ranking
from post_ranking import Resume, fit, options_of, resumes_of

from ringback.readers.fields.jobs.ranking import ranked_house
from ringback.readers.fields.jobs.ranking.features import features_of
from ringback.readers.fields.jobs.ranking.house_features import HOUSE_FEATURES
from ringback.readers.fields.jobs.ranking.phrases import Page

DATA = post_ranking.DATA.with_name("house_trees.json")
N_PARTS = 3


@dataclass
class Pair:
    """One resume as its post is weighed and as its house is."""

    page: Page
    post: Resume
    house: Resume

    def weigh(self, posts: list[Any]) -> None:
        """Set the numbers of its phrases as houses, beside what these trees think of them as posts."""
        if self.house.phrases:
            self.house.numbers = ranked_house.numbers_of(self.page, self.house.phrases, posts)


def read(folder: Path) -> list[Pair]:
    """Read the resumes of a folder that tell a house, by the rules alone."""
    found: list[Pair] = []
    for told, sheet, job in resumes_of(folder):
        if sheet.is_chinese or "current_employer" not in told:
            continue
        page = Page(sheet)
        phrases = page.phrases()
        known = [features_of(page, phrase) for phrase in phrases]
        post, house = (Resume.of(told, half, job, phrases, known) for half in ("current_title", "current_employer"))
        found.append(Pair(page, post, house))
    return found


def fit_houses(pairs: list[Pair]) -> list[Any]:
    """Fit to posts by weights that had not seen the resume: those of the program are surer of posts they were fitted to."""
    for part in range(N_PARTS):
        posts = fit([pair.post for number, pair in enumerate(pairs) if number % N_PARTS != part])
        for pair in pairs[part::N_PARTS]:
            pair.weigh(posts)
    return fit([pair.house for pair in pairs])


def changes(pairs: list[Pair], others: list[Pair]) -> Counter[str]:
    """Count what weights fitted to other resumes change of what the rules found, and how much of it is right."""
    trees, posts = fit_houses(others), fit([pair.post for pair in others])
    count: Counter[str] = Counter(resumes=len(pairs))
    for pair in pairs:
        title, employer = pair.house.rules.title, pair.house.rules.employer
        was = pair.house.is_right(employer.value if employer else None)
        count["right by the rules"] += was
        if not (pair.house.phrases and ranked_house.is_house_doubtful(title, employer)):
            continue
        pair.weigh(posts)
        count["in doubt"] += 1
        if house := ranked_house.better_house(pair.house.phrases, pair.house.numbers, title, employer, trees):
            count["changed"] += 1
            count["won"] += pair.house.is_right(house.text) and not was
            count["lost"] += was and not pair.house.is_right(house.text)
    return count


def main() -> None:
    options = options_of(__doc__)
    sets = {folder: read(folder) for folder in options.folders}
    total: Counter[str] = Counter()
    for folder in sets if len(sets) > 1 else ():
        count = changes(sets[folder], [pair for other, some in sets.items() if other != folder for pair in some])
        total += count
        print(folder, dict(count), file=sys.stderr)
    print("all", dict(total))
    if options.write:
        pairs = [pair for some in sets.values() for pair in some]
        about = f"Fitted by bench/fitting/house_ranking.py to {len(pairs)} resumes: numbers only."
        told = {"about": about, "features": HOUSE_FEATURES, "trees": fit_houses(pairs)}
        DATA.write_text(json.dumps(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
