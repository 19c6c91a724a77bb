"""A dwelling entered by mistake comes off the roll while nothing hangs on it; else the page says what does."""

from datetime import date
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.removing import remove_dwelling
from civic.people.tables import Dwelling, Ownership, Residence, Slip
from civic.store.engine import Database
from tests.people.kept import Kept, keep
from tests.people.test_owning import newest

DAY = date(2026, 1, 1)


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


@pytest.fixture
def bare(kept: Kept) -> int:
    """A door that does not exist."""
    with kept.cast.acting("刘敏") as work:
        return work.add(Dwelling(building_id=kept.cast.buildings["1号楼"], entrance=1, door="909")).id


@pytest.mark.parametrize("name", ["赵玉梅", "孙浩", "周建", "陈书", "业委", "关锋", "楼一", "格一"])
def test_only_the_committee_removes(kept: Kept, bare: int, name: str) -> None:
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        remove_dwelling(work, bare)


def test_not_in_the_next_community(kept: Kept, bare: int) -> None:
    with pytest.raises(NotFound), kept.cast.acting("维托") as work:
        remove_dwelling(work, bare)


@pytest.mark.parametrize(
    ("table", "to_on", "because"),
    [
        (Residence, None, "lives here or lived here"),
        (Residence, date(2025, 12, 31), "lives here or lived here"),
        (Ownership, None, "owns it or owned it"),
        (Ownership, date(2025, 12, 31), "owns it or owned it"),
    ],
)
def test_whoever_lived_or_owned_keeps_it(
    kept: Kept, bare: int, table: type[Residence] | type[Ownership], to_on: date | None, because: str
) -> None:
    with kept.cast.acting("刘敏") as work:
        work.add(
            table(
                person_id=kept.people["乙"], dwelling_id=bare, from_on=DAY, to_on=to_on or date(2026, 1, 31)
            )
        )
    with pytest.raises(Refusal, match=because), kept.cast.acting("刘敏") as work:
        remove_dwelling(work, bare)


def test_a_slip_that_went_out_keeps_it(kept: Kept, bare: int) -> None:
    with kept.cast.acting("刘敏") as work:
        work.add(
            Slip(
                dwelling_id=bare, number=1, code_hash="x", salt="y", issued_at=work.now, issued_by=work.person_id,
                valid_until=date(2026, 6, 1),
            )
        )  # fmt: skip
    with pytest.raises(Refusal, match="slips were issued"), kept.cast.acting("刘敏") as work:
        remove_dwelling(work, bare)


def test_the_page_says_why_it_stays(kept: Kept, tmp_path: Path) -> None:
    reading, ident = kept.at("刘敏", tmp_path), kept.dwellings["301"]
    assert reading.get(f"/admin/dwellings/{ident}/remove").says("要保留在册", "有人住或住过")
    assert f"/admin/dwellings/{ident}/remove" not in reading.get(f"/admin/dwellings/{ident}").text


def test_it_goes_and_the_ledger_keeps_that_it_was(kept: Kept, bare: int, tmp_path: Path) -> None:
    reading, path = kept.at("刘敏", tmp_path), f"/admin/dwellings/{bare}/remove"
    assert path in reading.get(f"/admin/dwellings/{bare}").text
    reading.get(path)
    assert reading.post(path).says("房屋已从名册撤去")
    assert reading.get(f"/admin/dwellings/{bare}").status == 404
    with kept.cast.acting("刘敏", write=False) as work:
        kind, told = newest(work)
    assert (kind, told["dwelling_id"]) == ("people:dwelling_removed", bare)
