"""Fees as the record has them: never an amount that it does not name, never "free" where it only says 0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions.descriptions import described
from actions.expiry import expired_on
from actions.figures import day, number
from actions.free_of_charge import (
    fee_law,
    is_about_a_benefit,
    is_about_a_tax,
    is_doubtful,
    is_free,
    is_handled_free,
    says_free,
)
from actions.modes import label
from actions.style import Style
from actions.sums import is_per_what, names_a_sum, per_what
from knowledge_base.procedure import Fee, FilingMode, Procedure
from knowledge_base.vietnamese.folding import fold

_TELLING = 20  # characters; a shorter text, such as "/trang", is a unit and no sentence
_SHORT = 160
"""Characters of a text that stands for the amount in a summary."""


def fees(procedure: Procedure, style: Style) -> str:
    """Return the fees, ways of filing that cost the same together, and whom to ask if no amount is known."""
    lines = [*_lines(procedure, style), *_descriptions(procedure, style), _other_money(procedure, style)]
    if not procedure.modes or not all(_is_known(mode, procedure, style) for mode in procedure.modes):
        lines += [_setter(procedure, style), style.say("fees.ask", hotline=style.hotline)]
    return "\n".join(line for line in lines if line)


def fees_in_short(procedure: Procedure, style: Style) -> str:
    """Return the amounts in one line, or that there are none."""
    rows = list(dict.fromkeys(fee for mode in procedure.modes for fee in mode.fees))
    amounts = list(
        dict.fromkeys(_short_money(fee, style) for fee in rows if fee.amount and not expired_on(fee, style))
    )
    if len(amounts) > 1:
        return style.say("fees.in_short_by_mode", amounts="; ".join(amounts))
    if amounts:
        return style.say("fees.in_short", amounts=amounts[0])
    return _short_of_nothing(rows, procedure, style)


def _short_money(fee: Fee, style: Style) -> str:
    money = _money(fee, style)
    return style.say("fees.in_short_doubtful", amount=money) if is_doubtful(fee) else money


def _short_of_nothing(rows: list[Fee], procedure: Procedure, style: Style) -> str:
    if rows and all(is_free(fee, procedure, style) for fee in rows):
        return style.say("fees.in_short_free")
    if rows and all(is_handled_free(fee, procedure, style) for fee in rows):
        return style.say("fees.in_short_handled_free")
    if text := next((fee.text for fee in rows if names_a_sum(fee)), ""):
        return style.say("fees.in_short_in_text", text=style.quote(text, at_most=_SHORT))
    is_zero = bool(rows) and all(fee.amount == 0 and not fee.text for fee in rows)
    return style.say("fees.in_short_zero" if is_zero else "fees.in_short_unknown")


def _other_money(procedure: Procedure, style: Style) -> str:
    """Say that the tax or the benefit itself is not in the record; a fee row is never that."""
    if is_about_a_tax(procedure, style):
        return style.say("fees.tax_untold")
    return style.say("fees.benefit_untold") if is_about_a_benefit(procedure, style) else ""


def _lines(procedure: Procedure, style: Style) -> list[str]:
    if not any(mode.fees for mode in procedure.modes):
        return [style.say("fees.silent")]
    shared = [fee for fee in procedure.modes[0].fees if all(fee in mode.fees for mode in procedure.modes)]
    repeated = _repeated_texts(procedure)
    groups = _same_fees(procedure)
    own = [line for group in groups for line in _group(group, shared, repeated, procedure, style)]
    added = [style.say("fees.added", text=style.quote(text)) for text in repeated]
    if len(groups) == 1:
        return [_rows(procedure.modes[0].fees, repeated, procedure, style), *added]
    common = [style.say("fees.for_all"), _rows(shared, repeated, procedure, style)] if shared else []
    return [*own, *common, *added]


def _repeated_texts(procedure: Procedure) -> list[str]:
    """Return the texts that stand beside more than one amount: they are told once, after all amounts."""
    beside = {
        (fee.text, fee.amount) for mode in procedure.modes for fee in mode.fees if fee.amount and fee.text
    }
    counts = Counter(text for text, _ in beside if not is_per_what(text))
    return [text for text, count in counts.items() if count > 1]


def _same_fees(procedure: Procedure) -> list[list[FilingMode]]:
    groups: dict[frozenset[Fee], list[FilingMode]] = {}
    for mode in procedure.modes:
        groups.setdefault(frozenset(map(_as_said, mode.fees)), []).append(mode)
    return list(groups.values())


def _as_said(fee: Fee) -> Fee:
    """Return the row with its text folded: a bracket or a capital more makes no other fee."""
    return replace(fee, text=_plain(fee))


def _group(
    group: list[FilingMode], shared: list[Fee], repeated: list[str], procedure: Procedure, style: Style
) -> list[str]:
    names = label(group, procedure, style)
    if not group[0].fees:
        return [style.say("fees.mode_silent", modes=names)]
    own = [fee for fee in group[0].fees if fee not in shared]
    return [style.say("fees.for_modes", modes=names), _rows(own, repeated, procedure, style)] if own else []


def _rows(rows: Sequence[Fee], repeated: Sequence[str], procedure: Procedure, style: Style) -> str:
    told = (replace(fee, text="") if fee.amount and fee.text in repeated else fee for fee in rows)
    return style.bullets(_fee(fee, procedure, style) for fee in told)


def _descriptions(procedure: Procedure, style: Style) -> list[str]:
    """Return what descriptions say about money, unless a row says the same."""
    rows = [fold(fee.text) for mode in procedure.modes for fee in mode.fees if len(fee.text) > _TELLING]
    return described(
        procedure,
        style.say.words("fees.money_words"),
        style,
        lambda text: any(row in fold(text) for row in rows) or _is_about_time(text, style),
    )


def _is_about_time(text: str, style: Style) -> bool:
    folded = fold(text)
    is_timed = any(word in folded for word in style.say.words("fees.time_words"))
    return is_timed and not any(word in folded for word in style.say.words("fees.sum_words"))


def _fee(fee: Fee, procedure: Procedure, style: Style) -> str:
    if fee.amount:
        last = expired_on(fee, style)
        warning = style.say("fees.expired", last=day(last)) if last else ""
        return " ".join(part for part in (_amount(fee, style), warning) if part)
    if fee.text and says_free(fee, style):
        return style.say("fees.free_in_words", kind=fee.kind, text=style.quote(fee.text))
    if not fee.text:
        return _bare(fee, procedure, style)
    if names_a_sum(fee):
        return style.say("fees.in_text", kind=fee.kind, text=style.quote(fee.text))
    if _is_exemption(fee, style):
        return style.say("fees.exempt", kind=fee.kind, text=style.quote(fee.text))
    return style.say("fees.text_only", kind=fee.kind, text=style.quote(fee.text))


def _bare(fee: Fee, procedure: Procedure, style: Style) -> str:
    if fee.amount is None:
        return style.say("fees.blank", kind=fee.kind)
    if is_free(fee, procedure, style):
        return style.say("fees.free", kind=fee.kind)
    is_handling = is_handled_free(fee, procedure, style)
    return style.say("fees.handled_free" if is_handling else "fees.zero", kind=fee.kind)


def _amount(fee: Fee, style: Style) -> str:
    amount = _money(fee, style)
    if is_doubtful(fee):
        text = style.say("fees.added", text=style.quote(fee.text)) if fee.text else ""
        return " ".join(part for part in (_doubt(fee, style), text) if part)
    if not fee.text:
        return style.say("fees.amount", kind=fee.kind, amount=amount)
    if per := per_what(fee):
        return style.say("fees.amount_per", kind=fee.kind, amount=amount, per=per)
    return style.say("fees.amount_with_text", kind=fee.kind, amount=amount, text=style.quote(fee.text))


def _doubt(fee: Fee, style: Style) -> str:
    return style.say("fees.doubtful", kind=fee.kind, amount=_money(fee, style))


def _money(fee: Fee, style: Style) -> str:
    amount = number(fee.amount or 0)
    if fee.currency == "USD":
        return style.say("fees.money_usd", number=amount)
    return style.say("fees.money_vnd", number=amount)


def _plain(fee: Fee) -> str:
    return fold(fee.text).strip(" .;:()-")


def _is_exemption(fee: Fee, style: Style) -> bool:
    return fold(fee.text).lstrip(" -(").startswith(style.say.words("fees.exempt_openings"))


def _is_known(mode: FilingMode, procedure: Procedure, style: Style) -> bool:
    """Tell whether every row has an amount, is free, or says who is exempt from an amount beside it."""
    has_amount = any(fee.amount for fee in mode.fees)
    return bool(mode.fees) and all(
        (fee.amount and not is_doubtful(fee))
        or is_free(fee, procedure, style)
        or is_handled_free(fee, procedure, style)
        or (has_amount and _is_exemption(fee, style))
        for fee in mode.fees
    )


def _setter(procedure: Procedure, style: Style) -> str:
    """Say who sets the fee, but where the record says that nothing is set."""
    texts = [_plain(fee) for mode in procedure.modes for fee in mode.fees]
    if texts and all(text in style.say.words("fees.unset_words") for text in texts):
        return ""
    named = style.say.table("fees.setters").get(procedure.field)
    if named:
        return named
    if (law := fee_law(procedure, style)) and not any(texts):
        return style.say("fees.cites", number=law.number)
    return "" if texts else style.say("fees.setter_unknown")
