"""Finding or getting a browser for tests: it never asks, never fails, and gives up in time."""

import importlib.util
import os
import time

import pytest

from tests.world.engine import ROOT

BROWSER = "#!/bin/sh\necho Chromium 150.0\n"
PLACEHOLDER = "#!/bin/sh\necho this is only a placeholder >&2\nexit 1\n"
HANGING = "#!/bin/sh\nsleep 60\n"


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """The module on a machine with nothing on its path, no downloads and no right to install packages."""
    spec = importlib.util.spec_from_file_location("setup_browser", ROOT / "setup" / "browser.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "sleep", "chmod", "cat"):
        (tmp_path / "bin" / tool).symlink_to(f"/bin/{tool}")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "downloads"))
    monkeypatch.delenv(module.SETTING, raising=False)
    monkeypatch.setattr(module, "OS_RELEASE", tmp_path / "os-release")
    monkeypatch.setattr(module.os, "geteuid", lambda: 1000)
    return module


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return str(path)


def become_root_on_debian(browser, tmp_path, monkeypatch):
    (tmp_path / "os-release").write_text("NAME=x\nID=debian\n", "utf-8")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)


def test_a_browser_on_the_path_is_taken_and_nothing_is_said(browser, tmp_path, capsys):
    there = put(tmp_path / "bin" / "google-chrome", BROWSER)
    assert browser.get(tmp_path) == there
    assert capsys.readouterr().out == ""


def test_a_placeholder_and_one_that_hangs_are_passed_over(browser, tmp_path, monkeypatch):
    monkeypatch.setattr(browser, "ANSWERS_WITHIN_SECONDS", 0.2)
    put(tmp_path / "bin" / "chromium", PLACEHOLDER)
    put(tmp_path / "bin" / "chromium-browser", HANGING)
    downloaded = put(tmp_path / "downloads" / "chromium-1" / "chrome-linux64" / "chrome", BROWSER)
    assert browser.find() == downloaded


def test_a_setting_names_one_or_none(browser, tmp_path, monkeypatch, capsys):
    put(tmp_path / "bin" / "chromium", BROWSER)
    chosen = put(tmp_path / "elsewhere", BROWSER)
    monkeypatch.setenv(browser.SETTING, chosen)
    assert browser.find() == chosen
    monkeypatch.setenv(browser.SETTING, "none")
    assert browser.get(tmp_path) is None
    assert capsys.readouterr().out == ""


def test_root_on_debian_gets_the_package(browser, tmp_path, monkeypatch):
    become_root_on_debian(browser, tmp_path, monkeypatch)
    put(tmp_path / "made", BROWSER)
    chromium = tmp_path / "bin" / "chromium"
    installs = f"cat {tmp_path}/made > {chromium}; chmod +x {chromium}"
    put(tmp_path / "bin" / "apt-get", f'#!/bin/sh\ncase "$*" in *install*) {installs};; esac\n')
    assert browser.get(tmp_path) == str(chromium)


@pytest.mark.parametrize(("user", "system"), [(1000, "debian"), (0, "ubuntu")])
def test_nobody_else_touches_packages(user, system, browser, tmp_path, monkeypatch):
    become_root_on_debian(browser, tmp_path, monkeypatch)
    (tmp_path / "os-release").write_text(f"ID={system}\n", "utf-8")
    monkeypatch.setattr(browser.os, "geteuid", lambda: user)
    put(tmp_path / "bin" / "apt-get", BROWSER)
    assert not browser.may_install_packages()


def test_what_asks_hears_nothing_and_the_download_is_next(browser, tmp_path, monkeypatch):
    become_root_on_debian(browser, tmp_path, monkeypatch)
    put(tmp_path / "bin" / "apt-get", "#!/bin/sh\nread password && exit 0\nexit 1\n")
    chrome = tmp_path / "downloads" / "chromium-2" / "chrome-linux" / "chrome"
    chrome.parent.mkdir(parents=True)
    put(tmp_path / "made", BROWSER)
    put(tmp_path / ".venv/bin/python", f"#!/bin/sh\ncat {tmp_path}/made > {chrome}; chmod +x {chrome}\n")
    assert browser.get(tmp_path) == str(chrome)


def test_where_none_can_be_had_it_is_said_once_a_day(browser, tmp_path, capsys):
    assert browser.get(tmp_path) is None
    assert "will be skipped" in capsys.readouterr().out
    assert browser.get(tmp_path) is None
    assert capsys.readouterr().out == ""
    log = tmp_path / "build" / "setup-browser.log"
    yesterday = time.time() - browser.LOOKS_AGAIN_AFTER_SECONDS
    os.utime(log, (yesterday, yesterday))
    assert browser.get(tmp_path) is None
    assert "will be skipped" in capsys.readouterr().out


def test_what_takes_too_long_is_ended_with_its_children(browser, tmp_path, monkeypatch):
    monkeypatch.setattr(browser, "GETS_WITHIN_SECONDS", 0.2)
    slow = put(tmp_path / "slow", "#!/bin/sh\nsleep 60 &\nsleep 60\n")
    began = time.monotonic()
    assert not browser.run([slow], tmp_path / "log")
    assert time.monotonic() - began < 5
