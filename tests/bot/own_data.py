"""Conversations with something to see, to take and to erase, and engines that name a wish."""

from __future__ import annotations

from bot.conversation import State
from office.personal_data.registry import registry
from tests.bot.scripted import said

OF_CITIZEN = registry().of_citizen()


def wishing(deed, **more):
    """An engine that understands every message as one wish; slots are handed back as they came."""
    return lambda asked: said(
        "chưa làm", "privacy_done", custom={"privacy": {"deed": deed, **more}}, slots=asked["slots"]
    )


def asking(asked):
    """An engine that asks whether to erase."""
    return said("Xóa?", "privacy_done", slots={**asked["slots"], "privacy_asked": "delete"})


async def filled(house, words="chuyện riêng"):
    """A conversation with something in every table of the register."""
    house.engine.answer = lambda asked: said(
        "Cần đơn", slots={"procedure": "1.012784"},
        buttons=[{"title": "Phí", "payload": {"intent": "choose", "entities": {}}}],
    )  # fmt: skip
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"review": True, "training": True})
    await talk.ask(words)
    await house.parts.conversations.move(talk.id, State.WAITING)
    return talk


def rows_of(house, talk):
    """How many rows of a conversation every table of the register has."""
    return {
        name: house.rows(f"SELECT count(*) FROM {name} WHERE {citizen.own} = %s", talk.id)[0][0]
        for name, (_, citizen) in OF_CITIZEN.items()
    }


async def erase_in_words(house, talk):
    house.engine.answer = asking
    await talk.ask("xóa dữ liệu của tôi")
    house.engine.answer = wishing("delete")
    return await talk.ask("đồng ý xóa")
