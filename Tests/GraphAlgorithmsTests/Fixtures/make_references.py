#!/usr/bin/env python3
"""Writes references.txt: seeded random graphs and what networkx and igraph say about them.

    pip install networkx==3.6.1 igraph==1.0.0 scipy && python3 make_references.py > references.txt

One record a line, fields separated by blanks:
    graph NAME directed|undirected NODES
    edge SOURCE TARGET WEIGHT                (of the latest graph, in order)
    value NAME MEASURE NUMBER...             (one number per node, or one for the graph; -1 stands for "not reached")
Multigraphs have loops and parallel edges; where a library refuses those, the measure is taken on simple graphs only.
"""
import random

import igraph as ig
import networkx as nx

print(f"# networkx {nx.__version__}, igraph {ig.__version__}")


def put(graph, measure, values):
    print("value", graph, measure, *(repr(float(x)) for x in values))


def edges_of(seed, nodes, count, multi, directed):
    r = random.Random(seed)
    seen, out = set(), []
    while len(out) < count:
        u, v = r.randrange(nodes), r.randrange(nodes)
        key = (u, v) if directed else (min(u, v), max(u, v))
        if not multi and (u == v or key in seen):
            continue
        seen.add(key)
        out.append((u, v, r.choice([0.5, 1, 1.5, 2, 3, 4])))
    return out


def labels(parts, nodes):
    """Components numbered by their smallest node."""
    out = [0] * nodes
    for i, part in enumerate(sorted(parts, key=min)):
        for v in part:
            out[v] = i
    return out


def effective_size(g, weight):
    if g.is_directed():
        ties = nx.Graph()
        ties.add_nodes_from(g)
        for u, v, data in g.edges(data=True):
            z = (data[weight] if weight else 1) + (ties[u][v]["weight"] if ties.has_edge(u, v) else 0)
            ties.add_edge(u, v, weight=z)
        g, weight = ties, "weight"
    sizes = nx.effective_size(g, nodes=range(len(g)), weight=weight)
    return [-1 if sizes[v] != sizes[v] else sizes[v] for v in range(len(g))]


def both(name, directed, multi, nodes, edges):
    kind = {(0, 0): nx.Graph, (0, 1): nx.MultiGraph, (1, 0): nx.DiGraph, (1, 1): nx.MultiDiGraph}[directed, multi]
    g = kind()
    g.add_nodes_from(range(nodes))
    g.add_weighted_edges_from(edges)
    h = ig.Graph(n=nodes, edges=[(u, v) for u, v, _ in edges], directed=bool(directed))
    h.es["weight"] = [w for *_, w in edges]
    at = range(nodes)
    dense = lambda d: [d[v] for v in at]  # noqa: E731
    put(name, "degree", dense(dict(g.degree())))
    put(name, "strength", dense(dict(g.degree(weight="weight"))))
    put(name, "hops", [nx.single_source_shortest_path_length(g, 0).get(v, -1) for v in at])
    put(name, "weak", labels(nx.weakly_connected_components(g) if directed else nx.connected_components(g), nodes))
    if directed:
        put(name, "strong", labels(nx.strongly_connected_components(g), nodes))
    put(name, "dijkstra", [nx.single_source_dijkstra_path_length(g, 0).get(v, -1) for v in at])
    put(name, "pagerank", dense(nx.pagerank(g, tol=1e-14, max_iter=1000, weight=None)))
    put(name, "pagerank-weighted", dense(nx.pagerank(g, tol=1e-14, max_iter=1000)))
    seeds = {0: 1, 3: 1, 5: 1}
    put(name, "ppr-weighted", dense(nx.pagerank(g, tol=1e-14, max_iter=1000, personalization=seeds, dangling=seeds)))
    put(name, "closeness-out", dense(nx.closeness_centrality(g.reverse() if directed else g)))
    put(name, "harmonic-out", dense(nx.harmonic_centrality(g.reverse() if directed else g)))
    put(name, "closeness-out-lengths", dense(nx.closeness_centrality(g.reverse() if directed else g, distance="weight")))
    put(name, "harmonic-out-lengths", dense(nx.harmonic_centrality(g.reverse() if directed else g, distance="weight")))
    put(name, "betweenness", h.betweenness(directed=bool(directed)))
    put(name, "betweenness-lengths", h.betweenness(directed=bool(directed), weights="weight"))
    put(name, "core", ig.Graph(n=nodes, edges=[(u, v) for u, v, _ in edges if u != v]).coreness())
    plain = nx.Graph((u, v) for u, v, _ in edges if u != v)
    plain.add_nodes_from(at)
    put(name, "triangles", dense(nx.triangles(plain)))
    put(name, "clustering", dense(nx.clustering(plain)))
    put(name, "transitivity", [nx.transitivity(plain)])
    put(name, "articulation", [1 if v in set(nx.articulation_points(plain)) else 0 for v in at])
    cut = ig.Graph(n=nodes, edges=[(u, v) for u, v, _ in edges]).bridges()
    put(name, "bridges", sorted(cut))
    if not multi:
        put(name, "constraint", [x if x == x else -1 for x in dense(nx.constraint(g))])
        put(name, "constraint-weighted", [x if x == x else -1 for x in dense(nx.constraint(g, weight="weight"))])
        # Naming the nodes takes networkx's plain way: its matrix way divides by the maxima of the wrong nodes when scipy's
        # row maxima are one-dimensional (networkx 3.6.1 with scipy 1.17).
        # In a directed graph it calls a node without outgoing arcs isolated; the same ties without direction avoid that.
        put(name, "effective-size", effective_size(g, None))
        put(name, "effective-size-weighted", effective_size(g, "weight"))
        put(name, "degree-assortativity", [h.assortativity_degree(directed=bool(directed))])
        put(name, "nominal-assortativity", [h.assortativity_nominal([v % 3 for v in at], directed=bool(directed))])
        if directed:
            put(name, "reciprocity-arcs", [nx.overall_reciprocity(g)])
            put(name, "reciprocity-pairs", [h.reciprocity(mode="ratio")])
        if directed and nodes == 30:
            hubs, authorities = nx.hits(g, max_iter=100000, tol=1e-15)
            put(name, "hubs", dense(hubs))
            put(name, "authorities", dense(authorities))
    if directed == 0:
        put(name, "modularity", [h.modularity([v % 3 for v in at], weights="weight", resolution=1.5)])
    if nx.is_strongly_connected(g) if directed else nx.is_connected(g):
        simple = g if not multi else None
        if simple is not None:
            put(name, "eigenvector", dense(nx.eigenvector_centrality(simple, tol=1e-15, max_iter=100000)))
            put(name, "eigenvector-weighted",
                dense(nx.eigenvector_centrality(simple, tol=1e-15, max_iter=100000, weight="weight")))


for directed in (0, 1):
    for multi in (0, 1):
        for size, (nodes, count) in (("small", (12, 24)), ("sparse", (40, 45)), ("dense", (30, 150))):
            name = f"{size}-{'directed' if directed else 'undirected'}-{'multi' if multi else 'simple'}"
            es = edges_of(100 * directed + 10 * multi + len(size), nodes, count, multi, directed)
            print("graph", name, "directed" if directed else "undirected", nodes)
            for u, v, w in es:
                print("edge", u, v, w)
            both(name, directed, multi, nodes, es)
