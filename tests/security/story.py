"""Three issues on the same road: one's own, another's, and one of the next community; a halt at each stage.

Each halt is kept as a file, so that a row of the matrix asks in the state it needs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.decide import acts as decide
from civic.decide.tables import RollEntry
from civic.discuss import acts as discuss
from civic.discuss.acts.calling import Invitation
from civic.discuss.rules import Paper, Promise, TypedOption
from civic.discuss.rules.calling import Kind
from civic.discuss.tables import Topic
from civic.manage import acts as manage
from civic.manage.rules import TaskNature
from civic.notices import acts as notices
from civic.notices.tables import Notice
from civic.people.queries.who import actor_of
from civic.people.tables import (
    Correction,
    Dwelling,
    Export,
    Held,
    Helping,
    ImportBatch,
    Office,
    Ownership,
    Person,
    Residence,
)
from civic.pictures import acts as pictures
from civic.pictures import keeping
from civic.pictures.keeping import Ready
from civic.pictures.reading import Redrawn
from civic.pictures.rules import Size
from civic.propose import acts as propose
from civic.propose import drafts
from civic.propose.rules import Nature
from civic.propose.rules.petition import Way
from civic.propose.tables import DeclineObjection, Issue, Round, RoundDoor, Signature, Wait
from civic.sealed import acts as sealed
from civic.store.tables import Community
from civic.supervise import acts as supervise
from civic.supervise.queries.ratings import newest_round
from civic.timetable import run_due
from civic.work import Actor, UnitOfWork, open_work
from tests.cast import ZONE, Cast


@dataclass
class Line:
    """One issue's way: its community, who raised it, what it has become so far."""

    cast: Cast
    community_id: int
    people: dict[str, int]
    raiser: str
    building_id: int
    issue_id: int = 0
    params: dict[str, str] = field(default_factory=dict)
    second: dict[str, int] = field(default_factory=dict)
    """Other issues of the same raiser, by name."""

    @contextmanager
    def acting(self, role: str | int, *, write: bool = True) -> Iterator[UnitOfWork]:
        """A unit of work of whoever holds that role here."""
        today = self.cast.clock.now().astimezone(ZONE).date()

        def where(session: Session) -> Community:
            return session.get_one(Community, self.community_id)

        def who(session: Session, _community: Community) -> Actor:
            ident = role if isinstance(role, int) else self.people[role]
            return actor_of(session, self.community_id, ident, today)

        with open_work(self.cast.workshop, where, who, write=write) as work:
            yield work

    @property
    def topic_id(self) -> int:
        with self.acting("committee1", write=False) as work:
            return work.session.scalars(select(Topic.id).where(Topic.issue_id == self.issue_id)).one()

    def take_notice(self, subject: str) -> int:
        """The newest notice on that subject becomes the one of this line's addresses."""
        with self.acting("committee1", write=False) as work:
            found = select(Notice).where(Notice.issue_id == self.issue_id, Notice.subject == subject)
            notice = work.session.scalars(found.order_by(Notice.id.desc())).all()[0]
        self.params |= {"notice": str(notice.id), "notice_code": notice.code}
        return notice.id


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def raised(line: Line) -> None:
    photos = Ready() if "shown_picture" in line.params else photographed(line)
    with line.acting(line.raiser) as work:
        issue = propose.raise_issue(
            work, title="路灯不亮", facts="三盏灯坏了一个月", wish="修好", category="living",
            building_id=line.building_id, photos=photos,
        )  # fmt: skip
    line.issue_id = issue.id
    if photos.draft_id:
        waiting(line)
    with line.acting("committee1") as work:
        work.get(Issue, issue.id).dates_moved = 1
        wait = work.add(
            Wait(
                issue_id=issue.id, party="水务公司", reason="要先停水", began_on=work.today,
                until_on=work.today + timedelta(days=30), by_id=work.person_id,
            )
        )  # fmt: skip
    line.params |= {
        "reference": issue.reference,
        "code": issue.code,
        "wait": str(wait.id),
        **({} if "correction" in line.params else _of_the_roll(line)),
    }


PIXELS = Redrawn(b"\xff\xd8a photo\xff\xd9", b"\xff\xd8a small one\xff\xd9", 320, 240)


