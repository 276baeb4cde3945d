"""Keeping the pool: the SQL that makes ``pool = F(records, decisions, model version)`` hold after every batch.

    rows       bulk inserts, sets of ids as a table, the lock that makes resolving serial
    keys       records meet: keys, how far each is trusted, whose pairs must be judged again
    pairs      which pairs there are, and what the scorer says of them
    clusters   which records are one person, and whose id that person has
    profiles   candidate, contact points and skills, derived from the member records
    following  what hangs on a person goes where its record goes
    reviews    which doubtful pairs a person should look at

Nothing here decides: it fetches for ``ringback.identity`` and writes down what that said.
"""
