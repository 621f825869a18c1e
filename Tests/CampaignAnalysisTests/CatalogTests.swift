import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Laws of the catalog: JSON, KPIs, `--list` and `unknown` know the same figures by the same names.
struct CatalogTests {
  /// What a section's document has, with the members of its objects and lists.
  private struct Entry {
    var path: String
    var id: String
    var kpi: String
    var title: LocalizedText
    /// The list it is a column of; nil for a single figure.
    var list: String?
  }

  private static func entries<Result>(_ members: [FigureMember<Result>], in list: String? = nil) -> [Entry] {
    members.flatMap { member -> [Entry] in
      switch member {
      case .figure(let figure):
        [Entry(path: figure.path, id: figure.id, kpi: figure.kpi, title: figure.title, list: list)]
      case .list(let rows): Self.rows(of: rows)
      case .object(let object): parts(of: object, in: list)
      }
    }
  }

  private static func rows<Result>(of list: some FigureRows<Result>) -> [Entry] { entries(list.members, in: list.path) }

  private static func parts<Result>(of object: some FigureParts<Result>, in list: String?) -> [Entry] {
    entries(object.members, in: list)
  }

  private static func entries<Counting: Analysis>(_ analysis: Counting.Type) -> [Entry] {
    entries(Counting.Figures.catalog.members)
  }

  /// Every section that has a document.
  private static let sections = Registry.analyses.map { (name: $0.section.id, entries: entries($0)) }
    .filter { !$0.entries.isEmpty }

  @Test func `every section with a document of its own has a catalog, and the KPIs are one more`() {
    let documents = Set(Section.documents.map(\.id))
    #expect(documents == ["touchpoints", "reach", "retention", "kpis", "partnerships", "funnel", "attribution"])
    #expect(documents.subtracting(CatalogTests.sections.map(\.name)) == ["kpis"])
    #expect(
      Section.documents.map(\.id) == [
        "touchpoints", "reach", "retention", "kpis", "partnerships", "funnel", "attribution",
      ])
  }

  @Test func `every KPI is a figure of the catalog, under an identifier of its own`() {
    let figures = CatalogTests.sections.flatMap(\.entries)
    for kpi in KPI.all {
      let titles = Set(figures.filter { $0.kpi == kpi.id && $0.list == nil }.map(\.title))
      #expect(titles == [kpi.title], "\(kpi.id)")
    }
    #expect(Set(KPI.all.map(\.id)).count == KPI.all.count)
    #expect(KPI(matching: "reach")?.title[.german] == "Reichweite")
  }

  /// Documents, KPIs and lists use one identifier a figure but for these, which have been public since they were told apart.
  @Test func `an identifier differs from the path in the document only where its list or object gives it its name`() {
    let renamed: Set = [
      "sectors", "sector_diversity", "ambassadors", "unattributed", "frequency", "exclusive", "incremental_over_own",
      "given", "shared_contacts", "survival.events", "survival.censored", "holdout.addressed", "holdout.held_out",
      "region",
    ]
    for (section, entries) in CatalogTests.sections {
      for entry in entries where entry.id != entry.path {
        let isMainFigure = entry.id == entry.list || entry.path == "\(entry.id).total"
        #expect(isMainFigure || renamed.contains(entry.id), "\(section): \(entry.id) at \(entry.path)")
      }
      for entry in entries where entry.kpi != entry.id {
        #expect(
          ["foreign_reach", "incremental_reach", "frequency_distribution"].contains(entry.kpi),
          "\(section): \(entry.kpi)")
      }
    }
  }

  @Test func `every count that can be opened goes by the identifier of a figure of its section`() {
    let data = RandomDataset.make(seed: 2)
    var opened = 0
    for type in Registry.analyses {
      let ids = CatalogTests.entries(type).map(\.id)
      // The mix of first contacts is an object in JSON, and opened class by class.
      let known = Set(ids + ids.map { "\($0).of" } + ["first_contact_mix"])
      for count in CatalogTests.names(of: type.init(data, AnalysisOptions())) {
        #expect(known.contains(count), "\(type.section.id): \(count)")
        opened += 1
      }
    }
    #expect(opened > 60)
  }

  /// The names of counts, without the rows that end them.
  private static func names(of analysis: some Analysis) -> [String] {
    analysis.counts.map { count in count.row.map { String(count.name.dropLast($0.count + 1)) } ?? count.name }
  }

  @Test func `a path names one figure of its section, with words in both languages`() {
    for (section, entries) in CatalogTests.sections {
      let paths = entries.map(\.path).filter { !$0.isEmpty }
      let repeated = Dictionary(grouping: paths, by: \.self).filter { $0.value.count > 1 }.keys
      // Rows of the funnel have the figures of the whole; both survival curves the same columns.
      let allowed = Set(FunnelFigures.all.map(\.path))
      #expect(
        repeated.filter { !allowed.contains($0) && !$0.hasPrefix("survival.") }.isEmpty,
        "\(section): \(repeated.sorted())")
      for entry in entries { #expect(!entry.title[.english].isEmpty && !entry.title[.german].isEmpty, "\(entry.path)") }
    }
    for kpi in KPI.all {
      #expect(
        kpi.meaning?[.english].hasSuffix(".") == true && kpi.meaning?[.german].hasSuffix(".") == true, "\(kpi.id)")
    }
  }

  /// What cannot be given is named by its path, of a row with the row's name, or by the section as a whole.
  @Test(arguments: UInt64(1)...6)
  func `unknown names entries of the catalog alone`(seed: UInt64) {
    var data = RandomDataset.make(seed: seed, observedUntil: [nil, 100.0, 118][Int(seed) % 3])
    if seed > 3 { data.settings.minimumGroup = 4 }
    let scope = Scope(campaign: 1, of: data)
    for part in measure(data, scopes: [scope])[0].parts { CatalogTests.check(part) }
  }

  private static func check<Figures: SectionFigures>(_ part: Figures) {
    let entries = entries(Figures.catalog.members)
    guard !entries.isEmpty else { return }
    var known = Set(entries.map(\.path) + entries.compactMap(\.list) + [Figures.section.id])
    for path in known {
      var path = path[...]
      while let dot = path.lastIndex(of: ".") {
        path = path[..<dot]
        known.insert(String(path))
      }
    }
    for figure in part.unknown.map(\.figure) {
      let steps = figure.split(separator: ".")
      // The name of a row may stand behind that of its list.
      let isOfRow = steps.indices.dropFirst().contains { index in
        var rest = steps
        rest.remove(at: index)
        let path = rest.joined(separator: ".")
        return known.contains(path) || known.contains("\(rest[0]).outcomes.\(rest.dropFirst().joined(separator: "."))")
      }
      #expect(known.contains(figure) || isOfRow, "\(Figures.section.id): \(figure)")
    }
  }
}
