"""Fit the weights of phrases that may be the present house anew, from resumes of your own whose houses you wrote down.

    python bench/fitting/house_ranking.py [FOLDER ...] [--keep FILE] [--also FILE ...] [--write]

The folders are those of ``post_ranking.py`` with ``"current_employer"`` beside or in place of ``"current_title"``. Prints what
weights fitted to the others would change in each folder, before what the rules know of a phrase is asked. With --keep the numbers
of the folders are written into a file, which has no word of a resume in it; --also adds such files. With --write the weights
fitted to all of them are put into ``ringback/readers/data``. Needs LightGBM. Resumes in Chinese are passed over, as in reading.

Keep the numbers of resumes before the rules and the lists learn from them, and fit to those: of resumes that the lists know by
heart the weights learn that every house is known, and tell nothing where none is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import post_ranking
from post_ranking import Resume, fitted, resumes_of

from ringback.readers.fields.jobs.experience import Job
from ringback.readers.fields.jobs.ranking import ranked_house
from ringback.readers.fields.jobs.ranking.features import FEATURES, features_of
from ringback.readers.fields.jobs.ranking.house_features import HOUSE_FEATURES, Houses, beside_posts
from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase
from ringback.readers.fields.jobs.ranking.trees import weight_of

DATA = post_ranking.DATA.parent
N_PARTS = 4
POSTS = {"learning_rate": 0.06, "num_leaves": 12}
HOUSES = POSTS
N_POST_TREES, N_HOUSE_TREES = 60, 120


@dataclass
class Numbers:
    """What is known of the phrases of one resume, where each stands, and which are right; None where that is not written down."""

    places: list[list[int]]
    nearest: list[list[int]]
    numbers: list[list[float]]
    posts: list[bool] | None
    houses: list[bool] | None

    def as_posts(self) -> list[list[float]]:
        return [some[: len(FEATURES)] for some in self.numbers]

    def as_houses(self, posts: list[Any]) -> list[list[float]]:
        """Return the numbers of the phrases as houses, with what these trees think of them as posts."""
        phrases = [Phrase("", *place) for place in self.places]
        nearest = {line: (job, away) for line, job, away in self.nearest}
        return beside_posts(phrases, nearest, self.numbers, [weight_of(some, posts) for some in self.as_posts()])


@dataclass
class Read:
    """A resume and what the rules found in it."""

    known: Numbers
    phrases: list[Phrase]
    rules: Job
    house: Resume | None


def read(folder: Path) -> list[Read]:
    """Read the resumes of a folder by the rules alone."""
    found = []
    for told, sheet, job in resumes_of(folder):
        if sheet.is_chinese:
            continue
        houses = Houses(Page(sheet))
        phrases, page = houses.phrases, houses.page
        known = houses.numbers([features_of(page, phrase) for phrase in phrases])
        right = {
            half: Resume.of(told, half, job, phrases, known)
            for half in ("current_title", "current_employer")
            if half in told
        }
        marks = {
            half: [None not in one.right and one.is_right(phrase.text) for phrase in phrases]
            for half, one in right.items()
        }
        numbers = Numbers(
            [[phrase.line, phrase.first, phrase.last] for phrase in phrases],
            [[line, *page.nearest[line]] for line in sorted({phrase.line for phrase in phrases} & page.nearest.keys())],
            known,
            marks.get("current_title"),
            marks.get("current_employer"),
        )
        found.append(Read(numbers, phrases, job, right.get("current_employer")))
    return found


def fit(resumes: list[Numbers]) -> tuple[list[Any], list[Any]]:
    """Return the trees of posts and of houses.

    Houses are fitted beside posts by weights that had not seen the resume: others are surer of posts than they are of new ones.
    """
    asked = [one for one in resumes if one.numbers]
    houses = []
    for part in range(N_PARTS):
        posts = fit_posts([one for number, one in enumerate(asked) if number % N_PARTS != part])
        houses += [(one.as_houses(posts), one.houses) for one in asked[part::N_PARTS] if one.houses is not None]
    return fit_posts(asked), fitted(houses, N_HOUSE_TREES, HOUSES)


def fit_posts(resumes: list[Numbers]) -> list[Any]:
    return fitted([(one.as_posts(), one.posts) for one in resumes if one.posts is not None], N_POST_TREES, POSTS)


def changes(resumes: list[Read], others: list[Numbers]) -> Counter[str]:
    """Count what weights fitted to other resumes change of what the rules found, and how much of it is right."""
    posts, trees = fit(others)
    count: Counter[str] = Counter()
    for one in resumes:
        if one.house is None:
            continue
        title, employer = one.rules.title, one.rules.employer
        was = one.house.is_right(employer.value if employer else None)
        count["resumes"] += 1
        count["right by the rules"] += was
        if not (one.phrases and ranked_house.may_be_doubtful(title, employer)):
            continue
        count["asked"] += 1
        if house := ranked_house.better_house(one.phrases, one.known.as_houses(posts), title, employer, trees):
            count["changed"] += 1
            count["won"] += one.house.is_right(house.text) and not was
            count["lost"] += was and not one.house.is_right(house.text)
    return count


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--also", nargs="+", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def main() -> None:
    told = options()
    sets = {folder: read(folder) for folder in told.folders}
    numbers = {folder: [one.known for one in some] for folder, some in sets.items()}
    if told.keep:
        lines = (json.dumps(asdict(one)) for some in numbers.values() for one in some)
        told.keep.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kept = [Numbers(**json.loads(line)) for file in told.also for line in file.read_text(encoding="utf-8").splitlines()]
    for folder, some in sets.items():
        others = kept + [one for other, known in numbers.items() if other != folder for one in known]
        if others:
            print(folder, dict(changes(some, others)), file=sys.stderr)
    if told.write:
        resumes = kept + [one for some in numbers.values() for one in some]
        about = f"Fitted by bench/fitting/house_ranking.py to {len(resumes)} resumes: numbers only."
        files = (ranked_house.POST_TREES, FEATURES), (ranked_house.HOUSE_TREES, HOUSE_FEATURES)
        for (name, features), trees in zip(files, fit(resumes), strict=True):
            text = json.dumps({"about": about, "features": features, "trees": trees})
            (DATA / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
