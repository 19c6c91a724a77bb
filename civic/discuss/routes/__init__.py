"""The addresses of Discuss."""

from civic.discuss.routes import talk
from civic.permissions import Permission
from civic.web.routing import Route, act, page

P = Permission
ROUTES: list[Route] = [
    page("/issues/{reference}/views", talk.show_views, P.READ, "issues"),
    page("/issues/{reference}/contributions", talk.show_contribute, P.CONTRIBUTE, "issues"),
    act("/issues/{reference}/contributions", talk.contribute, P.CONTRIBUTE, "issues"),
]
