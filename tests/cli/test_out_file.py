"""Files that are whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from sayso.cli.out_file import out_file
from sayso.cli.tamed import tamed
from sayso.errors import SettingsError


def test_it_writes_a_file_at_the_end(tmp_path):
    path = tmp_path / "out.txt"
    with out_file(path) as write:
        write("zwölf\n")
        assert not path.exists()
    assert path.read_bytes() == "zwölf\n".encode()


def test_it_leaves_the_old_file_where_writing_fails(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")

    def fail():
        with out_file(path) as write:
            write("new")
            raise KeyError("x")

    with pytest.raises(KeyError):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_it_writes_to_nowhere_where_no_file_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with out_file(None) as write:
        write("unseen")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "none/out.txt"])
def test_it_refuses_what_is_no_place_for_a_file(tmp_path, name):
    with pytest.raises(SettingsError, match="name a file"), out_file(tmp_path / name):
        pass


def test_it_tames_what_would_steer_a_terminal():
    assert tamed("a\x1b[2Jb\r\x9b\u202ec\nd") == "a\ufffd[2Jb\ufffd\ufffd\ufffdc\nd"
    assert tamed("Erdoğan – “ok” ←") == "Erdoğan – “ok” ←"


def test_it_writes_to_a_device_and_does_not_replace_it(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with out_file(pipe) as write:
        write("through\n")
    assert os.read(reader, 100) == b"through\n"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_it_tells_of_a_full_device(tmp_path):
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("no /dev/full on this machine")
    link = tmp_path / "full"
    link.symlink_to(full)
    with pytest.raises(OSError, match="No space left"), out_file(link) as write:
        write("x")
    assert full.is_char_device()


def test_it_writes_through_a_link(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with out_file(tmp_path / "link.txt") as write:
        write("whole")
    assert (tmp_path / "real.txt").read_text() == "whole"
    assert (tmp_path / "link.txt").is_symlink()
