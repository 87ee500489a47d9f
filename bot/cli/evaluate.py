"""How right the assistant's parts are, measured on questions that nobody answered for them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

evaluate_commands = typer.Typer(help="Measure how right the assistant is.", no_args_is_help=True)


@evaluate_commands.command()
def knowledge(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Outside questions beside ours: JSON lines with code, register and question."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    bench: Annotated[
        Path | None,
        typer.Option(
            help="Measure XQuAD-vi and ALQAC too: the folder with their files; with an encoder, many minutes."
        ),
    ] = None,
    noises: Annotated[
        bool,
        typer.Option("--noises", help="Ask everything with ten kinds of typing noise too: many minutes."),
    ] = False,
    growth: Annotated[
        bool, typer.Option("--growth", help="Measure costs at 6,000 and 60,000 records too: many minutes.")
    ] = False,
    fit: Annotated[
        bool,
        typer.Option(
            "--fit", help="Print the ranking's weights instead, fitted to the files or to train and dev."
        ),
    ] = False,
) -> None:
    """Print how often the published search and its peers put the right procedure first, and what each costs."""
    from bot.cli import evaluate_knowledge as command

    if fit:
        command.fit(files or [], as_json=as_json)
    else:
        command.evaluate_knowledge(files or [], command.Wished(bench, noises, growth), as_json=as_json)


@evaluate_commands.command()
def understanding(
    train: Annotated[
        Path | None,
        typer.Option(help="Labelled texts to train on, as Rasa's YAML or JSON lines; a file or a folder."),
    ] = None,
    test: Annotated[Path | None, typer.Option(help="Labelled texts to test with, in the same forms.")] = None,
    out_of_scope: Annotated[
        Path | None,
        typer.Option(help="Texts that nothing is offered for, one a line (.txt) or in the same forms."),
    ] = None,
    folds: Annotated[int, typer.Option(min=0, help="Parts for cross-validation; 0 leaves it out.")] = 5,
    noises: Annotated[bool, typer.Option(help="Ask everything with ten kinds of typing noise too.")] = True,
    peers: Annotated[
        bool,
        typer.Option("--peers", help="Measure Rasa's default pipeline and others too: many minutes."),
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the page; build/evaluation/understanding if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Print how right the shipped pipeline reads intents and entities: our own texts, or any labelled set."""
    from bot.cli import evaluate_understanding as command

    wished = command.Wished(train, test, out_of_scope, folds, noises, peers, out or command.OUT)
    command.evaluate_understanding(wished, as_json=as_json)


@evaluate_commands.command()
def conversations(
    files: Annotated[
        list[Path] | None,
        typer.Option("--file", help="Conversations in YAML instead of the golden ones; may be repeated."),
    ] = None,
    into: Annotated[Path, typer.Option(help="The folder for the JSON and the page.")] = Path(
        "build/evaluate"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Hold golden conversations with the assistant, which is started when none runs, and count what goes as written."""
    from bot.cli import evaluate_conversations as command

    command.evaluate_conversations(files or [], into, as_json=as_json)
