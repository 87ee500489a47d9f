"""Tables are read once, before any test is timed."""

from __future__ import annotations

import pytest

from knowledge_base.vietnamese.canonical import canonical


@pytest.fixture(scope="session", autouse=True)
def _tables_are_read() -> None:
    canonical("xổ đõ")
