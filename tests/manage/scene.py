"""An issue that is being carried out, and orders on it, for the tests of this room."""

from datetime import date, timedelta
from typing import Any

from civic.core.message import Message
from civic.manage import acts
from civic.manage.rules import TaskNature
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.web.words import Reader, reading, text_of
from tests.cast import MORNING, ZONE, Cast


def verified(cast: Cast, title: str = "游麟路早市占道", nature: Nature = Nature.PUBLIC_ORDER) -> int:
    """赵玉梅 raised it, the committee checked it."""
    with cast.acting("赵玉梅") as work:
        issue = propose.raise_issue(work, title=title, facts="早市占道", wish="有序", category="living")
        ident = issue.id
    with cast.acting("刘敏") as work:
        propose.verify_issue(work, ident, findings="64 个摊位", nature=nature)
    return ident


def managed(cast: Cast, title: str = "游麟路早市占道", nature: Nature = Nature.PUBLIC_ORDER) -> int:
    """…and it is to be carried out."""
    ident = verified(cast, title, nature)
    with cast.acting("刘敏") as work:
        propose.advance_issue(work, ident, "carry_out")
    return ident


def ordered(cast: Cast, issue_id: int, lead: str = "唐伟", by: str = "刘敏", **changed: Any) -> int:
    """A work order, due in four days."""
    with cast.acting(by) as work:
        terms = {
            "task": "划线定位，办理 48 个摊位的许可", "nature": TaskNature.CITY_MANAGEMENT,
            "lead_id": cast.people[lead], "helpers": "居民委员会", "due_on": due(cast, 4),
            "criterion": "48 个摊位划线完毕", "cost_fen": 400_000, "payer": "街道办事处",
        }  # fmt: skip
        return acts.issue_work_order(work, issue_id, **{**terms, **changed}).id


def due(cast: Cast, days: int) -> date:
    """So many days from the cast's today."""
    return cast.clock.now().date() + timedelta(days=days)


def english(message: Message | None) -> str:
    """The sentence as an English reader of 2026 sees it."""
    with reading(Reader("en", ZONE, MORNING)):
        return text_of(message)
