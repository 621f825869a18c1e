import CampaignModel

@testable import Pooling

extension TotalsFamily {
  /// A family from lines such as `overlap a;b 20` or `reach a 10 19`; `k_plus@3 a;b 4` has a number.
  init(_ lines: [String], universe: Int? = nil) {
    let totals = lines.enumerated().map { index, line in
      let parts = line.split(separator: " ").map(String.init)
      let figure = parts[0].split(separator: "@").map(String.init)
      let low = Double(parts[2]) ?? .nan
      return DeliveredTotal(
        partners: parts[1] == "*" ? [] : parts[1].split(separator: ";").map(String.init),
        figure: DeliveredTotal.Figure(rawValue: figure[0]) ?? .reach, number: figure.count > 1 ? Int(figure[1]) : nil,
        low: low, high: parts.count > 3 ? Double(parts[3]) : low, line: index + 1)
    }
    self.init(campaign: nil, totals, universe: universe)
  }
}

extension BoundedFigure {
  /// `[low, high]`, with a dash for no limit.
  var text: String { "[\(low), \(high.map(String.init) ?? "-")]" }
  var closedText: String { "[\(closedLow), \(closedHigh.map(String.init) ?? "-")]" }
}
