"""Print the register of what is kept about people."""

from __future__ import annotations

from bot.cli.speech import give
from office.personal_data.page import page
from office.personal_data.registry import registry
from office.settings import Settings


def personal_data() -> None:
    """Print the page, with the periods that the settings say here."""
    give(None, as_json=False, plain=page(registry(), Settings()).rstrip("\n"))
