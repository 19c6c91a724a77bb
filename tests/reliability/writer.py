"""A second process that writes to the same database: `python -m tests.reliability.writer COMMUNITY PERSON`.

It stands behind issues and takes new ones up through `open_work` until it is told to end, as a command
line tool or a second server would.
"""

import sys
import time

from civic.app import build_workshop
from civic.core.clock import SystemClock
from civic.core.entropy import SystemEntropy
from civic.people.queries.who import actor_of
from civic.propose.acts import raise_issue
from civic.settings import read_settings
from civic.store.tables import Community
from civic.work import open_work

PAUSE_SECONDS = 0.01


def write(community_id: int, person_id: int) -> None:
    """One issue after another, each in its own unit of work; a line for each that is committed."""
    workshop = build_workshop(read_settings(), SystemClock(), SystemEntropy())
    today = workshop.clock.now().date()
    while True:
        with open_work(
            workshop,
            lambda session: session.get_one(Community, community_id),
            lambda session, _here: actor_of(session, community_id, person_id, today),
        ) as work:
            raise_issue(work, title="路灯不亮", facts="夜里黑。", wish="请修。", category="safety")
        print("done", flush=True)
        time.sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]))
