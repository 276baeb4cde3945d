"""Which person is this? Pure decisions on source records: no SQL, no clock, no order of arrival.

    features   what of a record can identify a person, normalised (names, contacts, context, text)
    keys       the values by which two records may meet, and how far a shared value can be trusted
    comparison two records, level by level: a Fellegi-Sunter weight in bits
    verdict    weight and levels -> merge, review or apart
    clustering merge edges and human decisions -> people
    golden     member records -> one profile
    explanation why, why not and how, in words

The pool is a function of the records, the human decisions and :data:`ringback.identity.model.VERSION`: nothing here may
look at anything else.
"""
