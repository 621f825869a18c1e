import Randomness

/// A kind of channel: what happens there, how often, and what it costs.
enum Medium: Int, CaseIterable {
  case newsletter, website, instagram, podcast, event, shop, fair, ads, print, app

  /// The word in `channels.csv`.
  var name: String {
    switch self {
    case .newsletter: "newsletter"
    case .website: "website"
    case .instagram: "instagram"
    case .podcast: "podcast"
    case .event: "event"
    case .shop: "shop"
    case .fair: "fair"
    case .ads: "ads"
    case .print: "print"
    case .app: "app"
    }
  }

  /// What a channel of this medium is called after its owner's name.
  var title: String {
    switch self {
    case .newsletter: "newsletter"
    case .website: "website"
    case .instagram: "on Instagram"
    case .podcast: "podcast"
    case .event: "evenings"
    case .shop: "shop"
    case .fair: "fair stand"
    case .ads: "advertisements"
    case .print: "magazine"
    case .app: "app"
    }
  }

  /// Happens on Fridays to Sundays only.
  var isForWeekends: Bool { self == .event || self == .fair }

  /// How much of an owner's traffic passes through it.
  var traffic: Int {
    switch self {
    case .newsletter: 24
    case .website: 30
    case .instagram: 26
    case .podcast: 9
    case .event: 7
    case .shop: 12
    case .fair: 5
    case .ads: 16
    case .print: 6
    case .app: 12
    }
  }

  /// Kinds of touch and how many of a thousand are of each.
  var mix: [(kind: Kind, share: Int)] {
    switch self {
    case .newsletter:
      [
        (.open, 748), (.click, 150), (.share, 20), (.reply, 24), (.signup, 26), (.nps, 12),
        (.lead, 12), (.order, 8),
      ]
    case .website:
      [
        (.visit, 709), (.click, 120), (.download, 36), (.comment, 26), (.signup, 20), (.rating, 20),
        (.share, 16),
        (.contribution, 10), (.lead, 22), (.booking, 12), (.order, 9),
      ]
    case .instagram:
      [
        (.impression, 560), (.view, 140), (.like, 160), (.save, 30), (.follow, 30), (.comment, 30),
        (.share, 28),
        (.mention, 16), (.contribution, 6),
      ]
    case .podcast:
      [
        (.listen, 850), (.follow, 50), (.comment, 26), (.share, 30), (.rating, 30), (.mention, 8),
        (.donation, 6),
      ]
    case .event:
      [
        (.attendance, 600), (.conversation, 130), (.rating, 90), (.contribution, 50), (.signup, 50),
        (.lead, 30),
        (.booking, 30), (.referral, 20),
      ]
    case .shop:
      [(.visit, 778), (.order, 62), (.rating, 60), (.conversation, 50), (.signup, 30), (.nps, 20)]
    case .fair:
      [
        (.attendance, 400), (.conversation, 250), (.lead, 120), (.signup, 80), (.rating, 60),
        (.delivery, 70), (.partnership, 20),
      ]
    case .ads:
      [(.impression, 900), (.click, 88), (.lead, 8), (.order, 4)]
    case .print:
      [(.delivery, 900), (.reply, 40), (.referral, 20), (.subscription, 40)]
    case .app:
      [
        (.view, 600), (.click, 190), (.like, 80), (.rating, 50), (.nps, 20), (.booking, 20),
        (.order, 20), (.subscription, 20),
      ]
    }
  }

  /// What one touch of `kind` costs in hundredths, as a range, or nil where nobody writes it down.
  func cost(of kind: Kind) -> ClosedRange<Int>? {
    switch (self, kind) {
    case (.ads, .impression): 1...6
    case (.ads, _): 30...160
    case (.print, .delivery): 18...45
    case (.event, .attendance): 150...480
    case (.fair, .attendance), (.fair, .conversation): 300...900
    case (.newsletter, .open): 1...2
    default: nil
    }
  }
}

/// A kind of touch that the generator writes.
enum Kind: Int, CaseIterable {
  case impression, view, open, visit, listen, delivery
  case click, like, follow, download, signup, comment, reply, share, mention, rating, nps
  case attendance, referral, contribution, conversation
  case lead, order, booking, donation, subscription, partnership
  /// Defined by the dataset itself in `kinds.csv`.
  case save

  /// The word in `touchpoints.csv`.
  var name: String { String(describing: self) }

  /// What the touch is worth, drawn from `random`, in hundredths (whole points for ratings), or nil.
  func value(_ random: inout Xoshiro256) -> Int? {
    switch self {
    case .rating: 100 * random.element(of: [1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5])
    case .nps: 100 * random.element(of: [2, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10])
    case .order: Self.amount(600, &random)
    case .booking: Self.amount(2500, &random)
    case .donation: Self.amount(500, &random)
    case .subscription: 100 * random.element(of: [36, 48, 60, 96])
    case .lead: Self.amount(8000, &random)
    case .partnership: Self.amount(60_000, &random)
    default: nil
    }
  }

  /// An amount with a heavy tail: each doubling is half as likely as the one before, at most six of them.
  private static func amount(_ least: Int, _ random: inout Xoshiro256) -> Int {
    let doublings = min(6, random.next().trailingZeroBitCount)
    let base = least << doublings
    return (base + random.draw(below: base)) / 10 * 10
  }
}
