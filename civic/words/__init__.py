"""What the product says: one catalogue a room, merged into one a language."""

from pathlib import Path

WORDS = Path(__file__).parent
DOMAIN = "civic"
