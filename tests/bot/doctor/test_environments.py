"""Environments that are missing, or not what is pinned."""

import pytest

from bot.doctor.environments import environment_troubles, pins
from tests.world.engine import ROOT


@pytest.fixture
def project(tmp_path):
    (tmp_path / "requirements").mkdir()
    for file, pinned in (
        ("app.txt", "Typing_Extensions==4.1\nrich==15.0.0  # shown\n"),
        ("engine.txt", "rasa==3.6.21\n"),
    ):
        (tmp_path / "requirements" / file).write_text(f"# pins\n{pinned}", "utf-8")
    for name, packages in (
        (".venv", ("typing_extensions-4.1", "rich-15.0.0")),
        (".venv-engine", ("rasa-3.6.21",)),
    ):
        (tmp_path / name / "bin").mkdir(parents=True)
        (tmp_path / name / "bin" / "python").touch()
        for package in packages:
            (tmp_path / name / "lib/python3.11/site-packages" / f"{package}.dist-info").mkdir(parents=True)
    return tmp_path


def test_what_is_pinned_and_there_is_no_trouble(project):
    assert list(environment_troubles(project)) == []


def test_a_package_that_an_old_pip_installed_is_seen(project):
    packages = project / ".venv/lib/python3.11/site-packages"
    (packages / "rich-15.0.0.dist-info").rename(packages / "rich-15.0.0-py3.11.egg-info")
    assert list(environment_troubles(project)) == []


def test_a_package_of_another_version_is_named_with_what_mends_it(project):
    packages = project / ".venv/lib/python3.11/site-packages"
    (packages / "rich-15.0.0.dist-info").rename(packages / "rich-14.0.0.dist-info")
    (trouble,) = environment_troubles(project)
    assert "rich 14.0.0 instead of 15.0.0" in trouble.what
    assert trouble.mend.endswith("make setup")


def test_an_environment_that_is_missing_is_named(project):
    (project / ".venv-engine/bin/python").unlink()
    (trouble,) = environment_troubles(project)
    assert ".venv-engine is missing" in trouble.what


def test_the_pins_of_the_project_are_read(project):
    assert pins(ROOT / "requirements" / "engine.txt")["rasa"] == "3.6.21"


def test_the_environments_of_this_project_are_what_is_pinned():
    assert list(environment_troubles(ROOT)) == []
