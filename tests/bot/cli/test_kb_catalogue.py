"""The commands on the imported catalogue, as a person runs them."""

import json

import pytest

from tests.knowledge_base.importing.made_up_files import detail, save_details, tar_gz
from tests.world.portal import DETAIL, LIST, running_portal

CODES = [f"1.9000{number:02}" for number in range(12)]


@pytest.fixture
def files(tmp_path):
    return save_details(tmp_path / "files", *CODES)


@pytest.fixture
def imported(motcua, files):
    """The command line after an import."""
    done = motcua("kb", "import", str(files))
    assert done.returncode == 0, done.stderr
    return motcua


def told(done):
    return json.loads(done.stdout)


def test_an_import_tells_what_it_kept_and_where(motcua, files, tmp_path):
    done = motcua("kb", "import", str(files))
    assert done.stdout.splitlines()[:3] == [
        "12 records kept, 0 merged, 0 refused",
        "12 for citizens",
        "12 new, 0 changed, 0 withdrawn, 0 returned",
    ]
    assert str(tmp_path / "catalogue") in done.stdout
    assert not any(mark in done.stdout for mark in ("\x1b", "\r"))


def test_a_broken_file_is_named_and_the_rest_imported(motcua, files):
    (files / "broken.json").write_bytes(b'{"code": "1.9')
    done = motcua("kb", "import", str(files), "--json")
    assert done.returncode == 1
    assert told(done)["kept"] == 12
    (refused,) = told(done)["refused"]
    assert refused["file"] == str(files / "broken.json")
    assert f"refused {files / 'broken.json'}: content: " in done.stderr


def test_an_import_of_nothing_leaves_the_catalogue(imported, tmp_path):
    (tmp_path / "empty.json").write_bytes(b"{}")
    assert imported("kb", "import", str(tmp_path / "empty.json")).returncode == 1
    assert imported("kb", "import", str(tmp_path / "gone")).returncode == 1
    assert told(imported("kb", "show", CODES[0], "--json"))["code"] == CODES[0]


def test_a_dry_run_writes_nothing(motcua, files):
    assert "nothing was written" in motcua("kb", "import", str(files), "--dry-run").stdout
    assert "No catalogue was imported yet" in motcua("kb", "show", CODES[0]).stderr


def test_too_great_a_loss_needs_a_reason_and_is_recorded(imported, tmp_path):
    archive = tmp_path / "fewer.tar.gz"
    archive.write_bytes(tar_gz({"a.json": json.dumps([detail(code) for code in CODES[:9]]).encode()}))
    refused = imported("kb", "import", str(archive))
    assert (refused.returncode, "3 of 12" in refused.stderr) == (1, True)
    assert imported("kb", "import", str(archive), "--accept-loss", "sắp xếp").returncode == 0
    changes = told(imported("kb", "changes", "--json"))
    assert changes["loss_accepted_because"] == "sắp xếp"
    assert [gone["code"] for gone in changes["withdrawn"]] == CODES[9:]
    assert "withdrawn" in imported("kb", "draft", CODES[11]).stderr
    assert imported("kb", "changes").stdout.count("withdrawn 1.9") == 3


def test_some_records_are_added_alone(imported, tmp_path):
    save_details(tmp_path / "one", "1.900099")
    assert "1 new, 0 changed, 0 withdrawn" in imported("kb", "import", "--add", str(tmp_path / "one")).stdout


def test_a_record_is_shown_and_drafted(imported, tmp_path):
    shown = imported("kb", "show", CODES[0])
    assert shown.stdout.startswith(f"code: '{CODES[0]}'")
    assert "name: Cấp giấy phép thả diều" in shown.stdout
    out = tmp_path / "dieu" / "1.yml"
    assert imported("kb", "draft", CODES[0], "--out", str(out)).returncode == 0
    drafted = imported("kb", "draft", CODES[0])
    assert drafted.stdout == out.read_text("utf-8")
    again = imported("kb", "draft", CODES[0], "--out", str(out))
    assert (again.returncode, "--update" in again.stderr) == (1, True)
    assert imported("kb", "draft", CODES[0], "--update", str(out)).returncode == 0
    assert out.read_text("utf-8") == drafted.stdout


def test_what_is_ours_and_not_in_the_catalogue_is_listed(imported):
    orphans = imported("kb", "orphans", "--json")
    assert orphans.returncode == 1
    assert {item["why"] for item in told(orphans)["orphans"]} == {"not in the imported catalogue"}
    assert told(imported("kb", "stale", "--json"))["stale"] == []


@pytest.mark.parametrize("command", [["show", "1.000001"], ["stale"], ["orphans"], ["changes"]])
def test_without_a_catalogue_the_way_to_one_is_told(command, motcua):
    done = motcua("kb", *command)
    assert (done.returncode, "motcua kb import" in done.stderr) == (1, True)


def test_a_sync_fetches_the_catalogue_through_faults(motcua, monkeypatch):
    with running_portal([detail(code) for code in CODES], page_size=5) as portal:
        monkeypatch.setenv("MOTCUA_PORTAL_API_URL", portal.url)
        monkeypatch.setenv("MOTCUA_PORTAL_CALLS_PER_SECOND", "20")
        monkeypatch.setenv("MOTCUA_PORTAL_FIRST_WAIT_SECONDS", "0.01")
        monkeypatch.setenv("MOTCUA_PORTAL_TIMEOUT_SECONDS", "0.5")
        portal.plan(LIST, "error", "", "garbage")
        portal.plan(DETAIL, "cut", "slow")
        assert told(motcua("kb", "sync", "--json"))["kept"] == 12
        monkeypatch.setenv("MOTCUA_PORTAL_ATTEMPTS", "1")
        portal.plan(LIST, "error")
        silent = motcua("kb", "sync")
    assert (silent.returncode, "did not answer" in silent.stderr) == (3, True)
    assert told(motcua("kb", "show", CODES[0], "--json"))["code"] == CODES[0]
