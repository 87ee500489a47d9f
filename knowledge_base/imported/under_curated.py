"""A curated procedure over the imported record of the same code."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.procedure import Procedure


def over_imported(curated: Procedure, imported: Procedure) -> Procedure:
    """Return the curated procedure with what only the catalogue knows of it.

    Words and official facts are those of the file, whose overrides are named in it; an official fact that has
    changed under it is told by ``kb stale``. Namesakes of the catalogue join its siblings.
    """
    return replace(
        curated,
        siblings=tuple(dict.fromkeys((*curated.siblings, *imported.siblings))),
        province=imported.province,
        withdrawn_on=imported.withdrawn_on,
        successors=imported.successors,
        newer=imported.newer,
    )
