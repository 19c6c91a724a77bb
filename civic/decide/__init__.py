"""The third stage, 民主决策: who may decide, by which rule, and what came of it."""
