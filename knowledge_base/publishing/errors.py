"""What can go wrong with snapshots; each text says what, where and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge_base.findings import Finding


class SnapshotError(Exception):
    """Base of what can go wrong with snapshots."""


class KnowledgeHasMistakes(SnapshotError):
    """Nothing was published: the files have mistakes, which are told one a line."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class ReadBackDiffers(SnapshotError):
    """A procedure is not the same once written and read: what made it put values of another kind in."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code}: what is read back is not what was written, so nothing was published;"
            " this is a fault in the program; report this line"
        )


class LossTooGreat(SnapshotError):
    """So many procedures would vanish that the files are more likely broken than meant."""

    def __init__(self, gone: int, of: int) -> None:
        super().__init__(
            f"{gone} of {of} procedures would vanish, more than one in ten, so nothing was published;"
            ' bring their files or the imported catalogue back, or: motcua kb publish --accept-loss "REASON"'
        )
        self.gone, self.of = gone, of


class PublisherBusy(SnapshotError):
    """Another one is publishing."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"{root}: another process is publishing; wait until it is done")


class NothingPublished(SnapshotError):
    """There is no snapshot yet."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"{root}: no snapshot was published yet; run: motcua kb publish")


class PointerUnreadable(SnapshotError):
    """The file that names the current snapshot is damaged."""

    def __init__(self, path: Path, why: object) -> None:
        super().__init__(
            f"{path}: which snapshot is current cannot be read; {why}; choose one of motcua kb snapshots with"
            " motcua kb rollback VERSION, or build one: motcua kb publish"
        )


class SnapshotUnreadable(SnapshotError):
    """A snapshot is missing, damaged, or of another release."""

    def __init__(self, folder: Path, why: object) -> None:
        super().__init__(
            f"{folder}: this snapshot cannot be served; {why}; build it anew: motcua kb publish,"
            " or go back to the one before: motcua kb rollback"
        )
        self.why = str(why)


class NoSuchSnapshot(SnapshotError):
    """No snapshot is kept under the name that was asked for."""

    def __init__(self, name: str, kept: Iterable[str]) -> None:
        super().__init__(f"{name}: no such snapshot is kept; there are: {', '.join(kept) or 'none'}")


class NothingBefore(SnapshotError):
    """There is no snapshot to go back to."""

    def __init__(self, current: str) -> None:
        super().__init__(
            f"No snapshot was current before {current}; name one of motcua kb snapshots: motcua kb rollback VERSION"
        )
