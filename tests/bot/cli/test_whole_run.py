"""No traceback reaches a person."""

import errno
import json
import os

import pytest
from yaml import YAMLError

from bot.cli.whole_run import told_in_one_line
from office.mendable import Mendable


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


def test_the_line_of_a_fault_is_ours_not_a_librarys(capsys):
    with pytest.raises(SystemExit), told_in_one_line():
        json.loads("{")
    assert "JSONDecodeError at" in (said := capsys.readouterr().err)
    assert "test_whole_run.py:" in said


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_place_that_cannot_be_written_to_is_no_fault(number, capsys):
    code, said = raised(OSError(number, os.strerror(number), "/state/x"), capsys)
    assert code == 4
    assert "/state/x" in said
    assert "MOTCUA_STATE_DIR" in said


def test_a_file_that_is_no_yaml_is_found_by_the_check(capsys):
    code, said = raised(YAMLError(), capsys)
    assert (code, "motcua check" in said) == (1, True)


def test_what_a_person_can_mend_is_told_as_it_is(capsys):
    assert raised(Mendable("Mend it."), capsys) == (4, "motcua: Mend it.\n")


def test_an_interruption_is_no_fault(capsys):
    code, said = raised(KeyboardInterrupt(), capsys)
    assert (code, said) == (130, "motcua: interrupted.\n")
