/// Where two outputs first differ, with what follows there; nil where they are the same.
///
/// `#expect(firstDifference(found, expected) == nil)` in place of `#expect(found == expected)`, which looks for all that
/// differs: in megabytes, for hours.
public func firstDifference(_ found: some Collection<UInt8>, _ expected: some Collection<UInt8>) -> String? {
  var place = 0
  var (left, right) = (found.startIndex, expected.startIndex)
  while left != found.endIndex, right != expected.endIndex, found[left] == expected[right] {
    found.formIndex(after: &left)
    expected.formIndex(after: &right)
    place += 1
  }
  if left == found.endIndex, right == expected.endIndex { return nil }
  func shown(_ rest: some Sequence<UInt8>) -> String { String(decoding: Array(rest.prefix(40)), as: UTF8.self) }
  return "at byte \(place): \(shown(found[left...])) instead of \(shown(expected[right...]))"
}

/// Where two texts first differ; nil where they are the same.
public func firstDifference(_ found: String, _ expected: String) -> String? {
  firstDifference(found.utf8, expected.utf8)
}
