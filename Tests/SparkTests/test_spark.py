#!/usr/bin/env python3
"""Holds reefknot_spark.py in local mode against `reefknot report` on one machine, byte for byte.

    REEFKNOT_COMMAND=.build/release/reefknot python3 Tests/SparkTests/test_spark.py

Needs pyspark from PyPI and Java 17. From CSV and from Parquet, in two and in eight partitions, with a worker killed in the
middle, and with times that are mere dates, so that the order of rows decides which touch came first.
"""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Sources" / "Spark"))
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["PYSPARK_PYTHON"] = sys.executable

import reefknot_spark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

COMMAND = os.path.abspath(os.environ.get("REEFKNOT_COMMAND", ROOT / ".build" / "debug" / "reefknot"))


def report(dataset, *tallies):
    """Every figure of a dataset, in one document."""
    arguments = [COMMAND, "report", str(dataset), "--all", "--format", "json", "--quiet"]
    return subprocess.run(arguments + ["--tallies"] * bool(tallies) + list(tallies), stdout=subprocess.PIPE, check=True).stdout


def tally(dataset, output, *arguments, command=COMMAND):
    sys.argv = ["reefknot_spark.py", str(dataset), "--reefknot", str(command), "-o", str(output), *map(str, arguments)]
    reefknot_spark.main()


def with_dates(folder, touchpoints):
    """A dataset whose touches have no clock, whose settings tell no end of observation, and which withholds groups."""
    dated = folder / "dated"
    shutil.copytree(ROOT / "graphs" / "kiez-kocht", dated)
    lines = touchpoints.read_text().splitlines()
    place = lines[0].split(",").index("time")
    rows = [line.split(",") for line in lines[1:]]
    for row in rows:
        row[place] = row[place][:10]
    (dated / "touchpoints.csv").write_text("\n".join([lines[0], *(",".join(row) for row in rows)]) + "\n")
    settings = (dated / "reefknot.yaml").read_text().splitlines()
    kept = [line for line in settings if not line.startswith(("observed_until", "minimum_group"))]
    (dated / "reefknot.yaml").write_text("\n".join(kept + ["minimum_group: 5"]) + "\n")
    return dated


def killer(folder):
    """A command that kills the worker that calls it, once, and is reefknot afterwards."""
    path = folder / "killing-reefknot"
    path.write_text(f'#!/bin/sh\nif mkdir "{folder}/killed" 2> /dev/null; then kill -9 $PPID; fi\nexec "{COMMAND}" "$@"\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def main():
    spark = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(str(ROOT / "Sources" / "Spark" / "reefknot_spark.py"))
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    failures = 0

    def check(what, dataset, expected, *arguments, command=COMMAND):
        nonlocal failures
        output = folder / "all.tally"
        tally(dataset, output, *arguments, command=command)
        is_same = report(dataset, str(output)) == expected
        failures += not is_same
        print(f"{'same' if is_same else 'DIFFERENT'}: {what}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = ROOT / "graphs" / "kiez-kocht"
        expected = report(sample)
        csv = ["--touchpoints", sample / "touchpoints.csv", "--contacts", sample / "contacts.csv"]
        for parts in (2, 8):
            check(f"CSV in {parts} partitions", sample, expected, *csv, "--partitions", parts)

        touches = spark.read.option("header", True).csv(str(sample / "touchpoints.csv"))
        typed = touches.withColumn("value", F.col("value").cast("double"))
        # Times as clocks showed them, and as instants.
        typed.withColumn("time", F.to_timestamp_ntz("time")).write.parquet(str(folder / "clocks.parquet"))
        instants = F.to_utc_timestamp(F.to_timestamp("time"), "Europe/Berlin")
        typed.withColumn("time", instants).write.parquet(str(folder / "instants.parquet"))
        spark.read.option("header", True).csv(str(sample / "contacts.csv")).write.parquet(str(folder / "contacts.parquet"))
        for parts, times in ((2, "clocks"), (8, "instants")):
            parquet = ["--touchpoints", folder / f"{times}.parquet", "--contacts", folder / "contacts.parquet"]
            check(f"Parquet in {parts} partitions", sample, expected, *parquet, "--partitions", parts)

        check("a worker killed", sample, expected, *csv, "--partitions", 4, command=killer(folder))
        if not (folder / "killed").is_dir():
            failures += 1
            print("DIFFERENT: no worker was killed")

        dated = with_dates(folder, sample / "touchpoints.csv")
        places = ["--touchpoints", dated / "touchpoints.csv", "--contacts", dated / "contacts.csv"]
        spark.conf.set("spark.sql.files.maxPartitionBytes", "40000")
        check("dates in blocks, eight partitions", dated, report(dated), *places, "--partitions", 8)
    spark.stop()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
