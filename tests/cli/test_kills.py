"""A run that is killed and resumed leaves the record of an undisturbed run (in full: benchmarks.kills)."""

import pytest

from benchmarks.kills import rehearse


@pytest.mark.slow
def test_it_resumes_after_kills_at_random_moments():
    _, found = rehearse(kills=3, documents=40)
    assert found == []
