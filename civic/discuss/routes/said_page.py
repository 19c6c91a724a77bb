"""What the page of one contribution or reply shows, and what its reader may do."""

from collections import Counter
from typing import Any

from civic.core.days import day_of, days_late
from civic.core.message import Message, say
from civic.discuss import acts, queries
from civic.discuss.acts import Spoken
from civic.discuss.panels import speaks_in_office
from civic.discuss.queries.said import REPLIES_PER_PAGE
from civic.discuss.rules import EDIT_WINDOW, GROUNDS
from civic.discuss.spoken import OFFICES, SIDES, answers, as_written
from civic.discuss.tables import PaperQuestion
from civic.permissions import NAMES, Permission, Standing
from civic.work import UnitOfWork

P = Permission

REPORTS: dict[str, Message] = {
    "": say("You have reported it. The residents' committee looks; you will read the answer on Today."),
    "hidden": say("You reported it, and it was hidden."),
    "kept": say("You reported it. The residents' committee found that it breaks no rule."),
    "withdrawn": say("You reported it. Meanwhile its author has withdrawn it."),
}


def may_read_hidden(work: UnitOfWork, spoken: Spoken) -> bool:
    """Its author and whoever decides about it."""
    return spoken.own(work) or bool(work.may(P.MODERATE)) or bool(work.may(P.ANSWER_APPEAL))


def words_of(work: UnitOfWork, spoken: Spoken) -> str:
    """Its words; nothing where they are hidden from the reader."""
    return as_written(spoken.said.html) if not spoken.hidden or may_read_hidden(work, spoken) else ""


def page_of(work: UnitOfWork, spoken: Spoken, page_no: int) -> dict[str, Any]:
    """All of it: at most ten statements, however much was said under it."""
    said = spoken.said
    pages = max(1, -(-said.replies // REPLIES_PER_PAGE))
    page_no = min(page_no, pages)
    return {
        "said": said,
        "issue": spoken.issue,
        "views": f"/issues/{spoken.issue.reference}/views",
        "here": f"/issues/{spoken.issue.reference}/views/{said.id}",
        "side": SIDES[said.stance],
        "sides": SIDES,
        "office": OFFICES[said.role],
        "grounds": GROUNDS,
        "html": words_of(work, spoken),
        "words_hidden": spoken.hidden,
        "may_see": may_read_hidden(work, spoken),
        "wordings": _wordings(work, spoken),
        "replies": answers(work, queries.replies_page(work, said.id, page_no) if said.replies else ()),
        "page_no": page_no,
        "pages": pages,
        "speaks_in_office": speaks_in_office(work),
        "today": work.today,
        "edit_until": said.at + EDIT_WINDOW,
        **_own(work, spoken),
        **_others(work, spoken),
    }


def _wordings(work: UnitOfWork, spoken: Spoken) -> list[dict[str, Any]]:
    """How it read before; hidden with it."""
    if not spoken.said.edits or (spoken.hidden and not may_read_hidden(work, spoken)):
        return []
    return [
        {"until_at": each.until_at, "stance": each.stance, "words": as_written(each.html)}
        for each in queries.wordings_of(work, spoken.said.id)
    ]


def _own(work: UnitOfWork, spoken: Spoken) -> dict[str, Any]:
    """What its author may do, and where an appeal stands."""
    said, own = spoken.said, spoken.own(work)
    question = queries.question_of(work, said.id) if said.stance in ("question", "reply") else None
    asked = question is not None and question.contribution_id == said.id
    hidings = queries.hidings_of(work, said.id) if said.hidings else ()
    newest = next(iter(hidings), None)
    open_appeal = bool(newest and newest.appealed_at and not newest.answered_at and not newest.shown_at)
    return {
        "own": own,
        "hidings": hidings,
        "question": question if asked else None,
        "answers": question is not None and not asked,
        "owed_by": NAMES[Standing(question.owed_by)] if question else None,
        "late": _late(work, question) if question else 0,
        "may_answer_question": acts.may_answer_question(work, spoken, question if asked else None),
        "unread_own": own
        and (any(each.seen_at is None for each in hidings) or _unread(question, asked=asked)),
        "may_seen": acts.may_see_talk_news(work),
        "may_reply": acts.may_reply(work, spoken),
        "may_edit": acts.may_edit_contribution(work, spoken),
        "may_withdraw": acts.may_withdraw_contribution(work, spoken, appealed=open_appeal),
        "may_hide": acts.may_hide_contribution(work, spoken, newest),
        "may_show": acts.may_show_contribution(work, spoken, newest),
        "may_appeal": acts.may_appeal_hiding(work, spoken, newest),
        "may_answer": acts.may_answer_appeal(work, spoken, newest),
    }


def _late(work: UnitOfWork, question: PaperQuestion) -> int:
    """By how many days the answer came late, or is late today."""
    until = day_of(question.answered_at, work.zone) if question.answered_at else work.today
    return days_late(question.due_on, until)


def _unread(question: PaperQuestion | None, *, asked: bool) -> bool:
    return question is not None and asked and question.answered_at is not None and question.seen_at is None


def _others(work: UnitOfWork, spoken: Spoken) -> dict[str, Any]:
    """The reader's own report; all of them, without names, for the committee."""
    own, moderates = spoken.own(work), bool(work.may(P.MODERATE))
    mine = queries.my_report(work, spoken.said.id) if work.actor and not own else None
    reports = queries.open_reports(work, spoken.said.id) if moderates else ()
    return {
        "my_report": mine,
        "unread_report": bool(mine and mine.answer and mine.seen_at is None),
        "report_words": REPORTS,
        "reports": reports,
        "reported": Counter(each.ground for each in reports),
        "may_report": acts.may_report_contribution(work, spoken, reported=mine is not None),
        "may_moderate": moderates and not own,
    }