def photographed(line: Line) -> Ready:
    """Two photos in the raiser's draft."""
    with line.acting(line.raiser) as work:
        draft = drafts.begun(work, "raise")
        shown, hidden = (keeping.add(work, draft, PIXELS) for _ in range(2))
    line.params |= {
        "shown_picture": str(shown.id), "shown_file": shown.large_path.rpartition("/")[2],
        "hidden_picture": str(hidden.id),
    }  # fmt: skip
    return Ready(draft)


def waiting(line: Line) -> None:
    """One of the two is hidden; a third waits in the draft, a fourth in that of a collector."""
    with line.acting("committee1") as work:
        pictures.hide_picture(work, int(line.params["hidden_picture"]), "拍到了孩子")
    collector = line.people["volunteer"] if line.raiser == "raiser" else line.people["head1"]
    for name, role, journey in (
        ("own_picture", line.raiser, "raise"),
        ("for_picture", collector, "raise_for"),
    ):
        with line.acting(role) as work:
            added = keeping.add(work, drafts.begun(work, journey), PIXELS)
            keeping.mark(added, Size.LARGE, 9, 9)
        line.params[name] = str(added.id)


def verified(line: Line, nature: Nature = Nature.SELF_GOVERNANCE) -> None:
    with line.acting("committee1") as work:
        propose.verify_issue(work, line.issue_id, findings="确有三盏", nature=nature)


@contextmanager
def aside(line: Line, name: str) -> Iterator[None]:
    """For a while the line is about its second issue of that name; its addresses are kept under that name."""
    kept, line.issue_id = line.issue_id, line.second.get(name, 0)
    params, line.params = line.params, dict(line.params)
    yield
    line.second[name] = line.issue_id
    changed = {f"{name}_{key}": value for key, value in line.params.items() if params.get(key) != value}
    line.issue_id, line.params = kept, params | changed


def routed(line: Line) -> None:
    """Another issue of the same raiser goes outside."""
    with aside(line, "routed"):
        raised(line)
        verified(line)
        with line.acting("committee1") as work:
            propose.route_issue(
                work, line.issue_id, receiver="供电所", receipt="2026-18", reason="归供电所管", days=10
            )


def merged(line: Line) -> None:
    """Another issue that somebody affected stands behind becomes part of the first one."""
    with line.acting("committee1", write=False) as work:
        into = work.get(Issue, line.issue_id).reference
    with aside(line, "merged"):
        raised(line)
        with line.acting("affected" if "affected" in line.people else "neighbour2") as work:
            propose.endorse_issue(work, line.issue_id)
        with line.acting("committee1") as work:
            propose.merge_issue(work, line.issue_id, into_reference=into, reason="同一件事")


def handled(line: Line) -> None:
    """One is handled directly."""
    with aside(line, "handled"):
        raised(line)
        verified(line)
        with line.acting("committee1") as work:
            propose.handle_issue(work, line.issue_id, mode="at_once", what="当场修好", trips=0)


def declined(line: Line) -> None:
    """Two are declined, with somebody affected behind them; to one of them there is an objection."""
    affected = line.people["affected" if "affected" in line.people else "neighbour2"]
    for name in ("declined", "contested", "rejected"):
        with aside(line, name):
            raised(line)
            with line.acting(affected) as work:
                propose.endorse_issue(work, line.issue_id)
                line.params["supporter"] = work.get(Person, affected).name
            with line.acting("committee1") as work:
                propose.decline_issue(work, line.issue_id, reason="不归我们")
            if name != "declined":
                with line.acting(affected) as work:
                    propose.object_to_decline(work, line.issue_id, text="物业说不归他们")
                with line.acting("supervisor1", write=False) as work:
                    contest = work.one(DeclineObjection, issue_id=line.issue_id).id
                line.params["contest"] = str(contest)
    with line.acting("supervisor1") as work:
        propose.answer_decline(work, contest, answer="看过合同", upheld=False)


def taken_on(line: Line) -> None:
    """One is taken on in its building."""
    with aside(line, "taken"):
        raised(line)
        verified(line)
        with line.acting("head1") as work:
            propose.take_on(work, line.issue_id)


def verified_and_complained(line: Line) -> None:
    verified(line)
    complained(line)


