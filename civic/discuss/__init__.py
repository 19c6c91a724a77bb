"""Discuss: topic, contributions, option paper, study, outcome."""
