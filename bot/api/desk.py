"""The office's desk from this machine: who waits for a person, and what was reported as wrong."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path

from bot.api.access import PartsHere
from bot.api.body import FlatRoute
from bot.api.models import Officer, OfficerSays, Settlement
from bot.reports import Settled

router = APIRouter(prefix="/internal", route_class=FlatRoute, include_in_schema=False)

Number = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.get("/handovers")
async def handovers(parts: PartsHere) -> list[dict[str, Any]]:
    """Return who waits for a person or is answered by one, the oldest first.

    The shield has turned down whoever does not know the secret; so with everything here.
    """
    return await parts.handovers.open_ones()


@router.post("/handovers/{number}/claim", status_code=204)
async def claim(number: Number, by: Officer, parts: PartsHere) -> None:
    """Take a conversation over; from here on the bot is silent."""
    await parts.handovers.claim(number, by.officer)


@router.post("/handovers/{number}/say", status_code=204)
async def say(number: Number, said: OfficerSays, parts: PartsHere) -> None:
    """Tell the citizen something."""
    await parts.handovers.say(number, said.officer, said.text)


@router.post("/handovers/{number}/return", status_code=204)
async def give_back(number: Number, by: Officer, parts: PartsHere) -> None:
    """Let the bot answer again."""
    await parts.handovers.give_back(number, by.officer)


@router.get("/reports")
async def reports(
    parts: PartsHere, state: Literal["new", "accepted", "rejected"] = "new"
) -> list[dict[str, Any]]:
    """Return the reports in a state, the oldest first."""
    return await parts.reports.listed(state)


@router.get("/reports/{number}")
async def report(number: Number, parts: PartsHere) -> dict[str, Any]:
    """Return a report with all that is known of it."""
    return await parts.reports.one(number)


@router.post("/reports/{number}/settle", status_code=204)
async def settle(number: Number, how: Settlement, parts: PartsHere) -> None:
    """Accept or reject a report."""
    await parts.reports.settle(number, Settled(how.state), reason=how.reason, by=how.by)
