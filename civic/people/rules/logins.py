"""The name one signs in with: suggested from the roll, one spelling for one account."""

import unicodedata
from collections.abc import Collection, Iterator

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no

LONGEST = 30


def folded(login: str) -> str:
    """What is stored and compared: full-width and half-width, large and small are the same (NFKC, casefold);
    blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", login).casefold().split())


def suggestions(name: str, door: str) -> Iterator[str]:
    """The own name, else with the door, else counted on: the first that is free is suggested."""
    yield name
    yield f"{name}{door}"
    yield from (f"{name}{door}-{number}" for number in range(2, 100))


def suggested(name: str, door: str, taken: Collection[str]) -> str:
    """The first suggestion that nobody has; `taken` are folded."""
    return next(each for each in suggestions(name, door) if folded(each) not in taken)


def may_take_login(login: str, taken: Collection[str]) -> Verdict:
    """Not empty, not endless, not somebody else's."""
    if not 2 <= len(folded(login)) <= LONGEST:
        return no(say("Please choose a name of 2 to 30 characters to sign in with."))
    if folded(login) in taken:
        return no(say("Somebody else signs in with this name. Please add your door or a number to it."))
    return YES
