"""The list of papers as a page to print and as PDF."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from bot.api.access import Client, PartsHere
from bot.api.page import templates
from bot.api.problem import problem_headers, problem_status, problem_text
from bot.checklists import PATH, ChecklistUnavailable, NoChecklist, Sheet
from bot.errors import TooMany
from bot.parts import Parts
from office.papers.checklist import Checklist
from office.papers.pdf import pdf
from office.papers.qr import Code

_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
_FILERS = {"": None, "0": False, "1": True}

router = APIRouter(include_in_schema=False)
log = logging.getLogger(__name__)


def _sheet(request: Request) -> Sheet | None:
    """Return which list is asked for; None for an address that cannot be one."""
    case, filer = request.query_params.get("case", "0"), request.query_params.get("proxy", "")
    if not _NUMBER.fullmatch(case) or filer not in _FILERS:
        return None
    return Sheet(request.path_params["code"], int(case), _FILERS[filer])


SheetAsked = Annotated[Sheet | None, Depends(_sheet)]


@router.get(PATH + "{code}.pdf")
async def printed(sheet: SheetAsked, client: Client, parts: PartsHere) -> Response:
    """Return the list as PDF."""
    found = await _found(sheet, client, parts)
    if not isinstance(found, Checklist):
        return found
    name = re.sub(r"[^\w.-]", "", found.code, flags=re.ASCII)
    content = await asyncio.to_thread(pdf, found)
    headers = {"Content-Disposition": f'inline; filename="giay-to-{name}.pdf"'}
    return Response(content, media_type="application/pdf", headers=headers)


@router.get(PATH + "{code}", response_class=HTMLResponse)
async def page(sheet: SheetAsked, client: Client, parts: PartsHere) -> Response:
    """Return the list as a page."""
    found = await _found(sheet, client, parts)
    if not isinstance(found, Checklist):
        return found
    shown = (
        templates()
        .get_template("checklist.html")
        .render(
            checklist=found,
            qr=Code.of(found.url),
            pdf=Sheet(found.code, found.case, found.by_proxy).path(".pdf"),
            path=lambda one: Sheet(found.code, one.case, one.by_proxy).path(),
            settings=parts.settings,
        )
    )
    return HTMLResponse(shown)


async def _found(sheet: Sheet | None, client: str, parts: Parts) -> Checklist | Response:
    """Return the list, or the page that says why there is none."""
    try:
        parts.sheets.take(client)
        return await parts.checklists.find(sheet) if sheet else _notice("no_checklist", parts)
    except TooMany:
        return _notice("too_many", parts)
    except NoChecklist:
        return _notice("no_checklist", parts)
    except ChecklistUnavailable as error:
        log.error("no checklist from the action server", extra={"cause": str(error)})
        return _notice("checklist_down", parts)


def _notice(problem: str, parts: Parts) -> HTMLResponse:
    shown = (
        templates().get_template("notice.html").render(text=problem_text(problem), settings=parts.settings)
    )
    return HTMLResponse(shown, problem_status(problem), problem_headers(problem))
