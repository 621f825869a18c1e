import CampaignModel
import FileReading

/// Reads the picture that reefknot.yaml names.
enum LogoFile {
  /// The picture, or what is wrong with it.
  ///
  /// - Parameters:
  ///   - name: as reefknot.yaml has it.
  ///   - line: where it stands there.
  ///   - file: what messages call it.
  static func read(
    _ name: String, line: Int, of file: String, in folder: FolderListing
  ) -> Result<Settings.Logo, DataProblem> {
    func problem(_ message: String) -> Result<Settings.Logo, DataProblem> {
      .failure(
        DataProblem(
          file: file, line: line, column: "logo", value: ShownText.escape(name), message: message))
    }
    guard folder.names.contains(name) else { return problem("is not a file in the dataset's folder") }
    do {
      let file = try InputFile(path: "\(folder.path)/\(name)", name: name)
      let bytes = try file.wholeContent(of: name, limit: ReadingLimits.logoSize)
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        return .success(Settings.Logo(name: name, format: .png, bytes: bytes))
      }
      guard let text = String(validating: bytes, as: UTF8.self), text.prefix(4096).contains("<svg") else {
        return problem("is neither PNG nor SVG")
      }
      return .success(Settings.Logo(name: name, format: .svg, bytes: bytes))
    } catch .badData {
      return problem("is larger than \(ReadingLimits.logoSize >> 20) MiB")
    } catch {
      return problem("cannot be read: \(error.description)")
    }
  }
}
