import CampaignModel
import Testing

struct ColumnsTests {
  @Test func `texts come back as they were, empty and beyond ASCII`() {
    let texts = ["", "Käse & Söhne", "", "🧵", "a"]
    let column = TextColumn(texts)
    #expect(column.count == texts.count)
    #expect(texts.indices.map { column[$0] } == texts)
  }

  @Test func `texts by their bytes are put in order`() {
    let column = TextColumn(sorting: ["b", "ä", "", "ab", "a"].map { Array($0.utf8) })
    #expect((0..<column.count).map { column[$0] } == ["", "a", "ab", "b", "ä"])
  }

  @Test func `categories are numbered from one in the order of their first row`() {
    let column = CategoryColumn(["b", nil, "a", "b"])
    #expect(column.categories == ["b", "a"])
    #expect((0..<4).map { column.code(ofRow: $0) } == [1, 0, 2, 1])
    #expect((0..<4).map { column[$0] } == ["b", nil, "a", "b"])
    #expect(column.code(of: "a") == 2)
    #expect(column.code(of: "c") == nil)
    #expect(CategoryColumn.empty[7] == nil)
  }

  @Test func `contacts are found by id, and unknown relevance counts as not relevant`() {
    let contacts = Contacts(ids: TextColumn(["x", "y"]), relevance: [false, true])
    #expect(contacts.firstIndex(ofID: "y") == 1)
    #expect(contacts.firstIndex(ofID: "Y") == nil)
    #expect(contacts.isRelevant(1))
    #expect(!Contacts(ids: TextColumn(["x"])).isRelevant(0))
    #expect(contacts.hasRelevance)
    #expect(!Contacts(ids: TextColumn(["x"]), relevance: [nil]).hasRelevance)
    #expect(Contacts(ids: TextColumn(["x"]), relevance: [false]).hasRelevance)
  }
}

struct KindTableTests {
  /// <doc:Dataset#Kinds-and-levels>.
  @Test(arguments: [
    ("impression", Level.reach, 0.0), ("delivery", .reach, 0), ("click", .interaction, 1), ("share", .interaction, 3),
    ("attendance", .interaction, 4), ("contribution", .interaction, 5), ("lead", .transaction, 4),
    ("partnership", .transaction, 5),
  ])
  func `standard kinds have the level and depth of the dataset page`(name: String, level: Level, depth: Double) throws {
    let index = try #require(KindTable.standard.index(of: name))
    #expect(KindTable.standard.kinds[index] == Kind(name: name, level: level, depth: depth))
  }

  @Test func `there are twenty-seven standard kinds`() {
    #expect(KindTable.standard.kinds.count == 27)
  }

  @Test func `a definition replaces a kind or adds one, up to the limit`() {
    var kinds = KindTable.standard
    let before = kinds.kinds.count
    let replaced = kinds.define(Kind(name: "share", level: .reach, depth: 0.5))
    #expect(replaced)
    #expect(kinds.kinds.count == before)
    for number in before..<KindTable.maximumCount {
      let added = kinds.define(Kind(name: "kind \(number)", level: .reach, depth: 0))
      #expect(added)
    }
    let overfull = kinds.define(Kind(name: "one too many", level: .reach, depth: 0))
    #expect(!overfull)
    let replacedAgain = kinds.define(Kind(name: "share", level: .interaction, depth: 3))
    #expect(replacedAgain)
  }

  @Test func `levels are ordered along the chain`() {
    #expect(Level.reach < .interaction && .interaction < .transaction)
    #expect(Level.allCases.map(\.name) == ["reach", "interaction", "transaction"])
    #expect(Level(name: "transaction") == .transaction)
    #expect(Level(name: "Reach") == nil)
  }
}
