"""Supervise: observations, demands, two keys, satisfaction, reopening."""
