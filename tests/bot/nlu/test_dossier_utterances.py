"""Dossier codes in 148 messages that were written before the extractor was measured, accented and without marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.entities.dossiers import read_dossier_codes
from knowledge_base.vietnamese.folding import fold

UTTERANCES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("dossier_utterances.yml").read_text("utf-8")
)
TYPED = [str, fold, str.upper]


@pytest.mark.parametrize("typed", TYPED, ids=["as written", "without marks", "in capitals"])
def test_exactly_the_right_codes_are_read(typed: Any) -> None:
    wrong = [u for u in UTTERANCES if [f.value for f in read_dossier_codes(typed(u["text"]))] != u["codes"]]
    assert wrong == []


def test_a_code_says_where_it_was_typed() -> None:
    text = "hồ\u200b sơ  h26.19 – 250701 – 0012 và  03706/2026/07906 nhé"
    read = read_dossier_codes(text)
    assert [text[found.start : found.end] for found in read] == ["h26.19 – 250701 – 0012", "03706/2026/07906"]
    assert [found.text for found in read] == ["h26.19 – 250701 – 0012", "03706/2026/07906"]
