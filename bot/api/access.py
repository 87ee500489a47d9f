"""Who is asking: the conversation by its key, the client by its address."""

from __future__ import annotations

import hmac
import ipaddress
import re
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from starlette.datastructures import Headers

from bot.api.problem import Problem
from bot.conversation import id_of
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
    return id_of(match[1])


def carries_key(headers: Headers) -> bool:
    """Tell whether a request carries what has the shape of a conversation's key."""
    return _BEARER.fullmatch(headers.get("authorization", "")) is not None


def carries_secret(headers: Headers, secret: str) -> bool:
    """Tell whether a request comes from who can read the secrets of this machine, and from no browser."""
    given = headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
    is_browser = any(name in headers for name in ("origin", "sec-fetch-site", "sec-fetch-mode"))
    return bool(secret) and not is_browser and hmac.compare_digest(given, secret.encode())


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
