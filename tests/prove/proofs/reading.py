"""How texts are read: what noise is undone, and what is changed that was right."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from knowledge_base.evaluation.noises.typed import NOISES, typed
from knowledge_base.evaluation.questions import FITTED, FOLDER, read_questions
from knowledge_base.evaluation.reading.marked_mistakes import MISTAKES_FILE, changed, read_marked
from knowledge_base.evaluation.reading.outside_noises import NOISES_FILE, outside_noises
from knowledge_base.evaluation.reading.restored import Noise, restored
from tests.prove.figures import Proof
from tests.world.engine import ROOT

ISSUES = ("understanding",)
CLAIM = "Reading changes 0.1% of correct syllables at most, and undoes what keyboards, regions and haste do to a text."
BENCH = Path(os.environ.get("MOTCUA_BENCH", ROOT.parent / "shared" / "data" / "bench"))
"""Where Viwiki-spelling and the outside noises are, if they are anywhere; figures on them are left out else."""
CHANGED_AT_MOST, KEYS_AT_LEAST = 0.1, 97.0


def prove(proof: Proof) -> None:
    """Read the questions of train and dev that have diacritics, with noise, and the texts with marked mistakes."""
    texts = [one.question for name in FITTED for one in read_questions(FOLDER / f"{name}.jsonl")]
    texts = [text for text in texts if not text.isascii()]
    _add_noises(proof, "ours", texts, {noise: partial(typed, noise=noise) for noise in NOISES})
    try:
        _add_noises(proof, "noise_vi", texts, outside_noises(BENCH / NOISES_FILE))
        _add_mistakes(proof, BENCH / MISTAKES_FILE)
    except FileNotFoundError as error:
        print(f"  left out: {error} (MOTCUA_BENCH names the folder)")


def _add_noises(proof: Proof, whose: str, texts: list[str], noises: Mapping[str, Noise]) -> None:
    for noise, found in restored(texts, noises).items():
        at_least = KEYS_AT_LEAST if noise in ("telex", "vni") else None
        proof.add(f"{whose}, {noise}: right as typed", 100 * found.share_before, "%")
        proof.add(f"{whose}, {noise}: right once read", 100 * found.share_after, "%", at_least=at_least)


def _add_mistakes(proof: Proof, path: Path) -> None:
    found = changed(read_marked(path))
    proof.add("Viwiki-spelling: correct syllables", found.correct, "")
    share = 100 * found.share_changed
    proof.add("Viwiki-spelling: of them changed", share, "%", at_most=CHANGED_AT_MOST)
    proof.add("Viwiki-spelling: misspelt syllables", found.misspelt, "")
    proof.add("Viwiki-spelling: of them mended", 100 * found.share_mended, "%")
    proof.add("Viwiki-spelling: made another wrong one", found.worse, "")
