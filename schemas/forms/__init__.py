"""The forms that the Prefect UI draws for a run by hand, one model a form.

Titles, help and examples are what a recruiter reads. Choices are shown with both labels; the stored value is accepted too.
"""

from schemas.forms.calls import CallForm, InterviewForm, ReplyForm, RingForm, VoidCallForm
from schemas.forms.intake import DismissForm, ReadmitForm
from schemas.forms.messages import PreviewForm, SettleForm
from schemas.forms.people import CandidateForm, ContactForm, DuplicateForm, EraseForm, MergeForm, ReopenForm, SplitForm

__all__ = [
    "CallForm",
    "CandidateForm",
    "ContactForm",
    "DismissForm",
    "DuplicateForm",
    "EraseForm",
    "InterviewForm",
    "MergeForm",
    "PreviewForm",
    "ReadmitForm",
    "ReopenForm",
    "ReplyForm",
    "RingForm",
    "SettleForm",
    "SplitForm",
    "VoidCallForm",
]
