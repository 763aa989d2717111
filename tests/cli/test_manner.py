"""How loud the libraries are that the command line uses."""

import logging

import pytest
from click.testing import CliRunner

from sayso.cli.main import main


@pytest.fixture(autouse=True)
def quiet_afterwards():
    yield
    CliRunner().invoke(main, ["schema"])


@pytest.mark.parametrize(("args", "shown"), [([], False), (["-v"], False), (["-q"], False), (["-vv"], True)])
def test_it_shows_warnings_of_libraries_only_at_the_loudest(args, shown):
    assert CliRunner().invoke(main, ["schema", *args]).exit_code == 0
    assert logging.getLogger("trafilatura").isEnabledFor(logging.WARNING) is shown
