#!/usr/bin/env python3
"""Keeps the output of every command, format and theme, and compares it byte for byte with that of another build.

    compare_outputs.py keep BINARY FOLDER DATASET...
    compare_outputs.py compare BINARY FOLDER [--only REGEX] [--show N]

`keep` runs the commands over copies of datasets and writes one file a run into FOLDER: exit status, standard error,
standard output, and the file written, if any. Beside the datasets named it takes two generated ones, each dataset once
more with `minimum_group: 5`, and graph files of its own making. `compare` runs the same again with another build,
prints the runs that differ with the first lines that do, and ends with status 1 if there is one. A change that should
change nothing a user sees is tried so; what differs is explained in the commit.
"""

import argparse
import concurrent.futures
import csv
import difflib
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FORMATS = ["table", "json", "csv", "markdown"]
VIEWS = ["partners", "knots", "matrix", "flow", "overlap", "timeline", "retention", "communities"]
CHARTS = ["targets", "first_contact", "weeks", "reach_curve", "own_foreign", "stacked", "survival", "outcomes",
          "funnel", "attribution", "emotion"]
GENERATED = {"generated-12": ["--touchpoints", "4000", "--partners", "12", "--seed", "7"],
             "generated-70": ["--touchpoints", "3000", "--partners", "70", "--seed", "8"]}
# Graph files, exported from the first generated dataset, and what is measured of them.
GRAPHS = {"overlap.graphml": ["--projection", "overlap"], "given.net": ["--projection", "given"],
          "channels.gml": ["--projection", "channels"], "edges.csv": ["--projection", "channels"]}
MEASURES = ["degree", "strength", "pagerank", "betweenness", "closeness", "eigenvector", "hits", "clustering", "core",
            "label", "constraint", "effective-size", "articulation"]
GRAPH_FORMATS = ["graphml", "gexf", "gml", "net", "gv", "json", "csv", "tsv"]


def values(folder, table, column):
    """The values of a column."""
    path = folder / table
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    return [row[column] for row in csv.DictReader(text.splitlines(), delimiter=delimiter) if row.get(column)]


def first(folder, table, column):
    """The first value of a column, or None."""
    return next(iter(values(folder, table, column)), None)


def graph_runs():
    """Every run over a graph file, as those over a dataset."""
    found = [(f"rank.{measure}", ["rank", "{d}", "--measure", measure, "--format", "json"], None)
             for measure in MEASURES]
    found += [(f"communities.{form}", ["communities", "{d}", "--format", form], None) for form in FORMATS]
    found += [(f"diagram-{view}", ["diagram", view, "{d}", "-o", "out.gv"], "out.gv")
              for view in ["ties", "communities"]]
    found += [(f"export.{form}", ["export", "{d}", "-o", f"out.{form}"], f"out.{form}") for form in GRAPH_FORMATS]
    return found


