"""Why a PostgreSQL does not let us in, said within seconds."""

import socket
import time

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from office import login
from office.login import login_trouble
from tests.conftest import execute


@pytest.mark.parametrize(
    "dsn", ["nonsense", "hushhush@", "postgresql://u:hushhush@h:notaport/db", "port=hushhush", "a\0b"]
)
def test_an_address_that_is_none_is_final_and_not_repeated(dsn):
    trouble = login_trouble(dsn)
    assert trouble.is_final
    assert "hushhush" not in trouble.what
    assert "postgresql://user" in trouble.what


def test_a_server_that_is_not_there_may_come_yet():
    trouble = login_trouble("host=127.0.0.1 port=9 user=x password=hushhush")
    assert not trouble.is_final
    assert "port 9 failed" in trouble.what
    assert "hushhush" not in trouble.what


def test_a_part_of_a_password_that_is_taken_for_the_host_is_not_said():
    assert "hush" not in login_trouble("postgresql://u:secret@hush@127.0.0.1:9/db").what


def test_a_server_that_says_nothing_is_given_up_within_seconds(monkeypatch):
    monkeypatch.setattr(login, "WITHIN_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        trouble = login_trouble(f"host=127.0.0.1 port={silent.getsockname()[1]} user=x")
    assert time.monotonic() - began < 4
    assert not trouble.is_final


def test_a_good_login_is_no_trouble(postgres):
    assert login_trouble(postgres.dsn) is None


@pytest.mark.parametrize("wrong", [{"password": "hushhush"}, {"user": "nobody"}, {"dbname": "nowhere"}])
def test_a_refused_login_is_final(wrong, postgres):
    trouble = login_trouble(make_conninfo(postgres.dsn, **wrong))
    assert trouble.is_final
    assert "FATAL" in trouble.what
    assert "hushhush" not in trouble.what


def test_an_account_that_may_not_make_tables_is_told_what_to_grant(postgres, empty_database):
    execute(postgres, "CREATE ROLE guest LOGIN PASSWORD 'guest'")
    trouble = login_trouble(make_conninfo(empty_database, user="guest", password="guest"))
    assert trouble.is_final
    assert trouble.what.endswith(" TO guest")
    with psycopg.connect(empty_database) as connection:
        database = connection.info.dbname
    execute(postgres, f"GRANT CREATE ON DATABASE {database} TO guest")
    assert login_trouble(make_conninfo(empty_database, user="guest", password="guest")) is None
    execute(postgres, f"REVOKE ALL ON DATABASE {database} FROM guest")
    execute(postgres, "DROP ROLE guest")
