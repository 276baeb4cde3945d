"""What a score says of the calls to come stands beside what it says of the person.

A night always worked it out and did not keep it. Scores of earlier nights have none; the next night writes them all anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("score", sa.Column("p_miss", sa.Float(), nullable=True))


def downgrade() -> None:
    op.drop_column("score", "p_miss")
