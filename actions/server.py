"""The action server: rasa-sdk's executor behind a door that only the engine has the key to."""

from __future__ import annotations

import hmac
import json
import logging
import zlib
from typing import Any

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from actions.answer_procedure import ActionAnswerProcedure
from actions.services import Services, default_services
from office.log import set_up
from office.secrets import secrets
from office.settings import LOOPBACK, settings

ACTIONS = (ActionAnswerProcedure,)

log = logging.getLogger(__name__)


class BadCall(ValueError):
    """The body is no action call; its message says why, without repeating what it holds."""


def create_app(services: Services | None = None, secret: str | None = None) -> FastAPI:
    """Build the server; services, snapshot and secret are read here, not with the first call."""
    services = services or default_services()
    key = (secrets(settings().state_dir).actions_secret if secret is None else secret).encode()
    executor = ActionExecutor()
    for action in ACTIONS:
        executor.register_action(action(services))

    def from_engine(request: Request) -> None:
        given = request.headers.get("x-motcua-secret", "").encode()
        if not key or not hmac.compare_digest(given, key):
            raise HTTPException(403)

    app = FastAPI(title="Action server", openapi_url=None)

    @app.get("/healthz")
    async def healthz() -> dict[str, Any]:
        return {
            "status": "ok",
            "snapshot": services.knowledge.snapshot.version,
            "actions": sorted(executor.actions),
        }

    @app.post("/webhook", dependencies=[Depends(from_engine)])
    async def webhook(request: Request) -> JSONResponse:
        try:
            call = _call(await _body(request, services.settings.action_call_max_bytes))
        except BadCall as error:
            return JSONResponse({"error": str(error), "action_name": None}, 400)
        return await _run(executor, call)

    return app


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


async def _run(executor: ActionExecutor, call: dict[str, Any]) -> JSONResponse:
    name = call["next_action"]
    try:
        result = await executor.run(call)
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
    return JSONResponse(result.model_dump())


def main() -> None:
    """Serve on the loopback."""
    set_up()
    uvicorn.run(
        create_app(), host=LOOPBACK, port=settings().actions_port, log_config=None, log_level="warning"
    )


if __name__ == "__main__":
    main()
