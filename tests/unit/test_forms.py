"""What every form owes whoever fills it in."""

from __future__ import annotations

from datetime import datetime

import pytest

from schemas.forms import CallForm, InterviewForm, VoidCallForm
from schemas.forms.base import ITS_ZONE, Form


@pytest.mark.parametrize("form", [CallForm, InterviewForm, VoidCallForm])
def test_every_time_says_which_zone_it_is_read_in(form: type[Form]) -> None:
    times = [field for field in form.model_fields.values() if field.annotation == datetime | None]
    assert times
    assert all(ITS_ZONE in (field.description or "") for field in times)
