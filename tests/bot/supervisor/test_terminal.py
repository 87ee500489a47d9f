"""Whether the terminal is still there."""

import os
import pty
import signal

import pytest

from bot.supervisor import terminal
from bot.supervisor.terminal import Terminal


@pytest.fixture
def stream(monkeypatch):
    """A terminal's other end, as one of our streams."""
    ours, theirs = pty.openpty()
    monkeypatch.setattr(terminal, "_OUTPUTS", (theirs,))
    yield ours
    os.close(theirs)


@pytest.fixture
def hang_up(request):
    before = signal.signal(signal.SIGHUP, request.param)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("hang_up", [signal.SIG_DFL], indirect=True)
def test_a_terminal_that_is_closed_is_noticed(hang_up, stream):
    watched = Terminal()
    assert not watched.is_closed()
    os.close(stream)
    assert watched.is_closed()


@pytest.mark.parametrize("hang_up", [signal.SIG_IGN], indirect=True)
def test_under_nohup_it_may_go(hang_up, stream):
    watched = Terminal()
    os.close(stream)
    assert not watched.is_closed()


def test_files_and_pipes_are_no_terminals(monkeypatch):
    reading, writing = os.pipe()
    monkeypatch.setattr(terminal, "_OUTPUTS", (writing,))
    watched = Terminal()
    os.close(reading)
    assert not watched.is_closed()
    os.close(writing)
