import CampaignAnalysis
import CampaignModel
import TestSupport
import Testing

@testable import Presentation

struct RegionLinesTests {
  /// A random dataset whose partners have long, short and hostile ids.
  private func dataset(partners: Int) -> Dataset {
    var size = RandomDataset.Size()
    size.partners = partners
    size.contacts = 3000
    size.touches = 20_000
    var dataset = RandomDataset.make(seed: 5, size)
    for index in dataset.partners.indices {
      dataset.partners[index].id =
        switch index % 4 {
        case 0: "p\(index)"
        case 1: "a \"quoted\" id of more than eight bytes \(index)"
        case 2: "\\\u{1}\(index)"
        default: String(repeating: "long ", count: 300) + "\(index)"
        }
    }
    return dataset
  }

  @Test(arguments: [(4, 1), (4, 100), (70, 1)], [true, false])
  func `regions are written as any other rows would be`(_ size: (partners: Int, minimum: Int), isPretty: Bool) throws {
    var dataset = dataset(partners: size.partners)
    dataset.settings.minimumGroup = size.minimum
    let scopes = [Scope(windowOf: dataset)]
    let figures = measure(dataset, scopes: scopes, options: .init(sections: [.reach]))
    let list = try #require(figures[0].reach?.regions)
    // Numbers of several digits, or regions that are withheld.
    #expect(list.contains { size.minimum > 1 ? $0.contacts == nil : ($0.contacts ?? 0) > 9 })
    let written = text(isPretty) { writer in
      writer.list("regions") { separator, deliver in
        var lines = RegionLines(list, EncodedIDs(dataset), isPretty: isPretty, separator: separator)
        while lines.fill() { deliver(lines.bytes) }
      }
    }
    let expected = text(isPretty) { writer in
      writer.rows("regions", list) { writer, region in
        writer.list("partners", region.partners, isInline: true) { $0.item(dataset.partners[$1].id) }
        writer.member("contacts", region.contacts)
      }
    }
    #expect(written == expected)
  }

  private func text(_ isPretty: Bool, _ body: (inout JSONWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    JSONWriter.write(isPretty: isPretty, to: { bytes += $0 }, body)
    return String(decoding: bytes, as: UTF8.self)
  }
}
