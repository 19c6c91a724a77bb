"""What was there before search was: the migration finds it, as making the index anew does."""

from sqlalchemy import delete

from civic.finding.rebuilding import rebuild_all
from civic.finding.tables import Passage
from civic.store.engine import Database
from civic.store.migrate import migrate, migrate_down
from tests.cast import gather
from tests.discuss import story
from tests.finding.looking import looked, raised

BEFORE = "2026_11_26_finishing_people"


def test_what_was_written_before_is_found(database_url: str, database: Database) -> None:
    cast = gather(database)
    _issue, topic = story.opened(cast)
    cast.clock.advance(hours=1)
    story.say(cast, "赵玉梅", topic, "早市的秤砣别砸着人")
    raised(cast, "对门借早市摊位不还", category="disputes")
    raised(cast, "苇湾早市", who="维托")
    before = looked(cast, "早市"), looked(cast, "早市", "维托")
    assert [len(each) for each in before] == [3, 1]
    database.close()  # nothing may hold the file while it is migrated
    migrate_down(database_url, BEFORE)
    migrate(database_url)
    assert (looked(cast, "早市"), looked(cast, "早市", "维托")) == before
    assert dict(rebuild_all(cast.workshop)) == {"gongfu": 3, "weiwan": 1}
    with database.writer.begin() as connection:
        connection.execute(delete(Passage))
    assert looked(cast, "早市") == []
