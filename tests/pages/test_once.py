"""One press, one effect; other words, or another form of the same page, are another intent."""

from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

import civic.app
import civic.work
from civic.core.entropy import SeededEntropy
from civic.discuss.tables import Contribution
from civic.propose.acts import accept_issue, raise_issue, verify_issue
from civic.propose.rules import Nature
from civic.propose.tables import Endorsement
from civic.store.engine import Database
from civic.web.security import read_secret
from tests.cast import Cast, gather
from tests.web import Browser, browser

WORDS = {"stance": "for", "about": "topic"}


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def zhao(cast: Cast, tmp_path: Path) -> Browser:
    return browser(cast, "赵玉梅", folder=tmp_path)


@pytest.fixture
def topic(cast: Cast) -> str:
    with cast.acting("孙浩") as work:
        issue = raise_issue(work, title="摊子", facts="占路。", wish="定时。", category="living")
    with cast.acting("刘敏") as work:
        verify_issue(work, issue.id, findings="属实。", nature=Nature.SELF_GOVERNANCE)
        accept_issue(work, issue.id, background="早市", scope="时间", days=5)
    return f"/issues/{issue.reference}"


def rows(cast: Cast, table: type[Contribution] | type[Endorsement]) -> int:
    with cast.acting(None, write=False) as work:
        return work.session.scalar(select(func.count()).select_from(table)) or 0


def test_the_same_words_twice_are_one_press(cast: Cast, zhao: Browser, topic: str) -> None:
    zhao.get(topic)
    tokens = zhao.tokens()
    first = zhao.post(f"{topic}/contributions", tokens=tokens, follow=False, text="八点半以前。", **WORDS)
    again = zhao.post(f"{topic}/contributions", tokens=tokens, follow=False, text="八点半以前。", **WORDS)
    assert (first.status, again.status) == (303, 303)
    assert first.location == again.location
    assert rows(cast, Contribution) == 1


def test_back_and_other_words_are_not_lost(cast: Cast, zhao: Browser, topic: str) -> None:
    zhao.get(topic)
    tokens = zhao.tokens()
    for text in ("八点半以前。", "周末也要。"):
        assert (
            zhao.post(f"{topic}/contributions", tokens=tokens, follow=False, text=text, **WORDS).status == 303
        )
    assert rows(cast, Contribution) == 2


def test_two_forms_of_one_page_are_two_intents(cast: Cast, zhao: Browser, topic: str) -> None:
    zhao.get(topic)
    tokens = zhao.tokens()
    assert zhao.post(f"{topic}/endorsements", tokens=tokens, follow=False).status == 303
    assert (
        zhao.post(f"{topic}/contributions", tokens=tokens, follow=False, text="同意。", **WORDS).status == 303
    )
    assert (rows(cast, Endorsement), rows(cast, Contribution)) == (1, 1)


def test_a_connection_that_breaks_in_its_commit(
    cast: Cast, zhao: Browser, topic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit got through, its answer did not: the person is told what is stored, not to try again."""

    commits = count(1)

    class Broken(Session):
        def commit(self) -> None:
            super().commit()
            if next(commits) == 1:
                raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))

    zhao.get(topic)
    tokens = zhao.tokens()
    monkeypatch.setattr(civic.work, "Session", Broken)
    told = zhao.post(f"{topic}/contributions", tokens=tokens, follow=False, text="八点半以前。", **WORDS)
    assert told.status == 303
    assert rows(cast, Contribution) == 1


def test_a_session_that_cannot_be_renewed_changes_no_answer(
    cast: Cast, topic: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def locked(_work: object, token: str) -> None:
        asked.append(token)
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))

    monkeypatch.setattr(civic.app, "renew_session", locked)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    cast.clock.advance(minutes=10)
    assert zhao.get(topic).status == 200
    assert asked


def test_the_key_appears_whole(tmp_path: Path) -> None:
    """Two servers that start together agree: what is there is never made again, nor half there."""
    first = read_secret(tmp_path / "in" / "secret", SeededEntropy("a"))
    assert len(first) == 32
    assert read_secret(tmp_path / "in" / "secret", SeededEntropy("b")) == first
    assert [each.name for each in (tmp_path / "in").iterdir()] == ["secret"]
    assert (tmp_path / "in" / "secret").stat().st_mode & 0o777 == 0o600
