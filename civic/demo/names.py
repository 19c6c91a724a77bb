"""Invented names: a surname and a given name, never the same pair twice."""

from collections.abc import Iterator

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
_TWO = (
    "秀英桂芳建国玉兰志明淑珍国强春梅德胜雪梅立新秋菊永刚凤霞海涛丽华文斌红梅庆春素云振华月娥"
    "金平晓燕福来彩霞学军玉珍少华爱民荣生翠萍新民惠兰宝山小娟长安佳慧世杰静怡明远雅琴洪波子涵"
    "培德佩兰光辉婷婷克俭俊峰慧敏守义家宁春生美玲兴旺素芬启航润东桂香长河思源万里巧云伯钧念慈怀远"
)
GIVEN = [_TWO[place : place + 2] for place in range(0, len(_TWO), 2)]


def invented(taken: set[str]) -> Iterator[str]:
    """Names that nobody here bears yet, in an order that mixes the surnames."""
    for turn in range(len(GIVEN)):
        for place, surname in enumerate(SURNAMES):
            name = surname + GIVEN[(place * 7 + turn * 11) % len(GIVEN)]
            if name not in taken:
                taken.add(name)
                yield name
