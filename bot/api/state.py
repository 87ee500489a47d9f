"""How the assistant is: alive, ready, of which version."""

from __future__ import annotations

from fastapi import APIRouter, Response

from bot.api.access import PartsHere
from bot.versions import release, versions

router = APIRouter(tags=["state"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Return as long as this process answers at all."""
    return {"status": "ok"}


@router.get("/readyz", responses={503: {"description": "Some part does not answer"}})
async def readyz(response: Response, parts: PartsHere) -> dict[str, object]:
    """Tell of each part whether it answers; 503 as long as one does not."""
    answering = await parts.health.parts()
    ready = all(answering.values())
    response.status_code = 200 if ready else 503
    return {"ready": ready, "parts": {name: "ok" if ok else "down" for name, ok in answering.items()}}


@router.get("/version")
async def version(parts: PartsHere) -> dict[str, str]:
    """Return what an answer given now would be recorded with."""
    await parts.health.parts()
    now = versions(parts.settings, parts.health.snapshot)
    return {"version": release(), "model": now.model, "snapshot": now.snapshot, "settings": now.settings}
