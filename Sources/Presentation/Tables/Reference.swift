import CampaignFigures
package import CampaignModel

/// A partner, channel, content or contact by its id, with its name where it has one.
package struct Reference: Hashable, Sendable {
  package var id: String
  package var name: String?

  package init(id: String, name: String?) {
    self.id = id
    self.name = name
  }

  package init(partner index: Int, in dataset: Dataset) {
    self.init(id: dataset.partners[index].id, name: dataset.partners[index].name)
  }

  package init(channel index: Int, in dataset: Dataset) {
    self.init(id: dataset.channels[index].id, name: dataset.channels[index].name)
  }

  package init(content index: Int, in dataset: Dataset) {
    self.init(id: dataset.contents[index].id, name: dataset.contents[index].title)
  }

  package init(contact index: Int, in dataset: Dataset) {
    self.init(id: dataset.contacts.ids[index], name: nil)
  }

  /// The name, else the id.
  package var label: String { name ?? id }

  /// How a column of such names tells of it, where it has one column.
  func text(_ localizer: Localizer, _ naming: FigureTable.Naming) -> String {
    switch (naming, localizer.style) {
    case (.idAndName, _): localizer.name(id, longest: 160)
    case (.name, _): localizer.name(label, longest: 160)
    case (.id, .plain): id
    case (.id, .page): localizer.name(label, longest: 60)
    }
  }
}
