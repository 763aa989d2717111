import re
from pathlib import Path

import sayso.model
from sayso.record.schema import metadata
from sayso.record.values import Outcome

PAGE = (Path(__file__).parents[2] / "docs" / "data-model.md").read_text(encoding="utf-8")


def test_it_names_every_table_and_no_other():
    told = PAGE.split("## The tables")[1].split("In `documents`")[0]
    rows = [line.split("|")[1] for line in told.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == set(metadata.tables) | {"alembic_version"}


def test_it_names_every_outcome():
    assert all(f"- `{outcome.value}`:" in PAGE for outcome in Outcome)


def test_it_names_nouns_that_exist():
    told = PAGE.split("## The nouns")[1].split("## The tables")[0]
    source = "".join(p.read_text() for p in Path(sayso.model.__file__).parent.glob("*.py"))
    for name in re.findall(r"^\| `(\w+)`", told, re.M):
        assert f"class {name}:" in source


def test_its_example_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    exec(re.search(r"```python\n(.*?)```", PAGE, re.S).group(1), {})
    assert capsys.readouterr().out == "()\n"
