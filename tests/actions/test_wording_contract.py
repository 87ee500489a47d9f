"""What is said keeps to the house style; bot/checks holds every response and phrase to what the program says."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from actions.dossier_phrasing import STATUSES
from actions.phrases import PHRASES, Phrases, UnknownPhrase
from office.outcome import Outcome, least_certain
from office.wording import Fault, UnknownWording, outcome, wording, wordings

LABELS = Path(__file__).parents[2] / "intake" / "data" / "statuses.yml"
KNOWN_TO_ALL = {"hotline", "portal_url"}
TAKEN_BY_RASA = {
    "text",
    "image",
    "buttons",
    "elements",
    "custom",
    "template",
    "response",
    "attachment",
    "metadata",
}


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def entries():
    topics = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in PHRASES.glob("*.yml")}
    return {f"{topic}.{key}": value for topic, keys in topics.items() for key, value in keys.items()}


def test_every_official_status_can_be_said():
    assert list(STATUSES) == list(yaml.safe_load(LABELS.read_text("utf-8")))


def test_no_variable_takes_a_name_that_rasa_needs():
    assert not [name for name, known in wordings().items() if fields(known.text) & TAKEN_BY_RASA]


def test_what_the_gateway_says_needs_nothing_but_the_limit():
    for fault in Fault:
        assert fields(wordings()[fault].text) <= KNOWN_TO_ALL | {"limit"}
        assert wording(fault, limit="2.000")
        assert outcome(fault).family in ("error", "declined", "clarification", "smalltalk")


def test_numbers_are_written_with_dots():
    assert "2.000 ký tự" in wording(Fault.MESSAGE_TOO_LONG, limit=2000)


def test_every_fault_has_a_sentence_of_its_own():
    assert len({wording(fault, limit="2.000") for fault in Fault}) == len(Fault)


def test_the_assistant_speaks_in_one_voice():
    """docs/style.md: the assistant is "trợ lý", the citizen "bạn"."""
    texts = [known.text for known in wordings().values()]
    texts += [value for value in entries().values() if isinstance(value, str)]
    other_voices = re.compile(
        r"\b(vui lòng|quý khách|anh/chị|chúng tôi|(?<!trẻ )em|ạ|xử lí)\b", re.IGNORECASE
    )
    assert not [text for text in texts if other_voices.search(text)]


def test_unknown_names_are_refused():
    with pytest.raises(UnknownWording):
        wording("utter_nothing")
    with pytest.raises(UnknownPhrase):
        Phrases.load()("fees.nothing")


def test_a_message_is_as_certain_as_its_least_certain_part():
    assert least_certain([Outcome.ANSWERED, Outcome.CLARIFICATION_CASE]) is Outcome.CLARIFICATION_CASE
    assert least_certain([Outcome.UNANSWERABLE_NO_SOURCE, Outcome.ANSWERED]) is Outcome.UNANSWERABLE_NO_SOURCE
