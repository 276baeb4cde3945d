"""Keys and features of a record refer to it without the database looking it up at every one of nine rows.

Only the resolver writes them, in the transaction that has just read the record, and a record is never deleted (erasing
leaves its origin). The look-ups took a tenth of the database's time of an import.
"""

from alembic import op

from schemas.tables.base import NAMING

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = {"record_key": {"sqlite_with_rowid": False}, "record_feature": {}}


def upgrade() -> None:
    for table, kept in TABLES.items():
        with op.batch_alter_table(table, naming_convention=NAMING, table_kwargs=kept) as batch:
            batch.drop_constraint(_name(table), type_="foreignkey")


def downgrade() -> None:
    for table, kept in TABLES.items():
        with op.batch_alter_table(table, naming_convention=NAMING, table_kwargs=kept) as batch:
            batch.create_foreign_key(_name(table), "source_record", ["source_record_id"], ["id"])


def _name(table: str) -> str:
    return f"fk_{table}_source_record_id_source_record"
