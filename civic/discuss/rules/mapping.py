"""When an opinion map is opened, for how long, with which statements."""

from datetime import date, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.discuss.rules.statements import plain_words

STATEMENT_LIMIT = 140
FEWEST_SEEDS, MOST_SEEDS = 3, 20
FEWEST_DAYS, MOST_DAYS = 3, 60


def may_open_map(*, opened: bool, written: bool) -> Verdict:
    """Once a topic, before its outcome."""
    if opened:
        return no(say("This topic has an opinion map already."))
    if written:
        return no(say("The outcome is written; an opinion map would come too late."))
    return YES


def days_fit(closes_on: date, today: date) -> Verdict:
    """Three days at least, sixty at most."""
    if not FEWEST_DAYS <= (closes_on - today).days <= MOST_DAYS:
        return no(
            say(
                "Please choose a day from %(first)s to %(last)s.",
                first=today + timedelta(days=FEWEST_DAYS),
                last=today + timedelta(days=MOST_DAYS),
            )
        )
    return YES


def seeds_hold(texts: list[str]) -> Verdict:
    """Three to twenty, none too long, none without words, none twice."""
    if not FEWEST_SEEDS <= len(texts) <= MOST_SEEDS:
        return no(
            say("Please write %(few)s to %(many)s statements, one a line.", few=FEWEST_SEEDS, many=MOST_SEEDS)
        )
    known = dict[str, int]()
    for line, text in enumerate(texts, 1):
        words = plain_words(text)
        if not words:
            return no(say("Statement %(line)s has no words.", line=line))
        if len(text) > STATEMENT_LIMIT:
            return no(
                say("Statement %(line)s is longer than %(n)s characters.", line=line, n=STATEMENT_LIMIT)
            )
        if words in known:
            return no(say("Statements %(one)s and %(other)s are the same.", one=known[words], other=line))
        known[words] = line
    return YES
