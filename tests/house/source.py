"""The house as the tests read it: its Python files and templates."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def modules(root: Path, folder: str = "civic") -> Iterator[tuple[Path, ast.Module]]:
    """Each Python file below, its path from the root, parsed."""
    for file in sorted((root / folder).rglob("*.py")):
        yield file.relative_to(root), ast.parse(file.read_text(), str(file))


def templates(root: Path) -> Iterator[tuple[Path, str]]:
    """Each template, its path from the root and its text."""
    for file in sorted((root / "templates").rglob("*")):
        if file.suffix in {".html", ".txt", ".svg", ".xml"}:
            yield file.relative_to(root), file.read_text()


def plant(root: Path, **files: str) -> Path:
    """Write a small house: `plant(tmp_path, **{"civic/a.py": "…"})`."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root
