"""The next number of a resolution, to be proposed in the notice of a vote."""

from sqlalchemy import select

from civic.core.message import Message
from civic.decide.queries.roll import estate_of
from civic.decide.rules.holding import holdable
from civic.decide.rules.numbers import first_number, next_number
from civic.decide.rules.presets import preset
from civic.decide.tables import Vote
from civic.people.tables import Building
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def proposed_number(work: UnitOfWork, issue: Issue) -> Message | str:
    """After the last resolution of the body that decides this; owners count by their estate: two statements."""
    of_owners = any(
        preset(each).of_owners for each in holdable(Nature(issue.nature or Nature.SELF_GOVERNANCE))
    )
    estate = estate_of(work, issue.building_id) if of_owners else None
    rows = work.session.execute(
        select(Vote.number, Vote.preset, Building.estate)
        .join(Issue, Issue.id == Vote.issue_id)
        .outerjoin(Building, Building.id == Issue.building_id)
        .where(Vote.community_id == work.community.id)
        .order_by(Vote.id.desc())
    )
    used = [
        row.number
        for row in rows
        if preset(row.preset).of_owners is of_owners and (not of_owners or row.estate == estate)
    ]
    following = next_number(used, work.today.year)
    if following:
        return following
    return first_number(estate or work.community.name, work.today.year, of_owners=of_owners)
