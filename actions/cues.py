"""Words by which a message is about something beside procedures, whatever it names: "lót tay", "chồng cũ"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from actions.style import Style
from actions.wording import is_said
from knowledge_base.vietnamese.folding import syllables

CUES = {
    "emergency": "beside.danger_cues",
    "out_of_scope_bribery": "beside.bribery_cues",
    "out_of_scope_forgery": "beside.forgery_cues",
    "out_of_scope_other_person": "beside.other_person_cues",
    "out_of_scope_legal_dispute": "beside.dispute_cues",
    "out_of_scope_company": "beside.company_cues",
    "out_of_scope_app": "beside.app_cues",
}


def has_cue(intent: str, text: str, style: Style) -> bool:
    """Tell whether a text says what makes the intent likely also beside the name of a procedure."""
    return intent in CUES and _holds(syllables(text.lower()), style.say.words(CUES[intent]))


def is_bribe(text: str, style: Style) -> bool:
    """Tell whether a bribe is spoken of, and no "dầu bôi trơn"."""
    typed = syllables(text.lower())
    is_apart = _holds(typed, style.say.words("beside.bribes_apart"))
    return not is_apart and _holds(typed, style.say.words("beside.bribes"))


def is_forgery(text: str, style: Style) -> bool:
    """Tell whether something false is spoken of: "sổ đỏ giả", but not "giả sử" or "tác giả"."""
    word, apart = style.say("talk.not_genuine"), style.say.words("talk.not_genuine_apart")
    typed = ["", *syllables(text.lower()), ""]
    pairs = {" ".join(pair) for pair in pairwise(typed) if word in pair}
    return bool(pairs) and not pairs & set(apart)


def _holds(typed: Sequence[str], phrases: Sequence[str]) -> bool:
    parts = [phrase.split() for phrase in phrases]
    return any(_stands(typed[start:], words) for start in range(len(typed)) for words in parts)


def _stands(typed: Sequence[str], words: Sequence[str]) -> bool:
    is_long_enough = len(typed) >= len(words)
    return is_long_enough and all(is_said(said, (word,)) for said, word in zip(typed, words, strict=False))
