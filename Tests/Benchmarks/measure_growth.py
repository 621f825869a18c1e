#!/usr/bin/env python3
"""Measures how time and memory grow with every measure of the input, and writes Growth.md and growth.svg.

    measure_growth.py COMMAND                 up to ten million touches and four million edges: three minutes
    measure_growth.py COMMAND --most 100000   nothing larger, to try it
    measure_growth.py COMMAND --folder DIR    elsewhere than beside this script

COMMAND is the optimized command. Data are drawn here, the same every time, in a temporary folder (TMPDIR). CPU time is user
and system time of the finished process, memory its largest resident set, both of the faster of two runs. What grows by a
power above 1.15 from one size to the next is named under the table.
"""

import argparse
import datetime
import math
import os
import pathlib
import platform
import random
import subprocess
import sys
import tempfile

MOST_POWER = 1.15
# Below this a process does little but start.
LEAST_SECONDS = 0.1
DAY = 86_400
START = datetime.datetime(2024, 1, 1)

# What else a dataset has while one measure grows.
USUAL = {"touches": 1_000_000, "partners": 20, "campaigns": 6, "channels": 100}
SIZES = {
    "touches": [100_000, 300_000, 1_000_000, 3_000_000, 10_000_000],
    "partners": [2, 20, 100, 500],
    "campaigns": [1, 6, 30, 100, 300, 1_000],
    "channels": [10, 100, 1_000, 10_000],
    "edges": [1 << 16, 1 << 18, 1 << 20, 1 << 22],
}
REPORTS = {
    "three sections": "report data --all --format json --quiet --sections touchpoints,reach,retention -o out.json",
    "every section": "report data --all --format json --quiet -o out.json",
}
GRAPHS = {
    "PageRank": "rank data.tsv --measure pagerank --top 10 --no-summary --quiet --format json -o out.json",
    "Leiden": "communities data.tsv --undirected --rounds 2 --quiet --format json -o out.json",
    "clustering": "rank data.tsv --undirected --measure clustering --top 10 --no-summary --quiet --format json -o out.json",
}


