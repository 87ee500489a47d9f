"""What the doctor says of the search's encoder."""

import shutil
import sys

import pytest

from bot.doctor.encoder import encoder_notes, encoder_troubles
from knowledge_base.encoder.layout import GRAPH
from knowledge_base.search.meaning import MADE_BY
from office.settings import Settings
from tests.knowledge_base.publishing.made_up import procedure, put


@pytest.fixture
def root(tmp_path):
    """A project whose environment holds what its two pins name."""
    (tmp_path / "requirements").mkdir()
    pinned = "sentence-transformers==6.2.0\ntorch==2.13.0\n"
    (tmp_path / "requirements" / "encoder.txt").write_text(pinned, "utf-8")
    packages = tmp_path / ".venv" / "lib" / "python3.11" / "site-packages"
    for package in ("sentence_transformers-6.2.0", "torch-2.13.0+cpu"):
        (packages / f"{package}.dist-info").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def chosen(tmp_path):
    return lambda encoder="": Settings(state_dir=tmp_path / "state", encoder=encoder)


def make_converted(settings):
    (settings.converted_encoder / GRAPH).parent.mkdir(parents=True)
    (settings.converted_encoder / GRAPH).touch()


def test_without_an_encoder_words_alone_are_said_with_what_adds_one(chosen, root):
    (note,) = encoder_notes(chosen())
    assert "by words alone" in note.what
    assert note.change == "make encoder"
    assert list(encoder_troubles(chosen(), root)) == []


def test_an_encoder_that_is_switched_off_is_said_with_its_setting(chosen, root):
    make_converted(chosen())
    (note,) = encoder_notes(chosen("none"))
    assert note.change == "unset MOTCUA_ENCODER"
    assert list(encoder_troubles(chosen("none"), root)) == []


def test_a_snapshot_without_vectors_is_said_with_what_adds_them(chosen):
    settings = chosen()
    make_converted(settings)
    version = put(settings.snapshots_dir, procedure(1))
    (note,) = encoder_notes(settings)
    assert "without an encoder" in note.what
    assert note.change == "motcua kb publish"
    (settings.snapshots_dir / version / MADE_BY).parent.mkdir()
    (settings.snapshots_dir / version / MADE_BY).touch()
    assert list(encoder_notes(settings)) == []


@pytest.mark.parametrize("encoder", ["", "some/model"])
def test_packages_that_went_with_an_old_environment_are_missed(encoder, chosen, root):
    make_converted(chosen())
    shutil.rmtree(root / ".venv")
    (trouble,) = encoder_troubles(chosen(encoder), root)
    assert trouble.mend == "make encoder"
    assert list(encoder_notes(chosen(encoder))) == []


def test_an_encoder_that_cannot_be_loaded_is_named_with_what_mends_it(chosen, root, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    make_converted(chosen())
    (trouble,) = encoder_troubles(chosen(), root)
    assert "onnxruntime" in trouble.what
    assert trouble.mend == "make encoder"


def test_a_package_of_another_version_is_named(chosen, root, monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    (root / "requirements" / "encoder.txt").write_text("torch==2.14.0\n", "utf-8")
    differing, _ = encoder_troubles(chosen("some/model"), root)
    assert "torch 2.13.0 instead of 2.14.0" in differing.what
    assert differing.mend.endswith("make encoder")
