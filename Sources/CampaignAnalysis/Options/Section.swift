import CampaignFigures

/// A part of what is measured on a scope. Each is defined in the folder of its analysis; all are listed in
/// Registry.swift.
public struct Section: Hashable, Sendable {
  /// The name used in files and on the command line.
  public let id: String

  package init(_ id: String) { self.id = id }
}

/// `unknown` names a section where nothing of it can be given.
extension Section: CatalogEntry {
  package var path: String { id }
}
