"""Labelled texts are read in the forms that people have them in; what is wrong is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding.labelled import Entity, LabelledSetUnusable
from bot.understanding.markup import without_markup
from bot.understanding.reading import check_pair, in_both, read_labelled, read_out_of_scope
from bot.understanding.scope import OUTSIDE

RASA = """nlu:
- intent: fee
  examples: |
    - lệ phí [tách thửa](procedure) bao nhiêu
    - mã [h26]{"entity": "code", "value": "H26"}
- synonym: H26
  examples: |
    - h 26
- intent: place
  examples:
  - text: |
      nộp ở đâu
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_rasa_yaml_is_read_with_entities_and_lines(tmp_path: Path) -> None:
    first, second, third = read_labelled(written(tmp_path, "a.yml", RASA)).texts
    assert (first.text, first.intent, first.line) == ("lệ phí tách thửa bao nhiêu", "fee", 4)
    assert first.entities == (Entity("procedure", "tách thửa", 7, 16),)
    assert (second.text, second.entities) == ("mã h26", (Entity("code", "H26", 3, 6),))
    assert (third.text, third.intent) == ("nộp ở đâu", "place")


def test_a_folder_holds_any_of_the_forms(tmp_path: Path) -> None:
    written(
        tmp_path, "a.jsonl", '{"utterance": "phí", "label": "fee"}\n\n{"query": "nộp đâu", "category": 7}\n'
    )
    written(tmp_path, "b.yml", 'intent: thank\nutterances: ["cảm ơn", "tks"]\n')
    assert [(one.text, one.intent) for one in read_labelled(tmp_path).texts] == [
        ("phí", "fee"), ("nộp đâu", "7"), ("cảm ơn", "thank"), ("tks", "thank"),
    ]  # fmt: skip


def test_json_lines_carry_entities_by_value_or_by_place(tmp_path: Path) -> None:
    rows = (
        '{"text": "mã H26", "intent": "a", "entities": [{"entity": "code", "value": "H26"}]}\n'
        '{"text": "mã H26", "intent": "a", "entities": [{"entity": "code", "start": 3, "end": 6}]}\n'
    )
    first, second = read_labelled(written(tmp_path, "a.jsonl", rows)).texts
    assert first.entities == (Entity("code", "H26"),)
    assert second.entities == (Entity("code", "H26", 3, 6),)


def test_a_mark_with_another_value_is_read_in_the_old_form() -> None:
    assert without_markup("nộp [mai](date:2026-11-26) nhé") == (
        "nộp mai nhé",
        (Entity("date", "2026-11-26", 4, 7),),
    )


def test_brackets_that_mark_nothing_stay() -> None:
    assert without_markup("điều 5 [khoản 2] (sửa đổi)") == ("điều 5 [khoản 2] (sửa đổi)", ())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yml", "nlu: [", "a.yml:2: this is no YAML"),
        ("a.yml", "version: 1\n", "a.yml:1: the file labels no text"),
        ("a.yml", "nlu:\n- intent: fee\n", "a.yml:2: the intent fee has no examples"),
        ("a.yml", "nlu:\n- intent: a\n  examples: |\n    - x\n    y\n", "a.yml:5: this line is no example"),
        ("a.yml", "nlu:\n- intent: a\n  examples: |\n    - x\n    -  \n", "a.yml:5: this text of a is empty"),
        ("a.yml", 'nlu:\n- intent: a\n  examples: |\n    - [x]{"b": 1}\n', "a.yml:4: "),
        ("a.jsonl", '{"text": "x", "intent": "a"}\n{"text"\n', "a.jsonl:2: this is no JSON"),
        ("a.jsonl", "[]\n", "a.jsonl:1: this is no JSON object"),
        ("a.jsonl", '{"intent": "a"}\n', "a.jsonl:1: there is no text"),
        ("a.jsonl", '{"text": "x"}\n', "a.jsonl:1: there is no intent"),
        ("a.jsonl", '{"text": " ", "intent": "a"}\n', "a.jsonl:1: this text of a is empty"),
        ("a.jsonl", '{"text": "x", "intent": "a", "entities": [{"entity": "b"}]}\n', "a.jsonl:1: its entities"),
        ("a.jsonl", "", "a.jsonl:1: the file labels no text"),
        ("a.csv", "x,a\n", "a.csv:1: files that end in .csv are not read"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_file_and_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(LabelledSetUnusable) as refused:
        read_labelled(path)
    assert told in str(refused.value)
    assert all(finding.mend for finding in refused.value.findings)


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "none.yml", "no such file"), (tmp_path, "holds no file")):
        with pytest.raises(LabelledSetUnusable, match=told):
            read_labelled(path)


def test_an_intent_that_is_only_tested_is_named_where_it_first_stands(tmp_path: Path) -> None:
    train = read_labelled(
        written(tmp_path, "a.jsonl", '{"text": "x", "intent": "a"}\n{"text": "y", "intent": "b"}')
    )
    rows = '{"text": "X", "intent": "a"}\n{"text": "z", "intent": "c"}\n{"text": "w", "intent": "oos"}\n'
    test = read_labelled(written(tmp_path, "b.jsonl", rows))
    with pytest.raises(LabelledSetUnusable) as refused:
        check_pair(train, test)
    (finding,) = refused.value.findings
    assert (finding.line, finding.what) == (2, "the intent c is only in the test set")
    assert in_both(train, test) == 1


def test_one_intent_alone_cannot_be_learned(tmp_path: Path) -> None:
    alone = read_labelled(written(tmp_path, "a.jsonl", '{"text": "x", "intent": "a"}\n'))
    with pytest.raises(LabelledSetUnusable, match="the only intent"):
        check_pair(alone, alone)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("o.txt", "trời đẹp\n\nhát đi\n"),
        ("o.jsonl", '{"text": "trời đẹp"}\n{"text": "hát đi", "intent": "x"}\n'),
    ],
)
def test_texts_out_of_scope_need_no_label(tmp_path: Path, name: str, text: str) -> None:
    read = read_out_of_scope(written(tmp_path, name, text))
    assert [(one.text, one.intent) for one in read.texts] == [("trời đẹp", OUTSIDE), ("hát đi", OUTSIDE)]
