"""The roll for those who keep it: search, gaps and vacancies, one person."""

from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.people.doors import roll_doors
from civic.people.help_words import ALL_KINDS
from civic.people.queries import gaps, vacant
from civic.people.queries.entries import Entry
from civic.people.queries.gaps import Gap
from civic.people.queries.kin_in_office import kin_holding
from civic.people.queries.looks import shown_until
from civic.people.queries.person import file_of
from civic.people.queries.reach import Reach, reach_of
from civic.people.queries.roll import PER_PAGE, entry_of, find_people, household
from civic.people.routes.glass import behind_glass
from civic.people.routes.persons.ways import person_ways
from civic.people.searching import read_wanted
from civic.people.seeing import seen
from civic.people.spoken import GAPS, LAST_IN, OBTAINED, door_words, office_words, scope_words
from civic.people.state_words import state_of
from civic.people.tables import PersonKind
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork

LONGEST = 40


def list_people(call: Call, work: UnitOfWork) -> Response:
    """Search, and under it what is to be mended; the search alone when a part is asked for."""
    reach = reach_of(work)
    typed = " ".join(call.query.get("q", "").split())[:LONGEST]
    wanted = read_wanted(typed)
    found = find_people(work, reach, wanted, call.page_no())
    pages = max(1, -(-found.count // PER_PAGE))
    page_no = min(call.page_no(), pages)
    if page_no != call.page_no():
        found = find_people(work, reach, wanted, page_no)
    return call.page(
        "people/people.html",
        fragment="found",
        reach=reach,
        typed=typed,
        count=found.count,
        people=[seen(work, reach, entry) for entry in found.people],
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to(f"/admin/people?{_query(typed, number)}"),
        doors=roll_doors(work),
        **({} if call.fragment else _to_mend(work, reach)),
    )


def _query(typed: str, number: int) -> str:
    return urlencode({name: value for name, value in (("q", typed), ("page", number)) if value})


def _to_mend(work: UnitOfWork, reach: Reach) -> dict[str, Any]:
    """Gaps, vacancies, terms that end, and what waits for the committee."""
    whole = reach.everybody
    return {
        "gaps": [(gap, GAPS[gap], n) for gap, n in gaps.gap_counts(work, reach).items()],
        "vacancies": [
            (each, scope_words(each.building, each.entrance)) for each in vacant.vacancies(work, reach)
        ],
        "ending": [(each, office_words(each)) for each in vacant.ending(work)] if whole else (),
        "kin": kin_holding(work) if whole else (),
        "undone": vacant.undone(work) if whole else None,
    }


def show_gap(call: Call, work: UnitOfWork) -> Response:
    """Where one kind of entry is missing, by building and door."""
    reach, word = reach_of(work), call.path["gap"]
    if word not in set(Gap):
        raise NotFound
    gap = Gap(word)
    count = gaps.gap_counts(work, reach)[gap]
    pages = max(1, -(-count // PER_PAGE))
    page_no = min(call.page_no(), pages)
    people = gaps.gap_people(work, reach, gap, page_no) if gap in gaps.OF_PEOPLE else ()
    dwellings = () if gap in gaps.OF_PEOPLE else gaps.gap_dwellings(work, reach, gap, page_no)
    return call.page(
        "people/gap.html",
        reach=reach,
        gap=GAPS[gap],
        kind=gap.value,
        count=count,
        people=[seen(work, reach, entry) for entry in people],
        dwellings=[(each, door_words(each)) for each in dwellings],
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to(f"/admin/gaps/{gap.value}?page={number}"),
    )


def show_person(call: Call, work: UnitOfWork) -> Response:
    """One person's entry, as far as this reader may see it."""
    reach, person_id = reach_of(work), call.number("person")
    entry = entry_of(work, reach, person_id)
    until = shown_until(work, person_id)
    return call.page(
        "people/person.html",
        reach=reach,
        person=seen(work, reach, entry, shown_now=until is not None),
        state=state_of(work, reach, entry),
        organisation=entry.kind == PersonKind.ORGANISATION,
        until=until,
        members=[seen(work, reach, each) for each in household(work, reach, entry)],
        **_beside(work, reach, entry),
        may_show=work.may(P.SHOW_PERSON),
        ways=person_ways(work, entry),
        may_give_code=work.may(P.GIVE_CODE),
        may_appoint=work.may(P.APPOINT),
        may_answer=work.may(P.ANSWER_CORRECTION),
        may_record=work.may(P.RECORD_CONSENT),
    )


def _beside(work: UnitOfWork, reach: Reach, entry: Entry) -> dict[str, Any]:
    """What stands beside the entry, with its words."""
    file = file_of(work, reach, entry)
    return {
        "file": file,
        "shares": [(share, door_words(share.place)) for share in file.shares],
        "terms": [(term, office_words(term)) for term in file.terms],
        "obtained": OBTAINED,
        "last_in": LAST_IN,
        "helper_kinds": ALL_KINDS,
    }


P = Permission
ROUTES = [
    page("/admin/people", behind_glass(list_people), P.READ_ROLL, "me"),
    page("/admin/people/{person}", behind_glass(show_person), P.READ_ROLL, "me"),
    page("/admin/gaps/{gap}", behind_glass(show_gap), P.READ_ROLL, "me"),
]
