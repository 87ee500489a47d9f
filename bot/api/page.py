"""The chat page: one HTML document, one stylesheet, one script."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.api.access import PartsHere

WEB = Path(__file__).parents[1] / "web"
STATIC = WEB / "static"

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=HTMLResponse)
async def page(parts: PartsHere) -> HTMLResponse:
    """Return the chat page; it works as soon as this process does, and waits for the rest by itself."""
    return HTMLResponse(
        templates().get_template("chat.html").render(settings=parts.settings, notices=parts.rights.notices)
    )


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Read the pages once; everything that is filled in is escaped."""
    return Environment(
        loader=FileSystemLoader(WEB / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
