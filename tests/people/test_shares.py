"""A share is corrected in place: by whom, what fits, what the ledger keeps; votes under way keep their roll."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.owning import take_back_ownership
from civic.people.acts.shares import correct_ownership_share
from civic.people.rules.editing import Span, may_correct_share
from civic.store.engine import Database
from tests.people.kept import Kept, keep
from tests.people.test_owning import newest, of

D = date
HALF, THIRD, WHOLE = Fraction(1, 2), Fraction(1, 3), Fraction(1)
FROM_2020 = Span(D(2020, 1, 1))
UNTIL_2024 = Span(D(2020, 1, 1), D(2024, 12, 31))


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


@pytest.mark.parametrize(
    ("others", "span", "before", "share", "because"),
    [
        ([(FROM_2020, HALF)], FROM_2020, HALF, THIRD, None),
        ([(FROM_2020, HALF)], FROM_2020, THIRD, HALF, None),
        ([(FROM_2020, HALF)], FROM_2020, HALF, HALF, "The roll says so already."),
        ([(FROM_2020, HALF)], FROM_2020, HALF, WHOLE, "Only %(num)s/%(den)s is left."),
        ([], FROM_2020, HALF, WHOLE, None),
        # Whoever began after this one had ended is not in its way; whoever was beside it for a while is.
        ([(Span(D(2025, 1, 1)), WHOLE)], UNTIL_2024, HALF, WHOLE, None),
        ([(Span(D(2023, 1, 1)), HALF)], UNTIL_2024, HALF, WHOLE, "Only %(num)s/%(den)s is left."),
        # What was taken back counts on no day.
        ([(Span(D(2020, 1, 1), D(2019, 12, 31)), HALF)], FROM_2020, HALF, WHOLE, None),
    ],
)
def test_what_share_fits(
    others: list[tuple[Span, Fraction]], span: Span, before: Fraction, share: Fraction, because: str | None
) -> None:
    found = may_correct_share(others, span, before, share)
    assert bool(found) == (because is None)
    assert because is None or (found.because and found.because.text.startswith(because))


@pytest.mark.parametrize("name", ["赵玉梅", "孙浩", "周建", "陈书", "业委", "关锋", "楼一", "格一"])
def test_only_the_committee_corrects_a_share(kept: Kept, name: str) -> None:
    with kept.cast.acting("刘敏", write=False) as work:
        ident = of(work, kept.people["甲"], kept.dwellings["101"]).id
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        correct_ownership_share(work, ident, THIRD, "typed")


def test_refused_with_its_reason_and_not_across_communities(kept: Kept) -> None:
    with kept.cast.acting("刘敏", write=False) as work:
        ident = of(work, kept.people["甲"], kept.dwellings["101"]).id
    with pytest.raises(Refusal, match="is left"), kept.cast.acting("刘敏") as work:
        correct_ownership_share(work, ident, WHOLE, "typed")
    with pytest.raises(NotFound), kept.cast.acting("维托") as work:
        correct_ownership_share(work, ident, THIRD, "typed")
    with kept.cast.acting("刘敏") as work:
        take_back_ownership(work, ident)
    with pytest.raises(Refusal, match="taken back"), kept.cast.acting("刘敏") as work:
        correct_ownership_share(work, ident, THIRD, "typed")


def test_the_share_changes_the_naming_stays_and_the_ledger_has_both(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        row = of(work, kept.people["甲"], kept.dwellings["101"])
        corrected = correct_ownership_share(work, row.id, THIRD, "register")
        assert (corrected.share_num, corrected.share_den, corrected.named_voter) == (1, 3, True)
        kind, told = newest(work)
    assert kind == "people:share_corrected"
    figures = [told[name] for name in ("num_before", "den_before", "num_after", "den_after", "reason_no")]
    assert figures == [1, 2, 1, 3, 2]


def test_the_page_asks_for_share_and_reason(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏", write=False) as work:
        ident = of(work, kept.people["甲"], kept.dwellings["101"]).id
    reading, path = kept.at("刘敏", tmp_path), f"/admin/ownerships/{ident}/share"
    assert f"/ownerships/{ident}/share" in reading.get(f"/admin/dwellings/{kept.dwellings['101']}").text
    assert reading.get(path).says("更正份额", "其他业主的份额", "何藏名乙", "为什么登错")
    assert reading.post(path, share="2", why="typed").status == 422
    assert reading.post(path, share="3/4", why="typed").says("只")
    assert reading.post(path, share="1/3").status == 422
    assert reading.post(path, share="1/3", why="typed").says("份额已更正", "1/3")
