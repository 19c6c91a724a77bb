"""The addresses of Propose."""

from civic.permissions import Permission
from civic.propose.routes import issue, listing
from civic.web.routing import Route, page

P = Permission
ROUTES: list[Route] = [
    page("/issues", listing.list_issues, P.READ, "issues"),
    page("/issues/{reference}", issue.show_issue, P.READ, "issues"),
    page("/i/{code}", issue.find_issue, P.READ, "issues"),
]
