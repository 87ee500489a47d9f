"""Readers see the old snapshot or the new one, never half of it, whatever happens to the publisher."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from knowledge_base.publishing.kept import versions_kept
from knowledge_base.publishing.reading import read_current
from tests.knowledge_base.publishing.made_up import procedures, put
from tests.world.engine import ROOT

READERS, SWAPS = 4, 20

PUBLISHER = """
import sys, time
from pathlib import Path
from knowledge_base.publishing import building, disk, publish
from tests.knowledge_base.publishing.made_up import procedures, put

root, moment = Path(sys.argv[1]), sys.argv[2]

def stop_here(*_, **__):
    print("here", flush=True)
    time.sleep(60)

def half_removed(folder, **_):
    if folder.name.startswith(disk.REMOVED):
        (folder / "procedures.jsonl").unlink()
        stop_here()

{
    "lines": lambda: setattr(building, "_check", stop_here),
    "parts": lambda: None,
    "disk": lambda: setattr(building, "bring_to_disk", stop_here),
    "move": lambda: setattr(publish, "move_in", stop_here),
    "pointer": lambda: setattr(publish, "write_pointer", stop_here),
    "clearing": lambda: setattr(disk.shutil, "rmtree", half_removed),
}[moment]()
parts = [stop_here] if moment == "parts" else []
put(root, *procedures(9, "new"), parts=parts, keep=2)
"""


@pytest.mark.parametrize("moment", ["lines", "parts", "disk", "move", "pointer", "clearing"])
def test_a_publisher_that_is_killed_leaves_a_whole_snapshot_current(moment, tmp_path):
    put(tmp_path, *procedures(7, "older"))
    old = put(tmp_path, *procedures(8, "old"))
    kill_at(moment, tmp_path)
    after_swap = moment == "clearing"
    snapshot = read_current(tmp_path)
    assert (snapshot.version == old) is not after_swap
    assert {one.name for one in snapshot.procedures.values()} == {"new" if after_swap else "old"}
    assert len(snapshot.procedures) == (9 if after_swap else 8)
    goes_on(tmp_path)


def kill_at(moment, root):
    publisher = subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, str(root), moment], cwd=ROOT, stdout=subprocess.PIPE
    )
    with publisher:
        assert publisher.stdout.readline() == b"here\n"
        os.kill(publisher.pid, signal.SIGKILL)


def goes_on(root):
    """The next publisher is not kept out, and clears away what was left."""
    version = put(root, *procedures(9, "new"))
    assert read_current(root).version == version
    names = {path.name for path in root.iterdir()}
    assert names == {*versions_kept(root), "current.json", "lock"}


class Reader(threading.Thread):
    """Reads the current snapshot from the beginning, again and again."""

    def __init__(self, root):
        super().__init__()
        self.root, self.stop, self.seen, self.mixed, self.error = root, False, [], [], None

    def run(self):
        try:
            while not self.stop:
                self.read()
        except Exception as error:
            self.error = error

    def read(self):
        snapshot = read_current(self.root)
        told = {procedure.name for procedure in snapshot.procedures.values()}
        told |= {(snapshot.folder / "search" / "name").read_text()} if snapshot.folder.exists() else set()
        if len(told) != 1:
            self.mixed.append(told)
        if snapshot.version not in self.seen[-1:]:
            self.seen.append(snapshot.version)


def name_part(folder, held):
    (folder / "search").mkdir()
    (folder / "search" / "name").write_text(held["1.000001"].name)


def test_readers_see_whole_snapshots_only_while_twenty_are_swapped(tmp_path):
    put(tmp_path, *procedures(50, "first"), parts=[name_part])
    readers = [Reader(tmp_path) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for number in range(SWAPS):
        last = put(tmp_path, *procedures(50, f"swap {number}"), parts=[name_part], keep=2)
    time.sleep(0.2)
    for reader in readers:
        reader.stop = True
        reader.join()
    assert [reader.error for reader in readers] == [None] * READERS
    assert [reader.mixed for reader in readers] == [[]] * READERS
    assert {reader.seen[-1] for reader in readers} == {last}
    assert max(len(reader.seen) for reader in readers) > 2
