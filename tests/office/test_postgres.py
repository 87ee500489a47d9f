"""The embedded PostgreSQL: made, started, stopped, outliving nobody; as root and as an ordinary user."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from office.postgres.errors import PostgresError
from office.postgres.home import ELSEWHERE, prepare_home
from office.postgres.orphan import end_orphan
from office.postgres.server import PostgresServer
from tests.world.elsewhere import Elsewhere

NOBODY = 65534

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def place(tmp_path):
    """A state folder closed to others, as is the one above; what root has put elsewhere goes as well."""
    tmp_path.chmod(0o700)
    state_dir = tmp_path / "state"
    yield state_dir
    pointer = state_dir / "postgres-is-in"
    if pointer.exists():
        shutil.rmtree(pointer.read_text("utf-8"))


@pytest.fixture
def open_place():
    """A state folder that every account can enter."""
    folder = Path("/tmp") / f"motcua-test-{os.getpid()}"
    folder.mkdir(mode=0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def server(place):
    server = PostgresServer(place, durable=False)
    server.start()
    yield server
    server.close()


def query(server, statement):
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else None


def modes_above(folder):
    return {parent: (parent.stat().st_mode, parent.stat().st_uid) for parent in folder.parents}


def is_alive(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text("utf-8")
    except FileNotFoundError:
        return False


def wait_for_end(pid, seconds=10):
    give_up = time.monotonic() + seconds
    while is_alive(pid) and time.monotonic() < give_up:
        time.sleep(0.05)
    return not is_alive(pid)


def test_what_was_written_is_there_after_a_restart(server):
    query(server, "CREATE TABLE note AS SELECT 'giấy' AS text")
    address = server.dsn
    server.stop()
    server.start()
    assert server.dsn == address
    assert query(server, "SELECT text FROM note") == [("giấy",)]


def test_no_folder_above_gets_another_mode_or_owner(place):
    place.parent.mkdir(exist_ok=True)
    before = modes_above(place)
    server = PostgresServer(place, durable=False)
    server.start()
    server.close()
    assert modes_above(place) == before


def test_data_is_for_the_servers_account_alone(server):
    folder = server.log.parent
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "password").stat().st_mode & 0o177 == 0


def test_nobody_gets_in_without_the_password(server):
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(server.dsn, password="guessed", connect_timeout=2)


def test_what_people_wrote_does_not_get_into_the_log(server):
    query(server, "CREATE TABLE phone (number text PRIMARY KEY)")
    query(server, "INSERT INTO phone VALUES ('0912345678')")
    for statement in ("INSERT INTO phone VALUES ('0912345678')", "SELECT '0912345678' FROM nowhere"):
        with pytest.raises(psycopg.Error):
            query(server, statement)
    log = server.log.read_text("utf-8")
    assert log.count("ERROR") == 2
    assert "0912345678" not in log


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may choose")
def test_root_keeps_the_data_in_a_state_folder_that_others_may_enter(open_place):
    assert prepare_home(open_place).folder == open_place / "postgres"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may choose")
def test_root_keeps_the_data_elsewhere_when_the_state_folder_is_closed_to_others(place):
    home = prepare_home(place)
    assert home.folder.parent == ELSEWHERE
    assert prepare_home(place).folder == home.folder


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_an_ordinary_user_keeps_it_in_a_closed_home_folder(open_place):
    home = open_place / "home"
    home.mkdir(mode=0o700)
    os.chown(home, NOBODY, NOBODY)
    before = modes_above(home / "state")
    elsewhere = Elsewhere(home / "state", NOBODY)
    with psycopg.connect(elsewhere.dsn) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert (home / "state" / "postgres" / "data").stat().st_uid == NOBODY
    assert modes_above(home / "state") == before
    elsewhere.end()
    assert not is_alive(elsewhere.server)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_a_database_of_another_account_is_named_and_left_alone(open_place):
    prepare_home(open_place)
    elsewhere = Elsewhere(open_place, 12345)
    elsewhere.end()
    assert "belongs to account number" in elsewhere.said
    assert "MOTCUA_STATE_DIR" in elsewhere.said


def test_server_ends_with_a_parent_that_is_killed(place):
    elsewhere = Elsewhere(place)
    assert is_alive(elsewhere.server)
    elsewhere.kill()
    assert wait_for_end(elsewhere.server)


def test_an_orphan_of_ours_is_ended_before_the_next_start(server):
    orphan = server.pid
    end_orphan(server.log.parent / "data")
    assert wait_for_end(orphan)


def test_a_stranger_with_the_number_of_a_dead_server_is_left_alone(place):
    server = PostgresServer(place, durable=False)
    server.start()
    server.stop()
    stranger = subprocess.Popen(["sleep", "60"])
    pid_file = server.log.parent / "data" / "postmaster.pid"
    pid_file.write_text(f"{stranger.pid}\n{pid_file.parent}\n", "ascii")
    server.start()
    assert stranger.poll() is None
    assert query(server, "SELECT 1") == [(1,)]
    server.close()
    stranger.kill()
    stranger.wait()


def test_a_killed_server_starts_again_with_what_was_committed(server):
    query(server, "CREATE TABLE note AS SELECT 1 AS number")
    os.kill(server.pid, signal.SIGKILL)
    assert wait_for_end(server.pid)
    assert not server.is_running()
    server.start()
    assert query(server, "SELECT number FROM note") == [(1,)]


def test_two_processes_do_not_serve_one_folder(server, place):
    with pytest.raises(PostgresError, match=f"Process {os.getpid()} runs the database"):
        PostgresServer(place).start()


def test_a_first_start_that_broke_off_is_begun_anew(place):
    folder = prepare_home(place).folder
    (folder / "data.new").mkdir()
    (folder / "data.new" / "half").touch()
    server = PostgresServer(place, durable=False)
    server.start()
    assert query(server, "SELECT 1") == [(1,)]
    server.close()


def test_data_of_another_release_is_refused_with_a_way_out(server):
    server.stop()
    (server.log.parent / "data" / "PG_VERSION").write_text("12\n", "ascii")
    with pytest.raises(PostgresError, match=r"made by PostgreSQL 12.*pg_dump"):
        server.start()


def test_a_long_path_does_not_keep_the_server_from_starting(open_place):
    deep = open_place / ("long" * 20) / ("path" * 20)
    deep.mkdir(parents=True)
    server = PostgresServer(deep, durable=False)
    server.start()
    assert query(server, "SELECT 1") == [(1,)]
    server.close()


def test_a_place_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(PostgresError, match=r"file.*MOTCUA_STATE_DIR"):
        PostgresServer(tmp_path / "file" / "state")
