"""Drafting a procedure's file, and bringing one up to date."""

import yaml

from knowledge_base.draft import draft, updated
from knowledge_base.official.block import official_block
from knowledge_base.official.facts_hash import facts_sha256
from tests.knowledge_base.made_up import RECORD, record, written


def test_draft_holds_the_facts_and_leaves_our_words_open():
    text = draft(RECORD)
    data = yaml.safe_load(text)
    assert list(data) == [
        "code",
        "short_name",
        "distinction",
        "siblings",
        "summary",
        "steps",
        "notes",
        "review_by",
        "official",
        "facts_sha256",
    ]
    assert data["official"] == official_block(RECORD)
    assert data["facts_sha256"] == facts_sha256(data["official"])
    assert data["short_name"] == ""


def test_draft_is_easy_to_read():
    long_name = "Đơn đề nghị thả diều trên đồng làng " * 20
    text = draft(record(conditions=f"{long_name}\n{long_name}", name=long_name))
    assert max(map(len, text.splitlines())) <= 120
    assert "Đơn đề nghị" in text
    assert not any(mark in text for mark in ("&id", "\\u", "\\x"))


def test_update_renews_the_facts_and_keeps_every_word_of_ours():
    ours, _, _ = written().partition("official:")
    text = updated(f"# ghi chú\n{written()}", record(name="Tên mới"))
    assert text.startswith(f"# ghi chú\n{ours}official:\n  name: Tên mới\n")
    assert updated(text, record(name="Tên mới")) == text


def test_update_completes_a_file_that_has_no_facts_yet():
    assert yaml.safe_load(updated('code: "1.000001"', RECORD))["official"] == official_block(RECORD)
