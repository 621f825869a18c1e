import FileReading

/// The files that reading a dataset opens: its tables, settings and logo. Empty where the folder cannot be read, as
/// reading it tells.
package func inputFiles(ofDatasetAt path: String) -> [String] {
  do throws(ReadingError) {
    let folder = try DatasetFolder(path: path)
    var names = folder.files.values.flatMap(\.self).sorted()
    if folder.hasSettings {
      names.append(SettingsFile.name)
      if let logo = SettingsFile(try folder.settingsBytes()).logo { names.append(logo.name) }
    }
    return names.map { "\(path)/\($0)" }
  } catch {
    return []
  }
}
