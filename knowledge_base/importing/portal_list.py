"""The portal's whole public list, page by page, whatever the pages do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge_base.importing.portal_client import PAGE_SIZE, Page, PortalClient
from knowledge_base.importing.sync_errors import PortalSilent

_PAGES_AT_MOST = 2_000
_BARREN_PAGES_AT_MOST = 3
"""Pages in a row that name only what was listed already: the cursor goes round."""


def listed_procedures(client: PortalClient) -> dict[str, Mapping[str, Any]]:
    """Return the items by their id, each once, in the order of the list; raises a SyncError.

    A full page without ``lastId`` goes on after its last item: a missing cursor must not look like the end.
    """
    found: dict[str, Mapping[str, Any]] = {}
    last_id, barren = "", 0
    for _ in range(_PAGES_AT_MOST):
        page = client.page(last_id)
        new = {item["id"]: item for item in page.items if isinstance(item.get("id"), str)}
        barren = 0 if new.keys() - found.keys() else barren + 1
        found |= new
        following = page.last_id or _after(page)
        if not page.items or not following or barren >= _BARREN_PAGES_AT_MOST:
            return found
        last_id = following
    raise PortalSilent("list", f"it does not end within {_PAGES_AT_MOST} pages")


def _after(page: Page) -> str:
    return str(page.items[-1].get("id") or "") if len(page.items) >= PAGE_SIZE else ""
