"""Addresses of mail that are another's, or of something else: referees named in a sentence, a chat. Invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

BODY = "Experience\n2019 - 2020\tNurse, Moor Ltd\nLanguages\nEnglish, French\n"
FOOT = {
    "referees_of_a_sentence": (
        "Email: ana.moor@fernpost.net",
        (
            "Scientists Prof. Bo Larch-Vask (bo.larch@tolmere.net), Prof. Cem Oakley\n"
            "(cem.oakley@veskari.net) and Prof.\tDina Hale (dhale@kalder.net) have agreed to\nsend letters for me."
        ),
        ("ana.moor@fernpost.net",),
    ),
    "chat_below_a_sign_of_mail": (
        "Hull, UK",
        "✉ contact@anamoor.net • Ana-Moor\nGitLab: anam - Skype: AnaMoor@fernpost.net",
        ("contact@anamoor.net",),
    ),
    "chat_beside_ones_own": (
        "ana@fernpost.net",
        "Skype id: ana.moor@tolmere.net",
        ("ana@fernpost.net",),
    ),
    "bracket_behind_ones_own_name": ("Dr. Ana Moor (ana@fernpost.net)", "I like tides.", ("ana@fernpost.net",)),
}


@pytest.mark.parametrize("case", FOOT)
def test_own_addresses_only(case: str, read: Callable[..., Reading]) -> None:
    head, foot, emails = FOOT[case]
    (found,) = read(f"Ana Moor\n{head}\n{BODY}{foot}").resumes
    assert found.emails == emails
