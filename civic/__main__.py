"""The `civic` command: one line of dispatch each."""

import argparse
import os
import sys
from importlib import import_module

from sqlalchemy.exc import OperationalError

from civic import __version__
from civic.settings import WrongSetting, read_settings

COMMANDS = {
    "run": "start the server",
    "init": "make a community and its first administrator",
    "demo": "load the demo community",
    "migrate": "bring the database up to this release",
    "verify-ledger": "check the chain of every community",
    "check": "say whether this installation is sound",
    "reindex": "make the search index anew",
    "opinion-map": "compute an opinion map from a file of votes",
    "bench": "measure",
}


def main(words: list[str] | None = None) -> int:
    """Do one command; its exit status: 0 done, 1 not sound or refused, 2 a wrong word or setting."""
    # Numpy's own threads, where it is installed, would wait for each other beside the server's.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(prog="civic", description="Neighbours govern their own neighbourhood.")
    parser.add_argument("--version", action="version", version=f"civic {__version__}")
    kinds = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    asked = words if words is not None else sys.argv[1:]
    for name, purpose in COMMANDS.items():
        each = kinds.add_parser(
            name, help=purpose, description=purpose, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        # Only the command that was asked for is loaded, or every start would pay for all.
        if name in asked[:1]:
            module = import_module(f"civic.commands.{name.replace('-', '_')}")
            module.describe(each)
            each.set_defaults(run=module.run)
    given = parser.parse_args(asked)
    try:
        return int(given.run(given, read_settings()))
    except WrongSetting as wrong:
        print(f"civic: {wrong}", file=sys.stderr)
        return 2
    except OperationalError as failed:
        print(
            f"civic: the database does not answer ({failed.orig}). Please run civic check.", file=sys.stderr
        )
        return 1


if __name__ == "__main__":
    sys.exit(main())
