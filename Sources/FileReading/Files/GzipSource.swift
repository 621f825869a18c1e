import CZlib

/// Decompresses a gzip file (RFC 1952) of one or several members while it is read.
@safe package final class GzipSource: ByteSource {
  private let file: InputFile
  private var stream = unsafe z_stream()
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var isWithinMember = false
  private var hasMember = false
  private var inflated = 0
  private let limit: Int

  private static let inputSize = 256 << 10

  /// - Parameter limit: the most bytes that the file may hold decompressed.
  package init(_ file: InputFile, limit: Int = ReadingLimits.inflatedSize) throws(ReadingError) {
    self.file = file
    self.limit = limit
    // Safety: owned by this object and freed in deinit.
    unsafe input = .allocate(capacity: GzipSource.inputSize)
    // Safety: zlib keeps its state in the stream until inflateEnd. 16 asks for the gzip format.
    let status = unsafe inflateInit2_(&stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw .unreadable(path: file.path, reason: "zlib could not be started (status \(status))")
    }
  }

  deinit {
    // Safety: ends what init began.
    unsafe inflateEnd(&stream)
    unsafe input.deallocate()
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    guard buffer.count > 0 else { return 0 }
    // Safety: zlib writes at most avail_out bytes to next_out and reads at most avail_in from next_in, which both
    // stay allocated during the call.
    unsafe stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let capacity = min(buffer.count, Int(UInt32.max))
    unsafe stream.avail_out = UInt32(capacity)
    while unsafe stream.avail_out == capacity {
      if unsafe stream.avail_in == 0 {
        let count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(input))
        if count == 0 {
          guard !isWithinMember else { throw problem("is cut short: its gzip data end too early") }
          return 0
        }
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(count)
      }
      if hasMember, !isWithinMember, passPadding() { continue }
      try inflateSome()
    }
    let count = unsafe capacity - Int(stream.avail_out)
    inflated += count
    guard inflated <= limit else { throw problem("holds more than \(limit) bytes when it is decompressed") }
    return count
  }

  /// Passes over zero bytes behind a member, with which some programs fill up a block. Returns whether nothing is left of
  /// what was read.
  private func passPadding() -> Bool {
    // Safety: zlib's input holds this many bytes.
    while unsafe stream.avail_in > 0, unsafe stream.next_in.pointee == 0 {
      unsafe stream.next_in += 1
      unsafe stream.avail_in -= 1
    }
    return unsafe stream.avail_in == 0
  }

  private func inflateSome() throws(ReadingError) {
    isWithinMember = true
    // Safety: see read(into:).
    let status = unsafe inflate(&stream, Z_NO_FLUSH)
    switch status {
    case Z_OK, Z_BUF_ERROR: return
    case Z_STREAM_END:
      isWithinMember = false
      hasMember = true
      // Safety: the stream was begun in init.
      guard unsafe inflateReset(&stream) == Z_OK else { throw problem("holds broken gzip data") }
    default:
      let words = unsafe stream.msg.map { unsafe String(cString: $0) }
      throw problem("holds broken gzip data", detail: words)
    }
  }

  private func problem(_ message: String, detail: String? = nil) -> ReadingError {
    .badData(DataProblem(file: file.name, message: message, detail: detail))
  }
}
