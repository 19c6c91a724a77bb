"""What reading a file gives: a sheet of known columns, or the reason why not."""

from dataclasses import dataclass

from civic.core.message import Message
from civic.people.rules.importing.columns import Column

Row = tuple[int, dict[str, str]]
"""The number of the row as the spreadsheet counts it, from 1, and the text by column (`Column` values)."""


@dataclass(frozen=True)
class Sheet:
    """A list that was read: nothing in it is checked yet but its shape."""

    name: str
    """Of the worksheet; "" for CSV."""
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    """Headings that say nothing to us, as they stand: their columns are dropped."""
    offices: tuple[str, ...]
    """Headings of posts and roles: dropped too, since nobody gains an office through an import."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Unreadable:
    """A file that is not read, and what to do instead."""

    because: Message
