"""Whether the ports of the settings are free."""

from __future__ import annotations

import socket

from bot.supervisor.errors import PortsTaken
from office.settings import LOOPBACK, Settings

_GATEWAY = "gateway_port"
_NAMES = (_GATEWAY, "intake_port", "actions_port", "engine_port")


def check_ports(settings: Settings) -> None:
    """Raise PortsTaken, naming the settings, if anything else listens there."""
    if taken := taken_ports(settings):
        names = ", ".join(f"MOTCUA_{name.upper()}={port}" for name, port in taken.items())
        raise PortsTaken(f"Ports are taken: {names}. End what uses them, or set others.")


def taken_ports(settings: Settings) -> dict[str, int]:
    """Return the settings whose port somebody listens on, or that two services would share."""
    ports = {name: int(getattr(settings, name)) for name in _NAMES}
    shared = {port for port in ports.values() if list(ports.values()).count(port) > 1}
    hosts = dict.fromkeys(_NAMES, LOOPBACK) | {_GATEWAY: settings.host}
    return {name: port for name, port in ports.items() if port in shared or _is_taken(hosts[name], port)}


def _is_taken(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False
