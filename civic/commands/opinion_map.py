"""`civic opinion-map`: compute an opinion map from a file, so that anyone can check ours."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from civic.commands.map_words import as_json, as_text
from civic.commands.vote_file import WrongFile, read_statements, read_votes
from civic.discuss.rules.opinion import draw_map, may_draw_map
from civic.settings import Settings

EPILOG = """example:
  civic opinion-map votes.csv
  civic opinion-map votes.csv --moderated left-out.csv --json

VOTES.csv has the columns participant, statement and vote: 1 agree, -1 disagree, 0 pass; whoever has not seen a
statement has no line for it, and nobody has two. The order of the lines plays no part. FILE lists statements
that are left out, one a line. A map of ours is checked with --seed and the seed printed beside it. Needs numpy:
pip install 'civic[opinion]'. In the JSON, k, silhouette and stability are those of the best split even where
groups is null because that split is not clear."""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG
    parser.add_argument("votes", metavar="VOTES.csv", type=Path, help="who voted how on what")
    parser.add_argument("--moderated", metavar="FILE", type=Path, help="statements that are left out")
    parser.add_argument("--seed", default="", help="from which chance is drawn (empty)")
    parser.add_argument("--json", action="store_true", help="figures as JSON")


def run(given: Namespace, _settings: Settings) -> int:
    """Print the map; 1 without numpy, 2 for a file that cannot be read."""
    allowed = may_draw_map()
    if allowed.because:
        print(f"civic: {allowed.because.text % allowed.because.params}", file=sys.stderr)
        return 1
    try:
        votes = read_votes(given.votes)
        moderated = read_statements(given.moderated) if given.moderated else frozenset[str]()
    except WrongFile as wrong:
        print(f"civic: {wrong}", file=sys.stderr)
        return 2
    drawn = draw_map(votes, moderated=moderated, seed=given.seed)
    print(json.dumps(as_json(drawn), ensure_ascii=False, indent=1) if given.json else as_text(drawn))
    return 0
