"""What a snapshot is made from: our files, and the imported catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.catalogue.store import catalogue_file, read_catalogue
from knowledge_base.catalogue.stored import Catalogue
from knowledge_base.knowledge import KNOWLEDGE_FOLDER, read_knowledge
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.contents import Contents, Over, contents_of, curated_alone
from knowledge_base.publishing.imported_before import Imported, ImportedBefore
from knowledge_base.publishing.package import NamedFile, files, hash_of, package_mark

MakeImported = Callable[[Catalogue], Iterable[Procedure]]


@dataclass(frozen=True)
class Sources:
    """Where the files are, and what is made of them.

    ``imported`` makes procedures of the catalogue; without it the curated ones are all. ``over`` puts a curated one
    over the imported one of its code. ``encoder`` tells the one that parts use from any other. ``before`` keeps what
    ``imported`` made, which then has to be a function of this package.
    """

    catalogue: Path
    knowledge: Path = KNOWLEDGE_FOLDER
    imported: MakeImported | None = None
    over: Over = curated_alone
    encoder: str = ""
    before: ImportedBefore | None = None

    def read(self) -> Contents:
        """Read everything; raises KnowledgeHasMistakes and StoreUnreadable."""
        knowledge = read_knowledge(self.knowledge)
        if self.imported is None:
            return contents_of(knowledge)
        made = self._made_before(self.before, self.imported) if self.before else self._made(self.imported)
        return contents_of(
            knowledge,
            made.procedures,
            over=self.over,
            catalogue=made.catalogue,
            catalogue_on=made.imported_on,
            copies=made.copies,
        )

    def _made(self, make: MakeImported) -> Imported:
        catalogue = read_catalogue(self.catalogue)
        return Imported(catalogue.version, catalogue.imported_on, catalogue.copies(), tuple(make(catalogue)))

    def _made_before(self, before: ImportedBefore, make: MakeImported) -> Imported:
        mark = self._mark_of(make)
        if made := before.made(mark):
            return made
        made = self._made(make)
        before.keep(mark, made)
        return made

    def _mark_of(self, make: MakeImported) -> str:
        """Return a hash of the catalogue, and of the code and data that read it, the interpreter's included."""
        return package_mark(make.__qualname__, beside=self._catalogue())

    def fingerprint(self) -> str:
        """Return a short hash of all that a snapshot depends on: files, catalogue, package, encoder (some 20 ms)."""
        folders = {KNOWLEDGE_FOLDER: None, self.knowledge: None}
        ours = [named for folder in folders for named in files(folder)]
        return hash_of(self.encoder, [*ours, *(self._catalogue() if self.imported else ())])

    def _catalogue(self) -> Iterator[NamedFile]:
        catalogue = catalogue_file(self.catalogue)
        if catalogue.exists():
            yield catalogue.name, catalogue
