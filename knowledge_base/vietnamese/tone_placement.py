"""One place for the tone mark: hòa and hoà, thủy and thuỷ, quá and qúa are the same word."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _toned(letters: str) -> str:
    return "".join(
        unicodedata.normalize("NFC", letter + tone) for letter in letters + letters.upper() for tone in _TONES
    )


_BACK = re.compile(
    rf"([oO])([{_toned('ae')}])(?!\w)"  # hoà, khoẻ
    rf"|(?<![qQ])([uU])([{_toned('y')}])(?!\w)"  # thuỷ, but quý
)
_FORTH = re.compile(
    rf"([{_toned('o')}])([aeAE])(?=\w)"  # hòan
    rf"|(?<![qQ])([{_toned('u')}])([yY])(?=\w)"  # húynh
    rf"|(?<=[qQ])([{_toned('u')}])([aeyâêơAEYÂÊƠ])"  # qủa
)


def unify_tone_placement(text: str) -> str:
    """Write the tone of an open oa, oe or uy on its first vowel, elsewhere where it belongs.

    Takes and returns NFC; as long as the text.
    """
    return _FORTH.sub(_moved_forth, _BACK.sub(_moved_back, text))


def _moved_back(match: re.Match[str]) -> str:
    first, toned = (part for part in match.groups() if part)
    decomposed = unicodedata.normalize("NFD", toned)
    return unicodedata.normalize("NFC", first + decomposed[1]) + decomposed[0]


def _moved_forth(match: re.Match[str]) -> str:
    toned, last = (part for part in match.groups() if part)
    decomposed = unicodedata.normalize("NFD", toned)
    return decomposed[0] + unicodedata.normalize("NFC", last + decomposed[1])
