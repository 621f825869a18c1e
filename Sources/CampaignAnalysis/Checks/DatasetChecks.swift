public import CampaignModel

/// What is missing or suspicious in a dataset that can be read, the gravest first.
///
/// What is wrong in single rows is found while reading; this looks at the whole. O(touches + contacts log contacts).
public func findings(in dataset: Dataset) -> [Finding] {
  let found =
    ScopeChecks(dataset).findings + TouchChecks(dataset).findings + contactFindings(dataset)
    + NameChecks(dataset).findings
    + TableChecks(dataset).findings
    + TargetChecks(dataset).findings
  return Finding.Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
}

/// Contacts that may be the same person under two ids.
private func contactFindings(_ dataset: Dataset) -> [Finding] {
  let contacts = dataset.contacts
  var found: [Finding] = []
  let sameID = ContactTwins.groups(contacts.count) { ContactTwins.key(contacts.ids[$0]) }
  if !sameID.isEmpty {
    let examples = sameID.map { group in group.map { contacts.ids[$0] }.sorted().joined(separator: " = ") }.sorted()
    found.append(
      .ofContacts(
        .warning, "same_contact", file: "touchpoints.csv", examples, "contact counts", "contacts count",
        "several times, under ids that differ only in case, blanks or Unicode form", in: dataset))
  }
  guard let names = contacts.names else { return found }
  let sameName = ContactTwins.groups(contacts.count) { contact in
    guard let organization = contacts.organizations[contact], !names[contact].isEmpty else { return "" }
    return ContactTwins.key(names[contact]) + "\n" + ContactTwins.key(organization)
  }
  if !sameName.isEmpty {
    let examples = sameName.map { group in group.map { contacts.ids[$0] }.sorted().joined(separator: " = ") }.sorted()
    found.append(
      .ofContacts(
        .warning, "same_contact", file: "contacts.csv", examples, "pair of name and organization belongs",
        "pairs of name and organization belong", "to several contacts, which may be one", in: dataset))
  }
  return found
}
