"""What tests of the door share: a password for one of the cast, and how to sign in with it."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import update

from civic.people.passwords import hashed
from civic.people.tables import Account, Person
from civic.store.tables import LoginSession
from tests.cast import Cast
from tests.web import Browser, Page, browser

PASSWORD = "窗台上三盆君子兰"
OTHER = "楼下的槐树开花了吗"
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@cache
def stored(password: str) -> str:
    return hashed(password)


def give_password(cast: Cast, name: str, password: str = PASSWORD) -> None:
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people[name]).password_hash = stored(password)


def change(cast: Cast, name: str, **values: Any) -> None:
    """Change the person's row."""
    with cast.acting(None) as work:
        work.session.execute(update(Person).where(Person.id == cast.people[name]).values(**values))


def sessions(cast: Cast, name: str) -> list[LoginSession]:
    with cast.acting(None, write=False) as work:
        return list(work.session.query(LoginSession).filter_by(person_id=cast.people[name]))


def at_the_door(cast: Cast, folder: Path) -> Browser:
    """A fresh browser on the sign-in page."""
    fresh = browser(cast, folder=folder)
    fresh.get("/in")
    return fresh


def sign_in_as(there: Browser, login: str, password: str = PASSWORD, **more: Any) -> Page:
    there.get("/in")
    return there.post("/in", follow=False, login=login, password=password, **more)


def elsewhere(cast: Cast, folder: Path, cookie: str) -> Page:
    """What another browser gets at /me with that cookie."""
    other = browser(cast, folder=folder)
    other.client.cookies.set("__Host-civic", cookie)
    answer = other.client.get("/gongfu/me", follow_redirects=False)
    return Page(answer.status_code, answer.text, answer.headers.get("location", ""))
