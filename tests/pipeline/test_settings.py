"""Settings."""

import pytest

from sayso.errors import SettingsError
from sayso.pipeline.settings import Settings


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"page_seconds": 0.0}, {"worker_bytes": 1}, {"ahead": 0}])
def test_it_refuses_what_makes_no_sense(wrong):
    with pytest.raises(SettingsError):
        Settings(**wrong)
