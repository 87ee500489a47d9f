"""What can go wrong with the embedded PostgreSQL."""

from __future__ import annotations

from office.mendable import Mendable


class PostgresError(Mendable):
    """The embedded PostgreSQL could not be made or started; the message says how to mend it."""
