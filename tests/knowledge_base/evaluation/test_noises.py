"""Typing noise: the same each time, and only what its name says."""

from __future__ import annotations

import re

import pytest

from knowledge_base.evaluation.noises.noisy import noisy
from knowledge_base.evaluation.noises.typed import NOISES, typed
from knowledge_base.evaluation.peers.ranks import Wanted
from knowledge_base.vietnamese.folding import fold
from knowledge_base.vietnamese.keystrokes import decode_keystrokes

TEXT = "Người dân muốn đăng ký khai sinh, những giấy tờ nào phải nộp cho Ủy ban nhân dân?"


def words(text):
    return re.findall(r"[^\W\d_]+", text)


@pytest.mark.parametrize("noise", NOISES)
def test_a_noise_is_the_same_each_time_and_changes_something(noise):
    assert typed(TEXT, noise) == typed(TEXT, noise) != TEXT
    assert typed("", noise) == ""


def test_there_are_ten():
    assert len(NOISES) == len(set(NOISES)) == 10


@pytest.mark.parametrize("noise", ["half_diacritics", "wrong_tones", "regional", "typos", "teencode"])
def test_another_seed_draws_other_words(noise):
    assert len({typed(TEXT, noise, seed) for seed in range(8)}) > 1


@pytest.mark.parametrize("noise", ["no_diacritics", "half_diacritics"])
def test_losing_diacritics_loses_nothing_else(noise):
    assert fold(typed(TEXT, noise)) == fold(TEXT)
    assert typed(TEXT, "no_diacritics").isascii()


def test_half_of_the_syllables_lose_theirs():
    was = [word for word in words(TEXT * 20) if not word.isascii()]
    kept = [word for word in words(typed(TEXT * 20, "half_diacritics")) if not word.isascii()]
    assert 0.4 < len(kept) / len(was) < 0.6


def test_wrong_tones_keep_the_letters():
    assert fold(typed(TEXT, "wrong_tones")) == fold(TEXT)
    assert len(words(typed(TEXT, "wrong_tones"))) == len(words(TEXT))


def test_punctuation_and_capitals_go_alone():
    assert typed(TEXT, "no_punctuation") == "".join(TEXT.lower().replace(",", "").replace("?", ""))


@pytest.mark.parametrize("noise", ["regional", "typos"])
def test_slips_change_some_words_and_keep_their_number(noise):
    many = " ".join([TEXT] * 10)
    changed = [was != now for was, now in zip(words(many), words(typed(many, noise)), strict=True)]
    assert 0.05 < sum(changed) / len(changed) < 0.4


def test_short_words_are_not_mistyped():
    assert typed("ba ơi đi đâu ạ", "typos", seed=3).startswith("ba ơi đi")


@pytest.mark.parametrize("noise", ["telex", "vni"])
def test_keystrokes_are_plain_keys_that_the_assistant_decodes(noise):
    raw = typed("thủ tục đăng ký khai sinh cho trẻ em", noise)
    assert raw.isascii()
    assert decode_keystrokes(raw) == "thủ tục đăng ký khai sinh cho trẻ em"


def test_teencode_abbreviates_what_offices_do():
    assert "ubnd" in typed(TEXT, "teencode")
    assert typed(TEXT, "teencode_no_diacritics").isascii()


def test_peers_are_asked_with_each_noise():
    class Echo:
        def rank(self, question):
            return [question]

    told = noisy({"echo": Echo()}, [Wanted("hồ sơ", {"ho so"})], ["no_diacritics", "telex"])
    assert told["no_diacritics"].right["echo"].first.value == 1
    assert told["telex"].gains["echo"].value == 0
