"""The register of what is kept about people: nothing in the database is missing from it, and nothing in it is gone."""

import importlib
from dataclasses import dataclass

import psycopg
import pytest
import yaml
from pydantic import ValidationError

from office.personal_data.page import page
from office.personal_data.registry import FILE, Registry, registry
from office.settings import ROOT, Settings

TABLES = registry().tables
PERSONAL = {name: table for name, table in TABLES.items() if table.is_personal}
OF_CITIZEN = registry().of_citizen()


def columns_of(dsn):
    """Every column of every table of every schema that is ours, or the queue's, or the migrations'."""
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT format('%s.%s', n.nspname, c.relname), a.attname FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            " WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname <> 'information_schema'"
            " AND n.nspname !~ '^pg_'"
        )
        found = {}
        for table, column in rows:
            found.setdefault(table, set()).add(column)
        return found


def unlike(found):
    """Name what is missing from the register, and what it lists that is gone."""
    listed = {f"{name}.{column}" for name, table in TABLES.items() for column in table.columns}
    there = {f"{name}.{column}" for name, columns in found.items() for column in columns}
    return {"missing from the register": sorted(there - listed), "gone": sorted(listed - there)}


def test_every_table_and_column_of_the_database_is_in_the_register_and_no_other(dsn):
    assert unlike(columns_of(dsn)) == {"missing from the register": [], "gone": []}


@pytest.mark.parametrize(
    ("change", "kind", "named"),
    [
        ("CREATE TABLE bot.phone_book (number text)", "missing from the register", "bot.phone_book.number"),
        ("CREATE SCHEMA desk; CREATE TABLE desk.note (t text)", "missing from the register", "desk.note.t"),
        ("ALTER TABLE bot.turn ADD COLUMN email text", "missing from the register", "bot.turn.email"),
        ("ALTER TABLE bot.turn_count ADD COLUMN who text", "missing from the register", "bot.turn_count.who"),
        ("CREATE MATERIALIZED VIEW seen AS SELECT 1 AS one", "missing from the register", "public.seen.one"),
        ("DROP TABLE bot.handover", "gone", "bot.handover.id"),
        ("ALTER TABLE bot.message DROP COLUMN outcome", "gone", "bot.message.outcome"),
    ],
)
def test_what_differs_is_named(dsn, change, kind, named):
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(change)
    assert named in unlike(columns_of(dsn))[kind]


def test_every_table_that_hangs_on_a_conversation_belongs_to_its_citizen(dsn):
    with psycopg.connect(dsn) as connection:
        hanging = connection.execute(
            "SELECT conrelid::regclass::text FROM pg_constraint"
            " WHERE contype = 'f' AND confrelid IN ('bot.conversation'::regclass, 'bot.message'::regclass)"
        )
        assert {name for (name,) in hanging} <= OF_CITIZEN.keys()


@pytest.mark.parametrize("name", PERSONAL)
def test_periods_are_those_of_settings_or_of_the_code_that_is_named(name):
    for kept in PERSONAL[name].kept:
        if kept.setting:
            assert kept.setting in Settings.model_fields
        else:
            assert found_at(kept.code).total_seconds() == kept.seconds


@pytest.mark.parametrize("job", sorted({job for table in PERSONAL.values() for job in table.erased_by}))
def test_a_job_that_erases_is_there(job):
    assert callable(found_at(job))


def found_at(dotted):
    """Return what a dotted name stands for: module, class and member."""
    parts = dotted.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise LookupError(dotted)


@pytest.mark.parametrize("name", OF_CITIZEN)
def test_what_is_exported_is_there(name):
    table, citizen = OF_CITIZEN[name]
    assert {citizen.own, *filter(None, (citizen.at, citizen.only)), *citizen.exported} <= set(table.columns)


def test_a_period_follows_the_setting():
    (kept,) = TABLES["bot.turn"].kept
    assert kept.told(Settings(transcript_days=30)).startswith("30 ngày")
    (kept,) = TABLES["bot.inbox"].kept
    assert kept.told(Settings(raw_text_minutes=2.5)).startswith("2,5 phút")


@dataclass
class Broken:
    change: dict
    why: str


@pytest.mark.parametrize(
    "broken",
    [
        Broken({"holds": ""}, "or nobody"),
        Broken({"nobody": "x"}, "or nobody"),
        Broken({"ground": ""}, "has a ground"),
        Broken({"erased_by": []}, "which job erases it"),
        Broken({"kept": [{"since": "x"}]}, "kept names a setting"),
        Broken({"columns": ["id"]}, "columns in words"),
        Broken({"colums": {}}, "colums"),
    ],
    ids=lambda broken: broken.why,
)
def test_an_entry_that_leaves_something_out_is_refused(broken):
    entries = yaml.safe_load(FILE.read_text("utf-8"))
    entries["tables"]["bot.turn"] |= broken.change
    with pytest.raises(ValidationError, match=broken.why):
        Registry.model_validate(entries)


def test_the_page_is_up_to_date():
    shown = (ROOT / "docs" / "personal-data.md").read_text("utf-8")
    assert shown == page(registry(), Settings.model_construct()), (
        "motcua personal-data > docs/personal-data.md"
    )


def test_the_page_names_every_table_with_a_person():
    shown = page(registry(), Settings.model_construct())
    assert not [name for name in TABLES if f"`{name}`" not in shown]
