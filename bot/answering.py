"""From an inbox row to what is said: the job that the queue runs."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_fixed

from bot.assistant import Assistant
from bot.bell import ring
from bot.conversation import Conversation, State
from bot.conversations import read, set_slots
from bot.deadline import Deadline
from bot.deeds import LENT, Deeds, standing
from bot.engine import Payload
from bot.errors import NoConversation
from bot.guards import fault
from bot.inbox import Inbox, Waiting, settle
from bot.outbox import Outbox, say
from bot.privacy.desk import PrivacyDesk
from bot.received import Received, Seal
from bot.reply import Reply
from bot.turn import Turn
from bot.turn_record import Versions, count, keep, keep_text
from office.database import Connection, Database, DatabaseUnavailable
from office.outcome import Outcome
from office.wording import Fault

SAVES_FOR_SECONDS = 20.0
LEAST_SECONDS = 3.0

log = logging.getLogger(__name__)


class Answering:
    """Answers one message; called twice for the same one it answers once."""

    def __init__(
        self,
        database: Database,
        inbox: Inbox,
        outbox: Outbox,
        assistant: Assistant,
        seal: Seal,
        deeds: Deeds,
        versions: Callable[[], Versions],
        privacy: PrivacyDesk,
        *,
        seconds: float,
    ) -> None:
        self._database = database
        self._inbox = inbox
        self._outbox = outbox
        self._assistant = assistant
        self._seal = seal
        self._deeds = deeds
        self._versions = versions
        self._privacy = privacy
        self._seconds = seconds

    async def answer(self, row: int) -> None:
        """Answer the message of an inbox row, unless it has been answered or its conversation erased."""
        began = time.monotonic()
        try:
            waiting = await self._inbox.open(row)
            if waiting is None:
                return
            turn = await self._turn(waiting)
            reply = await self._reply(waiting, turn)
            latency = waiting.waited_seconds + time.monotonic() - began
            await self._save_patiently(waiting, turn, reply, latency_ms=round(latency * 1000))
        except NoConversation:
            log.info("conversation erased before its answer")

    async def _turn(self, waiting: Waiting) -> Turn:
        received, conversation = waiting.received or Received(), waiting.conversation
        seconds = max(LEAST_SECONDS, self._seconds - waiting.waited_seconds)
        slots = {**conversation.slots, **standing(conversation)}
        if slots.get("proof_token"):
            slots["proof_token"] = self._token(conversation)
        turn = Turn(conversation, received, Deadline.in_seconds(seconds), slots=slots)
        pressed = await self._outbox.button(conversation.id, received.button) if received.button else None
        if pressed:
            turn.title = pressed.title
            turn.said = Payload(pressed.payload["intent"], pressed.payload["entities"])
        return turn

    async def _reply(self, waiting: Waiting, turn: Turn) -> Reply | None:
        """Return the reply, or None where an officer answers and the bot must be silent."""
        if waiting.conversation.state is State.HUMAN:
            self._assistant.read(turn)
            return None
        if waiting.conversation.state is State.CLOSED:
            return fault(Fault.CONVERSATION_CLOSED)
        return await self._assistant.reply(turn) if waiting.received else fault(Fault.OVERLOADED)

    async def _save_patiently(
        self, waiting: Waiting, turn: Turn, reply: Reply | None, *, latency_ms: int
    ) -> None:
        """Save the answer; while the database is away hold on to it rather than ask everybody again."""
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(DatabaseUnavailable),
            stop=stop_after_delay(SAVES_FOR_SECONDS),
            wait=wait_fixed(0.5),
            reraise=True,
        )
        await retrying(self._save, waiting, turn, reply, latency_ms)

    async def _save(self, waiting: Waiting, turn: Turn, reply: Reply | None, latency_ms: int) -> None:
        async with self._database.transaction() as connection:
            conversation = await read(connection, turn.conversation.id, lock=True)
            if not await settle(connection, waiting.id):
                return
            if reply is None or conversation.state is State.HUMAN:
                await self._leave_to_officer(connection, turn, waiting.seq)
                return
            if reply.wish:
                reply = await self._privacy.carry_out(connection, turn, reply, upto=waiting.seq)
            versions = self._versions()
            reply = await self._deeds.carry_out(connection, conversation, turn, reply, versions)
            codes = [str(code) for code in turn.codes]
            await say(
                connection, conversation.id, reply,
                in_reply_to=waiting.seq, dossier_codes=codes, made_by=versions,
            )  # fmt: skip
            await set_slots(connection, conversation.id, self._sealed(turn))
            await count(connection, conversation.channel, reply.outcome)
            if conversation.purposes and not reply.wish:
                await keep(
                    connection, turn, waiting.seq, reply,
                    purposes=conversation.purposes, latency_ms=latency_ms, versions=versions,
                )  # fmt: skip

    def _token(self, conversation: Conversation) -> str | None:
        sealed = conversation.slots.get("proof_token")
        return self._seal.open_token(sealed) if sealed else None

    def _sealed(self, turn: Turn) -> dict[str, Any]:
        """Return the slots as they may be stored, without what is lent; a token that was there before keeps its age.

        The tokens of several proofs serve the turn that they came in only.
        """
        slots = {name: value for name, value in turn.slots.items() if name not in ("proved_dossiers", LENT)}
        token = slots.get("proof_token")
        if not token:
            return slots
        is_old = token == self._token(turn.conversation)
        old = turn.conversation.slots.get("proof_token")
        return {**slots, "proof_token": old if is_old else self._seal.close_token(token)}

    async def _leave_to_officer(self, connection: Connection, turn: Turn, seq: int) -> None:
        await keep_text(connection, turn, seq)
        await count(connection, turn.conversation.channel, Outcome.HANDOVER_HUMAN)
        await ring(connection, turn.conversation.id)
