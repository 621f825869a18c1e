package import CampaignFigures

/// What brought a new contact, judged by its first touch (<doc:Metrics#First-contact>, `first_contact_mix`).
public enum FirstContactClass: Int, CaseIterable, Hashable, Sendable {
  /// In a paid channel.
  case ads
  /// By content that carries two brands or more.
  case joint
  /// In a channel of the brand whose message it was.
  case own
  /// In a partner's channel.
  case partner

  /// The identifier used in JSON.
  public var name: String {
    switch self {
    case .ads: "ads"
    case .joint: "joint"
    case .own: "own"
    case .partner: "partner"
    }
  }
}

extension FirstContactClass {
  /// What brought the contact, in words.
  package var term: Term {
    switch self {
    case .ads: Term(name, LocalizedText("Paid channel", "Bezahlter Kanal"))
    case .joint:
      Term(name, LocalizedText("Joint content of two brands or more", "Gemeinsamer Inhalt von zwei oder mehr Marken"))
    case .own: Term(name, LocalizedText("Own channel", "Eigener Kanal"))
    case .partner: Term(name, LocalizedText("Partner's channel", "Kanal eines Partners"))
    }
  }
}
