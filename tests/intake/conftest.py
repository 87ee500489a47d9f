import psycopg
import pytest

from tests.conftest import fresh_database
from tests.intake.desk import Desk


@pytest.fixture(scope="session")
def shared_dsn(postgres, migrated):
    """One database for all that asks the desk; emptied before each test."""
    with fresh_database(postgres, migrated) as dsn:
        yield dsn


@pytest.fixture
def dossiers(shared_dsn):
    """The DSN of a database without dossiers."""
    with psycopg.connect(shared_dsn) as connection:
        connection.execute("TRUNCATE intake.dossier, intake.attempt CASCADE")
    return shared_dsn


@pytest.fixture
def desk(dossiers):
    with Desk(dossiers) as desk:
        yield desk
