import CampaignModel

/// A report as a curious reader sees it who knows every definition: what is shown, and every equation that the
/// definitions make between its counts. None of it is taken from the code that decides what is withheld.
struct ReportAudit {
  private(set) var system = LinearSystem()
  private(set) var names: [String] = []
  /// Equations that the whole report does not fulfil.
  private(set) var wrong: [String] = []
  private var places: [String: Int] = [:]
  private let whole: FlatReport
  private let shown: FlatReport
  private let dataset: Dataset

  /// - Parameters:
  ///   - whole: one campaign's part of the report with nothing withheld.
  ///   - shown: the same part as it is shown.
  init(_ whole: FlatReport, shown: FlatReport, of dataset: Dataset) {
    self.whole = whole
    self.shown = shown
    self.dataset = dataset
    addTouchpoints()
    addReach()
    addRegions()
    addRetention()
    addFunnel()
    addKPIs()
    addPartnerships()
  }

  // MARK: Numbers and equations

  /// The number of a path; nil where the whole report has none.
  private mutating func number(_ path: String) -> Int? {
    if let place = places[path] { return place }
    guard let value = whole[path] else { return nil }
    return add(path, value, isKnown: shown[path] != nil)
  }

  /// A number that stands nowhere.
  private mutating func unseen(_ name: String, _ value: Double) -> Int {
    places[name] ?? add(name, value, isKnown: false)
  }

  private mutating func add(_ name: String, _ value: Double, isKnown: Bool) -> Int {
    places[name] = names.count
    names.append(name)
    system.numbers.append(value)
    system.isKnown.append(isKnown)
    return names.count - 1
  }

  private mutating func require(_ terms: [(Int, Double)]) {
    let sum = terms.reduce(0) { $0 + $1.1 * system.numbers[$1.0] }
    let size = terms.reduce(1) { max($0, abs($1.1 * system.numbers[$1.0])) }
    let text = terms.map { "\($0.1) × \(names[$0.0]) (\(system.numbers[$0.0]))" }.joined(separator: " + ")
    guard abs(sum) < 1e-6 * size else { return wrong.append(text) }
    system.equations.append(terms)
  }

  private mutating func sum(_ total: String, _ parts: [String]) {
    guard let whole = number(total) else { return }
    require([(whole, -1)] + parts.compactMap { part in number(part).map { ($0, 1.0) } })
  }

  private mutating func same(_ left: String, _ right: String) {
    guard let left = number(left), let right = number(right) else { return }
    require([(left, -1), (right, 1)])
  }

  /// `ratio` = above / below, where the ratio is shown.
  private mutating func ratio(_ ratio: String, _ above: String, _ below: String, times factor: Double = 1) {
    guard let value = whole[ratio], shown[ratio] != nil, let above = number(above), let below = number(below) else {
      return
    }
    require([(above, factor), (below, -value)])
  }

  /// A share with its rest, which anybody subtracts.
  private mutating func share(_ path: String, of total: String? = nil) {
    guard let count = number("\(path).count"), let of = number("\(path).of") else { return }
    let rest = unseen("\(path) rest", system.numbers[of] - system.numbers[count])
    require([(of, -1), (count, 1), (rest, 1)])
    if let total { same("\(path).of", total) }
    ratio("\(path).rate", "\(path).count", "\(path).of")
  }

  /// Who is in one count is in the other: anybody subtracts.
  private mutating func nest(_ part: String, in whole: String) {
    guard let inner = number(part), let outer = number(whole) else { return }
    let rest = unseen("\(whole) beyond \(part)", system.numbers[outer] - system.numbers[inner])
    require([(outer, -1), (inner, 1), (rest, 1)])
    if system.numbers[rest] < 0 { wrong.append(names[rest]) }
  }

  private func rows(_ list: String) -> [String] { whole.rows[list] ?? [] }

  private func paths(_ list: String, _ key: String) -> [String] { rows(list).map { "\(list)[\($0)].\(key)" } }

