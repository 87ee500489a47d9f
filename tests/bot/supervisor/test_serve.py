"""``motcua serve`` as a whole: who may start it, and that it leaves no process behind, however it ends."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import tarfile
import time
from pathlib import Path

import httpx
import pytest
from psycopg.conninfo import make_conninfo

from bot.engine_process import model_path
from office.postgres.home import prepare_home
from tests.world.engine import ROOT, free_port
from tests.world.stack import PARTS

pytestmark = pytest.mark.stack
SERVE = [sys.executable, "-m", "bot.cli.main", "serve"]


@pytest.fixture(scope="module")
def place(tmp_path_factory, engine_state):
    """A state folder with a trained model, and an environment with free ports."""
    state_dir = tmp_path_factory.mktemp("serve")
    (state_dir / "models").symlink_to(engine_state / "models")
    ports = {f"MOTCUA_{part.upper()}_PORT": str(free_port()) for part in PARTS}
    yield {**os.environ, **ports, "MOTCUA_STATE_DIR": str(state_dir)}
    shutil.rmtree(prepare_home(state_dir).folder)


def heed_signals():
    """Undo what nohup or a shell's background has set for whoever runs the tests."""
    for which in (signal.SIGINT, signal.SIGHUP):
        signal.signal(which, signal.SIG_DFL)


@pytest.fixture
def serve(place, tmp_path):
    started = []

    def start():
        said = (tmp_path / f"said-{len(started)}").open("wb")
        process = subprocess.Popen(
            SERVE, cwd=ROOT, env=place, stderr=said, stdin=subprocess.DEVNULL, preexec_fn=heed_signals
        )
        said.close()
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        process.wait(20)


def run_file(place):
    try:
        return json.loads(Path(place["MOTCUA_STATE_DIR"], "run.json").read_text("utf-8"))
    except FileNotFoundError:
        return {"pids": {}}


def is_gone(pid):
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "\nState:\tZ" in status.read_text("utf-8")


def wait_until(holds, seconds=60.0):
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if holds():
            return True
        time.sleep(0.05)
    return False


def parts_of(place):
    """Wait until every part has a living process; return their numbers."""

    def all_there():
        pids = run_file(place)["pids"].values()
        return len(pids) == len(PARTS) + 1 and not any(is_gone(pid) for pid in pids)

    assert wait_until(all_there), run_file(place)
    return run_file(place)["pids"]


def is_ready(place):
    try:
        return httpx.get(run_file(place)["gateway"] + "/readyz", trust_env=False).status_code == 200
    except (httpx.TransportError, KeyError):
        return False


def assert_all_gone(pids):
    assert wait_until(lambda: all(is_gone(pid) for pid in pids.values()), 5), pids


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_it_starts_ends_everything_in_time(how, serve, place):
    process = serve()
    pids = parts_of(place)
    began = time.monotonic()
    process.send_signal(how)
    assert process.wait(20) == 0
    assert time.monotonic() - began < 10
    assert_all_gone(pids)
    assert run_file(place) == {"pids": {}}


def test_kill_9_leaves_nothing_behind_and_the_next_start_works(serve, place):
    process = serve()
    pids = parts_of(place)
    assert wait_until(lambda: is_ready(place))
    process.kill()
    assert_all_gone(pids)
    again = serve()
    assert wait_until(lambda: run_file(place).get("pid") == again.pid and is_ready(place))
    again.terminate()
    assert again.wait(20) == 0


def test_a_closed_terminal_ends_everything(place):
    pid, terminal = pty.fork()
    if not pid:
        heed_signals()
        os.chdir(ROOT)
        os.execve(SERVE[0], SERVE, place)
    pids = parts_of(place)
    os.close(terminal)
    assert wait_until(lambda: is_gone(pid), 15)
    os.waitpid(pid, 0)
    assert_all_gone(pids)


def test_a_closed_terminal_ends_it_also_when_another_process_leads_the_session(place):
    """As under make, which gets the signal and waits for us."""
    leader, terminal = pty.fork()
    if not leader:
        heed_signals()
        signal.signal(signal.SIGHUP, lambda *_: None)
        subprocess.call(SERVE, cwd=ROOT, env=place)
        os._exit(0)
    pids = parts_of(place) | {"supervisor": run_file(place)["pid"]}
    os.close(terminal)
    assert wait_until(lambda: all(is_gone(pid) for pid in pids.values()), 15), pids
    os.waitpid(leader, 0)


@pytest.mark.parametrize("dsn", ["nonsense", "refused"])
def test_a_database_that_cannot_be_used_ends_the_start_within_seconds(dsn, serve, place, postgres, tmp_path):
    address = make_conninfo(postgres.dsn, password="hushhush") if dsn == "refused" else dsn
    place["MOTCUA_DATABASE_DSN"] = address
    try:
        assert serve().wait(20) == 4
    finally:
        del place["MOTCUA_DATABASE_DSN"]
    said = (tmp_path / "said-0").read_text("utf-8")
    assert "MOTCUA_DATABASE_DSN cannot be used" in said
    assert "hushhush" not in said


def test_a_part_that_cannot_stay_ends_the_start_with_its_last_words(serve, place, tmp_path):
    """Something that is not the model, though it looks whole, ends the engine."""
    state_dir = tmp_path / "state"
    model = model_path(ROOT, state_dir)
    model.parent.mkdir(parents=True)
    with tarfile.open(model, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("metadata.json"))
    kept, place["MOTCUA_STATE_DIR"] = place["MOTCUA_STATE_DIR"], str(state_dir)
    try:
        assert serve().wait(120) == 4
    finally:
        place["MOTCUA_STATE_DIR"] = kept
        shutil.rmtree(prepare_home(state_dir).folder)
    said = (tmp_path / "said-0").read_text("utf-8")
    assert "engine ended 4 times" in said
    assert str(model) in said
    assert "logs/engine.log" in said


def test_it_ends_with_the_process_that_started_it_if_asked_to(place):
    shell = subprocess.Popen(
        ["/bin/sh", "-c", '"$@"; true', "sh", *SERVE, "--end-with-parent"],
        cwd=ROOT, env=place, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    pids = parts_of(place) | {"supervisor": run_file(place)["pid"]}
    shell.kill()
    shell.wait()
    assert wait_until(lambda: all(is_gone(pid) for pid in pids.values()), 15), pids


def test_a_second_one_on_the_same_folder_is_refused_in_one_line(serve, place, tmp_path):
    first = serve()
    parts_of(place)
    second = serve()
    assert second.wait(30) == 4
    said = (tmp_path / "said-1").read_text("utf-8").splitlines()
    assert len(said) == 1
    assert f"Process {first.pid} serves" in said[0]


def test_the_page_is_there_before_everything_else_is(serve, place):
    serve()
    port = place["MOTCUA_GATEWAY_PORT"]

    def page():
        try:
            return httpx.get(f"http://127.0.0.1:{port}/", trust_env=False).status_code
        except httpx.TransportError:
            return None

    assert wait_until(page)
    assert page() == 200
    assert not is_ready(place)


def test_a_killed_part_is_back_within_seconds(serve, place):
    serve()
    pids = parts_of(place)
    assert wait_until(lambda: is_ready(place))
    for part in ("database", "intake"):
        os.kill(pids[part], signal.SIGKILL)
        assert wait_until(lambda part=part: run_file(place)["pids"][part] != pids[part], 5)
    assert wait_until(lambda: is_ready(place), 10)
