"""Draw opinion maps outside any transaction: read the answers, let the database go, compute, hand it over.

Called by the timetable ahead of the act that keeps the picture (`acts.keep_map`, `acts.close_map`). Without
numpy nothing is drawn; what can be counted is counted.
"""

from sqlalchemy.orm import Session, undefer

from civic.discuss.queries.opinions import all_answers, left_out_of
from civic.discuss.rules.opinion import (
    FEWEST,
    counted,
    draw_map,
    earlier_of,
    figured,
    may_draw_map,
    personal,
    pictured,
)
from civic.discuss.rules.picture import Picture
from civic.discuss.tables import TopicMap
from civic.work import Workshop


def draw_living(workshop: Workshop, map_id: int) -> Picture:
    """The map as it stands, near to the last picture, so that it does not jump."""
    return _drawn(workshop, map_id, final=False)


def draw_final(workshop: Workshop, map_id: int) -> Picture:
    """The map as anybody computes it from the published file: without the pictures before."""
    return _drawn(workshop, map_id, final=True)


def _drawn(workshop: Workshop, map_id: int, *, final: bool) -> Picture:
    read_at = workshop.clock.now()
    with Session(workshop.database.reader) as session:
        found = session.get_one(TopicMap, map_id, options=[undefer(TopicMap.kept)])
        seed, kept = found.seed, found.kept
        votes, left_out = all_answers(session, map_id), left_out_of(session, map_id)
    figures = counted(votes, left_out)
    if figures["participants"] < FEWEST:
        return Picture(read_at, {name: figures[name] for name in ("participants", "answers")}, {})
    if not may_draw_map():
        return Picture(read_at, figures, {})
    drawn = draw_map(votes, moderated=left_out, seed=seed, earlier=None if final else earlier_of(kept))
    return Picture(read_at, {**figures, **figured(drawn), **pictured(drawn)}, personal(drawn))
