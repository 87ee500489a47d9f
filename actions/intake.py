"""The one door to the intake backend."""

from __future__ import annotations

from datetime import date
from typing import Any

import httpx

from actions.dossier import Clock, Dossier
from office.dossier_code import DossierCode


class IntakeError(Exception):
    """Base of everything that can go wrong when asking the intake backend."""


class LookupRefused(IntakeError):
    """No such dossier, wrong proof, or locked: the backend does not say which, and neither do we."""


class IntakeUnavailable(IntakeError):
    """The backend did not answer, or not in a form we understand."""


class IntakeClient:
    """Reads dossiers over HTTP."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def dossier(self, code: DossierCode, *, session: str, proof_token: str) -> Dossier:
        """Return the dossier that the token proves a right to, or raise an IntakeError.

        The code travels in the body: addresses end up in logs.
        """
        asked = {"code": str(code), "session": session, "proof_token": proof_token}
        try:
            response = await self._http.post("/lookups", json=asked)
            if response.status_code == httpx.codes.FORBIDDEN:
                raise LookupRefused
            response.raise_for_status()
            return _dossier(code, response.json())
        except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IntakeUnavailable(type(error).__name__) from error


def _dossier(code: DossierCode, body: dict[str, Any]) -> Dossier:
    days_left = body.get("working_days_left")
    return Dossier(
        code=code,
        status=int(body["status"]),
        clock=Clock(body["clock"]),
        procedure=body.get("procedure") or "",
        received_on=_day(body.get("received_on")),
        due_on=_day(body.get("due_on")),
        finished_on=_day(body.get("finished_on")),
        working_days_left=None if days_left is None else int(days_left),
        is_due_provisional=bool(body.get("due_is_provisional")),
        is_on_time=body.get("on_time"),
        supplement=body.get("supplement") or "",
        supplement_due_on=_day(body.get("supplement_due_on")),
        where=body.get("where") or "",
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
