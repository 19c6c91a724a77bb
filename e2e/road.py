"""The steps of the road as people take them: from door to door on the page of the issue."""

from e2e.people import HOME, Cast, Person

COMMITTEE, PARTY, WATCH, TEAM = "刘敏", "陈书", "周建", "许静"
CLERKS = ("林娜", "高远")


def raise_issue(
    who: Person, title: str, facts: str, wish: str, category: str = "living", building: str = ""
) -> str:
    """A resident answers five questions, looks once more, sends; gives the address of the issue."""
    who.opens("/issues").presses("Raise an issue")
    who.fills(title=title).presses("Continue").fills(category=category).presses("Continue")
    if building:
        who.fills(building_id=building)
    who.presses("Continue").fills(facts=facts).presses("Continue").fills(wish=wish).presses("Continue")
    who.presses("Confirm and send")
    return who.path.removesuffix("/raised")


def check(who: Person, at: str, findings: str, nature: str = "self_governance") -> None:
    """On the spot, with figures."""
    who.opens(at).presses("Enter what was found")
    who.fills(findings=findings, nature=nature).presses("Publish the findings")


def settle(who: Person, at: str, way: str, **answers: object) -> None:
    """Say what becomes of it: one of five ways, looked over before it counts."""
    who.opens(at).presses("Say what becomes of it").presses(way)
    who.fills(**answers).presses("Continue").presses("Confirm")


def speak(who: Person, at: str, stance: str, text: str) -> None:
    """From the page of what all say."""
    who.opens(f"{at}/views").presses("Say what you think").fills(stance=stance, text=text)
    who.sends("Publish it")


def study(who: Person, at: str, opinion: str, agreed: str = "yes") -> None:
    """The Party committee's record."""
    who.opens(at).presses("Record the Party study")
    who.fills(held_on=who.day(), present=5, opinion=opinion, agreed=agreed).presses("Look it over")
    who.presses("Publish the record")


def write_outcome(
    who: Person, at: str, agreed: str, criterion: str, need: int, of_days: int, way: str
) -> None:
    """What was agreed and the promise to be measured."""
    who.opens(at).presses("Write the outcome")
    who.fills(agreed=agreed, criterion=criterion, need=need, of_days=of_days, way=way)
    who.fills(duty="物业公司", deadline_on=who.day(90))
    who.presses("Look it over").presses("Write and post the outcome")


def fill_notice(who: Person, at: str, number: str, question: str, opens: int, closes: int) -> Person:
    """The notice of a vote of the representatives, so many days from today; not sent yet."""
    who.opens(f"{at}/vote-notice").fills(
        preset="RES_REP", question=question, number=number, place="社区服务中心",
        opens_on=who.day(opens), opens_time="08:00", closes_on=who.day(closes), closes_time="18:00",
    )  # fmt: skip
    return who


def vote(who: Person, ballot: str, choice: str) -> None:
    """Question, check, receipt."""
    who.opens(ballot).fills(choice=choice).presses("Continue").presses("Cast it")


def key_sheets(cast: Cast, ballot: str, sheets: dict[int, str]) -> None:
    """Both clerks key every sheet, neither seeing the other."""
    for name in CLERKS:
        clerk = cast[name].opens(f"{ballot}/sheets")
        for number, choice in sheets.items():
            clerk.fills(number=number, choice=choice).presses("Key this sheet")


def order(who: Person, at: str, task: str, lead: str, nature: str = "repair", due: int = 7) -> str:
    """A work order, looked over before it goes out; gives its address."""
    who.opens(at).presses("Issue a work order")
    who.fills(task=task, nature=nature, lead_id=lead, due_on=who.day(due), criterion="看得见，数得清")
    who.presses("Look it over").presses("Issue the work order")
    return order_named(who, at, task)


def order_named(who: Person, at: str, task: str) -> str:
    """The address of the work order with this task."""
    found = who.opens(at).page.locator("main a[href*='/work-orders/']", has_text=task).first
    return str(found.get_attribute("href")).removeprefix(HOME)


def finish(who: Person, at: str, text: str) -> None:
    """The lead takes the order on and says that it is done."""
    who.opens(at).presses("Accept the work order")
    who.fills(text=text).presses("It is done").presses("Record as done")


def look(who: Person, at: str, *, kept: bool, day: str, note: str = "") -> None:
    """One dated look against the promise."""
    who.opens(f"{at}/observations/new").fills(kept="yes" if kept else "no", day=day, note=note)
    who.presses("Record it")


def close_out(cast: Cast, at: str, asked_by: str, first: str, second: str) -> None:
    """One asks, two others agree."""
    cast[asked_by].opens(f"{at}/close-out").fills(proof="前后照片贴在公开栏。").presses("Ask to close")
    for name, key in ((first, "Agree, turn the first key"), (second, "Agree, turn the second key")):
        who = cast[name].opens(at).presses("Check the close-out sheet")
        if key.endswith("first key"):
            who.fills(view="去看过，办好了。")
        who.presses(key)
