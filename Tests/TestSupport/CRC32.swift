/// The cyclic redundancy check of ZIP and gzip (ISO 3309).
public func crc32(_ bytes: [UInt8]) -> UInt32 {
  var checksum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
  }
  return ~checksum
}
