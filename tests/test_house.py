"""The house: a file imports only from floors below its own, rooms on one floor do not know each other, and
no import goes round in a circle; also for imports inside functions and under TYPE_CHECKING."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = SOURCE / "sayso"
FLOORS = [
    {"model", "errors"},
    {"lexicon"},
    {"reading"},
    {"ingest", "annotation", "attribution", "coding", "corroboration", "record"},
    {"pipeline", "scoring"},
    {"exchange"},
    {"desk", "training"},
    {"cli"},
]
HEIGHT = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
OPEN_TO_ALL = {"model", "errors", "sayso"}  # "sayso" is the bare package: its version
RECORD_SEES = {"model", "errors", "record", "sayso"}
FILES = sorted(p for p in PACKAGE.rglob("*.py"))
LOUD = {"print", "breakpoint"}


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(p): p for p in FILES}


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module of the house that a file imports, anywhere in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "sayso":
                    yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the import in full"
            if node.module and node.module.split(".")[0] == "sayso":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield (inner if inner in MODULES else node.module), node.lineno


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "sayso"


def complaints(path: Path) -> list[str]:
    """What is wrong with the imports of one file."""
    room = room_of(module_of(path))
    out = []
    for module, line in imported(path):
        other = room_of(module)
        if other == room or other in OPEN_TO_ALL:
            continue
        if room in OPEN_TO_ALL - {"sayso"} or HEIGHT[other] >= HEIGHT[room]:
            out.append(f"{path}:{line}: {room} may not import {other}")
        if room == "record" and other not in RECORD_SEES:
            out.append(f"{path}:{line}: record sees only model")
    return out


def circles() -> list[list[str]]:
    """Strongly connected sets of modules, by repeated removal of modules that import nothing left."""
    graph = {m: {i for i, _ in imported(p) if i in MODULES and i != m} for m, p in MODULES.items()}
    graph = {m: {i for i in to if not m.startswith(i + ".")} for m, to in graph.items()}
    while leaves := [m for m, to in graph.items() if not to]:
        for leaf in leaves:
            del graph[leaf]
        for to in graph.values():
            to.difference_update(leaves)
    while roots := [m for m in graph if not any(m in to for to in graph.values())]:
        for root in roots:
            del graph[root]
    return [sorted(graph)] if graph else []


def test_it_has_a_floor_for_every_room():
    rooms = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if not p.name.startswith(("_", "py."))}
    assert rooms <= set(HEIGHT)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_it_imports_only_from_floors_below(path):
    assert complaints(path) == []


def test_it_has_no_circle():
    assert circles() == []


def test_it_finds_a_forbidden_import_wherever_it_hides(tmp_path, monkeypatch):
    room = tmp_path / "sayso" / "model"
    room.mkdir(parents=True)
    bad = room / "bad.py"
    bad.write_text("def f():\n    from sayso.cli import main\n    return main\n")
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    assert complaints(bad)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_it_says_in_the_first_line_what_a_file_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no first sentence"


def test_it_is_silent_outside_the_command_line():
    for path in FILES:
        if room_of(module_of(path)) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in LOUD, f"{path}:{node.lineno} prints"


def test_it_keeps_files_short():
    lines = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in FILES if p.name != "__init__.py"}
    assert {str(p): n for p, n in lines.items() if n > 400} == {}
    assert median(lines.values()) < 120


def test_it_keeps_the_nouns_free_of_others():
    for path in (PACKAGE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in {"sayso", "dataclasses", "datetime", "enum", "hashlib", "typing"}
