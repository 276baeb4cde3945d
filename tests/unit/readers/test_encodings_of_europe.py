"""Text in the code pages of western and central Europe, which hardly differ, and which other encodings decode too."""

from __future__ import annotations

import pytest

from ringback.readers.text import decode
from tests.standins.growth import LINEAR, growth

WEST = "Jürgen Müßigmann\nHamburg\nMcGill University, DevOps at MacTavish and OrrinTech\n"
POLISH = "Łukasz Wiśniewski\nul. Żabia 4, Łódź\nKierowca, Spółka Młyn\n"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_capitals_within_words_of_plain_letters_say_nothing(encoding: str) -> None:
    assert decode(WEST.encode(encoding)) == WEST


def test_polish_is_read_as_polish() -> None:
    assert decode(POLISH.encode("cp1250")) == POLISH


@pytest.mark.parametrize(
    "text",
    [
        "Pay: £28,000 a year\nDriver’s licence\n",
        "¿Qué más? Señor Ibáñez, 2º grado, 3ª planta\n",
        "François Lefèvre, à Orléans\nœuvre – été 2019\n",
        "Søren Ærø, Malmö, Åse\n",
        "Halls of 40 m³, 20 °C – naïve café\n",
    ],
)
def test_the_west_is_not_read_as_polish(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_chinese_and_cyrillic_stay() -> None:
    chinese = "姓名：林晓月\n手机：13812345678 邮箱：a@b.example 工作经历 McGill\n"
    assert decode(chinese.encode("gb18030")) == chinese
    assert decode("Иван Петров, водитель, 2019г\n".encode("cp1251")) == "Иван Петров, водитель, 2019г\n"


@pytest.mark.parametrize("piece", ["aé", "é", "a", "Aé ", "éA"])
def test_scoring_takes_the_time_of_its_length(piece: str) -> None:
    assert growth(lambda text: decode(text.encode("cp1252")), lambda n: piece * (n // len(piece)), 30_000) < LINEAR


@pytest.mark.parametrize("encoding", ["cp1252", "gb18030"])
def test_a_picture_in_plain_letters_within_other_text_takes_the_time_of_its_length(encoding: str) -> None:
    def page(n: int) -> bytes:
        return ("ééé " + "iVBORw0K" * (n // 8)).encode(encoding)

    assert growth(decode, page, 24_000) < LINEAR
