"""The table of roles as the domain paper has it (§4), cell by cell against what is granted; departures have reasons."""

import pytest

from civic.people.matrix import departures
from civic.permissions import DEPARTURES, GRANTS, RELATIVE, Permission, Standing

S, P = Standing, Permission
COLUMNS = {
    "R": S.RESIDENT, "O": S.OWNER, "T": S.TENANT, "B": S.BUILDING_HEAD, "D": S.REPRESENTATIVE, "RC": S.COMMITTEE,
    "P": S.PARTY_COMMITTEE, "G": S.GRID_WORKER, "OC": S.OWNERS_COMMITTEE, "M": S.PROPERTY_FIRM, "S": S.SUPERVISOR,
    "A": S.ADVISOR, "V": S.VOLUNTEER, "J": S.DEPARTMENT, "X": S.ADMINISTRATOR,
}  # fmt: skip

PAPER = """
| Raise, follow, comment | ● | ● | ● | ● | ● | ● | ● | ● | ● | ◐ | ● | ● | ● | ◐ | – |
| Enter for another person | – | – | – | ● | ● | ● | – | ● | – | – | – | – | ● | – | – |
| Endorse | ● | ◐ own flat | ● | ● | ● | – | – | – | – | – | – | – | – | – | – |
| Verify, classify | – | – | – | ◐ | – | ● | ○ | ● | ◐ owners' matters | – | ○ | ◐ advise | – | – | – |
| Merge, refuse (reason) | – | – | – | ◐ | – | ● | ○ | ● | ◐ owners' matters | – | ○ | ◐ advise | – | – | – |
| Put on agenda | petition | petition | petition | – | petition | ● | study | – | ● | – | ○ | ○ | – | – | – |
| Take part in deliberation | ● | ● | ● | ● | ● | ● | ● | ○ | ● | ● | ○ may speak | ● | ◐ | on invitation | – |
| Choose preset | – | – | – | – | – | proposes | ○ | – | proposes | – | co-signs | – | – | ○ | – |
| Count / monitor | ◐ drawn | ◐ drawn | – | – | ◐ | ◐ | – | – | ◐ | – | ● | – | ● helper | ○ | – |
| Issue 交办 / 督办 | – | – | – | – | – | ● | ● | – | ● to M | – | ● 督办 | – | – | ● escalate | – |
| Inspect | ● | ● | ● | ● | ● | – | – | – | ● | – | ● | ○ | ● | – | – |
| Object | ● | ● | ● | ● | ● | – | – | – | ● | – | ● | ○ | ● | – | – |
| Close 销号 | raiser | raiser | raiser | – | – | key 2 | – | – | key 2 | asks | key 1 | – | – | asks | – |
| See identity data | own | own | own | building | – | logged | – | own grid | roll | contract data | log only | – | – | own cases | glass |
"""
"""Cut from the paper; one row of it is two here, and what an administrator installs outside the house is left out."""

MEANT: dict[str, tuple[Permission, ...]] = {
    "Raise, follow, comment": (P.RAISE,),
    "Enter for another person": (P.RAISE_FOR,),
    "Endorse": (P.ENDORSE,),
    "Verify, classify": (P.VERIFY,),
    "Merge, refuse (reason)": (P.REFUSE,),
    "Put on agenda": (P.PUT_ON_AGENDA, P.START_PETITION, P.RECORD_STUDY),
    "Take part in deliberation": (P.CONTRIBUTE,),
    "Choose preset": (P.NOTIFY_VOTE,),
    "Count / monitor": (P.COUNT,),
    "Issue 交办 / 督办": (P.ORDER_WORK, P.DEMAND),
    "Inspect": (P.OBSERVE,),
    "Object": (P.OBJECT,),
    "Close 销号": (P.TURN_KEY_ONE, P.TURN_KEY_TWO),
    "See identity data": (P.READ_ROLL, P.READ_OWNER_ROLL),
}
"""What stands for each row. Left out: the three votes (who is entitled on the day: test_entitlement), publishing,
carrying out and rating (lead and affected are standings to the subject), the yearly review (not built)."""

TO_THE_SUBJECT = {"raiser", "asks", "own", "log only"}
"""What somebody has as raiser or lead, about oneself, or beside the act: no grant by office."""


def cells() -> dict[tuple[str, Standing], str]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAPER.strip().splitlines()]
    return {
        (line[0], standing): word
        for line in lines
        for standing, word in zip(COLUMNS.values(), line[1:], strict=True)
    }


CELLS = cells()


@pytest.mark.parametrize(("row", "standing"), CELLS)
def test_each_cell_is_granted_as_the_paper_says(row: str, standing: Standing) -> None:
    word, meant = CELLS[row, standing], MEANT[row]
    paper = not (word in {"–", *TO_THE_SUBJECT} or word == "○")
    granted = any(standing in GRANTS[each] for each in meant)
    departs = any((each, standing) in DEPARTURES for each in meant)
    if departs and paper == granted:
        assert word.startswith(("◐", "on invitation")), "departs in how far, not in whether"
    else:
        assert paper == (granted != departs), f"{row}, {standing}: {word}"


def test_no_departure_is_of_something_else() -> None:
    meant = {each for permissions in MEANT.values() for each in permissions}
    assert {permission for permission, _standing in DEPARTURES} <= meant
    assert {standing for _permission, standing in DEPARTURES} <= set(COLUMNS.values()) - RELATIVE


def test_the_public_page_tells_each_departure_once() -> None:
    assert sum(len(who) for _act, who, _why in departures()) == len(DEPARTURES)
