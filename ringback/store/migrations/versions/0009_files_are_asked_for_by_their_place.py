"""Files are asked for by their place in the drop folder in each pass that finds some still being copied.

PostgreSQL keeps no value of more than 2 704 bytes in an ordinary index, and a path can be longer: it gets one of digests.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_intake_file_path"), "intake_file", ["path"], postgresql_using="hash")


def downgrade() -> None:
    op.drop_index(op.f("ix_intake_file_path"), table_name="intake_file")
