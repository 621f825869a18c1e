import CampaignModel
import FileReading

/// A file of a dataset's folder that looks like a table but is not read.
struct UnreadFile {
  /// What to do with it, as the rest of a sentence.
  let advice: String

  /// Endings of files that hold tables in forms that are not read, and what to do with each.
  private static let forms: [(endings: [String], advice: String)] = [
    (["zip", "7z", "rar", "tar", "tgz", "bz2", "xz", "zst"], "it is packed; unpack it"),
    (
      ["xlsx", "xlsm", "xls", "xlsb", "ods", "numbers"],
      "it is a workbook beside CSV tables; save its sheet as CSV (UTF-8)"
    ),
    (["json", "jsonl", "ndjson", "parquet", "db", "sqlite", "xml", "html"], "only CSV tables are; export it as CSV"),
    (["bak", "old", "orig", "tmp", "part", "crdownload", "download", "csv~"], "its ending is not that of a table"),
  ]

  /// Nil for a file that does not look like a table.
  init?(_ name: String) {
    let lower = name.lowercased()
    guard !lower.hasPrefix("."), !lower.hasPrefix("~$"), lower != SettingsFile.name else { return nil }
    let parts = lower.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let stem = parts.first, let ending = parts.last else { return nil }
    let table = UnreadFile.table(likeStem: stem)
    let inner = ending == "gz" ? parts.dropLast().last ?? "" : ending
    if inner == "csv" || inner == "tsv" {
      advice =
        table.map { "no table has this name; rename it to \($0.rawValue).csv if it is that table" }
        ?? "no table has this name"
    } else if inner == "txt", let table {
      advice = "no table has this name; rename it to \(table.rawValue).csv if it is that table"
    } else if table != nil, let form = UnreadFile.forms.first(where: { $0.endings.contains(ending) }) {
      advice = form.advice
    } else {
      return nil
    }
  }

  /// The table whose name a file's name resembles.
  private static func table(likeStem stem: String) -> Table? {
    let words = stem.split { !$0.isLetter }.map(String.init)
    let names = Table.allCases.map(\.rawValue)
    for word in words where word.count >= 3 {
      if let name = NearestName.of(word, among: names), let table = Table(rawValue: name) { return table }
    }
    return nil
  }
}
