/// The tables of a dataset (<doc:Dataset#Files>).
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
  case totals
}
