"""Ports that something else listens on."""

import socket

import pytest

from bot.supervisor.errors import PortsTaken
from bot.supervisor.ports import check_ports
from office.settings import Settings
from tests.world.engine import free_port

NAMES = ("gateway_port", "intake_port", "actions_port", "engine_port")


def settings_with(**ports):
    return Settings(**({name: free_port() for name in NAMES} | ports))


def test_free_ports_are_fine():
    check_ports(settings_with())


def test_a_taken_port_is_named_with_its_setting():
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = stranger.getsockname()[1]
        with pytest.raises(PortsTaken, match=f"MOTCUA_ACTIONS_PORT={port}"):
            check_ports(settings_with(actions_port=port))


def test_two_services_cannot_share_a_port():
    port = free_port()
    with pytest.raises(PortsTaken, match=r"MOTCUA_INTAKE_PORT.*MOTCUA_ENGINE_PORT"):
        check_ports(settings_with(intake_port=port, engine_port=port))
