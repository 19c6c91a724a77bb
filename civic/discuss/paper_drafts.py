"""The option paper as somebody is writing it: kept at each step, their own until it is published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from civic.core.amount import Money
from civic.discuss import queries
from civic.discuss.paper_forms import AdviceForm, OptionForm
from civic.discuss.rules import LETTERS, Paper, TypedOption
from civic.propose import drafts
from civic.web.forms import read_form
from civic.work import UnitOfWork

Typed = dict[str, str]


@dataclass
class Writing:
    """What was typed so far: the options in their order, the advice, and the version that it began from."""

    options: list[Typed] = field(default_factory=list)
    advice: Typed = field(default_factory=dict)
    begun_from: int = 0
    kept: bool = False
    """Whether it is a draft, or only what holds already."""

    @property
    def next_letter(self) -> str | None:
        """The letter of one more option; None when there are five."""
        return dict(enumerate(LETTERS)).get(len(self.options))

    @property
    def whole(self) -> bool:
        """Whether it can be looked over."""
        return len(self.options) > 1 and self.paper() is not None

    @property
    def parts(self) -> list[tuple[str, str, bool]]:
        """Of each option: its letter, what would be done, whether nothing is missing."""
        rows = zip(LETTERS, self.options, strict=False)
        return [
            (letter, typed["text"], read_form(OptionForm, typed.items()).clean is not None)
            for letter, typed in rows
        ]

    @property
    def advised(self) -> bool:
        """Whether nothing is missing in the advice."""
        return read_form(AdviceForm, self.advice.items()).clean is not None

    def keep_option(self, letter: str, typed: Mapping[str, str]) -> None:
        """In its place; a letter beyond the end is the next one."""
        at = list(LETTERS).index(letter)
        self.options[at : at + 1] = [dict(typed)]

    def leave_out(self, letter: str) -> None:
        """Those after it move up; advice for a letter that is none any more is asked again."""
        del self.options[list(LETTERS).index(letter)]
        self.advice = {name: value for name, value in self.advice.items() if name != "advised"}

    def paper(self) -> Paper | None:
        """As it would be published; None while something is missing."""
        advice = read_form(AdviceForm, self.advice.items()).clean
        options = [read_form(OptionForm, typed.items()).clean for typed in self.options]
        if advice is None or None in options:
            return None
        typed = [
            TypedOption(letter, each.text, each.cost, each.bearer, each.risks, each.effects)
            for letter, each in zip(LETTERS, options, strict=False)
            if each
        ]
        return Paper(
            typed, advice.advised, advice.for_advice, advice.against_advice, advice.dissent or "",
            advice.law_basis or "",
        )  # fmt: skip


def writing(work: UnitOfWork, topic_id: int) -> Writing:
    """The actor's draft; without one, what holds, to be changed."""
    kept: dict[str, Any] = drafts.kept(work, _name(topic_id))
    if kept:
        return Writing(kept["options"], kept["advice"], kept["begun_from"], kept=True)
    filed = queries.paper_of(work, topic_id)
    paper = queries.said_by(work, filed)
    return Writing(*_as_typed(paper), filed.version) if filed and paper else Writing()


def keep(work: UnitOfWork, topic_id: int, draft: Writing) -> None:
    """Save it."""
    answers = {"options": draft.options, "advice": draft.advice, "begun_from": draft.begun_from}
    drafts.keep(work, _name(topic_id), answers)


def throw_away(work: UnitOfWork, topic_id: int) -> None:
    """Forget it."""
    drafts.throw_away(work, _name(topic_id))


def _name(topic_id: int) -> str:
    return f"paper_{topic_id}"


def _as_typed(paper: Paper) -> tuple[list[Typed], Typed]:
    options = [
        {
            "text": each.text, "cost": str(Money(each.cost_fen)) if each.cost_fen else "",
            "bearer": each.bearer, "risks": each.risks, "effects": each.effects,
        }
        for each in paper.options
    ]  # fmt: skip
    advice = {
        "advised": paper.advised, "for_advice": str(paper.for_advice),
        "against_advice": str(paper.against_advice), "law_basis": paper.law_basis, "dissent": paper.dissent,
    }  # fmt: skip
    return options, advice
