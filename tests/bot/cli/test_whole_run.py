"""No traceback reaches a person."""

import pytest

from bot.cli.whole_run import told_in_one_line


def raised(error, capsys):
    with pytest.raises(SystemExit) as ended, told_in_one_line():
        raise error
    return ended.value.code, capsys.readouterr().err


def test_a_fault_is_told_by_kind_and_line_without_what_it_was_about(capsys):
    code, said = raised(KeyError("0912345678"), capsys)
    assert code == 70
    assert "KeyError at" in said
    assert "test_whole_run.py:" in said
    assert "0912345678" not in said
    assert said.count("\n") == 1


def test_an_interruption_is_no_fault(capsys):
    code, said = raised(KeyboardInterrupt(), capsys)
    assert (code, said) == (130, "motcua: interrupted.\n")
