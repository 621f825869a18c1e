/// The number of a node: nodes of a graph of n nodes are numbered 0 to n − 1.
///
/// 32 bits halve the memory traffic of every algorithm; a graph has at most 2³¹ − 1 nodes.
public typealias NodeID = Int32
