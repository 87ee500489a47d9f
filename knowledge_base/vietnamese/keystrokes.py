"""Keys of a Vietnamese keyboard that was switched off: "hoof sow" (Telex) and "ho62 so7" (VNI) read as "hồ sơ"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from knowledge_base.vietnamese.abbreviations import is_written_out
from knowledge_base.vietnamese.syllable import is_plain_syllable, is_syllable, spellings
from knowledge_base.vietnamese.written_pairs import written_pairs

_WORD = re.compile(r"(?<![\w./@:-])[A-Za-z][A-Za-z0-9]*(?![./@:-]?\w)")
_LEAST_WORDS, _LEAST_SHARE, _FOREIGN_SHARE = 2, 0.4, 0.5
"""Of Vietnamese running text two syllables in three carry a mark; English reads as Telex now and then."""
_KNOWN_FROM = 4
_SURE = re.compile(
    r"dd[aeiouy]|[a-z]*(?:aa|uw)|[a-z]*(?:ee|oo|aw)[a-z]*[jx]$|[a-z]+ow[a-z]*[fjx]$"
    r"|d9[a-z]|[a-z]{2,}[678]|[aou][678]\d"
)
"""What no word of another language looks like, if it spells a word that is known."""
_UNDONE = re.compile(r"[aeiouy].*?(?:([fsrxj])\1|ww|([1-9])\2)")
"""A key pressed twice takes its mark back and stays a letter: such words are no Vietnamese."""
_NO_TONE = ("z", "0")
_LONGEST = 12
"""Keys of one syllable; longer words spell none."""

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"
_ONSET_WITH_VOWEL = re.compile(rf"qu|gi(?=[{_VOWELS}])")


def decode_keystrokes(text: str) -> str:
    """Return the text with raw keystrokes decoded; linear, idempotent.

    In a text without diacritics that looks typed so as a whole, every word that keys spell and the base knows is
    decoded: two words at least and two in five, while words that are no Vietnamese are half as many at most. In any
    other text only what can be nothing else is.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not any(map(decoded_word, words)):
        return text
    is_chosen = _is_known if text.isascii() and _is_typed_so(words) else _is_sure
    return _WORD.sub(lambda found: _as_typed(found[0]) if is_chosen(found[0].lower()) else found[0], text)


def _is_typed_so(words: Sequence[str]) -> bool:
    words = [word for word in words if not is_written_out(word)]
    decoded = sum(map(_is_known, words))
    foreign = sum(not decoded_word(word) and not is_plain_syllable(word) for word in words)
    return decoded >= max(_LEAST_WORDS, _LEAST_SHARE * len(words)) and foreign <= _FOREIGN_SHARE * decoded


def _is_known(word: str) -> bool:
    read = decoded_word(word)
    return read is not None and (
        is_written_out(read) or written_pairs().single(read) >= _KNOWN_FROM or bool(_SURE.match(word))
    )


def _is_sure(word: str) -> bool:
    read = decoded_word(word)
    is_word = read is not None and (is_written_out(read) or written_pairs().single(read) >= _KNOWN_FROM)
    return is_word and bool(_SURE.match(word))


def _as_typed(word: str) -> str:
    read = decoded_word(word.lower()) or word
    if len(word) > 1 and word.isupper():
        return read.upper()
    return read.capitalize() if word[0].isupper() else read


@lru_cache(maxsize=8192)
def decoded_word(keys: str) -> str | None:
    """Return the word with diacritics that lower-case keys spell in Telex or VNI, None where they spell none.

    It is a syllable, or an abbreviation with đ. Keys may come in any order; the last tone counts.
    """
    if len(keys) > _LONGEST or keys in spellings()["not_keys"] or is_written_out(keys):
        return None
    if is_plain_syllable(keys) or _UNDONE.search(keys):
        return None
    has_digits = any(map(str.isdigit, keys))
    letters, tone = _pressed(keys, _VNI_TONES if has_digits else _TELEX_TONES)
    spelled = _toned(letters.replace("ưo", "ươ"), tone)
    is_new = spelled != keys and not spelled.isascii()
    return spelled if is_new and (is_syllable(spelled) or is_written_out(spelled)) else None


def _pressed(keys: str, tones: dict[str, str]) -> tuple[str, str]:
    """Press the keys one by one; a key of the tones counts as one only after a vowel."""
    letters, tone = "", ""
    for key in keys:
        has_vowel = any(letter in _VOWELS for letter in letters)
        if has_vowel and key in tones:
            tone = tones[key]
        elif tone and key in _NO_TONE:
            tone = ""
        else:
            letters = _vni(letters, key) if key.isdigit() else _telex(letters, key)
    return letters, tone


def _telex(letters: str, key: str) -> str:
    if key == "w":
        return _horned(letters, breve=True, horn=True) or letters + "ư"
    if key == "d" and "d" in letters:
        return letters.replace("d", "đ", 1)
    if key in _HATS and key in letters:
        return _replaced_last(letters, key, _HATS[key])
    return letters + key


def _vni(letters: str, key: str) -> str:
    if key == "9" and "d" in letters:
        return letters.replace("d", "đ", 1)
    if key == "6":
        last = next((letter for letter in reversed(letters) if letter in _HATS), None)
        return _replaced_last(letters, last, _HATS[last]) if last else letters + key
    horned = _horned(letters, breve=key == "8", horn=key == "7") if key in "78" else None
    return horned or letters + key


def _horned(letters: str, *, breve: bool, horn: bool) -> str | None:
    if horn and "uo" in letters:
        return letters.replace("uo", "ươ", 1)
    for letter in reversed(letters):
        if breve and letter == "a":
            return _replaced_last(letters, "a", "ă")
        if horn and letter in "ou":
            return _replaced_last(letters, letter, "ơ" if letter == "o" else "ư")
    return None


def _replaced_last(letters: str, old: str, new: str) -> str:
    place = letters.rindex(old)
    return letters[:place] + new + letters[place + 1 :]


def _toned(letters: str, tone: str) -> str:
    """Put the tone where it belongs."""
    place = _tone_place(letters)
    if not tone or place is None:
        return letters
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _tone_place(letters: str) -> int | None:
    """Return the vowel that bears the tone: the last with a mark of its own, else by the shape of the rime."""
    onset = (
        2
        if letters.startswith("qu")
        or (letters.startswith("gi") and len(letters) > 2 and letters[2] in _VOWELS)
        else 0
    )
    places = [place for place, letter in enumerate(letters) if letter in _VOWELS and place >= onset]
    marked = [place for place in places if letters[place] in _MARKED]
    if marked:
        return marked[-1]
    if not places:
        return None
    is_closed = letters[-1] not in _VOWELS
    if len(places) == 1:
        return places[0]
    return places[1] if is_closed or len(places) > 2 else places[0]
