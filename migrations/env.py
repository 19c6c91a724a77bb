"""Runs migrations on the address that `civic.store.migrate` hands over."""

from alembic import context

import civic.app  # noqa: F401 - every room's tables
from civic.store.base import Base
from civic.store.engine import connect

database = connect(context.config.attributes["url"])
with database.writer.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
database.close()
