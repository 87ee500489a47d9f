"""Keyed hashes: what is compared and counted without being kept."""

from __future__ import annotations

import hashlib
import hmac


class KeyedHash:
    """HMAC-SHA256 under a key that lives outside the database."""

    def __init__(self, key: str) -> None:
        if len(key) < 32:
            raise ValueError("the hash key needs at least 32 characters")
        self._key = key.encode()

    def __call__(self, purpose: str, *parts: str) -> bytes:
        """Return 32 bytes; equal only for the same purpose and the same parts."""
        message = b"".join(_framed(part) for part in (purpose, *parts))
        return hmac.digest(self._key, message, hashlib.sha256)


def _framed(part: str) -> bytes:
    content = part.encode("utf-8", "surrogatepass")
    return len(content).to_bytes(4, "big") + content
