"""What was measured, as a table and as JSON, each figure beside the plain page's."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """One page under load."""

    name: str
    per_second: float
    p50: float
    p99: float
    cpu_ms: float
    size: int
    ratio: float
    floor: float
    statuses: dict[int, int]

    @property
    def reached(self) -> bool:
        """Whether the ratio to the plain page is what was promised, all answers being right."""
        return self.ratio >= self.floor and all(status in {200, 303} for status in self.statuses)


@dataclass(frozen=True)
class Report:
    """The whole run."""

    rows: list[Row]
    cold_start_seconds: float
    memory_megabytes: float
    issues: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {**asdict(self), "rows": [{**asdict(row), "reached": row.reached} for row in self.rows]}

    def as_table(self) -> str:
        """For people."""
        lines = [
            f"{'page':22}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>8}{'bytes':>9}{'ratio':>7}{'floor':>7}"
        ]
        lines += [
            f"{r.name:22}{r.per_second:9.0f}{r.p50:9.1f}{r.p99:9.1f}{r.cpu_ms:8.2f}{r.size:9}{r.ratio:7.2f}{r.floor:7.2f}"
            + ("" if r.reached else "  NOT REACHED " + str(r.statuses))
            for r in self.rows
        ]
        lines.append(
            f"cold start {self.cold_start_seconds:.2f} s, memory {self.memory_megabytes:.0f} MB, {self.issues} issues"
        )
        return "\n".join(lines)
