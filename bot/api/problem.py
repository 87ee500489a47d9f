"""What a caller hears when a request cannot be taken: a status, a name, a true sentence."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

import psycopg
import yaml
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from bot.errors import ConversationClosed, NoConversation, QueueFull, TooMany
from bot.handovers import NoHandover, NotYours
from bot.reports import AlreadySettled, NoReport, NothingToReport
from office.database import DatabaseBusy, DatabaseUnavailable
from office.settings import settings

_FILE = Path(__file__).with_name("problems.yml")
_RETRY_AFTER = {429: {"Retry-After": "60"}, 503: {"Retry-After": "5"}}
_BY_STATUS = {400: "bad_json", 401: "no_key", 403: "forbidden", 404: "not_found", 405: "wrong_method"}

log = logging.getLogger(__name__)


class Problem(Exception):
    """A request is turned down by a name of problems.yml."""


@lru_cache(maxsize=1)
def problems() -> dict[str, dict[str, Any]]:
    """Read the sentences once."""
    known: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return known


def problem_response(name: str) -> JSONResponse:
    """Return the response for a problem."""
    problem = problems()[name]
    body = {"error": name, "text": problem_text(name)}
    if "outcome" in problem:
        body["outcome"] = problem["outcome"]
    return JSONResponse(body, problem_status(name), problem_headers(name))


def problem_text(name: str) -> str:
    """Return the sentence."""
    text: str = problems()[name]["text"]
    return text.format(hotline=settings().hotline, portal_url=settings().portal_url)


def problem_status(name: str) -> int:
    """Return the HTTP status."""
    return int(problems()[name]["status"])


def problem_headers(name: str) -> dict[str, str] | None:
    """Return after how long to try again, where that helps."""
    return _RETRY_AFTER.get(problem_status(name))


def add_problems(app: FastAPI) -> None:
    """Answer every exception that leaves an endpoint with a problem."""
    for error, name in _BY_ERROR.items():
        app.add_exception_handler(error, _always(name))
    app.add_exception_handler(Problem, _named)
    app.add_exception_handler(HTTPException, _by_status)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(psycopg.Error, _database)


_BY_ERROR: dict[type[Exception], str] = {
    NoConversation: "no_conversation",
    ConversationClosed: "closed",
    QueueFull: "queue_full",
    TooMany: "too_many",
    NothingToReport: "nothing_to_report",
    NoReport: "not_found",
    AlreadySettled: "already_settled",
    NoHandover: "not_found",
    NotYours: "not_yours",
    DatabaseBusy: "busy",
    DatabaseUnavailable: "database_down",
    Exception: "broken",
}


def _always(name: str) -> Any:
    async def handle(request: Request, error: Exception) -> JSONResponse:
        return problem_response(name)

    return handle


async def _named(request: Request, error: Exception) -> JSONResponse:
    return problem_response(str(error))


async def _by_status(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem_response(_BY_STATUS.get(error.status_code, "wrong_shape"))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    is_json = all(fault["type"] != "json_invalid" for fault in error.errors())
    return problem_response("wrong_shape" if is_json else "bad_json")


async def _database(request: Request, error: Exception) -> JSONResponse:
    log.error("database error", exc_info=error)
    return problem_response("database_down")
