"""What is done to photos ahead of a transaction: redrawn as they come in, blacked out before they go out."""

from typing import Any

from civic.core.errors import Refusal, TooOften
from civic.core.message import say
from civic.pictures import keeping, rules
from civic.pictures.limits import BODY
from civic.pictures.queries import of_draft
from civic.pictures.reading import Redrawn, Unreadable, has_room, redrawn
from civic.propose import drafts
from civic.propose.forms import FactsForm
from civic.propose.routes.ways import Journey
from civic.web.call import Call
from civic.web.forms import Filled
from civic.work import UnitOfWork


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


ROOM = 2 * BODY
"""A photo that is too large is refused on the page, with the words that were typed; only twice as much is not read."""


def read_beside(call: Call) -> Redrawn | Unreadable | None:
    """The photo that came with what is wrong; not looked at while the words are not right. What it is refused for
    is said on the page, so that no word is lost."""
    if call.upload is None or call.form(FactsForm).clean is None:
        return None
    try:
        return read_photo(call)
    except Refusal as refusal:
        return Unreadable(refusal.because)


def refuse_unfit(form: Filled[Any], work: UnitOfWork, journey: Journey, read: object) -> None:
    """Say why a photo is not taken, if it is not."""
    if isinstance(read, Unreadable):
        form.refuse("file", read.because)
    elif isinstance(read, Redrawn):
        room = rules.may_add(len(of_draft(work, drafts.id_of(work, journey.name))))
        if not room and room.because:
            form.refuse("file", room.because)


def blacken(journey: Journey, call: Call) -> keeping.Ready:
    """Burn the boxes in, ahead of the act that makes the photos public."""
    with call.opened(write=False) as work:
        draft_id = drafts.id_of(work, journey.name)
        waiting = keeping.to_burn(work, draft_id)
    return keeping.Ready(draft_id, keeping.burnt(waiting))
