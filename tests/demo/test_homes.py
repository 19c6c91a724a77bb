"""The demo's roll shows what a real one has: co-owners, kin, entrance heads, a helper, telephones and gaps."""

from civic.core.days import day_of
from civic.demo.story import ZONE
from civic.people.queries.kin import ties_of
from civic.people.rules.appointing.kin import close_kin
from civic.people.tables import Account, Helping, Office, Ownership, Person, Residence
from tests.demo.conftest import Told


def owners(told: Told, name: str) -> dict[str, tuple[int, bool]]:
    """Who owns of that person's home today: the name with the parts of the whole, and whether named to vote."""
    person = told.one(Person, name=name)
    home = told.one(Residence, person_id=person.id, to_on=None).dwelling_id
    rows = told.all(Ownership, dwelling_id=home, to_on=None)
    return {told.one(Person, id=row.person_id).name: (row.share_den, row.named_voter) for row in rows}


def test_a_couple_named_who_votes_and_two_heirs_did_not(told: Told) -> None:
    assert owners(told, "安可心") == {"安可心": (2, True), "程致远": (2, False)}
    assert owners(told, "苗春生") == {"苗春生": (2, False), "苗春玲": (2, False)}


def test_two_entrances_have_a_head_in_office(told: Told) -> None:
    heads = told.all(Office, kind="entrance_head")
    assert [told.one(Person, id=head.person_id).name for head in heads] == ["顾秀珍", "佟志刚"]
    assert all(
        head.entrance == 1 and head.given_by and head.to_on > day_of(told.story.now, ZONE) for head in heads
    )


def test_a_neighbour_without_an_account_has_a_helper_now(told: Told) -> None:
    helping = told.one(Helping)
    today = day_of(told.story.now, ZONE)
    assert helping.person_id == told.story.person("王桂兰")
    assert told.count(Account, person_id=helping.person_id) == 0
    assert told.count(Account, person_id=helping.helper_id) == 1
    assert helping.from_on <= today < helping.until_on
    assert helping.ended_at is None


def test_close_kin_are_known_within_a_home_and_apart(told: Told) -> None:
    with told.story.acting("郝建平") as work:
        for name, kin in (("刘敏", "裴景明"), ("苗春生", "苗春玲")):
            ties = ties_of(work, told.story.person(name))
            assert told.one(Person, name=kin).id in close_kin(told.story.person(name), ties), name


def test_some_have_a_telephone_and_nobody_a_real_one(told: Told) -> None:
    phones = [person.phone for person in told.all(Person) if person.phone]
    assert 0 < len(phones) < told.count(Person)
    assert len(set(phones)) == len(phones)
    assert all(phone.startswith("0536-1") for phone in phones)  # no exchange begins with 1
    assert told.one(Person, name="王桂兰").phone == ""
