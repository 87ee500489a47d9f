"""Which parts of a running assistant answer, asked at its gateway."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

_SECONDS = 2.0


def parts_ready(gateway: str) -> Mapping[str, bool]:
    """Return whether each part answers, the gateway among them; only that it does not, if it does not."""
    try:
        answer = httpx.get(f"{gateway}/readyz", timeout=_SECONDS, trust_env=False).json()
        return {"gateway": True, **{name: state == "ok" for name, state in answer["parts"].items()}}
    except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError):
        return {"gateway": False}


def answers(gateway: str) -> bool:
    """Whether the gateway is there at all, whatever the other parts do."""
    try:
        return httpx.get(f"{gateway}/healthz", timeout=0.5, trust_env=False).is_success
    except httpx.HTTPError:
        return False


def is_ready(gateway: str) -> bool:
    """Whether every part answers."""
    return all(parts_ready(gateway).values())
