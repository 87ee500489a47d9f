"""The secrets of an installation."""

from concurrent.futures import ThreadPoolExecutor

from cryptography.fernet import Fernet

from office.secrets import FILE, Secrets, secrets


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
