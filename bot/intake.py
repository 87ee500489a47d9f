"""The door to the intake backend for one thing only: a proof becomes a token."""

from __future__ import annotations

import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_fixed

from bot.deadline import Deadline
from bot.errors import GatewayError
from office.dossier_code import DossierCode

PATIENCE_SECONDS = 1.0
REFUSED = ""


class IntakeUnavailable(GatewayError):
    """The backend did not answer in time, or not in a form we understand."""


class ProofDesk:
    """Hands proofs to intake; one that may have arrived is never handed in twice: every attempt counts."""

    def __init__(self, http: httpx.AsyncClient, *, seconds: float) -> None:
        self._http = http
        self._seconds = seconds

    async def exchange(
        self, code: DossierCode, factor: str, *, session: str, client: str, deadline: Deadline
    ) -> str:
        """Return a token for this dossier and session, or REFUSED; raise IntakeUnavailable."""
        asked = {"code": str(code), "factor": factor, "session": session, "client": client}
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(httpx.ConnectError),
            stop=stop_after_delay(PATIENCE_SECONDS),
            wait=wait_fixed(0.2),
            reraise=True,
        )
        try:
            response: httpx.Response = await retrying(
                self._http.post, "/proofs", json=asked, timeout=deadline.left(self._seconds)
            )
            if response.status_code == httpx.codes.FORBIDDEN:
                return REFUSED
            response.raise_for_status()
            return str(response.json()["proof_token"])
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise IntakeUnavailable(type(error).__name__) from error
