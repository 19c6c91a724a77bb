"""What is done to photos ahead of a transaction: redrawn as they come in, blacked out before they go out."""

from civic.core.errors import Refusal, TooOften
from civic.core.message import say
from civic.pictures import keeping, rules
from civic.pictures.reading import Redrawn, Unreadable, has_room, redrawn
from civic.propose import drafts
from civic.propose.routes.ways import Journey
from civic.web.call import Call


def read_photo(call: Call) -> Redrawn | Unreadable | None:
    """Redraw what was sent, while nobody waits for the writer; counted first, whatever it turns out to be."""
    if call.upload is None:
        return None
    if not has_room(call.house.settings.data_dir):
        raise Refusal(say("There is no room for photos on the server just now. Please send it without."))
    with call.opened(write=True) as work:
        who = str(work.person_id)
        until = call.house.knock(work, (rules.MOST_HOUR, who), (rules.MOST_DAY, who))
        if until is not None:
            seconds = int((until - work.now).total_seconds())
            raise TooOften(say("These were many photos. You can add more from %(at)s.", at=until), seconds)
    return redrawn(call.upload[1])


def blacken(journey: Journey, call: Call) -> keeping.Ready:
    """Burn the boxes in, ahead of the act that makes the photos public."""
    with call.opened(write=False) as work:
        draft_id = drafts.id_of(work, journey.name)
        waiting = keeping.to_burn(work, draft_id)
    return keeping.Ready(draft_id, keeping.burnt(waiting))
