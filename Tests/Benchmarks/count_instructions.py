#!/usr/bin/env python3
"""Counts the instructions of a few small fixed jobs and holds them against instructions.json.

    count_instructions.py COMMAND             a table of all jobs; status 1 if one takes over 3 % more
    count_instructions.py COMMAND --update    keep the counts as the new baseline
    count_instructions.py COMMAND --only REGEX --keep FOLDER    some jobs, with their profiles for callgrind_annotate

COMMAND is the optimized command. Valgrind counts, on one core and with Swift's hash seed that is always the same. Our tables
of ids draw theirs, so that counts of the same command differ by up to 3.5 % where many ids are read, mostly by less than
1 %, else by less than 0.1 %: the least of three runs counts.
A change that costs more than 3 % of a job keeps the new counts, and says why in its commit. One that saves as much keeps
them too, so that what was won is held: that is told, and fails nothing.

Of the processor valgrind shows a program no more than whether it knows AVX2: counts are the same on any other that does.
Code of the system's libraries and what the compiler makes of ours is counted too. Where one of these is not what the
baseline was taken with, the table is printed and nothing fails.
"""

import argparse
import json
import os
import pathlib
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile

BASELINE = pathlib.Path(__file__).with_name("instructions.json")
MOST = 0.03
# How often a job is counted for a new baseline, or where it took too many.
TRIES = 3

GENERATED = {"large": ["--touchpoints", "200000", "--partners", "24", "--seed", "7"],
             "small": ["--touchpoints", "20000", "--seed", "8"]}

JOBS = {
    "start": "--version",
    "generate": "generate drawn --touchpoints 20000 --seed 9 --quiet",
    "three sections": "report large --all --format json --quiet --threads 1 --sections touchpoints,reach,retention",
    "every section": "report small --all --format json --quiet --threads 1",
    "every section, intervals": "report small --campaign k01 --format json --quiet --threads 1 --intervals",
    "page": "report small --campaign k01 --quiet --threads 1 -o page.html",
    "in four parts": "tally small --shard 1/4 --quiet --threads 1 -o part.tally",
    "in little memory": "report large --all --format json --quiet --threads 1 --memory 24M --sections reach",
    "import": "import export.csv --timezone Europe/Berlin --owner mill --quiet -o imported",
    "sketch": "sketch ids.txt --partner us --unkeyed --quiet --threads 1 -o us.theta",
    "PageRank": "rank graph.tsv --measure pagerank --quiet --threads 1 --format json",
    "betweenness": "rank sparse.tsv --measure betweenness --quiet --threads 1 --format json",
    "clustering": "rank graph.tsv --undirected --measure clustering --quiet --threads 1 --format json",
    "Louvain": "communities graph.tsv --undirected --method louvain --quiet --threads 1 --format json",
    "Leiden": "communities graph.tsv --undirected --method leiden --rounds 2 --quiet --threads 1 --format json",
}


def write_graph(path, nodes, edges):
    """An edge list whose nodes have few or very many neighbours."""
    draw = random.Random(nodes).random
    lines = (f"n{int(nodes * draw() ** 3)}\tn{int(nodes * draw())}" for _ in range(edges))
    path.write_text("source\ttarget\n" + "\n".join(lines) + "\n")


def write_export(path, rows):
    """An export of mail events, some of them twice."""
    draw = random.Random(rows).random
    events = ["delivered", "opened", "opened", "click", "proxyOpen", "unsubscribed"]
    with path.open("w") as file:
        file.write("event,email,ts_epoch,message-id,camp_id,tag,subject,link\n")
        for row in range(rows):
            if draw() < 0.98:
                line = (f"{events[int(6 * draw())]},person{int(rows / 5 * draw())}@example.org,{1714550400000 + row * 61000},"
                        f"<m{row}@mail.example>,{int(9 * draw())},spring,\"Supper, together\",\n")
            file.write(line)


