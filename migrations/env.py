"""Runs migrations on the address that `civic.store.migrate` hands over."""

from alembic import context

import civic.app  # noqa: F401 - every room's tables
from civic.store.base import Base
from civic.store.engine import connect
from civic.store.matching import looked_at

ONE_AT_A_TIME = -1
"""An advisory lock's number; the positive ones are communities."""

database = connect(context.config.attributes["url"])
with database.writer.connect() as connection:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # A table that is made anew is dropped in between: its children must not notice. Works only outside of a
        # transaction; what was left hanging is looked for before the commit.
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
    else:
        # Servers that start together migrate one after another; SQLite's BEGIN IMMEDIATE does the same.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_name=looked_at,
    )
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("the migration would leave rows that refer to nothing")
    connection.commit()
database.close()
