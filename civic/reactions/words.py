"""What reactions write down for all readers, and what they ask of every event."""

from collections.abc import Sequence

from civic.core.event import Event
from civic.core.message import Message, say
from civic.permissions import NAMES, Standing
from civic.web.words import Reader, reading, text_of
from civic.work import UnitOfWork


def written(work: UnitOfWork, lines: Sequence[Message | str]) -> str:
    """A notice's text, a line each, in the community's language."""
    with reading(Reader(work.community.language, work.zone, work.now)):
        return "\n".join(text_of(line) for line in lines if line)


def issuer(work: UnitOfWork, committee: Standing = Standing.COMMITTEE) -> str:
    """The body that posts it: the community's residents' committee, or its owners' committee."""
    body = text_of(NAMES[committee], work.community.language)
    return text_of(
        say("%(community)s, %(body)s", community=work.community.name, body=body), work.community.language
    )


def issue_of(event: Event) -> int:
    """The issue that an event on the road is always about."""
    assert event.issue_id is not None
    return event.issue_id
