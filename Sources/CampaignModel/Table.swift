/// The tables of a dataset (dataset.md, "Files").
public enum Table: String, CaseIterable, Hashable, Sendable {
  case partners
  case channels
  case campaigns
  case contents
  case contacts
  case touchpoints
  case ties
  case exchanges
  case targets
  case assessments
  case plan
  case kinds
}
