#!/usr/bin/env python3
"""Reads damaged graph files with reefknot and with networkx, igraph or Graphviz, and tells where they differ.

usage: compare_readers.py BINARY [--count N] [--seed S] [--format NAME] [--keep FOLDER]

Needs networkx and igraph from PyPI, and Graphviz's gc. For each format and reader it prints how many files both read with
the same nodes, edges and direction, how many both refuse, how many only one reads, and examples of files that both read
otherwise. What reefknot refuses on purpose (empty ends, cut files, a second graph behind the first) shows as read by the
others alone; a file that both read otherwise is a fault of one of them.
"""
import argparse
import collections
import json
import os
import random
import subprocess
import tempfile
import warnings

import igraph
import networkx as nx

warnings.filterwarnings("ignore")

SEEDS = {
    "graphml": [
        """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="name" attr.type="string"/><key id="d1" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="undirected"><node id="a"><data key="d0">A &amp; B</data></node><node id="b"/><node id="c"/>
<edge source="a" target="b"><data key="d1">1.5</data></edge><edge source="b" target="c"/></graph></graphml>"""],
    "gexf": [
        """<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="static" defaultedgetype="directed">
<attributes class="node" mode="static"><attribute id="0" title="x" type="integer"/></attributes><nodes>
<node id="a" label="A"><attvalues><attvalue for="0" value="3"/></attvalues></node><node id="b" label="b"/></nodes>
<edges><edge id="0" source="a" target="b" weight="2.5"/><edge id="1" source="b" target="a"/></edges></graph></gexf>"""],
    "gml": [
        'graph [\n  directed 1\n  node [\n    id 0\n    label "a"\n    x 1.5\n  ]\n  node [\n    id 1\n    label "b"\n  ]\n'
        '  edge [\n    source 0\n    target 1\n    value 3\n  ]\n]\n'],
    "net": ['*Vertices 3\n1 "a" 0.1 0.2\n2 "b"\n3 "c"\n*Arcs\n1 2 2.5\n*Edges\n2 3 1\n'],
    "dot": ['digraph g { a -> b -> c [weight=2]; subgraph s { d; e } -> a; x [label="y"]; }',
            "strict graph { 1 -- 2; 2 -- 1; 2 -- {3 4} }"],
    "json": ['{"directed": true, "multigraph": false, "graph": {}, "nodes": [{"id": "a"}, {"id": "b", "x": 1}], '
             '"edges": [{"source": "a", "target": "b", "weight": 2}]}'],
    "edgelist": ["1 2 3.5\n2 3 1\n# note\n3 1 2\n", "a b {'weight': 2}\nb c {}\n"],
}
TOKENS = ['"', "<", ">", "/>", "[", "]", "{", "}", "&amp;", "->", "--", ";", ",", ":", "\n", "\r\n", "\t", " ", "1", "-1", "1e3",
          "a", "node [ id 7 ]", '<node id="z"/>', "*Edges\n", "2 3\n", '{"id": "z"}', "null", "true", "#", "é", "\\"]


def networkx_of(read):
    def peer(path):
        graph = read(path)
        return graph.number_of_nodes(), graph.number_of_edges(), graph.is_directed()
    return peer


def igraph_of(kind):
    def peer(path):
        graph = igraph.Graph.Read(path, format=kind)
        return graph.vcount(), graph.ecount(), graph.is_directed()
    return peer


def node_link(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    return nx.node_link_graph(document, edges="edges")


def graphviz(path):
    run = subprocess.run(["gc", "-n", "-e", path], capture_output=True, text=True, timeout=20, errors="replace")
    if run.returncode != 0 or "error" in run.stderr.lower() or not run.stdout.strip():
        raise ValueError(run.stderr)
    nodes, edges = run.stdout.split()[:2]
    return int(nodes), int(edges), None


def edge_list(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    kind = nx.MultiDiGraph
    lines = text.splitlines()
    if "{" in text:
        return nx.parse_edgelist(lines, create_using=kind)
    if any(len(line.split("#")[0].split()) == 3 for line in lines):
        return nx.parse_edgelist(lines, create_using=kind, data=[("weight", float)])
    return nx.parse_edgelist(lines, create_using=kind, data=False)


PEERS = {
    "graphml": [("networkx", networkx_of(lambda path: nx.read_graphml(path, force_multigraph=True))),
                ("igraph", igraph_of("graphml"))],
    "gexf": [("networkx", networkx_of(nx.read_gexf))],
    "gml": [("networkx", networkx_of(nx.read_gml)), ("igraph", igraph_of("gml"))],
    "net": [("networkx", networkx_of(nx.read_pajek)), ("igraph", igraph_of("pajek"))],
    "dot": [("graphviz", graphviz)],
    "json": [("networkx", networkx_of(node_link))],
    "edgelist": [("networkx", networkx_of(edge_list))],
}


def damaged(text, generator):
    data = bytearray(text.encode())
    for _ in range(generator.randint(0, 3)):
        place = generator.randint(0, len(data))
        end = min(len(data), place + generator.randint(0, 20))
        action = generator.randrange(5)
        if action == 0 and place < len(data):
            data[place] = generator.choice(b"\"<>[]{}abc012 \n,;-.")
        elif action == 1:
            del data[place:end]
        elif action == 2:
            data[place:place] = generator.choice(TOKENS).encode()
        elif action == 3:
            data[place:place] = data[place:end]
        elif generator.random() < 0.3:
            del data[place:]
    return bytes(data)


def own(binary, path):
    run = subprocess.run([binary, "rank", path, "--measure", "degree", "--format", "json", "--top", "1", "--quiet"],
                         capture_output=True, timeout=20)
    if run.returncode not in (0, 65):
        raise SystemExit(f"{path}: status {run.returncode}: {run.stderr.decode(errors='replace')[:500]}")
    if run.returncode:
        return None, run.stderr.decode(errors="replace").strip()
    network = json.loads(run.stdout)["network"]
    return (network["nodes"], network["edges"], network["directed"]), ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format")
    parser.add_argument("--keep")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    folder = options.keep or tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    for kind, peers in PEERS.items():
        if options.format and kind != options.format:
            continue
        generator = random.Random(f"{options.seed} {kind}")
        outcomes = {name: collections.Counter() for name, _ in peers}
        examples = collections.defaultdict(list)
        for number in range(options.count):
            path = os.path.join(folder, f"{number}.{kind}")
            content = damaged(generator.choice(SEEDS[kind]), generator)
            with open(path, "wb") as file:
                file.write(content)
            ours, reason = own(binary, path)
            for name, peer in peers:
                try:
                    theirs = peer(path)
                except Exception:
                    theirs = None
                if ours is None or theirs is None:
                    outcome = "both refuse" if ours is theirs else f"only {name} reads" if ours is None else "only we read"
                else:
                    same = ours[:2] == theirs[:2] and (theirs[2] is None or ours[2] == theirs[2])
                    outcome = "same" if same else "other"
                outcomes[name][outcome] += 1
                if outcome not in ("same", "both refuse"):
                    examples[name, outcome].append((path, ours, theirs, reason))
            if not any(path == entry[0] for entries in examples.values() for entry in entries):
                os.remove(path)
        for name, counts in outcomes.items():
            print(f"{kind} against {name}: " + ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common()))
        for (name, outcome), entries in examples.items():
            for path, ours, theirs, reason in entries[:6 if outcome == "other" else 3]:
                print(f"  {outcome} ({name}): {path}: {ours} {theirs} {reason[-160:]}")


main()
