"""What can be wrong with a file to import; each says which field, why and, where there is one, the way out."""

from __future__ import annotations


class ImportProblem(Exception):
    """Base of what stops one file, or one record of it; the run goes on with the next."""


class NotRecognised(ImportProblem):
    """The content is none of the formats that are read."""

    def __init__(self, looks_like: str) -> None:
        super().__init__(
            f"content: {looks_like} is none of the official formats (portal JSON, PDF, list XLSX, Word export)"
        )


class FileDamaged(ImportProblem):
    """The file is cut off or garbled; fetching it again mends that."""

    def __init__(self, why: object) -> None:
        super().__init__(f"content: the file is damaged; {why}; fetch it again")


class FieldWrong(ImportProblem):
    """A field without which there is no record is missing or cannot be."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field


class TooLarge(ImportProblem):
    """A file, or what it unpacks to, is over a limit of ``limits.py``."""

    def __init__(self, what: str) -> None:
        super().__init__(f"content: {what}; no official export is as large")


class MemberRefused(ImportProblem):
    """A member of an archive whose path leads out of it, or that is no plain file."""

    def __init__(self, why: str) -> None:
        super().__init__(f"path: {why}; pack the files alone, with plain paths")
