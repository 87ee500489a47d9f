"""Which runs of letters are Vietnamese syllables: an onset, a rime and a tone that go together."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from knowledge_base.vietnamese.folding import fold

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
    "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu "
    "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo "
    "oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt "
    "uy uya uych uyên uyêt uynh uyt uyu uyn uân uâng uât uây uê uêch uênh uơ ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi "
    "ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu".split()
)
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_TONES_OF_STOPS = {"", "\u0301", "\u0323"}
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether a lower-case NFC word is spelt as a Vietnamese syllable can be."""
    letters, tones = _apart(word)
    if len(tones) > 1:
        return False
    return any(_fits(letters[len(onset) :], tones) for onset in _ONSETS if letters.startswith(onset))


@lru_cache(maxsize=4096)
def is_plain_syllable(word: str) -> bool:
    """Tell whether a lower-case word without diacritics can stand for a Vietnamese syllable.

    The rare "oong" and "ooc" (xoong, soóc) are left out: they are "ông" and "ôc" as Telex types them.
    """
    return any(
        word.startswith(fold(onset)) and word[len(onset) :] in _folded_rimes() for onset in _ONSETS
    ) or word in ("gi", "gin", "gip", "gieng")


def _fits(rime: str, tones: str) -> bool:
    return rime in _RIMES and (not rime.endswith(_STOPS) or tones in _TONES_OF_STOPS)


def _apart(word: str) -> tuple[str, str]:
    """Part a word into its letters and the tones they carry: "đất" into "đât" and the acute."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)), tones


@lru_cache(maxsize=1)
def _folded_rimes() -> frozenset[str]:
    return frozenset(map(fold, _RIMES))
