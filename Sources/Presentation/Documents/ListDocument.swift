package import CampaignAnalysis
import CampaignModel
package import Networks

/// What a count counts, one per line, ready for any format.
package struct ListDocument: Sendable {
  package var subject: NetworkSubject
  package var listing: Listing

  package init(_ subject: NetworkSubject, listing: Listing) {
    self.subject = subject
    self.listing = listing
  }

  /// The columns of a list of touches.
  private static let touchColumns = ["time", "contact", "channel", "content", "kind", "brand"]

  /// One line each: a contact's id; or time, contact, channel, content, kind and brand, separated by tabs.
  ///
  /// Control characters in ids are replaced by visible signs, so that a line is a line.
  package func writeText(to deliver: ([UInt8]) -> Void) {
    write(to: deliver) { bytes, cells in
      bytes.append(contentsOf: cells.map(\.withoutControls).joined(separator: "\t").utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// CSV with a header.
  package func writeCSV(to deliver: ([UInt8]) -> Void) {
    var header = CSVText()
    if case .contacts = listing.items { header.row(["contact"]) } else { header.row(ListDocument.touchColumns) }
    deliver(header.bytes)
    write(to: deliver) { bytes, cells in
      var row = CSVText()
      row.row(cells.map(CSVField.guarded))
      bytes.append(contentsOf: row.bytes)
    }
  }

  /// A Markdown list of contacts, or table of touches.
  package func writeMarkdown(to deliver: ([UInt8]) -> Void) {
    let isTable: Bool
    if case .touches = listing.items { isTable = true } else { isTable = false }
    if isTable {
      let head = ListDocument.touchColumns.joined(separator: " | ")
      let rule = ListDocument.touchColumns.map { _ in "---" }.joined(separator: " | ")
      deliver(Array("| \(head) |\n| \(rule) |\n".utf8))
    }
    write(to: deliver) { bytes, cells in
      let cells = cells.map(MarkdownText.escaped).joined(separator: " | ")
      bytes.append(contentsOf: (isTable ? "| \(cells) |\n" : "- \(cells)\n").utf8)
    }
  }

  /// `{schema, dataset, campaign, list, count, contacts: [ids]}`, or `touches: [{time, contact, …}]`.
  package func writeJSON(to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(to: deliver) { writer in
      writer.member("schema", "reefknot.list/1")
      writer.member("dataset", subject.name)
      writer.scope(of: subject)
      writer.member("list", listing.name)
      writer.member("count", listing.count)
      switch listing.items {
      case .contacts(let contacts):
        writer.list("contacts", contacts) { $0.item(subject.id(of: $1)) }
      case .touches(let entries):
        guard let dataset = subject.campaign?.dataset else { preconditionFailure(ListDocument.noTouches) }
        writer.rows("touches", entries) { writer, entry in
          let touch = dataset.log.touches[entry.position]
          writer.member("time", touch.time)
          writer.member("contact", dataset.contacts.ids[entry.contact])
          writer.member("channel", dataset.channels[touch.channel].id)
          writer.member("content", touch.content.map { dataset.contents[$0].id })
          writer.member("kind", dataset.kinds.kinds[touch.kind].name)
          if let brand = entry.brand { writer.member("brand", dataset.partners[brand].id) }
        }
      }
    }
  }

  private func write(to deliver: ([UInt8]) -> Void, _ line: (inout [UInt8], [String]) -> Void) {
    var bytes: [UInt8] = []
    func add(_ cells: [String]) {
      line(&bytes, cells)
      guard bytes.count >= 1 << 16 else { return }
      deliver(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    switch listing.items {
    case .contacts(let contacts): for contact in contacts { add([subject.id(of: contact)]) }
    case .touches(let entries): for entry in entries { add(cells(of: entry)) }
    }
    deliver(bytes)
  }

  private static let noTouches = "A graph that comes from no dataset has no touches."

  private func cells(of entry: Listing.Entry) -> [String] {
    guard let dataset = subject.campaign?.dataset else { preconditionFailure(ListDocument.noTouches) }
    let touch = dataset.log.touches[entry.position]
    return [
      InstantText.rfc3339(touch.time), dataset.contacts.ids[entry.contact], dataset.channels[touch.channel].id,
      touch.content.map { dataset.contents[$0].id } ?? "", dataset.kinds.kinds[touch.kind].name,
      entry.brand.map { dataset.partners[$0].id } ?? "",
    ]
  }
}
