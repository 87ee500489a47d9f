"""Run the gateway: ``python -m bot.gateway``."""

from __future__ import annotations

import uvicorn

from bot.app import create_app
from bot.parts import Clients, Parts
from bot.punctual import PunctualProtocol
from office.log import set_up
from office.secrets import secrets
from office.settings import settings

_STOPS_WITHIN_SECONDS = 3


def main() -> None:
    """Serve on the address of the settings until told to stop."""
    set_up()
    chosen = settings()
    known = secrets(chosen.state_dir)
    parts = Parts.build(chosen, known, chosen.database_dsn, Clients.of(chosen, known))
    uvicorn.run(
        create_app(parts, chosen.database_dsn),
        host=chosen.host,
        port=chosen.gateway_port,
        log_config=None,
        access_log=False,
        http=PunctualProtocol,
        limit_concurrency=chosen.connections_at_once,
        proxy_headers=bool(chosen.trusted_proxies),
        forwarded_allow_ips=chosen.trusted_proxies,
        server_header=False,
        timeout_graceful_shutdown=_STOPS_WITHIN_SECONDS,
    )


if __name__ == "__main__":
    main()
