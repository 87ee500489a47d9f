"""The official catalogue beside the project, read once; the tests that need it are skipped without it."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from knowledge_base.importing.journal import Journal
from knowledge_base.importing.run import gather
from knowledge_base.official.catalogue import records

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "catalogue"
ARCHIVE = FOLDER / "portal-api-json-2026-07-18.tar.gz"
PAIRS = FOLDER / "json-with-pdf"
LISTS = FOLDER / "list-xlsx"
WORD = FOLDER / "old-portal-word" / "ChiTietTTHC.doc"
TODAY = date(2026, 7, 18)

with_catalogue = pytest.mark.skipif(not ARCHIVE.exists(), reason=f"the official catalogue is not at {FOLDER}")


@lru_cache(maxsize=1)
def gathered():
    """Everything that the archive of the portal's records yields."""
    return gather([ARCHIVE], TODAY, Journal(Path("/nonexistent")), lambda done: None)


@lru_cache(maxsize=1)
def normalised():
    """The same procedures as somebody else normalised them, by code."""
    return {record["code"]: record for record in records(FOLDER / "procedures.jsonl.gz")}
