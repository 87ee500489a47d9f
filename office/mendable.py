"""What a person can mend and the program cannot."""

from __future__ import annotations

HOPELESS = 78
"""A service ends with this code when starting it again cannot help; the last line that it writes says what does."""


class Mendable(Exception):
    """Base; the message says what is wrong, where, and how to mend it, and is shown as it is."""
