"""Which proof in a message is meant for which dossier: the one that stands beside its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.masking.spans import Span
from bot.proof import Factor, read_proof
from office.dossier_code import DossierCode

Found = tuple[int, int, DossierCode]


@dataclass(frozen=True)
class Claim:
    """A dossier and the proof that was typed for it."""

    code: DossierCode
    factor: Factor


def read_claims(
    text: str, found: Sequence[Found], private: Sequence[Span], awaited: DossierCode | None
) -> tuple[Claim, ...]:
    """Return the claims in the order of their codes; without a code the proof is for the dossier awaited.

    Several codes have each the proof that follows it, or each the one before it, whichever gives more.
    """
    if len({code for _, _, code in found}) < 2:
        code = found[0][2] if found else awaited
        spans = [_span(item) for item in found]
        factor = read_proof(text, spans, private, awaited=awaited is not None)
        return (Claim(code, factor),) if code and factor else ()
    ends = [*(start for start, _, _ in found[1:]), len(text)]
    following = _claims(text, found, private, zip([0, *ends[:-1]], ends, strict=True))
    starts = [0, *(end for _, end, _ in found[:-1])]
    preceding = _claims(text, found, private, zip(starts, [*starts[1:], len(text)], strict=True))
    return preceding if len(preceding) > len(following) else following


def _claims(
    text: str, found: Sequence[Found], private: Sequence[Span], parts: zip[tuple[int, int]]
) -> tuple[Claim, ...]:
    claims: dict[DossierCode, Claim] = {}
    for item, (start, end) in zip(found, parts, strict=True):
        alone = " " * start + text[start:end] + " " * (len(text) - end)
        inside = [span for span in private if start <= span.start and span.end <= end]
        if factor := read_proof(alone, [_span(item)], inside, awaited=False):
            claims.setdefault(item[2], Claim(item[2], factor))
    return tuple(claims.values())


def _span(item: Found) -> Span:
    return Span(item[0], item[1], "dossier")
