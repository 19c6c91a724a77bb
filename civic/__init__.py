"""Civic: neighbours govern their own neighbourhood, from a sentence to a verdict."""

__version__ = "0.1.0"
