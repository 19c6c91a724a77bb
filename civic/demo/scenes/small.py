"""Before the market: what a community is asked every week, most of it settled within days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from civic.demo.scene import Act, scene
from civic.demo.story import Story
from civic.propose import acts as propose
from civic.propose.rules import Nature

N = Nature


@dataclass(frozen=True)
class Small:
    """One issue from its sentence to its end; who checks it, and what becomes of it."""

    thread: str
    raised: str
    raiser: str
    building: int
    category: str
    title: str
    facts: str
    wish: str
    findings: str
    nature: Nature
    end: Act
    checked_by: str = "郝建平"
    days: int = 3
    """From the sentence to its end."""
    later: tuple[int, Act] | None = None
    """What comes so many days after that."""


def handled(mode: str, what: str, trips: int = 0) -> Act:
    """Done at once, on the person's behalf, or by guidance."""

    def act(story: Story) -> None:
        with story.acting("范玉珍") as work:
            propose.handle_issue(work, story.issue, mode=mode, what=what, trips=trips)

    return act


def declined(reason: str) -> Act:
    """Not taken up."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            propose.decline_issue(work, story.issue, reason=reason)

    return act


def merged(into: str, reason: str) -> Act:
    """Goes on as part of another thread's issue."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            reference = story.reference(into)
            propose.merge_issue(work, story.issue, into_reference=reference, reason=reason)

    return act


def routed(receiver: str, receipt: str, reason: str) -> Act:
    """Handed to whoever is responsible."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            propose.route_issue(work, story.issue, receiver=receiver, receipt=receipt, reason=reason, days=10)

    return act


def answered(answer: str) -> Act:
    """What the responsible body answered."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            propose.answer_route(work, story.issue, answer=answer)

    return act


