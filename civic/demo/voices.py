"""What neighbours said about the morning market: 37 entries of 31 households, and the later comments."""

from datetime import date, timedelta
from typing import Any

SLIPS = (
    "天不亮就摆，八点半了还不走，孙子上学要贴着摊子过马路。",
    "我推轮椅，盲道上全是菜筐，根本过不去。",
    "买菜是方便，就是走得太晚，烂菜叶子没人收。",
    "早上六点喇叭就喊，孩子睡不好。",
    "3号楼拐角停不了车，送老伴透析打车都进不来。",
    "不反对摆摊，别堵路就行。",
    "雨天一地泥水，老人摔过一回了。",
    "卖鱼的往雨水口倒水，夏天臭得开不开窗。",
    "希望定个钟点，到点就收。",
    "城管来了就散，走了又来，不是办法。",
    "摊子占到单元门口，消防车来了怎么办。",
    "菜比超市便宜，撵走了我们这些老的上哪儿买。",
    "送奶车、垃圾车天天在这儿顶牛。",
    "给他们画个框，谁也别出框。",
)
CALLS = (
    "孩子七点四十上学，走机动车道，太悬了。",
    "救护车那天堵在路口，按了半天喇叭。",
    "八点五十还有四十来个摊，我数过。",
    "早餐摊的油烟直往二楼窗户里灌。",
    "公交站台被占，只能在马路中间等车。",
    "能不能挪到停车场去？",
    "我自己就在这里卖菜，给个固定位置，我们愿意守规矩。",
    "建议留着早市，但要有人管。",
    "秤不准，找谁说理？",
    "下夜班补觉，六点多就被吵醒。",
    "盲道、无障碍坡道先让出来。",
    "摊贩的三轮车一停就是一上午。",
)
PARLOUR = (
    "早市有二十来年了，不能一刀切。",
    "要是搬到停车场，我们的车停哪儿？",
    "请交警、城管、市场监管一起来，别踢皮球。",
    "收摊以后谁扫？得说清楚。",
    "最好天天有人看着，拍个照，大家都看得见。",
    "先试一个月，不行再说。",
    "卖早点的也算上，别光说卖菜的。",
)
ONLINE = (
    "发了照片：今早 8:42，路面还剩一半宽。",
    "建议画线、编号，一摊一位。",
    "希望公布联系电话，堵路的时候有人管。",
    "上班骑车每天在这里堵十分钟。",
)
CHANNELS = (("slip", SLIPS), ("phone", CALLS), ("meeting", PARLOUR), ("online", ONLINE))

TWICE = 6
"""Households that spoke up twice."""


def handovers(first: date) -> list[dict[str, Any]]:
    """The entries as the listening team brought them in, a few every day for a week."""
    said = [(channel, text) for channel, texts in CHANNELS for text in texts]
    households = len(said) - TWICE
    return [
        {
            "channel": channel,
            "household": f"{place % households % 9 + 1}号楼第{place % households // 9 + 1}户",
            "text": text,
            "received_on": first + timedelta(days=place % 7),
        }
        for place, (channel, text) in enumerate(said)
    ]


TOPIC_COMMENTS = (
    ("赵玉梅", "for", "支持管起来。只要八点半前走干净，早市留着对大家都好。"),
    ("温永福", "for", "画线最要紧。没有线，天天为一尺地吵。"),
    ("章秀云", "question", "收摊以后的垃圾归谁清？物业还是摊主？"),
    ("郭立春", "for", "我代表几个摊主说一句：给位置、给钟点，我们认。"),
    ("顾秀珍", "against", "还是应该取缔。占道就是占道，开了口子收不住。"),
    ("舒洁", "for", "孩子上学那二十分钟最危险，七点半到八点能不能先让出一条道？"),
    ("屈德海", "question", "挪到停车场要少十二个车位，停车的人怎么想？"),
    ("邓小北", "for", "租房的也要买菜，早市不能没有，安静一点就行。"),
    ("安可心", "for", "建议喇叭一律不许用。"),
)
OUTCOME_COMMENTS = (
    ("章秀云", "question", "成果里没写下雨天怎么办，雨天菜叶子最多。", True,
     "写进公约：雨天照样 08:30 清空，值日的多扫一遍。"),
    ("温永福", "for", "48 个位置要抓阄，别让先来的占好位。", True,
     "摊位改为抓阄，每季度重抓一次。"),
    ("顾秀珍", "against", "我仍然认为应当取缔，请记上。", False,
     "不取缔是会上多数人的意见；您的意见已记入成果，半年后一并评估。"),
    ("郭立春", "question", "能不能宽到九点？有几户夫妻摊收得慢。", False,
     "八点半以后上学、上班的人多，不再放宽；收得慢的由值日的帮一把。"),
    ("舒洁", "for", "请把学校门口那三十米空出来，不设摊位。", True,
     "校门口左右各三十米不设摊位，已改图。"),
    ("邓小北", "for", "请公布一个随时能打通的电话。", True,
     "居委会值班电话写在每个摊位牌上。"),
)  # fmt: skip
"""Who, stance, what, whether the committee took it up, and how it was treated."""
