"""Every procedure of the imported catalogue that citizens may be told of."""

from __future__ import annotations

from knowledge_base.catalogue.stored import Catalogue
from knowledge_base.imported.newer import with_newer
from knowledge_base.imported.procedure import imported_procedure
from knowledge_base.imported.telling_apart import told_apart
from knowledge_base.procedure import Procedure


def imported_procedures(catalogue: Catalogue) -> tuple[Procedure, ...]:
    """Return them in the order of the catalogue, withdrawn ones as withdrawn; hidden records never become one."""
    shown = (stored for stored in catalogue.records.values() if stored.for_citizens)
    return with_newer(told_apart(imported_procedure(stored) for stored in shown))