def write_dataset(folder, touches, partners, campaigns, channels):
    """Every contact meets three partners, in channels of which few have most touches."""
    draw = random.Random(7).random
    folder.mkdir()
    days = 700
    written = lambda day: (START + datetime.timedelta(days=day)).strftime("%Y-%m-%d")  # noqa: E731

    def table(name, header, rows):
        with open(folder / f"{name}.csv", "w") as file:
            file.write(header + "\n")
            file.writelines(row + "\n" for row in rows)

    contents = max(100, campaigns)
    contacts = touches // 8
    table("partners", "id,name", (f"p{i},Partner {i}" for i in range(partners)))
    table("channels", "id,owner,name,medium", (
        f"h{i},p{i % partners},Channel {i},{('newsletter', 'website', 'social')[i % 3]}" for i in range(channels)))
    table("campaigns", "id,name,lead,start,end,budget", (
        f"k{i},Campaign {i},p{i % partners},{written(30 + i * 600 // campaigns)},{written(60 + i * 600 // campaigns)},1000"
        for i in range(campaigns)))
    table("contents", "id,title,campaign,brands", (
        f"m{i},Story {i},k{i % campaigns},p{i % partners};p{(i + 1) % partners}" for i in range(contents)))
    table("contacts", "id,segment", (f"c{i},{'loyal' if i % 3 else 'new'}" for i in range(contacts)))
    clock = [f"T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z" for second in range(DAY)]
    dates = [written(day) for day in range(days)]
    kinds = ["impression"] * 12 + ["open"] * 3 + ["click"] * 3 + ["like", "order"]

    def touchpoints():
        step = days * DAY / touches
        for i in range(touches):
            contact = int(contacts * draw() ** 1.5)
            # Of the contact's three partners one; of that partner's channels rather the first.
            partner = (contact * 7919 + int(3 * draw()) * 104729) % partners
            channel = partner + partners * int(draw() ** 2 * (channels // partners)) if channels >= partners else int(
                channels * draw())
            kind = kinds[int(20 * draw())]
            second = int(i * step)
            yield (f"{dates[second // DAY]}{clock[second % DAY]},c{contact},h{channel},m{int(contents * draw())},{kind},"
                   f"{'19.50' if kind == 'order' else ''}")

    table("touchpoints", "time,contact,channel,content,kind,value", touchpoints())


def write_graph(path, edges):
    """An edge list in which some nodes have very many neighbours, sixteen edges a node."""
    draw = random.Random(7).random
    nodes = edges // 16
    with open(path, "w") as file:
        file.write("source\ttarget\n")
        file.writelines(f"n{int(nodes * draw() ** 3)}\tn{int(nodes * draw())}\n" for _ in range(edges))


def run(command, arguments, folder):
    """CPU seconds and megabytes of a run."""
    process = subprocess.Popen([command, *arguments.split()], cwd=folder)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"reefknot {arguments}: status {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(command, most):
    """All runs, as (measure, size, bytes of input, job, CPU seconds, megabytes)."""
    found = []
    for measure_name, sizes in SIZES.items():
        for size in sizes:
            if measure_name in ("touches", "edges") and size > most:
                continue
            with tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                if measure_name == "edges":
                    write_graph(folder / "data.tsv", size)
                    jobs, length = GRAPHS, (folder / "data.tsv").stat().st_size
                else:
                    shape = {**USUAL, "touches": min(most, USUAL["touches"]), measure_name: size}
                    # Every partner has a channel.
                    shape["channels"] = max(shape["channels"], shape["partners"])
                    if measure_name == "channels":
                        shape.update(channels=size, partners=min(shape["partners"], size))
                    write_dataset(folder / "data", **shape)
                    jobs, length = REPORTS, sum(file.stat().st_size for file in (folder / "data").iterdir())
                for job, arguments in jobs.items():
                    seconds, megabytes = min(run(command, arguments, folder) for _ in range(2))
                    found.append((measure_name, size, length, job, seconds, megabytes))
                    print(f"{measure_name} {size:,} {job}: {seconds:.2f} s, {megabytes:.0f} MB", file=sys.stderr, flush=True)
    return found


def lines_of(found, measure_name):
    """For each job its points (size, bytes, seconds, megabytes) by one measure."""
    lines = {}
    for name, size, length, job, seconds, megabytes in found:
        if name == measure_name:
            lines.setdefault(job, []).append((size, length, seconds, megabytes))
    return lines


def too_fast(found):
    """Where time or memory grows by more than the power allowed, as sentences."""
    told = []
    for measure_name in SIZES:
        for job, points in lines_of(found, measure_name).items():
            for before, after in zip(points, points[1:]):
                for place, least, what in ((2, LEAST_SECONDS, "time"), (3, 64, "memory")):
                    if before[place] < least:
                        continue
                    power = math.log(after[place] / before[place]) / math.log(after[0] / before[0])
                    if power > MOST_POWER:
                        told.append(f"- {job}, {what}: from {before[0]:,} to {after[0]:,} {measure_name} by the power {power:.2f}")
    return told


def table(found, command, most):
    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    with open("/proc/cpuinfo") as file:
        processor = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    text = [
        "# Growth", "",
        f"Written by `measure_growth.py` on {datetime.date.today()}: {processor}, {os.cpu_count()} cores, Reefknot {version}. "
        f"While one measure grows, a dataset has {min(most, USUAL['touches']):,} touches, {USUAL['partners']} partners, "
        f"{USUAL['campaigns']} campaigns and {USUAL['channels']} channels, or as many channels as partners. Of two runs that of "
        "less CPU time.", "",
        "![CPU time and memory by touches, partners, campaigns, channels and edges](growth.svg)", "",
        "| measure | size | input MB | job | CPU s | MB | times the three sections |", "| --- | --- | --- | --- | --- | --- | --- |"]
    three = {(row[0], row[1]): row[4] for row in found if row[3] == "three sections"}
    for name, size, length, job, seconds, megabytes in found:
        base = three.get((name, size))
        text.append(f"| {name} | {size:,} | {length / 1e6:.1f} | {job} | {seconds:.2f} | {megabytes:.0f} | "
                    f"{f'{seconds / base:.1f}' if base else ''} |")
    told = too_fast(found)
    text += ["", f"Faster than by the power {MOST_POWER}:" if told else f"Nothing grows faster than by the power {MOST_POWER}.", ""]
    return "\n".join(text + told).rstrip() + "\n"


COLORS = ["#0072b2", "#d55e00", "#009e73"]


def plot(found):
    """Panels side by side, one a measure: above CPU time, below memory, both axes logarithmic."""
    wide, high, left, top = 230, 190, 52, 30
    measures = [name for name in SIZES if lines_of(found, name)]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {(wide + left) * len(measures) + 20} {2 * (high + 80)}" '
             'font-family="DejaVu Sans, sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>']
    for row, (place, unit) in enumerate([(2, "CPU s"), (3, "MB")]):
        values = [line[place + 2] for line in found]
        low, up = math.floor(math.log10(max(min(values), 0.01))), math.ceil(math.log10(max(values)))
        for column, name in enumerate(measures):
            x0, y0 = left + column * (wide + left), top + row * (high + 70)
            lines = lines_of(found, name)
            sizes = sorted({point[0] for points in lines.values() for point in points})
            first, span = math.log10(sizes[0]), max(math.log10(sizes[-1] / sizes[0]), 1e-9)
            x = lambda size: x0 + wide * (math.log10(size) - first) / span  # noqa: E731
            y = lambda value: y0 + high * (up - math.log10(max(value, 0.01))) / (up - low)  # noqa: E731
            parts.append(f'<text x="{x0}" y="{y0 - 10}" font-weight="bold">{unit} by {name}</text>')
            for power in range(low, up + 1):
                parts.append(f'<path d="M{x0} {y(10.0 ** power):.1f}h{wide}" stroke="#ddd"/><text x="{x0 - 4}" '
                             f'y="{y(10.0 ** power) + 4:.1f}" text-anchor="end">{10.0 ** power:g}</text>')
            for size in sizes:
                parts.append(f'<text x="{x(size):.1f}" y="{y0 + high + 14}" text-anchor="middle" font-size="8">{size:,}</text>')
            for number, (job, points) in enumerate(lines.items()):
                color = COLORS[number]
                way = " ".join(f"{x(point[0]):.1f},{y(point[place]):.1f}" for point in points)
                parts.append(f'<polyline points="{way}" fill="none" stroke="{color}" stroke-width="2"/>')
                parts += [f'<circle cx="{x(point[0]):.1f}" cy="{y(point[place]):.1f}" r="3" fill="{color}"/>' for point in points]
                parts.append(f'<text x="{x0 + 80 * number}" y="{y0 + high + 30}" fill="{color}" font-size="9">{job}</text>')
    return "\n".join(parts) + "\n</svg>\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("--most", type=int, default=10_000_000, help="the most touches and edges")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    options = parser.parse_args()
    command = str(pathlib.Path(options.command).resolve())
    found = measure(command, options.most)
    (options.folder / "Growth.md").write_text(table(found, command, options.most))
    (options.folder / "growth.svg").write_text(plot(found))


if __name__ == "__main__":
    main()
