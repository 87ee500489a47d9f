"""The citizen's rights: to agree and withdraw, to see, to take along and to erase what is kept."""

from __future__ import annotations

import json

from fastapi import APIRouter, Response

from bot.api.access import ConversationKey, PartsHere
from bot.api.body import FlatRoute
from bot.api.models import Consent, Consents, ErasedData, KeptData
from bot.api.problem import Problem
from bot.privacy.desk import state_of

router = APIRouter(prefix="/api", tags=["privacy"], route_class=FlatRoute)


@router.get("/consent")
async def consent(conversation: ConversationKey, parts: PartsHere) -> Consents:
    """Return what was agreed to; what was never answered counts as no."""
    return Consents.model_validate(state_of(await parts.rights.consents(conversation)))


@router.put("/consent")
async def agree(wanted: Consent, conversation: ConversationKey, parts: PartsHere) -> Consents:
    """Agree to some of the purposes, or withdraw; what was kept for a purpose is then erased at once."""
    if wanted.notice and not parts.rights.is_shown(wanted.notice):
        raise Problem("notice_changed")
    known = await parts.rights.set_consent(conversation, wanted.by_purpose())
    return Consents.model_validate(state_of(known))


@router.get("/data/summary")
async def summary(conversation: ConversationKey, parts: PartsHere) -> KeptData:
    """Return what is kept of this conversation, by counts and days."""
    return KeptData.model_validate(await parts.rights.summary(conversation))


@router.get("/data")
async def download(conversation: ConversationKey, parts: PartsHere) -> Response:
    """Return a copy of all that is kept of this conversation, as a file."""
    copy = await parts.rights.copy(conversation)
    headers = {"Content-Disposition": 'attachment; filename="du-lieu-cua-toi.json"'}
    content = json.dumps(copy, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    return Response(content, media_type="application/json", headers=headers)


@router.delete("/data")
async def erase(conversation: ConversationKey, parts: PartsHere) -> ErasedData:
    """Erase all that is kept; the conversation goes on, empty. Returns counts and the number of the receipt."""
    erased = await parts.rights.erase(conversation)
    return ErasedData(receipt=erased.number, erased={row.table: row.n for row in erased.rows if row.n})


@router.delete("/conversation", status_code=204)
async def end(conversation: ConversationKey, parts: PartsHere) -> None:
    """End the conversation and erase it."""
    await parts.rights.end(conversation)
