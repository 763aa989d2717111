"""Bytes to characters, whatever they claim to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.decode import decode, head_text, without_surrogates

JAPANESE = "首相は火曜日、国会で演説した。政府は新しい計画を発表した。" * 5
RUSSIAN = "Президент выступил во вторник перед парламентом и объявил о новом плане. " * 3


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_it_reads_unicode_with_and_without_mark(codec):
    text = "The minister’s words.\r\nAnd more of them."
    assert decode(text.encode(codec)) == text


def test_it_takes_latin_1_for_windows_1252():
    assert decode("“Très bien”, he said".encode("cp1252"), "iso-8859-1", html=True) == "“Très bien”, he said"
    page = b'<meta charset="latin-1"><p>' + "“Très bien”".encode("cp1252")
    assert "“Très bien”" in decode(page, html=True)


@pytest.mark.parametrize("declared", [None, "utf-8", "a/b; charset=utf-8", "nonsense", "rot13", "utf-7"])
def test_it_sees_through_a_lying_declaration(declared):
    assert decode(JAPANESE.encode("shift_jis"), declared) == JAPANESE
    assert decode(RUSSIAN.encode("cp1251"), declared) == RUSSIAN


def test_it_finds_utf_8_behind_a_latin_declaration():
    assert decode("naïve – “so”".encode(), "text/html; charset=ISO-8859-1") == "naïve – “so”"


def test_it_trusts_a_label_that_fits():
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"
    assert decode("会談".encode("iso-2022-jp"), "iso-2022-jp") == "会談"
    assert decode("会谈结束".encode("gbk"), "text/html; charset=gb2312") == "会谈结束"


def test_it_keeps_utf_8_with_a_broken_place():
    content = "Şırnak, Élysée, naïve, “quoted” words — ".encode() * 3 + b"\xe2\x80"
    assert decode(content).startswith("Şırnak, Élysée")


def test_it_keeps_newlines_and_places_of_nul_in_plain_text():
    assert decode(b"a\r\nb\x00c\rd") == "a\r\nb\ufffdc\rd"
    assert decode(b"a\x00b", html=True) == "ab"


def test_it_replaces_lone_surrogates_one_for_one():
    assert without_surrogates("a\ud800b\udfffc") == "a\ufffdb\ufffdc"


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "hex", "x" * 50]))
def test_it_reads_any_bytes(content, declared):
    for html in (True, False):
        text = decode(content, declared, html=html)
        text.encode("utf-8")
        assert "\x00" not in text
    head_text(content)
