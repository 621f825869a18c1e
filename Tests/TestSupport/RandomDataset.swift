public import CampaignModel

/// Draws small datasets that are awkward on purpose: times that coincide or fall on window borders, contents of no
/// campaign or of several brands, contacts that never come back, partners without sector, self-references.
public struct RandomDataset {
  /// How large it is to be.
  public struct Size: Sendable {
    public var partners: Int
    public var channels: Int
    public var contents: Int
    public var contacts: Int
    public var touches: Int

    public init(partners: Int = 5, channels: Int = 9, contents: Int = 12, contacts: Int = 60, touches: Int = 700) {
      self.partners = partners
      self.channels = channels
      self.contents = contents
      self.contacts = contacts
      self.touches = touches
    }
  }

  private var random: SeededGenerator
  private let size: Size
  private var builder = DatasetBuilder()

  /// The dataset of a seed: always the same for the same seed and size.
  ///
  /// It has two campaigns, `early` (days 60 to 67) and `late` (days 70 to 115), in a log that starts with day 0.
  /// - Parameter observedUntil: the last day of data; touches go on to day 200.
  public static func make(seed: UInt64, _ size: Size = Size(), observedUntil: Double? = nil) -> Dataset {
    var maker = RandomDataset(random: SeededGenerator(seed: seed), size: size)
    maker.builder.name = "random-\(seed)"
    maker.builder.settings.observedUntil = observedUntil.map { Instant.day($0) }
    maker.builder.settings.costPerContact = 7.5
    maker.builder.settings.conversionDaysAfterEnd = [0, 3, 20][Int(seed % 3)]
    if seed % 4 == 3 { maker.builder.settings.timeZone = "Europe/Berlin" }
    maker.addTables()
    maker.addTouches()
    maker.addDealings()
    return maker.builder.build()
  }

  private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func partnerID() -> String { "p\(Int.random(in: 0..<size.partners, using: &random))" }

  /// A heavy-tailed choice, so that some contacts are touched often.
  private mutating func contactID() -> String {
    let share = Double.random(in: 0..<1, using: &random)
    return "c\(Int(share * share * Double(size.contacts)))"
  }

  /// A day on a grid of eighths half of the time, so that times coincide and touch borders.
  private mutating func day(_ range: Range<Double>) -> Double {
    let day = Double.random(in: range, using: &random)
    return chance(0.5) ? (day * 8).rounded() / 8 : day
  }

  /// The first instant of a day in the dataset's zone, in days of UTC; Berlin's clocks change on 30 March, day 88.
  private func midnight(of day: Double) -> Double {
    guard builder.settings.timeZone == "Europe/Berlin" else { return day.rounded(.down) }
    let start = day.rounded(.down)
    return start - (start > 88 ? 2 : 1) / 24
  }

  private mutating func addTables() {
    for number in 0..<size.partners {
      builder.partner(
        "p\(number)", sector: chance(0.8) ? pick(["food", "energy", "media"]) : nil,
        stage: chance(0.8) ? pick(["producer", "retailer"]) : nil)
    }
    for number in 0..<size.channels {
      builder.channel(
        "h\(number)", owner: "p\(number % size.partners)",
        medium: chance(0.8) ? pick(["newsletter", "event", "podcast"]) : nil, paid: pick([true, false, false, nil]),
        audience: pick([nil, 0, 50, 1000]))
    }
    builder.campaign("early", from: 60, to: 67, leads: [partnerID()], budget: 100)
    builder.campaign("late", from: 70, to: 115, leads: Set([partnerID(), partnerID()]).sorted())
    for number in 0..<size.contents {
      builder.content(
        "x\(number)", brands: Set((0..<Int.random(in: 1...3, using: &random)).map { _ in partnerID() }).sorted(),
        campaign: pick(["early", "late", "late", nil]),
        authors: Set((0..<Int.random(in: 0...2, using: &random)).map { _ in chance(0.7) ? partnerID() : "someone" })
          .sorted(),
        format: chance(0.7) ? pick(["co-branding", "couponing", "bundling"]) : nil)
    }
    for number in 0..<size.contacts {
      builder.contact(
        "c\(number)", relevant: chance(0.4), segment: chance(0.8) ? pick(["private", "business"]) : nil,
        heldOut: pick([true, false, false, nil]))
    }
  }

  private mutating func addTouches() {
    let kinds = [
      "impression", "impression", "view", "visit", "click", "click", "like", "share", "mention", "attendance",
      "contribution", "rating", "nps", "lead", "order", "booking", "partnership",
    ]
    for _ in 0..<size.touches {
      let kind = pick(kinds)
      var value: Double?
      switch kind {
      case "rating": value = Double(Int.random(in: 1...5, using: &random))
      case "nps": value = Double(Int.random(in: 0...10, using: &random))
      case "lead", "order", "booking", "partnership":
        value = chance(0.7) ? (Double.random(in: 5..<300, using: &random) * 100).rounded() / 100 : nil
        if chance(0.12) { value = value.map { -$0 } }
      default: break
      }
      let isSale = ["lead", "order", "booking", "partnership"].contains(kind)
      let time = day(chance(0.5) ? 55..<120 : 0..<200)
      builder.touch(
        isSale && chance(0.3) ? midnight(of: time) : time, contactID(),
        "h\(Int.random(in: 0..<size.channels, using: &random))", kind,
        content: chance(0.7) ? "x\(Int.random(in: 0..<size.contents, using: &random))" : nil, value: value,
        cost: chance(0.3) ? (Double.random(in: 0..<3, using: &random) * 100).rounded() / 100 : nil)
    }
  }

  private mutating func addDealings() {
    for _ in 0..<size.contacts {
      builder.tie(
        contactID(), contactID(), pick(["refers", "refers", "knows"]), day: chance(0.9) ? day(50..<130) : nil)
    }
    let kinds = ["comment", "backlink", "share", "mention", "recommendation", "money", "hours", "content"]
    for _ in 0..<(10 * size.partners) {
      builder.exchange(
        day(40..<150), partnerID(), partnerID(), pick(kinds),
        value: chance(0.3) ? Double.random(in: 10..<500, using: &random) : nil)
    }
    for _ in 0..<(3 * size.partners) {
      func grade(_ random: inout SeededGenerator) -> Double? {
        Int.random(in: 0..<4, using: &random) == 0 ? nil : Double(Int.random(in: 0...100, using: &random))
      }
      builder.assessment(
        partnerID(), partnerID(), day: Double(Int.random(in: 50...130, using: &random)), structure: grade(&random),
        social: grade(&random), performance: grade(&random))
    }
    for number in 0..<size.contents {
      builder.plan(
        "x\(number)", "h\(Int.random(in: 0..<size.channels, using: &random))", due: chance(0.8) ? day(60..<220) : nil)
    }
    for (campaign, kpi, value) in [
      ("early", "reach", 20.0), ("early", "stays", 0.5), ("late", "cost_per_contact", 0.5),
    ] {
      builder.target(campaign, kpi, value, due: day(60..<220))
    }
  }
}
