import CampaignModel
package import FileReading

/// import.yaml: what is imported, and how (<doc:Import#import.yaml>).
extension ImportPlan {
  private static let keys = [
    "output", "timezone", "currency", "owner", "contacts", "sources", "recipes", "tables", "draft",
  ]

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - name: of the file, for messages.
  ///   - folder: that holds it, which relative paths start from.
  package init(yaml bytes: [UInt8], name: String, folder: String) throws(ReadingError) {
    let map = try YamlMap(yaml: bytes, file: name)
    try map.refuseUnknownKeys(ImportPlan.keys)
    self.init(file: name, folder: folder)
    if let draft = try map.text("draft"), WrittenBoolean.parse(Array(draft.utf8)[...]) != false {
      throw map.problem(
        map["draft"]?.line ?? 1, "draft", nil,
        "is a draft: look at every line that says guessed, then remove this one")
    }
    output = try map.text("output")
    currency = try map.text("currency")
    owner = try map.text("owner")
    ownTables = try map.text("tables")
    if let zone = try map.text("timezone") {
      guard LocalClock(name: zone) != nil else {
        throw map.problem(
          map["timezone"]?.line ?? 1, "timezone", zone, "is not an IANA time zone such as Europe/Berlin")
      }
      timeZone = zone
    }
    if let contacts = try map.map("contacts") { identity = try ImportPlan.identity(contacts) }
    for item in map["recipes"]?.items ?? [] {
      guard let recipe = item.map else {
        throw map.problem(item.line, "recipes", item.text, "must be a list of recipes")
      }
      guard try recipe.text("name") != nil else {
        throw map.problem(item.line, "recipes", nil, "holds a recipe without a name")
      }
      recipes.append(recipe)
    }
    guard let sources = map["sources"] else {
      throw map.problem(1, nil, nil, "needs sources: a list such as - files: contacts.csv")
    }
    for item in sources.items {
      guard let source = item.map else {
        throw map.problem(item.line, "sources", item.text, "must be a list of mappings with files")
      }
      self.sources.append(try ImportPlan.source(source))
    }
  }

  private static func source(_ map: YamlMap) throws(ReadingError) -> SourcePlan {
    let own = ["files", "recipe", "sheet"]
    try map.refuseUnknownKeys(own + RecipeReader.keys)
    let files = try map.texts("files")
    guard !files.isEmpty else { throw map.problem(map.line, "sources", nil, "has a source without files") }
    var overlay = map
    overlay.entries.removeAll { own.contains($0.key) }
    if let sheet = try map.text("sheet") {
      let entry = YamlMap.Entry(key: "sheet", line: map.line, value: .text(sheet, line: map.line))
      var reading = try map.map("read") ?? YamlMap(file: map.file, line: map.line, entries: [])
      reading.entries.append(entry)
      overlay.entries.removeAll { $0.key == "read" }
      overlay.entries.append(.init(key: "read", line: map.line, value: .map(reading)))
    }
    return SourcePlan(files: files, recipe: try map.text("recipe"), overlay: overlay)
  }

  private static func identity(_ map: YamlMap) throws(ReadingError) -> IdentityRules {
    try map.refuseUnknownKeys(["key", "crosswalk", "pseudonyms", "rules"])
    var rules = IdentityRules()
    switch try map.text("key") {
    case nil, "email": break
    case "id": rules.usesAddresses = false
    case let other?: throw map.problem(map["key"]?.line ?? map.line, "key", other, "is neither email nor id")
    }
    for rule in try map.texts("rules") {
      switch rule {
      case "gmail-dots": rules.addresses.ignoresDots = true
      case "tags": rules.addresses.ignoresTags = true
      default:
        throw map.problem(map["rules"]?.line ?? map.line, "rules", rule, "is none of the rules gmail-dots and tags")
      }
    }
    rules.crosswalk = try map.text("crosswalk")
    if let key = try map.text("pseudonyms") {
      rules.key = key.hasPrefix("file:") ? .file(String(key.dropFirst(5))) : .environment(key)
    }
    return rules
  }
}
