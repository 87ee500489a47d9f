"""What every request passes before and after its endpoint."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.access import carries_key, carries_secret
from bot.api.problem import problem_response
from bot.api.whole_body import CutShort, TooLarge, TooSlow, largest, replayed, whole_body

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_READING = {"GET", "HEAD", "OPTIONS"}
_WITH_KEY = {"/api/messages", "/api/reports", "/api/consent", "/api/conversation", "/api/data"}
_WITH_SECRET = "/internal/"  # noqa: S105 - a path
_WRITING = {"POST", "PUT", "DELETE"}
_LONGEST_URL = 2_000
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::\d{1,5})?", re.ASCII)

log = logging.getLogger("bot.access")


class Shield:
    """Checks host, origin, key and size, sets security headers, writes the access log.

    Whoever has neither key nor secret is turned down before a byte of the body is read. The log holds the
    template of a route, never what somebody wrote into an address.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], local_secret: str) -> None:
        self._app = app
        self._secret = local_secret
        self._hosts = {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with a problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.monotonic(), 0

        async def hardened(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _harden(MutableHeaders(scope=message))
            await send(message)

        try:
            await self._pass(scope, receive, hardened)
        finally:
            took = round((time.monotonic() - began) * 1000)
            path = getattr(scope.get("route"), "path", "?")
            log.info("request", extra={"method": _method(scope), "path": path, "status": status, "ms": took})

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        turned_down = self._turned_down(scope)
        if turned_down:
            await problem_response(turned_down)(scope, receive, send)
            return
        try:
            body = await whole_body(receive, largest(scope["path"]))
        except TooLarge:
            await problem_response("too_large")(scope, receive, send)
        except TooSlow:
            await problem_response("too_slow")(scope, receive, send)
        except CutShort:
            log.info("body cut short")
        else:
            await self._app(scope, replayed(body, receive), send)

    def _turned_down(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if "*" not in self._hosts and _name(host) not in self._hosts:
            return "wrong_host"
        if scope["method"] not in _READING and not _is_same_site(headers, host):
            return "other_site"
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST_URL:
            return "not_found"
        if scope["path"].startswith(_WITH_SECRET) and not carries_secret(headers, self._secret):
            return "forbidden"
        is_writing = scope["method"] in _WRITING
        return "no_key" if is_writing and scope["path"] in _WITH_KEY and not carries_key(headers) else None


def _name(host: str) -> str:
    match = _HOST.fullmatch(host)
    return (match[1] or match[2]).lower() if match else ""


def _is_same_site(headers: Headers, host: str) -> bool:
    """A browser names where a call comes from; a program need not."""
    origin = headers.get("origin")
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    try:
        return origin is None or urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def _harden(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")


def _method(scope: Scope) -> str:
    return scope["method"] if scope["method"] in _READING | _WRITING else "?"
