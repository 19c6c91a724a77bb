"""Every act has its twin, asks it, and records last; nothing happens after the record."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.house.source import ROOT, modules, plant

TWINS = {
    "notices.object_to_notice": "may_object",
    "propose.accept_issue": "may_settle_issue",
    "propose.decline_issue": "may_settle_issue",
    "propose.route_issue": "may_settle_issue",
    "propose.answer_route": "may_settle_issue",
    "propose.handle_issue": "may_settle_issue",
}
"""Acts that share a verdict with others; each must still ask it."""

OWN_RIGHT: dict[str, str] = {
    "people.accept_password": "whoever typed the password: checked ahead, with may_sign_in",
    "people.keep_password": "whoever proved who they are, for themselves",
    "people.knock": "a try at a door is counted, whoever tries",
    "people.forgive": "what a right try does to the wrong ones before",
    "people.give_back": "what a right try does to the network's count",
    "people.end_session": "one's own alone",
    "people.end_sessions": "what one's own buttons and a new password do; whoever suspends, once sure",
    "people.confirm_session": "what the right password does, typed once more",
    "people.begin_session": "what every way in does once it is sure",
    "people.renew_session": "a browser that is known already",
    "people.stop_helping": "everybody may stop acting for another; what was done so is on record",
    "people.sign_out": "everybody may leave",
    "people.take_account": "whoever holds the one-time code from the console",
}
"""Acts of a login session: no standing grants them and the ledger does not tell them."""

CALLED: dict[str, str] = {
    "decide.open_vote": "the timetable, at the hour of the notice",
    "decide.close_vote": "the timetable, at the hour of the notice",
    "decide.declare_at_close": "a reaction on the close of an online vote",
    "decide.declare": "what declare_result and declare_at_close do once they are sure",
    "decide.finalise_vote": "a reaction on the end of the posting and on the last answer",
    "decide.void_vote": "a reaction on an objection that was right",
    "discuss.open_topic": "a reaction on the acceptance of an issue",
    "discuss.end_topic_posting": "a reaction on the end of the topic's notice",
    "discuss.keep_map": "the timetable keeps what was drawn; nothing happened",
    "discuss.close_map": "the timetable writes down what time did",
    "discuss.end_comments": "the timetable writes down what time did",
    "discuss.note_amendment_late": "the timetable writes down what time did",
    "discuss.note_appeal_late": "the timetable writes down what time did",
    "discuss.note_question_late": "the timetable writes down what time did",
    "discuss.note_talk_late": "the timetable writes down what time did",
    "discuss.end_posting": "a reaction on the end of the outcome's notice",
    "finding.index_issue": "a reaction: what an issue says now can be found",
    "finding.index_row": "a reaction: what was said or posted can be found",
    "people.drop_second_factor": "what take_away_second_factor and the console's code do once they are sure",
    "notices.post_notice": "a reaction hangs it up",
    "notices.lapse_notice": "the timetable writes down what time did",
    "people.note_helped": "a reaction on every act that is done in another's place",
    "propose.archive_issue": "a reaction on an outcome that stands and says that nothing more is done",
    "propose.advance_issue": "a reaction moves the issue; the event that moved it is recorded",
    "propose.note_hand_up_missed": "the timetable writes down what time did",
    "propose.note_missed": "the timetable writes down what time did",
    "propose.note_objection_missed": "the timetable writes down what time did",
    "propose.overtake_petition": "a reaction on what the committee does while a petition runs",
    "propose.settle_petition": "a reaction on each signature; the timetable writes down what time did",
    "propose.take_up_petition": "a reaction on a petition that succeeded",
    "propose.set_due": "a reaction; the event that set the day is recorded",
    "supervise.end_rating": "the timetable writes down what time did",
    "supervise.open_rating": "a reaction on the close-out of an issue",
}
"""Acts of reactions and of the timetable: nobody is asked, because nobody does them."""

SILENT = {
    "propose.follow_issue",
    "propose.note_looked",
    "propose.unfollow_issue",
    "finding.index_issue",
    "finding.index_row",
    "discuss.keep_map",
    "people.note_helped",
    "propose.advance_issue",
    "propose.archive_issue",
    "propose.set_due",
    "propose.take_up_petition",
}
"""Of these, the ones whose event is recorded by the act that they react to, or that only draw it anew.
Who follows what is nobody's business, so the ledger does not tell it either."""

