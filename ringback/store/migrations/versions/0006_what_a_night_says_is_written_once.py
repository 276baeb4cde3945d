"""What many people share of a night stands once: hours with their sentence, reasons of scores, findings on causes.

A million people share some thousand sentences; written a person they were nine tenths of what a night wrote. The rows of
people lose their foreign keys: only the night writes them, all of them, from what it has just read. What stood beside each
candidate as well (score, priority, tries, the start of the best window) is read from there: on PostgreSQL it cost a night as
much as all the rest to write a million candidates anew. ``next_call_at`` keeps what was set for one person.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
SLOT = ("starts_at", "ends_at", "starts_at_local", "n_calls", "reason", "as_of")
PARTS = {
    "call_window": ("call_slot", "slot_id", SLOT, ("rank", "p_answer", "p_low", "p_high", "is_random", "propensity")),
    "score": (
        "score_basis",
        "basis_id",
        ("as_of", "model", "reasons"),
        ("p_lost", "p_wrong", "priority", "tries_left"),
    ),
    "cause": ("cause_finding", "finding_id", ("cause", "sentence", "evidence", "as_of"), ()),
}
JSON_COLUMNS = ("reasons", "evidence")
FIRST_WINDOW = (
    "SELECT s.starts_at FROM call_window w JOIN call_slot s ON s.slot_id = w.slot_id"
    " WHERE w.candidate_id = candidate.candidate_id AND w.rank = 1"
)


def upgrade() -> None:
    for table in PARTS:
        _set_aside(table)
    _make_shared()
    _make_rows()
    for table, (shared, key, common, own) in PARTS.items():
        _part(table, shared, key, common, own)
        op.drop_table(f"old_{table}")
    op.drop_index(op.f("ix_candidate_next_call_at"), table_name="candidate")
    op.execute(
        "UPDATE candidate SET next_call_at = NULL"  # noqa: S608 (constants)
        f" WHERE next_call_at IS NOT NULL AND promised_at IS NULL AND next_call_at = ({FIRST_WINDOW})"
    )
    for column in ("p_lost", "priority", "tries_left"):
        op.drop_column("candidate", column)
    op.create_index(op.f("ix_candidate_next_call_at"), "candidate", ["next_call_at"])


def downgrade() -> None:
    for table in PARTS:
        _set_aside(table)
    _make_whole()
    for table, (shared, key, common, own) in PARTS.items():
        named = ", ".join(("candidate_id", *own, *common))
        op.execute(
            f"INSERT INTO {table} ({named}) SELECT {named} FROM old_{table} o JOIN {shared} s ON s.{key} = o.{key}"  # noqa: S608
        )
    for column, kind in (("p_lost", sa.Float()), ("priority", sa.Float()), ("tries_left", sa.Integer())):
        op.add_column("candidate", sa.Column(column, kind, nullable=True))
    op.execute(
        "UPDATE candidate SET p_lost = score.p_lost, priority = score.priority, tries_left = score.tries_left"
        " FROM score WHERE score.candidate_id = candidate.candidate_id"
    )
    op.execute(
        "UPDATE candidate SET next_call_at = w.starts_at FROM call_window w"
        " WHERE w.candidate_id = candidate.candidate_id AND w.rank = 1 AND candidate.next_call_at IS NULL"
        " AND candidate.status IN ('new', 'follow_up')"
    )
    for table, (shared, *_) in PARTS.items():
        op.drop_table(f"old_{table}")
        op.drop_table(shared)


def _set_aside(table: str) -> None:
    """Give a table another name, and its key too: PostgreSQL knows each name of a key once."""
    op.rename_table(table, f"old_{table}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE old_{table} RENAME CONSTRAINT pk_{table} TO pk_old_{table}")


def _part(table: str, shared: str, key: str, common: tuple[str, ...], own: tuple[str, ...]) -> None:
    """Write what rows have in common once, then the rows with its number."""
    sentences = next(name for name in ("reasons", "reason", "sentence") if name in common)
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    # PostgreSQL compares no JSON, and joins many rows by a hash; SQLite needs an index
    texts = {name: f"CAST({name} AS TEXT)" if name in JSON_COLUMNS and is_postgresql else name for name in common}
    back = {name: f"CAST({name} AS JSON)" if name in JSON_COLUMNS and is_postgresql else name for name in common}
    different = ", ".join(f"{text} AS {name}" for name, text in texts.items())
    listed = ", ".join(common)
    op.execute(
        f"INSERT INTO {shared} ({key}, {listed}) SELECT row_number() OVER (ORDER BY {listed}) - 1, {', '.join(back.values())}"  # noqa: S608
        f" FROM (SELECT DISTINCT {different} FROM old_{table}) AS d"
    )
    if not is_postgresql:
        op.create_index("ix_parting", shared, [sentences, "as_of"])
    same = " AND ".join(
        f"{text.replace(name, f's.{name}', 1)} = {text.replace(name, f'o.{name}', 1)}" for name, text in texts.items()
    )
    mine = ", ".join(("candidate_id", *own))
    op.execute(
        f"INSERT INTO {table} ({mine}, {key}) SELECT {mine}, s.{key} FROM old_{table} o JOIN {shared} s ON {same}"  # noqa: S608
    )
    if not is_postgresql:
        op.drop_index("ix_parting", table_name=shared)


def _make_shared() -> None:
    op.create_table(
        "call_slot",
        sa.Column("slot_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("starts_at_local", sa.String(length=40), nullable=False),
        sa.Column("n_calls", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("as_of", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("slot_id", name=op.f("pk_call_slot")),
    )
    op.create_table(
        "score_basis",
        sa.Column("basis_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("as_of", INSTANT, nullable=False),
        sa.Column("model", sa.String(length=80), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("basis_id", name=op.f("pk_score_basis")),
    )
    op.create_table(
        "cause_finding",
        sa.Column("finding_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cause", sa.String(length=30), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("as_of", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("finding_id", name=op.f("pk_cause_finding")),
    )


def _make_rows() -> None:
    op.create_table(
        "call_window",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("p_answer", sa.Float(), nullable=False),
        sa.Column("p_low", sa.Float(), nullable=False),
        sa.Column("p_high", sa.Float(), nullable=False),
        sa.Column("is_random", sa.Boolean(), nullable=False),
        sa.Column("propensity", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("candidate_id", "rank", name=op.f("pk_call_window")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "score",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("p_lost", sa.Float(), nullable=False),
        sa.Column("p_wrong", sa.Float(), nullable=False),
        sa.Column("priority", sa.Float(), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.Column("basis_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("pk_score")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cause",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("pk_cause")),
        sqlite_with_rowid=False,
    )


def _make_whole() -> None:
    """Make the three tables as they were."""
    op.create_table(
        "call_window",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("starts_at_local", sa.String(length=40), nullable=False),
        sa.Column("p_answer", sa.Float(), nullable=False),
        sa.Column("p_low", sa.Float(), nullable=False),
        sa.Column("p_high", sa.Float(), nullable=False),
        sa.Column("n_calls", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_random", sa.Boolean(), nullable=False),
        sa.Column("propensity", sa.Float(), nullable=True),
        sa.Column("as_of", INSTANT, nullable=False),
        *_keys("call_window", "candidate_id", "rank"),
    )
    op.create_table(
        "score",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("as_of", INSTANT, nullable=False),
        sa.Column("p_lost", sa.Float(), nullable=False),
        sa.Column("p_wrong", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("model", sa.String(length=80), nullable=False),
        sa.Column("priority", sa.Float(), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        *_keys("score", "candidate_id"),
    )
    op.create_table(
        "cause",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("cause", sa.String(length=30), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("as_of", INSTANT, nullable=False),
        *_keys("cause", "candidate_id"),
    )


def _keys(table: str, *columns: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f(f"fk_{table}_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}")),
    )
