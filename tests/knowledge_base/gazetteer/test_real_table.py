"""The table that the set-up makes, as a whole."""

import time
from collections import Counter

import pytest

from knowledge_base.catalogue.province import province_named
from knowledge_base.gazetteer.errors import GazetteerError
from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.gazetteer.source import read_source
from knowledge_base.gazetteer.table import read_table
from office.settings import settings


@pytest.fixture(scope="module")
def former():
    try:
        return read_table(settings().communes_table, read_source())
    except GazetteerError as error:
        pytest.skip(f"{error} make setup")


def test_it_holds_every_commune_of_before_and_of_today(former):
    communes = {now for one in former for now in one.successors}
    assert (len(former), len(communes), len({now.province for now in communes})) == (10040, 3321, 34)
    assert sum(now.province == "Hà Nội" for now in communes) == 126


def test_it_knows_which_were_divided(former):
    divided = Counter(one.district.province for one in former if len(one.successors) > 1)
    assert (divided.total(), divided["Hà Nội"]) == (471, 199)


def test_provinces_are_spelled_as_everywhere(former):
    provinces = {now.province for one in former for now in one.successors}
    assert {province_named(name) for name in provinces} == provinces


def test_a_message_is_read_within_a_millisecond(former):
    gazetteer, text = Gazetteer(former, "Hà Nội"), "tôi ở phường Cống Vị quận Ba Đình thì nộp hồ sơ ở đâu"
    began = time.process_time()
    for _ in range(200):
        assert len(gazetteer.read(text)) == 1
    assert (time.process_time() - began) / 200 < 0.001
