"""Whether the ports of the settings are free."""

from __future__ import annotations

import socket

from office.settings import Settings

_NAMES = ("gateway_port", "intake_port", "actions_port", "engine_port")


def taken_ports(settings: Settings) -> dict[str, int]:
    """Return the settings whose port somebody listens on."""
    ports = {name: int(getattr(settings, name)) for name in _NAMES}
    return {name: port for name, port in ports.items() if _is_taken(settings.host, port)}


def _is_taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False