def runs(folder):
    """Every run over a dataset, as (name, arguments, name of the file written or None); {d} stands for the dataset."""
    campaigns = ["--all"] if (folder / "campaigns.csv").exists() else []
    ids = values(folder, "campaigns.csv", "id")
    campaign = ids[0] if ids else None
    one = ["--campaign", campaign] if campaign else []
    partner = first(folder, "channels.csv", "owner")
    contact = first(folder, "touchpoints.csv", "contact")
    if folder.is_file():
        return graph_runs()
    found = []

    def add(name, *arguments, written=None):
        found.append((name, list(arguments), written))

    for command in ["kpis", "touchpoints", "reach", "retention", "partnerships", "funnel", "attribution", "plan"]:
        for form in FORMATS:
            add(f"{command}.{form}", command, "{d}", *campaigns, "--format", form)
    for form in FORMATS:
        add(f"report.{form}", "report", "{d}", *campaigns, "--format", form)
        add(f"reach-brand.{form}", "reach", "{d}", *one, "--brand", partner or "none", "--format", form)
        add(f"reach-filter.{form}", "reach", "{d}", *one, "--level", "interaction", "--format", form)
        add(f"retention-reached.{form}", "retention", "{d}", *one, "--cohort", "reached", "--days", "7,14,60",
            "--compare", "--format", form)
        add(f"partner.{form}", "partner", "{d}", partner or "none", *one, "--format", form)
        add(f"contact.{form}", "contact", "{d}", contact or "none", "--format", form)
        add(f"rank-overlap.{form}", "rank", "{d}", *one, "--projection", "overlap", "--format", form)
        add(f"rank-ties.{form}", "rank", "{d}", "--projection", "ties", "--measure", "betweenness", "--format", form)
        add(f"communities.{form}", "communities", "{d}", "--projection", "overlap", *one, "--format", form)
        add(f"simulate-without.{form}", "simulate", "{d}", *one, "--without", partner or "none", "--format", form)
        add(f"simulate-with.{form}", "simulate", "{d}", *one, "--with", partner or "none", "--format", form)
        add(f"simulate-best.{form}", "simulate", "{d}", *one, "--best", "3", "--format", form)
        add(f"check.{form}", "check", "{d}", "--format", form)
        add(f"list.{form}", "touchpoints", "{d}", *one, "--list", "new_contacts", "--format", form)
        add(f"within.{form}", "reach", "{d}", "--within", "2", "--node", contact or "none", "--format", form)
    for language in ["en", "de"]:
        add(f"page.{language}", "report", "{d}", *campaigns, "--language", language, "-o", "out.html",
            written="out.html")
        add(f"markdown-page.{language}", "report", "{d}", *one, "--language", language, "-o", "out.md",
            written="out.md")
    add("page.partner", "report", "{d}", *one, "--partner", partner or "none", "-o", "out.html", written="out.html")
    add("page.intervals", "report", "{d}", *one, "--intervals", "-o", "out.html", written="out.html")
    for other in ids[1:2]:
        add("page.compare", "report", "{d}", *one, "--compare", other, "-o", "out.html", written="out.html")
    add("report.xlsx", "report", "{d}", *campaigns, "-o", "out.xlsx", written="out.xlsx")
    add("report.german", "report", "{d}", *campaigns, "--format", "table", "--language", "de")
    # One answer, whatever is shared out, cut away or kept in a file.
    add("report.one-thread", "report", "{d}", *campaigns, "--threads", "1", "--format", "json")
    add("report.divided", "report", "{d}", *campaigns, "--memory", "64K", "--format", "json")
    add("report.filter", "report", "{d}", *campaigns, "--level", "interaction", "--format", "json")
    add("report.intervals", "report", "{d}", *campaigns, "--intervals", "--format", "json")
    add("tally", "tally", "{d}", "--by", "partner,channel", "-o", "out.tally", written="out.tally")
    add("bounds", "bounds", "{d}", "--format", "json")
    add("sketch", "sketch", "{d}", "--partner", partner or "none", "--unkeyed", "-o", "out.theta", written="out.theta")
    for chart in CHARTS:
        for theme in ["light", "print"]:
            add(f"chart-{chart}.{theme}.svg", "chart", chart, "{d}", *one, "--theme", theme)
    for view in VIEWS:
        for theme in ["light", "dark", "print"]:
            add(f"diagram-{view}.{theme}.gv", "diagram", view, "{d}", *one, "--theme", theme, "-o", "out.gv",
                written="out.gv")
        add(f"diagram-{view}.svg", "diagram", view, "{d}", *one, "-o", "out.svg", written="out.svg")
    add("diagram-ties.gv", "diagram", "ties", "{d}", "-o", "out.gv", written="out.gv")
    add("diagram-reach.gv", "diagram", "reach", "{d}", "--node", contact or "none", "-o", "out.gv", written="out.gv")
    add("diagram-contact.gv", "diagram", "contact", "{d}", *one, "--node", contact or "none", "-o", "out.gv",
        written="out.gv")
    for form in GRAPH_FORMATS:
        for projection in ["overlap", "given"]:
            add(f"export-{projection}.{form}", "export", "{d}", *one, "--projection", projection, "-o", f"out.{form}",
                written=f"out.{form}")
    return found


