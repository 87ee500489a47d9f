"""How alembic runs here: always online, on the connection that office.migrate hands in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="schema_version")
with context.begin_transaction():
    context.run_migrations()
