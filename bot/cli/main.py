"""The command line of Một Cửa.

Exit status: 0 done, 1 findings or a wrong input, 2 wrong usage, 3 a service did not answer, 4 it could not start.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
kb = typer.Typer(help="The knowledge base.", no_args_is_help=True)
intake_app = typer.Typer(help="The reference intake backend.", no_args_is_help=True)
app.add_typer(kb, name="kb")
app.add_typer(intake_app, name="intake")

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.command()
def serve() -> None:
    """Start the assistant on this machine; Ctrl-C ends all of it."""
    from bot.cli import serve as command

    command.serve()


@app.command()
def train(as_json: AsJson = False) -> None:
    """Train the engine's model if what makes it has changed."""
    from bot.cli import train as command

    command.train(as_json)


@app.command()
def ask(
    text: str,
    conversation: Annotated[str | None, typer.Option(help="Go on with the talk of this name.")] = None,
    as_json: AsJson = False,
) -> None:
    """Ask one question; an assistant is started when none runs."""
    from bot.cli import ask as command

    command.ask(text, conversation, as_json)


@app.command()
def replay(source: Path, target: Path) -> None:
    """Send the questions of a JSON Lines file (id, text, conversation) and write the answers to another."""
    from bot.cli import replay as command

    command.replay(source, target)


@app.command()
def check(as_json: AsJson = False) -> None:
    """Check procedures, aliases, intents, rules and responses."""
    from bot.cli import check as command

    command.check(as_json)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what is wrong on this machine and how to mend it."""
    from bot.cli import doctor as command

    command.doctor(as_json)


@kb.command()
def search(text: str, as_json: AsJson = False) -> None:
    """Show which procedures a question finds, with the parts of each score."""
    from bot.cli import kb_search as command

    command.search(text, as_json)


@intake_app.command()
def load(file: Path, as_json: AsJson = False) -> None:
    """Put the made-up dossiers of a YAML file into the reference backend."""
    from bot.cli import intake_load as command

    command.load(file, as_json)


if __name__ == "__main__":
    app()
