import CampaignModel
import Randomness

/// Writes `touchpoints.csv` in order of time, and `ties.csv` beside it, day by day.
///
/// Memory: eight bytes for each active contact, and one day's times. Times are local to the dataset's time zone and leave
/// out the hours before four, so that no clock change makes one ambiguous or puts it out of order.
struct TouchStream {
  private let options: GenerationOptions
  private let timetable: Timetable
  private let network: PartnerNetwork
  private let campaigns: [Campaign]
  private let contents: Contents
  private let ids: ContactIds
  private let kindChoice = Medium.allCases.map { WeightedChoice($0.mix.map { $0.share }) }
  private let hourChoice = WeightedChoice([
    1, 2, 4, 9, 12, 13, 12, 11, 12, 11, 10, 10, 11, 14, 17, 18, 16, 11, 6, 3,
  ])
  private let weekendHourChoice = WeightedChoice([
    1, 1, 2, 3, 6, 10, 14, 15, 14, 13, 13, 13, 13, 13, 14, 15, 13, 9, 6, 4,
  ])
  private let campaignSubset: [WeightedChoice]

  private var random: Xoshiro256
  private var effects: EffectOrders
  private var pool = ActivePool()
  private var touchpoints = TableBuffer(
    "touchpoints.csv", header: "time,contact,channel,kind,content,value,cost")
  private var ties = TableBuffer("ties.csv", header: "from,to,kind,time,weight")
  private var arrived = 0
  private var nextContent = 0
  /// Contents that each channel carries now: the campaign's, and its owner's latest.
  private var campaignShelf: [[Int]]
  private var ordinaryShelf: [[Int]]

  init(
    _ options: GenerationOptions, timetable: Timetable, network: PartnerNetwork,
    campaigns: [Campaign], contents: Contents
  ) {
    self.options = options
    self.timetable = timetable
    self.network = network
    self.campaigns = campaigns
    self.contents = contents
    ids = ContactIds(count: options.contacts)
    random = Xoshiro256(seed: options.seed, stream: 7)
    effects = EffectOrders(options, campaigns)
    campaignShelf = network.channels.map { _ in [] }
    ordinaryShelf = network.channels.map { _ in [] }
    campaignSubset = campaigns.map { campaign in
      WeightedChoice(campaign.participants.map { network.partners[$0].size })
    }
  }

  mutating func write<Failure: Error>(
    to sink: (String, ArraySlice<UInt8>) throws(Failure) -> Void, progress: (Int) -> Void
  ) throws(Failure) {
    var written = 0
    for day in 0..<timetable.days {
      fillShelves(day)
      let rows = timetable.rows(on: day)
      let date = Array((timetable.start.advanced(by: day).description + " ").utf8)
      var newcomers = timetable.newcomers(on: day)
      var left = rows
      var moved = effects.orders(on: day)[...]
      for second in times(rows, on: day) {
        while let order = moved.first, order.second <= second {
          write(order, date: date)
          moved.removeFirst()
        }
        let isNew = arrived == 0 || random.draw(below: left) < newcomers
        if isNew { newcomers -= 1 }
        let contact =
          isNew ? arrival(on: day, date: date, second: second) : pool.draw(on: day, &random)
        touch(contact, isNew: isNew, day: day, date: date, second: second)
        left -= 1
        try touchpoints.flush(atLeast: TableBuffer.chunk, to: sink)
        try ties.flush(atLeast: TableBuffer.chunk, to: sink)
      }
      for order in moved { write(order, date: date) }
      written += rows
      progress(written)
    }
    try touchpoints.flush(to: sink)
    try ties.flush(to: sink)
  }

  /// Ascending seconds of the day for `count` touches.
  private mutating func times(_ count: Int, on day: Int) -> [Int32] {
    let isWeekend = timetable.start.advanced(by: day).weekday >= 5
    var times: [Int32] = []
    times.reserveCapacity(count)
    for _ in 0..<count {
      let hour = 4 + (isWeekend ? weekendHourChoice : hourChoice).index(for: random.next() >> 20)
      times.append(Int32(hour * 3600 + random.draw(below: 3600)))
    }
    times.sort()
    return times
  }

  /// Puts what is published on `day` on its channels' shelves; a campaign's contents go when it ends.
  private mutating func fillShelves(_ day: Int) {
    if campaigns.contains(where: { $0.window.upperBound == day }) {
      for channel in campaignShelf.indices { campaignShelf[channel] = [] }
    }
    while nextContent < contents.all.count, contents.all[nextContent].published <= day {
      let content = contents.all[nextContent]
      for channel in content.carriers {
        if content.campaign != nil {
          campaignShelf[channel].append(nextContent)
        } else {
          ordinaryShelf[channel].append(nextContent)
          if ordinaryShelf[channel].count > 6 { ordinaryShelf[channel].removeFirst() }
        }
      }
      nextContent += 1
    }
  }

  /// The number of a contact never met before; perhaps somebody active referred it or knows it.
  private mutating func arrival(on day: Int, date: [UInt8], second: Int32) -> Int {
    let number = ContactOrder(count: options.contacts).number(arrived)
    let fate = random.draw(below: 100)
    if fate < 14, arrived > 0 {
      let other = pool.draw(on: day, &random)
      if other != number {
        tie(
          from: other, to: number, kind: fate < 6 ? "refers" : fate < 12 ? "knows" : "vouches",
          date, second)
      }
    }
    arrived += 1
    let traits = ContactTraits(seed: options.seed, number: number)
    pool.add(
      number, activityClass: traits.activityClass, lapses: traits.lifetime.map { day + $0 } ?? .max)
    return number
  }

