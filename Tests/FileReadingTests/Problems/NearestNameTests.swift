import FileReading
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("reech", "reach"), ("Opened", "open"), ("shaer", "share"), ("clicks", "click"), ("orders", "order"),
  ])
  func `the nearest name is found`(text: String, expected: String) {
    #expect(NearestName.of(text, among: ["click", "open", "order", "reach", "share"]) == expected)
  }

  @Test func `what is near to nothing has none`() {
    #expect(NearestName.of("xyz", among: ["click", "open"]) == nil)
    #expect(NearestName.of("", among: ["click"]) == nil)
    #expect(NearestName.of(String(repeating: "a", count: 65), among: ["click"]) == nil)
  }
}
