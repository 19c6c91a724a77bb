"""What reports, hidings and appeals ask of the reader today."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import Message, say, say_n
from civic.discuss.queries import Case, OwnNews, appealed, own_report_news, own_words_news, reported
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


def talk_asks(work: UnitOfWork) -> Sequence[Ask]:
    """News of one's own words and reports for the person alone; cases for the two committees."""
    if work.actor is None:
        return ()
    found: list[Ask] = []
    if work.actor.helper_id is None and work.may(Permission.CONTRIBUTE):
        found += [_news(each, OWN, work) for each in own_words_news(work)]
        found += [_news(each, REPORTED, work) for each in own_report_news(work)]
    if work.may(Permission.MODERATE):
        found += [_reports(each, work) for each in reported(work)]
    if work.may(Permission.ANSWER_APPEAL):
        found += [_appeal(each, work) for each in appealed(work)]
    return found


def _news(each: OwnNews, words: dict[str, Message], work: UnitOfWork) -> Ask:
    appeals = each.until_on is not None and work.today <= each.until_on
    until = end_of(each.until_on, work.zone) if appeals and each.until_on else None
    label = say("Read why; you may appeal") if appeals else say("Read the answer")
    about = say("Topic: %(title)s", title=each.title)
    return Ask("check", words[each.answer], label, _path(each), until, about)


def _reports(each: Case, work: UnitOfWork) -> Ask:
    label = say_n("%(n)s report to answer", "%(n)s reports to answer", each.reports)
    return Ask("answer", each.title, label, _path(each), end_of(each.until_on, work.zone))


def _appeal(each: Case, work: UnitOfWork) -> Ask:
    path = f"{_path(each)}/appeal-answer"
    return Ask("answer", each.title, say("Answer the appeal"), path, end_of(each.until_on, work.zone))


def _path(each: OwnNews | Case) -> str:
    return f"/issues/{each.reference}/views/{each.contribution_id}"
