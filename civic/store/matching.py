"""The index of words on both databases: the column that holds them, and the clause that asks it.

SQLite keeps an FTS5 table of its own beside the rows, `passage_words`, fed by triggers; PostgreSQL keeps a tsvector in
the row itself, with a GIN index. Both are made in the migration, for Alembic knows neither.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Text, cast, column, table
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator, TypeEngine

from civic.store.search import Phrase, any_for_fts5, any_for_tsquery, as_tsvector, for_fts5, for_tsquery

INDEX = table("passage_words", column("rowid"), column("passage_words"))
Asked = Select[*tuple[Any, ...]]
GIN_INDEX = "ix_passage_words"


class Words(TypeDecorator[str]):
    """Prepared words: plain text on SQLite, where triggers hand them on; a tsvector on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's own type."""
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """In the spelling of this database."""
        return as_tsvector(value) if value is not None and dialect.name == "postgresql" else value


def place_of(community_id: int) -> str:
    """The word under which the triggers file a community's rows in the one FTS5 table."""
    return f"c{community_id}"


def holding(
    statement: Asked, ident: InstrumentedAttribute[int], words: InstrumentedAttribute[str],
    phrases: Sequence[Phrase], community_id: int, *, sqlite: bool, one_is_enough: bool = False,
) -> Asked:  # fmt: skip
    """Only rows with all these phrases (or with one of them), newest first. Ids in the order of the index cost no sorting on SQLite,
    however many rows fit."""
    if not phrases:
        return statement.order_by(ident.desc())
    if sqlite:
        wanted = (any_for_fts5 if one_is_enough else for_fts5)(phrases, place_of(community_id))
        return (
            statement.join(INDEX, INDEX.c.rowid == ident)
            .where(INDEX.c.passage_words.op("MATCH")(wanted))
            .order_by(INDEX.c.rowid.desc())
        )
    asked = (any_for_tsquery if one_is_enough else for_tsquery)(phrases)
    return statement.where(words.op("@@")(cast(asked, TSQUERY))).order_by(ident.desc())


def looked_at(name: str | None, kind: str, _parents: Any) -> bool:
    """For Alembic's `include_name`: not what the migration makes by hand."""
    return kind not in {"table", "index"} or not (name or "").startswith((INDEX.name, GIN_INDEX))
