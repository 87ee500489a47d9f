"""Where the server is reached when its own folder has too long a path."""

import os
import shutil
import tempfile
from pathlib import Path

import psycopg
import pytest

from office.postgres.errors import PostgresError
from office.postgres.home import Home, prepare_home
from office.postgres.server import PostgresServer

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / ("long" * 30)
    folder.mkdir(mode=0o700)
    home = Home(folder, tmp_path, None)
    assert home.sockets != folder
    yield home
    if home.sockets.is_symlink():
        home.sockets.unlink()
    else:
        shutil.rmtree(home.sockets, ignore_errors=True)


def test_a_short_path_needs_no_other_folder(tmp_path):
    home = Home(Path("/var/x"), tmp_path, None)
    assert home.sockets == home.folder
    home.make_sockets()
    home.remove_sockets()


def test_a_closed_folder_is_made_and_taken_away(home):
    home.make_sockets()
    assert home.sockets.parent == Path(tempfile.gettempdir())
    assert home.sockets.stat().st_mode & 0o777 == 0o700
    home.make_sockets()
    home.remove_sockets()
    assert not home.sockets.exists()


def test_a_folder_that_others_can_enter_is_refused(home):
    home.sockets.mkdir()
    home.sockets.chmod(0o755)
    with pytest.raises(PostgresError, match="stand in for"):
        home.make_sockets()


def test_a_link_is_refused(home, tmp_path):
    home.sockets.symlink_to(tmp_path)
    with pytest.raises(PostgresError):
        home.make_sockets()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_account_is_refused(home):
    home.sockets.mkdir(mode=0o700)
    os.chown(home.sockets, 65534, 65534)
    with pytest.raises(PostgresError):
        home.make_sockets()


def test_a_server_takes_its_folder_with_it(monkeypatch):
    monkeypatch.setattr("office.postgres.home._LONGEST_SOCKET_PATH", 10)
    state_dir = Path(tempfile.mkdtemp())
    server = PostgresServer(state_dir, durable=False)
    sockets = prepare_home(state_dir).sockets
    try:
        for _ in range(2):
            server.start()
            with psycopg.connect(server.dsn) as connection:
                assert connection.execute("SELECT 1").fetchone() == (1,)
            server.close()
            assert not sockets.exists()
    finally:
        server.close()
        shutil.rmtree(prepare_home(state_dir).folder)
        shutil.rmtree(state_dir)


def test_only_a_server_that_proves_to_know_the_password_is_talked_to(postgres):
    assert "require_auth=scram-sha-256" in postgres.dsn
