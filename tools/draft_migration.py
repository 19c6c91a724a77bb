"""Compare the tables with the migrations and draft the next one: `make migration SAY="…"`.

A draft: triggers and changed CHECKs escape the comparison, write them by hand.
"""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from alembic import command

from civic.store.migrate import config_for, migrate


def draft(sentence: str) -> Path:
    """Write migrations/versions/<date>_<sentence>.py; the revision bears the same name."""
    with tempfile.TemporaryDirectory() as scratch:
        url = f"sqlite:///{scratch}/civic.sqlite"
        config = config_for(url)
        config.set_main_option("file_template", "%%(rev)s")
        migrate(url)
        name = time.strftime("%Y_%m_%d_") + "_".join(re.findall(r"\w+", sentence.lower()))
        script = command.revision(config, sentence, autogenerate=True, rev_id=name)
    return Path(script.path)  # type: ignore[union-attr]


if __name__ == "__main__":
    if not sys.argv[1:] or not sys.argv[1].strip():
        sys.exit('Say in a sentence what changes: make migration SAY="Give issues a due day"')
    file = draft(sys.argv[1])
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", file], check=True)
    print(f"drafted {file.name}: read it, add triggers and CHECKs, test it on both databases")
