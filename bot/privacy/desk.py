"""Does what citizens want done with their own data, and says what was done; also for the API."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bot.privacy.consent import answer, answers
from bot.privacy.erasing import empty, receipt
from bot.privacy.kept import Kept, kept
from bot.privacy.notice import Notices
from bot.privacy.purpose import Purpose
from bot.privacy.telling import Telling
from bot.privacy.wish import Deed, Wish
from bot.reply import Button, Reply
from office.database import Connection
from office.settings import Settings
from office.wording import wording

if TYPE_CHECKING:
    from bot.turn import Turn

ASKED = "privacy_asked"


@dataclass(frozen=True)
class Erased:
    """What was erased, table by table, and the number of the receipt; None where nothing was."""

    rows: list[Kept]
    number: UUID | None = None


class PrivacyDesk:
    """Works inside a caller's transaction, on a locked conversation."""

    def __init__(self, settings: Settings) -> None:
        self._notices = Notices.of(settings)
        self._tell = Telling.of(settings)

    @property
    def notices(self) -> Notices:
        """What is asked."""
        return self._notices

    async def carry_out(self, connection: Connection, turn: Turn, reply: Reply, *, upto: int) -> Reply:
        """Do what a reply's wish says and return the reply that tells it; erasing only where it was asked before."""
        wish = reply.wish
        assert wish is not None
        if wish.deed is Deed.DELETE and turn.conversation.slots.get(ASKED) != Deed.DELETE:
            turn.slots[ASKED] = Deed.DELETE.value
            return _told(replace(reply, wish=None), wording("utter_privacy_ask_delete"), self._tell.button())
        if wish.deed is Deed.DELETE:
            turn.slots.clear()
        return _told(
            reply, await self._do(connection, turn.conversation.id, turn.conversation.channel, wish, upto)
        )

    async def erase(self, connection: Connection, conversation: UUID, channel: str, upto: int) -> Erased:
        """Erase everything up to a number, keep a receipt."""
        rows = await kept(connection, conversation)
        await empty(connection, conversation, upto)
        return Erased(
            rows, await receipt(connection, channel, Deed.DELETE, {row.table: row.n for row in rows})
        )

    async def set_consent(
        self, connection: Connection, conversation: UUID, channel: str, wanted: Mapping[Purpose, bool]
    ) -> int:
        """Put answers on record; return how many turns a no has erased, or freed of that purpose."""
        erased = 0
        for purpose, agreed in wanted.items():
            notice = self._notices.by_purpose[purpose]
            erased += await answer(connection, conversation, purpose, notice, agreed=agreed)
        if erased:
            await receipt(connection, channel, Deed.WITHDRAW, {"bot.turn": erased})
        return erased

    async def _do(
        self, connection: Connection, conversation: UUID, channel: str, wish: Wish, upto: int
    ) -> str:
        match wish.deed:
            case Deed.SHOW:
                rows, known = await kept(connection, conversation), await answers(connection, conversation)
                return self._tell.shown(rows, known)
            case Deed.DOWNLOAD:
                return self._tell.copied(await kept(connection, conversation))
            case Deed.DELETE:
                erased = await self.erase(connection, conversation, channel, upto)
                return self._tell.deleted(erased.rows, str(erased.number))
            case Deed.AGREE:
                await self.set_consent(connection, conversation, channel, dict.fromkeys(wish.purposes, True))
                return self._tell.agreed(wish.purposes)
            case Deed.WITHDRAW:
                return await self._withdraw(connection, conversation, channel, wish.purposes)

    async def _withdraw(
        self, connection: Connection, conversation: UUID, channel: str, purposes: Collection[Purpose]
    ) -> str:
        erased = await self.set_consent(connection, conversation, channel, dict.fromkeys(purposes, False))
        return self._tell.withdrawn(purposes, erased)


def _told(reply: Reply, told: str, buttons: Iterable[Button] = ()) -> Reply:
    text = "\n\n".join(part for part in (told, reply.text) if part)
    return replace(reply, text=text, buttons=(*buttons, *reply.buttons))


def state_of(known: Mapping[Purpose, bool]) -> dict[str, Any]:
    """Return what was answered, as the API shows it; ``keep_transcript`` is what ``review`` was called before."""
    agreed = {purpose.value: known.get(purpose, False) for purpose in Purpose}
    return {"keep_transcript": agreed[Purpose.REVIEW], **agreed}
