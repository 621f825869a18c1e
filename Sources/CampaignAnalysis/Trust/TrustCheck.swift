/// What is looked at to tell how far figures can be trusted (<doc:Metrics#Trust>), in the order in which it is shown.
public enum TrustCheck: String, CaseIterable, Hashable, Sendable {
  /// Transactions in the window, of contacts of T(K), that are not in X(K).
  case transactionsLeftOut = "transactions_left_out"
  /// Transactions within the lookback after the end, of contacts of T(K), that are not in X(K).
  case lateTransactions = "late_transactions"
  /// Touches that are equal to an earlier row.
  case duplicateRows = "duplicate_rows"
  /// Those of them that are transactions.
  case duplicateTransactions = "duplicate_transactions"
  /// Transactions of X(K) with a negative value.
  case refunds
  /// Kinds whose touches are all at midnight, while others have a clock.
  case midnightKinds = "midnight_kinds"
  /// Touches more than 365 days after the log's main part.
  case lateOutliers = "late_outliers"
  /// Touches more than 365 days before it.
  case earlyOutliers = "early_outliers"
  /// Touched contacts that contacts.csv does not list.
  case unlistedContacts = "unlisted_contacts"
  /// Touches in paid channels that record a cost.
  case costedPaidTouches = "costed_paid_touches"
  /// Knots that the data do not settle.
  case inconclusiveKnots = "inconclusive_knots"
  /// New contacts before whose campaign the log is short.
  case shortHistory = "short_history"
}
