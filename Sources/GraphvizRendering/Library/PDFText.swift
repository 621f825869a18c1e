/// Changes to the PDF files that Graphviz writes through cairo.
enum PDFText {
  private static let date = Array("(D:20000101000000Z)".utf8)

  /// Returns the file with a fixed date of creation, so that the same graph gives the same bytes at any time.
  ///
  /// Cairo writes the current time, with the zone's offset where there is one, and a table of plain offsets at the file's end;
  /// where the date's length changes, the offsets behind it move along. A file of another shape is returned unchanged.
  static func withoutDate(_ file: [UInt8]) -> [UInt8] {
    guard let key = lastRange(of: "/CreationDate (", in: file[...]) else { return file }
    guard let closing = file[key.upperBound...].firstIndex(of: UInt8(ascii: ")")) else { return file }
    guard let start = lastRange(of: "startxref\n", in: file[...]), start.lowerBound > closing else { return file }
    guard let table = number(file[start.upperBound...].prefix { $0 != UInt8(ascii: "\n") }) else { return file }
    guard table > closing, table < start.lowerBound else { return file }
    let old = (key.upperBound - 1)...closing
    let shift = date.count - old.count

    var result = Array(file[..<old.lowerBound])
    result += date
    result += file[(closing + 1)..<table]
    for line in file[table..<start.lowerBound].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // Entries in use: ten digits of offset, five of generation, n.
      if line.count == 19, line[line.startIndex + 17] == UInt8(ascii: "n"), let offset = number(line.prefix(10)) {
        let digits = String(offset > closing ? offset + shift : offset)
        result += String(repeating: "0", count: 10 - digits.count).utf8
        result += digits.utf8
        result += line.dropFirst(10)
      } else {
        result += line
      }
      result.append(UInt8(ascii: "\n"))
    }
    result.removeLast()
    result += "startxref\n\(table + shift)".utf8
    result += file[start.upperBound...].drop { $0 != UInt8(ascii: "\n") }
    return result
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  private static func lastRange(of text: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let pattern = Array(text.utf8)
    guard bytes.count >= pattern.count else { return nil }
    for start in (bytes.startIndex...(bytes.endIndex - pattern.count)).reversed()
    where bytes[start] == pattern[0] && bytes[start..<(start + pattern.count)].elementsEqual(pattern) {
      return start..<(start + pattern.count)
    }
    return nil
  }
}
