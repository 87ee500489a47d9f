"""What proofs run on: a PostgreSQL of their own, a trained model, the whole assistant."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from office.migrate import migrate
from office.postgres.home import prepare_home
from office.postgres.server import PostgresServer
from tests.world.engine import ROOT, train

MODELS = ROOT / "build" / "prove" / "engine"


def trained() -> Path:
    """Return a folder with the project's model, trained once and kept while nothing that makes it changes."""
    MODELS.mkdir(parents=True, exist_ok=True)
    train(MODELS)
    return MODELS


@contextmanager
def bare_state_folder() -> Iterator[Path]:
    """A new state folder; gone afterwards, with its database."""
    with tempfile.TemporaryDirectory(prefix="motcua-prove-") as folder:
        yield Path(folder)
        shutil.rmtree(prepare_home(Path(folder)).folder)


@contextmanager
def state_folder() -> Iterator[Path]:
    """A state folder that has the model."""
    with bare_state_folder() as state_dir:
        (state_dir / "models").symlink_to(trained() / "models")
        yield state_dir


@contextmanager
def database() -> Iterator[str]:
    """An empty database with the newest schema, as durable as a real one."""
    with tempfile.TemporaryDirectory(prefix="motcua-prove-") as folder:
        server = PostgresServer(Path(folder))
        server.start()
        try:
            migrate(server.dsn)
            yield server.dsn
        finally:
            server.close()
            shutil.rmtree(prepare_home(Path(folder)).folder)
