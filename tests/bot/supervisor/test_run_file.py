"""Who serves a state folder."""

import os
import signal
import time

import pytest

from bot.supervisor.run_file import LOCK, Running, find_running, forget_running, is_served, write_running
from office.process_lock import LockHeld, ProcessLock, holder_of

RUNNING = Running(pid=1, gateway="http://g", intake="http://i", actions="http://a", engine="http://e")


@pytest.fixture
def lock(tmp_path):
    lock = ProcessLock(tmp_path / LOCK)
    yield lock
    lock.let_go()


def test_an_assistant_is_found_while_it_holds_the_lock(tmp_path, lock):
    write_running(tmp_path, RUNNING)
    assert find_running(tmp_path) is None
    lock.take()
    assert find_running(tmp_path) == RUNNING
    lock.let_go()
    assert find_running(tmp_path) is None


def test_one_that_is_just_starting_serves_but_is_not_found(tmp_path, lock):
    lock.take()
    assert is_served(tmp_path)
    assert find_running(tmp_path) is None


def test_a_damaged_file_counts_for_nothing(tmp_path, lock):
    lock.take()
    (tmp_path / "run.json").write_text("{", "ascii")
    assert find_running(tmp_path) is None
    forget_running(tmp_path)
    assert not (tmp_path / "run.json").exists()


def test_a_second_process_is_told_who_holds_the_lock(tmp_path, lock):
    lock.take()
    lock.take()
    with pytest.raises(LockHeld) as refused:
        ProcessLock(tmp_path / LOCK).take()
    assert refused.value.holder == os.getpid()


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    holder = os.fork()
    if not holder:
        ProcessLock(tmp_path / LOCK).take()
        time.sleep(60)
        os._exit(0)
    give_up = time.monotonic() + 5
    while holder_of(tmp_path / LOCK) != holder and time.monotonic() < give_up:
        time.sleep(0.02)
    assert holder_of(tmp_path / LOCK) == holder
    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)
    assert holder_of(tmp_path / LOCK) is None


def test_asking_for_the_holder_does_not_keep_anybody_from_taking_it(tmp_path, lock):
    for _ in range(200):
        holder_of(tmp_path / LOCK)
    lock.take()
    assert holder_of(tmp_path / LOCK) == os.getpid()
