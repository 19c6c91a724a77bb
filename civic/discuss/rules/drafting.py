"""The draft of a resolution: who answers an amendment, when, and what a paragraph is."""

from collections.abc import Sequence

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules import Phase

AMEND_DAYS = 5
"""Working days for the answer: as long as a question about the option paper may wait."""
MOST = 2000
"""Characters of a draft: what the text of a vote may hold."""

OPEN, ACCEPTED, DECLINED, TAKEN_BACK, OUTDATED = "open", "accepted", "declined", "withdrawn", "outdated"
STATES: dict[str, Message] = {
    OPEN: say_p("an amendment", "waits for its answer"),
    ACCEPTED: say_p("an amendment", "accepted"),
    DECLINED: say_p("an amendment", "declined"),
    TAKEN_BACK: say_p("an amendment", "withdrawn"),
    OUTDATED: say_p("an amendment", "outdated"),
}


def passages(text: str) -> list[str]:
    """The paragraphs of a draft: a line each."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def tidy(text: str) -> str:
    """A draft as it is kept: its paragraphs, a line each."""
    return "\n".join(passages(text))


def replaced(text: str, old: str, new: str) -> str | None:
    """The draft with this paragraph replaced; None where it does not hold it any more."""
    parts = passages(text)
    if old not in parts:
        return None
    place = parts.index(old)
    return tidy("\n".join([*parts[:place], new, *parts[place + 1 :]]))


def may_write_draft(*, written: bool, phase: Phase) -> Verdict:
    """Once, while the matter is talked over; after that it changes by amendments."""
    if written:
        return no(say("There is a draft already. It changes by amendments."))
    return _talked_over(phase)


def may_amend(*, text: str, phase: Phase) -> Verdict:
    """There must be a draft, and it must not have gone to the vote."""
    return _talked_over(phase) if text else no(say("There is no draft resolution yet."))


def amendment_holds(*, text: str, old: str, new: str) -> Verdict:
    """It changes a paragraph of the draft as it stands now, and the draft stays within its length."""
    after = replaced(text, old, tidy(new))
    if after is None:
        return no(say("This paragraph is not in the draft any more. Please choose one as it stands now."))
    if after == text:
        return no(say("This is what the draft says already. Please change something."))
    if len(after) > MOST:
        return no(say("The draft would be longer than 2,000 characters. Please write less."))
    return YES


def may_answer_amendment(*, state: str) -> Verdict:
    """Once; late is better than never."""
    if state == OPEN:
        return YES
    if state == TAKEN_BACK:
        return no(say("The amendment was withdrawn. There is nothing to answer."))
    return no(say("This amendment was answered already."))


def may_accept(*, text: str, old: str, new: str, phase: Phase) -> Verdict:
    """While the draft can still change."""
    return _talked_over(phase).then(lambda: amendment_holds(text=text, old=old, new=new))


def may_decline(*, reason: str) -> Verdict:
    """Never without saying why."""
    return YES if reason.strip() else no(say("Please say why: whoever proposed it may know."))


def may_withdraw_amendment(*, state: str) -> Verdict:
    """Until it is answered."""
    return YES if state == OPEN else no(say("This amendment does not wait any more, so it stays."))


def outdated_by(accepted: str, waiting: Sequence[tuple[int, str]]) -> list[int]:
    """Which of the others (number, paragraph) lose the paragraph that they would change."""
    return [number for number, old in waiting if old == accepted]


def _talked_over(phase: Phase) -> Verdict:
    if phase in {Phase.TOPIC, Phase.OUTCOME}:
        return YES
    return no(say("This is not talked over any more; the draft stays as it is."))
