"""What happened, chained by hash, append-only."""
