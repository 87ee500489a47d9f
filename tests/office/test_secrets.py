"""The secrets of an installation."""

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.fernet import Fernet

from office.secrets import FILE, Secrets, SecretsUnusable, secrets


def test_services_that_start_together_agree(tmp_path):
    with ThreadPoolExecutor(16) as services:
        seen = set(services.map(lambda _: secrets(tmp_path), range(64)))
    assert len(seen) == 1
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_only_the_owner_can_read_them(tmp_path):
    secrets(tmp_path / "state")
    assert (tmp_path / "state" / FILE).stat().st_mode & 0o777 == 0o600


def test_each_door_has_a_long_secret_of_its_own():
    known = vars(Secrets.fresh())
    assert len(set(known.values())) == len(known)
    assert all(len(secret) >= 43 for secret in known.values())


def test_the_inbox_key_seals():
    seal = Fernet(Secrets.fresh().inbox_key)
    assert seal.decrypt(seal.encrypt(b"x")) == b"x"


def written(tmp_path, content, mode=0o600):
    path = tmp_path / FILE
    path.write_text(content, "utf-8")
    path.chmod(mode)
    return path


SOUND = json.dumps(vars(Secrets.fresh()))


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", "7", SOUND.replace("engine_secret", "x")])
def test_a_damaged_file_is_named_with_what_mends_it(tmp_path, content):
    path = written(tmp_path, content)
    with pytest.raises(SecretsUnusable, match=r"backup") as refused:
        secrets(tmp_path)
    assert str(path) in str(refused.value)


@pytest.mark.parametrize("short", ["", "x" * 31, None, 7])
def test_a_short_secret_opens_no_door(tmp_path, short):
    written(tmp_path, json.dumps(json.loads(SOUND) | {"local_secret": short}))
    with pytest.raises(SecretsUnusable, match="fewer than 32"):
        secrets(tmp_path)


@pytest.mark.parametrize("mode", [0o640, 0o620, 0o604, 0o601])
def test_a_file_that_others_can_reach_is_refused(tmp_path, mode):
    path = written(tmp_path, SOUND, mode)
    with pytest.raises(SecretsUnusable, match=f"chmod 600 {path}"):
        secrets(tmp_path)


def test_a_link_is_refused(tmp_path):
    (tmp_path / "elsewhere").write_text(SOUND, "utf-8")
    (tmp_path / FILE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SecretsUnusable, match="no plain file"):
        secrets(tmp_path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_account_is_refused(tmp_path):
    os.chown(written(tmp_path, SOUND), 65534, 65534)
    with pytest.raises(SecretsUnusable, match="account number 65534"):
        secrets(tmp_path)
