import FileReading

extension AttributedGraph {
  /// Writes the graph in a format, in pieces, and returns what the format cannot carry, a sentence each.
  ///
  /// The same graph gives the same bytes. Nodes and edges come in their order; numbers are the shortest that read back as
  /// the same.
  ///
  /// - Complexity: linear in the length of the file.
  public func write(
    as format: GraphFileFormat, options: GraphWritingOptions = GraphWritingOptions(), to deliver: ([UInt8]) -> Void
  ) -> [String] {
    var output = GraphOutput(options)
    if options.isDynamic, format != .gexf {
      output.note("\(format.name) has no notion of time: --dynamic is for GEXF")
    }
    format.write(self, &output, deliver)
    deliver(output.bytes)
    return output.notes
  }
}
