"""What `app` hands to the web: how to make works, pages and actors."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from civic.core.message import Message
from civic.core.verdict import Verdict
from civic.permissions import Permission
from civic.settings import Settings
from civic.store.tables import Community
from civic.web.cache import KnownPages
from civic.web.pace import Pace
from civic.web.render import Renderer
from civic.work import Actor, UnitOfWork, Workshop

SHANGHAI = ZoneInfo("Asia/Shanghai")

LoadActor = Callable[[Session, Community, str, datetime], Actor | None]
LoadCommunity = Callable[[Session, str], Community]


@dataclass(frozen=True)
class Door:
    """A way to an act on a page: shown when the verdict is yes, with its reason when it is not."""

    label: Message
    path: str
    verdict: Verdict
    main: bool = False
    seal: str = ""
    """Two characters (vote, rate, confirm, answer, check) when it is the reader's turn."""
    ask: Message | str | None = None
    """The question above the button; else what the ledger says is next."""
    detail: Message | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Panel:
    """What one room adds to the page of an issue."""

    stage: int
    doors: Sequence[Door] = ()
    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    ending: Message | None = None
    """How the road ended, where the phase alone does not tell."""


IssuePanel = Callable[[UnitOfWork, Any], Panel | None]
"""Given the issue's row; a room above Propose shows its own part without being imported."""


@dataclass(frozen=True)
class Ask:
    """One thing that waits for the reader: a seal's two characters, until when, what, where."""

    seal: str
    question: Message | str
    label: Message
    path: str
    deadline: datetime | None = None
    detail: Message | None = None


TodayPanel = Callable[[UnitOfWork], Sequence[Ask]]
"""What a room asks of the signed-in reader today."""


@dataclass(frozen=True)
class House:
    """All that answering a request needs."""

    settings: Settings
    workshop: Workshop
    renderer: Renderer
    secret: bytes
    load_actor: LoadActor
    load_community: LoadCommunity
    communities: Callable[[Session], Sequence[Community]]
    pages: KnownPages
    renew: Callable[[UnitOfWork, str], None]
    """Notes that the owner of a login session is still here."""
    hold: Callable[[UnitOfWork, Permission], None]
    """Raises `Held` where whoever may has something to do first: the second factor, the password once more."""
    prove: Callable[[Any, str], None]
    """Given a call and the password that was typed once more: notes that it was right, or raises `Held`."""
    issue_panels: Sequence[IssuePanel] = ()
    today_panels: Sequence[TodayPanel] = ()
    can_move_clock: bool = False
    recent: Callable[[UnitOfWork], Sequence[Any]] = lambda _work: ()
    """Lately closed issues, for today's page."""
    mine: Callable[[UnitOfWork], Sequence[Any]] = lambda _work: ()
    """The reader's own issues, for the page about me."""
    issues: Callable[[UnitOfWork, Collection[int]], Mapping[int, Any]] = lambda _work, _ids: {}
    """Reference and title of issues by their id, for lists of what was done in rooms below."""
    followed: Callable[[UnitOfWork], Sequence[Any]] = lambda _work: ()
    """Live issues that the reader follows, with what is next on each, for today's page."""
    handed: Sequence[Callable[[UnitOfWork, Any], Sequence[Ask]]] = ()
    """What the rooms have open for the holder of an office (its row): for the hand-over sheet."""
    knock: Callable[..., datetime | None] = lambda _work, *_doors: None
    """Counts one more try at each door (a limit, and whom it is for), or says until when one is shut."""
    rolls_now: Callable[[UnitOfWork, Collection[int]], Sequence[Any]] = lambda _work, _people: ()
    """Votes that are not over, on whose fixed roll one of these people stands."""
    similar: Callable[[UnitOfWork, str, str, int | None, str], Sequence[int]] = lambda *_matter: ()
    """Ids of open issues that sound like this title and text, of this building and category, most alike first."""
    searches: Pace = field(default_factory=lambda: Pace(30, timedelta(minutes=1)))
    """How often one person or network may search (security paper, limits)."""
    next_deadline: Callable[[UnitOfWork], datetime | None] | None = None
    zone: ZoneInfo = SHANGHAI
