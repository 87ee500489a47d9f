"""Bodies at the edge: a flat JSON object of few members, read without building anything else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from bot.api.problem import Problem

Flat = dict[str, str | float | bool | None]
_Handler = Callable[[Request], Coroutine[Any, Any, Response]]

MOST_MEMBERS = 8
_JSON = "application/json"
_BLANK = re.compile(r"[ \t\n\r]*+")
_WORD = re.compile(r"true|false|null|-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()


class NotFlat(ValueError):
    """The body is no flat JSON object of few members."""


def read_flat(text: str) -> Flat:
    """Return the members of an object; raise NotFlat as soon as it is something else.

    Texts hold no lone surrogates: each becomes the replacement character, so that nothing behind meets half
    a character.
    """
    members: Flat = {}
    at = _past(text, "{", 0)
    while text[at : at + 1] != "}":
        name, at = _text(text, _past(text, ",", at) if members else at)
        value, at = _value(text, _past(text, ":", at))
        members[name] = value
        if len(members) > MOST_MEMBERS:
            raise NotFlat("too many members")
    if _past(text, "}", at) != len(text):
        raise NotFlat("something after the object")
    return members


def _past(text: str, sign: str, at: int) -> int:
    """Return the place after a sign and the blanks around it."""
    at = _skip(text, at)
    if text[at : at + 1] != sign:
        raise NotFlat(f"no {sign}")
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _text(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        raise NotFlat("no text")
    value, end = _DECODER.raw_decode(text, at)
    if _HALF_CHARACTERS.search(value):
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value, _skip(text, end)


def _value(text: str, at: int) -> tuple[str | float | bool | None, int]:
    if text[at : at + 1] == '"':
        return _text(text, at)
    match = _WORD.match(text, at)
    if match is None:
        raise NotFlat("neither a text nor a number, true, false or null")
    return json.loads(match[0]), _skip(text, match.end())


class FlatRequest(Request):
    """A request whose body is a flat JSON object."""

    async def json(self) -> Flat:
        """Return the body; raise ValueError for what is none."""
        return read_flat((await self.body()).decode("utf-8"))


class FlatRoute(APIRoute):
    """A route that reads its body as a FlatRequest; a body that calls itself something else is a Problem."""

    def get_route_handler(self) -> _Handler:
        handle = super().get_route_handler()

        async def flat(request: Request) -> Response:
            if self.body_field and not _may_be_json(request):
                raise Problem("wrong_type")
            return await handle(FlatRequest(request.scope, request.receive))

        return flat


def _may_be_json(request: Request) -> bool:
    """Tell whether the body calls itself JSON, or nothing at all."""
    kind = request.headers.get("content-type", _JSON)
    return kind.partition(";")[0].strip().lower() == _JSON
