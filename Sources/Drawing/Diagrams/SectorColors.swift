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

  /// Gives the sectors whose partners weigh most together a color each, ties by name.
  ///
  /// - Parameter partners: each with its weight, such as contacts reached.
  init(of partners: [(partner: Int, weight: Int)], in dataset: Dataset, colors: DiagramColors) {
    var weights: [String: Int] = [:]
    for entry in partners {
      if let sector = dataset.partners[entry.partner].sector { weights[sector, default: 0] += entry.weight }
    }
    let sorted = weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    sectors = Array(sorted.prefix(colors.categories.count))
    hasOthers = sorted.count > sectors.count
    hasUnknown = partners.contains { dataset.partners[$0.partner].sector == nil }
    self.colors = colors
  }

  /// How a partner of a sector is drawn.
  func category(of sector: String?) -> DiagramColors.Category {
    guard let sector, let index = sectors.firstIndex(of: sector) else { return colors.plain }
    return colors.categories[index]
  }

  /// The entries of the key; none where no sector is known.
  func key(_ localizer: Localizer) -> [SheetKey.Entry] {
    guard !sectors.isEmpty else { return [] }
    var entries = sectors.indices.map { SheetKey.Entry.category(colors.categories[$0], sectors[$0]) }
    if hasOthers { entries.append(.category(colors.plain, localizer(.otherSectors))) }
    if hasUnknown, !hasOthers { entries.append(.category(colors.plain, localizer(.unknownSector))) }
    return entries
  }
}
