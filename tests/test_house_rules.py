"""Rules of this repository that a machine can hold us to."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TOPS = ("bot", "actions", "intake", "office", "knowledge_base")
SOURCES = sorted(path for top in TOPS for path in (ROOT / top).rglob("*.py"))
PYTHON = SOURCES + sorted(path for top in ("tests", "setup") for path in (ROOT / top).rglob("*.py"))
INTENT_FILES = sorted((ROOT / "nlu_data" / "intents").rglob("*.yml"))
UTTERANCES = ROOT / "tests" / "utterances"
VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
VIETNAMESE_WORDS = re.compile(rf"\w*{VIETNAMESE.pattern}\w*\s+\w|\w\s+\w*{VIETNAMESE.pattern}", re.IGNORECASE)
"""Letters and rhymes of the alphabet are no sentences."""

NAME = "Một Cửa"
LAZY_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base_utils"}
PIN = re.compile(r"[a-z0-9][a-z0-9-]*==[0-9][0-9A-Za-z.+!]*")


def relative(path):
    return str(path.relative_to(ROOT))


def tree_of(path):
    return ast.parse(path.read_text("utf-8"))


def spoken_strings(tree):
    """String literals that are not docstrings."""
    statements = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in statements
    ]


def functions_in(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines_of(function):
    return function.end_lineno - function.lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_code_holds_no_vietnamese_sentences(path):
    spoken = [text.replace(NAME, "") for text in spoken_strings(tree_of(path))]
    assert not [text for text in spoken if VIETNAMESE_WORDS.search(text)]


@pytest.mark.parametrize("path", PYTHON, ids=relative)
def test_no_file_grows_past_250_lines_and_no_function_past_50(path):
    assert len(path.read_text("utf-8").splitlines()) <= 250
    assert [node.name for node in functions_in(tree_of(path)) if lines_of(node) > 50] == []


def test_files_and_functions_are_mostly_short():
    sources = [path for path in SOURCES if path.read_text("utf-8").strip()]
    assert statistics.median(len(path.read_text("utf-8").splitlines()) for path in sources) <= 90
    functions = [lines_of(node) for path in sources for node in functions_in(tree_of(path))]
    assert statistics.median(functions) <= 8


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_file_is_named_after_one_noun_or_deed(path):
    assert path.stem not in LAZY_NAMES


@pytest.mark.parametrize("path", [path for path in PYTHON if path.name == "__init__.py"], ids=relative)
def test_packages_load_nothing_by_themselves(path):
    assert path.read_text("utf-8") == ""


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_nothing_is_left_for_later(path):
    assert not re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", path.read_text("utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_every_module_says_what_it_is_for(path):
    text = path.read_text("utf-8")
    assert not text.strip() or ast.get_docstring(tree_of(path))


@pytest.mark.parametrize("path", INTENT_FILES, ids=lambda path: path.stem)
def test_an_intent_file_holds_the_intent_it_is_named_after_and_has_a_twin(path):
    assert [block["intent"] for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]] == [path.stem]
    assert (UTTERANCES / path.relative_to(ROOT / "nlu_data" / "intents")).exists()


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.name)
def test_requirement_files_hold_pins_and_nothing_else(path):
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not PIN.fullmatch(line)] == []
    assert lines == sorted(lines, key=lambda line: line.partition("=")[0])


def test_the_direction_of_imports_is_kept():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
