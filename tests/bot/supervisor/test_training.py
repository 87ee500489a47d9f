"""What counts as a model."""

import io
import tarfile

import pytest

from bot.supervisor.training import is_whole


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in (("metadata.json", b"{}"), ("components/weights", bytes(range(256)) * 500)):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def test_a_model_is_whole(model):
    assert is_whole(model)


def test_one_that_is_not_there_is_not(tmp_path):
    assert not is_whole(tmp_path / "model.tar.gz")


@pytest.mark.parametrize("left", [0, 1, 20, 200, -1])
def test_one_that_was_cut_is_not(model, left):
    model.write_bytes(model.read_bytes()[:left])
    assert not is_whole(model)


@pytest.mark.parametrize("place", [0, 30, 150, -5, -1])
def test_one_with_a_damaged_byte_is_not(model, place):
    content = bytearray(model.read_bytes())
    content[place] ^= 0xFF
    model.write_bytes(content)
    assert not is_whole(model)


def test_another_archive_is_not(tmp_path):
    with tarfile.open(tmp_path / "other.tar.gz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("readme"))
    assert not is_whole(tmp_path / "other.tar.gz")
