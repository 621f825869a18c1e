import CampaignModel
import FileReading

/// What a column of an unknown export seems to be, by its name (English, German) and its values.
struct ColumnGuess {
  enum Meaning: String, CaseIterable {
    case email
    case firstName
    case lastName
    case name
    case organization
    case time
    case kind
    case channel
    case content
    case value
    case cost
    case id
  }

  var name: String
  var meaning: Meaning?
  /// Why, as the rest of a sentence.
  var reason = ""
  /// The first different values, for columns with few of them.
  var values: [String] = []
  /// Whether the values are dates that may begin with the day or the month.
  var isUndecided = false

  /// Words in names of columns, in matching form, the surest first.
  private static let words: [(Meaning, [String])] = [
    (.email, ["email", "emailadresse", "emailaddress", "mail", "recipient", "empfänger"]),
    (.firstName, ["firstname", "vorname", "givenname"]),
    (.lastName, ["lastname", "nachname", "surname", "familienname"]),
    (.organization, ["company", "firma", "unternehmen", "organisation", "organization", "companyname"]),
    (
      .time,
      [
        "timestamp", "zeitpunkt", "zeitstempel", "datetime", "date", "datum", "time", "zeit", "created", "createdat",
        "erstelltam", "openedat", "clickedat", "bestelldatum", "orderdate", "gesendetam",
      ]
    ),
    (
      .kind,
      ["event", "eventtype", "ereignis", "action", "aktion", "activity", "aktivität", "type", "typ", "status", "art"]
    ),
    (.channel, ["channel", "kanal", "source", "quelle", "medium"]),
    (
      .content,
      [
        "campaign", "campaignname", "kampagne", "subject", "betreff", "newsletter", "mailing", "content", "inhalt",
        "title", "titel",
      ]
    ),
    (.value, ["value", "wert", "amount", "betrag", "total", "gesamt", "revenue", "umsatz", "summe", "totalpaid"]),
    (.cost, ["cost", "kosten", "spend", "ausgaben"]),
    (.name, ["name", "fullname", "kontakt", "contact", "ansprechpartner"]),
    (
      .id, ["id", "contactid", "kontaktid", "customerid", "kundennummer", "kundennr", "userid", "memberid", "recordid"]
    ),
  ]

  /// - Parameter samples: the first values of the column.
  init(name: String, samples: [String]) {
    self.name = name
    let filled = samples.filter { !$0.isEmpty }
    let distinct = filled.reduce(into: [String]()) {
      if !$1.isEmpty, $0.count <= 12, !$0.contains($1) { $0.append($1) }
    }
    if distinct.count <= 12, filled.count > distinct.count || filled.count < 20 { values = distinct }
    let form = MatchingForm.of(name)
    let named = ColumnGuess.words.first { $0.1.contains(form) }?.0
    let bytes = filled.map { Array($0.utf8)[...] }
    func most(_ holds: (ArraySlice<UInt8>) -> Bool) -> Bool {
      !bytes.isEmpty && bytes.count(where: holds) * 10 >= bytes.count * 8
    }
    if most({ EmailAddress.normalized($0, .init()) != nil }) {
      (meaning, reason) = (.email, "its values are e-mail addresses")
    } else if most({ TimeForm.plain.written($0.span) != nil }) {
      (meaning, reason) = (.time, "its values are times")
    } else if most({ TimeForm.dayFirst.written($0.span) != nil || TimeForm.monthFirst.written($0.span) != nil }) {
      (meaning, reason, isUndecided) = (.time, "its values are dates that begin with day or month", true)
    } else if let named, named != .time, named != .email {
      (meaning, reason) = (named, "by its name")
    }
  }
}
