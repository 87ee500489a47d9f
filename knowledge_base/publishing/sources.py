"""What a snapshot is made from: our files, and the imported catalogue."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.catalogue.store import catalogue_file, read_catalogue
from knowledge_base.catalogue.stored import Catalogue
from knowledge_base.knowledge import KNOWLEDGE_FOLDER, read_knowledge
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.contents import Contents, Over, contents_of, curated_alone

_CHARACTERS = 16

Imported = Callable[[Catalogue], Iterable[Procedure]]


@dataclass(frozen=True)
class Sources:
    """Where the files are, and what is made of them.

    ``imported`` makes procedures of the catalogue; without it the curated ones are all. ``over`` puts a curated one
    over the imported one of its code. ``encoder`` tells the one that parts use from any other.
    """

    catalogue: Path
    knowledge: Path = KNOWLEDGE_FOLDER
    imported: Imported | None = None
    over: Over = curated_alone
    encoder: str = ""

    def read(self) -> Contents:
        """Read everything; raises KnowledgeHasMistakes and StoreUnreadable."""
        knowledge = read_knowledge(self.knowledge)
        if self.imported is None:
            return contents_of(knowledge)
        catalogue = read_catalogue(self.catalogue)
        return contents_of(
            knowledge,
            self.imported(catalogue),
            over=self.over,
            catalogue=catalogue.version,
            catalogue_on=catalogue.imported_on,
            copies=catalogue.copies(),
        )

    def fingerprint(self) -> str:
        """Return a short hash of all that a snapshot depends on: files, catalogue, package, encoder (some 20 ms)."""
        digest = hashlib.sha256(self.encoder.encode())
        for name, path in self._files():
            content = path.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
        return digest.hexdigest()[:_CHARACTERS]

    def _files(self) -> Iterator[tuple[str, Path]]:
        for folder in {KNOWLEDGE_FOLDER: None, self.knowledge: None}:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    yield path.relative_to(folder).as_posix(), path
        catalogue = catalogue_file(self.catalogue)
        if self.imported and catalogue.exists():
            yield catalogue.name, catalogue
