"""Messages in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from bot.api.access import Client, ConversationKey, PartsHere
from bot.api.body import FlatRoute
from bot.api.models import News, SentMessage, Taken
from bot.api.said import message
from bot.conversation import State
from bot.deadline import Deadline
from bot.outbox import Said
from bot.parts import Parts
from bot.privacy.purpose import Purpose
from bot.received import received

router = APIRouter(prefix="/api", tags=["messages"], route_class=FlatRoute)

LONGEST_WAIT = 25.0
_HIGHEST_SEQ = 2**31 - 1


@router.post("/messages", status_code=202)
async def send(sent: SentMessage, conversation: ConversationKey, client: Client, parts: PartsHere) -> Taken:
    """Take a message in; the answer comes by ``GET /api/messages``."""
    took = received(text=sent.text or "", button=sent.button or "", client=client)
    return Taken(seq=await parts.inbox.accept(conversation, sent.id, took))


@router.get("/messages")
async def listen(
    conversation: ConversationKey,
    parts: PartsHere,
    after: Annotated[int, Query(ge=0, le=_HIGHEST_SEQ)] = 0,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0.0,
) -> News:
    """Return what was said after a number; with ``wait`` as soon as there is something."""
    said = await _await_said(parts, conversation, after, wait)
    found = await parts.conversations.find(conversation)
    is_typing = found.state is not State.HUMAN and await parts.inbox.is_waiting(conversation)
    agreed = {purpose.value: purpose in found.purposes for purpose in Purpose}
    shown = [message(one) for one in said]
    return News(state=found.state.value, typing=is_typing, messages=shown, consent=agreed)


async def _await_said(parts: Parts, conversation: ConversationKey, after: int, wait: float) -> list[Said]:
    deadline = Deadline.in_seconds(wait)
    with parts.bell.listening_for(conversation) as listener:
        while not (said := await parts.outbox.after(conversation, after)):
            if deadline.is_past:
                break
            await listener.wait(deadline.left())
            await parts.conversations.find(conversation)
    return said
