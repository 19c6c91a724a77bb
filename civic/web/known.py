"""Communities hardly ever change, and every request asks for one: they are remembered for seconds, and forgotten
when this process changes one."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from civic.core.clock import Clock
from civic.store.tables import Community
from civic.work import Commits

SECONDS = timedelta(seconds=5)
"""So long may another process's change to a community's name or phone stay unseen here."""


class KnownCommunities:
    """Finds a community by its slug; an unknown slug is looked up every time."""

    def __init__(self, load: Callable[[Session, str], Community], clock: Clock, commits: Commits) -> None:
        self._load, self._clock, self._commits = load, clock, commits
        self._known: dict[str, tuple[datetime, Community]] = {}
        self._as_of = 0

    def __call__(self, session: Session, slug: str) -> Community:
        """The community, remembered or loaded; `NotFound` if there is none."""
        now, as_of = self._clock.now(), self._commits.communities
        if as_of != self._as_of:
            self._known, self._as_of = {}, as_of
        until, community = self._known.get(slug, (now, None))
        if community is None or not now < until <= now + SECONDS:
            community = self._load(session, slug)
            session.expunge(community)
            if as_of == self._commits.communities:
                self._known[slug] = (now + SECONDS, community)
        return community
