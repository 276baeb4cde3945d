"""The checks on intake rows say nothing of their own machinery."""

from __future__ import annotations

import logging

import pytest

from schemas import expectations


def test_the_library_that_checks_rows_does_not_tell_of_its_folders(caplog: pytest.LogCaptureFixture) -> None:
    expectations._batch_definition.cache_clear()
    with caplog.at_level(logging.INFO):
        expectations._batch_definition()
    assert [record.getMessage() for record in caplog.records] == []
