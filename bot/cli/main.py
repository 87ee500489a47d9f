"""The commands of ``motcua``. Each loads what it needs when it runs, so that help is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.evaluate import evaluate_commands
from bot.cli.exit_codes import explained
from bot.cli.handovers import handover_commands
from bot.cli.kb_catalogue import catalogue_commands
from bot.cli.kb_snapshots import snapshot_commands
from bot.cli.reports import report_commands

cli = typer.Typer(
    help="Một Cửa: the assistant for administrative procedures.",
    epilog=explained(),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
kb = typer.Typer(help="The knowledge base.", no_args_is_help=True)
intake = typer.Typer(help="The reference intake backend.", no_args_is_help=True)
kb.add_typer(catalogue_commands)
kb.add_typer(snapshot_commands)
cli.add_typer(kb, name="kb")
cli.add_typer(intake, name="intake")
cli.add_typer(evaluate_commands, name="evaluate")
cli.add_typer(handover_commands, name="handovers")
cli.add_typer(report_commands, name="reports")

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def app() -> None:
    """Run the command line; whatever goes wrong is told in one line."""
    from bot.cli.whole_run import told_in_one_line

    with told_in_one_line():
        cli()


@cli.command()
def serve(
    end_with_parent: Annotated[
        bool, typer.Option(help="End when the process that started this ends.")
    ] = False,
) -> None:
    """Start the assistant on this machine; Ctrl-C ends all of it."""
    from bot.cli import serve as command

    command.serve(end_with_parent)


@cli.command()
def train(as_json: AsJson = False) -> None:
    """Train the engine's model if what makes it has changed."""
    from bot.cli import train as command

    command.train(as_json)


@cli.command(context_settings={"ignore_unknown_options": True})
def ask(
    text: Annotated[str, typer.Argument(help="The question, or - to read it from standard input.")],
    conversation: Annotated[
        str | None, typer.Option(help="Go on with the conversation of this name.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask one question; the assistant is started when none runs."""
    from bot.cli import ask as command

    command.ask(text, conversation, as_json)


@cli.command()
def replay(
    source: Annotated[Path, typer.Argument(help="JSON Lines: id, text and, if wanted, conversation.")],
    target: Annotated[Path, typer.Argument(help="Where the answers go, one a line in the same order.")],
    as_json: AsJson = False,
) -> None:
    """Send a file of questions through the assistant, which is started when none runs."""
    from bot.cli import replay as command

    command.replay(source, target, as_json)


@cli.command()
def check(as_json: AsJson = False) -> None:
    """Check procedures, names, intents, rules and responses: file, line, what is wrong, how to mend it."""
    from bot.cli import check as command

    command.check(as_json)


@cli.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what is wrong on this machine and which command mends it."""
    from bot.cli import doctor as command

    command.doctor(as_json)


@cli.command()
def version(as_json: AsJson = False) -> None:
    """Print the versions of the program, the model and the knowledge."""
    from bot.cli import version as command

    command.version(as_json)


@cli.command(name="personal-data")
def personal_data() -> None:
    """Print the register of everything that is kept about people, as docs/personal-data.md."""
    from bot.cli import personal_data as command

    command.personal_data()


@kb.command(name="check")
def check_knowledge(as_json: AsJson = False) -> None:
    """Check procedures and names alone; motcua check looks at everything."""
    from bot.cli import check as command

    command.check_knowledge_alone(as_json)


@kb.command()
def search(text: str, as_json: AsJson = False) -> None:
    """Show which procedures a question finds, with the parts of each score."""
    from bot.cli import kb_search as command

    command.search(text, as_json)


@intake.command()
def load(file: Path, as_json: AsJson = False) -> None:
    """Put the made-up dossiers of a YAML file into the reference backend."""
    from bot.cli import intake_load as command

    command.load(file, as_json)


if __name__ == "__main__":
    app()