def write_inputs(command, folder):
    for name, options in GENERATED.items():
        subprocess.run([command, "generate", name, *options, "--quiet"], cwd=folder, check=True)
    write_graph(folder / "graph.tsv", 4_000, 40_000)
    write_graph(folder / "sparse.tsv", 1_000, 4_000)
    write_export(folder / "export.csv", 20_000)
    (folder / "ids.txt").write_text("".join(f"contact{number}\n" for number in range(100_000)))


def count(command, arguments, folder, profile):
    """The instructions of one run, on one core."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                   "SWIFT_DETERMINISTIC_HASHING": "1"}
    core = min(os.sched_getaffinity(0))
    inputs = set(folder.iterdir()) | {profile}
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", command, *arguments.split()], cwd=folder,
        env=environment, preexec_fn=lambda: os.sched_setaffinity(0, {core}), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit(f"reefknot {arguments}: status {done.returncode}\n{done.stderr}")
    # So that a job finds the same each time.
    for written in set(folder.iterdir()) - inputs:
        shutil.rmtree(written) if written.is_dir() else written.unlink()
    return int(found.group(1))


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def surroundings():
    """What counts depend on beside the project's own code."""
    release = platform.freedesktop_os_release()
    return {"machine": platform.machine(), "AVX2": " avx2 " in pathlib.Path("/proc/cpuinfo").read_text(),
            "system": f"{release['ID']} {release.get('VERSION_ID', '')}", "libc": " ".join(platform.libc_ver()),
            "valgrind": first_line("valgrind", "--version"),
            "Swift": re.search(r"Swift version (\S+)", first_line("swift", "--version")).group(1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--only", default="", metavar="REGEX")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER")
    options = parser.parse_args()
    if options.update and options.only:
        parser.error("--update counts every job")
    baseline = json.loads(BASELINE.read_text()) if BASELINE.exists() else {"taken with": {}, "instructions": {}}
    here = surroundings()
    counts, more, less = {}, [], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        # Without what a debugger needs, which some versions of valgrind cannot read. Names of functions stay.
        command = str(folder / "reefknot")
        subprocess.run(["strip", "--strip-debug", "-o", command, options.command], check=True)
        write_inputs(command, folder)
        print("| job | million instructions | baseline | change |\n| --- | --- | --- | --- |")
        for job, arguments in JOBS.items():
            if not re.search(options.only, job):
                continue
            profile = folder / f"{job.replace(' ', '-')}.callgrind"
            before = baseline["instructions"].get(job)
            counts[job] = count(command, arguments, folder, profile)
            # A table of ids whose seed is a bad one costs up to 3.5 % more, in one run of ten: the least of some runs is kept
            # and compared.
            for _ in range(TRIES - 1):
                if options.update or before and counts[job] / before - 1 > MOST:
                    counts[job] = min(counts[job], count(command, arguments, folder, profile))
            change = counts[job] / before - 1 if before else None
            if change is None or change > MOST:
                more.append(job)
            elif change < -MOST:
                less.append(job)
            print(f"| {job} | {counts[job] / 1e6:.1f} | {before / 1e6 if before else 0:.1f} | "
                  f"{'new' if change is None else f'{change:+.1%}'} |", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(profile, options.keep)
    if options.update:
        BASELINE.write_text(json.dumps({"taken with": here, "instructions": counts}, indent=2) + "\n")
        return
    other = [f"{name} {value} (here {here[name]})" for name, value in baseline["taken with"].items() if here[name] != value]
    if other:
        print(f"The baseline was taken with {', '.join(other)}: no change fails.")
        return
    if less:
        print(f"Over {MOST:.0%} less: {', '.join(less)}. Keep it with --update.")
    if more:
        sys.exit(f"Over {MOST:.0%} more, or new: {', '.join(more)}. Mend it, or keep it with --update and say why in the commit.")


if __name__ == "__main__":
    main()
