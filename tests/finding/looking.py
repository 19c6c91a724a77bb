"""What somebody of the cast finds."""

from typing import Any

from civic.finding.queries.found import Found, Wanted, found, numbers
from civic.propose import acts as propose
from civic.store.search import phrases_of
from tests.cast import Cast


def raised(cast: Cast, title: str, who: str = "赵玉梅", **more: Any) -> int:
    """An issue of that title; its id."""
    given = {"facts": "一直这样", "wish": "处理一下", "category": "living", **more}
    with cast.acting(who) as work:
        return propose.raise_issue(work, title=title, **given).id


def looked(cast: Cast, typed: str, who: str | None = None, **narrowed: Any) -> list[Found]:
    """What fits, newest first."""
    with cast.acting(who, write=False) as work:
        return found(work, numbers(work, Wanted(phrases_of(typed), **narrowed)))


def titles(cast: Cast, typed: str, who: str | None = None, **narrowed: Any) -> list[str]:
    return [each.title for each in looked(cast, typed, who, **narrowed)]


def kinds(cast: Cast, typed: str, **narrowed: Any) -> list[str]:
    return [each.kind for each in looked(cast, typed, **narrowed)]