SMALL = (
    Small("S2", "2026-01-07 07:50", "顾秀珍", 12, "repairs", "12号楼二单元三层楼道灯不亮",
          "三楼的声控灯坏了一个星期，夜里上下楼要摸黑。", "换一盏灯。", "灯座烧了，物业带了灯来。", N.OWNERS_GENERAL,
          handled("at_once", "物业当天换了灯座和灯泡，提事人看着亮了才走。")),
    Small("S4", "2026-01-09 20:10", "安可心", 19, "repairs", "19号楼厨房下水返味",
          "一楼厨房地漏天天返味，开窗也散不掉。", "请人看看是不是主管道的事。", "主管道通气帽被鸟窝堵了。", N.OWNERS_GENERAL,
          handled("at_once", "物业上楼顶清了通气帽，第二天回访，不返味了。")),
    Small("S6", "2026-01-12 10:20", "佟志刚", 23, "disputes", "邻居借钱不还，请社区出面",
          "去年借给对门两万块，到期不还，见面就躲。", "请社区把他叫来，限期还钱。", "双方有借条，无社区事务。", N.DISPUTE,
          declined("这是个人之间的借贷，社区没有权力裁断，也不公开当事人。可以申请人民调解（自愿、保密），也可以直接起诉；"
                   "需要的话，调解委员会帮您写申请。不同意本答复，可以向街道办事处反映。")),
    Small("S7", "2026-01-14 18:30", "邓小北", 24, "public", "24号楼顶层早晚没水",
          "顶层三家早晚高峰水龙头只滴水，洗不了澡。", "请水务公司来看看。", "测压 0.05 兆帕，低于标准；二次供水泵归水务公司。",
          N.PUBLIC_ORDER,
          routed("市水务公司客服", "12345 转办单 037 号", "二次供水由水务公司负责。"),
          later=(6, answered("水务公司换了稳压泵，高峰时复测 0.18 兆帕，三家都说水冲了。"))),
    Small("S8", "2026-01-16 16:00", "颜小雨", 24, "children", "大学生助学贷款要盖几个章，跑不过来",
          "妹妹考上大学要办生源地助学贷款，听说要跑三趟，家里只有我请得下假。", "能不能少跑几趟？",
          "材料齐全，可由社区代为报送。", N.PRIVATE_SERVICE,
          handled("on_behalf", "材料由社区代报街道和资助中心，本人只来签了一次字，原来三趟，现在一趟。", 1), "范玉珍"),
    Small("S9", "2026-01-19 09:00", "章秀云", 2, "safety", "2号楼楼道堆旧家具，挡着消防门",
          "一层半的平台上堆着旧沙发、旧床板，消防门推不开。", "请清走，别再堆。", "属实，堆物无人认领。", N.SELF_GOVERNANCE,
          handled("at_once", "楼长贴了三天告示，组织清运，平台画了禁止堆放的黄线。"), days=6),
    Small("S10", "2026-01-20 19:40", "温永福", 2, "safety", "楼道里旧沙发没人管",
          "我家门口上去半层就是那张旧沙发，老鼠都做窝了。", "快点清走。", "与在办的同楼堆物是一件事。", N.SELF_GOVERNANCE,
          merged("S9", "和同一栋楼堆物的事是一回事，合在一起办，您也算附议人，进展在那一件里看。")),
    Small("S11", "2026-01-23 10:00", "苗春生", 23, "elderly", "老年证换新证怎么办",
          "老年证磨得看不清字，想换一张。", "问问要带什么、去哪里。", "属街道大厅业务。", N.PRIVATE_SERVICE,
          handled("guided", "带身份证和一寸照片到街道大厅 3 号窗口，当场换；腿脚不便的，网格员可以代取。"), "范玉珍"),
    Small("S12", "2026-01-26 21:00", "屈德海", 5, "living", "野猫半夜叫，还翻垃圾桶",
          "5号楼后面七八只猫，夜里叫得睡不着。", "能不能有人管管？", "猫群有人定点喂，垃圾桶盖坏了两个。", N.SELF_GOVERNANCE,
          handled("at_once", "换了桶盖，喂猫的几位邻居约好只在绿地角上喂；绝育由志愿者联系兽医站。")),
    Small("S13", "2026-02-03 18:00", "舒洁", 3, "safety", "楼前停车挡住消防通道",
          "晚上消防通道两边都停满，救火车进不来。", "请画线，夜里有人提醒。", "通道标线磨没了，夜间停了九辆。", N.SELF_GOVERNANCE,
          handled("at_once", "物业重画了禁停线，装了两根升降柱；头两周志愿者晚上十点巡一遍。")),
    Small("S14", "2026-02-06 09:30", "霍志远", 6, "elderly", "楼里三位独居老人，想有人常去看看",
          "三位老人都八十多了，儿女在外地，摔了都没人知道。", "请社区安排人定期上门。", "三位老人都愿意有人上门。", N.PRIVATE_SERVICE,
          handled("on_behalf", "民情服务队每周二、周五上门，量血压、说说话，每户留了联系人电话。"), "范玉珍"),
    Small("S15", "2026-02-10 07:30", "岳美华", 5, "culture", "健身器材螺丝松了",
          "扭腰器的底座螺丝松了，人站上去晃。", "拧紧，不行就拆。", "两颗膨胀螺栓脱出。", N.SELF_GOVERNANCE,
          handled("at_once", "当天挂牌停用，次日换了螺栓，试过不晃再摘牌。")),
    Small("S16", "2026-02-25 12:10", "解冬梅", 10, "traffic", "快递柜占了盲道",
          "10号楼东口新装的快递柜，一半压在盲道上。", "请挪开。", "占压盲道 1.1 米，柜体属快递企业。", N.PUBLIC_ORDER,
          routed("综合执法中队", "综执收 061 号", "占压盲道由综合执法依法处理。"),
          later=(6, answered("快递企业已把柜子挪到东侧墙根，盲道恢复。"))),
)  # fmt: skip


def _announce(small: Small) -> None:
    """Raised at the printed hour, checked the next working morning, ended two days after that."""
    first = datetime.fromisoformat(small.raised)

    def raised(story: Story) -> None:
        with story.acting(small.raiser) as work:
            issue = propose.raise_issue(
                work, title=small.title, facts=small.facts, wish=small.wish, category=small.category,
                building_id=story.building(small.building),
            )  # fmt: skip
            story.noted[small.thread] = issue.id

    def checked(story: Story) -> None:
        with story.acting(small.checked_by) as work:
            propose.verify_issue(work, story.issue, findings=small.findings, nature=small.nature)

    scene(small.thread, small.raised)(raised)
    scene(small.thread, f"{(first + timedelta(days=1)).date()} 10:00")(checked)
    scene(small.thread, f"{(first + timedelta(days=small.days)).date()} 15:00")(small.end)
    if small.later:
        after, act = small.later
        scene(small.thread, f"{(first + timedelta(days=small.days + after)).date()} 10:30")(act)


for _small in SMALL:
    _announce(_small)
