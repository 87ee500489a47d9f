"""The reference one-stop backend as a web application, for the other services of the office only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import FastAPI, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from intake.attempts import Limits
from intake.door import OPEN, Door
from intake.dossier_file import DossierFile, decoded, read_file
from intake.hash_key import HashKeyHold
from intake.loading import Loader
from intake.lookup_desk import LookupDesk
from intake.problems import add_problems, problem
from intake.start import Start
from intake.view import DossierView, view
from office.database import Database
from office.working_days import now_in_viet_nam

_BODY_BYTES = 16_384
_FILE_BYTES = 8_000_000

Short = Annotated[str, Field(max_length=200)]
FileName = Annotated[str, Query(max_length=500, description="The file's name in what is said about it.")]


class ProofRequest(BaseModel):
    """A proof for one dossier; the factor is compared and forgotten."""

    code: Short
    factor: Short = Field(repr=False)
    session: Short = Field(min_length=1)
    client: Short = ""


class ProofAnswer(BaseModel):
    """What opens the dossier for 15 minutes in this session."""

    proof_token: str


class LookupRequest(BaseModel):
    """A question about one dossier."""

    code: Short
    session: Short = Field(min_length=1)
    proof_token: Short = Field(repr=False)


class LoadAnswer(BaseModel):
    """The codes that were loaded, in the order of the file, and the fields that were not known, as findings."""

    loaded: list[str]
    left_out: list[str]


@dataclass(frozen=True)
class Backend:
    """What the endpoints work with."""

    database: Database
    start: Start
    desk: LookupDesk
    loader: Loader
    now: Callable[[], datetime] = now_in_viet_nam

    @classmethod
    def build(
        cls,
        dsn: str,
        hash_key: str,
        *,
        limits: Limits | None = None,
        with_made_up: bool = True,
        now: Callable[[], datetime] = now_in_viet_nam,
    ) -> Backend:
        """Wire the backend for one database; nothing is opened yet."""
        database = Database(dsn)
        loader = Loader(database, hash_key, now=now)
        desk = LookupDesk(database, hash_key, limits=limits, now=now)
        return cls(
            database,
            Start(dsn, HashKeyHold(database, hash_key), loader if with_made_up else None),
            desk,
            loader,
            now,
        )


def create_app(backend: Backend, secret: str, *, give_up: Callable[[], None] = lambda: None) -> FastAPI:
    """Build the application; it answers at once, and is ready when the database is."""
    app = FastAPI(
        title="Intake", lifespan=lambda _: _running(backend, give_up), docs_url=None, redoc_url=None
    )
    add_problems(app)
    app.add_middleware(Door, secret=secret, body_bytes=_BODY_BYTES, file_bytes=_FILE_BYTES)

    @app.get(OPEN)
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        is_ready = backend.start.is_done and await backend.database.answers()
        return JSONResponse({"status": "ready"}) if is_ready else problem("unavailable", 503)

    @app.post("/proofs")
    async def prove(asked: ProofRequest) -> ProofAnswer:
        token = await backend.desk.prove(asked.code, asked.factor, session=asked.session, client=asked.client)
        return ProofAnswer(proof_token=token)

    @app.post("/lookups")
    async def look_up(asked: LookupRequest) -> DossierView:
        dossier = await backend.desk.look_up(asked.code, asked.proof_token, session=asked.session)
        return view(dossier, backend.now().date())

    @app.post("/dossiers:load")
    async def load(request: Request, file: FileName = "dossiers.yml") -> LoadAnswer:
        read = await asyncio.to_thread(_read, await request.body(), file)
        await backend.loader.replace(read.dossiers)
        return LoadAnswer(
            loaded=[str(entry.code) for entry in read.dossiers],
            left_out=[str(found) for found in read.left_out],
        )

    return app


def _read(content: bytes, file: str) -> DossierFile:
    return read_file(decoded(content, file), file)


@asynccontextmanager
async def _running(backend: Backend, give_up: Callable[[], None]) -> AsyncIterator[None]:
    async with backend.database:
        starting = asyncio.create_task(backend.start.run(give_up))
        try:
            yield
        finally:
            starting.cancel()
            with suppress(asyncio.CancelledError):
                await starting
