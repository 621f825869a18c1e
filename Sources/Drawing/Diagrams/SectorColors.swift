import CampaignFigures
import CampaignModel
import Presentation

/// Which category of the theme each sector is drawn in.
struct SectorColors {
  /// Sectors with a color of their own, in the order of the theme's categories.
  let sectors: [String]
  /// Whether some partners' sector is not known.
  let hasUnknown: Bool
  /// Whether some sectors share one appearance because there are more than colors.
  let hasOthers: Bool
  private let colors: DiagramColors

  /// Gives the most frequent sectors of some partners a color each, ties by name.
  init(of partners: [Int], in dataset: Dataset, colors: DiagramColors) {
    var counts: [String: Int] = [:]
    for partner in partners {
      if let sector = dataset.partners[partner].sector { counts[sector, default: 0] += 1 }
    }
    let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    sectors = Array(sorted.prefix(colors.categories.count))
    hasOthers = sorted.count > sectors.count
    hasUnknown = partners.contains { dataset.partners[$0].sector == nil }
    self.colors = colors
  }

  /// How a partner of a sector is drawn.
  func category(of sector: String?) -> DiagramColors.Category {
    guard let sector, let index = sectors.firstIndex(of: sector) else { return colors.plain }
    return colors.categories[index]
  }

  /// The legend's entries.
  func legend(_ localizer: Localizer) -> [DiagramLegend.Entry] {
    var entries = sectors.indices.map { DiagramLegend.Entry.category(colors.categories[$0], sectors[$0]) }
    if hasOthers { entries.append(.category(colors.plain, localizer(.otherSectors))) }
    if hasUnknown, !hasOthers { entries.append(.category(colors.plain, localizer(.unknownSector))) }
    return entries
  }
}