  // MARK: Sections

  private mutating func addTouchpoints() {
    let new = "touchpoints.new_touchpoints"
    sum("\(new).total", ["\(new).own", "\(new).foreign"])
    for key in ["total", "own", "foreign"] { sum("\(new).\(key)", paths("touchpoints.by_brand", key)) }
    for row in rows("touchpoints.by_brand").map({ "touchpoints.by_brand[\($0)]" }) {
      sum("\(row).total", ["\(row).own", "\(row).foreign"])
    }
    sum("\(new).foreign", paths("touchpoints.introduced_by", "new_touchpoints"))
    sum(
      "touchpoints.new_contacts",
      ["ads", "joint", "own", "partner"].map { "touchpoints.first_contact_mix.\($0)" })
    for (key, total) in [("new_touchpoints", "\(new).total"), ("new_contacts", "touchpoints.new_contacts")] {
      for list in ["by_channel", "by_medium", "by_week"] { sum(total, paths("touchpoints.\(list)", key)) }
      for medium in rows("touchpoints.by_medium") {
        let members = dataset.channels.filter { ($0.medium ?? "none") == medium }
        sum(
          "touchpoints.by_medium[\(medium)].\(key)", members.map { "touchpoints.by_channel[\($0.id)].\(key)" })
      }
    }
    share("touchpoints.penetration", of: "\(new).total")
    same("touchpoints.penetration.count", "\(new).foreign")
    for partner in rows("touchpoints.audience_penetration") {
      share("touchpoints.audience_penetration[\(partner)]")
      same("touchpoints.audience_penetration[\(partner)].count", "reach.carriers[\(partner)].reach")
    }
    if let cost = dataset.settings.costPerContact {
      if let count = number("touchpoints.relevant_new_contacts"), let sum = number("touchpoints.single_brand_cost") {
        require([(sum, -1), (count, cost)])
      }
    }
  }

  private mutating func addReach() {
    same("reach.reach", "reach.total")
    sum("reach.reach", ["reach.own", "reach.incremental"])
    sum("reach.foreign", ["reach.duplicated", "reach.incremental"])
    nest("reach.duplicated", in: "reach.own")
    let exactly = (0..<10).map { "reach.frequency_distribution[\($0)]" }
    sum("reach.reach", exactly)
    for times in 0..<9 { sum("reach.k_plus[\(times)]", [exactly[times], "reach.k_plus[\(times + 1)]"]) }
    same("reach.k_plus[9]", exactly[9])
    if whole[exactly[9]] == 0, let gross = number("reach.contacts_gross") {
      require([(gross, -1)] + (0..<10).compactMap { times in number(exactly[times]).map { ($0, Double(times + 1)) } })
    }
    ratio("reach.frequency", "reach.contacts_gross", "reach.reach")
    ratio("reach.synergy", "reach.reach", "reach.own")
    nest("touchpoints.new_contacts", in: "reach.reach")
    nest("touchpoints.relevant_new_contacts", in: "touchpoints.new_contacts")
    for partner in rows("reach.carriers") {
      nest("touchpoints.introduced_by[\(partner)].new_contacts", in: "reach.carriers[\(partner)].reach")
    }
    for row in rows("reach.by_channel") {
      guard let channel = dataset.channels.first(where: { row.hasPrefix("\($0.partnerID(in: dataset))/\($0.id)") })
      else { continue }
      let owner = dataset.partners[channel.owner].id
      nest("touchpoints.by_channel[\(channel.id)].new_contacts", in: "reach.by_channel[\(row)].reach")
      if rows("reach.by_channel").count(where: { $0.hasPrefix("\(owner)/") }) == 1 {
        same("reach.by_channel[\(row)].reach", "reach.carriers[\(owner)].reach")
      }
    }
  }

