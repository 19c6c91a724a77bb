"""How large a list may be, packed, unpacked, read; how long reading may take (security.md §1.5)."""

from civic.confined.child import Limits

MIB = 1024 * 1024

BODY = 2 * MIB
"""Bytes of the uploaded file."""
UNPACKED = 20 * MIB
"""Bytes of all parts of a workbook together, as it declares them and as they turn out."""
PARTS = 400
"""Files inside a workbook; a list has about a dozen."""
ROWS = 20_000
COLUMNS = 50
TEXT = 500
"""Characters in one cell: a name, a door, a day are shorter."""
SHEETS = 30

MEMORY = 400 * MIB
"""Address space of the reading child; with the parent it stays under the issue's 512 MB."""
CPU_SECONDS = 4
WALL_SECONDS = 4.5
"""The sender is answered within 5 seconds, whatever was sent."""
ANSWER = 24 * MIB
"""Bytes that the child may say: 20,000 rows of a real list are about 4 MB."""
HEADER_WITHIN = 10
"""Rows from the top among which the headings are looked for."""
LIMITS = Limits(BODY, ANSWER, MEMORY, CPU_SECONDS)
"""What the reading child is given."""
