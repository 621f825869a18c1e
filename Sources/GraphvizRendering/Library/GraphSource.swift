internal import CGraphviz

/// DOT text on its way into libcgraph's scanner.
///
/// The scanner keeps what it has read beyond a graph's end and begins the next graph with it. Therefore it is given no more than up to the next
/// closing brace at a time.
@safe struct GraphSource {
  private var next: UnsafePointer<UInt8>
  private var rest: Int

  /// Reads the first graph of `text`; nil after a syntax error, or where there is none. The caller closes it.
  static func read(_ text: String, _ disciplines: GraphDisciplines) -> UnsafeMutablePointer<Agraph_t>? {
    var text = text
    // Safety: the bytes stay in place during the call, and the scanner keeps no pointer to them.
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return nil }
      var source = unsafe GraphSource(next: start, rest: bytes.count)
      return unsafe withUnsafeMutablePointer(to: &source) { unsafe agread($0, disciplines.pointer) }
    }
  }

  /// Copies the next bytes, at most `count`, to `buffer` and returns how many; 0 at the end.
  fileprivate mutating func copy(to buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    // Safety: `next` has `rest` bytes, and the scanner's buffer has room for `count`.
    let piece = unsafe UnsafeBufferPointer(start: next, count: min(rest, count))
    let brace = unsafe piece.firstIndex(of: UInt8(ascii: "}"))
    let length = brace.map { $0 + 1 } ?? piece.count
    unsafe buffer.copyMemory(from: next, byteCount: length)
    unsafe next += length
    rest -= length
    return length
  }
}

/// How libcgraph reads: made once, never freed, because every graph refers to it.
@safe struct GraphDisciplines {
  let pointer: UnsafeMutablePointer<Agdisc_t>

  init() {
    // Safety: both are filled before they are used.
    unsafe pointer = .allocate(capacity: 1)
    let input = UnsafeMutablePointer<Agiodisc_t>.allocate(capacity: 1)
    unsafe shim_prepare_disciplines(pointer, input) { channel, buffer, size in
      guard let channel = unsafe channel, let buffer = unsafe buffer else { return 0 }
      let source = unsafe channel.assumingMemoryBound(to: GraphSource.self)
      return unsafe Int32(source.pointee.copy(to: buffer, Int(size)))
    }
  }
}
