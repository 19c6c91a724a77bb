"""The shapes of the sum's sentences, one function a shape."""

from civic.core.amount import Area
from civic.core.message import Message, Param, say, say_p
from civic.decide.rules.checks import Check

Due = int | Area


def meeting_line(due: Due, quorum: Check, approval: Check) -> Message:
    """应到 67，实到 56 ≥ 45；同意 49 > 28，通过。"""
    return say(
        "Due %(due)s, present %(part)s %(sign)s %(need)s; for %(yes)s %(than)s %(mark)s: %(verdict)s.",
        due=due,
        **_part(quorum),
        **_for(approval),
    )


def short_meeting_line(due: Due, quorum: Check) -> Message:
    """应到 67，实到 43 < 45，未达法定人数。"""
    word = _quorum_word(quorum)
    return say(
        "Due %(due)s, present %(part)s %(sign)s %(need)s: %(verdict)s.",
        due=due,
        verdict=word,
        **_part(quorum),
    )


def full_line(due: Due, quorum: Check, approval: Check) -> Message:
    """人数：应计 209，参与 158 ≥ 140；同意 118 > 79，通过。"""
    return say(
        "%(counter)s: %(due)s in all, %(part)s took part %(sign)s %(need)s; "
        "for %(yes)s %(than)s %(mark)s: %(verdict)s.",
        counter=quorum.label,
        due=due,
        **_part(quorum),
        **_for(approval),
    )


def quorum_line(due: Due, quorum: Check) -> Message:
    """人数：应计 300，参与 199 < 200，未达法定人数。"""
    return say(
        "%(counter)s: %(due)s in all, %(part)s took part %(sign)s %(need)s: %(verdict)s.",
        counter=quorum.label,
        due=due,
        verdict=_quorum_word(quorum),
        **_part(quorum),
    )


def approval_line(due: Due, approval: Check) -> Message:
    """人数：应计 300，同意 60 ≥ 60，通过。"""
    return say(
        "%(counter)s: %(due)s in all; for %(yes)s %(than)s %(mark)s: %(verdict)s.",
        counter=approval.label,
        due=due,
        **_for(approval),
    )


def _part(quorum: Check) -> dict[str, Param]:
    return {"part": quorum.got_figure, "sign": quorum.sign, "need": quorum.need_figure}


def _for(approval: Check) -> dict[str, Param]:
    word = say_p("sum", "passed") if approval.met else say_p("sum", "not passed")
    return {"yes": approval.got_figure, "than": approval.sign, "mark": approval.need_figure, "verdict": word}


def _quorum_word(quorum: Check) -> Message:
    return say_p("sum", "quorate") if quorum.met else say_p("sum", "inquorate")
