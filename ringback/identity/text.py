"""Near-duplicate resume text: a small signature, an estimate of how alike two texts are, and bands to meet by.

One-permutation MinHash over five-character shingles (Li, Owen & Zhang 2012, NIPS) with rotation for empty slots
(Shrivastava & Li 2014, ICML), kept to one byte a slot (b-bit minwise hashing, Li & König 2010, WWW).
"""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

import numpy as np

from ringback.identity.script import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

N_SLOTS = 128
N_BANDS = 12
SLOTS_PER_BAND = 6
SHINGLE = 5
SHORTEST_TEXT = 120
"""Below this many characters a text is a form, not a story: two forms are alike whoever filled them."""

_CONTACT = re.compile(
    r"\S+@\S+|https?://\S+|(?:\+?\d[\d\s-]{6,}\d)|(?:微信|wechat|vx|电话|手机|邮箱|e-?mail)[^\n]{0,40}"
)
_NOT_TEXT = re.compile(r"[\W_]+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_LARGEST = np.uint64(0xFFFFFFFFFFFFFFFF)


def signature_of(text: str | None, name: str | None) -> bytes | None:
    """Return :data:`N_SLOTS` bytes that say what a resume tells; None for a text too short to tell anything.

    Contact lines and the name are taken out first: they are evidence of their own and must not count twice.
    """
    if not text:
        return None
    story = _CONTACT.sub(" ", fold(text))
    if name:
        story = story.replace(fold(name), " ")
    story = _NOT_TEXT.sub("", story)
    if len(story) < SHORTEST_TEXT:
        return None
    return _slots(_shingle_hashes(story)).tobytes()


def _shingle_hashes(story: str) -> NDArray[np.uint64]:
    codes = np.frombuffer(story.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    n = len(codes) - SHINGLE + 1
    mixed = np.zeros(n, dtype=np.uint64)
    for offset in range(SHINGLE):
        mixed = mixed * _MULTIPLIER + codes[offset : offset + n]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_1
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_2
    return mixed ^ (mixed >> np.uint64(31))


def _slots(hashes: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """Return the low byte of the smallest hash of each slot; an empty slot takes its next filled neighbour's."""
    smallest = np.full(N_SLOTS, _LARGEST, dtype=np.uint64)
    np.minimum.at(smallest, (hashes % np.uint64(N_SLOTS)).astype(np.intp), hashes)
    filled = np.flatnonzero(smallest != _LARGEST)
    nearest = filled[np.searchsorted(filled, np.arange(N_SLOTS)) % len(filled)]
    return ((smallest[nearest] >> np.uint64(8)) & np.uint64(0xFF)).astype(np.uint8)


def similarity(a: bytes | None, b: bytes | None) -> float | None:
    """Return the estimated share of shingles two texts have in common (Jaccard); None where one has no signature."""
    if a is None or b is None:
        return None
    agreeing: float = sum(map(eq, a, b)) / N_SLOTS
    by_chance = 1 / 256
    return max(0.0, (agreeing - by_chance) / (1 - by_chance))


def bands_of(signature: bytes) -> list[str]:
    """Return the values by which two like texts meet: :data:`N_BANDS` runs of slots, each with its place."""
    return [f"{band}:{signature[band * SLOTS_PER_BAND : (band + 1) * SLOTS_PER_BAND].hex()}" for band in range(N_BANDS)]
