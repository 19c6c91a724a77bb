"""When the hour strikes, do these acts: what time implies becomes a recorded act.

Nothing depends on a duty having run: pages and rules compare with `now`. A duty only writes
down, stamped with the scheduled instant, what had already become true.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.errors import Refusal
from civic.decide.acts import close_vote, open_vote
from civic.decide.queries.counting import votes_closing, votes_opening
from civic.discuss.acts import (
    close_map,
    end_comments,
    keep_map,
    note_amendment_late,
    note_appeal_late,
    note_question_late,
    note_talk_late,
)
from civic.discuss.drawing import draw_final, draw_living
from civic.discuss.queries import answers_late, appeals_late, comments_ending
from civic.discuss.queries.calling import talk_outcomes_late
from civic.discuss.queries.drafting import amendments_late
from civic.discuss.queries.maps_due import maps_closing, maps_to_draw
from civic.notices.acts import lapse_notice
from civic.notices.queries import postings_ending
from civic.propose import drafts
from civic.propose.acts import note_hand_up_missed, note_missed, note_objection_missed, settle_petition
from civic.propose.queries.dates import dates_missed
from civic.propose.queries.ladder import hand_ups_missed
from civic.propose.queries.objecting import objections_missed
from civic.propose.queries.petitions import petitions_ending
from civic.store.tables import Community
from civic.supervise.acts import end_rating
from civic.supervise.queries.ratings import rounds_ending
from civic.work import Workshop, open_work


@dataclass(frozen=True, order=True)
class Due:
    """Something of this community that the clock will do."""

    at: datetime
    order: int
    subject_id: int


@dataclass(frozen=True)
class Duty:
    """Which rows wait for an instant, and the act that is then due.

    What takes long is done `ahead`, outside any transaction; the act is handed what came out.
    """

    waiting: Callable[[Session, int], Iterable[tuple[datetime, int]]]
    act: Callable[..., None]
    ahead: Callable[[Workshop, int], object] | None = None


DUTIES: tuple[Duty, ...] = (
    Duty(comments_ending, end_comments),
    Duty(votes_opening, open_vote),
    Duty(votes_closing, close_vote),
    Duty(postings_ending, lapse_notice),
    Duty(rounds_ending, end_rating),
    Duty(drafts.ending, drafts.let_go),
    Duty(dates_missed, note_missed),
    Duty(objections_missed, note_objection_missed),
    Duty(hand_ups_missed, note_hand_up_missed),
    Duty(appeals_late, note_appeal_late),
    Duty(petitions_ending, settle_petition),
    Duty(maps_closing, close_map, ahead=draw_final),
    Duty(maps_to_draw, keep_map, ahead=draw_living),
    Duty(answers_late, note_question_late),
    Duty(talk_outcomes_late, note_talk_late),
    Duty(amendments_late, note_amendment_late),
)
"""Same instant: in this order."""


def agenda(session: Session, community_id: int) -> list[Due]:
    """Everything that waits for an instant, the soonest first."""
    return sorted(
        Due(at, order, ident)
        for order, duty in enumerate(DUTIES)
        for at, ident in duty.waiting(session, community_id)
    )


def run_due(workshop: Workshop) -> int:
    """Do everything that is due, in all communities, one transaction each; how many were done."""
    with Session(workshop.database.reader) as session:
        ids = list(session.scalars(select(Community.id)))
    done, failed = 0, list[Exception]()
    for ident in ids:
        try:
            done += run_due_in(workshop, ident)
        except Exception as failure:
            failed.append(failure)
    if failed:
        raise failed[0]
    return done


def run_due_in(workshop: Workshop, community_id: int) -> int:
    """Do what is due in one community. What is refused now is tried again at the next round; a duty that
    fails holds up no other, and is raised when the others are done."""
    done, refused, failed = 0, set[tuple[int, int]](), list[Exception]()
    while True:
        now = workshop.clock.now()
        with Session(workshop.database.reader) as session:
            waiting = agenda(session, community_id)
        due = next((d for d in waiting if d.at <= now and (d.order, d.subject_id) not in refused), None)
        if due is None and failed:
            raise failed[0]
        if due is None:
            return done
        try:
            duty = DUTIES[due.order]
            found = (duty.ahead(workshop, due.subject_id),) if duty.ahead else ()
            with open_work(workshop, lambda s: _community(s, community_id), at=due.at) as work:
                duty.act(work, due.subject_id, *found)
            done += 1
        except Refusal:
            pass
        except Exception as failure:
            failed.append(failure)
        refused.add((due.order, due.subject_id))


def _community(session: Session, ident: int) -> Community:
    found = session.get(Community, ident)
    assert found is not None
    return found
