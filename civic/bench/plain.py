"""J: a plain Jinja page of 20 cards, 32 KB, autoescape on, no database. Kept unchanged, so that
figures of different days can be compared: they are quoted as ratios to this page's."""

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

PAGE = Environment(autoescape=True).from_string(
    """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<header><h1>{{ title }}</h1></header><main><ul>
{% for card in cards %}
<li class="card" id="card-{{ card.number }}">
<h2><a href="/issues/{{ card.number }}">{{ card.title }}</a></h2>
<p class="meta"><span>{{ card.place }}</span> <span>{{ card.category }}</span> <time>{{ card.day }}</time></p>
<p class="text">{{ card.text }}</p>
<ol class="road">{% for stop in card.road %}<li class="stop stop--{{ stop.state }}"><span>{{ stop.number }}</span>
<b>{{ stop.name }}</b> <small>{{ stop.day }}</small></li>{% endfor %}</ol>
<dl>{% for name, value in card.facts %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>
<p class="acts"><a href="/issues/{{ card.number }}#endorse">{{ card.endorsed }} 人附议</a></p>
</li>
{% endfor %}
</ul></main></body></html>"""
)

CARDS = [
    {
        "number": number,
        "title": f"{number}号楼门前路灯不亮，晚上走路看不清 <{number}>",
        "place": f"{number}号楼2单元",
        "category": "居住环境",
        "day": f"3月{number}日",
        "text": "晚上七点以后整条路是黑的，老人孩子都不敢走，请尽快派人来看一看。" * 6,
        "road": [
            {"number": n, "name": name, "state": "past" if n < 3 else "ahead", "day": f"3月{n + number}日"}
            for n, name in enumerate(("提事", "议事", "决策", "管理", "监督"), 1)
        ],
        "facts": [(f"第{n}项", f"内容 {n} & 说明") for n in range(1, 7)],
        "endorsed": number * 3,
    }
    for number in range(1, 21)
]


def page() -> str:
    """The page itself."""
    return PAGE.render(title="事项", cards=CARDS)


async def show(_request: Request) -> HTMLResponse:
    """Rendered anew for every request."""
    return HTMLResponse(page())


app = Starlette(routes=[Route("/", show)])
