/// Whether two numbers agree up to rounding: within `tolerance` of each other, or of the larger one's size.
public func areClose(_ left: Double, _ right: Double, tolerance: Double = 1e-9) -> Bool {
  abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}

/// Whether both are missing, or both are there and agree up to rounding.
public func areClose(_ left: Double?, _ right: Double?, tolerance: Double = 1e-9) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return areClose(left, right, tolerance: tolerance)
}
