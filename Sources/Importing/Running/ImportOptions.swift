import Foundation

/// How bad rows are treated, and how the work is shared out.
package struct ImportOptions: Sendable {
  /// Whether bad rows are left out instead of being errors.
  package var skipsInvalid: Bool
  /// Whether rows left out are kept with their reason.
  package var keepsRejects: Bool
  /// The values of environment variables, for the key of pseudonyms.
  package var environment: @Sendable (String) -> String?
  /// Bytes of delimited text that a thread evaluates at once; the result does not depend on it. Tests set it small.
  package var blockSize = 256 << 10
  /// Upper bound on the threads; the result does not depend on it.
  package var threads = max(1, ProcessInfo.processInfo.activeProcessorCount)

  package init(
    skipsInvalid: Bool = false, keepsRejects: Bool = false,
    environment: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    (self.skipsInvalid, self.keepsRejects, self.environment) = (skipsInvalid, keepsRejects, environment)
  }
}
