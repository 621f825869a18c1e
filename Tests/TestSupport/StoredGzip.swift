/// Bytes as one member of a gzip file, stored as they are (RFC 1952 and RFC 1951, section 3.2.4).
///
/// - Parameter bytes: less than 65,536.
public func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
  let size = UInt16(bytes.count)
  func little(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  let length = [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + length + bytes + little(crc32(bytes)) + little(UInt32(bytes.count))
}
