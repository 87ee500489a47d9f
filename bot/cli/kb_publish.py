"""Publish the knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_diff import difference_lines
from bot.cli.speech import fail, give
from bot.cli.terminal import progress_of
from bot.knowledge import publish_knowledge
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.publishing.errors import KnowledgeHasMistakes, SnapshotError
from knowledge_base.publishing.manifest import Manifest
from knowledge_base.publishing.publish import Published
from office.settings import settings

_TOLD_ONE_BY_ONE = 20


def publish(accept_loss: str, as_json: bool) -> None:
    """Print version, counts and what changed; end with 1, and change nothing, where the files have mistakes."""
    try:
        with progress_of("Publish", total=None) as advance:
            published = publish_knowledge(
                settings(), accept_loss=accept_loss, advance=advance, encoding=progress_of, words_first=True
            )
    except KnowledgeHasMistakes as error:
        fail(f"The knowledge base has mistakes; nothing was published.\n{error}", ExitCode.FINDINGS)
    except (SnapshotError, StoreError) as error:
        fail(str(error), ExitCode.FINDINGS)
    told = {
        **described(published.manifest),
        "before": published.before,
        "changes": asdict(published.changes),
    }
    give(told, as_json=as_json, plain="\n".join(_lines(published)))


def described(manifest: Manifest) -> dict[str, object]:
    """Return what a manifest says, for ``--json``."""
    day = manifest.catalogue_on
    return {
        "version": manifest.version,
        "built_at": manifest.built_at,
        "procedures": asdict(manifest.counts),
        "catalogue": {"version": manifest.catalogue, "imported_on": day.isoformat()} if day else None,
    }


def counted(manifest: Manifest) -> str:
    """Return the counts in words."""
    counts = manifest.counts
    return f"{counts.curated} curated, {counts.imported} imported, {counts.named} known by name only"


def _lines(published: Published) -> Iterator[str]:
    yield f"snapshot {published.version} is current: {counted(published.manifest)}"
    if published.before is None:
        yield "there was none before"
    elif published.before == published.version:
        yield "the same was published before"
    else:
        yield f"against {published.before}:"
        yield from difference_lines(published.changes, at_most=_TOLD_ONE_BY_ONE)
