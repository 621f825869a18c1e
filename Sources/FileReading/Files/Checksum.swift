import CZlib

/// Checksums of whole files.
package enum Checksum {
  /// The cyclic redundancy check of ZIP and gzip (ISO 3309).
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    // Safety: zlib reads so many bytes from the array's own memory.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe CZlib.crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}
