"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("password_hash", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
    )
    op.create_table(
        "answer_rate",
        sa.Column("role_family", sa.String(length=60), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("n_calls", sa.Integer(), nullable=False),
        sa.Column("n_answered", sa.Integer(), nullable=False),
        sa.Column("rate", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("role_family", "weekday", "hour", name=op.f("pk_answer_rate")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=100), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_subject"), ["subject"], unique=False)

    op.create_table(
        "candidate",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("role_family", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("name_pinyin", sa.String(length=300), nullable=True),
        sa.Column("city", sa.String(length=100), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("employer", sa.String(length=300), nullable=True),
        sa.Column("school", sa.String(length=200), nullable=True),
        sa.Column("highest_degree", sa.String(length=20), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.Column("timezone", sa.String(length=60), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=True),
        sa.Column("is_do_not_contact", sa.Boolean(), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("p_lost", sa.Float(), nullable=True),
        sa.Column("priority", sa.Float(), nullable=True),
        sa.Column("tries_left", sa.Integer(), nullable=True),
        sa.Column("next_call_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merged_into", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("pk_candidate")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_candidate_employer"), ["employer"], unique=False)
        batch_op.create_index(batch_op.f("ix_candidate_merged_into"), ["merged_into"], unique=False)
        batch_op.create_index(batch_op.f("ix_candidate_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_candidate_name_pinyin"), ["name_pinyin"], unique=False)
        batch_op.create_index(batch_op.f("ix_candidate_next_call_at"), ["next_call_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_candidate_status_role_family"), ["status", "role_family"], unique=False)

    op.create_table(
        "experiment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("role_family", sa.String(length=60), nullable=True),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experiment")),
        sa.UniqueConstraint("name", name=op.f("uq_experiment_name")),
    )
    op.create_table(
        "experiment_readout",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("experiment", sa.String(length=100), nullable=False),
        sa.Column("role_family", sa.String(length=60), nullable=True),
        sa.Column("arm", sa.String(length=60), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("successes", sa.Integer(), nullable=False),
        sa.Column("rate", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("p_best", sa.Float(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experiment_readout")),
    )
    with op.batch_alter_table("experiment_readout", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_experiment_readout_experiment_as_of"), ["experiment", "as_of"], unique=False
        )

    op.create_table(
        "intake_file",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_path", sa.Text(), nullable=True),
        sa.Column("n_resumes", sa.Integer(), nullable=False),
        sa.Column("n_problems", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("hint", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_file")),
    )
    with op.batch_alter_table("intake_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_file_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_intake_file_state"), ["state"], unique=False)

    op.create_table(
        "key_state",
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("n_names", sa.Integer(), nullable=False),
        sa.Column("n_records", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "hash", name=op.f("pk_key_state")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "match_decision",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("uid_a", sa.String(length=32), nullable=False),
        sa.Column("uid_b", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.String(length=30), nullable=False),
        sa.Column("decided_by", sa.String(length=100), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_decision")),
    )
    with op.batch_alter_table("match_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_decision_uid_a_uid_b"), ["uid_a", "uid_b"], unique=False)
        batch_op.create_index(batch_op.f("ix_match_decision_uid_b"), ["uid_b"], unique=False)

    op.create_table(
        "model_version",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.Column("trained_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data_hash", sa.String(length=64), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("metrics", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_version")),
    )
    with op.batch_alter_table("model_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_model_version_kind_standing"), ["kind", "standing"], unique=False)

    op.create_table(
        "resolution_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("other_candidate_id", sa.String(length=36), nullable=True),
        sa.Column("cause", sa.JSON(), nullable=False),
        sa.Column("model_version", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution_event")),
    )
    with op.batch_alter_table("resolution_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resolution_event_candidate_id"), ["candidate_id"], unique=False)

    op.create_table(
        "sender_state",
        sa.Column("sender", sa.String(length=100), nullable=False),
        sa.Column("tokens", sa.Float(), nullable=False),
        sa.Column("refilled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("n_failures", sa.Integer(), nullable=False),
        sa.Column("n_pauses", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("detail", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_sender_state")),
    )
    op.create_table(
        "stored_setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stored_setting")),
    )
    op.create_table(
        "suppression",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("blind", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proof", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppression")),
        sa.UniqueConstraint("kind", "blind", name=op.f("uq_suppression_kind_blind")),
    )
    op.create_table(
        "webhook_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("dedupe_key", sa.String(length=200), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_event")),
        sa.UniqueConstraint("provider", "dedupe_key", name=op.f("uq_webhook_event_provider_dedupe_key")),
    )
    with op.batch_alter_table("webhook_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_webhook_event_applied_at"), ["applied_at"], unique=False)

    op.create_table(
        "call_window",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("starts_at_local", sa.String(length=40), nullable=False),
        sa.Column("p_answer", sa.Float(), nullable=False),
        sa.Column("p_low", sa.Float(), nullable=False),
        sa.Column("p_high", sa.Float(), nullable=False),
        sa.Column("n_calls", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_random", sa.Boolean(), nullable=False),
        sa.Column("propensity", sa.Float(), nullable=True),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_call_window_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("candidate_id", "rank", name=op.f("pk_call_window")),
    )
    op.create_table(
        "candidate_skill",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("skill", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_candidate_skill_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("candidate_id", "skill", name=op.f("pk_candidate_skill")),
    )
    with op.batch_alter_table("candidate_skill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_candidate_skill_skill"), ["skill"], unique=False)

    op.create_table(
        "cause",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("cause", sa.String(length=30), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_cause_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("pk_cause")),
    )
    op.create_table(
        "contact_point",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("blind", sa.LargeBinary(), nullable=False),
        sa.Column("tail_blind", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_contact_point_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
        sa.UniqueConstraint("candidate_id", "kind", "blind", name=op.f("uq_contact_point_candidate_id_kind_blind")),
    )
    with op.batch_alter_table("contact_point", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_point_blind"), ["blind"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_point_tail_blind"), ["tail_blind"], unique=False)

    op.create_table(
        "experiment_assignment",
        sa.Column("experiment", sa.String(length=100), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("arm", sa.String(length=60), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("exposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_experiment_assignment_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("experiment", "candidate_id", name=op.f("pk_experiment_assignment")),
    )
    with op.batch_alter_table("experiment_assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_experiment_assignment_candidate_id"), ["candidate_id"], unique=False)

    op.create_table(
        "quarantine",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("intake_file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.String(length=100), nullable=True),
        sa.Column("profile", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["intake_file_id"], ["intake_file.id"], name=op.f("fk_quarantine_intake_file_id_intake_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint("intake_file_id", "member", "code", name=op.f("uq_quarantine_intake_file_id_member_code")),
    )
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quarantine_source"), ["source"], unique=False)
        batch_op.create_index(batch_op.f("ix_quarantine_state"), ["state"], unique=False)

    op.create_table(
        "score",
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=False),
        sa.Column("p_lost", sa.Float(), nullable=False),
        sa.Column("p_wrong", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("model", sa.String(length=80), nullable=False),
        sa.Column("priority", sa.Float(), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_score_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("pk_score")),
    )
    op.create_table(
        "source_record",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=300), nullable=False),
        sa.Column("intake_file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("member", sa.Text(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document_on", sa.Date(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("is_name_masked", sa.Boolean(), nullable=False),
        sa.Column("role_family", sa.String(length=60), nullable=True),
        sa.Column("timezone", sa.String(length=60), nullable=True),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("text_signature", sa.LargeBinary(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["intake_file_id"], ["intake_file.id"], name=op.f("fk_source_record_intake_file_id_intake_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_record")),
        sa.UniqueConstraint("record_id", name=op.f("uq_source_record_record_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_source_record_uid")),
    )
    with op.batch_alter_table("source_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_record_intake_file_id"), ["intake_file_id"], unique=False)
        batch_op.create_index("ix_source_record_unresolved", ["resolved_at"], unique=False)

    op.create_table(
        "status_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("from_status", sa.String(length=30), nullable=False),
        sa.Column("to_status", sa.String(length=30), nullable=False),
        sa.Column("event", sa.String(length=30), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_status_change_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
    )
    with op.batch_alter_table("status_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_status_change_candidate_id_at"), ["candidate_id", "at"], unique=False)

    op.create_table(
        "attempt",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("event_id", sa.String(length=100), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("contact_point_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel", sa.String(length=30), nullable=False),
        sa.Column("direction", sa.String(length=30), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disposition", sa.String(length=30), nullable=False),
        sa.Column("agent_id", sa.String(length=100), nullable=True),
        sa.Column("duration_seconds", sa.Float(), nullable=True),
        sa.Column("template_id", sa.String(length=100), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("was_random_window", sa.Boolean(), nullable=False),
        sa.Column("window_propensity", sa.Float(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_attempt_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["contact_point_id"], ["contact_point.id"], name=op.f("fk_attempt_contact_point_id_contact_point")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_attempt_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sa.UniqueConstraint("event_id", name=op.f("uq_attempt_event_id")),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_attempt_candidate_id_started_at"), ["candidate_id", "started_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attempt_source_record_id"), ["source_record_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attempt_started_at"), ["started_at"], unique=False)

    op.create_table(
        "behaviour_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("event_id", sa.String(length=100), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("is_machine", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_behaviour_event_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_behaviour_event_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_behaviour_event")),
        sa.UniqueConstraint("event_id", name=op.f("uq_behaviour_event_event_id")),
    )
    with op.batch_alter_table("behaviour_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_behaviour_event_candidate_id_at"), ["candidate_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_behaviour_event_source_record_id"), ["source_record_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proof", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_consent_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_consent_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_source_record_id"), ["source_record_id"], unique=False)

    op.create_table(
        "interview",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("event_id", sa.String(length=100), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("step", sa.String(length=30), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=100), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_interview_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_interview_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
        sa.UniqueConstraint("event_id", name=op.f("uq_interview_event_id")),
    )
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interview_candidate_id"), ["candidate_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_membership_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_membership_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("source_record_id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_candidate_id"), ["candidate_id"], unique=False)

    op.create_table(
        "outbox_message",
        sa.Column("message_id", sa.String(length=36), nullable=False),
        sa.Column("dedupe_key", sa.String(length=200), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("contact_point_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel", sa.String(length=30), nullable=False),
        sa.Column("template", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("marker", sa.String(length=40), nullable=False),
        sa.Column("to", sa.LargeBinary(), nullable=True),
        sa.Column("subject", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("refusal", sa.String(length=30), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_owner", sa.String(length=100), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sending_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("provider_id", sa.String(length=100), nullable=True),
        sa.Column("n_tries", sa.Integer(), nullable=False),
        sa.Column("n_looks", sa.Integer(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("n_segments", sa.Integer(), nullable=True),
        sa.Column("error_code", sa.String(length=40), nullable=True),
        sa.Column("experiment", sa.String(length=100), nullable=True),
        sa.Column("arm", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_outbox_message_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["contact_point_id"], ["contact_point.id"], name=op.f("fk_outbox_message_contact_point_id_contact_point")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_outbox_message_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_outbox_message")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_message_dedupe_key")),
        sa.UniqueConstraint("marker", name=op.f("uq_outbox_message_marker")),
    )
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outbox_message_candidate_id_accepted_at"), ["candidate_id", "accepted_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_outbox_message_provider_id"), ["provider_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_message_state_due_at"), ["state", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_message_state_lease_until"), ["state", "lease_until"], unique=False)

    op.create_table(
        "pair_edge",
        sa.Column("a_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("b_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("model_version", sa.String(length=40), nullable=False),
        sa.Column("review_state", sa.String(length=30), nullable=True),
        sa.ForeignKeyConstraint(["a_id"], ["source_record.id"], name=op.f("fk_pair_edge_a_id_source_record")),
        sa.ForeignKeyConstraint(["b_id"], ["source_record.id"], name=op.f("fk_pair_edge_b_id_source_record")),
        sa.PrimaryKeyConstraint("a_id", "b_id", name=op.f("pk_pair_edge")),
    )
    with op.batch_alter_table("pair_edge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_edge_b_id"), ["b_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pair_edge_review_state"), ["review_state"], unique=False)

    op.create_table(
        "record_feature",
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.Column("model_version", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_record_feature_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("source_record_id", name=op.f("pk_record_feature")),
    )
    op.create_table(
        "record_key",
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name_hash", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_record_key_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("kind", "hash", "source_record_id", name=op.f("pk_record_key")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("record_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_record_key_source_record_id"), ["source_record_id"], unique=False)

    op.create_table(
        "reminder",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("dedupe_key", sa.String(length=200), nullable=False),
        sa.Column("candidate_id", sa.String(length=36), nullable=False),
        sa.Column("source_record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.candidate_id"], name=op.f("fk_reminder_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["source_record_id"], ["source_record.id"], name=op.f("fk_reminder_source_record_id_source_record")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_reminder_dedupe_key")),
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reminder_state_remind_at"), ["state", "remind_at"], unique=False)

    op.create_table(
        "send_try",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("message_id", sa.String(length=36), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("error_code", sa.String(length=40), nullable=True),
        sa.Column("detail", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_id"], ["outbox_message.message_id"], name=op.f("fk_send_try_message_id_outbox_message")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_send_try")),
        sa.UniqueConstraint("message_id", "n", name=op.f("uq_send_try_message_id_n")),
    )


def downgrade() -> None:
    op.drop_table("send_try")
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_state_remind_at"))
        batch_op.drop_index(batch_op.f("ix_reminder_candidate_id"))

    op.drop_table("reminder")
    with op.batch_alter_table("record_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_record_key_source_record_id"))

    op.drop_table("record_key")
    op.drop_table("record_feature")
    with op.batch_alter_table("pair_edge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pair_edge_review_state"))
        batch_op.drop_index(batch_op.f("ix_pair_edge_b_id"))

    op.drop_table("pair_edge")
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_message_state_lease_until"))
        batch_op.drop_index(batch_op.f("ix_outbox_message_state_due_at"))
        batch_op.drop_index(batch_op.f("ix_outbox_message_provider_id"))
        batch_op.drop_index(batch_op.f("ix_outbox_message_candidate_id_accepted_at"))

    op.drop_table("outbox_message")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_candidate_id"))

    op.drop_table("membership")
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interview_candidate_id"))

    op.drop_table("interview")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_source_record_id"))
        batch_op.drop_index(batch_op.f("ix_consent_candidate_id"))

    op.drop_table("consent")
    with op.batch_alter_table("behaviour_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_behaviour_event_source_record_id"))
        batch_op.drop_index(batch_op.f("ix_behaviour_event_candidate_id_at"))

    op.drop_table("behaviour_event")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attempt_started_at"))
        batch_op.drop_index(batch_op.f("ix_attempt_source_record_id"))
        batch_op.drop_index(batch_op.f("ix_attempt_candidate_id_started_at"))

    op.drop_table("attempt")
    with op.batch_alter_table("status_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_status_change_candidate_id_at"))

    op.drop_table("status_change")
    with op.batch_alter_table("source_record", schema=None) as batch_op:
        batch_op.drop_index("ix_source_record_unresolved")
        batch_op.drop_index(batch_op.f("ix_source_record_intake_file_id"))

    op.drop_table("source_record")
    op.drop_table("score")
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quarantine_state"))
        batch_op.drop_index(batch_op.f("ix_quarantine_source"))

    op.drop_table("quarantine")
    with op.batch_alter_table("experiment_assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_experiment_assignment_candidate_id"))

    op.drop_table("experiment_assignment")
    with op.batch_alter_table("contact_point", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_point_tail_blind"))
        batch_op.drop_index(batch_op.f("ix_contact_point_blind"))

    op.drop_table("contact_point")
    op.drop_table("cause")
    with op.batch_alter_table("candidate_skill", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_candidate_skill_skill"))

    op.drop_table("candidate_skill")
    op.drop_table("call_window")
    with op.batch_alter_table("webhook_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_webhook_event_applied_at"))

    op.drop_table("webhook_event")
    op.drop_table("suppression")
    op.drop_table("stored_setting")
    op.drop_table("sender_state")
    with op.batch_alter_table("resolution_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_resolution_event_candidate_id"))

    op.drop_table("resolution_event")
    with op.batch_alter_table("model_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_model_version_kind_standing"))

    op.drop_table("model_version")
    with op.batch_alter_table("match_decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_match_decision_uid_b"))
        batch_op.drop_index(batch_op.f("ix_match_decision_uid_a_uid_b"))

    op.drop_table("match_decision")
    op.drop_table("key_state")
    with op.batch_alter_table("intake_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_file_state"))
        batch_op.drop_index(batch_op.f("ix_intake_file_sha256"))

    op.drop_table("intake_file")
    with op.batch_alter_table("experiment_readout", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_experiment_readout_experiment_as_of"))

    op.drop_table("experiment_readout")
    op.drop_table("experiment")
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_candidate_status_role_family"))
        batch_op.drop_index(batch_op.f("ix_candidate_next_call_at"))
        batch_op.drop_index(batch_op.f("ix_candidate_name_pinyin"))
        batch_op.drop_index(batch_op.f("ix_candidate_name"))
        batch_op.drop_index(batch_op.f("ix_candidate_merged_into"))
        batch_op.drop_index(batch_op.f("ix_candidate_employer"))

    op.drop_table("candidate")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entry_subject"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_at"))

    op.drop_table("audit_entry")
    op.drop_table("answer_rate")
    op.drop_table("account")
