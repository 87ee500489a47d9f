"""The citizen's conversation: begin."""

from __future__ import annotations

from fastapi import APIRouter

from bot.api.access import Client, PartsHere
from bot.api.body import FlatRoute
from bot.api.models import Begun
from bot.api.said import message
from bot.guards import greeting
from bot.outbox import say

router = APIRouter(prefix="/api", tags=["conversation"], route_class=FlatRoute)


@router.post("/conversations", status_code=201)
async def begin(client: Client, parts: PartsHere) -> Begun:
    """Begin a conversation; nothing that is written in it is kept unless the citizen agrees."""
    parts.beginnings.take(client)
    conversation, key = await parts.conversations.begin("web")
    async with parts.database.transaction() as connection:
        await say(connection, conversation.id, greeting())
    said = await parts.outbox.after(conversation.id, 0)
    return Begun(conversation=key, messages=[message(one) for one in said])
