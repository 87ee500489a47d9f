"""The page of golden conversations: one HTML file without scripts; each failure in its whole conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bot.golden.held import Held, HeldTurn
from bot.golden.measured import Measured, Share

_TITLE = "Golden conversations"
_SAID_AT_MOST = 2000
_TOLD = ("outcome", "procedures", "facet", "dossier_codes", "intent")
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 78rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; margin: .5rem 0 2rem; width: 100%; table-layout: fixed; }
td, th { padding: .3rem .8rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr { border-bottom: 1px solid #ddd; } th.turn { width: 2rem; } .said { font-weight: bold; }
.text { white-space: pre-wrap; } .missed { background: #fff0f0; } .miss { color: #a00; font-weight: bold; }
.beside, footer { color: #555; font-size: .9rem; } details { margin: .2rem 0; }
"""


def page(told: Measured, held: Sequence[Held], left_out: Mapping[str, str]) -> str:
    """Return the page; conversations that are as written are only counted."""
    failures = [one for one in held if not one.is_as_written]
    body = [_shares(told), *(_failure(one) for one in failures), _left_out(left_out)]
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{_TITLE}</title>'
        f"<style>{_STYLE}</style><h1>{_TITLE}</h1>{''.join(body)}</html>\n"
    )


def _shares(told: Measured) -> str:
    rows = [("all", (told.turns, told.conversations)), *told.topics.items()]
    return (
        "<table><tr><th>topic<th>turns as written<th>conversations as written</tr>"
        f"{''.join(_share_row(topic, *shares) for topic, shares in rows)}</table>"
    )


def _share_row(topic: str, turns: Share, whole: Share) -> str:
    return f"<tr><td>{escape(topic)}<td>{escape(str(turns))}<td>{escape(str(whole))}</tr>"


def _failure(one: Held) -> str:
    talk = one.conversation
    rows = "".join(_turn(number, turn) for number, turn in enumerate(one.turns, 1))
    return (
        f"<h2>{escape(talk.title)}</h2>"
        f'<p class="beside">{escape(talk.topic)} · {escape(talk.file)}:{talk.line}</p>'
        f'<table><tr><th class="turn">#<th>said, and what came<th>expected</tr>{rows}</table>'
    )


def _turn(number: int, turn: HeldTurn) -> str:
    answer, state = turn.answer, ' class="missed"' if turn.misses else ""
    names = {miss.name for miss in turn.misses}
    beside = " · ".join(f"{name}: {_value(answer.get(name))}" for name in _TOLD)
    expected = "".join(_expected(name, value, name in names) for name, value in turn.turn.expected.items())
    return (
        f'<tr{state}><td>{number}<td><p class="said">{escape(turn.turn.said[:_SAID_AT_MOST])}</p>'
        f'<p class="beside">{beside}</p><div class="text">{escape(answer["text"])}</div><td>{expected}</tr>'
    )


def _expected(name: str, value: Any, is_missed: bool) -> str:
    state = "miss" if is_missed else "beside"
    return f'<p class="{state}">{escape(name)}: {_value(value)}{" ✗" if is_missed else ""}</p>'


def _value(value: Any) -> str:
    return escape(", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value))


def _left_out(left_out: Mapping[str, str]) -> str:
    lines = "".join(f"<li>{escape(title)}: {escape(why)}</li>" for title, why in left_out.items())
    return f"<footer>Left out:<ul>{lines}</ul></footer>" if lines else ""
