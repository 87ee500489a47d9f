"""Which encoder is in use, told without loading it."""

import pytest

from knowledge_base.encoder import in_use
from knowledge_base.encoder.encoder import EncoderUnusable
from knowledge_base.encoder.in_use import encoder_in_use, encoder_mark
from knowledge_base.encoder.layout import GRAPH, ORIGIN
from knowledge_base.publishing.sources import Sources


@pytest.fixture
def converted(tmp_path, monkeypatch):
    monkeypatch.setattr(in_use, "_are_there", lambda packages: True)
    (tmp_path / GRAPH).parent.mkdir(parents=True)
    (tmp_path / GRAPH).touch()
    (tmp_path / ORIGIN).write_text("first")
    return tmp_path


def test_the_mark_changes_with_the_converted_encoder_and_the_choice(converted):
    first = encoder_mark("", converted)
    (converted / ORIGIN).write_text("second")
    marks = [first, encoder_mark("", converted), encoder_mark("some/model", converted)]
    assert len(set(marks)) == 3
    assert "" not in marks
    assert len({Sources(converted, encoder=mark).fingerprint() for mark in [*marks, ""]}) == 4


def test_nothing_is_in_use_that_is_not_wanted_or_not_there(converted, monkeypatch):
    assert encoder_mark("none", converted) == ""
    assert encoder_mark("", converted / "nothing") == ""
    monkeypatch.setattr(in_use, "_are_there", lambda packages: False)
    assert encoder_mark("", converted) == ""
    assert encoder_in_use("", converted) is None


def test_one_that_cannot_be_read_is_said_once(converted, monkeypatch, caplog):
    def load(choice, folder):
        raise EncoderUnusable("It is broken.", "make encoder")

    monkeypatch.setattr(in_use, "load_encoder", load)
    in_use._loaded.cache_clear()
    assert encoder_in_use("", converted) is encoder_in_use("", converted) is None
    assert len(caplog.records) == 1
    in_use._loaded.cache_clear()


def test_packages_are_looked_for_and_not_loaded(monkeypatch):
    assert not in_use._are_there(("no_such_package",))
    assert in_use._are_there(("json",))
