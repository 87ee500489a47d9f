"""The embedded PostgreSQL as a part of the assistant; or the one of a DSN, which is left alone."""

from __future__ import annotations

import time

from bot.supervisor.errors import DatabaseRefused
from office.login import login_trouble
from office.postgres.errors import PostgresError
from office.postgres.server import PostgresServer
from office.settings import Settings

AGAIN_AFTER_SECONDS = 1.0


class DatabasePart:
    """Knows the database's address before it runs, so that services can start beside it and wait."""

    def __init__(self, settings: Settings) -> None:
        self._server = None if settings.database_dsn else PostgresServer(settings.state_dir)
        self.dsn = self._server.dsn if self._server else settings.database_dsn
        self._due = 0.0

    @property
    def pid(self) -> int | None:
        """Process id of the embedded one."""
        return self._server.pid if self._server else None

    def trouble(self) -> str | None:
        """Return why the PostgreSQL of the settings does not answer now; raise DatabaseRefused if it never will."""
        found = None if self._server else login_trouble(self.dsn)
        if found and found.is_final:
            raise DatabaseRefused(
                f"The PostgreSQL of MOTCUA_DATABASE_DSN cannot be used: {found.what}. Mend it or the setting."
            )
        return found.what if found else None

    def start(self) -> None:
        """Start the embedded one; raises PostgresError."""
        if self._server:
            self._server.start()

    def mend(self) -> str | None:
        """Start it again if it has died; return what happened, or None if nothing did."""
        if not self._server or self._server.is_running() or time.monotonic() < self._due:
            return None
        try:
            self._server.start()
        except PostgresError as error:
            self._due = time.monotonic() + AGAIN_AFTER_SECONDS
            return str(error)
        return "PostgreSQL ended; it was started again."

    def stop(self, within: float) -> None:
        """Shut the embedded one down."""
        if self._server:
            self._server.close(within)
