"""What can go wrong with fetching the catalogue from the portal."""

from __future__ import annotations


class SyncError(Exception):
    """Base; what was fetched so far is kept, and the next run goes on from there."""


class PortalSilent(SyncError):
    """The portal did not answer, or not with anything that can be used, however often it was asked."""

    def __init__(self, call: str, why: object) -> None:
        super().__init__(
            f"{call}: the portal did not answer ({why}); what was fetched is kept, run it again later"
        )


class PortalRefused(SyncError):
    """The portal answered that it will not: asking again does not help."""

    def __init__(self, call: str, status: int) -> None:
        super().__init__(
            f"{call}: the portal refused (status {status}); see whether MOTCUA_PORTAL_API_URL is right"
        )


class TooManyLost(SyncError):
    """More details were lost than may be: the catalogue would be old in too many places."""

    def __init__(self, lost: int, listed: int) -> None:
        super().__init__(
            f"{lost} of {listed} records could not be fetched, so nothing was changed;"
            " what was fetched is kept, run it again later"
        )
