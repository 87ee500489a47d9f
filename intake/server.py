"""Run the backend: ``python -m intake.server``."""

from __future__ import annotations

import uvicorn

from intake.app import Backend, create_app
from intake.attempts import Limits
from office.secrets import secrets
from office.settings import settings

_STOPS_WITHIN_SECONDS = 3


def main() -> None:
    """Serve on the address of the settings until told to stop."""
    chosen = settings()
    known = secrets(chosen.state_dir)
    limits = Limits(
        by_session=chosen.proof_failures_by_session,
        digits_by_code=chosen.digit_failures_by_code,
        keys_by_code=chosen.key_failures_by_code,
    )
    backend = Backend.build(
        chosen.database_dsn, known.intake_hash_key, limits=limits, with_made_up=chosen.made_up_dossiers
    )
    uvicorn.run(
        create_app(backend, known.intake_secret),
        host=chosen.host,
        port=chosen.intake_port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_STOPS_WITHIN_SECONDS,
    )


if __name__ == "__main__":
    main()
