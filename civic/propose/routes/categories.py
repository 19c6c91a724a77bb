"""What is promised for each kind of matter: read by everybody, set by the committee."""

from dataclasses import replace

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import NAMES, Permission, Standing
from civic.propose import acts
from civic.propose.forms import SetCategoryForm
from civic.propose.rules import GIVEN, HANDS, Category, categories_of
from civic.propose.rules.categories import DANGER_DAYS, next_code
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def list_categories(call: Call, work: UnitOfWork) -> Response:
    """All of them in the community's order, with their days and hands."""
    return call.page(
        "propose/categories.html", categories=categories_of(work.community.categories).values(), hands=NAMES,
        danger_days=DANGER_DAYS, may_set=acts.may_set_category(work),
    )  # fmt: skip


def new_category(call: Call, work: UnitOfWork) -> Response:
    """The questions about one of the community's own."""
    known = categories_of(work.community.categories)
    return _asked(call, None, blank(position=str(len(known) + 1), answer_days="5", whole_days="30"))


def show_category(call: Call, work: UnitOfWork) -> Response:
    """The same about one that is there."""
    known, code = categories_of(work.community.categories), call.path["category"]
    one = _one(known, code)
    flags = {name: "yes" for name in ("danger", "closed") if getattr(one, name)}
    place = list(known).index(code) + 1
    return _asked(
        call, one,
        blank(
            name=one.own_name, position=str(place), answer_days=str(one.answer_days), whole_days=str(one.whole_days),
            owner=one.owner.value, **flags,
        ),
    )  # fmt: skip


def add_category(call: Call, work: UnitOfWork) -> Response:
    """One more, under a code of its own."""
    return _set(call, work, None)


def set_category(call: Call, work: UnitOfWork) -> Response:
    """One that is there, promised otherwise from now on."""
    return _set(call, work, _one(categories_of(work.community.categories), call.path["category"]))


def _set(call: Call, work: UnitOfWork, one: Category | None) -> Response:
    known = categories_of(work.community.categories)
    form: Filled[SetCategoryForm] = call.form(SetCategoryForm)
    if form.clean and not form.clean.name and (one is None or one.code not in GIVEN):
        form.refuse("name", say("Please fill this in."))
    if form.clean is None or form.errors:
        return _asked(call, one, form)
    told = form.clean
    given = GIVEN[one.code].name if one and one.code in GIVEN else ""
    new = replace(
        one or Category(next_code(known), ""), name=told.name or given, answer_days=told.answer_days,
        whole_days=told.whole_days, owner=Standing(told.owner), danger=bool(told.danger), closed=bool(told.closed),
    )  # fmt: skip
    verdict = acts.may_set_category(work, new)
    if verdict.because:
        form.refuse("", verdict.because)
        return _asked(call, one, form)
    acts.set_category(work, new, told.position)
    return call.done("/categories", say("This counts for everything raised from now on."))


def _asked(call: Call, one: Category | None, form: Filled[SetCategoryForm]) -> Response:
    return call.page(
        "propose/category.html", status=422 if form.errors else 200, one=one, form=form,
        given=GIVEN[one.code].name if one and one.code in GIVEN else None,
        hands=[(standing.value, NAMES[standing]) for standing in HANDS],
    )  # fmt: skip


def _one(known: dict[str, Category], code: str) -> Category:
    if code not in known:
        raise NotFound
    return known[code]


P = Permission
ROUTES = [
    page("/categories", list_categories, P.READ, "issues"),
    page("/admin/categories/new", new_category, P.SET_CATEGORIES, "issues"),
    act("/admin/categories", add_category, P.SET_CATEGORIES, "issues"),
    page("/admin/categories/{category}", show_category, P.SET_CATEGORIES, "issues"),
    act("/admin/categories/{category}", set_category, P.SET_CATEGORIES, "issues"),
]
