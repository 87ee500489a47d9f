"""The lists of papers that the action server makes, for the pages of the gateway."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

import httpx
from pydantic import TypeAdapter, ValidationError

from bot.errors import GatewayError
from office.papers.checklist import Checklist

PATH = "/checklists/"
_READER = TypeAdapter(Checklist)


class NoChecklist(GatewayError):
    """There is no procedure of this code, or it has no such case."""


class ChecklistUnavailable(GatewayError):
    """The action server did not answer in time, or not in a form we understand."""


@dataclass(frozen=True)
class Sheet:
    """Which list: the procedure's code, the case from 1 (0 for all), and who files (None for anybody)."""

    code: str
    case: int = 0
    by_proxy: bool | None = None

    def path(self, ending: str = "") -> str:
        """Return its address within this site."""
        asked = {"case": self.case} if self.case else {}
        if self.by_proxy is not None:
            asked["proxy"] = int(self.by_proxy)
        query = f"?{urlencode(asked)}" if asked else ""
        return f"{PATH}{quote(self.code, safe='')}{ending}{query}"


class Checklists:
    """Asks the action server."""

    def __init__(self, http: httpx.AsyncClient, *, seconds: float) -> None:
        self._http = http
        self._seconds = seconds

    async def find(self, sheet: Sheet) -> Checklist:
        """Return the list; raise NoChecklist or ChecklistUnavailable."""
        try:
            response = await self._http.get(sheet.path(), timeout=self._seconds)
            if response.status_code == httpx.codes.NOT_FOUND:
                raise NoChecklist(sheet.code)
            response.raise_for_status()
            return _READER.validate_json(response.content)
        except (httpx.HTTPError, ValidationError) as error:
            raise ChecklistUnavailable(type(error).__name__) from error
