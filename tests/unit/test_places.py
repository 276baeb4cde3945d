"""Where texts stand among others: the same answer by numbers as by the texts themselves."""

import uuid

import numpy as np
import pandas as pd
import pytest

from ringback.places import FEW, numbered, places

MANY = 3 * FEW


def ids(n: int, seed: int = 1) -> list[str]:
    rng = np.random.default_rng(seed)
    return [str(uuid.UUID(bytes=rng.bytes(16))) for _ in range(n)]


def by_dictionary(wanted: list[str | None], known: list[str | None]) -> list[int]:
    place_of: dict[str | None, int] = {}
    for place, text in enumerate(known):
        place_of.setdefault(text, place)
    return [place_of.get(text, -1) for text in wanted]


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(ids(MANY), id="one length"),
        pytest.param([*ids(MANY), ids(1)[0]], id="one of them twice"),
        pytest.param([*ids(MANY), "somebody-else"], id="another length"),
        pytest.param([f"{n:09}" for n in range(MANY)], id="words that overlap"),
        pytest.param([f"{n:05}" for n in range(MANY)], id="short"),
        pytest.param(ids(5), id="few"),
    ],
)
def test_places_are_those_of_the_texts(known: list[str]) -> None:
    strangers = [text[:-1] + "x" for text in known[:50]]
    wanted = [*known[::-7], *strangers, *known[:3]]
    found = places(pd.Series(wanted, dtype="str"), pd.Series(known, dtype="str"))
    assert found.tolist() == by_dictionary(wanted, known)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([*ids(MANY), *ids(MANY)[::-3]], id="one length"),
        pytest.param([*ids(MANY), "somebody-else", ids(1)[0]], id="another length"),
        pytest.param([*ids(MANY), None, ids(2)[1]], id="missing"),
        pytest.param([*ids(3), ids(2)[1]], id="few"),
        pytest.param([], id="none"),
    ],
)
def test_texts_are_numbered_as_they_first_stand(texts: list[str | None]) -> None:
    codes: dict[str | None, int] = {None: -1}
    for text in texts:
        codes.setdefault(text, len(codes) - 1)
    assert numbered(pd.Series(texts, dtype="str")).tolist() == [codes[text] for text in texts]


def test_a_part_of_a_column_is_read_where_it_begins() -> None:
    known = pd.Series(ids(MANY), dtype="str")
    assert places(known.iloc[100:MANY], known).tolist() == list(range(100, MANY))


def test_missing_ids_are_strangers() -> None:
    known = pd.Series(ids(MANY), dtype="str")
    wanted = known.where(np.arange(MANY) % 2 == 0)
    found = places(wanted, known)
    assert (found[::2] == np.arange(0, MANY, 2)).all()
    assert (found[1::2] == -1).all()


def test_nobody_is_found_among_nobody() -> None:
    nobody = pd.Series([], dtype="str")
    assert places(nobody, pd.Series(ids(MANY), dtype="str")).tolist() == []
    assert (places(pd.Series(ids(MANY), dtype="str"), nobody) == -1).all()
