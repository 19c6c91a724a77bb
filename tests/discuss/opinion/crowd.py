"""Simulated people: what they think is planted, so that a map must find it."""

from random import Random

Given = dict[tuple[str, str], int]

PLANTED = ("1", "2", "3")
"""Nearly everybody agrees with these."""


def two_groups(people: int = 60, statements: int = 18, seed: int = 1, unseen: float = 0.2) -> Given:
    """p1, p3, p5… agree with what p0, p2, p4… disagree with, and all agree with the first three."""
    chance, votes = Random(seed), Given()
    for person in range(people):
        for number in range(1, statements + 1):
            if chance.random() < unseen:
                continue
            likes = str(number) in PLANTED or (number + person) % 2 == 0
            agrees = chance.random() < (0.9 if likes else 0.1)
            votes[f"p{person}", str(number)] = 0 if chance.random() < 0.05 else (1 if agrees else -1)
    return votes


def coin_tosses(people: int = 60, statements: int = 18, seed: int = 1, unseen: float = 0.2) -> Given:
    """Nobody thinks anything."""
    chance = Random(seed)
    return {
        (f"p{person}", str(number)): chance.choice((1, -1, 0))
        for person in range(people)
        for number in range(1, statements + 1)
        if chance.random() >= unseen
    }


def planted_camps(votes: Given) -> set[frozenset[str]]:
    """The two groups as they were made."""
    people = {person for person, _ in votes}
    odd = frozenset(person for person in people if int(person[1:]) % 2)
    return {odd, frozenset(people - odd)}


def camps(group_of: dict[str, str]) -> set[frozenset[str]]:
    """The groups as they were found."""
    return {
        frozenset(person for person, letter in group_of.items() if letter == each)
        for each in group_of.values()
    }
