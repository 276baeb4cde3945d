"""From edges and human decisions to people: Kruskal's order with a guard, so that a chain cannot join two people.

The result depends on the set of records, edges and decisions only: ties are broken by content-derived uids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ringback.identity.comparison import CONFLICTS, compare_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ringback.identity.names import Name


class MergeEdge(NamedTuple):
    """A pair that the scorer would merge; ``a < b`` are uids.

    ``is_soft``: no contact is shared, or one name is known only in part. Such a pair joins nobody across years of birth.
    """

    a: str
    b: str
    weight: float
    is_soft: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided and did not take back: pairs of uids (smaller first); ``same`` newest first."""

    same: tuple[tuple[str, str], ...] = ()
    different: frozenset[tuple[str, str]] = frozenset()


@dataclass
class Clustering:
    """The people found, which edges hold them together (*how*), and which merge edges a guard refused, and why."""

    clusters: list[frozenset[str]] = field(default_factory=list)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)
    spanning: list[tuple[str, str]] = field(default_factory=list)


class _Forest:
    """Union-find that keeps the members of each tree: clusters are small."""

    def __init__(self, uids: Iterable[str]) -> None:
        self.members = {uid: [uid] for uid in uids}
        self.root = {uid: uid for uid in self.members}

    def find(self, uid: str) -> str:
        while self.root[uid] != uid:
            self.root[uid] = self.root[self.root[uid]]
            uid = self.root[uid]
        return uid

    def join(self, a: str, b: str) -> None:
        keep, gone = sorted((a, b), key=lambda root: (-len(self.members[root]), root))
        self.root[gone] = keep
        self.members[keep] += self.members.pop(gone)


def cluster(
    names: Mapping[str, Name],
    edges: Sequence[MergeEdge],
    decisions: Decisions,
    births: Mapping[str, int] | None = None,
) -> Clustering:
    """Group the records of ``names`` into people; ``births`` are the years of birth that are known.

    Decisions come first, the newest leading; then merge edges by falling weight. A join is refused where a decision
    "different" lies across, where full names of the two sides conflict, or, for a soft edge, where years of birth do: the two
    records of a pair may lack what their people's other records tell. Refused edges are for a person to judge.
    """
    forest = _Forest(names)
    result = Clustering()
    for a, b in decisions.same:
        left, right = forest.find(a), forest.find(b)
        if left != right and not _is_decided_apart(forest.members[left], forest.members[right], decisions):
            forest.join(left, right)
            result.spanning.append((a, b))
    declared = [tuple(m) for m in forest.members.values() if len(m) > 1]
    guard = _Guard(names, decisions, births or {}, declared=declared)
    for edge in sorted(edges, key=lambda e: (-e.weight, e.a, e.b)):
        left, right = forest.find(edge.a), forest.find(edge.b)
        if left == right:
            continue
        reason = guard.refuse_join(forest.members[left], forest.members[right], edge)
        if reason is None:
            forest.join(left, right)
            result.spanning.append((edge.a, edge.b))
        else:
            result.refused[edge.a, edge.b] = reason
    result.refused = {pair: why for pair, why in result.refused.items() if forest.find(pair[0]) != forest.find(pair[1])}
    result.clusters = sorted((frozenset(members) for members in forest.members.values()), key=min)
    return result


def _is_decided_apart(left: Sequence[str], right: Sequence[str], decisions: Decisions) -> bool:
    if not decisions.different:
        return False
    return any(((a, b) if a < b else (b, a)) in decisions.different for a in left for b in right)


class _Guard:
    """Refuses joins that would put two people in one cluster."""

    def __init__(
        self,
        names: Mapping[str, Name],
        decisions: Decisions,
        births: Mapping[str, int],
        *,
        declared: Sequence[Sequence[str]],
    ) -> None:
        self.names = names
        self.decisions = decisions
        self.births = births
        self.declared = {uid: [names[member] for member in members] for members in declared for uid in members}

    def refuse_join(self, left: Sequence[str], right: Sequence[str], edge: MergeEdge) -> str | None:
        """Return why two clusters must not become one by this edge, or None.

        A reading may stand between two names (张伟 - Zhang Wei - 章炜); so different characters are refused too, unless
        the edge itself joins them (a typing slip between homophones with a shared contact), or somebody has said that one
        person bears both names.
        """
        if _is_decided_apart(left, right, self.decisions):
            return "decided_apart"
        if edge.is_soft and self._are_births_apart(left, right):
            return "births_conflict"
        own = {self.names[edge.a].hanzi, self.names[edge.b].hanzi}
        for a in {self.names[uid] for uid in left}:
            for b in {self.names[uid] for uid in right}:
                level = compare_names(a, b)[1]
                is_clash = level in CONFLICTS or (level == "homophone" and {a.hanzi, b.hanzi} != own)
                if is_clash and not self._is_declared_one(a, b, [*left, *right]):
                    return "names_conflict"
        return None

    def _are_births_apart(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Tell whether years of birth lie further apart than a year worked out from an age."""
        here, there = ([self.births[uid] for uid in uids if uid in self.births] for uids in (left, right))
        return any(abs(a - b) > 1 for a in here for b in there)

    def _is_declared_one(self, a: Name, b: Name, uids: Sequence[str]) -> bool:
        if not self.declared:
            return False
        return any(_fits(a, known) and _fits(b, known) for known in map(self.declared.get, uids) if known)


def _fits(name: Name, known: Sequence[Name]) -> bool:
    return any(compare_names(name, other)[1] not in CONFLICTS for other in known)


@dataclass(frozen=True, slots=True)
class Clash:
    """What keeps two people apart though records of theirs agree: ``kind`` is names or births, ``a`` and ``b`` the uids."""

    kind: str
    a: str
    b: str


def clash_between(
    left: Sequence[str], right: Sequence[str], names: Mapping[str, Name], births: Mapping[str, int]
) -> Clash | None:
    """Return the two records whose names (or, where none do, years of birth) conflict; None where nothing does."""
    pairs = [(a, b) for a in sorted(left) for b in sorted(right)]
    levels = [(compare_names(names[a], names[b])[1], a, b) for a, b in pairs]
    for found in (CONFLICTS, {"homophone"}):
        if clash := next((Clash("names", a, b) for level, a, b in levels if level in found), None):
            return clash
    apart = ((a, b) for a, b in pairs if a in births and b in births and abs(births[a] - births[b]) > 1)
    return next((Clash("births", a, b) for a, b in apart), None)
