"""What a citizen wants done with the own data, as the engine names it and the gateway does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.privacy.purpose import Purpose


class Deed(StrEnum):
    """The closed list."""

    SHOW = "show"
    DOWNLOAD = "download"
    DELETE = "delete"
    WITHDRAW = "withdraw"
    AGREE = "agree"


@dataclass(frozen=True)
class Wish:
    """A deed, and the purposes that it is about, where it is about consent."""

    deed: Deed
    purposes: tuple[Purpose, ...] = ()

    @classmethod
    def read(cls, named: Mapping[str, Any]) -> Wish:
        """Read what the action server names; raise ValueError or KeyError for what is no wish."""
        return cls(Deed(named["deed"]), tuple(Purpose(purpose) for purpose in named.get("purposes") or ()))
