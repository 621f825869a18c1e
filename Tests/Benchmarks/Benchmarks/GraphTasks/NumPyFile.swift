import Foundation

/// An array in a file as `numpy.save` writes it: little-endian, row after row.
///
/// Reference: the NumPy manual, "NPY format", versions 1 to 3.
struct NumPyFile {
  private let url: URL
  private let bytes: Data
  private let start: Int
  private let kind: Substring
  /// The length of each dimension.
  let shape: [Int]

  init(_ url: URL) throws {
    let bytes = try Data(contentsOf: url, options: .mappedIfSafe)
    guard bytes.count > 12, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw TaskError("\(url.path): not a NumPy array")
    }
    let wide = bytes[6] > 1
    let length = (0..<(wide ? 4 : 2)).reduce(0) { $0 + Int(bytes[8 + $1]) << (8 * $1) }
    let first = wide ? 12 : 10
    let start = first + length
    let header = String(decoding: bytes[first..<min(start, bytes.count)], as: UTF8.self)
    guard let kind = header.firstMatch(of: /'descr': *'([^']*)'/), header.contains("'fortran_order': False"),
      let shape = header.firstMatch(of: /'shape': *\(([^)]*)\)/)
    else { throw TaskError("\(url.path): unknown header \(header)") }
    self.url = url
    self.bytes = bytes
    self.start = start
    self.kind = kind.1
    self.shape = shape.1.split(separator: ",").compactMap { Int($0.trimmingPrefix(" ")) }
  }

  /// The numbers as 32-bit integers (`<i4`).
  func integers() throws -> [Int32] { try values("<i4") }

  /// The numbers as doubles (`<f8`).
  func doubles() throws -> [Double] { try values("<f8") }

  /// One column of an array of 32-bit integers with two dimensions.
  func column(_ place: Int) throws -> [Int32] {
    guard shape.count == 2, shape[1] > place else {
      throw TaskError("\(url.path): rows of numbers were expected, not an array of shape \(shape)")
    }
    let (rows, width) = (shape[0], shape[1])
    let size = MemoryLayout<Int32>.stride
    try check("<i4", size: rows * width * size)
    return [Int32](unsafeUninitializedCapacity: max(1, rows)) { buffer, written in
      bytes.withUnsafeBytes { bytes in
        for row in 0..<rows {
          let offset = start + (row * width + place) * size
          buffer.initializeElement(at: row, to: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
        }
      }
      written = rows
    }
  }

  private func check(_ expected: String, size: Int) throws {
    guard kind == expected, bytes.count == start + size else {
      throw TaskError("\(url.path): \(kind) of shape \(shape), not whole or not \(expected)")
    }
  }

  private func values<Value: BitwiseCopyable>(_ expected: String) throws -> [Value] {
    let count = shape.reduce(1, *)
    let size = count * MemoryLayout<Value>.stride
    try check(expected, size: size)
    return [Value](unsafeUninitializedCapacity: max(1, count)) { buffer, written in
      bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), from: start..<(start + size))
      written = count
    }
  }
}
