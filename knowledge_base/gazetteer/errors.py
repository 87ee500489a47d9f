"""Why there is no table of communes; each names what mends it."""

from __future__ import annotations


class GazetteerError(Exception):
    """Base: the table cannot be made or read."""


class WheelUnusable(GazetteerError):
    """The package of data is not the one that is pinned, or its data are not as they should be."""


class TableMissing(GazetteerError):
    """No table was made; everything else works without."""


class TableUnusable(GazetteerError):
    """The table was made of another source, or is damaged."""
