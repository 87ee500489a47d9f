"""The glossary: what its check finds, what is written out of it, and that the model knows what it depends on."""

import pytest

from bot.engine_process import MAKES_THE_MODEL
from knowledge_base.glossary_checks import glossary_findings
from knowledge_base.glossary_file import OF_LAW, WRITTEN_OUT, other_terms, read_terms, words_written_out
from knowledge_base.vietnamese.canonical import canonical

GOOD = "- {said: [giấy gió], meant: giấy khai sinh, kind: synonym}\n"


def found(tmp_path, text, name="themes"):
    path = tmp_path / f"{name}.yml"
    path.write_text(text, "utf-8")
    read = read_terms(path, path.name)
    return [str(finding) for finding in (*read.findings, *glossary_findings(read.terms, ()))]


def test_a_good_entry_has_no_findings(tmp_path):
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("said: x\n", "the file is a group of keys"),
        ("- {said: [giấy gió], meant: giấy khai sinh}\n", "the entry has no kind"),
        ("- {said: [giấy gió], meant: giấy khai sinh, kind: slang}\n", "kind is not known"),
        ("- {said: giấy gió, meant: giấy khai sinh, kind: synonym}\n", "said is a text"),
        (GOOD + GOOD, "'giấy gió' is also in themes.yml:1"),
        (GOOD + "- {said: [giay gio], meant: giấy khai tử, kind: synonym}\n", "is also in themes.yml:1"),
        (GOOD.replace("}", ", until: 2027-01-01}"), "the key until is not known"),
        (GOOD.replace("}", ", since: soon}"), "since is no date"),
        (GOOD.replace("}", ", told: không còn nữa}"), "told has no since or no source"),
        (GOOD.replace("}", ", after: [làm]}"), "neighbours decide about it"),
        ("- {said: [gks], meant: giấy khai sinh, kind: synonym}\n", "is 'giấy khai sinh' already"),
        (
            "- {said: [diều], meant: diều giấy tám cánh, kind: synonym, search: true}\n",
            "no procedure's name says",
        ),
        ("- {said: [gks], meant: giấy khai sinh, kind: abbreviation}\n", "the kind is abbreviation"),
    ],
)
def test_a_mistake_is_found_with_its_line(text, says, tmp_path):
    assert any(says in line and line.startswith("themes.yml:") for line in found(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {said: [giấy gió], meant: giấy, kind: chat}\n", "is no single word"),
        ("- {said: [Gg], meant: giấy, kind: chat}\n", "is no single word in lower case"),
        ("- {said: [gg], meant: gks, kind: chat}\n", "holds a word that is written out itself"),
        ("- {said: [gg], meant: giấy, kind: chat, search: true}\n", "told or search stands beside"),
        (GOOD, "the kind is synonym"),
    ],
)
def test_a_word_that_is_written_out_has_rules_of_its_own(text, says, tmp_path):
    assert any(says in line for line in found(tmp_path, text, "chat"))


def test_an_entry_with_a_mistake_is_left_out_and_the_others_stay(tmp_path):
    path = tmp_path / "themes.yml"
    path.write_text("- {said: [giấy gió], kind: synonym}\n" + GOOD.replace("gió", "mây"), "utf-8")
    assert [term.said for term in read_terms(path, path.name).terms] == [("giấy mây",)]


def test_the_model_is_made_anew_when_a_word_that_is_written_out_changes():
    assert {f"knowledge_base/glossary/{kind}.yml" for kind in WRITTEN_OUT} <= set(MAKES_THE_MODEL)
    assert {term.kind for term in words_written_out()} == set(WRITTEN_OUT)


def test_what_an_answer_tells_is_a_change_of_law_with_its_day_and_source():
    told = [term for term in other_terms() if term.told]
    assert told
    assert all(term.kind in OF_LAW and term.since and term.source for term in told)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("lấy giấy ở chỗ mô", "lấy giấy ở chỗ nào"),
        ("nop o mo", "nop o đâu"),
        ("gửi chi rứa", "gửi gì vậy"),
        ("hồ sơ ra răng", "hồ sơ ra sao"),
        ("nỏ biết", "không biết"),
        ("khai sanh cho cháu", "khai sinh cho cháu"),
        ("nộp chi nhánh nào", "nộp chi nhánh nào"),
        ("đóng chi phí gì", "đóng chi phí gì"),
        ("lam viec o mo than", "lam viec o mo than"),
        ("làm mô hình", "làm mô hình"),
    ],
)
def test_regional_words_are_read_as_the_standard_ones_between_their_neighbours(typed, read):
    assert canonical(typed) == read