  private mutating func addRegions() {
    let regions = rows("reach.regions").map {
      (path: "reach.regions[\($0)].contacts", owners: Set($0.split(separator: "+").map(String.init)))
    }
    sum("reach.reach", regions.map(\.path))
    for partner in rows("reach.carriers") {
      let path = "reach.carriers[\(partner)]"
      sum("\(path).reach", regions.filter { $0.owners.contains(partner) }.map(\.path))
      sum("\(path).exclusive", regions.filter { $0.owners == [partner] }.map(\.path))
      if shown["\(path).shapley"] != nil, let value = whole["\(path).shapley"] {
        let known = add("\(path).shapley", value, isKnown: true)
        require(
          [(known, -1)]
            + regions.filter { $0.owners.contains(partner) }.compactMap { region in
              number(region.path).map { ($0, 1 / Double(region.owners.count)) }
            })
      }
    }
    for pair in rows("reach.overlap") {
      let owners = Set(pair.split(separator: "/").map(String.init))
      let path = "reach.overlap[\(pair)]"
      sum("\(path).contacts", regions.filter { $0.owners.isSuperset(of: owners) }.map(\.path))
      for owner in owners { nest("\(path).contacts", in: "reach.carriers[\(owner)].reach") }
      let sides = owners.sorted().compactMap { number("reach.carriers[\($0)].reach") }
      if shown["\(path).jaccard"] != nil, let value = whole["\(path).jaccard"], let both = number("\(path).contacts"),
        sides.count == 2
      {
        require([(both, 1 + value), (sides[0], -value), (sides[1], -value)])
      }
    }
    var before: Set<String> = []
    var last: String?
    for partner in rows("reach.stacked") {
      let path = "reach.stacked[\(partner)]"
      sum(
        "\(path).gain",
        regions.filter { $0.owners.contains(partner) && $0.owners.isDisjoint(with: before) }.map(\.path))
      sum("\(path).cumulative", ["\(path).gain"] + (last.map { [$0] } ?? []))
      before.insert(partner)
      last = "\(path).cumulative"
    }
    if let last { same(last, "reach.reach") }
    addRandomOrderCurve(regions)
  }

  /// After k of n carriers in a random order a contact that s of them reach is reached unless all k are others.
  private mutating func addRandomOrderCurve(_ regions: [(path: String, owners: Set<String>)]) {
    let n = rows("reach.carriers").count
    for point in rows("reach.random_order_curve") {
      let path = "reach.random_order_curve[\(point)].reach"
      guard shown[path] != nil, let value = whole[path], let k = Int(point), k > 0 else { continue }
      let known = add(path, value, isKnown: true)
      require(
        [(known, -1)]
          + regions.compactMap { region in
            number(region.path).map { place in
              var missed = 1.0
              for step in 0..<k { missed *= max(0, Double(n - region.owners.count - step)) / Double(n - step) }
              return (place, 1 - missed)
            }
          })
    }
  }

