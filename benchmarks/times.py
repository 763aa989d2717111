"""How well are times read, and where do we and recognizers-text tell another time?

python -m benchmarks.times [SHARED]

The other reader runs in an environment of its own, as it needs an old `emoji`: pip install
recognizers-text-date-time==1.0.2a2 emoji==1.7.0, and SAYSO_RECOGNIZERS names that Python. Without it the
comparison is left out. Phrases where the two differ are decided one by one in `times_phrases.tsv`.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.gold import sayso
from sayso.annotation.times import mark_times
from sayso.model.document import Document, Moment
from sayso.model.marks import TimeExpression
from sayso.model.span import Span

NOW = "2021-07-13"  # a Tuesday
SETS = {"timeml": ("timebank", "aquaint"), "wikiwars": ("wikiwars",)}
KEPT = ("value_f1", "given_accuracy")
PHRASES = Path(__file__).with_name("times_phrases.tsv")
THEIRS = """
import json, sys
from datetime import datetime
from recognizers_date_time import Culture, recognize_datetime
now = datetime(2021, 7, 13)
def told(phrase):
    found = recognize_datetime(phrase, Culture.English, reference=now)
    return [(one.resolution or {}).get("values") or [] for one in found]
print(json.dumps({phrase: told(phrase) for phrase in json.load(sys.stdin)}))
"""

Days = tuple[str, str]
NONE: Days = ("-", "-")


def ours(phrase: str) -> Days:
    """First and last day that we tell of a phrase with one time; "-" where there is none."""
    published = Moment(value=NOW, source="caller")
    document = Document(id="d", report="r", name="n", page="p", text=phrase, published=published)
    found = mark_times(document, (Span(0, len(phrase)),))
    return _days(found[0]) if len(found) == 1 else NONE


def _days(one: TimeExpression) -> Days:
    return (
        one.earliest.isoformat() if one.earliest else "-",
        one.latest.isoformat() if one.latest else "-",
    )


def theirs(phrases: list[str], python: str) -> dict[str, set[Days]]:
    """All candidates that recognizers-text gives for the phrases; none where it finds more times than one."""
    done = subprocess.run(
        [python, "-c", THEIRS], input=json.dumps(phrases).encode(), capture_output=True, check=True
    )
    out: dict[str, set[Days]] = {}
    for phrase, found in json.loads(done.stdout).items():
        told = {_candidate(value) for value in found[0]} if len(found) == 1 else set()
        out[phrase] = told or {NONE}
    return out


def _candidate(value: dict[str, str]) -> Days:
    """Their ends lie beyond the last day."""
    if value.get("type") in ("date", "datetime") and "value" in value and value["value"][:1].isdigit():
        return value["value"][:10], value["value"][:10]
    first, end = value.get("start", "-")[:10], value.get("end", "-")[:10]
    if end != "-" and value.get("type") == "daterange" and first != "-":
        end = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    return first, end


def decided() -> dict[str, tuple[str, str]]:
    """Who is right, and why, by phrase; "same" where the two agree."""
    rows = [line.split("\t") for line in PHRASES.read_text(encoding="utf-8").splitlines() if line]
    return {row[0]: (row[1], row[2]) for row in rows if not row[0].startswith("#")}


def compare(python: str) -> list[str]:
    """Phrases where the two differ and nobody decided, or where it was decided that they are right."""
    table = decided()
    other = theirs(list(table), python)
    out = []
    for phrase, (who, why) in table.items():
        mine = ours(phrase)
        differ = mine not in other[phrase]
        if differ and who not in ("ours", "either"):
            out.append(f"{phrase} ours {mine}, theirs {sorted(other[phrase])}: {who} {why}")
    return out


def figures(shared: Path) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    out = []
    for name, sets in SETS.items():
        files = [shared / "data" / "time" / f"{one}.jsonl" for one in sets]
        with tempfile.TemporaryDirectory() as folder:
            joined, pred = Path(folder) / "gold.jsonl", Path(folder) / "pred.jsonl"
            joined.write_bytes(b"".join(file.read_bytes() for file in files))
            made = json.loads(sayso("evaluate", "times", str(joined), "--to", str(pred), "--json"))
            tool = [sys.executable, str(shared / "tools" / "score_times.py"), str(joined), str(pred)]
            told = json.loads(subprocess.run([*tool, "--json"], capture_output=True, check=True).stdout)
        same = all(abs(told[key] - value) < 5e-5 for key, value in made.items())
        print(name, *(f"{key} {value:.3f}" for key, value in made.items()), "" if same else "TOOL DIFFERS")
        corpus = digest_of(files)
        out += [Figure(name=f"times.{name}.{key}", value=made[key], corpus=corpus) for key in KEPT]
        out.append(Figure(name=f"times.{name}.differs", value=float(not same), better="down"))
    python = os.environ.get("SAYSO_RECOGNIZERS")
    if python:
        undecided = compare(python)
        head = f"recognizers-text: {len(undecided)} undecided of {len(decided())} phrases"
        print(head, *undecided, sep="\n  ")
        out.append(Figure(name="times.undecided", value=len(undecided), better="down"))
    return out


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
