"""Manage: work orders, their answers and the public board."""
