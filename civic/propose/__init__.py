"""Propose: from a sentence to a decision what becomes of it."""
