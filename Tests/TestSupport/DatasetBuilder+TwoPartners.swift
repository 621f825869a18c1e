extension DatasetBuilder {
  /// Two partners that carry each other's message, a campaign of 30 days, contacts of whom some come back.
  public static func twoPartners() -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.partner("mill", sector: "food")
    builder.partner("bakery")
    builder.channel("letter", owner: "bakery", medium: "newsletter")
    builder.channel("shop", owner: "mill", medium: "shop")
    builder.campaign("spring", from: 10, to: 40)
    builder.content("recipe", brands: ["mill"], campaign: "spring")
    builder.content("bread", brands: ["bakery", "mill"], campaign: "spring")
    for (index, contact) in ["ada", "bo", "cy", "di"].enumerated() {
      builder.touch(12 + Double(index), contact, "letter", "open", content: "recipe")
    }
    builder.touch(20, "ada", "shop", "visit", content: "bread")
    builder.touch(21, "eve", "shop", "visit", content: "bread")
    builder.touch(50, "ada", "shop", "share", content: "bread")
    builder.touch(51, "ada", "letter", "click", content: "bread")
    builder.touch(52, "bo", "letter", "click")
    builder.touch(200, "eve", "letter", "open")
    return builder
  }
}
