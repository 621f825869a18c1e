internal import CGraphviz

// Safety: every pointer in this file belongs to the graph that `GraphvizLibrary.withGraph` lends, and text is copied at once.

/// A graph or subgraph in libcgraph's memory.
@safe struct GraphReference {
  let pointer: UnsafeMutablePointer<Agraph_t>

  init(_ pointer: UnsafeMutablePointer<Agraph_t>) { unsafe self.pointer = pointer }
}

/// A node in libcgraph's memory.
@safe struct NodeReference {
  let pointer: UnsafeMutablePointer<Agnode_t>

  init(_ pointer: UnsafeMutablePointer<Agnode_t>) { unsafe self.pointer = pointer }
}

/// An edge in libcgraph's memory.
@safe struct EdgeReference {
  let pointer: UnsafeMutablePointer<Agedge_t>

  init(_ pointer: UnsafeMutablePointer<Agedge_t>) { unsafe self.pointer = pointer }
}

/// The declaration of an attribute in libcgraph's memory.
@safe struct AttributeReference {
  let pointer: UnsafeMutablePointer<Agsym_t>

  init(_ pointer: UnsafeMutablePointer<Agsym_t>) { unsafe self.pointer = pointer }
}

/// What can have a name and attributes.
protocol GraphObject {
  /// Where libcgraph keeps it.
  var address: UnsafeMutableRawPointer { get }
}

extension GraphReference: GraphObject {
  var address: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(pointer) }
}

extension NodeReference: GraphObject {
  var address: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(pointer) }
}

extension EdgeReference: GraphObject {
  var address: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(pointer) }
}

extension GraphObject {
  /// The name as libcgraph stores it; empty where there is none.
  var name: String { unsafe agnameof(address).map { unsafe String(cString: $0) } ?? "" }

  /// The value of an attribute of this graph, node or edge, and whether it is an HTML-like label.
  func value(of attribute: AttributeReference) -> (text: String, isMarkup: Bool)? {
    unsafe storedValue(agxget(address, attribute.pointer))
  }

  /// Replaces the value of an attribute by an empty one.
  func clear(_ attribute: AttributeReference) { unsafe shim_clear(address, attribute.pointer) }
}

extension AttributeReference {
  /// Name of the attribute.
  var attributeName: String { unsafe String(cString: pointer.pointee.name) }

  /// The value of objects that do not set the attribute.
  var standard: (text: String, isMarkup: Bool)? { unsafe storedValue(pointer.pointee.defval) }
}

extension EdgeReference {
  /// The node where the edge starts.
  var tail: NodeReference? { unsafe shim_tail(pointer).map { unsafe NodeReference($0) } }

  /// The node where the edge ends.
  var head: NodeReference? { unsafe shim_head(pointer).map { unsafe NodeReference($0) } }
}

extension GraphReference {
  /// Attributes that are declared for a kind of object (`AGRAPH`, `AGNODE`, `AGEDGE`) of a root graph.
  func attributes(kind: Int32) -> [AttributeReference] {
    var result: [AttributeReference] = []
    var next = unsafe shim_next_attribute(pointer, kind, nil)
    while let attribute = unsafe next {
      unsafe result.append(AttributeReference(attribute))
      unsafe next = shim_next_attribute(pointer, kind, attribute)
    }
    return result
  }

  /// Nodes of the graph or subgraph, in the order of their creation.
  func nodes() -> [NodeReference] {
    var result: [NodeReference] = []
    var next = unsafe agfstnode(pointer)
    while let node = unsafe next {
      unsafe result.append(NodeReference(node))
      unsafe next = agnxtnode(pointer, node)
    }
    return result
  }

  /// Edges of the graph, each once, in the order of their creation.
  func edges() -> [EdgeReference] {
    var result: [EdgeReference] = []
    for node in nodes() {
      var next = unsafe agfstout(pointer, node.pointer)
      while let edge = unsafe next {
        unsafe result.append(EdgeReference(edge))
        unsafe next = agnxtout(pointer, edge)
      }
    }
    return result.sorted { unsafe shim_sequence($0.pointer) < shim_sequence($1.pointer) }
  }

  /// Subgraphs directly below the graph or subgraph, in the order of their creation.
  func subgraphs() -> [GraphReference] {
    var result: [GraphReference] = []
    var next = unsafe agfstsubg(pointer)
    while let subgraph = unsafe next {
      unsafe result.append(GraphReference(subgraph))
      unsafe next = agnxtsubg(subgraph)
    }
    return result.sorted { unsafe shim_sequence($0.pointer) < shim_sequence($1.pointer) }
  }

  /// The graph and all subgraphs below it.
  func withDescendants() -> [GraphReference] {
    var result = [self]
    var index = 0
    while index < result.count {
      result += result[index].subgraphs()
      index += 1
    }
    return result
  }
}

private func storedValue(_ stored: UnsafeMutablePointer<CChar>?) -> (text: String, isMarkup: Bool)? {
  // Safety: libcgraph keeps the mark of an HTML-like label beside its own strings, of which this is one.
  unsafe stored.map { unsafe (String(cString: $0), aghtmlstr($0) != 0) }
}
