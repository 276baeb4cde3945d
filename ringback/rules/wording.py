"""What a message says: template files by language, channel and kind of job, checked when they are loaded.

``messages/<zh|en>/<sms|email>/<template>[.<role_family>].txt``. A variant for a role family is used where there is one, the
general one otherwise. The first line of a mail is ``Subject: ...``. A template may use the variables of its channel and
no others; an SMS must contain the marker, and must fit into the segments that the policy allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import smsutil
from jinja2 import meta
from jinja2.sandbox import SandboxedEnvironment

from ringback.rules.named_job import named_job
from schemas.words import Channel

if TYPE_CHECKING:
    from schemas.policy import MessagesPolicy, Policy, RolesPolicy

SHIPPED = Path(__file__).parents[1] / "messages"
LANGUAGES = ("zh", "en")
SUBJECT = "Subject:"
SMS_MAX_CHARACTERS = 1600  # Twilio refuses longer bodies (error 21617)
TITLE_MAX_CHARACTERS = 40  # a resume's title line may be a whole sentence; a message is not the place for it

COMMON = frozenset({"salutation", "title", "company", "agent", "interview_link"})
VARIABLES: Mapping[Channel, frozenset[str]] = {
    Channel.SMS: COMMON | {"marker", "can_reply"},
    Channel.EMAIL: COMMON | {"unsubscribe_url"},
}

CHANNEL_OF = {channel.value: channel for channel in VARIABLES}

_LONG_SAMPLE: Mapping[str, dict[str, str | bool]] = {
    "zh": {"salutation": "欧阳晓明您好", "title": "高级大客户销售经理", "agent": "司马相如"},
    "en": {"salutation": "Hello Christopher", "title": "Senior Key Account Manager", "agent": "Alexandra Montgomery"},
}
_SAMPLE_LINK = "https://jobs.example.com/i/K7F3QD2M"


class TemplateError(ValueError):
    """A template cannot be used; the message names the file, the reason and what to change."""


@dataclass(frozen=True, slots=True)
class TemplateKey:
    """What a template is for; ``role_family`` None is the general variant."""

    language: str
    channel: Channel
    name: str
    role_family: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A rendered message; ``subject`` is None and ``n_segments`` counts for an SMS, the other way round for a mail."""

    subject: str | None
    body: str
    n_segments: int | None


@dataclass(frozen=True)
class Templates:
    """Every template of an installation, checked and compiled."""

    by_key: Mapping[TemplateKey, jinja2.Template]
    sms_max_segments: int

    def has(self, name: str, channel: Channel) -> bool:
        """Tell whether a template of this name exists for the channel, in every language."""
        return all(TemplateKey(language, channel, name) in self.by_key for language in LANGUAGES)

    def names(self, channel: Channel) -> list[str]:
        """Return the names of the templates of a channel."""
        return sorted({key.name for key in self.by_key if key.channel is channel})

    def render(self, key: TemplateKey, variables: Mapping[str, str | bool | None]) -> Wording:
        """Return the text for ``key``, or for its general variant.

        Raises:
            TemplateError: no such template, a variable is missing, or the SMS is too long to be sent.
        """
        template = self.by_key.get(key) or self.by_key.get(TemplateKey(key.language, key.channel, key.name))
        if template is None:
            raise TemplateError(f"there is no template {key.language}/{key.channel}/{key.name}.txt")
        wanted = {name: variables.get(name) for name in VARIABLES[key.channel]}
        try:
            text = template.render(wanted).strip()
        except (jinja2.TemplateError, TypeError, ValueError) as error:
            raise TemplateError(f"template {key.language}/{key.channel}/{key.name}: {error}") from error
        return _as_sms(text, key, self.sms_max_segments) if key.channel is Channel.SMS else _as_mail(text, key)


def load_templates(policy: Policy) -> Templates:
    """Return the shipped templates with those of ``messages.templates`` laid over them, file by file.

    Cached: a second call with the same policy values reads nothing.

    Raises:
        TemplateError: a template cannot be used, or a sequence of the policy names one that does not exist.
    """
    templates = _load(policy.messages)
    for family, sequence in policy.sequences.items():
        for step in (*sequence.steps, *sequence.after_no_answer):
            if step.template is not None and not templates.has(step.template, CHANNEL_OF[step.channel]):
                raise TemplateError(
                    f"sequences.{family} uses the {step.channel} template {step.template!r}, which has no file for every"
                    f" language; there are: {', '.join(templates.names(CHANNEL_OF[step.channel]))}"
                )
    return templates


def count_segments(text: str) -> int:
    """Return how many SMS segments a text takes: GSM-7 160/153 characters, otherwise UCS-2 70/67 units."""
    return len(smsutil.split(text).parts)


def salutation(name: str | None, language: str) -> str:
    """Return how somebody is greeted: the full name in Chinese, the first name in English, no name if it is masked.

    Boards mask names ("张*", "李先生" is kept): a greeting with a star in it would look like a mass mailing.
    """
    known = (name or "").strip()
    if not known or any(star in known for star in "*＊?？"):
        return "您好" if language == "zh" else "Hello"
    if language == "zh":
        return f"{known}您好"
    return f"Hello {known if _has_cjk(known) else known.split()[0]}"


