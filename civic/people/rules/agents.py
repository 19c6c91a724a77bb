"""Who acts by law in an owner's name: the guardian of a minor or of whoever lacks capacity, the representative of an
organisation; proven by a document that an officer saw (Civil Code, arts 23, 24, 27, 28, 31, 61, 165)."""

from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.rules.editing import FIRST
from civic.permissions import Standing

GUARDIAN, REPRESENTATIVE = "guardian", "representative"
AGENTS = frozenset({GUARDIAN, REPRESENTATIVE})
"""The kinds of help that rest on a document, not on a consent."""

DOCUMENTS = ("licence", "authorisation", "register", "designation", "court")
"""Their number stands in the ledger, from 1."""
OF_ORGANISATIONS = ("licence", "authorisation")
"""The business licence names the legal representative (art. 61); others bring a sealed authorisation (art. 165)."""
OF_MINORS = ("register", "designation", "court")
"""Parents are guardians (art. 27); else the residents' committee or the civil affairs office designates one (arts 31,
32), or a court does."""
OF_ADULTS = ("court",)
"""An adult has capacity until a court finds otherwise (art. 24)."""
LONGEST_YEARS = 5
"""Then the papers are looked at again."""


@dataclass(frozen=True)
class Ward:
    """In whose name somebody acts."""

    id: int
    organisation: bool = False
    born_on: date | None = None
    gone: bool = False

    def minor(self, today: date) -> bool:
        """Under eighteen; nobody whose birthday is not known."""
        return self.born_on is not None and today < adult_on(self.born_on)


@dataclass(frozen=True)
class Agent:
    """Who acts."""

    id: int
    of_age: bool = True
    organisation: bool = False
    gone: bool = False
    suspended: bool = False
    offices: frozenset[Standing] = frozenset()


@dataclass(frozen=True)
class Seen:
    """The document that an officer saw."""

    document: str
    dated_on: date
    until_on: date
    by: int


def adult_on(born_on: date) -> date:
    """The eighteenth birthday; of a 29 February, the day after the last of that month (art. 17)."""
    try:
        return born_on.replace(year=born_on.year + 18)
    except ValueError:
        return date(born_on.year + 18, 3, 1)


def kind_for(ward: Ward) -> str:
    """What somebody is who acts for this one."""
    return REPRESENTATIVE if ward.organisation else GUARDIAN


def documents_for(ward: Ward, today: date) -> tuple[str, ...]:
    """What proves it."""
    return OF_ORGANISATIONS if ward.organisation else OF_MINORS if ward.minor(today) else OF_ADULTS


def last_day_for(ward: Ward, today: date) -> date:
    """The last day that can be entered: a minor's guardian acts until the day before eighteen."""
    try:
        longest = today.replace(year=today.year + LONGEST_YEARS)
    except ValueError:
        longest = today.replace(year=today.year + LONGEST_YEARS, day=28)
    if ward.born_on is None or not ward.minor(today):
        return longest
    return min(longest, date.fromordinal(adult_on(ward.born_on).toordinal() - 1))


def may_have_agent(ward: Ward) -> Verdict:
    """Whoever is on the roll."""
    return no(say("Nobody acts for somebody who has died or left for good.")) if ward.gone else YES


def may_be_agent(ward: Ward, agent: Agent, by: int) -> Verdict:
    """A grown-up of the roll, other than whom they act for and than whoever writes it down. That they vote for
    themselves as well is no hindrance, nor is kinship: parents are guardians."""
    if agent.id == by:
        return not_allowed(say("You do not record yourself. Please ask a colleague who saw the document."))
    because = _why_no_agent(ward, agent)
    return no(because) if because else may_have_agent(ward)


def _why_no_agent(ward: Ward, agent: Agent) -> Message | None:
    if agent.id == ward.id:
        return say("Nobody is their own guardian or representative.")
    if agent.organisation:
        return say("An organisation acts through a person. Please choose that person.")
    if agent.gone:
        return say("This person is off the roll.")
    if not agent.of_age:
        return say("Whoever acts for another must be 18 or older.")
    if agent.suspended:
        return say("This account is suspended. Lift the suspension first.")
    if ward.organisation and Standing.PROPERTY_FIRM in agent.offices:
        return say(
            "Whoever works for the property firm represents no owner: a property firm never handles ballots."
        )
    return None


def may_prove(ward: Ward, seen: Seen, today: date) -> Verdict:
    """A document that makes somebody just that, of a day that can be, until a day that can be."""
    if seen.document not in documents_for(ward, today):
        return no(_why_no_proof(ward, today))
    if not FIRST <= seen.dated_on <= today:
        return no(say("This date of the document cannot be right. Please look it up again."))
    if seen.until_on < today:
        return no(say("Please choose a last day that is still to come."))
    longest = last_day_for(ward, today)
    if seen.until_on > longest:
        return no(say("This can be entered until %(day)s; then the papers are looked at again.", day=longest))
    return YES


def _why_no_proof(ward: Ward, today: date) -> Message:
    if ward.organisation:
        return say("For an organisation: its business licence, or an authorisation with its seal.")
    if ward.minor(today):
        return say(
            "For a minor: household register or birth certificate, a designation, or a court's decision."
        )
    return say(
        "An adult has capacity until a court finds otherwise: its decision must be seen (Civil Code, art. 24)."
    )
