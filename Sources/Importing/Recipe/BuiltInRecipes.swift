package import FileReading

/// The recipes that come with the tool: one document a tool, in the folder of recipes.
package enum BuiltInRecipes {
  /// The documents. A test holds the list against the folder.
  static let documents: [[UInt8]] = [
    PackageResources.hubspot_contacts_yaml,
    PackageResources.hubspot_email_events_yaml,
    PackageResources.mailchimp_audience_yaml,
    PackageResources.mailchimp_activity_yaml,
    PackageResources.mailchimp_aggregate_yaml,
    PackageResources.brevo_contacts_yaml,
    PackageResources.brevo_events_yaml,
    PackageResources.matomo_visits_yaml,
    PackageResources.ga4_bigquery_yaml,
    PackageResources.ga4_report_yaml,
    PackageResources.eventbrite_attendees_yaml,
    PackageResources.shopify_orders_yaml,
    PackageResources.salesforce_campaign_members_yaml,
    PackageResources.meta_posts_yaml,
  ]

  /// The names of the recipes, with what each reads.
  package static func all() throws(ReadingError) -> [(name: String, title: String)] {
    try recipes().map { ($0.recipe.name, $0.recipe.title) }
  }

  /// The text of a recipe; nil where there is none of that name.
  package static func text(named name: String) throws(ReadingError) -> String? {
    for (document, map) in try maps() where try map.text("name") == name {
      return String(decoding: document, as: UTF8.self)
    }
    return nil
  }

  /// The recipes with the documents that they were read from.
  static func recipes() throws(ReadingError) -> [(map: YamlMap, recipe: Recipe)] { try read.get() }

  /// Read once.
  private static let read = Result<[(map: YamlMap, recipe: Recipe)], ReadingError> { () throws(ReadingError) in
    var recipes: [(map: YamlMap, recipe: Recipe)] = []
    for (_, map) in try maps() { recipes.append((map, try RecipeReader.read(map))) }
    return recipes
  }

  private static func maps() throws(ReadingError) -> [(document: [UInt8], map: YamlMap)] {
    var maps: [(document: [UInt8], map: YamlMap)] = []
    for document in documents { maps.append((document, try YamlMap(yaml: document, file: "recipe"))) }
    return maps
  }
}
