"""The result page is drawn once for readers who are not signed in, and never wrongly."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from civic.notices import acts as notices
from civic.notices.tables import Notice
from civic.store.engine import Database
from civic.web.cache import VISITOR
from tests.cast import gather
from tests.decide.stage import Stage, at, notify, to_the_outcome
from tests.web import Browser, browser, sign_in, statements


@pytest.fixture
def stage(database: Database) -> Stage:
    stage = to_the_outcome(gather(database))
    notify(stage)
    stage.go(at(4, 18, 15))
    stage.voters = ["刘敏", "孙浩"]
    stage.cast_all(2, 0, 0)
    stage.go(at(4, 18, 17))
    return stage


def path(stage: Stage) -> str:
    return f"/votes/{stage.vote_id}/result"


def asks_database(stage: Stage, reader: Browser, at_path: str | None = None) -> bool:
    with statements(stage.cast.workshop.database) as asked:
        reader.get(at_path or path(stage))
    assert reader.page.status == 200
    return bool(asked)


def test_the_second_reader_needs_no_database(stage: Stage, tmp_path: Path) -> None:
    first = browser(stage.cast, folder=tmp_path)
    assert asks_database(stage, first)
    drawn = first.page
    assert not asks_database(stage, first)
    assert first.page.says("通过")
    assert untold(drawn.text) == untold(first.page.text)


def test_each_reader_gets_tokens_of_the_own(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    reader.get(path(stage))
    before = reader.tokens()
    reader.get(path(stage))
    after = reader.tokens()
    assert before["csrf"] == after["csrf"], "one browser, one csrf"
    assert before["once"] != after["once"]
    reader.client.cookies.clear()
    reader.get(path(stage))
    assert reader.tokens()["csrf"] != before["csrf"]
    assert reader.client.cookies["__Host-civic"].startswith(VISITOR)
    reader.post("/settings/look", size="xl", then="/gongfu" + path(stage))
    assert 'data-size="xl"' in reader.page.text, "the new browser's tokens are good"


def test_another_look_or_language_is_another_page(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    reader.get(path(stage))
    reader.client.cookies.set("civic-look", "xl.dark.en")
    assert asks_database(stage, reader)
    assert 'lang="en"' in reader.page.text
    assert 'data-size="xl"' in reader.page.text


def test_another_community_is_another_page(stage: Stage, tmp_path: Path) -> None:
    here = browser(stage.cast, folder=tmp_path)
    here.get(path(stage))
    there = Browser(here.client, "weiwan")
    there.get(path(stage))
    assert there.page.status == 404


def test_whoever_is_signed_in_is_never_given_a_kept_page(stage: Stage, tmp_path: Path) -> None:
    stranger = browser(stage.cast, folder=tmp_path)
    stranger.get(path(stage))
    mine = Browser(stranger.client, "gongfu")
    stranger.client.cookies.clear()
    stranger.client.cookies.set("__Host-civic", sign_in(stage.cast, "孙浩"))
    assert asks_database(stage, mine)
    assert asks_database(stage, mine)
    assert 'href="/gongfu/in"' not in mine.page.text


def test_nothing_a_signed_in_reader_saw_is_kept(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    reader.get(path(stage))
    reader.client.cookies.clear()
    reader.get(path(stage))
    assert 'href="/gongfu/in"' in reader.page.text


def test_whatever_is_written_shows_at_once(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    assert asks_database(stage, reader)
    assert not asks_database(stage, reader)
    with stage.cast.acting("赵玉梅") as work:
        notices.object_to_notice(work, work.one(Notice, subject="result").id, "人数不对")
    assert asks_database(stage, reader)


def test_what_the_hour_brings_shows_within_seconds(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    assert asks_database(stage, reader)
    stage.cast.clock.advance(seconds=9)
    assert not asks_database(stage, reader)
    stage.cast.clock.advance(seconds=2)
    assert asks_database(stage, reader)
    stage.cast.clock.set(stage.cast.clock.now() - timedelta(days=1))
    assert asks_database(stage, reader), "a clock put back keeps nothing alive"


def test_only_pages_that_opted_in(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    assert asks_database(stage, reader, f"/votes/{stage.vote_id}")
    assert asks_database(stage, reader, f"/votes/{stage.vote_id}")


def test_a_refusal_is_not_kept(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    for _ in range(2):
        with statements(stage.cast.workshop.database) as asked:
            assert reader.get("/votes/999/result").status == 404
        assert asked


def untold(text: str) -> str:
    """A page without its one-use tokens."""
    return re.sub(r'value="[0-9a-fv][0-9a-f]{63}"', "", text)
