"""Who is asking: the conversation by its key, the client by its address."""

from __future__ import annotations

import hmac
import ipaddress
import re
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from bot.api.problem import Problem
from bot.parts import Parts

_BEARER = re.compile(r"Bearer ([0-9a-f]{32})")
SECRET_HEADER = "x-motcua-secret"  # noqa: S105 - the header's name
_HOME_NETWORK = 64


def parts_of(request: Request) -> Parts:
    """Return what the app was built from."""
    parts: Parts = request.app.state.parts
    return parts


def conversation_of(request: Request) -> UUID:
    """Return the conversation whose key the request carries; a Problem without one."""
    match = _BEARER.fullmatch(request.headers.get("authorization", ""))
    if match is None:
        raise Problem("no_key")
    return UUID(hex=match[1])


def check_local_secret(request: Request) -> None:
    """Let in only who can read the secrets of this machine, and no browser at all."""
    parts = parts_of(request)
    given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
    is_browser = any(name in request.headers for name in ("origin", "sec-fetch-site", "sec-fetch-mode"))
    known = parts.local_secret.encode()
    if is_browser or not known or not hmac.compare_digest(given, known):
        raise Problem("forbidden")


def client_of(request: Request) -> str:
    """Return the caller's address, of IPv6 the network that one household has."""
    try:
        address = ipaddress.ip_address(request.client.host if request.client else "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _HOME_NETWORK), strict=False))
    return str(address)


PartsHere = Annotated[Parts, Depends(parts_of)]
ConversationKey = Annotated[UUID, Depends(conversation_of)]
Client = Annotated[str, Depends(client_of)]
