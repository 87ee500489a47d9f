"""A program under supervision."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from bot.supervisor.child import Child, Program

FOREVER = "import time; print('here', flush=True); time.sleep(60)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('here', flush=True); time.sleep(60)"
WITH_CHILD = (
    "import subprocess, time; print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"
)


@pytest.fixture
def child_of(tmp_path):
    made = []

    def make(code):
        program = Program("part", (sys.executable, "-c", code), tmp_path, dict(os.environ))
        made.append(Child(program, tmp_path))
        return made[-1]

    yield make
    for child in made:
        child.end(0)


def wait_until(holds, seconds=5.0):
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if holds():
            return True
        time.sleep(0.02)
    return False


def says(child):
    return child.log.read_text("utf-8")


def is_gone(pid):
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "\nState:\tZ" in status.read_text("utf-8")


def test_a_dead_part_is_started_again_within_a_second(child_of):
    child = child_of(FOREVER)
    child.start()
    first = child.pid
    os.kill(first, signal.SIGKILL)
    assert wait_until(child.mend, 1.0)
    assert child.pid != first
    assert child.exit_code is None


def test_a_part_that_keeps_dying_is_started_ever_more_seldom(child_of):
    child = child_of("print('dead', flush=True)")
    child.start()
    pauses = []
    for _ in range(3):
        assert wait_until(lambda: child.exit_code is not None)
        began = time.monotonic()
        assert wait_until(child.mend)
        pauses.append(time.monotonic() - began)
    assert pauses[0] < 0.4 < pauses[2]


def test_what_it_said_last_is_of_this_run_and_early_ends_are_counted(child_of):
    child = child_of("import sys; print('no room', flush=True); sys.exit(3)")
    child.start()
    for ends in (1, 2):
        assert wait_until(lambda: child.exit_code == 3)
        assert wait_until(child.mend)
        assert child.early_ends == ends
    assert wait_until(lambda: child.exit_code == 3)
    assert child.last_words == "no room"


def test_a_part_that_never_ran_is_not_mended(child_of):
    assert not child_of(FOREVER).mend()


def test_what_it_says_is_added_to_its_log(child_of):
    child = child_of(FOREVER)
    for times in (1, 2):
        child.start()
        assert wait_until(lambda times=times: says(child).split() == ["here"] * times)
        child.end(0)


def test_a_part_that_does_not_heed_is_killed_in_time(child_of):
    child = child_of(DEAF)
    child.start()
    assert wait_until(lambda: "here" in says(child))
    child.ask_to_end()
    child.end(time.monotonic() + 0.2)
    assert child.exit_code == -signal.SIGKILL


def test_the_children_of_a_part_end_with_it(child_of):
    child = child_of(WITH_CHILD)
    child.start()
    assert wait_until(lambda: says(child).strip().isdigit())
    grandchild = int(says(child))
    child.ask_to_end()
    child.end(time.monotonic() + 2)
    assert wait_until(lambda: is_gone(grandchild))


def test_parts_end_when_the_supervisor_is_killed(child_of, tmp_path):
    supervisor = os.fork()
    if not supervisor:
        child = child_of(DEAF)
        child.start()
        (tmp_path / "pid").write_text(str(child.pid), "ascii")
        time.sleep(60)
        os._exit(0)
    assert wait_until(
        lambda: (tmp_path / "part.log").exists() and "here" in (tmp_path / "part.log").read_text()
    )
    os.kill(supervisor, signal.SIGKILL)
    os.waitpid(supervisor, 0)
    assert wait_until(lambda: is_gone(int((tmp_path / "pid").read_text("ascii"))))
