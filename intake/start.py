"""What happens once before the backend is ready: the schema, and the made-up dossiers still missing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import psycopg

from intake.dossier_file import read_dossiers
from intake.hash_key import HashKeyHold, WrongHashKey
from intake.loading import Loader
from office.database import DatabaseUnavailable
from office.migrate import migrate

MADE_UP = Path(__file__).parent / "made_up.yml"
_AGAIN_SECONDS = 0.5

log = logging.getLogger(__name__)


class Start:
    """Goes on trying until the database is there; ``refusal`` says what keeps it from ever getting done."""

    def __init__(self, dsn: str, hold: HashKeyHold, loader: Loader | None) -> None:
        self._dsn = dsn
        self._hold = hold
        self._loader = loader
        self.is_done = False
        self.refusal = ""

    async def run(self, give_up: Callable[[], None] = lambda: None) -> None:
        """Migrate, load, and say so; a database that is away is waited for, one that refuses is given up."""
        while not self.is_done:
            try:
                await asyncio.to_thread(migrate, self._dsn)
                await self._hold.check()
                await self._load()
                self.is_done = True
            except (psycopg.OperationalError, DatabaseUnavailable) as error:
                log.info("database not there yet: %s", type(error).__name__)
                await asyncio.sleep(_AGAIN_SECONDS)
            except (WrongHashKey, psycopg.Error) as error:
                self.refusal = _one_line(error)
                give_up()
                return
            except Exception:
                log.exception("the backend cannot start")
                raise

    async def _load(self) -> None:
        if self._loader:
            await self._loader.add_missing(read_dossiers(MADE_UP.read_text("utf-8"), MADE_UP.name))


def _one_line(error: Exception) -> str:
    return f"The intake backend cannot start: {str(error).splitlines()[0]}"
