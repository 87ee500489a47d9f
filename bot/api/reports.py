"""The citizen reports that an answer tells something wrong."""

from __future__ import annotations

from fastapi import APIRouter

from bot.api.access import Client, ConversationKey, PartsHere
from bot.api.body import FlatRoute
from bot.api.models import Noted, WrongFact
from bot.reports import comment_of
from bot.versions import versions
from office.wording import wording

router = APIRouter(prefix="/api", tags=["messages"], route_class=FlatRoute)


@router.post("/reports", status_code=201)
async def report(wrong: WrongFact, conversation: ConversationKey, client: Client, parts: PartsHere) -> Noted:
    """Report an answer by its number; the same one again changes nothing. No consent is needed, no trace is kept."""
    parts.reporting.take(client)
    now = versions(parts.settings, parts.health.snapshot)
    await parts.reports.of_message(conversation, wrong.seq, comment_of(wrong.comment or ""), now)
    return Noted(text=wording("utter_report_taken"))
