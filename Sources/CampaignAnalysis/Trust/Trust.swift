public import CampaignFigures
public import CampaignModel

/// What was left out of the figures of a scope, and what else bears on whether they can be trusted (<doc:Metrics#Trust>).
///
/// All of it is about the whole campaign, whatever the scope's filter leaves of it; a segment narrows its contacts.
public struct Trust: Sendable {
  /// What was found.
  public struct Entry: Hashable, Sendable {
    public var check: TrustCheck
    /// 0 where nothing was found; nil where it is withheld (`minimum_group`).
    public var count: Int?
    /// Of how many.
    public var of: Int?
    /// Sum of the values, in the dataset's currency: 0 where nothing was found, nil where none is recorded or none
    /// applies.
    public var value: Double?
  }

  public var scope: Scope
  /// By ``TrustCheck``, in its order, without ``TrustCheck/inconclusiveKnots``, which the partnerships tell.
  var entries: [Entry]
  public var unknown: [UnknownFigure]
  /// Per entry, counts of contacts behind it that must not be small.
  var contacts: [[Int]]

  /// Under this many days of touches before the start, contacts of earlier times may count as new.
  public static let shortHistoryDays = 90.0
}

extension Trust {
  /// Turns the counts of a scan into figures.
  init(_ tally: TrustTally, _ log: LogTrust, scope: Scope, dataset: Dataset) {
    self.scope = scope
    unknown = []
    entries = []
    contacts = []
    func add(_ check: TrustCheck, _ found: TrustTally.Found, hasValue: Bool = true) {
      let value = found.count == 0 ? 0 : found.valued > 0 ? found.value : nil
      entries.append(Entry(check: check, count: found.count, of: found.of, value: hasValue ? value : nil))
      contacts.append([found.contacts, found.contactsOfRest, found.contactsOfAll])
    }
    add(.transactionsLeftOut, tally.found(.leftOut))
    add(.lateTransactions, tally.found(.late))
    add(.duplicateRows, log.found(.duplicates), hasValue: false)
    add(.duplicateTransactions, log.found(.duplicateTransactions))
    add(.refunds, tally.found(.refunds))
    entries.append(Entry(check: .midnightKinds, count: log.midnightKinds, of: log.frequentKinds, value: nil))
    contacts.append([])
    add(.lateOutliers, log.lateOutliers, hasValue: false)
    add(.earlyOutliers, log.earlyOutliers, hasValue: false)
    add(.unlistedContacts, log.unlistedContacts, hasValue: false)
    add(.costedPaidTouches, tally.found(.costedPaid), hasValue: false)
    let history = dataset.logSpan.map { Double(scope.start.milliseconds - $0.lowerBound.milliseconds) / 86_400_000 }
    let isShort = history.map { $0 < Trust.shortHistoryDays } ?? false
    entries.append(
      Entry(check: .shortHistory, count: isShort ? tally.newContacts : 0, of: tally.newContacts, value: nil))
    contacts.append([])
  }
}

extension ScopeFigures {
  /// What bears on whether the figures can be trusted, by ``TrustCheck``, in its order; nil where ``trust`` and
  /// ``partnerships`` were not measured.
  public var trustEntries: [Trust.Entry]? {
    guard let trust, let partnerships else { return nil }
    return TrustCheck.allCases.compactMap { check in
      check == .inconclusiveKnots ? partnerships.inconclusiveKnots : trust.entries.first { $0.check == check }
    }
  }
}
