"""Who is asked today for work orders, and when no more."""

import pytest

from civic.manage.today import asks
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.manage.scene import managed, ordered, verified
from tests.supervise.stage import seat
from tests.web import statements


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    seat(cast, "丁主任", "owners_committee")
    return cast


def asked(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [ask.path for ask in asks(work)]


def test_the_committee_is_asked_for_the_first_order(cast: Cast) -> None:
    verified(cast, "还没定的事")
    issue = managed(cast)
    assert asked(cast, "刘敏") == ["/issues/GF-2026-002/work-orders/new"]
    for who in ("赵玉梅", "丁主任", "陈书", "唐伟"):
        assert asked(cast, who) == []
    ordered(cast, issue)
    assert asked(cast, "刘敏") == []
    assert len(asked(cast, "唐伟")) == 1


def test_the_owners_committee_is_asked_about_the_owners_matters(cast: Cast) -> None:
    managed(cast)
    managed(cast, "修电梯", Nature.OWNERS_GENERAL)
    assert asked(cast, "丁主任") == ["/issues/GF-2026-002/work-orders/new"]
    assert len(asked(cast, "刘敏")) == 2


def test_statements_stay_as_many(cast: Cast) -> None:
    for number in range(3):
        managed(cast, f"第{number}件事")
    for who, most in (("赵玉梅", 1), ("刘敏", 2)):
        with cast.acting(who, write=False) as work, statements(cast.workshop.database) as seen:
            asks(work)
        assert len(seen) <= most
