"""Questions from this machine: the command line and replays, as one answer each."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID, uuid4

from fastapi import APIRouter

from bot.api.access import PartsHere
from bot.api.body import FlatRoute
from bot.api.models import Answer, Asked
from bot.deadline import Deadline
from bot.guards import fault
from bot.outbox import Said
from bot.parts import Parts
from bot.privacy.purpose import Purpose
from bot.privacy.wish import Deed
from bot.received import received
from office.outcome import Outcome
from office.wording import Fault

router = APIRouter(prefix="/internal", route_class=FlatRoute, include_in_schema=False)

LONGEST_WAIT = 9.0


@router.post("/ask")
async def ask(asked: Asked, parts: PartsHere) -> Answer:
    """Put a question through the same inbox as everybody's and wait for what is said.

    The shield has turned down whoever does not know the secret.
    """
    began = time.monotonic()
    conversation = await _conversation(parts, asked)
    took = received(text=asked.text, client=asked.channel)
    seq = await parts.inbox.accept(conversation, uuid4(), took)
    said = await _await_reply(parts, conversation, seq)
    answer = _answer(said, round((time.monotonic() - began) * 1000))
    return answer.model_copy(update=await _beside(parts, conversation, asked, said))


async def _conversation(parts: Parts, asked: Asked) -> UUID:
    if asked.conversation is None:
        found, _ = await parts.conversations.begin(asked.channel)
    else:
        found = await parts.conversations.of_key(asked.channel, run=asked.run, key=asked.conversation)
    if asked.consent is not None:
        await parts.rights.set_consent(found.id, {Purpose.REVIEW: asked.consent})
    return found.id


async def _beside(parts: Parts, conversation: UUID, asked: Asked, said: Said) -> dict[str, Any]:
    """Return what belongs beside the answer: a copy that was asked for; once, the question what may be kept.

    It is not asked of a program, nor where the conversation has no name by which it could go on.
    """
    beside: dict[str, Any] = {}
    if said.details.get("privacy") == Deed.DOWNLOAD:
        beside["data"] = await parts.rights.copy(conversation)
    if asked.channel == "cli" and asked.consent is None and asked.conversation is not None:
        beside["notice"] = await parts.rights.question(conversation)
    return beside


async def _await_reply(parts: Parts, conversation: UUID, seq: int) -> Said:
    deadline = Deadline.in_seconds(LONGEST_WAIT)
    with parts.bell.listening_for(conversation) as listener:
        while True:
            is_waiting = await parts.inbox.is_waiting(conversation)
            said = await parts.outbox.reply_to(conversation, seq)
            if said:
                return said
            if not is_waiting:
                await parts.conversations.find(conversation)
                return Said(seq, "bot", "", Outcome.HANDOVER_HUMAN, False, {})
            if deadline.is_past:
                late = fault(Fault.STILL_WORKING)
                return Said(seq, "bot", late.text, late.outcome, True, {})
            await listener.wait(deadline.left())


def _answer(said: Said, latency_ms: int) -> Answer:
    details = said.details
    return Answer(
        text=said.text or "",
        outcome=said.outcome or "",
        parts=details.get("parts"),
        procedures=details.get("procedures", []),
        dossier_codes=details.get("dossier_codes", []),
        facet=next(iter(details.get("facets", [])), None),
        intent=details.get("intent"),
        citations=details.get("citations", []),
        buttons=[button.title for button in said.buttons],
        checklists=details.get("checklists"),
        latency_ms=latency_ms,
    )
