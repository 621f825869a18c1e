/// A file of the dataset that an import gives.
package struct ImportedFile: Sendable {
  package let name: String
  private let content: Content

  private enum Content {
    case bytes([UInt8])
    /// Spelled out while they are written: the text is larger than all else that an import holds.
    case touches(TouchText)
  }

  init(name: String, _ bytes: [UInt8]) { (self.name, content) = (name, .bytes(bytes)) }

  init(name: String, _ touches: TouchText) { (self.name, content) = (name, .touches(touches)) }

  /// Hands over what the file holds, piece by piece in order, never two at a time.
  ///
  /// - Parameter threads: upper bound on threads.
  package func write(threads: Int, to take: (ArraySlice<UInt8>) -> Void) {
    switch content {
    case .bytes(let bytes): take(bytes[...])
    case .touches(let touches): touches.write(threads: threads, to: take)
    }
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(threads: 1) { bytes += $0 }
    return bytes
  }
}
