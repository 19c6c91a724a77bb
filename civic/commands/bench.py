"""`civic bench`: measure the pages that people wait for."""

import json
import sys
from argparse import ArgumentParser, Namespace

from civic.bench.run import measure
from civic.settings import Settings

EPILOG = """example:
  civic bench --seconds 5
  civic bench --json > figures.json

Uses a scratch folder and its own processes on 127.0.0.1; touches no data of yours. J is a plain
Jinja page of 20 cards, 32 KB, measured in the same run; ratios are to J."""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--issues", type=int, default=100_000, help="how many issues to seed (100000)")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each page is loaded (5)")


def run(given: Namespace, _settings: Settings) -> int:
    """Measure; exit status 1 when a ratio lies below its floor."""
    report = measure(issues=given.issues, seconds=given.seconds)
    print(json.dumps(report.as_json(), ensure_ascii=False, indent=1) if given.json else report.as_table())
    missed = [row.name for row in report.rows if not row.reached]
    if missed:
        print(f"below their floor: {', '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0
