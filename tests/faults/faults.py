"""Runs what is asked for and prints one table. Ends with 1 where a promise was broken."""
import importlib
import os
import sys
import tempfile

PARTS = ["kill", "calls", "full", "places", "power"]


class Row:
    """What came of one promise."""

    def __init__(self, part, promise):
        self.part, self.promise = part, promise
        self.runs = self.failures = 0
        self.seconds = 0.0
        self.notes, self.examples = [], []

    def fail(self, what):
        self.failures += 1
        if len(self.examples) < 5:
            self.examples.append(what)

    def print(self, quick):
        repeat = f"tests/faults/run {'quick ' if quick else ''}{self.part}"
        print(f"{self.promise:<78} {self.runs:>6} {self.failures:>8} {self.seconds:>6.0f} s  {repeat}", flush=True)
        for line in self.notes + self.examples:
            print(f"    {line}", flush=True)


def main():
    child, words = os.path.abspath(sys.argv[1]), sys.argv[2:]
    quick = "quick" in words
    wanted = [part for part in PARTS if part in words] or PARTS
    unknown = [word for word in words if word not in PARTS + ["quick", "all"]]
    if unknown:
        sys.exit(f"There is no {unknown[0]}; there are {', '.join(PARTS)}.")
    print(f"{'promise':<78} {'runs':>6} {'failures':>8} {'time':>8}  repeat with")
    failures = 0
    for part in wanted:
        module = importlib.import_module(part)
        # On a real disk: a memory one forgets what was never flushed, and forgives it.
        with tempfile.TemporaryDirectory(prefix="momentboard-faults-", dir="/var/tmp") as folder:
            for row in module.rows(child, folder, quick, Row):
                row.print(quick)
                failures += row.failures
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
