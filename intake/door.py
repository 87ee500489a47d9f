"""The door of the backend: a shared secret, and no more of a body than is needed."""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from intake.problems import problem

OPEN = "/healthz"
_LONG = "/dossiers:load"


class Door:
    """Lets in who knows the secret, with a body that is not too long; reads it before the endpoint does."""

    def __init__(self, app: ASGIApp, *, secret: str, body_bytes: int, file_bytes: int) -> None:
        self._app = app
        self._secret = secret.encode()
        self._body_bytes = body_bytes
        self._file_bytes = file_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] == OPEN:
            await self._app(scope, receive, send)
        elif not self._knows_secret(scope):
            await problem("unauthorised", 401)(scope, receive, send)
        else:
            await self._enter(scope, receive, send)

    def _knows_secret(self, scope: Scope) -> bool:
        given = Headers(scope=scope).get("x-motcua-secret", "")
        return bool(self._secret) and hmac.compare_digest(given.encode(), self._secret)

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _read(receive, self._file_bytes if scope["path"] == _LONG else self._body_bytes)
        if body is None:
            await problem("too_large", 413)(scope, receive, send)
            return
        await self._app(scope, _once(body, receive), send)


async def _read(receive: Receive, at_most: int) -> bytes | None:
    """Return the whole body, or None as soon as it is longer than allowed."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > at_most:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _once(body: bytes, receive: Receive) -> Receive:
    """Return a channel that gives the body that was read, then whatever comes after it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return waiting.pop() if waiting else await receive()

    return give
