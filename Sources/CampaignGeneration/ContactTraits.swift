import Randomness

/// Contact ids: `c` and as many digits as the highest number needs.
struct ContactIds {
  let width: Int

  init(count: Int) {
    width = max(4, String(max(0, count - 1)).count)
  }

  func text(_ number: Int) -> String {
    "c" + padded(number, width)
  }
}

/// What one contact is like, derived from the seed and the contact's number alone: nothing is stored.
struct ContactTraits {
  /// Activity of each class; a class is half as frequent as the one before. Weights grow by 2^(1/1.3), so that
  /// P(activity > w) falls off as w^-1.3: a heavy tail with a mean but without a variance.
  static let activity = [10, 17, 29, 50, 84, 144, 245, 418, 712, 1213, 2067]

  private let bits: UInt64

  init(seed: UInt64, number: Int) {
    bits = SplitMix64.mix(SplitMix64.mix(seed) ^ (UInt64(number) &* 0xD1B5_4A32_D192_ED03))
  }

  /// Index into `activity`.
  var activityClass: Int { min(Self.activity.count - 1, bits.trailingZeroBitCount) }

  /// Random bits that choose the home partner.
  var homeBits: UInt64 { bits >> 32 }

  /// Other random bits, for what the tables say of the contact.
  var tableBits: UInt64 { SplitMix64.mix(bits) }

  /// Days from the first touch until the contact lapses, or nil if it stays: a third come once, a sixth stay, the others have
  /// a half-life of 25 or 80 days (a constant hazard within each group, drawn half-life by half-life).
  var lifetime: Int? {
    let draw = SplitMix64.mix(bits ^ SplitMix64.increment)
    let halfLife: Int
    switch draw & 15 {
    case 0...4: return 1
    case 5...9: halfLife = 25
    case 10...12: halfLife = 80
    default: return nil
    }
    let later = draw >> 4
    let whole = min(12, later.trailingZeroBitCount)
    return 1 + halfLife * whole + Int((later >> 20) % UInt64(halfLife))
  }
}

/// The contacts that are active now, by class of activity; drawing one takes O(1) and forgets those met that have lapsed.
struct ActivePool {
  /// Number (low 40 bits) and day of lapse (high 24 bits).
  private var classes: [[UInt64]] = ContactTraits.activity.map { _ in [] }
  private var weight = 0
  private var lastMet = 0

  mutating func add(_ number: Int, activityClass: Int, lapses day: Int) {
    classes[activityClass].append(UInt64(number) | UInt64(min(day, 0xFF_FFFF)) << 40)
    weight += ContactTraits.activity[activityClass]
    lastMet = number
  }

  /// A contact that has not lapsed by `day`, with probability proportional to its activity; if all have, the last one met.
  mutating func draw(on day: Int, _ random: inout Xoshiro256) -> Int {
    while weight > 0 {
      var rest = random.draw(below: weight)
      var chosen = 0
      while rest >= classes[chosen].count * ContactTraits.activity[chosen] {
        rest -= classes[chosen].count * ContactTraits.activity[chosen]
        chosen += 1
      }
      let place = rest / ContactTraits.activity[chosen]
      let entry = classes[chosen][place]
      if Int(entry >> 40) > day {
        lastMet = Int(entry & 0xFF_FFFF_FFFF)
        return lastMet
      }
      classes[chosen].swapAt(place, classes[chosen].count - 1)
      classes[chosen].removeLast()
      weight -= ContactTraits.activity[chosen]
    }
    return lastMet
  }
}
