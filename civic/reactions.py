"""When this is recorded, do these acts: the constitution's verbs on one screen.

Each reaction runs in the transaction of the act that was recorded; if one fails, nothing happened.
"""

from civic.work import Reactions

REACTIONS: Reactions = {}
