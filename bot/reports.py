"""Reports that something told is wrong: noted without a trace of who sent them, listed and settled by the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.conversations import read
from bot.errors import GatewayError
from bot.masking.anonymous import anonymous
from bot.reply import Citation
from bot.turn_record import Versions
from office.database import Connection, Database

LONGEST_COMMENT = 500
_LISTED_AT_MOST = 200
_A_DAY = 86400
_ERASES_WITHIN_SECONDS = 60.0


class NothingToReport(GatewayError):
    """The message is no answer about a procedure, or not there any more."""


class NoReport(GatewayError):
    """There is none of this number."""


class AlreadySettled(GatewayError):
    """Somebody has settled it before."""


class Settled(StrEnum):
    """How the office settles a report."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Report:
    """What is reported; ``answer`` is None where it has been erased, ``comment`` is already anonymous."""

    channel: str
    facets: Sequence[str]
    comment: str
    answer: str | None
    cited: Citation
    versions: Versions


class Reports:
    """Takes reports of messages and settles them, each call in a transaction of its own."""

    def __init__(self, database: Database, *, days: float) -> None:
        self._database = database
        self._days = days

    async def of_message(self, conversation: UUID, seq: int, comment: str, versions: Versions) -> None:
        """Note a report of one answer; of the same answer only once. Raises NoConversation, NothingToReport."""
        async with self._database.transaction() as connection:
            found = await read(connection, conversation, lock=True)
            cursor = await connection.execute(
                "SELECT * FROM bot.message WHERE conversation = %s AND seq = %s AND author = 'bot'"
                " AND (outcome = 'answered' OR details->'parts' ? 'answered')",
                [conversation, seq],
            )
            said = await cursor.fetchone()
            if said is None or not said["details"].get("citations"):
                raise NothingToReport
            if not said["details"].get("reported"):
                about = said["details"]
                cited = Citation(**about["citations"][-1])
                report = Report(
                    found.channel, about["facets"], comment, said["text"], cited, _made(about, versions)
                )
                await note(connection, report)
                await connection.execute(
                    "UPDATE bot.message SET details = details || '{\"reported\": true}'"
                    " WHERE conversation = %s AND seq = %s",
                    [conversation, seq],
                )

    async def listed(self, state: str) -> list[dict[str, Any]]:
        """Return the reports in a state, the oldest first."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "SELECT * FROM bot.report WHERE state = %s ORDER BY id LIMIT %s",
                [state, _LISTED_AT_MOST],
            )
            return await cursor.fetchall()

    async def one(self, number: int) -> dict[str, Any]:
        """Return a report with all that is known of it; raise NoReport."""
        async with self._database.transaction() as connection:
            return await _read(connection, number)

    async def settle(self, number: int, state: Settled, *, reason: str, by: str) -> None:
        """Accept or reject a report that is new; raise NoReport or AlreadySettled."""
        async with self._database.transaction() as connection:
            if (await _read(connection, number))["state"] != "new":
                raise AlreadySettled
            await connection.execute(
                "UPDATE bot.report SET state = %s, reason = %s, settled_by = %s, settled_at = now() WHERE id = %s",
                [state, reason, by, number],
            )

    async def erase_reports(self) -> int:
        """Erase reports that are old, settled or not."""
        async with self._database.transaction(seconds=_ERASES_WITHIN_SECONDS) as connection:
            cursor = await connection.execute(
                "DELETE FROM bot.report WHERE reported_at < now() - make_interval(secs => %s)",
                [self._days * _A_DAY],
            )
        return cursor.rowcount


async def note_last(connection: Connection, conversation: UUID, told: Report) -> None:
    """Note a report that was made in words: of the last answer about the procedure, best of one on these sides."""
    cursor = await connection.execute(
        "SELECT * FROM bot.message WHERE conversation = %s AND author = 'bot'"
        " AND (outcome = 'answered' OR details->'parts' ? 'answered')"
        " AND details->'procedures' ? %s ORDER BY details->'facets' ?| %s DESC, seq DESC LIMIT 1",
        [conversation, told.cited.code, list(told.facets)],
    )
    said = await cursor.fetchone()
    about = said["details"] if said else {}
    cited = next((c for c in about.get("citations", ()) if c["code"] == told.cited.code), None)
    answer, cited = said["text"] if said else None, Citation(**cited) if cited else told.cited
    await note(connection, replace(told, answer=answer, cited=cited, versions=_made(about, told.versions)))


async def note(connection: Connection, report: Report) -> None:
    """Put a report into the queue of the office."""
    cited, versions = report.cited, report.versions
    await connection.execute(
        "INSERT INTO bot.report (channel, procedure, facets, comment, answer, decision, updated_on, url,"
        " snapshot, model, settings) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [
            report.channel, cited.code, list(report.facets), report.comment[:LONGEST_COMMENT], report.answer,
            cited.decision, cited.updated, cited.url, versions.snapshot, versions.model, versions.settings,
        ],
    )  # fmt: skip


def comment_of(text: str, *, beside_proof: bool = False) -> str:
    """Return what is kept of a comment."""
    return anonymous(text, beside_proof=beside_proof)[:LONGEST_COMMENT]


def _made(details: Mapping[str, Any], now: Versions) -> Versions:
    """Return what made an answer; what it does not say itself is what is in force now."""
    known = {part: details.get(part) or value for part, value in asdict(now).items()}
    return Versions(**known)


async def _read(connection: Connection, number: int) -> dict[str, Any]:
    cursor = await connection.execute("SELECT * FROM bot.report WHERE id = %s FOR UPDATE", [number])
    row = await cursor.fetchone()
    if row is None:
        raise NoReport
    return row
