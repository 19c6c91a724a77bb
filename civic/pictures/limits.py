"""How large a photo may be, sent and kept; how long redrawing it may take (security.md §1.5)."""

from civic.confined.child import Limits

MIB = 1024 * 1024

BODY = 10 * MIB
"""Bytes of the uploaded file; phones send 2 to 6 MB."""
PIXELS = 40_000_000
"""Before anything is unpacked: what a file declares decides."""
SIDE = 1600
"""The longer side of what is kept."""
KEPT = 300_000
"""Bytes of what is kept."""
SMALL_SIDE = 400
"""The longer side of the small one, for lists."""
NARROW = 16
"""A photo with a shorter side than this shows nothing."""

HEAD = 4096
"""The line above the photo: the boxes to burn in."""
MEMORY = 400 * MIB
CPU_SECONDS = 4
WALL_SECONDS = 4.8
"""The sender is answered within 5 seconds, whatever was sent."""
PATIENCE = 12.0
"""Seconds in which a photo waits for those of others."""
LIMITS = Limits(BODY + HEAD, MIB, MEMORY, CPU_SECONDS)
