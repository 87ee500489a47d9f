"""Run the backend: ``python -m intake.server``."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import timedelta

import uvicorn

from intake.app import Backend, create_app
from intake.attempts import Limits
from office.log import set_up
from office.mendable import HOPELESS
from office.secrets import Secrets, secrets
from office.settings import LOOPBACK, Settings, settings

_STOPS_WITHIN_SECONDS = 3


def main() -> None:
    """Serve on the loopback until told to stop, or until there is no use in going on."""
    set_up()
    chosen = settings()
    known = secrets(chosen.state_dir)
    backend = _backend(chosen, known)
    config = uvicorn.Config(
        create_app(backend, known.intake_secret, give_up=lambda: setattr(server, "should_exit", True)),
        host=LOOPBACK,
        port=chosen.intake_port,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_STOPS_WITHIN_SECONDS,
    )
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):
        server.run()
    if backend.start.refusal:
        print(backend.start.refusal, file=sys.stderr)
        sys.exit(HOPELESS)


def _backend(chosen: Settings, known: Secrets) -> Backend:
    limits = Limits(
        by_session=chosen.proof_failures_by_session,
        digits_by_code=chosen.digit_failures_by_code,
        keys_by_code=chosen.key_failures_by_code,
        by_client=chosen.proof_failures_by_client,
        kept=timedelta(days=chosen.attempt_days),
    )
    return Backend.build(
        chosen.database_dsn, known.intake_hash_key, limits=limits, with_made_up=chosen.made_up_dossiers
    )


if __name__ == "__main__":
    main()