def run(binary, dataset, arguments, written):
    """Exit status, standard error, standard output and written file of a run, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [binary] + [dataset if word == "{d}" else word for word in arguments]
        environment = {"PATH": os.environ["PATH"], "NO_COLOR": "1", "COLUMNS": "120", "HOME": folder}
        try:
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=600)
            status, out, errors = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            status, out, errors = "no end", b"", b""
        path = pathlib.Path(folder) / written if written else None
        content = path.read_bytes() if path and path.exists() else b""
        return b"status %s\n== stderr\n%s== stdout\n%s== file\n%s" % (str(status).encode(), errors, out, content)


def protected(folder, target):
    """A copy of a dataset with a minimum group."""
    shutil.copytree(folder, target)
    settings = target / "reefknot.yaml"
    text = settings.read_text() if settings.exists() else ""
    lines = [line for line in text.splitlines() if not line.startswith("minimum_group")]
    settings.write_text("\n".join(lines + ["minimum_group: 5"]) + "\n")


def keep(binary, folder, datasets):
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "datasets"
    data.mkdir()
    for path in datasets:
        shutil.copytree(path, data / path.name, ignore=shutil.ignore_patterns("expected"))
    for name, options in GENERATED.items():
        subprocess.run([binary, "generate", str(data / name), *options, "--quiet"], check=True)
    for path in sorted(data.iterdir()):
        protected(path, data / f"{path.name}-protected")
    for name, options in GRAPHS.items():
        subprocess.run([binary, "export", str(data / "generated-12"), "--campaign", "k01", *options, "--quiet",
                        "-o", str(data / name)], check=True)
    plan = [(path.name, *entry) for path in sorted(data.iterdir()) for entry in runs(path)]
    (folder / "runs.json").write_text(json.dumps(plan))
    for name, output in outputs(binary, folder, plan):
        (folder / f"{name}.txt").write_bytes(output)
    print(f"{len(plan)} runs kept")


def outputs(binary, folder, plan):
    data = folder / "datasets"
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [(f"{dataset}.{name}", pool.submit(run, binary, str(data / dataset), arguments, written))
                for dataset, name, arguments, written in plan]
        for name, job in jobs:
            yield name, job.result()


def compare(binary, folder, only, shown):
    plan = [entry for entry in json.loads((folder / "runs.json").read_text())
            if re.search(only, f"{entry[0]}.{entry[1]}")]
    different = 0
    for name, output in outputs(binary, folder, plan):
        kept = (folder / f"{name}.txt").read_bytes()
        if kept == output:
            continue
        different += 1
        print(f"{name}: {hashlib.sha256(output).hexdigest()[:8]}")
        lines = difflib.unified_diff(kept.decode(errors="replace").splitlines(),
                                     output.decode(errors="replace").splitlines(), lineterm="", n=0)
        for line in [line for line in lines if not line.startswith(("---", "+++", "@@"))][:shown]:
            print(f"    {line[:200]}")
    print(f"{len(plan)} runs, {different} differ")
    return 1 if different else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["keep", "compare"])
    parser.add_argument("binary")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("datasets", type=pathlib.Path, nargs="*")
    parser.add_argument("--only", default="", help="runs whose DATASET.NAME matches")
    parser.add_argument("--show", type=int, default=6, help="lines shown of each difference")
    arguments = parser.parse_args()
    binary = str(pathlib.Path(arguments.binary).resolve())
    if arguments.action == "keep":
        keep(binary, arguments.folder, arguments.datasets)
        return 0
    return compare(binary, arguments.folder, arguments.only, arguments.show)


if __name__ == "__main__":
    sys.exit(main())
