"""Bodies at the edge: JSON read strictly, texts mended so that nothing behind meets half a character."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

_Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class MendedRequest(Request):
    """A request whose JSON holds no lone surrogates: each becomes the replacement character."""

    async def json(self) -> Any:
        """Return the body; raises ValueError or RecursionError for what is no JSON."""
        return _mended(json.loads((await self.body()).decode("utf-8")))


class MendedRoute(APIRoute):
    """A route that reads its body as a MendedRequest."""

    def get_route_handler(self) -> _Handler:
        handle = super().get_route_handler()

        async def mended(request: Request) -> Response:
            return await handle(MendedRequest(request.scope, request.receive))

        return mended


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