def complained(line: Line) -> None:
    """A neighbour puts a complaint about the property firm into the sealed box."""
    with line.acting("neighbour1") as work:
        line.params["complaint"] = str(
            sealed.file_complaint(work, "property_firm", "电梯款说不清", named=False).id
        )


def private(line: Line) -> None:
    """One turns out to be a quarrel: its words are in a table of their own."""
    with aside(line, "private"):
        raised(line)
        verified(line, Nature.DISPUTE)


def mediated(line: Line) -> None:
    """A quarrel is mediated by a building head; another neighbour is the other side."""
    with aside(line, "mediated"):
        raised(line)
        verified(line, Nature.DISPUTE)
        line.params["mediator"] = str(line.people["head1"])
        mediator, other = line.people["head1"], line.people["neighbour2"]
        with line.acting("committee1") as work:
            on = work.today
            sides = (
                propose.Agreed(work.get(Issue, line.issue_id).raiser_id, "甲", "phone", on),
                propose.Agreed(other, "乙", "paper", on),
            )
            propose.mediate_issue(
                work, line.issue_id, mediator_id=mediator, post="building_head", sides=sides,
                until_on=on + timedelta(30),
            )  # fmt: skip


def petitioned(line: Line) -> None:
    """Neighbours collect signatures on one that waits; one was handed in on paper."""
    with aside(line, "petitioned"):
        raised(line)
        with line.acting("neighbour1") as work:
            petition = propose.start_petition(work, line.issue_id)
        with line.acting("head1") as work:
            propose.enter_signature(
                work, line.issue_id, person_id=line.people["rep1"], way=Way.REPRESENTATIVE
            )
            entry = work.one(Signature, petition_id=petition.id)
    line.params |= {"signature": str(entry.id), "signer": str(line.people["rep2"])}


def on_paper(step: Callable[[Line], None]) -> Callable[[Line], None]:
    """The same step for the issue that the owners decide on paper."""

    def both(line: Line) -> None:
        step(line)
        with aside(line, "paper"):
            step(line)

    return both


def owners_matter(line: Line) -> None:
    """A third issue, about the owners' shared parts; others that were settled."""
    routed(line)
    merged(line)
    handled(line)
    declined(line)
    taken_on(line)
    private(line)
    mediated(line)
    petitioned(line)
    with aside(line, "paper"):
        raised(line)
        verified(line, Nature.OWNERS_GENERAL)


def accepted(line: Line) -> None:
    with line.acting("committee1") as work:
        propose.accept_issue(work, line.issue_id, background="路灯", scope="只谈路灯", days=5)
    line.take_notice("topic")
    with line.acting("neighbour1") as work:
        said = discuss.contribute(work, line.topic_id, stance="for", text="赞成修")
    line.params["said"] = str(said.id)
    talked(line)
    walked(line)
    called_together(line)


def called_together(line: Line) -> None:
    """The committee calls two talks; one was an hour ago."""
    for name, hours in (("talk", 24 * 45), ("held_talk", -1)):
        with line.acting("committee1") as work:
            to = Invitation(Kind.HEARING, ("advisor",), work.now + timedelta(days=45), "会客厅", "哪几盏")
            talk = discuss.call_talk(work, line.topic_id, to)
            talk.starts_at = work.now + timedelta(hours=hours)
        line.params[name] = str(talk.id)


def walked(line: Line) -> None:
    """The volunteer of one's own line, somebody of the committee elsewhere, goes from door to door."""
    with line.acting("committee1") as work:
        walker = line.people["volunteer" if line.raiser == "raiser" else "committee1"]
        found = work.add(
            Round(
                building_id=line.building_id, entrance=2, walker_id=walker, planned_by_id=work.person_id,
                walk_on=work.today, planned_at=work.now,
            )
        )  # fmt: skip
        home = work.session.scalars(
            select(Dwelling.id).where(Dwelling.building_id == line.building_id).limit(1)
        ).one()
        door = work.add(RoundDoor(round_id=found.id, dwelling_id=home))
    line.params |= {"round": str(found.id), "round_door": str(door.id)}


