"""Keys of a Vietnamese keyboard that was switched off: "hoof sow" (Telex) and "ho62 so7" (VNI) read as "hồ sơ"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge_base.vietnamese.syllable import is_plain_syllable, is_syllable, spellings

_WORD = re.compile(r"(?<![\w./@:-])[A-Za-z][A-Za-z0-9]*(?![./@:-]?\w)")
_LEAST_WORDS = 2
_LEAST_SHARE, _FOREIGN_SHARE = 0.4, 0.25
"""Of Vietnamese running text two syllables in three carry a mark; English reads as Telex now and then."""


_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"
_ONSET_WITH_VOWEL = re.compile(rf"qu|gi(?=[{_VOWELS}])")


def decode_keystrokes(text: str) -> str:
    """Return the text with raw keystrokes decoded, or as it is where it does not look typed so as a whole.

    Nothing changes in a text that has diacritics, where fewer than two words or two in five decode, or where
    more than one in four is no Vietnamese at all.
    """
    if not text.isascii():
        return text
    words = _WORD.findall(text)
    decoded = [word for word in words if decoded_word(word.lower())]
    foreign = [word for word in words if word not in decoded and not is_plain_syllable(word.lower())]
    if len(decoded) < max(_LEAST_WORDS, _LEAST_SHARE * len(words)) or len(foreign) > _FOREIGN_SHARE * len(
        words
    ):
        return text
    return _WORD.sub(lambda found: _as_typed(found[0], decoded_word(found[0].lower())), text)


def _as_typed(word: str, read: str | None) -> str:
    if read is None:
        return word
    return read.capitalize() if word[0].isupper() else read


@lru_cache(maxsize=4096)
def decoded_word(keys: str) -> str | None:
    """Return the syllable with diacritics that lower-case keys spell in Telex or VNI, None where they spell none."""
    if keys in spellings()["not_keys"] or is_plain_syllable(keys):
        return None
    has_digits = any(map(str.isdigit, keys))
    letters, tone = _pressed(keys, _VNI_TONES if has_digits else _TELEX_TONES)
    spelled = _toned(letters, tone)
    is_new = spelled != keys and not spelled.isascii()
    return spelled if is_new and is_syllable(spelled) else None


def _pressed(keys: str, tones: dict[str, str]) -> tuple[str, str]:
    """Press the keys one by one; a key of the tones counts as one only after a vowel."""
    letters, tone = "", ""
    for key in keys:
        has_vowel = any(letter in _VOWELS for letter in letters)
        if has_vowel and key in tones:
            tone = tones[key]
        else:
            letters = _vni(letters, key) if key.isdigit() else _telex(letters, key)
    return letters, tone


def _telex(letters: str, key: str) -> str:
    if key == "w":
        return _horned(letters, breve=True, horn=True) or letters + "ư"
    if key == "d" and letters.startswith("d"):
        return "đ" + letters[1:]
    if key in _HATS and key in letters:
        return _replaced_last(letters, key, _HATS[key])
    return letters + key


def _vni(letters: str, key: str) -> str:
    if key == "9" and letters.startswith("d"):
        return "đ" + letters[1:]
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