  private mutating func addRetention() {
    let isNew = whole.numbers["retention.cohort_size"] == whole.numbers["touchpoints.new_contacts"]
    same("retention.cohort_size", isNew ? "touchpoints.new_contacts" : "reach.reach")
    for key in ["stays", "carries_on", "joins", "lost"] { share("retention.\(key)", of: "retention.cohort_size") }
    if whole["retention.lost.count"] != nil {
      sum("retention.cohort_size", ["retention.stays.count", "retention.lost.count"])
    }
    nest("retention.joins.count", in: "retention.stays.count")
    var before = "retention.stays.count"
    for day in rows("retention.days").map({ "retention.days[\($0)]" }) {
      nest("\(day).bracket.count", in: before)
      nest("\(day).unbounded.count", in: before)
      nest("\(day).nth_day.count", in: "\(day).unbounded.count")
      before = "\(day).unbounded.count"
    }
    for day in rows("retention.days") {
      for key in ["bracket", "unbounded", "nth_day"] {
        share("retention.days[\(day)].\(key)", of: "retention.cohort_size")
      }
    }
    sum("retention.cohort_size", paths("retention.by_partner", "cohort"))
    sum("retention.cohort_size", paths("retention.by_first_contact", "cohort"))
    for key in ["stays", "carries_on", "joins", "lost"] {
      guard whole["retention.\(key).count"] != nil, whole.rows["retention.by_partner"] != nil else { continue }
      sum("retention.\(key).count", paths("retention.by_partner", key))
    }
    if whole["retention.stays.count"] != nil, whole.rows["retention.by_first_contact"] != nil {
      sum("retention.stays.count", paths("retention.by_first_contact", "stays"))
    }
    for partner in rows("retention.by_partner") {
      let path = "retention.by_partner[\(partner)]"
      nest("\(path).cohort", in: "reach.carriers[\(partner)].reach")
      nest("\(path).joins", in: "\(path).stays")
      if whole["\(path).stays"] != nil {
        sum("\(path).cohort", ["\(path).stays", "\(path).lost"])
        sum("\(path).stays", ["\(path).kept", "\(path).passed_on"])
      }
      guard isNew, whole.rows["touchpoints.by_channel"] != nil else { continue }
      // A new contact's first touch of all is its first in the campaign.
      let channels = dataset.channels.filter { dataset.partners[$0.owner].id == partner }
      sum("\(path).cohort", channels.map { "touchpoints.by_channel[\($0.id)].new_contacts" })
    }
    for row in rows("retention.by_first_contact") where isNew {
      same("retention.by_first_contact[\(row)].cohort", "touchpoints.first_contact_mix.\(row)")
      let path = "retention.by_first_contact[\(row)]"
      guard let cohort = number("\(path).cohort"), let stays = number("\(path).stays") else { continue }
      let rest = unseen("\(path) lost", system.numbers[cohort] - system.numbers[stays])
      require([(cohort, -1), (stays, 1), (rest, 1)])
    }
    share("retention.baseline.lost", of: "retention.baseline.cohort_size")
  }

  private mutating func addFunnel() {
    let total = "funnel.total"
    same("\(total).visitors", "reach.reach")
    addFunnel(total)
    for row in rows("funnel.rows").map({ "funnel.rows[\($0)]" }) { addFunnel(row) }
    same("\(total).cost_coverage.of", "reach.contacts_gross")
    for key in ["count", "of"] where whole["\(total).cost_coverage.\(key)"] != nil {
      sum("\(total).cost_coverage.\(key)", paths("funnel.rows", "cost_coverage.\(key)"))
    }
    for money in ["pipeline", "revenue", "cost"] where whole["\(total).\(money)"] != nil {
      sum("\(total).\(money)", paths("funnel.rows", money))
    }
    for partner in dataset.partners.map(\.id) where whole["funnel.rows[\(partner)].visitors"] != nil {
      same("funnel.rows[\(partner)].visitors", "reach.carriers[\(partner)].reach")
    }
    for channel in dataset.channels where whole["funnel.rows[\(channel.id)].visitors"] != nil {
      let owner = dataset.partners[channel.owner].id
      same("funnel.rows[\(channel.id)].visitors", "reach.by_channel[\(owner)/\(channel.id)].reach")
    }
    let journeys = "funnel.journeys"
    for key in ["returning", "one_time", "bounce"] { share("\(journeys).\(key)", of: "reach.reach") }
    sum("reach.reach", ["\(journeys).returning.count", "\(journeys).one_time.count"])
    same("\(journeys).bounce.count", "reach.frequency_distribution[0]")
    nest("\(journeys).bounce.count", in: "\(journeys).one_time.count")
    nest("\(journeys).unique_visits", in: "reach.reach")
  }