def put_to_all(line: Line) -> None:
    """Two topics; one has an opinion map: answered by the raiser, who suggested a statement, as did a neighbour."""
    on_paper(accepted)(line)
    with line.acting("advisor1") as work:
        seeds = ["灯要亮", "灯要省电", "灯要少"]
        found = discuss.open_map(work, line.topic_id, statements=seeds, closes_on=date(2026, 4, 2)).id
    with line.acting(line.raiser) as work:
        discuss.answer_statement(work, found, 1, 1)
        suggested = discuss.suggest_statement(work, found, "灯要早修").number
    with line.acting("committee1") as work:
        discuss.look_over_statement(work, found, suggested, shown=True)
    with line.acting("neighbour2") as work:
        line.params["statement"] = str(discuss.suggest_statement(work, found, "路灯要防水").number)


def talked(line: Line) -> None:
    """The raiser says three things: one stands, one is hidden, one is hidden and appealed; a neighbour reports
    a fourth."""
    topic = line.topic_id
    for name in ("mine", "hidden_words", "appealed_words"):
        with line.acting(line.raiser) as work:
            said = discuss.contribute(work, topic, stance="for", text="赞成修，早修早亮")
        line.params[name] = str(said.id)
    with line.acting("neighbour2") as work:
        said = discuss.contribute(work, topic, stance="against", text="先别修")
    line.params["reported"] = str(said.id)
    with line.acting("neighbour1") as work:
        discuss.report_contribution(work, said.id, ground="off_topic")
    for name in ("hidden_words", "appealed_words"):
        with line.acting("committee1") as work:
            discuss.hide_contribution(work, int(line.params[name]), ground="insult", because="骂了邻居")
    with line.acting(line.raiser) as work:
        discuss.appeal_hiding(work, int(line.params["appealed_words"]), text="没有骂人")


def filed(line: Line) -> None:
    options = [
        TypedOption(letter=letter, text=text, cost_fen=1000, bearer="居委会", risks="无", effects="无")
        for letter, text in (("A", "换灯"), ("B", "修灯"))
    ]
    with line.acting("advisor1") as work:
        discuss.file_option_paper(work, line.topic_id, Paper(options, "A", 5, 2, ""))
    with line.acting(line.raiser) as work:
        asked = discuss.ask_about_paper(work, line.topic_id, text="灯什么时候换？")
    line.params["asked"] = str(asked.contribution_id)
    drafted(line)


def drafted(line: Line) -> None:
    """A draft in its second version, one amendment taken up, one that waits."""
    with line.acting("committee1") as work:
        discuss.write_draft(work, line.topic_id, text="第一条 换三盏灯。\n第二条 夏天前换。")
    for name, old in (("amended", "第二条 夏天前换。"), ("amendment", "第一条 换三盏灯。")):
        with line.acting(line.raiser) as work:
            made = discuss.propose_amendment(work, line.topic_id, old=old, new="换两盏灯。", why="够了")
        line.params[name] = str(made.id)
    with line.acting("committee1") as work:
        discuss.answer_amendment(work, int(line.params["amended"]), accepted=True)


def concluded(line: Line) -> None:
    with line.acting("committee1") as work:
        discuss.write_outcome(
            work, line.topic_id, agreed="换三盏灯", not_agreed="", way="vote",
            promise=Promise(
                criterion="晚上灯亮", need=2, of_days=3, duty="物业公司", deadline_on=at(6, 30).date()
            ),
        )  # fmt: skip
    line.take_notice("outcome")
    with line.acting("neighbour1") as work:
        comment = discuss.contribute(work, line.topic_id, stance="for", text="同意", on_outcome=True)
    line.params["comment"] = str(comment.id)


def studied(line: Line) -> None:
    with line.acting("party1") as work:
        discuss.record_study(
            work, line.issue_id, subject="outcome", held_on=work.today, present=5, opinion="同意", agreed=True
        )


def called(line: Line) -> None:
    notify(line, "RES_REP", "online")
    with aside(line, "paper"):
        notify(line, "OWN_GENERAL", "paper")


def notify(line: Line, preset: str, channel: str) -> None:
    with line.acting("committee1") as work:
        vote = decide.notify_vote(
            work, line.issue_id, preset=preset, question="换三盏灯，您同意吗？", text="换三盏灯", number="居决3号",
            opens_at=at(4, 24, 14, 30), closes_at=at(4, 24, 16, 30), place="会客厅", channel=channel,
        )  # fmt: skip
    line.params["vote"] = str(vote.id)
    line.take_notice("vote")


