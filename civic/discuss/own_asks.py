"""What became of the reader's own words, reports, questions, amendments and statements: for the person alone, no helper."""

from collections.abc import Callable, Sequence

from civic.core.days import end_of
from civic.core.message import Message, say
from civic.discuss.queries import OwnNews, own_news
from civic.discuss.queries.news import AMENDMENT, QUESTION, REPORT, STATEMENT, WORDS
from civic.permissions import Permission
from civic.web.house import Ask
from civic.work import UnitOfWork

OWN: dict[str, Message] = {
    "hidden": say("What you said was hidden"),
    "shown": say("What you said is shown again"),
    "confirmed": say("Your appeal was answered"),
}
REPORTED: dict[str, Message] = {
    "hidden": say("What you reported was hidden"),
    "kept": say("What you reported breaks no rule"),
    "withdrawn": say("What you reported was withdrawn by its author"),
}

AMENDED: dict[str, Message] = {
    "accepted": say("Your amendment was accepted"),
    "declined": say("Your amendment was declined"),
    "outdated": say("Your amendment is outdated: the paragraph was changed"),
}


def own_asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement."""
    if work.actor is None or work.actor.helper_id is not None:
        return ()
    words, statements = bool(work.may(Permission.CONTRIBUTE)), bool(work.may(Permission.ANSWER_MAP))
    return [TOLD[each.about](each, work) for each in own_news(work, words=words, statements=statements)]


def _words(each: OwnNews, work: UnitOfWork) -> Ask:
    appeals = each.until_on is not None and work.today <= each.until_on
    until = end_of(each.until_on, work.zone) if appeals and each.until_on else None
    label = say("Read why; you may appeal") if appeals else say("Read the answer")
    return Ask("check", OWN[each.answer], label, _path(each), until, _topic(each))


def _report(each: OwnNews, _work: UnitOfWork) -> Ask:
    return Ask("check", REPORTED[each.answer], say("Read the answer"), _path(each), None, _topic(each))


def _question(each: OwnNews, _work: UnitOfWork) -> Ask:
    answered = say("Your question was answered")
    return Ask("check", answered, say("Read the answer"), _path(each), None, _topic(each))


def _amendment(each: OwnNews, _work: UnitOfWork) -> Ask:
    path = f"/issues/{each.reference}/draft#a{each.contribution_id}"
    return Ask(
        "check", AMENDED[each.answer], say("Read what became of your amendment"), path, None, _topic(each)
    )


def _statement(each: OwnNews, _work: UnitOfWork) -> Ask:
    path = f"/issues/{each.reference}/opinion-map/mine#suggested"
    return Ask("check", each.title, say("Read what became of your statement"), path)


TOLD: dict[str, Callable[[OwnNews, UnitOfWork], Ask]] = {
    WORDS: _words,
    REPORT: _report,
    QUESTION: _question,
    AMENDMENT: _amendment,
    STATEMENT: _statement,
}


def _topic(each: OwnNews) -> Message:
    return say("Topic: %(title)s", title=each.title)


def _path(each: OwnNews) -> str:
    return f"/issues/{each.reference}/views/{each.contribution_id}"
