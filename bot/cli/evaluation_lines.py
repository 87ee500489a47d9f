"""What ``motcua evaluate knowledge`` prints: tables of plain text, in percent with 95% intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge_base.evaluation.bench.measured import BenchMeasured
from knowledge_base.evaluation.compared import ByPeer, Cost
from knowledge_base.evaluation.evaluate import Report
from knowledge_base.evaluation.evaluation import Evaluation
from knowledge_base.evaluation.growth.growth import Grown
from knowledge_base.evaluation.measures import Share
from knowledge_base.evaluation.noises.noisy import Noisy

_NAME, _PEER = 26, 18


def evaluation_lines(told: Evaluation) -> Iterator[str]:
    """Yield the tables on questions about procedures."""
    yield from _rights("Right first, within four, reciprocal rank", told.sets)
    yield from _gaps(told.gaps)
    yield from _rights("By register, all sets", told.registers)
    yield from _rights("By field, all sets", told.fields)
    yield from _rights("No procedure has aliases or questions of ours", told.without_words)
    yield from _verdicts(told.verdicts)
    yield "\nIf all were told whose first has this chance: share told, wrong among them"
    yield from (f"  {row.limit:<6g}{row.told!s:22}{row.wrong}" for row in told.risk)
    yield "\nThe same questions with and without diacritics, right first"
    both = told.unaccented
    yield f"  with {both.accented}  without {both.unaccented}  lost {both.lost}"
    yield f"  right only with: {both.only_accented}, only without: {both.only_unaccented}, of {both.lost.count}"
    yield from _noises(told.noises)
    yield from _costs(told.costs)
    yield from (f"Left out: {name}: {reason}" for name, reason in told.left_out.items())


def bench_lines(name: str, told: BenchMeasured) -> Iterator[str]:
    """Yield the tables on one public set."""
    yield f"\n{name}: right first, within four, reciprocal rank, nDCG@10"
    for peer, right in told.right.items():
        yield f"  {peer:{_PEER}}{right.first!s:22}{right.within_four!s:22}{right.reciprocal!s:22}{told.gains[peer]}"
    yield from _noises(told.noises)
    yield from _costs(told.costs)
    yield from (f"Left out: {peer}: {reason}" for peer, reason in told.left_out.items())


def growth_lines(grown: list[Grown]) -> Iterator[str]:
    """Yield what peers cost as the base grows."""
    yield "\nGrowth, on copies of the base's documents with altered words"
    for one in grown:
        yield f"  {one.size:7,} {one.peer:{_PEER}}{_cost(one.cost)}"


def _rights(title: str, groups: Mapping[str, ByPeer]) -> Iterator[str]:
    yield f"\n{title}"
    for group, peers in groups.items():
        count = next(iter(peers.values())).first.count if peers else 0
        yield f"  {group} ({count})"
        for peer, right in peers.items():
            yield f"    {peer:{_PEER}}{right.first!s:22}{right.within_four!s:22}{right.reciprocal}"


def _gaps(gaps: Mapping[str, Mapping[str, Share]]) -> Iterator[str]:
    yield "\nHow much more often right first in the first set than in another"
    for other, peers in gaps.items():
        yield f"  {other:{_NAME}}" + "  ".join(f"{peer} {gap}" for peer, gap in peers.items())


def _verdicts(verdicts: Mapping[str, Report]) -> Iterator[str]:
    yield "\nOur verdicts: told at once, wrongly of all, asked back, no source"
    for name, told in verdicts.items():
        yield f"  {name:{_NAME}}{told.clear!s:22}{told.clear_wrong!s:22}{told.asked_back!s:22}{told.no_source}"


def _noises(noises: Mapping[str, Noisy]) -> Iterator[str]:
    if noises:
        yield "\nWith noise: right first, nDCG@10"
    for noise, told in noises.items():
        peers = (f"{peer} {right.first}, {told.gains[peer]}" for peer, right in told.right.items())
        yield f"  {noise:{_NAME}}" + "  ".join(peers)


def _costs(costs: Mapping[str, Cost]) -> Iterator[str]:
    yield "\nCost"
    yield from (f"  {name:{_PEER}}{_cost(cost)}" for name, cost in costs.items())


def _cost(cost: Cost) -> str:
    return (
        f"built in {cost.build_seconds:.1f} s of processor time, {cost.memory_mb:.0f} MB;"
        f" a question {cost.latency.median:.1f} ms, p95 {cost.latency.p95:.1f} ms of one core"
    )