  private mutating func addFunnel(_ path: String) {
    share("\(path).visitor_to_lead", of: "\(path).visitors")
    share("\(path).lead_to_customer", of: "\(path).leads")
    share("\(path).visitor_to_customer", of: "\(path).visitors")
    share("\(path).cost_coverage")
    for (name, key) in [("contact", "visitors"), ("lead", "leads"), ("customer", "customers")] {
      guard let cost = whole["\(path).cost"], shown["\(path).cost"] != nil,
        let value = whole["\(path).cost_per_\(name)"],
        shown["\(path).cost_per_\(name)"] != nil, let count = number("\(path).\(key)"), value != 0
      else { continue }
      let known = add("\(path).cost per \(name)", cost / value, isKnown: true)
      require([(known, -1), (count, 1)])
    }
  }

  private mutating func addKPIs() {
    let places = [
      "reach": "reach.reach", "contacts_gross": "reach.contacts_gross", "foreign_reach": "reach.foreign",
      "incremental_reach": "reach.incremental", "new_contacts": "touchpoints.new_contacts",
      "new_touchpoints": "touchpoints.new_touchpoints.total", "organic_shares": "reach.organic_shares",
      "relevant_new_contacts": "touchpoints.relevant_new_contacts", "leads": "funnel.total.leads",
      "customers": "funnel.total.customers", "pipeline": "funnel.total.pipeline", "revenue": "funnel.total.revenue",
      "ambassadors": "partnerships.cooperation.ambassador_count",
      "interactions": "partnerships.cooperation.interactions",
    ]
    for (id, path) in places.sorted(by: { $0.key < $1.key }) { same("kpis.kpis[\(id)].value", path) }
    for id in ["stays", "carries_on", "joins"] {
      for key in ["count", "of"] { same("kpis.kpis[\(id)].\(key)", "retention.\(id).\(key)") }
    }
    for id in ["visitor_to_lead", "lead_to_customer", "visitor_to_customer"] {
      for key in ["count", "of"] { same("kpis.kpis[\(id)].\(key)", "funnel.total.\(id).\(key)") }
    }
    same("kpis.trust[short_history].of", "touchpoints.new_contacts")
    ratio("kpis.kpis[frequency].value", "reach.contacts_gross", "reach.reach")
    ratio("kpis.kpis[synergy].value", "reach.reach", "reach.own")
    ratio("kpis.kpis[penetration].value", "touchpoints.new_touchpoints.foreign", "touchpoints.new_touchpoints.total")
    ratio("kpis.kpis[engagement_per_contact].value", "partnerships.cooperation.interactions", "reach.reach")
  }

  private mutating func addPartnerships() {
    for pair in rows("partnerships.partnerships") {
      let path = "partnerships.partnerships[\(pair)]"
      same("\(path).shared_contacts", "reach.overlap[\(pair)].contacts")
      let sides = pair.split(separator: "/")
      if sides.count == 2 {
        nest("\(path).a_to_b", in: "reach.carriers[\(sides[0])].reach")
        nest("\(path).b_to_a", in: "reach.carriers[\(sides[1])].reach")
      }
      if shown["\(path).balance"] != nil, let balance = whole["\(path).balance"], let there = number("\(path).a_to_b"),
        let back = number("\(path).b_to_a")
      {
        require([(there, 1 - balance), (back, -1 - balance)])
      }
      for side in rows("\(path).trust") {
        share("\(path).trust[\(side)].endorsed")
        share("\(path).trust[\(side)].unendorsed")
        // All new touchpoints of a brand are endorsed by one partner, or by it not.
        guard let brand = side.split(separator: "/").last,
          let endorsed = number("\(path).trust[\(side)].endorsed.of"),
          let others = number("\(path).trust[\(side)].unendorsed.of")
        else { continue }
        let all = unseen(
          "new touchpoints of \(brand) that are old enough", system.numbers[endorsed] + system.numbers[others])
        require([(all, -1), (endorsed, 1), (others, 1)])
      }
    }
  }
}

extension Channel {
  fileprivate func partnerID(in dataset: Dataset) -> String { dataset.partners[owner].id }
}
