"""How ``motcua ask`` ends."""

import json
from contextlib import nullcontext

import pytest
import typer

from bot.cli import ask as command
from bot.cli import assistant
from bot.supervisor.run_file import Running

RUNNING = Running(pid=1, gateway="http://g", intake="http://i", actions="http://a", engine="http://e")


@pytest.fixture
def answered(monkeypatch):
    """Have the assistant answer with an outcome."""

    def with_outcome(outcome, **more):
        async def put(running, question):
            return {"text": "…", "outcome": outcome, "buttons": [], **more}

        monkeypatch.setattr(command, "_ask", put)
        monkeypatch.setattr(command, "assistant", lambda: nullcontext(RUNNING))

    return with_outcome


@pytest.mark.parametrize("outcome", ["error_engine", "error_overloaded"])
def test_an_answer_that_admits_a_fault_is_given_and_counts_as_none(outcome, answered, capsys):
    answered(outcome)
    with pytest.raises(typer.Exit) as ended:
        command.ask("x", None, as_json=True)
    assert ended.value.exit_code == 3
    assert json.loads(capsys.readouterr().out)["outcome"] == outcome


@pytest.mark.parametrize("outcome", ["answered", "unanswerable_no_source", "status_refused"])
def test_every_other_answer_is_one(outcome, answered, capsys):
    answered(outcome)
    command.ask("x", None, as_json=False)
    assert capsys.readouterr().out == "…\n"


def test_what_scripts_read_holds_no_address_of_a_list(answered, capsys):
    answered("answered", checklists=["/checklists/1.012784"])
    command.ask("x", None, as_json=True)
    assert "checklists" not in json.loads(capsys.readouterr().out)


def test_a_list_to_print_is_told_with_its_whole_address(answered, capsys):
    answered("answered", checklists=["/checklists/1.012784"])
    command.ask("x", None, as_json=False)
    assert capsys.readouterr().out == "…\n  [print] http://g/checklists/1.012784\n"


@pytest.fixture
def others_run(monkeypatch):
    """An assistant that others run: what its run file says, and when all of its parts answer."""

    def run(is_ready_at_first, ready_after):
        asked = iter(range(1000))
        monkeypatch.setattr(assistant, "_LOOK_EVERY_SECONDS", 0)
        monkeypatch.setattr(assistant, "is_served", lambda _: True)
        monkeypatch.setattr(assistant, "answers", lambda _: True)
        monkeypatch.setattr(assistant, "is_ready", lambda _: next(asked) >= ready_after)
        running = Running(**vars(RUNNING) | {"is_ready": is_ready_at_first})
        monkeypatch.setattr(assistant, "find_running", lambda _: running)
        return running, asked

    return run


def test_one_that_is_starting_is_waited_for_and_that_is_said_once(others_run, capsys):
    running, asked = others_run(is_ready_at_first=False, ready_after=3)
    assert assistant._wait(None) == running
    assert next(asked) == 4
    assert capsys.readouterr().err == "The assistant is starting; waiting until it is ready.\n"


def test_one_that_was_ready_is_asked_though_a_part_is_away(others_run, capsys):
    running, _ = others_run(is_ready_at_first=True, ready_after=1000)
    assert assistant._wait(None) == running
    assert capsys.readouterr().err == ""
