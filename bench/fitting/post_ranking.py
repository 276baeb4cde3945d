"""Fit the weights of phrases that may be the present post anew, from resumes of your own whose posts you wrote down.

    python bench/fitting/post_ranking.py FOLDER [FOLDER ...] [--write]

Each folder holds resumes and ``truth.jsonl``, an object a line: ``{"file": "mara.pdf", "current_title": "Tide Engineer"}``;
several posts may be right (a list), and null says that none is told. Prints what the weights would change in each folder when
they were fitted to the others (give two at least), and with --write puts those of all folders into
``ringback/readers/data/post_trees.json``. Needs LightGBM (``pip install lightgbm``), which reading does not.

The weights hold numbers of words, places and dates, and no word of a resume. What the word lists learned from a folder flatters
its figures: weigh a change of the lists on resumes that neither they nor the weights have seen.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import ringback
from ringback.readers import assemble
from ringback.readers.fields.jobs import experience
from ringback.readers.fields.jobs.experience import Job
from ringback.readers.fields.jobs.ranking import ranked
from ringback.readers.fields.jobs.ranking.features import FEATURES, features_of
from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase
from ringback.readers.fields.sheet import Sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.normalise import fold
from ringback.readers.read import read_file
from schemas.policy import RoleFamily

DATA = Path(ringback.__file__).parent / "readers" / "data" / "post_trees.json"
N_TREES, N_WRONG, WEIGHT_OF_RIGHT, LONGEST = 60, 60, 3.0, 2.2
SETTINGS: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 8, "min_data_in_leaf": 40, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 63, "num_threads": 1, "verbose": -1,
    "deterministic": True, "force_col_wise": True, "seed": 0,
}  # fmt: skip


@dataclass
class Resume:
    """A resume as it is weighed: what may be its post, the numbers of each, what the rules found, what is right."""

    rules: Job
    right: list[str | None]
    phrases: list[Phrase] = field(default_factory=list)
    numbers: list[list[float]] = field(default_factory=list)

    @classmethod
    def of(cls, told: dict[str, Any], half: str, job: Job, phrases: list[Phrase], numbers: list[list[float]]) -> Resume:
        """Take what is right of one half of the job, ``current_title`` or ``current_employer``."""
        right = told[half] if isinstance(told[half], list) else [told[half]]
        return cls(job, right or [None], phrases, numbers)

    def is_right(self, post: str | None) -> bool:
        return any(is_same(post, told) for told in self.right)


def is_same(post: str | None, told: str | None) -> bool:
    """Tell the same post; one within the other is it too, unless it is much longer."""
    if not (post and told):
        return not post and not told
    one, other = sorted((letters(post), letters(told)), key=len)
    return one == other or (len(one) > 1 and one in other and len(other) <= LONGEST * len(one))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).casefold()))


def read(folder: Path) -> list[Resume]:
    """Read the resumes of a folder by the rules alone."""
    found: list[Resume] = []
    for told, sheet, job in resumes_of(folder):
        if "current_title" not in told:
            continue
        page = Page(sheet)
        phrases = page.phrases()
        numbers = [features_of(page, phrase) for phrase in phrases]
        found.append(Resume.of(told, "current_title", job, phrases, numbers))
    return found


def resumes_of(folder: Path) -> Iterator[tuple[dict[str, Any], Sheet, Job]]:
    """Yield what is right, the sheet and the job by the rules alone of each resume whose post or house is written down."""
    policy = tomllib.loads(Path(ringback.__file__).with_name("policy.toml").read_text(encoding="utf-8"))
    families = {name: RoleFamily(**family) for name, family in policy["roles"]["families"].items()}
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if not told.keys() & {"current_title", "current_employer"} or told.get("kind", "resume") != "resume":
            continue
        seen: list[tuple[Sheet, Job]] = []
        with_rules_only(lambda sheet, job, seen=seen: seen.append((sheet, job)))
        path = next(path for path in (folder / told["file"], folder / "files" / told["file"]) if path.exists())
        read_file(path, source=None, taxonomy=families, limits=ReaderLimits())
        if seen:
            yield told, *seen[0]


RULES = assemble.read_job


def keep(_sheet: Sheet, title: Any, _employer: Any) -> Any:
    return title


def keep_house(_sheet: Sheet, _title: Any, employer: Any) -> Any:
    return employer


def with_rules_only(see: Any) -> None:
    """Let reading hand each sheet and the job that the rules read in it to ``see``."""

    def read_job(sheet: Sheet) -> Job:
        job = RULES(sheet)
        see(sheet, job)
        return job

    assemble.read_job = read_job
    experience.ranked_post, experience.ranked_house = keep, keep_house


def fit(resumes: list[Resume]) -> list[Any]:
    """Return the trees that tell the posts of these resumes."""
    told = [
        (one.numbers, [None not in one.right and one.is_right(phrase.text) for phrase in one.phrases])
        for one in resumes
    ]
    return fitted(told, N_TREES)


def fitted(
    resumes: Iterable[tuple[list[list[float]], list[bool]]], n_trees: int, more: dict[str, Any] | None = None
) -> list[Any]:
    """Return trees, each a leaf or feature, threshold, what is not above it, what is; a resume is numbers and what is right."""
    import lightgbm

    dice = np.random.default_rng(0)
    rows: list[list[float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for numbers, is_right in resumes:
        right, wrong = np.flatnonzero(is_right), np.flatnonzero(~np.array(is_right, bool))
        wrong = dice.choice(wrong, N_WRONG, replace=False) if len(wrong) > N_WRONG else wrong
        for number in (*right, *wrong):
            rows.append(numbers[number])
            labels.append(bool(is_right[number]))
            weights.append(WEIGHT_OF_RIGHT / len(right) if is_right[number] else 1.0)
    data = lightgbm.Dataset(np.array(rows), label=np.array(labels, float), weight=np.array(weights))
    model = lightgbm.train(SETTINGS | (more or {}), data, n_trees)
    return [as_tree(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def as_tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    sides = as_tree(node["left_child"]), as_tree(node["right_child"])
    return [node["split_feature"], round(node["threshold"], 5), *sides]


def changes(resumes: list[Resume], trees: list[Any]) -> Counter[str]:
    """Count what the weights change of what the rules found, and how much of it is right."""
    count: Counter[str] = Counter(resumes=len(resumes))
    for resume in resumes:
        title = resume.rules.title
        post = ranked.better_post(resume.phrases, resume.numbers, title, resume.rules.employer, trees)
        was = resume.is_right(title.value if title else None)
        count["right by the rules"] += was
        count["in doubt"] += ranked.is_doubtful(title, resume.rules.employer)
        if post:
            count["changed"] += 1
            count["won"] += resume.is_right(post.text) and not was
            count["lost"] += was and not resume.is_right(post.text)
    return count


def options_of(about: str | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def main() -> None:
    options = options_of(__doc__)
    sets = {folder: read(folder) for folder in options.folders}
    total: Counter[str] = Counter()
    for folder in sets if len(sets) > 1 else ():
        count = changes(sets[folder], fit([one for other, some in sets.items() if other != folder for one in some]))
        total += count
        print(folder, dict(count))
    print("all", dict(total))
    if options.write:
        trees = fit([one for some in sets.values() for one in some])
        about = f"Fitted by bench/fitting/post_ranking.py to {sum(map(len, sets.values()))} resumes: numbers only."
        DATA.write_text(json.dumps({"about": about, "features": FEATURES, "trees": trees}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
