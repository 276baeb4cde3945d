"""Policy: every number and list that the rules use, read from TOML and checked at load.

The shipped defaults are ``ringback/policy.toml``, commented line by line. A file named by ``RINGBACK_POLICY`` is laid over
them table by table, so it holds only what differs. No class here has a default: a number stands in one place, the file.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

Probability = Annotated[float, Field(ge=0, le=1)]
Hour = Annotated[int, Field(ge=0, le=24)]


def _is_a_span(span: tuple[int, int]) -> tuple[int, int]:
    if span[0] >= span[1]:
        raise ValueError("the first hour must be before the last")
    return span


HourSpan = Annotated[tuple[Hour, Hour], AfterValidator(_is_a_span)]
"""Local hours, end excluded."""


class Section(BaseModel):
    """A table of the policy file: unknown keys are refused, values cannot be changed after the check."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RoleFamily(Section):
    """One kind of job: its labels, other names for it (``aliases``), and words that titles of this kind contain."""

    zh: str
    en: str
    aliases: tuple[str, ...]
    title_words: tuple[str, ...]


RoleTaxonomy = dict[str, RoleFamily]
"""Role families by their stored name; the order in the file breaks ties."""


class RolesPolicy(Section):
    """The role families in use."""

    families: RoleTaxonomy
    fallback: str

    @property
    def labels(self) -> dict[str, str]:
        """Both labels of every role family, by its stored name: no page shows the stored name itself."""
        return {name: f"{family.zh} / {family.en}" for name, family in self.families.items()}

    @model_validator(mode="after")
    def _fallback_is_a_family(self) -> RolesPolicy:
        if self.fallback not in self.families:
            raise ValueError(f"roles.fallback is {self.fallback!r}, which is not one of roles.families")
        return self


class ReadingPolicy(Section):
    """What a file may cost and when it counts as a resume."""

    min_p_resume: Probability
    file_max_megabytes: int = Field(gt=0)
    archive_max_megabytes: int = Field(gt=0)
    archive_max_ratio: int = Field(gt=0)
    archive_max_entries: int = Field(gt=0)
    archive_max_depth: int = Field(gt=0)
    reader_max_megabytes: int = Field(gt=0)
    reader_max_seconds: float = Field(gt=0)
    ocr_max_seconds: float = Field(gt=0)
    batch_files: int = Field(gt=0, le=2000)


class HoursPolicy(Section):
    """When a person may be rung or written to, in their own local time, end hour excluded."""

    first_hour: Hour
    last_hour: Hour
    quiet_weekdays: tuple[Annotated[int, Field(ge=0, le=6)], ...]
    is_holiday_quiet: bool

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> HoursPolicy:
        if self.first_hour >= self.last_hour:
            raise ValueError("first_hour must be before last_hour")
        return self


class Band(Section):
    """A named part of the day, local time, end hour excluded."""

    name: str
    first_hour: Hour
    last_hour: Hour


class CapsPolicy(Section):
    """How often one person may be written to, all channels together."""

    messages_per_day: int = Field(gt=0)
    messages_per_week: int = Field(gt=0)
    calls_per_day: int = Field(gt=0)


class CadenceTier(Section):
    """How a candidate up to this probability of being lost is rung: days between tries and tries in all."""

    up_to_p_lost: Probability
    days_between: int = Field(ge=1)
    max_tries: int = Field(ge=1)


class CadencePolicy(Section):
    """When to ring next and when to stop."""

    tiers: tuple[CadenceTier, ...]
    failed_hour_spread: int = Field(ge=0)
    call_later_minutes: int = Field(gt=0)
    same_call_minutes: float = Field(ge=0)
    windows_per_candidate: int = Field(ge=1)
    delay_cost: Probability
    horizon_days: int = Field(ge=1)

    @model_validator(mode="after")
    def _tiers_climb_to_one(self) -> CadencePolicy:
        limits = [tier.up_to_p_lost for tier in self.tiers]
        if not limits or limits != sorted(limits) or limits[-1] != 1:
            raise ValueError("cadence.tiers must climb by up_to_p_lost and the last must be 1.0")
        return self


class ReminderPolicy(Section):
    """How early a reminder fires, and when it is no longer worth firing."""

    lead_minutes: int = Field(ge=0)
    expire_hours: int = Field(gt=0)
    interview_due_hours: int = Field(gt=0)


class SequenceStep(Section):
    """One step of first contact: ``channel`` after ``wait_hours`` without a reply; ``template`` for sms and email."""

    channel: Annotated[str, Field(pattern="^(call|sms|email)$")]
    wait_hours: int = Field(ge=0)
    template: str | None = None

    @model_validator(mode="after")
    def _message_has_a_template(self) -> SequenceStep:
        if (self.channel == "call") != (self.template is None):
            raise ValueError("a call has no template; sms and email need one")
        return self


class Sequence(Section):
    """What is done for one role family: the first steps, and the messages that may follow unanswered calls.

    ``call_between`` keeps planned calls within these local hours while any of them is open; None leaves all call hours.
    """

    steps: tuple[SequenceStep, ...]
    after_no_answer: tuple[SequenceStep, ...]
    call_between: HourSpan | None = None

    def changed_by(self, changes: dict[str, Any]) -> Sequence:
        """Return this sequence with the keys of ``changes`` (plain values) replaced, checked like the file."""
        return Sequence.model_validate(self.model_dump() | changes)

    @property
    def hours_before_call(self) -> int:
        """How long the first call waits after the message before it; 0 without a call."""
        return next((step.wait_hours for step in self.steps if step.channel == "call"), 0)

    @property
    def message_before_call(self) -> str | None:
        """The channel of the last message before the first call; None if the sequence begins with a call."""
        channel = None
        for step in self.steps:
            if step.channel == "call":
                break
            channel = step.channel
        return channel


