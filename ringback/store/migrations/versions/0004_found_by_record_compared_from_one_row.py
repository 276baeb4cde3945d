"""What hangs on a record is found by it, and a record's features are read from one row.

Reminders, interviews and messages get an index on their record: a merge brings them along without reading all of them.
Features get the uid and the text signature that the comparison needs beside them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

FOLLOWING = ("reminder", "interview", "outbox_message")


def upgrade() -> None:
    for table in FOLLOWING:
        op.create_index(op.f(f"ix_{table}_source_record_id"), table, ["source_record_id"])
    op.add_column("record_feature", sa.Column("uid", sa.String(length=32), nullable=False, server_default=""))
    op.add_column("record_feature", sa.Column("text_signature", sa.LargeBinary(), nullable=True))
    op.execute(
        "UPDATE record_feature SET (uid, text_signature) ="
        " (SELECT r.uid, r.text_signature FROM source_record r WHERE r.id = record_feature.source_record_id)"
    )


def downgrade() -> None:
    op.drop_column("record_feature", "text_signature")
    op.drop_column("record_feature", "uid")
    for table in FOLLOWING:
        op.drop_index(op.f(f"ix_{table}_source_record_id"), table_name=table)
