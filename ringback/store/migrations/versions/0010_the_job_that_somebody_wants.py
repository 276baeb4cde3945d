"""The job that somebody wants: messages name it before the one that the person has.

People who came in earlier get theirs when another record of theirs comes in, or by ``ringback db rebuild-pool --all``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("candidate", sa.Column("desired_title", sa.String(200), nullable=True))


def downgrade() -> None:
    op.drop_column("candidate", "desired_title")
