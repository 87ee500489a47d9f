"""When nothing is paid: a record says 0 far oftener than it means free of charge.

Of 5,769 records of the catalogue 2,501 have nothing but zeros without a text. 131 of these speak elsewhere of
paying, 67 cite a law on fees, and in those on taxes and benefits the zero is the price of handling alone.
"""

from __future__ import annotations

from actions.excerpt import sentences
from actions.passages import anywhere
from actions.style import Style
from knowledge_base.procedure import Fee, LegalBasis, Procedure
from knowledge_base.vietnamese.folding import fold

_MEANINGFUL_DONG = 1000
"""Less is no Vietnamese fee: the record most likely lacks three zeros."""


def is_free(fee: Fee, procedure: Procedure, style: Style) -> bool:
    """Tell whether the record says in words that nothing is paid, or has zeros and speaks of no fee at all."""
    if fee.text:
        return says_free(fee, style)
    return fee.amount == 0 and not is_about_other_money(procedure, style) and not _may_cost(procedure, style)


def says_free(fee: Fee, style: Style) -> bool:
    """Tell whether the text beside no amount is, or begins with a sentence that is, "free of charge"."""
    return not fee.amount and _first_sentence(fee) in style.say.words("fees.free_words")


def is_handled_free(fee: Fee, procedure: Procedure, style: Style) -> bool:
    """Tell whether a bare zero is the price of handling only, beside a tax to pay or a benefit to get."""
    return (
        fee.amount == 0
        and not fee.text
        and is_about_other_money(procedure, style)
        and not _may_cost(procedure, style)
    )


def is_about_other_money(procedure: Procedure, style: Style) -> bool:
    """Tell whether the procedure is about a tax, a duty or a benefit, which no fee row means."""
    return is_about_a_tax(procedure, style) or is_about_a_benefit(procedure, style)


def is_about_a_tax(procedure: Procedure, style: Style) -> bool:
    """Tell whether what is paid in the end is a tax or duty."""
    about = f"{procedure.name} | {procedure.field}".lower()
    return any(word in about for word in style.say.words("fees.tax_words"))


def is_about_a_benefit(procedure: Procedure, style: Style) -> bool:
    """Tell whether the citizen gets money."""
    name = fold(procedure.name)
    return any(word in name for word in style.say.words("fees.benefit_words"))


def is_doubtful(fee: Fee) -> bool:
    """Tell whether an amount cannot be right."""
    return fee.currency == "VND" and fee.amount is not None and 0 < fee.amount < _MEANINGFUL_DONG


def fee_law(procedure: Procedure, style: Style) -> LegalBasis | None:
    """Return the law on fees that the record cites, if any."""
    words = style.say.words("fees.law_words")
    return next((law for law in procedure.legal_basis if any(w in fold(law.title) for w in words)), None)


def _may_cost(procedure: Procedure, style: Style) -> bool:
    """Tell whether anything else in the record speaks of a fee that is paid."""
    rows = [fee for mode in procedure.modes for fee in mode.fees]
    return (
        procedure.field in style.say.table("fees.setters")
        or any(fee.amount or (fee.text and not says_free(fee, style)) for fee in rows)
        or fee_law(procedure, style) is not None
        or _speaks_of_paying(procedure, style)
    )


def _speaks_of_paying(procedure: Procedure, style: Style) -> bool:
    exempt = style.say.words("fees.exempt_words")
    paying = anywhere(style.say.words("fees.paying_words"), procedure, style)
    return any(not any(word in fold(passage.text) for word in exempt) for passage in paying)


def _first_sentence(fee: Fee) -> str:
    first = next(iter(sentences(fee.text)), "")
    return fold(first).strip(" .;:()-")
