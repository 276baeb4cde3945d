"""Every table, by noun. Import from here: ``from schemas.tables import Candidate, SourceRecord``.

Surrogate integer keys are for joins only: nothing that decides may depend on their order. Contact data, notes and resume
text stand in encrypted columns; equality on them is looked up through a keyed blind index in a ``*_blind`` column.
"""

from schemas.tables.base import Base
from schemas.tables.followup import (
    Attempt,
    BehaviourEvent,
    CallSlot,
    CallWindow,
    Interview,
    Reminder,
    StatusChange,
)
from schemas.tables.intake import IntakeFile, QuarantinedRow, SourceRecord
from schemas.tables.learning import (
    AnswerRate,
    CauseFinding,
    CauseRow,
    Experiment,
    ExperimentAssignment,
    ExperimentReadout,
    LostScore,
    ModelVersion,
    PolicyPromotion,
    ScoreBasis,
)
from schemas.tables.operations import Account, AuditEntry, StoredSetting
from schemas.tables.outreach import OutboxMessage, SenderState, SendTry, Suppression, WebhookEvent
from schemas.tables.people import (
    Candidate,
    CandidateSkill,
    Consent,
    ContactPoint,
    KeyState,
    MatchDecision,
    Membership,
    PairEdge,
    RecordFeature,
    RecordKey,
    ResolutionEvent,
)

__all__ = [
    "Account",
    "AnswerRate",
    "Attempt",
    "AuditEntry",
    "Base",
    "BehaviourEvent",
    "CallSlot",
    "CallWindow",
    "Candidate",
    "CandidateSkill",
    "CauseFinding",
    "CauseRow",
    "Consent",
    "ContactPoint",
    "Experiment",
    "ExperimentAssignment",
    "ExperimentReadout",
    "IntakeFile",
    "Interview",
    "KeyState",
    "LostScore",
    "MatchDecision",
    "Membership",
    "ModelVersion",
    "OutboxMessage",
    "PairEdge",
    "PolicyPromotion",
    "QuarantinedRow",
    "RecordFeature",
    "RecordKey",
    "Reminder",
    "ResolutionEvent",
    "ScoreBasis",
    "SendTry",
    "SenderState",
    "SourceRecord",
    "StatusChange",
    "StoredSetting",
    "Suppression",
    "WebhookEvent",
]
