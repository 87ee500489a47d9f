"""What reading restores and what it changes, on a small sample; ``make prove ISSUE=reading`` measures all of it."""

from __future__ import annotations

import json
from functools import partial

import pytest

from knowledge_base.evaluation.noises.typed import typed
from knowledge_base.evaluation.questions import FOLDER, read_questions
from knowledge_base.evaluation.reading.marked_mistakes import Changed, changed, read_marked
from knowledge_base.evaluation.reading.outside_noises import outside_noises
from knowledge_base.evaluation.reading.restored import restored

SAMPLE = [one.question for one in read_questions(FOLDER / "dev.jsonl") if one.register == "formal"][:20]
LEAST = {
    "telex": 0.95,
    "vni": 0.95,
    "regional": 0.9,
    "wrong_tones": 0.9,
    "typos": 0.8,
    "half_diacritics": 0.6,
}


def test_reading_restores_most_of_what_noise_damages() -> None:
    found = restored(SAMPLE, {noise: partial(typed, noise=noise) for noise in LEAST})
    assert {noise: one for noise, one in found.items() if one.share_after < LEAST[noise]} == {}
    assert all(one.share_after > one.share_before for one in found.values())


def test_reading_leaves_what_is_right() -> None:
    (one,) = restored(SAMPLE, {"none": str}).values()
    assert one.share_after == 1


def test_marked_mistakes_are_counted_beside_correct_syllables(tmp_path) -> None:
    text = "Bạn làm thũ tục ở xã. Nhà cần sữa chữa, đi về hanoi."
    marks = [("thũ", ["thủ"]), ("sữa", ["sửa"]), ("hanoi", ["Hà Nội"])]
    mistakes = [{"text": w, "start_offset": str(text.index(w)), "suggest": s} for w, s in marks]
    path = tmp_path / "marked.json"
    path.write_text(json.dumps({"text": text, "mistakes": mistakes}) + "\n", "utf-8")
    found = changed(read_marked(path))
    assert found == Changed(correct=10, changed=0, misspelt=3, mended=2, worse=0)
    assert found.share_changed == 0


def test_noises_of_a_file_are_taken_by_their_names(tmp_path) -> None:
    path = tmp_path / "noises.py"
    path.write_text("KINDS = ['loud']\ndef apply(text, kind): return text.upper()\n", "utf-8")
    assert outside_noises(path)["loud"]("tờ khai") == "TỜ KHAI"
    with pytest.raises(FileNotFoundError):
        outside_noises(tmp_path / "none.py")
