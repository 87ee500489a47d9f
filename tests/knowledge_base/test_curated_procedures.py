"""The procedures in the repository: complete, unaltered, and as the catalogue has them."""

import json
import re
import time
from pathlib import Path

import pytest
import yaml

from knowledge_base.knowledge import KNOWLEDGE_FOLDER, read_knowledge
from knowledge_base.official.block import official_block
from knowledge_base.official.catalogue import records
from knowledge_base.publishing.publish import publish
from knowledge_base.publishing.reading import read_current
from knowledge_base.publishing.sources import Sources

FILES = sorted((KNOWLEDGE_FOLDER / "procedures").glob("*/*.yml"))
CATALOGUE = Path(__file__).parents[3] / "shared" / "data" / "catalogue" / "procedures.jsonl.gz"
AMOUNT = re.compile(r"\d[\d.]*\s*(đồng|đ\b|VND|nghìn|triệu)", re.IGNORECASE)


@pytest.fixture(scope="module")
def knowledge():
    return read_knowledge()


def test_files_have_no_mistakes_and_facts_match_their_hash(knowledge):
    assert [str(finding) for finding in knowledge.findings] == []


def test_every_procedure_has_names_that_citizens_use(knowledge):
    assert [code for code, procedure in knowledge.procedures.items() if not procedure.aliases] == []


def test_our_words_name_no_amount_of_money(knowledge):
    assert [code for code, told in knowledge.procedures.items() if AMOUNT.search(our_words(told))] == []


def test_whole_knowledge_loads_within_a_second(tmp_path):
    publish(tmp_path, Sources(tmp_path / "none"), keep=2)
    began = time.perf_counter()
    assert all(read_current(tmp_path).procedures.values())
    assert time.perf_counter() - began < 1


def numbers(text):
    return {number.lstrip("0") for number in re.findall(r"\d+", text)}


def our_words(procedure):
    return " ".join([procedure.summary, *(told.text for told in (*procedure.steps, *procedure.notes))])


with_catalogue = pytest.mark.skipif(
    not CATALOGUE.exists(), reason=f"the official catalogue is not at {CATALOGUE}"
)


@pytest.mark.catalogue
@with_catalogue
def test_our_words_hold_no_number_that_the_record_does_not(knowledge):
    curated = knowledge.procedures
    found = {r["code"]: json.dumps(r, ensure_ascii=False) for r in records(CATALOGUE) if r["code"] in curated}
    invented = {code: numbers(our_words(curated[code])) - numbers(text) for code, text in found.items()}
    assert {code: more for code, more in invented.items() if more} == {}


@pytest.mark.catalogue
@with_catalogue
def test_facts_are_those_of_the_catalogue():
    curated = {file.stem: yaml.safe_load(file.read_text("utf-8"))["official"] for file in FILES}
    found = {
        record["code"]: official_block(record) for record in records(CATALOGUE) if record["code"] in curated
    }
    assert curated.keys() == found.keys()
    assert [code for code, official in curated.items() if official != found[code]] == []
