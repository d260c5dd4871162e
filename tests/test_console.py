"""How the program talks."""

import io
import sys

import pytest

from graph.console import complain, plain, say, show_progress, write


def test_talk_goes_to_standard_error_on_one_line_without_markup(capfd: pytest.CaptureFixture[str]) -> None:
    say("[red]news[/red] :smile:\x1b[31m\nnext")
    complain("no")
    out, err = capfd.readouterr()
    assert out == ""
    assert err == "[red]news[/red] :smile: [31m next\nnewsgraph: no\n"


def test_long_talk_is_not_folded(capfd: pytest.CaptureFixture[str]) -> None:
    say("word " * 100)
    assert capfd.readouterr().err.count("\n") == 1


def test_data_is_utf_8_whatever_the_locale_says(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    write("“naïve” \ud800\n")
    assert raw.getvalue() == "“naïve” ?\n".encode()


def test_progress_is_silent_where_nobody_watches(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(show_progress(iter("abc"), "Reading")) == ["a", "b", "c"]
    assert capfd.readouterr() == ("", "")


def test_plain_text_cannot_drive_a_terminal() -> None:
    assert plain("a\x1b]0;title\x07b\u202e\x9b2J\r\n") == "a ]0;title b  2J  "
