"""What a citizen can do with the own data by the API and beside the conversation, each call in a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from bot.conversations import read
from bot.privacy.consent import answers, ask_once
from bot.privacy.desk import Erased, PrivacyDesk
from bot.privacy.erasing import forget_jobs
from bot.privacy.kept import copy, kept
from bot.privacy.notice import Notices
from bot.privacy.purpose import Purpose
from office.database import Connection, Database
from office.personal_data.registry import registry
from office.settings import Settings


class Rights:
    """Finds everything by the conversation alone: whoever has its key has these rights, and over no other one."""

    def __init__(self, database: Database, desk: PrivacyDesk, settings: Settings) -> None:
        self._database = database
        self._desk = desk
        self._settings = settings

    @property
    def notices(self) -> Notices:
        """What is asked, in its newest wording."""
        return self._desk.notices

    def is_shown(self, version: str) -> bool:
        """Tell whether this is the wording that is shown now."""
        return any(notice.version == version for notice in self._desk.notices.by_purpose.values())

    async def consents(self, conversation: UUID) -> dict[Purpose, bool]:
        """Return what was answered; raise NoConversation."""
        async with self._database.transaction() as connection:
            await read(connection, conversation)
            return await answers(connection, conversation)

    async def set_consent(self, conversation: UUID, wanted: Mapping[Purpose, bool]) -> dict[Purpose, bool]:
        """Put answers on record; a no erases at once what was kept. Return what stands; raise NoConversation."""
        async with self._database.transaction() as connection:
            found = await read(connection, conversation, lock=True)
            await self._desk.set_consent(connection, conversation, found.channel, wanted)
            return await answers(connection, conversation)

    async def question(self, conversation: UUID) -> str:
        """Return what a text-only channel asks beside the conversation; empty once it has, or there is an answer."""
        async with self._database.transaction() as connection:
            is_asked = await ask_once(connection, conversation, Purpose)
        return self._desk.notices.in_words if is_asked else ""

    async def summary(self, conversation: UUID) -> dict[str, Any]:
        """Return what is kept, by counts and days; raise NoConversation."""
        async with self._database.transaction() as connection:
            await read(connection, conversation)
            rows = await kept(connection, conversation)
            known = await answers(connection, conversation)
        return {
            "kept": [
                {"table": row.table, "title": row.title, "rows": row.n, "first": row.first, "last": row.last}
                for row in rows
            ],
            "consents": {purpose.value: known.get(purpose) for purpose in Purpose},
            "not_here": _not_here(),
        }

    async def copy(self, conversation: UUID) -> dict[str, Any]:
        """Return all that is kept, as the registry lays down; raise NoConversation."""
        async with self._database.transaction() as connection:
            await read(connection, conversation)
            tables = await copy(connection, conversation, self._settings)
        made = datetime.now(UTC).isoformat(timespec="seconds")
        return {"made_at": made, "tables": tables, "not_here": _not_here()}

    async def erase(self, conversation: UUID) -> Erased:
        """Erase all that is kept; the conversation goes on, empty. Raises NoConversation."""
        async with self._database.transaction() as connection:
            return await self._erase(connection, conversation)

    async def end(self, conversation: UUID) -> None:
        """Erase the conversation itself with all that hangs on it; raise NoConversation."""
        async with self._database.transaction() as connection:
            await self._erase(connection, conversation)
            await forget_jobs(connection, conversation)
            await connection.execute("DELETE FROM bot.conversation WHERE id = %s", [conversation])

    async def _erase(self, connection: Connection, conversation: UUID) -> Erased:
        found = await read(connection, conversation, lock=True)
        cursor = await connection.execute(
            "SELECT last_seq FROM bot.conversation WHERE id = %s", [conversation]
        )
        row = await cursor.fetchone()
        assert row is not None
        return await self._desk.erase(connection, conversation, found.channel, row["last_seq"])


def _not_here() -> list[dict[str, str]]:
    """Return what is not erased with a conversation, and why."""
    tables = registry().tables.items()
    return [
        {"table": name, "title": table.title, "why": table.citizen.why}
        for name, table in tables
        if table.citizen and table.citizen.erased == "kept"
    ]
