"""Folding keeps the letters and drops the marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.vietnamese.folding import fold, folded_syllables, syllables


def test_every_mark_of_the_alphabet_is_dropped() -> None:
    assert fold("ĂÂĐÊÔƠƯ ăâđêôơư ằắẳẵặ ầấẩẫậ ềếểễệ ờớởỡợ ừứửữự ỳýỷỹỵ") == (
        "aadeoou aadeoou aaaaa aaaaa eeeee ooooo uuuuu yyyyy"
    )


def test_decomposed_and_composed_fold_alike() -> None:
    assert fold("so\u0302\u0309 đo\u0309") == fold("sổ đỏ") == "so do"


def test_syllables_are_runs_of_letters_and_digits() -> None:
    assert syllables("Nghị định 151/2025/NĐ-CP, hả?") == ["Nghị", "định", "151", "2025", "NĐ", "CP", "hả"]
    assert folded_syllables("Sổ đỏ!") == ["so", "do"]


@given(st.text(alphabet=st.characters(), max_size=60))
def test_folding_is_total_and_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
