"""What is kept of the encoder's work from one publishing to the next."""

import numpy as np
import pytest

from knowledge_base.search.vector_cache import VectorCache
from tests.knowledge_base.search.made_up_encoder import MadeUp


@pytest.fixture
def cache(tmp_path):
    return VectorCache(tmp_path / "state" / "vectors.npz")


def test_only_new_texts_are_encoded_and_what_is_gone_is_forgotten(cache):
    first, again, other = MadeUp(), MadeUp(), MadeUp("another")
    told = cache.vectors(["xin diều", "xin ong", "xin diều"], first)
    assert (first.read, told.shape, told.dtype) == (["xin diều", "xin ong"], (3, 4), np.float16)
    assert np.array_equal(cache.vectors(["xin  ong", "xin chè"], again)[0], told[1])
    assert again.read == ["xin chè"]
    cache.vectors(["xin diều"], other)
    assert other.read == ["xin diều"]


def test_a_damaged_cache_is_begun_anew_and_progress_is_told(cache):
    cache.file.parent.mkdir()
    cache.file.write_bytes(b"PK\x03\x04")
    told = []

    class Bar:
        def __enter__(self):
            return told.append

        def __exit__(self, *_):
            told.append("end")

    cache.vectors(["xin ong"], MadeUp(), lambda what, total: told.append((what, total)) or Bar())
    assert told == [("Encode", 1), 1, "end"]
    assert [path.name for path in cache.file.parent.iterdir()] == ["vectors.npz"]
    assert cache.vectors([], MadeUp()).shape == (0, 0)
