"""The numbers of the identity model: frozen, versioned, and the same for every pool.

Weights are log2(m/u), in bits: how much likelier an agreement is between two records of one person than between two
records of different people (Fellegi & Sunter 1969, JASA 64). They were checked offline against Splink's estimates (see
``training/``); u of phone, WeChat and LinkedIn cannot be estimated from random pairs, which never agree, and is set by
hand. ``PRIOR`` is that of a pool of a million: a threshold tuned on ten thousand records destroys a large pool, because
false pairs grow with the square.
"""

from __future__ import annotations

from types import MappingProxyType

from ringback.identity.surnames import table_version

VERSION = f"2026-11.4+{table_version()}"
"""Changes with every number here; edges of another version are judged again."""

PRIOR = -20.0
MERGE_WITH_IDENTIFIER = 6.0
MERGE_WITH_CONTEXT = 11.0
"""Without a shared contact. Of 200 000 invented records no two different people, planted namesakes aside, came to 7 bits."""

MERGE_WITH_TEXT = {"very_alike": 6.0, "alike": 10.0}
"""With a whole name: different people's texts share at most .30 of their shingles, one person's mostly .8 and more."""

REVIEW_FROM = 0.0
"""As likely one person as not, in a pool of a million."""

REVIEW_CONTACT_FROM = -4.0
"""A contact that one name bears, and a name that does not speak against it: 张先生 on 张伟民's own phone is somebody to ask
about; on a number that other names bear too he is not, unless more agrees."""

REVIEW_CONFLICT_FROM = -8.0
"""A shared contact under two names stands at -13 (-10 with one surname): a year of birth, a school, an employer or a mailbox
that agrees as well brings it here. With nothing else it is a family or a new owner, and asking about it costs a third of
all questions for one right answer in two hundred."""

WEIGHTS = MappingProxyType(
    {
        ("name", "exact"): -0.6,  # added to the rarity of the name, as are reading and homophone
        ("name", "reading"): -2.0,
        ("name", "homophone"): -6.0,
        ("name", "english"): -0.5,  # added to the rarity of the surname, as is the lone surname of a masked name
        ("name", "surname"): -0.5,
        ("name", "unknown"): 0.0,
        ("name", "same_surname"): -1.5,
        ("name", "different"): -4.0,
        ("phone", "one_name"): 16.0,
        ("phone", "family"): 11.0,
        ("phone", "generic"): 3.0,  # of two people in a pool few go through one agency; it makes no pairs, but tells
        ("phone", "one_digit_off"): 9.0,
        ("phone", "masked_alike"): 6.0,
        ("phone", "differs"): -2.0,
        ("email", "one_name"): 17.0,
        ("email", "family"): 12.0,
        ("email", "generic"): 3.0,
        ("email", "one_letter_off"): 8.0,
        ("email", "same_user"): 6.0,
        ("email", "differs"): -2.0,
        ("wechat", "one_name"): 15.0,
        ("wechat", "family"): 10.0,
        ("wechat", "generic"): 3.0,
        ("linkedin", "one_name"): 16.0,
        ("linkedin", "family"): 11.0,
        ("linkedin", "generic"): 3.0,
        ("birth_year", "same"): 5.2,
        ("birth_year", "one_off"): 0.8,  # a year worked out from an age is off by one in 6 % of records
        ("birth_year", "differs"): -5.0,
        ("sex", "differs"): -6.0,  # a form's slip is rare; with a partial name it forbids the join
        ("school", "same"): 6.0,
        ("school", "differs"): -2.5,  # this and the next only where no contact is shared: people move and study on
        ("employer", "same"): 7.5,
        ("employer", "contained"): 6.5,
        ("city", "same"): 3.5,
        ("city", "differs"): -1.0,
        ("text", "very_alike"): 11.0,  # capped: a template or a colleague's copy must not decide alone
        ("text", "alike"): 8.0,
        ("file", "same"): 20.0,
    }
)
VERY_ALIKE = 0.8
ALIKE = 0.6
