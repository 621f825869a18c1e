public import CampaignModel
public import FileReading

/// Delivered totals, and what else their folder tells.
public struct TotalsResult: Sendable {
  /// What they are called: the folder's name, or the file's.
  public var name: String
  public var settings: Settings
  /// The partners of partners.csv; empty where there is none.
  public var partners: [Partner]
  public var totals: [DeliveredTotal]
  /// What was found while reading.
  public var notes: [ReadingNote]
  /// The bad rows that were left out; empty unless ``ReadingOptions/keepsRejects``.
  public var rejects: [RejectedRow]
}

/// Reads totals.csv (<doc:Pool#Totals>), alone or of a folder.
///
/// Of a folder reefknot.yaml and partners.csv are read too; touches are not needed.
///
/// - Parameter path: the folder, or the file.
/// - Throws: what ``readDataset(at:options:)`` does.
public func readTotals(
  at path: String, options: ReadingOptions = ReadingOptions()
) throws(ReadingError) -> TotalsResult {
  var account = ReadingAccount()
  var settings = SettingsFile()
  if try DatasetFolder.isOneTable(path) {
    let file = ShownText.escapePath(path.split(separator: "/").last.map(String.init) ?? path)
    let table = try OpenTable(
      .totals, try InputFile(path: path, name: file), forms: settings.forms, options: options)
    let totals = try TotalsTable.read(table.reader, partners: nil, campaigns: nil)
    account.take(table.reader)
    return try TotalsResult(file, settings, [], totals, account)
  }
  let folder = try DatasetFolder(path: path, needing: [.totals])
  account.take(folder.notes)
  account.take(folder.problems)
  if folder.hasSettings {
    settings = SettingsFile(try folder.settingsBytes(), file: folder.settingsName)
    account.take(settings.notes)
    account.take(settings.problems)
  }
  func open(_ table: Table) throws(ReadingError) -> OpenTable? {
    guard let file = folder.files[table]?.first else { return nil }
    return try OpenTable(table, try folder.open(file, progress: nil), forms: settings.forms, options: options)
  }
  var partners: PartnersTable?
  if let table = try open(.partners) {
    partners = try PartnersTable(reading: table.reader)
    account.take(table.reader)
  }
  guard let table = try open(.totals) else { throw .missing(path: path, reason: "there is no totals.csv") }
  let totals = try TotalsTable.read(table.reader, partners: partners?.ids, campaigns: nil)
  account.take(table.reader) { $0 == "partners" ? partners?.ids.names : nil }
  return try TotalsResult(folder.name, settings, partners?.partners ?? [], totals, account)
}

/// Whether a path has totals and no touches: a file called totals.csv, or a folder, workbook or database with that table
/// but no touchpoints.
package func holdsTotalsAlone(_ path: String) -> Bool {
  do {
    guard try DatasetFolder.isOneTable(path) else {
      let folder = try DatasetFolder(path: path, needing: [.totals])
      return folder.files[.touchpoints] == nil
    }
    return DatasetFolder.table(ofFile: String(path.split(separator: "/").last ?? "")) == .totals
  } catch {
    // Whoever reads it next says what is wrong with it.
    return false
  }
}

extension TotalsResult {
  /// - Throws: ``ReadingError/badData(_:)`` where rows are bad.
  fileprivate init(
    _ name: String, _ settings: SettingsFile, _ partners: [Partner], _ totals: [DeliveredTotal],
    _ account: ReadingAccount
  ) throws(ReadingError) {
    guard account.problems.isEmpty else { throw .badData(account.problems) }
    self.init(
      name: name, settings: settings.settings, partners: partners, totals: totals, notes: account.notes,
      rejects: account.rejects)
  }
}
