"""Codes of procedures as the formats write them."""

from __future__ import annotations

import re
from typing import Any

from knowledge_base.importing.errors import FieldWrong

_PLAIN = re.compile(r"\d\.\d{6,9}(-[A-Za-z]{1,8})?")
"""Such as 1.012753; the portal also has 1.0133611, 2.009182739 and 1.014955-Xoa."""

_ELSEWHERE = re.compile(r"(\d\.\d{6})((\.\d{2,3}){0,3}\.[GH]\d{2})")
"""Other sites add the issuer: 1.012753.H19, 1.012769.000.00.00.H17."""


def parse_code(text: Any, field: str = "code") -> str:
    """Return the code without spaces around and without the issuer after, or raise FieldWrong."""
    if not isinstance(text, str) or not text.strip():
        raise FieldWrong(field, "there is none; a procedure has one such as 1.012753")
    code = text.strip()
    if elsewhere := _ELSEWHERE.fullmatch(code):
        return elsewhere[1]
    if not _PLAIN.fullmatch(code):
        raise FieldWrong(field, f"{code[:40]!r} is no code of a procedure, which looks like 1.012753")
    return code
