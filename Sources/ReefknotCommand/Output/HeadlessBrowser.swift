import Foundation
import Glibc

/// A Chromium on this machine, which prints pages to PDF.
enum HeadlessBrowser {
  /// Programs that understand the same options, in order of preference.
  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
  /// Seconds after which a print is given up.
  private static let patience = 120.0

  /// The first of them on the path; nil where there is none.
  static var program: String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders {
        let path = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    return nil
  }

  /// The page as a PDF file.
  ///
  /// - Throws: ``CommandFailure`` with what to do where there is no browser, or where it does not print.
  static func pdf(of page: String) throws -> [UInt8] {
    guard let program else {
      throw CommandFailure(
        .internalFault,
        "--format pdf needs Chromium on the path (\(names.joined(separator: ", "))); on Debian: apt install chromium. "
          + "Or write the report as .html and print it from any browser")
    }
    return try TemporaryFolder.with { folder in try print(page, in: folder, with: program) }
  }

  private static func print(_ page: String, in folder: URL, with program: String) throws -> [UInt8] {
    let source = folder.appending(path: "report.html")
    let target = folder.appending(path: "report.pdf")
    let file = try ByteOutput(path: source.path)
    file.write(page)
    try file.finish()
    do {
      let isRoot = geteuid() == 0
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments =
        ["--headless=new", "--disable-gpu", "--no-pdf-header-footer", "--disable-extensions", "--incognito"]
        // Chromium's sandbox does not run for root; the page is ours and asks for nothing.
        + (isRoot ? ["--no-sandbox"] : [])
        + [
          "--user-data-dir=\(folder.appending(path: "profile").path)", "--print-to-pdf=\(target.path)",
          source.absoluteString,
        ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try ChildProcess.start(process)
      defer { ChildProcess.forget() }
      let end = Date().addingTimeInterval(patience)
      while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.05) }
      ChildProcess.waitIfStopped()
      guard !process.isRunning else {
        process.terminate()
        throw CommandFailure(.internalFault, "\(program) did not print the report within \(Int(patience)) seconds")
      }
      guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: target.path), !data.isEmpty
      else {
        throw CommandFailure(
          .internalFault, "\(program) could not print the report (status \(process.terminationStatus))")
      }
      return Array(data)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.ioFailed, "\(program): \(error.localizedDescription)")
    }
  }
}