def language_for(language: str | None, name: str | None, fallback: str) -> str:
    """Return the language somebody is written to in: that of the resume, else that of the script of the name."""
    if language in LANGUAGES:
        return str(language)
    if language is None and name and name.isascii() and name.strip():
        return "en"
    return fallback


def job_title(title: str | None, fallback: str, language: str) -> str:
    """Return the job as a message names it: one line, cut to a length that a text can carry.

    A Chinese title is nothing to somebody who is written to in English: ``fallback`` is used. English titles are usual in
    Chinese texts.
    """
    known = " ".join((title or "").split())
    if not known or (language == "en" and _has_cjk(known)):
        known = fallback
    return known if len(known) <= TITLE_MAX_CHARACTERS else known[: TITLE_MAX_CHARACTERS - 1].rstrip() + "…"


def job_called(
    roles: RolesPolicy, *, wish: str | None, held: str | None, role_family: str, language: str, otherwise: str
) -> str:
    """Return what a text calls the job that it is about: the one wanted, else the one held, else the kind of job.

    ``otherwise`` is said of who has no kind of job that the policy names.
    """
    family = family_name(roles, role_family, language, otherwise)
    return job_title(named_job(wish, held, language), family, language)


def family_name(roles: RolesPolicy, role_family: str, language: str, otherwise: str) -> str:
    """Return what the policy calls a role family in ``language``; ``otherwise`` for one it does not know and for the fallback.

    Nobody wants to read of an opening for "Other".
    """
    family = None if role_family == roles.fallback else roles.families.get(role_family)
    return otherwise if family is None else str(getattr(family, language))


def _has_cjk(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


@lru_cache(maxsize=8)
def _load(messages: MessagesPolicy) -> Templates:
    environment = SandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False)
    sources: dict[TemplateKey, str] = {}
    for folder in (SHIPPED, *([Path(messages.templates)] if messages.templates else [])):
        sources.update(_read(folder))
    checked = {key: _check(environment, key, source) for key, source in sources.items()}
    templates = Templates(checked, messages.sms_max_segments)
    for key in checked:
        _try_out(templates, key, messages)
    return templates


def _read(folder: Path) -> Iterator[tuple[TemplateKey, str]]:
    if not folder.is_dir():
        raise TemplateError(f"the folder of templates {folder} does not exist; correct messages.templates")
    for path in sorted(folder.glob("*/*/*.txt")):
        language, channel, (name, _, family) = path.parts[-3], path.parts[-2], path.stem.partition(".")
        if language not in LANGUAGES or channel not in CHANNEL_OF:
            raise TemplateError(f"{path}: expected <zh|en>/<sms|email>/<template>[.<role_family>].txt")
        yield TemplateKey(language, CHANNEL_OF[channel], name, family or None), path.read_text(encoding="utf-8")


def _check(environment: SandboxedEnvironment, key: TemplateKey, source: str) -> jinja2.Template:
    where = f"{key.language}/{key.channel}/{key.name}{'.' + key.role_family if key.role_family else ''}.txt"
    try:
        used = meta.find_undeclared_variables(environment.parse(source))
        template = environment.from_string(source)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{where}, line {error.lineno}: {error.message}") from error
    unknown = used - VARIABLES[key.channel]
    if unknown:
        raise TemplateError(
            f"{where}: unknown {_listed(unknown)}; a template may use {_listed(VARIABLES[key.channel])}"
        )
    if key.channel is Channel.SMS and "marker" not in used:
        raise TemplateError(f"{where}: {{{{ marker }}}} is missing; without it an unclear send cannot be looked up")
    if key.channel is Channel.EMAIL and not source.startswith(SUBJECT):
        raise TemplateError(f"{where}: the first line must be '{SUBJECT} ...'")
    return template


def _try_out(templates: Templates, key: TemplateKey, messages: MessagesPolicy) -> None:
    """Render with long sample values, with and without the optional ones; the segments are counted here."""
    for is_rich in (True, False):
        templates.render(
            key,
            {
                **_LONG_SAMPLE[key.language],
                "company": messages.company,
                "marker": "K7F3QD2M",
                "can_reply": is_rich,
                "interview_link": (messages.interview_link or _SAMPLE_LINK) if is_rich else "",
                "unsubscribe_url": _SAMPLE_LINK if is_rich else "",
            },
        )


def _as_sms(text: str, key: TemplateKey, max_segments: int) -> Wording:
    body = " ".join(text.split("\n"))
    n_segments = count_segments(body)
    if n_segments > max_segments or len(body) > SMS_MAX_CHARACTERS:
        raise TemplateError(
            f"SMS {key.language}/{key.name} takes {n_segments} segments; messages.sms_max_segments allows {max_segments}"
        )
    return Wording(None, body, n_segments)


def _as_mail(text: str, key: TemplateKey) -> Wording:
    first, _, rest = text.partition("\n")
    subject = first.removeprefix(SUBJECT).strip()
    if not first.startswith(SUBJECT) or not subject or not rest.strip():
        raise TemplateError(f"mail {key.language}/{key.name} needs a subject line and a text")
    return Wording(subject, rest.strip() + "\n", None)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
