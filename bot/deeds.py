"""What the gateway does beside a reply: hands over to a person, notes a report, offers help after failures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.allowance import Allowance
from bot.conversation import Conversation, State
from bot.conversations import set_failures, set_state
from bot.desk_notice import desk_notice
from bot.errors import TooMany
from bot.failures import OFFERED_AT, counted, with_offer
from bot.handover import describe, wait_of
from bot.reply import DROP_HANDOVER, HAND_OVER, REPORT, Deed, Reply
from bot.reports import Report, comment_of, note_last
from bot.turn import Turn
from bot.turn_record import Versions
from office.database import Connection
from office.desk_hours import DeskHours
from office.outcome import Outcome
from office.settings import Settings
from office.wording import outcome, wording
from office.working_days import now_in_viet_nam

LENT = "handover"
"""The slot that tells the engine, for one turn, where the conversation stands with a person."""
_LIMIT = "utter_report_limit"


class Deeds:
    """Carries out what a reply brings with it, within the transaction that saves it."""

    def __init__(
        self, settings: Settings, reports: Allowance, *, now: Callable[[], datetime] = now_in_viet_nam
    ) -> None:
        self._hours = DeskHours.read(settings.desk_hours)
        self._minutes = settings.handover_minutes
        self._reports = reports
        self._now = now

    async def carry_out(
        self, connection: Connection, conversation: Conversation, turn: Turn, reply: Reply, versions: Versions
    ) -> Reply:
        """Do what the reply asks for; return it with what is to be said about that."""
        for deed in reply.deeds or _bare_wish(reply):
            if deed.name == HAND_OVER:
                reply = await self._hand_over(connection, conversation, turn, reply, deed)
            elif deed.name == DROP_HANDOVER and conversation.state is State.WAITING:
                await set_state(connection, conversation, State.BOT)
            elif deed.name == REPORT and reply.citations:
                reply = await self._report(connection, conversation, turn, reply, versions)
        return await _offered(connection, conversation, reply)

    async def _hand_over(
        self, connection: Connection, conversation: Conversation, turn: Turn, reply: Reply, deed: Deed
    ) -> Reply:
        await set_state(connection, conversation, State.WAITING)
        await describe(connection, conversation.id, deed.reason, deed.summary, turn.masked)
        wait = await wait_of(connection, conversation.id, self._minutes)
        return replace(reply, text="\n".join([reply.text, desk_notice(self._hours, self._now(), wait)]))

    async def _report(
        self, connection: Connection, conversation: Conversation, turn: Turn, reply: Reply, versions: Versions
    ) -> Reply:
        try:
            if not conversation.is_local:
                self._reports.take(turn.received.client)
        except TooMany:
            return Reply(wording(_LIMIT), outcome(_LIMIT), understanding=reply.understanding)
        comment = comment_of(turn.text, beside_proof=bool(turn.slots.get("dossier_code")))
        facets = reply.understanding.facets
        told = Report(conversation.channel, facets, comment, None, reply.citations[0], versions)
        await note_last(connection, conversation.id, told)
        return reply


def standing(conversation: Conversation) -> dict[str, str]:
    """Return the slot to lend: waiting for a person, or just offered one; nothing else is told."""
    if conversation.state is State.WAITING:
        return {LENT: "waiting"}
    return {LENT: "offered"} if conversation.failures == OFFERED_AT else {}


def _bare_wish(reply: Reply) -> tuple[Deed, ...]:
    return (Deed(HAND_OVER),) if reply.outcome is Outcome.HANDOVER_REQUESTED else ()


async def _offered(connection: Connection, conversation: Conversation, reply: Reply) -> Reply:
    """Count on; under the third failure in a row a person is offered, unless one is waited for."""
    failures = counted(conversation.failures, reply.outcome)
    if failures == conversation.failures:
        return reply
    await set_failures(connection, conversation.id, failures)
    is_offer = failures == OFFERED_AT and conversation.state is State.BOT
    return with_offer(reply) if is_offer else reply
