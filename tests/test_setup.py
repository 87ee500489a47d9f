"""Setting up the environments: once, side by side, and again only what has changed."""

import os
import shutil
import subprocess
import sys
import time

import pytest

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
    done = set_up(root)
    assert done.returncode == 0, done.stderr
    assert (root / ".venv" / "lib" / "python3.11" / "site-packages" / "motcua-0.dist-info").exists()
    return root


def set_up(root, *options):
    return subprocess.run(
        [SYSTEM_PYTHON, str(root / "setup" / "install.py"), *options],
        env={**os.environ, "MOTCUA_TEST_BROWSER": "none"},
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
