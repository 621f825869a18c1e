extension Figure {
  /// The one initializer that all others come to.
  ///
  /// - Parameters:
  ///   - path: where it stands in the document; also its identifier, unless ``listed(_:)`` or ``asKPI(_:)`` give another.
  ///   - value: reads it from a result.
  package init(
    _ path: String, _ title: LocalizedText, _ meaning: LocalizedText?, unit: FigureUnit,
    remove: (@Sendable (inout Result) -> Void)? = nil, value: @escaping @Sendable (Result) -> FigureValue?
  ) {
    self.path = path
    id = path
    kpi = path
    self.title = title
    self.meaning = meaning
    self.unit = unit
    self.remove = remove
    self.value = value
    absence = .unknown(unit == .count ? .withheld : .undefined)
  }

  /// A figure that is read by a closure and never withheld.
  package init(
    _ path: String, _ title: Texts, _ meaning: Texts? = nil, unit: FigureUnit,
    value: @escaping @Sendable (Result) -> FigureValue?
  ) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, unit: unit, value: value)
  }

  /// A count.
  package init(_ path: String, _ title: Texts, _ meaning: Texts? = nil, count: Place<Int>) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, .count, count) {
      $0[keyPath: count].map { .count($0) }
    }
  }

  /// A number without unit.
  package init(_ path: String, _ title: Texts, _ meaning: Texts? = nil, number: Place<Double>) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, .ratio, number) {
      $0[keyPath: number].map { .number($0) }
    }
  }

  /// A share with its counts.
  package init(_ path: String, _ title: Texts, _ meaning: Texts? = nil, share: Place<Proportion>) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, .share, share) {
      $0[keyPath: share].map { .share($0) }
    }
  }

  /// A fraction of 1 without counts.
  package init(_ path: String, _ title: Texts, _ meaning: Texts? = nil, fraction: Place<Double>) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, .fraction, fraction) {
      $0[keyPath: fraction].map { .fraction($0) }
    }
  }

  /// An amount in the dataset's currency.
  package init(_ path: String, _ title: Texts, _ meaning: Texts? = nil, money: Place<Double>) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, .money, money) {
      $0[keyPath: money].map { .money($0) }
    }
  }

  /// A difference of two rates.
  package init(_ path: String, _ title: Texts, _ meaning: Texts? = nil, difference: Place<RateDifference>) {
    self.init(path, LocalizedText(title), meaning.map { LocalizedText($0) }, .difference, difference) {
      $0[keyPath: difference].map { .difference($0) }
    }
  }

  /// A count that goes by the name of another figure, as the column of a list.
  package init(_ path: String, like other: Figure<some Any>, count: Place<Int>) {
    self.init(path, other.title, other.meaning, .count, count) {
      $0[keyPath: count].map { .count($0) }
    }
  }

  /// A share that goes by the name of another figure, as the column of a list.
  package init(_ path: String, like other: Figure<some Any>, share: Place<Proportion>) {
    self.init(path, other.title, other.meaning, .share, share) {
      $0[keyPath: share].map { .share($0) }
    }
  }

  /// A figure that goes by the name of another one and is read by a closure.
  package init(
    _ path: String, like other: Figure<some Any>, value: @escaping @Sendable (Result) -> FigureValue?
  ) {
    self.init(path, other.title, other.meaning, unit: other.unit, value: value)
  }

  /// Where a result holds a figure.
  package typealias Place<Value> = any WritableKeyPath<Result, Value?> & Sendable

  private init<Value>(
    _ path: String, _ title: LocalizedText, _ meaning: LocalizedText?, _ unit: FigureUnit, _ place: Place<Value>,
    value: @escaping @Sendable (Result) -> FigureValue?
  ) {
    self.init(path, title, meaning, unit: unit, remove: { $0[keyPath: place] = nil }, value: value)
  }
}

extension Figure {
  /// The same figure under another identifier in tables and for `--list`.
  package func listed(_ id: String) -> Figure {
    var copy = self
    copy.id = id
    copy.kpi = id
    return copy
  }

  /// The same figure under another identifier among KPIs.
  package func asKPI(_ id: String) -> Figure {
    var copy = self
    copy.kpi = id
    return copy
  }

  /// The same figure, of which less is better.
  package var lessIsBetter: Figure {
    var copy = self
    copy.isLessBetter = true
    return copy
  }

  /// The same figure, which counts partners, contents or gestures rather than contacts.
  package var aboutPartners: Figure {
    var copy = self
    copy.isAboutPartners = true
    return copy
  }

  /// The same figure, for which `unknown` has the entry of another where that is not known.
  package func unknown(with others: Figure...) -> Figure {
    var copy = self
    copy.unknownWith = others.map(\.path)
    return copy
  }

  /// The same figure as what a row is about.
  package var subject: Figure {
    var copy = self
    copy.isSubject = true
    return copy
  }

  /// The same figure as something more about what a row is about.
  package var context: Figure {
    var copy = self
    copy.isContext = true
    return copy
  }

  /// The same figure, whose parts stand beside each other in JSON.
  package var spread: Figure {
    var copy = self
    copy.spreads = true
    return copy
  }

  /// The same figure with another sign for what is nil.
  package func absent(_ absence: Absence) -> Figure {
    var copy = self
    copy.absence = absence
    return copy
  }

  /// The same figure with an interval of its own.
  package func ends(_ ends: @escaping @Sendable (Result) -> FigureEnds?) -> Figure {
    var copy = self
    copy.ends = ends
    return copy
  }

  /// The same figure with an interval where a result holds one by the figure's path.
  package func interval(in intervals: any KeyPath<Result, [String: Interval]?> & Sendable) -> Figure {
    let path = path
    return ends { result in
      guard let all = result[keyPath: intervals] else { return nil }
      return (all[path]?.low, all[path]?.high)
    }
  }

  /// The same figure with a meaning that depends on the result.
  package func meaning(in meaning: @escaping @Sendable (Result) -> LocalizedText) -> Figure {
    var copy = self
    copy.meaningInResult = meaning
    return copy
  }

  /// The same figure, read from a part of a larger result.
  ///
  /// - Parameter part: where the part is; nil where there is none, and then the figure is nil too.
  package func within<Whole>(_ part: @escaping @Sendable (Whole) -> Result?) -> Figure<Whole> {
    let value = value
    let ends = ends
    var copy = Figure<Whole>(path, title, meaning, unit: unit) { part($0).flatMap(value) }
    copy.id = id
    copy.kpi = kpi
    copy.isLessBetter = isLessBetter
    copy.isAboutPartners = isAboutPartners
    copy.unknownWith = unknownWith
    if let ends { copy.ends = { part($0).flatMap(ends) } }
    return copy
  }
}
