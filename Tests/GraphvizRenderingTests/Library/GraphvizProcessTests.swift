import Foundation
import GraphvizRendering
import TestSupport
import Testing

/// A ring of eight named nodes, undirected.
private func ring() -> DOTDocument {
  var document = DOTDocument("ring", directed: false)
  for index in 0..<8 { document.addNode("\(index)", ["label": .text("Partner \(index)")]) }
  for index in 0..<8 { document.addEdge("\(index)", "\((index + 1) % 8)") }
  return document
}

/// Anonymous memory of this process, in bytes; Linux only.
///
/// Not all resident memory: pages of files come and go as the kernel likes.
private func anonymousBytes() throws -> Int {
  let lines = try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8).split(separator: "\n")
  let line = try #require(lines.first { $0.hasPrefix("Anonymous:") })
  return try #require(line.split(separator: " ").compactMap { Int($0) }.first) * 1_024
}

/// Tests in a process of their own: what they measure must not depend on what other tests do.
@Suite struct GraphvizProcessTests {
  /// libgvc 2.43 leaks nothing of its own on drawings of this kind (with HTML-like labels 72 bytes each, with other engines up to a few
  /// kilobytes). A graph, layout or picture that was not freed would add more than 5 kB each time; 0.5 kB are allowed.
  @Test func `a thousand pictures leave no memory behind`() async {
    await #expect(processExitsWith: .success) {
      let document = ring()
      for _ in 0..<50 { _ = try Graphviz.render(document, as: .svg, engine: .sfdp) }
      let before = try anonymousBytes()
      for _ in 0..<1_000 {
        _ = try Graphviz.render(document, as: .svg, engine: .sfdp)
        do {
          _ = try Graphviz.render(text: "graph { a -- }", as: .svg)
          exit(2)
        } catch GraphvizError.syntax {}
      }
      let growth = try anonymousBytes() - before
      print("grown by \(growth) bytes")
      exit(growth < 500_000 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test(arguments: [PictureFormat.svg, .png, .pdf])
  func `another process draws the same bytes`(format: PictureFormat) async throws {
    let fdp = try Graphviz.render(sampleDocument(directed: false), as: format, engine: .fdp)
    let dot = try Graphviz.render(sampleDocument(), as: format)
    let name = format.rawValue
    let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
      [name = name as String] in
      // Another time zone, another locale, and other drawings before.
      // Safety: the process has no other thread that reads its environment.
      _ = unsafe setenv("TZ", "Asia/Kolkata", 1)
      tzset()
      _ = unsafe setlocale(LC_ALL, "C.UTF-8")
      let format = try #require(PictureFormat(rawValue: name))
      _ = try Graphviz.render(text: "graph { a -- { b c } }", as: .svg, engine: .circo)
      let dot = try Graphviz.render(sampleDocument(), as: format)
      let fdp = try Graphviz.render(sampleDocument(directed: false), as: format, engine: .fdp)
      print("bytes:" + Data(fdp.bytes + dot.bytes).base64EncodedString())
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("bytes:") })
    #expect(line.dropFirst(6) == Data(fdp.bytes + dot.bytes).base64EncodedString())
  }

  @Test func `a machine without fonts is named as such`() async {
    await #expect(processExitsWith: .success) {
      let hasWarning = try TemporaryFolder.with { folder in
        let file = folder.appending(path: "fonts.conf")
        let text = "<fontconfig><dir>\(folder.path)</dir><cachedir>\(folder.path)</cachedir></fontconfig>"
        try text.write(to: file, atomically: true, encoding: .utf8)
        // Safety: the process has no other thread that reads its environment.
        _ = unsafe setenv("FONTCONFIG_FILE", file.path, 1)
        let picture = try Graphviz.render(ring(), as: .png)
        return picture.warnings.contains { $0.contains("fonts-dejavu-core") }
      }
      exit(hasWarning ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}
