"""What texts carry of a question is the same by postings, whole rows of them, and bags."""

import numpy as np
import pytest

from knowledge_base.search.bags import MENTIONED, Bags
from knowledge_base.search.entries import Entries, Vocabulary, unrolled
from knowledge_base.search.postings import Postings

TEXTS = [
    ["đất", "đai"],
    ["đất"],
    [],
    ["đất", "rừng", "đất"],
    *[["đất", f"thửa {number}"] for number in range(30)],
]
WEIGHTS = {"đất": 0.5, "rừng": 2.0, "thửa 7": 1.5, "biển": 9.0}
CARRIED = [0.5, 0.5, 0.0, 3.0, *[2.0 if number == 7 else 0.5 for number in range(30)]]


@pytest.fixture
def numbers():
    return Vocabulary()


@pytest.fixture
def entries(numbers):
    return Entries.together(Entries.of(TEXTS, numbers))


def test_postings_carry_what_many_and_few_texts_hold(entries, numbers):
    carried = Postings.of(entries, dict(numbers), len(TEXTS)).carried(WEIGHTS)
    assert carried.tolist() == CARRIED


def test_bags_carry_the_same_for_a_few_texts_and_what_their_fields_hold(entries, numbers):
    of_field = Entries.together(Entries.of([text[:1] for text in TEXTS], Vocabulary(numbers))).times(4)
    bags = Bags.of(entries, dict(numbers), len(TEXTS), {"first": of_field})
    places = np.array([0, 2, 3, 11, len(TEXTS) - 1])
    carried = bags.carried(WEIGHTS, places)
    assert carried[MENTIONED].tolist() == [0.5, 0.0, 2.5, 2.0, 0.5]
    assert carried["first"].tolist() == [2.0, 0.0, 2.0, 2.0, 2.0]
    assert bags.carried({"biển": 1.0}, places)[MENTIONED].tolist() == [0.0] * len(places)
    assert bags.carried(WEIGHTS, places[:0])["first"].tolist() == []


def test_runs_of_numbers_are_unrolled_with_their_run():
    places, runs = unrolled(np.array([4, 9, 2]), np.array([6, 9, 5]))
    assert (places.tolist(), runs.tolist()) == ([4, 5, 2, 3, 4], [0, 0, 2, 2, 2])
