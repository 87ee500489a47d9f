"""Which list of papers is wanted, as far as it has been said: it travels in the codes of choices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_CHOICE = re.compile(r"([^#+]+)(?:#(\d{1,3}))?(?:\+([01]))?", re.ASCII)


@dataclass(frozen=True)
class Pick:
    """A procedure's code, the case from 1 (0 for all, None for not yet asked), and who files (None as well)."""

    code: str
    case: int | None = None
    by_proxy: bool | None = None

    @classmethod
    def of(cls, choice: str) -> Pick:
        """Read the code of a choice: ``1.012784``, ``1.012784#2``, ``1.012784#2+1``."""
        match = _CHOICE.fullmatch(choice)
        if match is None:
            return cls(choice)
        code, case, filer = match.groups()
        return cls(code, int(case) if case else None, filer == "1" if filer else None)

    def __str__(self) -> str:
        case = "" if self.case is None else f"#{self.case}"
        return f"{self.code}{case}" + ("" if self.by_proxy is None else f"+{int(self.by_proxy)}")

    @property
    def index(self) -> int | None:
        """Place of the case among the record's; None for all."""
        return self.case - 1 if self.case else None

    def data(self) -> dict[str, Any]:
        """Return it for the gateway, which makes an address of it."""
        return {"code": self.code, "case": self.case or 0, "proxy": self.by_proxy}
