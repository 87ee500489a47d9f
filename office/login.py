"""Whether a PostgreSQL lets us in, said within seconds and without repeating a password."""

from __future__ import annotations

import re
from dataclasses import dataclass

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import Ping

WITHIN_SECONDS = 3
_QUOTED_WITH_AT = re.compile(r"""(["'])[^"']*@[^"']*\1""")
"""Of an address with an @ in its password, libpq takes a part for the host and says it."""

_MAY_MAKE_TABLES = """
SELECT current_user, current_database(),
       has_database_privilege(current_database(), 'CREATE') OR to_regnamespace('intake') IS NOT NULL
"""


@dataclass(frozen=True)
class LoginTrouble:
    """Why there is no way in; waiting helps unless it is final."""

    what: str
    is_final: bool


_MALFORMED = LoginTrouble(
    "it is no address of a PostgreSQL; write host=… port=… dbname=… user=… password=…, "
    "or postgresql://user:password@host:port/dbname",
    is_final=True,
)


def login_trouble(dsn: str) -> LoginTrouble | None:
    """Connect once; return what is wrong, or None."""
    try:
        given = conninfo_to_dict(dsn)
        address = make_conninfo(dsn, connect_timeout=WITHIN_SECONDS)
        if not all(port.isdecimal() for port in str(given.get("port") or 0).split(",")):
            return _MALFORMED
    except (psycopg.ProgrammingError, ValueError):
        return _MALFORMED
    try:
        with psycopg.connect(address, autocommit=True) as connection:
            return _without_rights(connection)
    except (psycopg.Error, ValueError) as error:
        is_silent = isinstance(error, psycopg.errors.ConnectionTimeout)
        is_final = not is_silent and _is_refused(address)
        return LoginTrouble(_reason(error, str(given.get("password") or "")), is_final)


def _without_rights(connection: psycopg.Connection) -> LoginTrouble | None:
    row = connection.execute(_MAY_MAKE_TABLES).fetchone()
    if row is None or row[2]:
        return None
    user, database, _ = row
    grant = f"GRANT CREATE ON DATABASE {database} TO {user}"
    return LoginTrouble(f"{user} may not make tables in {database}; run there: {grant}", is_final=True)


def _is_refused(address: str) -> bool:
    """Whether a server is there and turns us away, or the address can never be asked."""
    try:
        answer = psycopg.pq.PGconn.ping(address.encode())
    except ValueError:
        return True
    return answer in (Ping.OK, Ping.NO_ATTEMPT)


def _reason(error: Exception, password: str) -> str:
    said = " ".join(str(error).split())
    hidden = said.replace(password, "…") if password else said
    return _QUOTED_WITH_AT.sub("…", hidden)
