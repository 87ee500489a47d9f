"""What may be wrong in a state folder, and on the machine."""

import socket

import pytest

from bot.doctor.machine import machine_troubles
from bot.doctor.running import running_troubles
from bot.doctor.state import state_troubles
from office.secrets import FILE, secrets
from office.settings import Settings
from tests.world.engine import free_port


@pytest.fixture
def settings(tmp_path):
    ports = {f"{part}_port": free_port() for part in ("gateway", "intake", "actions", "engine")}
    return lambda **more: Settings(state_dir=tmp_path, **(ports | more))


def mends(troubles):
    return [trouble.mend for trouble in troubles]


def test_secrets_that_others_can_read_are_named(settings):
    chosen = settings()
    secrets(chosen.state_dir)
    (chosen.state_dir / FILE).chmod(0o644)
    assert f"chmod 600 {chosen.state_dir / FILE}" in mends(state_troubles(chosen))


def test_a_missing_model_is_trained(settings):
    assert "motcua train" in mends(state_troubles(settings()))


def test_a_database_that_does_not_answer_is_named_without_its_password(settings):
    troubles = list(state_troubles(settings(database_dsn="host=127.0.0.1 port=9 user=x password=hushhush")))
    (told,) = (trouble.what for trouble in troubles if "MOTCUA_DATABASE_DSN" in trouble.what)
    assert "hushhush" not in told


def test_a_taken_port_is_named_with_its_setting(settings):
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        chosen = settings(intake_port=stranger.getsockname()[1])
        assert mends(running_troubles(chosen)) == ["set MOTCUA_INTAKE_PORT to a free port"]


def test_this_machine_can_carry_it(tmp_path):
    assert list(machine_troubles(tmp_path / "not" / "there" / "yet")) == []
