"""The roll as it is kept day by day: co-owners, kin, entrance heads, and a neighbour who helps."""

from datetime import date, timedelta
from fractions import Fraction

from civic.demo.scene import live
from civic.demo.story import Story
from civic.people.acts.helping import agreed_now, record_consent
from civic.people.acts.households import move_in
from civic.people.acts.kin import record_kin
from civic.people.acts.offices import Wanted, appoint
from civic.people.acts.owning import end_ownership, name_voter, own
from civic.people.acts.people import Facts, add_person
from civic.people.tables import Consent, HelperKind, Kin, Obtained, OfficeKind, Ownership, Relation, Residence
from civic.work import UnitOfWork

HALF, A_YEAR = Fraction(1, 2), timedelta(days=365)


def _home(work: UnitOfWork, person_id: int) -> int:
    return work.one(Residence, person_id=person_id, to_on=None).dwelling_id


def _halve(work: UnitOfWork, owner: int, other: int) -> Ownership:
    """Half of the owner's home goes over to somebody else; gives the half that the owner keeps."""
    home = _home(work, owner)
    whole = work.one(Ownership, dwelling_id=home, person_id=owner, to_on=None)
    end_ownership(work, whole.id, work.today - timedelta(days=1))
    kept = own(work, owner, home, HALF, work.today)
    own(work, other, home, HALF, work.today)
    return kept


@live("homes", 60, "09:20")
def a_couple_owns(story: Story) -> None:
    """安可心 puts her husband into the deed of 19号楼; the two name her to vote."""
    with story.acting("刘敏") as work:
        wife = story.person("安可心")
        husband = add_person(work, Facts("程致远", "0536-1900219", date(story.roll.since.year - 38, 9, 2))).id
        move_in(
            work, husband, _home(work, wife), household=1, relation=Relation.SPOUSE, registered=True,
            from_on=work.today,
        )  # fmt: skip
        name_voter(work, _halve(work, wife, husband).id)


@live("homes", 58, "15:00")
def two_heirs_name_nobody(story: Story) -> None:
    """苗春生's sister inherits half of 23号楼 and lives elsewhere; the two have not named anybody yet."""
    with story.acting("刘敏") as work:
        brother = story.person("苗春生")
        sister = add_person(work, Facts("苗春玲", "0536-1900223", date(story.roll.since.year - 61, 4, 18))).id
        _halve(work, brother, sister)
        record_kin(work, brother, sister, Kin.SIBLING)


@live("homes", 57, "10:30")
def kin_of_the_committee(story: Story) -> None:
    """刘敏's husband moves in. Her colleague enters it, and from then on no supervisor's office is open to him."""
    with story.acting("郝建平") as work:
        head = story.person("刘敏")
        husband = add_person(work, Facts("裴景明", "", date(story.roll.since.year - 52, 11, 6))).id
        move_in(
            work, husband, _home(work, head), household=1, relation=Relation.SPOUSE, registered=True,
            from_on=work.today,
        )  # fmt: skip


@live("homes", 45, "16:00")
def entrance_heads(story: Story) -> None:
    """Two entrances get a head of their own, for a year."""
    with story.acting("刘敏") as work:
        for name, number in (("顾秀珍", 12), ("佟志刚", 23)):
            appoint(
                work,
                Wanted(
                    kind=OfficeKind.ENTRANCE_HEAD, person_id=story.person(name), name=name, from_on=work.today,
                    to_on=work.today + A_YEAR, obtained=Obtained.RECOMMENDED, basis="本单元住户推荐",
                    title=f"{number}号楼1单元单元长", building_id=story.building(number), entrance=1,
                ),
            )  # fmt: skip


@live("homes", 9, "09:40")
def a_neighbour_helps(story: Story) -> None:
    """王桂兰 has no phone: for a month 许静 may act for her, agreed on paper before a witness."""
    with story.acting("刘志强") as work:
        record_consent(
            work,
            agreed_now(
                work, story.person("许静"), HelperKind.VOLUNTEER.value, work.today + timedelta(days=29),
                person_id=story.person("王桂兰"), consent=Consent.PAPER.value, witness_id=story.person("赵玉梅"),
            ),
        )  # fmt: skip
