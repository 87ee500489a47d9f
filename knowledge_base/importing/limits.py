"""How large what is imported may be; an archive or a picture of a file is not believed about itself."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes. The whole export of July 2026 is 5,665 files, 123 MB of JSON, 12 MB packed.

    ``ratio`` counts from ``unpacked_without_ratio`` on: small files of blanks pack well and do no harm.
    """

    file: int = 64 * MEGABYTE
    archive: int = 2_048 * MEGABYTE
    unpacked: int = 4_096 * MEGABYTE
    members: int = 100_000
    ratio: int = 100
    unpacked_without_ratio: int = 32 * MEGABYTE
    pages: int = 1_000
    rows: int = 100_000


LIMITS = Limits()
