public import CampaignModel

/// What a network, or a search along ties, is of.
public enum NetworkSubject: Sendable {
  /// A campaign or window of a dataset.
  case dataset(Dataset, Scope)
  /// A graph that comes from no dataset: its name, and the id and the name of each node.
  case graph(name: String, ids: [String], labels: [String])

  /// What the dataset or the graph is called.
  public var name: String {
    switch self {
    case .dataset(let dataset, _): dataset.name
    case .graph(let name, _, _): name
    }
  }

  /// The dataset, with the scope that is measured of it; nil for a graph that comes from none.
  public var campaign: (dataset: Dataset, scope: Scope)? {
    switch self {
    case .dataset(let dataset, let scope): (dataset, scope)
    case .graph: nil
    }
  }

  /// The id of a contact, by its number, or of a graph's node.
  package func id(of node: Int) -> String {
    switch self {
    case .dataset(let dataset, _): dataset.contacts.ids[node]
    case .graph(_, let ids, _): ids[node]
    }
  }

  /// The name of a contact, by its number, or of a graph's node; the id where there is none.
  package func label(of node: Int) -> String {
    switch self {
    case .dataset(let dataset, _): dataset.contacts.label(of: node)
    case .graph(_, _, let labels): labels[node]
    }
  }
}