  private mutating func tie(from: Int, to: Int, kind: String, _ date: [UInt8], _ second: Int32) {
    ties.append(99)
    ties.append(from, width: ids.width)
    ties.append([44, 99])
    ties.append(to, width: ids.width)
    ties.separate()
    ties.append(kind)
    ties.separate()
    ties.append(date)
    append(second, to: &ties)
    ties.separate()
    ties.append(cents: 10 * random.within(1...10))
    ties.endRow()
  }

  private mutating func touch(_ contact: Int, isNew: Bool, day: Int, date: [UInt8], second: Int32) {
    let campaign = campaigns.firstIndex { $0.window.contains(day) }
    let owner = owner(for: contact, isNew: isNew, day: day, campaign: campaign)
    let partner = network.partners[owner]
    var channel = partner.channels[partner.channelChoice.index(for: random.next() >> 8)]
    if network.channels[channel].medium.isForWeekends, timetable.start.advanced(by: day).weekday < 4 {
      channel = partner.channels[0]
    }
    let medium = network.channels[channel].medium
    let kind = medium.mix[kindChoice[medium.rawValue].index(for: random.next() >> 8)].kind
    touchpoints.append(date)
    append(second, to: &touchpoints)
    touchpoints.append([44, 99])
    touchpoints.append(contact, width: ids.width)
    touchpoints.separate()
    touchpoints.append(network.channels[channel].id)
    touchpoints.separate()
    touchpoints.append(kindNames[kind.rawValue])
    touchpoints.separate()
    if let content = content(on: channel, owner: owner, isNew: isNew, for: contact) {
      touchpoints.append(contents.all[content].id)
    }
    touchpoints.separate()
    if let value = kind.value(&random) { touchpoints.append(cents: value) }
    touchpoints.separate()
    if let cost = medium.cost(of: kind) { touchpoints.append(cents: random.within(cost)) }
    touchpoints.endRow()
  }

  /// An order because of the campaign, in a channel that carries it, where there is one.
  private mutating func write(_ order: EffectOrders.Order, date: [UInt8]) {
    let carrying = campaignShelf.indices.filter { !campaignShelf[$0].isEmpty }
    let channel = carrying.isEmpty ? 0 : carrying[order.pick % carrying.count]
    touchpoints.append(date)
    append(order.second, to: &touchpoints)
    touchpoints.append([44, 99])
    touchpoints.append(order.contact, width: ids.width)
    touchpoints.separate()
    touchpoints.append(network.channels[channel].id)
    touchpoints.separate()
    touchpoints.append(kindNames[Kind.order.rawValue])
    touchpoints.separate()
    let shelf = campaignShelf[channel]
    if !shelf.isEmpty { touchpoints.append(contents.all[shelf[order.pick % shelf.count]].id) }
    touchpoints.separate()
    touchpoints.append(cents: order.value)
    touchpoints.separate()
    touchpoints.endRow()
  }

  /// Whose channel it is: often the contact's home partner's, then one of the same community; campaigns pull newcomers to theirs.
  private mutating func owner(for contact: Int, isNew: Bool, day: Int, campaign: Int?) -> Int {
    let home = network.anyPartner.index(
      for: ContactTraits(seed: options.seed, number: contact).homeBits)
    if let campaign, random.chance(isNew ? 75 : 20) {
      let owner = campaigns[campaign].participants[
        campaignSubset[campaign].index(for: random.next() >> 8)]
      if network.partners[owner].takesPart(on: day) { return owner }
    }
    let circle = random.draw(below: 100)
    var owner = home
    if circle >= 80 {
      owner = network.anyPartner.index(for: random.next() >> 8)
    } else if circle >= 50 {
      let community = network.partners[home].community
      owner =
        network.members[community][network.fromCommunity[community].index(for: random.next() >> 8)]
    }
    return network.partners[owner].takesPart(on: day) ? owner : 0
  }

  /// What is seen there: of the campaign's contents rather one of another brand than the owner's, else its own latest,
  /// else none. Contacts that were held out see nothing of a campaign.
  private mutating func content(on channel: Int, owner: Int, isNew: Bool, for contact: Int) -> Int? {
    let shelf = campaignShelf[channel]
    if !shelf.isEmpty, !options.isHeldOut(contact), random.chance(isNew ? 85 : 50) {
      let first = shelf[random.draw(below: shelf.count)]
      guard contents.all[first].brands.contains(owner), random.chance(60) else { return first }
      return shelf[random.draw(below: shelf.count)]
    }
    let own = ordinaryShelf[channel]
    return !own.isEmpty && random.chance(45) ? own[random.draw(below: own.count)] : nil
  }

  private func append(_ second: Int32, to table: inout TableBuffer) {
    let second = Int(second)
    table.append(second / 3600, width: 2)
    table.append(58)
    table.append(second / 60 % 60, width: 2)
    table.append(58)
    table.append(second % 60, width: 2)
  }
}

private let kindNames = Kind.allCases.map { Array($0.name.utf8) }

/// A scattered order in which contacts come: the n-th newcomer's number, a bijection of `0..<count`.
struct ContactOrder {
  private let count: UInt64
  private let step: UInt64

  init(count: Int) {
    self.count = UInt64(count)
    var step = max(1, self.count / 1000 * 618 + 1)
    while Self.greatestDivisor(step, self.count) != 1 { step += 1 }
    self.step = step
  }

  func number(_ place: Int) -> Int {
    Int(count.dividingFullWidth(UInt64(place).multipliedFullWidth(by: step)).remainder)
  }

  private static func greatestDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
