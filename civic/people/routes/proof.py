"""Between the two questions of joining: this browser has proven who sits there. Sealed, for a quarter of an hour."""

from civic.core.entropy import digest
from civic.people.queries.codes import find_slip
from civic.people.queries.dwellers import Dweller, dwellers
from civic.people.rules.slips import code_typed
from civic.people.tables import Slip
from civic.web.call import Call
from civic.web.security import sealed, unsealed
from civic.work import UnitOfWork

COOKIE = "civic-join"
SECONDS = 900


def keep_proof(call: Call, work: UnitOfWork, slip_id: int, person_id: int) -> None:
    """Worth something for this slip, this person and this browser alone."""
    until = int(work.now.timestamp()) + SECONDS
    text = f"join:{slip_id}:{person_id}:{until}:{digest(call.session_token)}"
    call.after.append((COOKIE, sealed(call.house.secret, text), SECONDS))


def drop_proof(call: Call) -> None:
    """It has done its work."""
    call.after.append((COOKIE, "", 0))


def proven(call: Call, work: UnitOfWork) -> tuple[Slip, Dweller] | None:
    """The slip of this address and who was recognised with it; None when the first question comes first."""
    parts = (unsealed(call.house.secret, call.cookies.get(COOKIE, "")) or "").split(":")
    slip = find_slip(work, code_typed(call.path["code"]) or "")
    if slip is None or len(parts) != 5 or parts[0] != "join" or parts[4] != digest(call.session_token):
        return None
    slip_id, person_id, until = (int(part) for part in parts[1:4])
    if slip.id != slip_id or until < work.now.timestamp():
        return None
    people = dwellers(work, slip.dwelling_id)
    return next(((slip, each) for each in people if each.person_id == person_id), None)