class MessagesPolicy(Section):
    """What every message says, how long it stays worth sending, and how fast the outbox may go."""

    company: str
    interview_link: str
    expire_hours: int = Field(gt=0)
    sms_max_segments: int = Field(gt=0)
    templates: str
    language: Annotated[str, Field(pattern="^(zh|en)$")]
    no_link_prefixes: tuple[str, ...]
    concurrency: int = Field(gt=0, le=64)
    sms_segments_per_second: float = Field(ge=0)
    mails_per_second: float = Field(ge=0)
    max_tries: int = Field(gt=0)
    max_doubts: int = Field(gt=0)
    undelivered_retries: int = Field(ge=0, le=2)
    undelivered_wait_hours: float = Field(gt=0)


class DoorPolicy(Section):
    """The candidate's own page: how long its links hold and what it offers."""

    link_days: int = Field(gt=0)
    offer_days: int = Field(ge=1, le=14)
    interview_hours: tuple[Hour, ...]
    interview_rest_days: tuple[Annotated[int, Field(ge=0, le=6)], ...]
    not_now_days: int = Field(gt=0)


class LearningPolicy(Section):
    """How answer rates are learned; the method stands in ``ringback.analysis.rates``."""

    min_calls: int = Field(ge=0)
    half_life_days: float = Field(gt=0)
    cold_start_rate: Probability
    cold_start_calls: float = Field(gt=0)
    interval: Probability
    holdout_share: Probability
    usable_points: float = Field(gt=0)
    usable_probability: Probability


class PersonalPolicy(Section):
    """How one person's own failed hours move their windows; see ``ringback.analysis.windows``."""

    user_variance: float = Field(ge=0)
    hour_variance: float = Field(ge=0)
    length_scale_hours: float = Field(gt=0)
    other_daytype_correlation: Probability


class LostPolicy(Section):
    """Priors of the lost-contact model (logit scale) and what follows from its probability."""

    min_candidates: int = Field(ge=0)
    prior_lost: tuple[float, float]
    prior_wrong: tuple[float, float]
    prior_detect: tuple[float, float]
    prior_fatigue: tuple[float, float]
    prior_shift: tuple[float, float]
    prior_view: tuple[float, float]
    prior_open: tuple[float, float]
    prior_reply: tuple[float, float]
    prior_login: tuple[float, float]
    prior_activity: tuple[float, float]
    prior_evenness: tuple[float, float]
    prior_source: tuple[float, float]
    prior_spread: tuple[float, float]
    prior_looking: tuple[float, float]
    behaviour_days: int = Field(gt=0)
    behaviour_cap: int = Field(gt=0)
    daily_hazard: Probability
    verify_number_at: Probability


class PriorityPolicy(Section):
    """The order of today's list: weights of its terms."""

    answer_weight: float
    fresh_weight: float
    promise_weight: float
    behaviour_weight: float
    fresh_days: float = Field(gt=0)
    today_list_size: int = Field(gt=0)
    calls_per_hour: int = Field(gt=0)


class ImportPolicy(Section):
    """Other systems' words for dispositions and events."""

    dispositions: dict[str, str]


class Policy(Section):
    """The whole policy, checked as one."""

    version: str
    roles: RolesPolicy
    reading: ReadingPolicy
    call_hours: HoursPolicy
    message_hours: HoursPolicy
    bands: tuple[Band, ...]
    caps: CapsPolicy
    cadence: CadencePolicy
    reminders: ReminderPolicy
    sequences: dict[str, Sequence]
    messages: MessagesPolicy
    door: DoorPolicy
    learning: LearningPolicy
    personal: PersonalPolicy
    lost: LostPolicy
    priority: PriorityPolicy
    imports: ImportPolicy

    @model_validator(mode="after")
    def _sequences_name_families(self) -> Policy:
        unknown = set(self.sequences) - set(self.roles.families) - {"default"}
        if unknown:
            raise ValueError(f"sequences for unknown role families: {', '.join(sorted(unknown))}")
        if "default" not in self.sequences:
            raise ValueError("sequences.default is missing; it serves every family without its own")
        return self

    @model_validator(mode="after")
    def _bands_cover_the_day(self) -> Policy:
        edge = self.call_hours.first_hour
        for band in self.bands:
            if band.first_hour != edge or band.last_hour <= band.first_hour:
                raise ValueError(f"band {band.name!r} must begin at {edge}:00 and end later")
            edge = band.last_hour
        if edge != self.call_hours.last_hour:
            raise ValueError(f"the bands end at {edge}:00, the call hours at {self.call_hours.last_hour}:00")
        return self

    def sequence_for(self, role_family: str | None) -> Sequence:
        """Return the sequence of this family, or the default one."""
        return self.sequences.get(role_family or "", self.sequences["default"])

    def with_sequences(self, changes: dict[str, dict[str, Any]]) -> Policy:
        """Return the policy in which the sequences of these role families are changed, checked again."""
        changed = {family: self.sequence_for(family).changed_by(change) for family, change in changes.items()}
        return self.model_copy(update={"sequences": self.sequences | changed})
