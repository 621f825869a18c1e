"""Random families of totals with the bounds that scipy's linear program (HiGHS) gives for them.

bounds.txt holds some of the first thousand.

    pip install numpy scipy
    python3 make_bounds.py 1000 > families.txt

A block a family: `family UNIVERSE|-`, one row a figure (`figure partners low high|- k|-`), then `= NAME LOW HIGH` for
reach, and for every partner's exclusive, foreign and incremental reach, in whole contacts; or `= contradiction`; `end`.
"""
import itertools
import math
import sys

import numpy
from scipy.optimize import linprog


def forms(n):
    regions = numpy.arange(1, 1 << n)
    size = numpy.array([bin(r).count("1") for r in regions])
    return regions, size


def row(kind, members, n, regions, size):
    mask = sum(1 << m for m in members) or (1 << n) - 1
    if kind in ("reach", "union"):
        return ((regions & mask) != 0).astype(float)
    if kind == "overlap":
        return ((regions & mask) == mask).astype(float)
    if kind == "exclusive":
        return ((regions & ~mask) == 0).astype(float)
    if kind == "shapley":
        return ((regions & mask) != 0) / size
    last = 1 << members[-1]
    return (((regions & last) != 0) & ((regions & mask & ~last) == 0)).astype(float)


def family(random):
    """Figures of a true population, some of them rounded or withheld."""
    n = int(random.integers(2, 8))
    regions, size = forms(n)
    scale = float(random.choice([3, 40, 1000, 200000]))
    counts = numpy.floor(random.exponential(scale, len(regions)) * (random.random(len(regions)) < random.choice([0.15, 0.5, 1])))
    # Small regions overlap more than large ones.
    counts = numpy.floor(counts / size ** random.choice([0, 1, 2])).astype(int)
    figures = [("reach", (p,)) for p in range(n)]
    figures += [("overlap", p) for p in itertools.combinations(range(n), 2) if random.random() < random.choice([0, 0.5, 1])]
    for kind, odds in (("union", 0.3), ("exclusive", 0.3), ("stacked", 0.2), ("shapley", 0.2), ("overlap", 0.15)):
        if random.random() < odds:
            width = 1 if kind in ("exclusive", "shapley") else int(random.integers(2, n + 1))
            figures.append((kind, tuple(int(p) for p in random.permutation(n)[:width])))
    figures = list(dict.fromkeys(figures))
    universe = int(counts.sum() + random.integers(0, counts.sum() + 2)) if random.random() < 0.4 else None
    rows = []
    for kind, members in figures:
        value = float(row(kind, members, n, regions, size) @ counts)
        chance = random.random()
        if kind == "shapley":
            low, high = max(0.0, math.floor(value * 4) / 4 - 0.25), math.ceil(value * 4) / 4 + 0.25
        elif chance < 0.6:
            low, high = value, value
        elif chance < 0.9:
            step = float(random.choice([5, 10, 100]))
            low, high = math.floor(value / step) * step, math.floor(value / step) * step + step - 1
        else:
            low, high = max(0.0, value - 3), math.inf
        rows.append((kind, members, low, high))
    if random.random() < 0.1:
        spoiled = int(random.integers(len(rows)))
        kind, members, low, _ = rows[spoiled]
        rows[spoiled] = (kind, members, low + 7, low + 9)
    return n, regions, size, counts, universe, rows


def solve(objective, matrix, limits):
    answer = linprog(objective, A_ub=matrix, b_ub=limits, bounds=(0, None), method="highs",
                     options={"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9})
    if answer.status == 2:
        return None
    if answer.status in (3, 4):
        return -math.inf
    assert answer.status == 0, answer.message
    return answer.fun


def main():
    random = numpy.random.default_rng(1958)
    made = 0
    while made < int(sys.argv[1]):
        n, regions, size, counts, universe, rows = family(random)
        names = [chr(ord("a") + p) for p in range(n)]
        matrix, limits = [], []
        for kind, members, low, high in rows:
            line = row(kind, members, n, regions, size)
            matrix.append(-line)
            limits.append(-low)
            if high < math.inf:
                matrix.append(line)
                limits.append(high)
        if universe is not None:
            matrix.append(numpy.ones(len(regions)))
            limits.append(universe)
        matrix, limits = numpy.array(matrix), numpy.array(limits)
        wanted = [("reach", numpy.ones(len(regions)))]
        for p in range(n):
            others = tuple(o for o in range(n) if o != p)
            wanted.append((f"{names[p]}.exclusive", row("exclusive", (p,), n, regions, size)))
            wanted.append((f"{names[p]}.foreign", row("union", others, n, regions, size)))
            wanted.append((f"{names[p]}.incremental", row("exclusive", others, n, regions, size)))
        ends = [(solve(form, matrix, limits), solve(-form, matrix, limits)) for _, form in wanted]
        contradicts = solve(0 * wanted[0][1], matrix, limits) is None
        # Where its answers differ, the tolerance decides, and it is no reference.
        if any((end is None) != contradicts for pair in ends for end in pair):
            continue
        made += 1
        print("family", "-" if universe is None else universe)
        for kind, members, low, high in rows:
            print(kind, ";".join(names[m] for m in members), repr(low), "-" if high == math.inf else repr(high), "-")
        if contradicts:
            print("= contradiction")
        else:
            for (name, form), (low, high) in zip(wanted, ends):
                slack = 1e-6 + 1e-9 * abs(low)
                top = "-" if high == -math.inf else math.floor(-high + 1e-6 + 1e-9 * abs(high))
                print("=", name, max(0, math.ceil(low - slack)), top, int(form @ counts))
        print("end")


if __name__ == "__main__":
    main()
