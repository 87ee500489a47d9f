"""The action server: rasa-sdk's executor behind a door that only engine and gateway have the key to."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from actions.desk import Desk
from actions.printable import NoChecklist, printable
from actions.renewal import Renewal
from actions.services import Services, default_services
from office.log import set_up
from office.papers.checklist import Checklist
from office.secrets import secrets
from office.settings import LOOPBACK, settings

log = logging.getLogger(__name__)


class BadCall(ValueError):
    """The body is no action call; its message says why, without repeating what it holds."""


def create_app(services: Services | None = None, secret: str | None = None) -> FastAPI:
    """Build the server; services, snapshot and secret are read here, not with the first call.

    A snapshot that is published later is taken over while the server runs.
    """
    services = services or default_services()
    key = (secrets(settings().state_dir).actions_secret if secret is None else secret).encode()
    renewal, longest = Renewal(services), services.settings.action_call_max_bytes

    def by_key(request: Request) -> None:
        given = request.headers.get("x-motcua-secret", "").encode()
        if not key or not hmac.compare_digest(given, key):
            raise HTTPException(403)

    app = FastAPI(title="Action server", openapi_url=None, lifespan=lambda _: _watching(renewal))

    @app.get("/healthz")
    async def healthz() -> dict[str, Any]:
        return {
            "status": "ok",
            "snapshot": renewal.desk.snapshot,
            "refused": renewal.refused,
            "actions": renewal.desk.actions,
        }

    @app.post("/webhook", dependencies=[Depends(by_key)])
    async def webhook(request: Request) -> JSONResponse:
        try:
            call = _call(await _body(request, longest))
        except BadCall as error:
            return JSONResponse({"error": str(error), "action_name": None}, 400)
        return await _run(renewal.desk, call)

    @app.get("/checklists/{code}", dependencies=[Depends(by_key)])
    def checklist(code: str, case: int = 0, proxy: bool | None = None) -> Checklist:
        try:
            return printable(renewal.desk.services, code, case, proxy)
        except NoChecklist as error:
            raise HTTPException(404) from error

    return app


@asynccontextmanager
async def _watching(renewal: Renewal) -> AsyncIterator[None]:
    watch = asyncio.create_task(renewal.forever())
    yield
    watch.cancel()


async def _body(request: Request, at_most: int) -> bytes:
    """Return the body, inflated if it is deflated; answer 413 for one of more than ``at_most`` bytes."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > at_most:
            raise HTTPException(413)
    if request.headers.get("content-encoding", "").lower() != "deflate":
        return body
    try:
        inflated = zlib.decompressobj().decompress(body, at_most + 1)
    except zlib.error as error:
        raise BadCall("body is not deflated") from error
    if len(inflated) > at_most:
        raise HTTPException(413)
    return inflated


def _call(body: bytes) -> dict[str, Any]:
    """Read an action call.

    Rasa leaves the domain out (selective domain), which the executor would take for an error.
    """
    try:
        call = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadCall("body must be JSON") from error
    if not isinstance(call, dict) or not isinstance(call.get("next_action"), str):
        raise BadCall("next_action must be a string")
    tracker = call.get("tracker")
    if not isinstance(tracker, dict) or not isinstance(tracker.get("sender_id"), str):
        raise BadCall("tracker must be an object with a sender_id")
    return {**call, "domain": {}}


async def _run(desk: Desk, call: dict[str, Any]) -> JSONResponse:
    name = call["next_action"]
    try:
        result = await desk.run(call)
    except ActionExecutionRejection as error:
        return JSONResponse({"error": error.message, "action_name": error.action_name}, 400)
    except ActionNotFoundException:
        log.error("the engine asked for an action that is not here: %s", name)
        return JSONResponse(
            {"error": f"No registered action found for name '{name}'.", "action_name": name}, 404
        )
    except Exception:
        log.exception("action %s failed", name)
        return JSONResponse({"error": "the action failed", "action_name": name}, 500)
    return JSONResponse(result)


def main() -> None:
    """Serve on the loopback."""
    set_up()
    uvicorn.run(
        create_app(), host=LOOPBACK, port=settings().actions_port, log_config=None, log_level="warning"
    )


if __name__ == "__main__":
    main()
