import TestSupport
import Testing

/// Holds that what people read is written once: one figure has one name in each language, on every page.
struct TextTests {
  @Test func `no title and no sentence in two languages is written twice`() throws {
    // Two literals one after the other, the first of several words: a text in English and German.
    let pair = /"((?:[^"\\\n]|\\.){12,})",\s*"((?:[^"\\\n]|\\.)+)"/
    var places: [String: [String]] = [:]
    for path in Repository.swiftFiles(below: ["Sources"]) {
      for match in try Repository.text(path).matches(of: pair)
      where match.1.contains(" ") && !match.1.contains("joined(") {
        places[String(match.1), default: []].append(path)
      }
    }
    #expect(places.count > 500)
    let twice = places.filter { $0.value.count > 1 }.map { "\($0.key): \($0.value.sorted().joined(separator: ", "))" }
    #expect(twice.sorted() == [])
  }
}
