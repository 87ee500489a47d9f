"""The world that tests share: PostgreSQL, a trained model, the whole assistant."""

import fcntl
import shutil
import uuid
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from office.migrate import migrate
from office.postgres.home import prepare_home
from office.postgres.server import PostgresServer
from tests.world.engine import train
from tests.world.stack import running_stack


def pytest_collection_modifyitems(items):
    """Keep what is costly to start on one worker each."""
    for item in items:
        for group in ("stack", "engine"):
            if item.get_closest_marker(group):
                item.add_marker(pytest.mark.xdist_group(group))


@contextmanager
def postgres_in(state_dir):
    """Run a PostgreSQL in a folder of its own and take the folder away after."""
    server = PostgresServer(state_dir, durable=False)
    server.start()
    try:
        yield server
    finally:
        server.close()
        shutil.rmtree(prepare_home(state_dir).folder)


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """A server, one for each worker."""
    with postgres_in(tmp_path_factory.mktemp("postgres")) as server:
        yield server


def execute(postgres, statement):
    with psycopg.connect(postgres.dsn_of("postgres"), autocommit=True) as connection:
        connection.execute(statement)


@contextmanager
def fresh_database(postgres, template=None):
    name = f"test_{uuid.uuid4().hex[:12]}"
    execute(postgres, f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    yield postgres.dsn_of(name)
    execute(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_database(postgres):
    with fresh_database(postgres) as dsn:
        yield dsn


@pytest.fixture(scope="session")
def migrated(postgres):
    """The name of a database with the newest schema, to be copied."""
    name = f"template_{uuid.uuid4().hex[:12]}"
    execute(postgres, f"CREATE DATABASE {name}")
    migrate(postgres.dsn_of(name))
    return name


@pytest.fixture
def dsn(postgres, migrated):
    with fresh_database(postgres, migrated) as dsn:
        yield dsn


@pytest.fixture(scope="session")
def engine_state(tmp_path_factory, worker_id):
    """A state folder with the project's model, trained once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    state_dir = (shared if worker_id == "master" else shared.parent) / "engine-state"
    state_dir.mkdir(exist_ok=True)
    with (state_dir / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        train(state_dir)
    return state_dir


@pytest.fixture(scope="session")
def stack(tmp_path_factory, engine_state):
    """The whole assistant, started once."""
    state_dir: Path = tmp_path_factory.mktemp("stack")
    with running_stack(state_dir, engine_state) as running:
        yield running
    shutil.rmtree(prepare_home(state_dir).folder)
