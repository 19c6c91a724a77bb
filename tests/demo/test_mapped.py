"""The demo's opinion map: closed, with the two camps of the market and what they share."""

from civic.demo.scenes.market_mapped import NAMED, SHARED
from civic.discuss.map_results import results
from civic.discuss.tables import Statement, TopicMap
from tests.demo.conftest import Told


def test_the_market_has_a_map_with_two_camps_and_what_they_share(told: Told) -> None:
    found = told.one(TopicMap)
    statements = told.all(Statement, map_id=found.id)
    assert found.closed_at == found.closes_at
    shows = results(found, statements, "")
    assert shows is not None
    assert (shows.people, [group.members for group in shows.groups]) == (27, [16, 11])
    assert set(SHARED) <= {line.text for line in shows.common}
    assert shows.differing
    assert not set(SHARED) & {line.text for line in shows.differing}
    assert [(each.text, each.reason) for each in statements if each.state == "left_out"] == [
        (NAMED, "点名说一位邻居，不是观点")
    ]