def keyed(line: Line) -> None:
    """Two clerks read the first sheet differently."""
    for role, choice in (("clerk1", "yes"), ("clerk2", "no")):
        with line.acting(role) as work:
            sheet = decide.key_sheet(work, int(line.params["paper_vote"]), number=1, choice=choice)
    line.params["paper_sheet"] = str(sheet.id)


def voted(line: Line) -> None:
    """Everybody on the roll whose account is not suspended."""
    vote = int(line.params["vote"])
    with line.acting("committee1", write=False) as work:
        roll = (
            select(RollEntry.person_id)
            .join(Person, Person.id == RollEntry.person_id)
            .where(RollEntry.vote_id == vote, Person.suspended.is_(False))
        )
        voters = [voter for voter in work.session.scalars(roll) if voter]
    for person_id in voters:
        with line.acting(person_id) as work:
            decide.cast_ballot(work, vote, "yes")


def counted(line: Line) -> None:
    notice = line.take_notice("result")
    with line.acting("neighbour2") as work:
        objection = notices.object_to_notice(work, notice, "名册漏了人")
    line.params["objection"] = str(objection.id)


def answered(line: Line) -> None:
    with line.acting("committee1") as work:
        notices.answer_objection(work, int(line.params["objection"]), "没有漏", upheld=False)


def lead(line: Line) -> str:
    return "lead" if line.raiser == "raiser" else "firm1"


def ordered(line: Line) -> None:
    for name in ("order", "back"):
        with line.acting("committee1") as work:
            order = manage.issue_work_order(
                work, line.issue_id, task="换灯", nature=TaskNature.ORDINARY, lead_id=line.people[lead(line)],
                helpers="", due_on=date(2026, 5, 12), criterion="灯亮", cost_fen=0, payer="",
            )  # fmt: skip
        line.params[name] = str(order.id)


def returned(line: Line) -> None:
    with line.acting(lead(line)) as work:
        manage.return_work_order(work, int(line.params["back"]), "缺材料")


def accepted_order(line: Line) -> None:
    with line.acting(lead(line)) as work:
        manage.accept_work_order(work, int(line.params["order"]))


def demanded(line: Line) -> None:
    with line.acting("supervisor1") as work:
        demand = supervise.make_demand(
            work, line.issue_id, order_id=int(line.params["order"]), text="为何逾期", due_on=date(2026, 5, 18)
        )
    line.params["demand"] = str(demand.id)


def completed(line: Line) -> None:
    with line.acting("committee1") as work:
        manage.reroute_work_order(work, int(line.params["back"]), lead_id=line.people["firm2"])
    with line.acting("firm2") as work:
        manage.accept_work_order(work, int(line.params["back"]))
    for role, name in (("firm2", "back"), (lead(line), "order")):
        with line.acting(role) as work:
            manage.complete_work_order(work, int(line.params[name]), "灯亮了")


def watched(line: Line) -> None:
    with line.acting("watch1") as work:
        supervise.start_watch(work, line.issue_id, first_on=date(2026, 5, 19))


def looked(line: Line) -> None:
    with line.acting("watch1") as work:
        supervise.record_observation(work, line.issue_id, day=work.today, kept=True)


def asked(line: Line) -> None:
    with line.acting("committee1") as work:
        close_out = supervise.ask_close_out(work, line.issue_id, proof="照片")
    line.params["close_out"] = str(close_out.id)


def closed(line: Line) -> None:
    with line.acting("supervisor1") as work:
        supervise.turn_first_key(work, int(line.params["close_out"]), "属实")
    with line.acting("committee2") as work:
        supervise.turn_second_key(work, int(line.params["close_out"]))


def rated(line: Line) -> None:
    with line.acting("neighbour2") as work:
        found = newest_round(work, line.issue_id)
        rating = supervise.rate_issue(work, found.id, grade=1, text="还是暗")
    line.params["rating"] = str(rating.id)


def nothing(_line: Line) -> None:
    """Only time passes."""


