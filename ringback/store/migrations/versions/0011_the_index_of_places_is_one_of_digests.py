"""The index of places in the drop folder is one of digests, in a pool that was brought to 0009 with an ordinary one, too.

An ordinary index on PostgreSQL takes no path of more than 2 704 bytes, and such a file stopped every pass.
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    name = op.f("ix_intake_file_path")
    op.drop_index(name, table_name="intake_file", if_exists=True)
    op.create_index(name, "intake_file", ["path"], postgresql_using="hash")


def downgrade() -> None:
    """Leave it: revision 0009 makes the same index."""
