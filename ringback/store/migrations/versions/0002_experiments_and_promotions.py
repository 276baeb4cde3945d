"""Experiments are reviewed, winners stand in a record, a model version may be pinned."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "policy_promotion",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("experiment", sa.String(length=100), nullable=False),
        sa.Column("role_family", sa.String(length=60), nullable=True),
        sa.Column("arm", sa.String(length=60), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("promoted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promoted_by", sa.String(length=100), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=100), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_promotion")),
    )
    with op.batch_alter_table("policy_promotion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_policy_promotion_ended_at"), ["ended_at"], unique=False)

    op.add_column("experiment", sa.Column("n_per_arm", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("experiment", sa.Column("winner", sa.String(length=60), nullable=True))
    op.add_column("experiment_readout", sa.Column("look", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("experiment_readout", sa.Column("detail", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("model_version", sa.Column("promoted_by", sa.String(length=100), nullable=True))
    op.add_column("model_version", sa.Column("promoted_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("model_version", sa.Column("is_pinned", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for table, column in (
        ("model_version", "is_pinned"),
        ("model_version", "promoted_at"),
        ("model_version", "promoted_by"),
        ("experiment_readout", "detail"),
        ("experiment_readout", "look"),
        ("experiment", "winner"),
        ("experiment", "n_per_arm"),
    ):
        op.drop_column(table, column)
    op.drop_table("policy_promotion")
