"""Engines, column types and the tables below all rooms."""
