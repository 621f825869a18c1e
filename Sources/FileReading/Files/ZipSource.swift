import CZlib

/// The content of a file in a ZIP archive, inflated while it is read (RFC 1951), with its checksum held to what the archive
/// says.
@safe final class ZipSource: ByteSource {
  private let file: InputFile
  private let entry: ZipEntry
  private let name: String
  private let limit: Int
  private var stream = unsafe z_stream()
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// What is left of the packed bytes, and where it lies in the archive.
  private var rest: Range<Int>
  private var inflated = 0
  private var checksum: UInt = 0
  private var isAtEnd = false

  private static let inputSize = 64 << 10

  init(_ file: InputFile, _ entry: ZipEntry, name: String, start: Int, limit: Int) throws(ReadingError) {
    (self.file, self.entry, self.name, self.limit) = (file, entry, name, limit)
    rest = start..<start + entry.compressedSize
    // Safety: owned by this object and freed in deinit.
    unsafe input = .allocate(capacity: ZipSource.inputSize)
    // Safety: zlib keeps its state in the stream until inflateEnd. Negative bits ask for data without a header.
    let status = unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw .unreadable(path: file.path, reason: "zlib could not be started (status \(status))")
    }
  }

  deinit {
    // Safety: ends what init began.
    unsafe inflateEnd(&stream)
    unsafe input.deallocate()
  }

  private func problem(_ message: String) -> ReadingError { .badData(DataProblem(file: name, message: message)) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    guard buffer.count > 0, !isAtEnd else { return 0 }
    let capacity = min(buffer.count, 1 << 30)
    let count = entry.isDeflated ? try unsafe inflate(into: buffer, capacity) : try unsafe copy(into: buffer, capacity)
    // Safety: so many bytes of the buffer are filled.
    unsafe checksum = crc32(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(count))
    inflated += count
    guard inflated <= limit else { throw problem("holds more than \(limit) bytes when it is unpacked") }
    if count == 0 || isAtEnd {
      isAtEnd = true
      guard checksum == UInt(entry.checksum) else { throw problem("is damaged: its checksum is another one") }
    }
    return count
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer, _ capacity: Int) throws(ReadingError) -> Int {
    let wanted = min(capacity, rest.count)
    // Safety: the range lies within the buffer.
    let target = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
    let count = try unsafe file.read(into: target, at: rest.lowerBound)
    rest = rest.lowerBound + count..<rest.upperBound
    return count
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer, _ capacity: Int) throws(ReadingError) -> Int {
    // Safety: zlib writes at most avail_out bytes to next_out and reads at most avail_in from next_in, which both stay
    // allocated during the call.
    unsafe stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.avail_out = UInt32(capacity)
    while unsafe stream.avail_out == capacity {
      if unsafe stream.avail_in == 0 {
        let wanted = min(ZipSource.inputSize, rest.count)
        guard wanted > 0 else { throw problem("is cut short: its packed data end too early") }
        let target = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(input)[..<wanted])
        let count = try unsafe file.read(into: target, at: rest.lowerBound)
        guard count > 0 else { throw problem("is cut short: its packed data end too early") }
        rest = rest.lowerBound + count..<rest.upperBound
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(count)
      }
      // Safety: see above.
      let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
      if status == Z_STREAM_END {
        isAtEnd = true
        break
      }
      guard status == Z_OK || status == Z_BUF_ERROR else { throw problem("holds broken packed data") }
    }
    return unsafe capacity - Int(stream.avail_out)
  }
}
