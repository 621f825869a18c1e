import CZlib

/// A file in a ZIP archive.
package struct ZipEntry: Hashable, Sendable {
  /// Path within the archive.
  package var name: String
  var headerOffset: Int
  var compressedSize: Int
  /// Bytes of its content, as the archive says.
  package var size: Int
  var isDeflated: Bool
  var isEncrypted: Bool
  var checksum: UInt32
}

/// The directory of a ZIP archive (PKWARE, APPNOTE.TXT 6.3.10), without encryption, parts on several disks and other
/// methods than storing and deflating.
package struct ZipArchive {
  private let file: InputFile
  /// Files in the order of the directory; folders are not among them.
  package let entries: [ZipEntry]

  /// The most files of an archive.
  package static let maximumEntries = 100_000
  /// The most bytes of a directory.
  private static let maximumDirectory = 64 << 20

  package init(_ file: InputFile) throws(ReadingError) {
    self.file = file
    entries = try ZipArchive.readDirectory(file)
  }

  private static func problem(_ file: InputFile, _ message: String) -> ReadingError {
    .badData(DataProblem(file: file.name, message: message))
  }

  private static func bytes(_ file: InputFile, _ range: Range<Int>) throws(ReadingError) -> [UInt8] {
    guard range.lowerBound >= 0, let size = file.size, range.upperBound <= size else {
      throw problem(file, "is a broken ZIP archive: a part of it lies behind its end")
    }
    // Safety: `read` fills as much of the buffer as it returns.
    return try unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count throws(ReadingError) in
      count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
    }
  }

  private static func readDirectory(_ file: InputFile) throws(ReadingError) -> [ZipEntry] {
    guard let size = file.size else { throw problem(file, "is a ZIP archive in a pipe, which cannot be read") }
    // The directory's end has 22 bytes, and a comment of up to 65,535 behind it.
    let tail = try bytes(file, max(0, size - 65_557)..<size)
    var end = tail.count - 22
    while end >= 0, !tail[end...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { end -= 1 }
    guard end >= 0 else { throw problem(file, "is a broken ZIP archive, or cut: it has no directory") }
    var record = LittleEndian(tail, at: end + 8)
    let (here, all) = (record.next(2), record.next(2))
    let (length, offset) = (record.next(4), record.next(4))
    guard here == all, offset != 0xFFFF_FFFF, all != 0xFFFF else {
      throw problem(file, "is a ZIP archive of several parts, or larger than 4 GiB, which cannot be read")
    }
    guard length <= maximumDirectory else { throw problem(file, "has more than \(maximumEntries) files in it") }
    let directory = try bytes(file, offset..<offset + length)
    var entries: [ZipEntry] = []
    var place = 0
    for _ in 0..<all {
      guard place + 46 <= directory.count, directory[place...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else {
        throw problem(file, "is a broken ZIP archive: its directory is damaged")
      }
      var fields = LittleEndian(directory, at: place + 8)
      let (flags, method) = (fields.next(2), fields.next(2))
      fields.place += 4
      let (checksum, compressed, inflated) = (fields.next(4), fields.next(4), fields.next(4))
      let (nameLength, extra, comment) = (fields.next(2), fields.next(2), fields.next(2))
      fields.place += 8
      let header = fields.next(4)
      guard place + 46 + nameLength <= directory.count else {
        throw problem(file, "is a broken ZIP archive: its directory is damaged")
      }
      let name = String(decoding: directory[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      place += 46 + nameLength + extra + comment
      guard !name.hasSuffix("/") else { continue }
      guard method == 0 || method == 8 || flags & 1 != 0 else {
        throw problem(file, "packs \"\(ShownText.escape(name))\" by method \(method), which cannot be unpacked")
      }
      entries.append(
        ZipEntry(
          name: name, headerOffset: header, compressedSize: compressed, size: inflated, isDeflated: method == 8,
          isEncrypted: flags & 1 != 0, checksum: UInt32(checksum)))
    }
    return entries
  }

  /// The bytes of a file, unpacked while they are read.
  ///
  /// - Parameter limit: the most bytes that it may hold.
  package func content(
    of entry: ZipEntry, limit: Int = ReadingLimits.inflatedSize
  ) throws(ReadingError) -> any ByteSource {
    let name = "\(file.name)/\(ShownText.escapePath(entry.name))"
    guard !entry.isEncrypted else {
      throw .badData(DataProblem(file: name, message: "is encrypted; unpack it with its password first"))
    }
    let header = try ZipArchive.bytes(file, entry.headerOffset..<entry.headerOffset + 30)
    guard header.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw ZipArchive.problem(file, "is a broken ZIP archive: a file is not where its directory says")
    }
    var lengths = LittleEndian(header, at: 26)
    let start = entry.headerOffset + 30 + lengths.next(2) + lengths.next(2)
    guard let size = file.size, start + entry.compressedSize <= size else {
      throw ZipArchive.problem(file, "is a broken ZIP archive: a part of it lies behind its end")
    }
    return try ZipSource(file, entry, name: name, start: start, limit: limit)
  }
}

/// Numbers of a few bytes, the lowest first.
private struct LittleEndian {
  private let bytes: [UInt8]
  var place: Int

  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// The next number of so many bytes; zeros stand behind the end.
  mutating func next(_ count: Int) -> Int {
    var number = 0
    for offset in 0..<count where place + offset < bytes.count { number |= Int(bytes[place + offset]) << (8 * offset) }
    place += count
    return number
  }
}
