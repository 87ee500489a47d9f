import uuid

import psycopg
import pytest

SERVER = "host=/tmp/intake-state user=motcua dbname=postgres"


@pytest.fixture
def empty_database():
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield SERVER.replace("dbname=postgres", f"dbname={name}")
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
