"""What a caller hears when something is wrong: a status and a name, never what was sent."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

import psycopg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from intake.dossier_file import InvalidDossierFile
from intake.errors import LookupRefused
from intake.loading import RealDossier
from office.database import DatabaseUnavailable

_BY_STATUS = {404: "not_found", 405: "wrong_method"}

log = logging.getLogger(__name__)


def problem(name: str, status: int, **details: Any) -> JSONResponse:
    """Return the response that names a problem."""
    return JSONResponse({"error": name, **details}, status)


def add_problems(app: FastAPI) -> None:
    """Answer every exception that leaves an endpoint."""

    @app.exception_handler(LookupRefused)
    async def refused(request: Request, error: LookupRefused) -> Response:
        return problem("refused", 403)

    @app.exception_handler(InvalidDossierFile)
    async def invalid_file(request: Request, error: InvalidDossierFile) -> Response:
        return problem(
            "invalid_file",
            422,
            errors=[str(finding) for finding in error.findings],
            findings=[asdict(finding) for finding in error.findings],
        )

    @app.exception_handler(RealDossier)
    async def real_dossier(request: Request, error: RealDossier) -> Response:
        return problem("real_dossier", 409, errors=[f"{error}: a dossier that is not made up has this code"])

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return problem("invalid", 422, fields=[".".join(map(str, fault["loc"])) for fault in error.errors()])

    @app.exception_handler(HTTPException)
    async def by_status(request: Request, error: HTTPException) -> Response:
        return problem(_BY_STATUS.get(error.status_code, "invalid"), error.status_code)

    @app.exception_handler(DatabaseUnavailable)
    async def unavailable(request: Request, error: DatabaseUnavailable) -> Response:
        return problem("unavailable", 503)

    @app.exception_handler(psycopg.Error)
    async def database_error(request: Request, error: psycopg.Error) -> Response:
        log.error("database error %s at %s", type(error).__name__, request.url.path)
        return problem("unavailable", 503)

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> Response:
        return problem("broken", 500)
