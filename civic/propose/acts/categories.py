"""What the community promises for each kind of matter."""

from civic.core.verdict import YES, Verdict
from civic.permissions import Permission
from civic.propose import events
from civic.propose.rules.categories import Category, categories_of, may_set, placed, stored_from
from civic.work import UnitOfWork

P = Permission


def may_set_category(work: UnitOfWork, new: Category | None = None) -> Verdict:
    """The committee; within the bounds of `rules.categories`."""
    known = categories_of(work.community.categories)
    return work.may(P.SET_CATEGORIES).then(lambda: may_set(known, new) if new else YES)


def set_category(work: UnitOfWork, new: Category, position: int) -> None:
    """Name, place in the order (1 is first), days, hands; counts for what is raised from now on."""
    may_set_category(work, new).demand()
    work.require(P.SET_CATEGORIES)
    community = work.own_community()
    community.categories = stored_from(placed(categories_of(community.categories), new, position))
    work.record(
        events.CategorySet(
            category=new.code, position=position, answer_days=new.answer_days, whole_days=new.whole_days,
            owner=new.owner.value, danger=new.danger, closed=new.closed,
        )
    )  # fmt: skip
