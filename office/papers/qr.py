"""The QR code of an official address."""

from __future__ import annotations

from dataclasses import dataclass

import segno

_SCHEME = "https://"
_ERROR_CORRECTION = "m"  # 15 % of the code may be smudged, as on paper that was folded


@dataclass(frozen=True)
class Code:
    """The dark modules of a QR code, as rows of booleans without the quiet zone."""

    rows: tuple[tuple[bool, ...], ...]

    @classmethod
    def of(cls, address: str) -> Code | None:
        """Return the code of a web address; None for what is no secure one."""
        if not address.startswith(_SCHEME):
            return None
        matrix = segno.make_qr(address, error=_ERROR_CORRECTION, boost_error=False).matrix
        return cls(tuple(tuple(bool(module) for module in row) for row in matrix))

    @property
    def size(self) -> int:
        """Modules on a side."""
        return len(self.rows)

    @property
    def path(self) -> str:
        """The dark modules as the path of an SVG whose unit is a module."""
        return "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(self.rows) for x, is_dark in enumerate(row) if is_dark
        )
