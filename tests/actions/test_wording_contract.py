"""Every sentence that is called exists, every one that exists is called, and each is filled in completely."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from actions.dossier_phrasing import STATUSES
from actions.phrases import PHRASES, Phrases, UnknownPhrase
from office.outcome import Outcome, least_certain
from office.wording import RESPONSES, Fault, UnknownWording, outcome, wording, wordings

ROOT = Path(__file__).parents[2]
SOURCES = [path for top in ("actions", "bot", "office") for path in sorted((ROOT / top).rglob("*.py"))]
RULES = sorted((ROOT / "nlu_data").rglob("rules/*.yml")) + sorted((ROOT / "nlu_data").rglob("stories/*.yml"))
KNOWN_TO_ALL = {"hotline", "portal_url"}
NO_RESPONSES = {"utter_action"}  # a key of Rasa's
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


def strings(path):
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def called_responses():
    in_code = {text for path in SOURCES for text in strings(path) if re.fullmatch(r"utter_\w+[a-z]", text)}
    in_rules = {name for path in RULES for name in re.findall(r"utter_\w+", path.read_text("utf-8"))}
    return (in_code - NO_RESPONSES) | in_rules | {f"utter_dossier_status_{number}" for number in STATUSES}


def phrase_calls():
    """Yield (phrase, variables) for every ``say("topic.key", …)`` in the actions."""
    for path in sorted((ROOT / "actions").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("say")
            if is_call and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, {keyword.arg for keyword in node.keywords}


def looked_up():
    """Return the lists and tables named in the actions."""
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "actions").glob("*.py"))
    return set(re.findall(r"say\.(?:words|table)\(\s*\"([\w.]+)\"", source))


def entries():
    topics = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in PHRASES.glob("*.yml")}
    return {f"{topic}.{key}": value for topic, keys in topics.items() for key, value in keys.items()}


def test_every_response_that_is_called_exists():
    assert called_responses() - set(wordings()) == set()


def test_every_response_that_exists_is_called():
    assert set(wordings()) - called_responses() == set()


def test_no_response_is_written_twice():
    names = [
        n for file in RESPONSES.glob("*.yml") for n in yaml.safe_load(file.read_text("utf-8"))["responses"]
    ]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("file", sorted(RESPONSES.glob("*.yml")), ids=lambda file: file.stem)
def test_every_response_has_one_wording_and_an_outcome_of_the_list(file):
    for name, variations in yaml.safe_load(file.read_text("utf-8"))["responses"].items():
        assert len(variations) == 1, name
        assert variations[0]["metadata"]["outcome"] in set(Outcome), name


def test_no_variable_takes_a_name_that_rasa_needs():
    assert not [name for name, known in wordings().items() if fields(known.text) & TAKEN_BY_RASA]


def test_every_phrase_that_is_said_exists_with_these_variables():
    known = entries()
    for name, variables in phrase_calls():
        assert fields(known[name]) == variables, name


def test_every_phrase_that_exists_is_said():
    said = {name for name, _ in phrase_calls()} | looked_up()
    conditional = {text for path in (ROOT / "actions").glob("*.py") for text in strings(path)}
    assert {name for name in entries() if name not in said and name not in conditional} == set()


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
    other_voices = re.compile(r"\b(vui lòng|quý khách|anh/chị|chúng tôi|em|ạ|xử lí)\b", re.IGNORECASE)
    assert not [text for text in texts if other_voices.search(text)]


def test_unknown_names_are_refused():
    with pytest.raises(UnknownWording):
        wording("utter_nothing")
    with pytest.raises(UnknownPhrase):
        Phrases.load()("fees.nothing")


def test_a_message_is_as_certain_as_its_least_certain_part():
    assert least_certain([Outcome.ANSWERED, Outcome.CLARIFICATION_CASE]) is Outcome.CLARIFICATION_CASE
    assert least_certain([Outcome.UNANSWERABLE_NO_SOURCE, Outcome.ANSWERED]) is Outcome.UNANSWERABLE_NO_SOURCE
