"""A call that was logged wrongly is taken back: its row stays, marked with who, when and why, and counts no more.

What it moved is marked as well, so that no count of interviews rests on it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempt", sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("attempt", sa.Column("voided_by", sa.String(100), nullable=True))
    op.add_column("attempt", sa.Column("void_reason", sa.LargeBinary(), nullable=True))
    op.add_column("status_change", sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("status_change", "voided_at")
    for name in ("void_reason", "voided_by", "voided_at"):
        op.drop_column("attempt", name)
