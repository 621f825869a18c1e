extension DOTAttributes {
  /// Font families in order of preference. The first comes with Debian's `fonts-dejavu-core`, which fontconfig asks for;
  /// the others are much of the same width, for SVG on machines without it.
  public static let readableFont: DOTValue = "DejaVu Sans,Verdana,Arial,sans-serif"

  /// Settings of a graph that reads well: a plain sans-serif font, some air around and between the nodes.
  public static let readableGraph: DOTAttributes = [
    "charset": "UTF-8", "fontname": readableFont, "fontsize": 12, "pad": 0.3, "nodesep": 0.35, "ranksep": 0.6,
    "overlap": "prism", "sep": "+10", "outputorder": "edgesfirst",
  ]

  /// Settings of nodes that read well: rounded boxes, filled in white so that edges pass behind the labels.
  public static let readableNode: DOTAttributes = [
    "fontname": readableFont, "fontsize": 11, "shape": "box", "style": "rounded,filled", "fillcolor": "white",
    "color": "#5b6770", "penwidth": 1.2, "margin": "0.16,0.08", "height": 0.3,
  ]

  /// Settings of edges that read well: thin, grey, with small arrowheads.
  public static let readableEdge: DOTAttributes = [
    "fontname": readableFont, "fontsize": 9, "color": "#7d8890", "penwidth": 1.2, "arrowsize": 0.7,
  ]
}