CHANGES = {"add", "delete", "merge", "insert", "update"}


@dataclass
class Function:
    """A function of a room's acts, and what it calls."""

    room: str
    node: ast.FunctionDef
    where: str
    calls: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return self.node.name

    @property
    def public_act(self) -> bool:
        first = next(iter(self.node.args.args), None)
        return not self.name.startswith(("_", "may_")) and first is not None and first.arg == "work"


@dataclass
class Room:
    """All functions of a room's acts, so that helpers can be followed."""

    functions: dict[str, Function] = field(default_factory=dict)

    def reach(self, name: str) -> set[str]:
        """What a function calls, its helpers of this room followed."""
        found, waiting = set[str](), [name]
        while waiting:
            for called in self.functions[waiting.pop()].calls - found:
                found.add(called)
                if called in self.functions:
                    waiting.append(called)
        return found

    def records(self, name: str) -> bool:
        return name in self.functions and "work.record" in self.reach(name)

    def changes(self, name: str) -> bool:
        """Whether it changes anything, by itself or through a helper."""
        own = [name, *(self.reach(name) & self.functions.keys())]
        return any(_changes(self.functions[each]) for each in own)


def rooms(root: Path) -> dict[str, Room]:
    """The acts of each room."""
    found: dict[str, Room] = {}
    for path, module in modules(root):
        parts = path.with_suffix("").parts
        if len(parts) < 3 or parts[2] != "acts":
            continue
        room = found.setdefault(parts[1], Room())
        for node in module.body:
            if isinstance(node, ast.FunctionDef):
                where = f"{path}:{node.lineno} {node.name}"
                room.functions[node.name] = Function(parts[1], node, where, set(_calls(node)))
    return found


def faults(root: Path) -> Iterator[str]:
    """What is wrong with the acts of a house."""
    for name, room in rooms(root).items():
        for act in room.functions.values():
            key = f"{name}.{act.name}"
            if not act.public_act or not room.changes(act.name) or key in OWN_RIGHT:
                continue
            if key not in CALLED:
                yield from _unasked(room, act, key)
            if not room.records(act.name) and key not in SILENT:
                yield f"{act.where} changes something and records nothing"
            yield from (f"{act.where} line {line} comes after the record" for line in _after(room, act))


def _unasked(room: Room, act: Function, key: str) -> Iterator[str]:
    twin, reached = TWINS.get(key, f"may_{act.name}"), room.reach(act.name)
    if twin not in room.functions:
        yield f"{act.where} has no twin {twin}"
    elif twin not in reached:
        yield f"{act.where} does not ask {twin}"
    if not {"demand", "work.require"} <= reached:
        missing = sorted({"demand", "work.require"} - reached)
        yield f"{act.where} does not call {' or '.join(missing)}"


def _after(room: Room, act: Function) -> list[int]:
    """Lines of effects that follow a record."""
    found: list[int] = []
    _walk(room, act.node.body, False, found)
    return found


def _walk(room: Room, body: list[ast.stmt], recorded: bool, found: list[int]) -> bool:
    """Whether the ledger was written by the end of `body`."""
    for statement in body:
        if isinstance(statement, ast.If | ast.For | ast.With):
            # Both branches are read, whichever records.
            inner = [statement.body, getattr(statement, "orelse", [])]
            recorded = max(_walk(room, part, recorded, found) for part in inner)
        elif _records(room, statement):
            recorded = True
        elif recorded and not isinstance(statement, ast.Return):
            found.append(statement.lineno)
    return recorded


