"""What an operator may set."""

from office.settings import ROOT, Settings
from office.unknown_settings import unknown_settings


def test_settings_that_are_there_are_known():
    assert (
        unknown_settings(
            {"MOTCUA_STATE_DIR": "x", "motcua_host": "y", "PATH": "z", "MOTCUA_TEST_BROWSER": ""}
        )
        == []
    )


def test_a_setting_that_is_not_there_is_named_with_the_one_that_was_meant():
    assert unknown_settings({"MOTCUA_GATWAY_PORT": "1", "MOTCUA_XYZ": "2"}) == [
        "There is no setting MOTCUA_GATWAY_PORT; MOTCUA_GATEWAY_PORT was meant?",
        "There is no setting MOTCUA_XYZ.",
    ]


def test_a_variable_that_holds_nothing_leaves_the_setting_as_it_is(monkeypatch):
    monkeypatch.setenv("MOTCUA_STATE_DIR", "")
    assert Settings().state_dir == ROOT / ".state"
