"""Theta sketches of sets of "c<number>", as PyPI datasketches 5.2.0 writes them in versions 3 and 4.

    pip install datasketches
    python3 make_sketches.py > sketches.txt

A line a sketch: first number, behind the last, k, version 3 and version 4 in hexadecimal digits. An update sketch of the
library keeps more hashes than k; a union of it and nothing trims it to k.
"""
from datasketches import compact_theta_sketch, theta_union, update_theta_sketch


def main():
    sets = [(0, n, 32) for n in (0, 1, 2, 3, 5, 31, 32, 33, 34, 65, 100, 1000, 20000)]
    sets += [(7, 7 + n, 64) for n in (1, 63, 64, 65, 66, 500, 4096)]
    sets += [(100, 100 + n, 128) for n in (128, 129, 3000, 50000)]
    sets += [(1000 * n, 1000 * n + n * n, 32) for n in range(4, 80)]
    for start, end, k in sets:
        sketch = update_theta_sketch(k.bit_length() - 1)
        for number in range(start, end):
            sketch.update(f"c{number}")
        union = theta_union(k.bit_length() - 1)
        union.update(sketch)
        compact = union.get_result()
        print(start, end, k, compact.serialize().hex(), compact_theta_sketch(compact, True).serialize(compress=True).hex())


if __name__ == "__main__":
    main()