def _records(room: Room, statement: ast.stmt) -> bool:
    return any(call == "work.record" or room.records(call) for call in _calls(statement))


def _changes(function: Function) -> bool:
    for node in ast.walk(function.node):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, ast.Assign | ast.AugAssign) and any(
            isinstance(t, ast.Attribute) for t in targets
        ):
            return True
    return bool(function.calls & {*CHANGES, "work.add", "work.record"})


def _calls(node: ast.AST) -> Iterator[str]:
    """`f` for f(…), `m` for x.m(…), and `work.m` as well where x is the unit of work."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            yield each.func.id
        elif isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
            on_work = isinstance(each.func.value, ast.Name) and each.func.value.id == "work"
            if on_work:
                yield f"work.{each.func.attr}"
            # `roll.add(x)` of a plain set is no change; the session's and the table's are.
            elif each.func.attr not in CHANGES or "session" in ast.unparse(each.func.value):
                yield each.func.attr


def test_every_act_asks_changes_and_records_in_this_order() -> None:
    found = sorted(faults(ROOT))
    assert not found, f"{len(found)} faults\n" + "\n".join(found)


def test_the_exceptions_are_still_there() -> None:
    known = {f"{name}.{each}" for name, room in rooms(ROOT).items() for each in room.functions}
    assert {*TWINS, *OWN_RIGHT, *CALLED, *SILENT} - known == set()


GOOD = """
def may_open(work, door): ...
def open(work, ident):
    door = work.get(Door, ident)
    may_open(work, door).demand()
    work.require(P.OPEN)
    door.open = True
    work.record(Opened(door_id=door.id))
    return door
def wide(work):
    may_open(work, None).demand()
    work.require(P.OPEN)
    _finish(work)
def may_wide(work):
    return may_open(work, None)
def _finish(work):
    work.add(Door())
    if work.now:
        work.record(Opened())
    else:
        work.record(Closed())
def look(work):
    return work.get(Door, 1)
"""


def test_a_good_act_is_not_flagged(tmp_path: Path) -> None:
    good = GOOD.replace("    may_open(work, None).demand()\n", "    may_wide(work).demand()\n")
    assert list(faults(plant(tmp_path, **{"civic/hall/acts.py": good}))) == []


def test_planted_faults_are_seen(tmp_path: Path) -> None:
    bad = {
        "a": "def shut(work): work.require(P.S); work.record(X())",
        "b": "def may_b(work): ...\ndef b(work): may_b(work).demand(); work.add(D()); work.record(X())",
        "c": "def may_c(work): ...\ndef c(work): work.require(P.C); may_c(work).demand(); work.add(D())",
        "d": "def may_d(work): ...\n" + _body("d", "work.record(X()); door.open = True"),
        "e": "def may_e(work): ...\n" + _body("e", "for x in y:\n        work.record(X())\n    work.add(D())"),
        "f": "def may_f(work): ...\ndef f(work): work.require(P.F); work.record(X())",
        "g": "def may_g(work): ...\n" + _body("g", "_done(work)\n    work.add(D())")
        + "def _done(work):\n    work.record(X())\n",
    }  # fmt: skip
    seen = {
        name: list(faults(plant(tmp_path / name, **{"civic/hall/acts/x.py": code})))
        for name, code in bad.items()
    }
    assert "no twin may_shut" in " ".join(seen["a"])
    assert "does not call work.require" in " ".join(seen["b"])
    assert "records nothing" in " ".join(seen["c"])
    assert all("comes after the record" in " ".join(seen[name]) for name in "deg"), seen
    assert "does not ask may_f" in " ".join(seen["f"])


def _body(name: str, rest: str) -> str:
    return f"def {name}(work):\n    may_{name}(work).demand()\n    work.require(P.X)\n    {rest}\n"
