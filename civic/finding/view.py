"""What a page of search shows of each passage, and where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from civic.core.days import day_of
from civic.discuss.queries.said import PER_PAGE as SAID_PER_PAGE
from civic.finding.queries.found import Found
from civic.finding.rules import EXCERPT
from civic.store.marking import Piece, excerpt, marked
from civic.store.search import Phrase


@dataclass(frozen=True)
class Hit:
    """One line of the list."""

    passage: Found
    path: str
    title: Sequence[Piece]
    text: Sequence[Piece]
    day: date


def hits(found: Sequence[Found], phrases: Sequence[Phrase], zone: ZoneInfo) -> list[Hit]:
    """The passages with their marks."""
    return [
        Hit(
            each,
            path_of(each),
            marked(each.title or each.issue_title, phrases if each.title else ()),
            excerpt(each.text, phrases, EXCERPT),
            day_of(each.at, zone),
        )
        for each in found
    ]


def path_of(found: Found) -> str:
    """Where it is read in its place: the issue, the page of the discussion it stands on, the notice."""
    if found.kind == "notice":
        return f"/notices/{found.row_id}"
    if found.reply:
        return f"/issues/{found.reference}/views/{found.row_id}"
    if found.kind == "contribution":
        page = f"?page={found.ahead // SAID_PER_PAGE + 1}" if found.ahead >= SAID_PER_PAGE else ""
        return f"/issues/{found.reference}/views{page}#c{found.row_id}"
    return f"/issues/{found.reference}"