STORY: list[tuple[datetime, str, Callable[[Line], None]]] = [
    (at(3, 2, 9), "submitted", raised),
    (at(3, 2, 10), "verified", verified_and_complained),
    (at(3, 2, 11), "routed", owners_matter),
    (at(3, 3), "topic", put_to_all),
    (at(3, 4), "papers", filed),
    (at(3, 10), "ripe", nothing),
    (at(3, 30), "outcome", on_paper(concluded)),
    (at(4, 3), "studied", on_paper(studied)),
    (at(4, 8, 8), "ready", nothing),
    (at(4, 8), "notified", called),
    (at(4, 24, 14, 31), "open", keyed),
    (at(4, 24, 15), "cast", voted),
    (at(4, 24, 17), "result", counted),
    (at(4, 27), "answered", answered),
    (at(5, 11, 8), "managing", nothing),
    (at(5, 11, 9), "ordered", ordered),
    (at(5, 11, 10), "returned", returned),
    (at(5, 11, 11), "working", accepted_order),
    (at(5, 14, 9), "late", nothing),
    (at(5, 14, 10), "demanded", demanded),
    (at(5, 18), "done", completed),
    (at(5, 18, 10), "watched", watched),
    (at(5, 19, 20), "looking", nothing),
    (at(5, 19, 21), "seen", looked),
    (at(5, 20, 21), "seen again", looked),
    (at(5, 21, 21), "seen thrice", looked),
    (at(5, 22), "kept", nothing),
    (at(5, 22, 10), "closing", asked),
    (at(5, 22, 11), "rating", closed),
    (at(5, 22, 12), "rated", rated),
    (at(5, 31), "judged", nothing),
]
"""When, the name of the halt, what each of the three does before it. The timetable runs in between."""


def tell(lines: dict[str, Line], cast: Cast, halt: Callable[[str, datetime], None]) -> None:
    """The whole story; `halt` keeps each stage."""
    for moment, name, step in STORY:
        cast.clock.set(moment)
        run_due(cast.workshop)
        for line in lines.values():
            step(line)
        halt(name, moment)


def _of_the_roll(line: Line) -> dict[str, str]:
    """A neighbour at home, the building's head in office; what the keepers of the roll have on their desks."""
    person, helper = line.people["neighbour1"], line.people["neighbour2"]
    with line.acting("committee1") as work:
        home = work.one(Residence, person_id=person)
        head = work.one(Office, person_id=line.people["head1"])
        day = work.today
        rows: dict[str, Any] = {
            "correction": Correction(
                person_id=person, asked_by=person, about="phone", wanted="13900000000", asked_at=work.now
            ),
            "helping": Helping(
                helper_id=helper, person_id=person, kind="volunteer", consent="in_person",
                recorded_by=work.person_id, recorded_at=work.now, from_on=day, until_on=day + timedelta(days=20),
            ),
            "export": Export(
                by_id=work.person_id, masked=True, at=work.now, expires_at=work.now + timedelta(minutes=15)
            ),
            "batch": ImportBatch(
                by_id=work.person_id, file_name="名册.xlsx", at=work.now,
                sheet={"rows": [], "unknown": [], "offices": [], "preview": []},
                figures=dict.fromkeys(
                    "new changed unchanged refused dwellings people missing".split(), 0  # noqa: SIM905
                ),
            ),
            "held": Held(office_id=head.id, kind="key", text="水箱间钥匙"),
        }  # fmt: skip
        for row in rows.values():
            work.add(row)
        found = {name: str(row.id) for name, row in rows.items()}
        building = work.get(Dwelling, home.dwelling_id).building_id
        # What two neighbours share, a third of it each; a parking space weighs in no vote.
        slot = work.add(Dwelling(building_id=building, entrance=1, door=f"车{line.issue_id}", kind="parking"))
        shares = [
            work.add(
                Ownership(dwelling_id=slot.id, person_id=each, share_num=1, share_den=3, from_on=home.from_on)
            )
            for each in (person, helper)
        ]
        found |= {"slot": str(slot.id), "ownership": str(shares[0].id), "residence": str(home.id)}
    return found | {
        "person": str(person), "kin": str(helper), "dwelling": str(home.dwelling_id), "building": str(building),
        "office": str(head.id),
    }  # fmt: skip
