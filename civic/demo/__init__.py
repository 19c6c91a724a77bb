"""The demo community, loaded through the acts by their actors."""
