"""The search's part of a snapshot: its index, and the vectors of its names, built when the snapshot is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.named_procedures import read_named
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.elsewhere import topics_elsewhere
from knowledge_base.search.indexing import index_of
from knowledge_base.search.meaning import write_vectors
from knowledge_base.search.names import names_of
from knowledge_base.search.read_before import ReadBefore
from knowledge_base.search.readings import NOTHING_READ
from knowledge_base.search.vector_cache import Progress, VectorCache, silent
from knowledge_base.snapshot import Snapshot

INDEX: Final = "search/index.npz"
"""Where the index lies in the folder of a snapshot."""


@dataclass(frozen=True)
class WriteIndex:
    """Builds the index of the snapshot under construction; what ``before`` knows is not read again."""

    before: ReadBefore | None = None

    def __call__(self, folder: Path, procedures: Mapping[str, Procedure]) -> None:
        """Write the index into the folder."""
        read = self.before.of if self.before else NOTHING_READ.of
        index = index_of(_documents(folder, procedures), read)
        (folder / INDEX).parent.mkdir()
        index.write(folder / INDEX)


@dataclass(frozen=True)
class WriteVectors:
    """Encodes all names of the snapshot under construction; a part that comes after ``WriteIndex``."""

    encoder: Encoder
    cache: VectorCache
    progress: Progress = silent

    def __call__(self, folder: Path, procedures: Mapping[str, Procedure]) -> None:
        """Write the vectors beside the index."""
        names = [name for *_, name in names_of(_documents(folder, procedures))]
        write_vectors(folder, self.cache.vectors(names, self.encoder, self.progress), self.encoder)


def documents_of(snapshot: Snapshot) -> Iterator[SearchDocument]:
    """Yield the procedures held, those known by name only, and the topics beside all of them."""
    called: list[str] = []
    for document in map(SearchDocument.of, snapshot.procedures.values()):
        called += (document.name, *document.aliases)
        yield document
    yield from map(SearchDocument.named, snapshot.named.values())
    yield from topics_elsewhere(called)


def _documents(folder: Path, procedures: Mapping[str, Procedure]) -> list[SearchDocument]:
    return list(documents_of(Snapshot("", procedures, read_named(folder))))
