"""Setting up the environments: once, side by side, and again only what has changed."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.knowledge_base.gazetteer.made_up import COUNTS, made_up_wheel
from tests.world.engine import ROOT

PROJECT = """
[project]
name = "motcua"
version = "0"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """
import pathlib, zipfile

def build_editable(folder, settings=None, metadata=None):
    name = "motcua-0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("motcua-0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: motcua\\nVersion: 0\\n")
        wheel.writestr("motcua-0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("motcua-0.dist-info/RECORD", "")
    return name
"""
GAZETTEER = Path("knowledge_base", "gazetteer")
TABLE = Path(".venv", "share", "motcua", "communes.tsv")
SYSTEM_PYTHON = sys.base_prefix + "/bin/python3"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project that pins nothing, set up once."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "setup", root / "setup", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "requirements").mkdir()
    for name in ("app", "dev", "engine"):
        (root / "requirements" / f"{name}.txt").write_text("# nothing\n", "utf-8")
    (root / "pyproject.toml").write_text(PROJECT, "utf-8")
    (root / "backend.py").write_text(BACKEND, "utf-8")
    pin_communes(root)
    done = set_up(root)
    assert done.returncode == 0, done.stderr
    assert (root / ".venv" / "lib" / "python3.11" / "site-packages" / "motcua-0.dist-info").exists()
    return root


def pin_communes(root):
    """Put what makes the table of communes into the project, pinned to a made-up package beside it."""
    shutil.copytree(ROOT / GAZETTEER, root / GAZETTEER, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "whole_file.py"):
        shutil.copy(ROOT / "knowledge_base" / name, root / "knowledge_base" / name)
    (root / "packages").mkdir()
    wheel = made_up_wheel(root / "packages")
    source = (root / GAZETTEER / "source.toml").read_text("utf-8").partition("[counts]")[0]
    lines = [line for line in source.splitlines() if not line.startswith("sha256")]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    counts = [f"{name} = {count}" for name, count in COUNTS.items()]
    pinned = [*lines, f'sha256 = "{digest}"', "[counts]", *counts]
    (root / GAZETTEER / "source.toml").write_text("\n".join(pinned), "utf-8")


def set_up(root, *options):
    packages = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(root / "packages")}
    return subprocess.run(
        [SYSTEM_PYTHON, str(root / "setup" / "install.py"), *options],
        env={**os.environ, "MOTCUA_TEST_BROWSER": "none", **packages},
        capture_output=True,
        text=True,
        check=False,
    )


def made_at(root, name):
    return (root / name / "pyvenv.cfg").stat().st_mtime_ns


def test_the_second_time_it_does_nothing_within_a_second(project):
    before = made_at(project, ".venv"), made_at(project, ".venv-engine")
    began = time.monotonic()
    done = set_up(project)
    assert time.monotonic() - began < 1
    assert (done.returncode, done.stdout) == (0, "")
    assert before == (made_at(project, ".venv"), made_at(project, ".venv-engine"))


def test_the_table_of_communes_is_made_of_the_pinned_package_and_kept(project):
    assert "Ngọc Hà" in (project / TABLE).read_text("utf-8")
    before = (project / TABLE).stat().st_mtime_ns
    assert set_up(project).returncode == 0
    assert (project / TABLE).stat().st_mtime_ns == before
    assert not list(project.glob(".venv/lib/*/site-packages/vietnamadminunits*"))


def test_a_table_that_cannot_be_made_is_said_and_stops_nothing(project):
    wheel = next((project / "packages").glob("*.whl"))
    whole = wheel.read_bytes()
    (project / TABLE).unlink()
    wheel.write_bytes(whole + b" ")
    done = set_up(project)
    assert done.returncode == 0
    assert "could not be made" in done.stderr
    assert "make setup tries again" in done.stderr
    assert not (project / TABLE).exists()
    wheel.write_bytes(whole)
    assert set_up(project).returncode == 0
    assert (project / TABLE).exists()


def test_what_tests_need_is_added_to_what_is_there(project):
    before = made_at(project, ".venv")
    assert set_up(project, "--with-tests").returncode == 0
    assert set_up(project, "--with-tests").stdout == ""
    assert made_at(project, ".venv") == before


def test_a_changed_pin_renews_its_environment_alone(project):
    before = made_at(project, ".venv"), made_at(project, ".venv-engine")
    (project / "requirements" / "engine.txt").write_text("# changed\n", "utf-8")
    assert set_up(project).returncode == 0
    assert made_at(project, ".venv") == before[0]
    assert made_at(project, ".venv-engine") != before[1]


def test_a_failure_shows_the_log_and_the_next_set_up_tries_again(project):
    pins = project / "requirements" / "engine.txt"
    pins.write_text("./there-is-no-such-package\n", "utf-8")
    done = set_up(project)
    assert done.returncode == 1
    assert "there-is-no-such-package" in done.stderr
    assert "make setup" in done.stderr.splitlines()[-1]
    pins.write_text("# nothing\n", "utf-8")
    assert set_up(project).returncode == 0


def test_an_environment_that_was_moved_is_made_anew(project, tmp_path):
    moved = tmp_path / "moved"
    shutil.copytree(project, moved, symlinks=True)
    done = set_up(moved)
    assert done.returncode == 0
    assert "Setting up" in done.stdout


@pytest.mark.parametrize("python", ["/nowhere/python3.11", "/bin/true", "/bin/false"])
def test_make_checks_the_python_that_it_is_given(python):
    make = ["make", "check-python", f"PYTHON={python}"]
    done = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"PYTHON={python} does not run Python 3.11" in done.stderr


def test_make_says_so_when_there_is_no_python_3_11():
    done = subprocess.run(["make", "setup", "PYTHON="], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Python 3.11 was not found" in done.stderr
