"""Fees as the record has them: never an amount that it does not name, never "free" where it only says 0."""

from __future__ import annotations

from actions.figures import number
from actions.modes import mode_names
from actions.style import Style
from knowledge_base.procedure import Fee, FilingMode, Procedure
from knowledge_base.vietnamese.folding import fold


def fees(procedure: Procedure, style: Style) -> str:
    """Return the fees, ways of filing that cost the same together, and whom to ask if no amount is known."""
    if not any(mode.fees for mode in procedure.modes):
        lines = [style.say("fees.silent")]
    else:
        lines = _lines(procedure.modes, style)
    if not procedure.modes or not _all_known(procedure.modes, style):
        lines += [_setter(procedure, style), style.say("fees.ask", hotline=style.hotline)]
    return "\n".join(line for line in lines if line)


def _lines(modes: tuple[FilingMode, ...], style: Style) -> list[str]:
    groups = _same_fees(modes)
    if len(groups) == 1:
        return [style.bullets(_fee(fee, style) for fee in groups[0][0].fees)]
    return [line for group in groups for line in _group(group, style)]


def _same_fees(modes: tuple[FilingMode, ...]) -> list[list[FilingMode]]:
    groups: list[list[FilingMode]] = []
    for mode in modes:
        group = next((g for g in groups if set(g[0].fees) == set(mode.fees)), None)
        if group is None:
            groups.append([mode])
        else:
            group.append(mode)
    return groups


def _group(group: list[FilingMode], style: Style) -> list[str]:
    names = mode_names(group, style)
    if not group[0].fees:
        return [style.say("fees.mode_silent", modes=names)]
    return [
        style.say("fees.for_modes", modes=names),
        style.bullets(_fee(fee, style) for fee in group[0].fees),
    ]


def _fee(fee: Fee, style: Style) -> str:
    if fee.amount:
        return _amount(fee, style)
    if is_free(fee, style):
        return style.say("fees.free", kind=fee.kind)
    if not fee.text:
        return style.say("fees.kind_only", kind=fee.kind)
    if _opens_with_exemption(fee.text, style):
        return style.say("fees.exempt", kind=fee.kind, text=style.quote(fee.text))
    return style.say("fees.text_only", kind=fee.kind, text=style.quote(fee.text))


def _amount(fee: Fee, style: Style) -> str:
    amount = _money(fee, style)
    if not fee.text:
        return style.say("fees.amount", kind=fee.kind, amount=amount)
    if fee.text.startswith("/"):
        return style.say("fees.amount_per", kind=fee.kind, amount=amount, per=fee.text)
    return style.say("fees.amount_with_text", kind=fee.kind, amount=amount, text=style.quote(fee.text))


def _money(fee: Fee, style: Style) -> str:
    amount = number(fee.amount or 0)
    if fee.currency == "USD":
        return style.say("fees.money_usd", number=amount)
    return style.say("fees.money_vnd", number=amount)


def is_free(fee: Fee, style: Style) -> bool:
    """Tell whether the record says that nothing is paid: an amount of 0, and no text or one that says so.

    In the catalogue 3,903 of 10,681 zero amounts carry a text that says otherwise.
    """
    said = fold(fee.text).strip(" .;:()-")
    return fee.amount == 0 and (not said or said in style.say.words("fees.free_words"))


def _opens_with_exemption(text: str, style: Style) -> bool:
    return fold(text).lstrip(" -(").startswith(style.say.words("fees.exempt_openings"))


def _all_known(modes: tuple[FilingMode, ...], style: Style) -> bool:
    return all(mode.fees and all(fee.amount or is_free(fee, style) for fee in mode.fees) for mode in modes)


def _setter(procedure: Procedure, style: Style) -> str:
    named = style.say.table("fees.setters").get(procedure.field)
    if named:
        return named
    return "" if any(mode.fees for mode in procedure.modes) else style.say("fees.setter_unknown")
