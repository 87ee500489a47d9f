"""The imported catalogue for a command, or why there is none."""

from __future__ import annotations

from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.catalogue.store import read_catalogue
from knowledge_base.catalogue.stored import Catalogue
from office.settings import settings


def catalogue_or_fail(folder: Path) -> Catalogue:
    """Read the catalogue, which may be empty; end the command where it is damaged."""
    try:
        return read_catalogue(folder)
    except StoreError as error:
        fail(str(error), ExitCode.FINDINGS)


def imported_catalogue() -> Catalogue:
    """Read the catalogue; end the command where nothing was imported."""
    catalogue = catalogue_or_fail(settings().catalogue_dir)
    if not catalogue.records:
        fail("No catalogue was imported yet; run: motcua kb import PATH", ExitCode.FINDINGS)
    return catalogue
