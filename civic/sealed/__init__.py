"""The sealed box: complaints about office-holders, read by the supervisory committee alone (domain §4, §6).

Nothing of it is an issue: its own table, its own numbers, no stage, no search, no export.
"""
