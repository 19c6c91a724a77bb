"""The wheel holds all that Civic needs: installed in an empty environment, it starts."""

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from e2e.server import civic, serving
from tests.house.source import ROOT

DAY = "2026-12-01"


@pytest.mark.long
def test_the_wheel_starts_in_an_empty_environment(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    run(sys.executable, "-m", "venv", str(tmp_path / "venv"))
    wheel = next(tmp_path.glob("civic-*.whl"))
    pip = str(tmp_path / "venv/bin/pip")
    run(pip, "install", "-qq", "--require-hashes", "-r", "requirements.lock")
    run(pip, "install", "-qq", "--no-deps", "--no-index", str(wheel))

    program = (str(tmp_path / "venv/bin/civic"),)
    data = tmp_path / "data"
    data.mkdir()
    civic("demo", "--if-empty", data=data, program=program, cwd=tmp_path, CIVIC_DEMO_TODAY=DAY)
    with (
        serving(data, program=program, cwd=tmp_path, CIVIC_DEMO_TODAY=DAY) as base,
        urllib.request.urlopen(base) as answer,
    ):
        page = answer.read().decode()
    assert 'lang="zh-CN"' in page
    assert "/static/civic." in page


def run(*words: str) -> None:
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
