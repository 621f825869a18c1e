#!/usr/bin/env python3
"""Tallies a log that Spark reads, partition by partition, with the reefknot command.

    spark-submit reefknot_spark.py DATASET --touchpoints URI [--contacts URI] -o all.tally [-- TALLY OPTIONS]

DATASET is a folder on the driver with the small tables, ties.csv and reefknot.yaml. Touches and contacts are divided by
contact, `reefknot tally` runs on each partition, and `reefknot merge` puts the files together, pairwise, on the workers. A
partition depends on its rows alone, so that one that is lost, or run twice, changes nothing.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

# Tables that are not sent to the workers: Spark reads them.
LARGE = ("touchpoints", "contacts")


def fail(message, status=64):
    """Ends with a message; exit statuses are those of reefknot."""
    print(f"error: {message}", file=sys.stderr)
    sys.exit(status)


def arguments():
    parser = argparse.ArgumentParser(
        prog="reefknot_spark.py", description=__doc__.split("\n\n")[0],
        epilog="What follows -- is handed to reefknot tally: --campaign, --by, --days, --intervals and so on.")
    parser.add_argument("dataset", help="the folder with the small tables, on the driver")
    parser.add_argument("--touchpoints", required=True, help="path, or name of a table of the catalog")
    parser.add_argument("--contacts", help="path, or name of a table of the catalog")
    parser.add_argument("--format", help="csv, parquet, json, table, … (default: by the ending of each path)")
    parser.add_argument("--partitions", type=int, help="how many parts (default: one per core of the cluster)")
    parser.add_argument("--reefknot", help="the command, sent to the workers (default: the one on the driver's PATH)")
    parser.add_argument("--installed", help="where the command lies on every worker, in place of sending it")
    parser.add_argument("--observed-until", help="up to when the log is complete (default: the settings, else the last touch)")
    parser.add_argument("--report", help="also write a report, in the format of the file's ending")
    parser.add_argument("-o", "--output", required=True, help="the tally file to write")
    own, rest = (sys.argv[1:], [])
    if "--" in own:
        own, rest = own[: own.index("--")], own[own.index("--") + 1:]
    options = parser.parse_args(own)
    options.tally = rest
    return options


def read(spark, uri, form):
    """The rows of a table; CSV as texts, as they are written."""
    path = uri.rstrip("/").lower()
    if form is None:
        endings = {".csv": "csv", ".csv.gz": "csv", ".tsv": "tsv", ".parquet": "parquet", ".json": "json"}
        form = next((form for ending, form in endings.items() if path.endswith(ending)), "table")
    if form in ("csv", "tsv"):
        reader = spark.read.option("header", True).option("escape", '"').option("quote", '"')
        return reader.option("sep", "\t" if form == "tsv" else ",").option("mode", "FAILFAST").csv(uri)
    return spark.read.table(uri) if form == "table" else spark.read.format(form).load(uri)


def column(table, name):
    """The column of a table with a name, in any case."""
    found = [column for column in table.columns if column.strip().lower() == name]
    if not found:
        fail(f"there is no column {name} among {', '.join(table.columns)}", 65)
    return found[0]


def quoted(name):
    return F.col("`" + name.replace("`", "``") + "`")


def text(field):
    """A column as reefknot reads it: times in UTC, or as clocks show them where they have no zone."""
    value = quoted(field.name)
    if isinstance(field.dataType, T.TimestampType):
        return F.date_format(value, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
    if isinstance(field.dataType, T.TimestampNTZType):
        return F.date_format(value, "yyyy-MM-dd'T'HH:mm:ss.SSS")
    if isinstance(field.dataType, (T.StructType, T.ArrayType, T.MapType, T.BinaryType)):
        fail(f"column {field.name} is of type {field.dataType.simpleString()}, which no table of a dataset has", 65)
    return value.cast("string")


def with_rows(touches):
    """Touches with a column `row`, which keeps the order of the files' rows where a shuffle loses it.

    Rows are numbered by path, block and position. Within a block, Spark's ids go up by one from row to row.
    """
    if any(name.strip().lower() == "row" for name in touches.columns):
        return touches
    try:
        placed = touches.select(
            "*", F.col("_metadata.file_path").alias("_path"), F.col("_metadata.file_block_start").alias("_block"),
            F.monotonically_increasing_id().alias("_id"))
        blocks = placed.groupBy("_path", "_block").agg(F.min("_id").alias("_first"), F.count("*").alias("_rows"))
        known = sorted(blocks.collect(), key=lambda block: (block._path, block._block))
    except Exception as error:  # A table of a catalog need not have files.
        if "_metadata" not in str(error):
            raise
        print("warning: the order of rows is not known; a column row would tell which of two touches of one contact "
              "at the same time came first", file=sys.stderr)
        return touches
    starts, next_row = [], 1
    for block in known:
        starts.append((block._path, block._block, next_row - block._first))
        next_row += block._rows
    if not starts:
        return placed.drop("_path", "_block", "_id").withColumn("row", F.lit(1))
    spark = touches.sparkSession
    offsets = spark.createDataFrame(starts, "_path string, _block long, _offset long")
    numbered = placed.join(F.broadcast(offsets), ["_path", "_block"])
    return numbered.withColumn("row", F.col("_id") + F.col("_offset")).drop("_path", "_block", "_id", "_offset")


def lines(table, key, part):
    """The header of a table, and its rows as CSV with the contact that each is about."""
    fields = [field for field in table.schema.fields]
    options = {"escape": '"', "quote": '"', "nullValue": "", "emptyValue": "", "quoteAll": "true",
               "ignoreLeadingWhiteSpace": "false", "ignoreTrailingWhiteSpace": "false"}
    values = F.struct(*[F.coalesce(text(field), F.lit("")).alias(f"c{place}") for place, field in enumerate(fields)])
    header = ",".join('"' + field.name.replace('"', '""') + '"' for field in fields)
    return header, table.select(
        F.lit(part).alias("part"), F.trim(quoted(key).cast("string")).alias("contact"),
        F.to_csv(values, options).alias("line"))


def small_files(folder):
    """The tables and settings that every worker needs, by name."""
    files = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.lower().startswith(LARGE):
            with open(path, "rb") as file:
                files[name] = file.read()
    if "channels.csv" not in files:
        fail(f"{folder}: there is no channels.csv", 66)
    return files


def run(command, arguments):
    """Runs reefknot; what it says of an error becomes that of the task."""
    done = subprocess.run([command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise RuntimeError(f"reefknot {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def tallying(command, files, headers, options):
    """What is done with a partition: its rows become a dataset in a folder of the worker, and its tally one element."""

    def tally(rows):
        with tempfile.TemporaryDirectory(prefix="reefknot") as folder:
            for name, content in files.value.items():
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(content)
            tables = [open(os.path.join(folder, f"{name}.csv"), "wb") for name in LARGE if headers[name] is not None]
            for table, name in zip(tables, LARGE):
                table.write(headers[name].encode() + b"\n")
            for row in rows:
                tables[row.part].write(row.line.encode() + b"\n")
            for table in tables:
                table.close()
            yield run(command(), ["tally", folder, "-o", "-", *options])

    return tally


def merging(command):
    """What puts two tally files together, on whatever worker has them."""

    def merge(left, right):
        with tempfile.TemporaryDirectory(prefix="reefknot") as folder:
            paths = [os.path.join(folder, name) for name in ("left", "right")]
            for path, content in zip(paths, (left, right)):
                with open(path, "wb") as file:
                    file.write(content)
            return run(command(), ["merge", *paths, "-o", "-"])

    return merge


def setting(files, name):
    """A setting of reefknot.yaml; None where it is not set."""
    found = re.search(rf"(?m)^{name}\s*:\s*['\"]?([^'\"#\n]+)", files.get("reefknot.yaml", b"").decode())
    return found.group(1).strip() if found else None


def observed_span(touches, zone):
    """The first and the last touch, as texts in UTC; (None, None) without any."""
    name = column(touches, "time")
    kind = touches.schema[name].dataType
    # Texts with an offset are instants; others, and times without a zone, are clocks in the dataset's zone.
    value = quoted(name).cast("string") if isinstance(kind, (T.StringType, T.DateType)) else quoted(name)
    if isinstance(kind, (T.StringType, T.DateType, T.TimestampNTZType)):
        written = value.cast("string")
        has_offset = written.rlike(r"(Z|[+-]\d\d:?\d\d)\s*$") & written.rlike(r"\d:\d")
        local = F.to_utc_timestamp(F.try_to_timestamp(F.trim(written)), zone)
        value = F.when(has_offset, F.try_to_timestamp(F.trim(written))).otherwise(local)
    stamp = F.unix_millis(value)
    first, last, odd = touches.select(
        F.min(stamp), F.max(stamp), F.count(F.when(quoted(name).isNotNull() & stamp.isNull(), 1))).first()
    if odd:
        fail("times of touches are written in a way that Spark does not know: give --observed-until and --first-touch", 65)

    def written(milliseconds):
        from datetime import datetime, timedelta
        return (datetime(1970, 1, 1) + timedelta(milliseconds=milliseconds)).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    return (None, None) if first is None else (written(first), written(last))


def main():
    """Runs the whole; the session ends with the process."""
    options = arguments()
    command = options.installed or options.reefknot or shutil.which("reefknot")
    if command is None:
        fail("there is no reefknot on the PATH: --reefknot names it, or --installed where it lies on the workers", 66)
    files = small_files(options.dataset)
    spark = SparkSession.builder.appName("reefknot").getOrCreate()
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    touches = read(spark, options.touchpoints, options.format)
    contacts = read(spark, options.contacts, options.format) if options.contacts else None

    tally = ["--quiet", *options.tally]
    if "--first-touch" not in tally:
        first, last = observed_span(touches, setting(files, "timezone") or "UTC")
        if options.observed_until is None and setting(files, "observed_until") is None:
            options.observed_until = last or fail("there is no touch: give --observed-until", 65)
        if first:
            tally += ["--first-touch", first]
    if options.observed_until:
        tally += ["--observed-until", options.observed_until]

    if options.installed:
        installed = options.installed
        remote = lambda: installed
    else:
        spark.sparkContext.addFile(os.path.abspath(command))
        name = os.path.basename(command)
        remote = lambda: SparkFiles.get(name)

    headers = {"contacts": None}
    headers["touchpoints"], rows = lines(with_rows(touches), column(touches, "contact"), 0)
    if contacts is not None:
        headers["contacts"], listed = lines(contacts, column(contacts, "id"), 1)
        rows = rows.union(listed)
    count = options.partitions or max(1, spark.sparkContext.defaultParallelism)
    parts = rows.repartition(count, "contact").select("part", "line").rdd.mapPartitions(
        tallying(remote, spark.sparkContext.broadcast(files), headers, tally))
    whole = parts.treeReduce(merging(remote), depth=2 if count <= 64 else 3)
    temporary = f"{options.output}.{os.getpid()}.part"
    try:
        with open(temporary, "wb") as file:
            file.write(whole)
        os.replace(temporary, options.output)
    finally:
        if os.path.exists(temporary):
            os.remove(temporary)
    if options.report:
        run(options.reefknot or shutil.which("reefknot") or command,
            ["report", options.dataset, "--all", "--quiet", "-o", options.report, "--tallies", options.output])


if __name__ == "__main__":
    main()
