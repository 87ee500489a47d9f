"""The commands on snapshots, as a person runs them."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from bot.knowledge import sources
from knowledge_base.publishing.lock import sole_publisher
from knowledge_base.publishing.publish import publish
from office.settings import Settings
from tests.knowledge_base.publishing.made_up import given, procedure
from tests.world.engine import ROOT


@pytest.fixture
def settings(tmp_path):
    return Settings(state_dir=tmp_path)


@pytest.fixture
def before(settings):
    """A snapshot of last week, and the procedures that have come and changed since."""
    new, changed, *rest = sources(settings).read().procedures.values()
    old = [replace(changed, short_name="cũ", aliases=()), *rest, procedure(999_999)]
    return publish(settings.snapshots_dir, given(*old), keep=5).version, new, changed


def told(done):
    return json.loads(done.stdout)


def test_publishing_tells_version_counts_and_what_changed(motcua, before):
    old, new, changed = before
    done = motcua("kb", "publish")
    version, against, counts, *lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert version.startswith("snapshot ")
    assert against == f"against {old}:"
    assert counts == "1 new, 1 changed, 1 gone"
    assert f"new {new.code} {new.name}" in lines
    assert f"changed {changed.code}: short_name, aliases" in lines
    assert "gone 1.999999 Xin thả diều" in lines
    assert not any(mark in done.stdout + done.stderr for mark in ("\x1b", "\r"))
    again = told(motcua("kb", "publish", "--json"))
    assert again["before"] == again["version"] == version.split()[1]
    assert told(motcua("version", "--json"))["snapshot"] == again["version"]


def test_going_back_and_listing_and_comparing(motcua, before):
    old, new, changed = before
    newest = told(motcua("kb", "publish", "--json"))["version"]
    listed = told(motcua("kb", "snapshots", "--json"))
    assert (listed["current"], listed["before"]) == (newest, [old])
    assert [snapshot["version"] for snapshot in listed["snapshots"]] == [newest, old]
    assert listed["snapshots"][0]["procedures"]["curated"] > 80
    assert told(motcua("kb", "rollback", "--json"))["version"] == old
    lines = motcua("kb", "snapshots").stdout.splitlines()
    assert [line.split()[0] for line in lines if line.endswith("current")] == [old]
    differs = told(motcua("kb", "diff", "current", newest, "--json"))
    assert list(differs["new"]) == [new.code]
    assert differs["changed"] == {changed.code: ["short_name", "aliases"]}
    assert f"gone {new.code} {new.name}" in motcua("kb", "diff", newest, old).stdout
    assert f"before it: {old}" in motcua("kb", "rollback", newest).stdout


def test_too_great_a_loss_needs_a_reason_which_is_shown(motcua, settings):
    many = [procedure(number) for number in range(100, 300)]
    publish(settings.snapshots_dir, given(*many), keep=5)
    refused = motcua("kb", "publish")
    assert (refused.returncode, "200 of 200 procedures would vanish" in refused.stderr) == (1, True)
    assert '--accept-loss "REASON"' in refused.stderr
    assert motcua("kb", "publish", "--accept-loss", "thử xong").returncode == 0
    assert "current (loss accepted: thử xong)" in motcua("kb", "snapshots").stdout


def test_where_nothing_was_published_the_way_is_told(motcua):
    assert motcua("kb", "snapshots").stdout == "No snapshot was published yet; run: motcua kb publish\n"
    for command in (["rollback"], ["diff", "current", "current"]):
        done = motcua("kb", *command)
        assert (done.returncode, "motcua kb publish" in done.stderr) == (1, True)
    assert motcua("kb", "rollback", "0123456789abcdef").returncode == 1


def test_what_is_damaged_is_named_in_one_line(motcua, settings, before):
    old, *_ = before
    (settings.snapshots_dir / old / "named.jsonl").unlink()
    assert f"{old}  damaged: named.jsonl is missing  current" in motcua("kb", "snapshots").stdout
    done = motcua("kb", "diff", "current", old)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    (settings.snapshots_dir / "current.json").write_bytes(b"{")
    assert "motcua kb rollback VERSION" in motcua("kb", "snapshots").stderr
    assert motcua("kb", "publish").returncode == 0


def test_two_publishers_do_not_meet(motcua, settings):
    with sole_publisher(settings.snapshots_dir):
        done = motcua("kb", "publish")
    assert (done.returncode, "another process is publishing" in done.stderr) == (1, True)


def test_the_knowledge_alone_is_checked(motcua):
    done = motcua("kb", "check", "--json")
    assert (done.returncode, told(done)) == (0, {"findings": []})


def test_searching_publishes_nothing(motcua, settings):
    assert motcua("kb", "search", "tách thửa").returncode == 0
    assert not settings.snapshots_dir.exists()


def test_a_publisher_that_is_interrupted_says_so_and_leaves_what_is_current(motcua, settings, before):
    old, *_ = before
    command = [sys.executable, "-m", "bot.cli.main", "kb", "publish"]
    env = {**os.environ, "MOTCUA_STATE_DIR": str(settings.state_dir)}
    publisher = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE)
    with publisher:
        assert publisher.stderr.readline() == "Publish …\n".encode()
        time.sleep(0.2)
        publisher.send_signal(signal.SIGINT)
        publisher.wait(30)
    assert publisher.returncode == 130
    assert told(motcua("kb", "snapshots", "--json"))["current"] == old
    assert {path.name for path in settings.snapshots_dir.iterdir()} == {old, "current.json", "lock"}
