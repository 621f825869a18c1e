/// A member of a section's JSON document, or of a row in it, in the order of the document.
package enum FigureMember<Result>: Sendable {
  case figure(Figure<Result>)
  /// A list with an object per row.
  case list(any FigureRows<Result>)
  /// An object of its own.
  case object(any FigureParts<Result>)

  /// Figures that a result may lack, beside the others.
  package static func figures(_ figures: [Figure<Result>], where isThere: @escaping @Sendable (Result) -> Bool)
    -> FigureMember
  {
    .object(FigureObject<Result, Result>("", of: { isThere($0) ? $0 : nil }, figures.map { .figure($0) }))
  }

  /// An object whose figures are read from the same result.
  package static func object(_ path: String, isInline: Bool = true, _ members: [FigureMember]) -> FigureMember {
    .object(FigureObject<Result, Result>(path, isInline: isInline, of: { $0 }, members))
  }
}

/// An object within a document: what it is read from, and its members.
package struct FigureObject<Result, Part>: FigureParts {
  package let path: String
  /// Whether JSON writes it on one line.
  package let isInline: Bool
  package let members: [FigureMember<Part>]
  private let read: @Sendable (Result) -> Part?

  /// - Parameters:
  ///   - path: where it stands; empty for members that stand in place of an object.
  ///   - part: what its members are read from; nil where the object is null, or where there are no such members.
  package init(
    _ path: String, isInline: Bool = false, of part: @escaping @Sendable (Result) -> Part?,
    _ members: [FigureMember<Part>]
  ) {
    self.path = path
    self.isInline = isInline
    self.members = members
    read = part
  }

  package func part(of result: Result) -> Part? { read(result) }

  /// The members that are figures.
  package var figures: [Figure<Part>] {
    members.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}

/// A ``FigureObject``, whatever its members are read from.
package protocol FigureParts<Result>: CatalogEntry {
  associatedtype Result
  associatedtype Part
  var isInline: Bool { get }
  var members: [FigureMember<Part>] { get }
  /// What the members are read from; nil where the object is null.
  func part(of result: Result) -> Part?
}

extension CatalogEntry {
  /// The last part of the path: the key of the JSON member.
  package var key: String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return path }
    return String(path[path.index(after: dot)...])
  }
}
