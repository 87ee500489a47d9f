"""The font of what is printed: Be Vietnam Pro, under the SIL Open Font License, with all Vietnamese letters."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from office.papers.words import words

FOLDER = Path(__file__).parent / "fonts"
REGULAR, BOLD = "BeVietnamPro-Regular", "BeVietnamPro-Bold"


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    """Make both weights known to the printer; return the signs that both have."""
    fonts = [TTFont(name, FOLDER / f"{name}.ttf") for name in (REGULAR, BOLD)]
    for font in fonts:
        registerFont(font)
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return frozenset(map(chr, set.intersection(*(set(font.face.charToGlyph) for font in fonts))))


def printable_text(text: str) -> str:
    """Return the text with every sign that the font lacks replaced by one that it has."""
    letters, signs = _letters(), words().signs
    return "".join(
        sign if sign in letters or sign.isspace() else signs.get(sign, words().unknown_sign) for sign in text
    )
