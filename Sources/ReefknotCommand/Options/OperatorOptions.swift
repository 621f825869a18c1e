import ArgumentParser
import CampaignModel
import Networks

/// Whether the one who asks may see single persons.
struct OperatorOptions: ParsableArguments {
  @Flag(
    name: .customLong("operator"),
    help: ArgumentHelp(
      "Show single persons although minimum_group is set: you run the dataset and may see them.",
      discussion: """
        With minimum_group in reefknot.yaml, what is about single persons is refused without it: contact, --list, \
        --explain, and networks whose nodes are contacts; check names none. Figures stay withheld all the same.
        """))
  var isOperator = false

  /// The dataset for what is about single persons: with `minimum_group` set, only for the operator.
  ///
  /// - Parameter what: begins the sentence that refuses it.
  /// - Throws: ``CommandFailure`` with status 64.
  func persons(in data: Dataset, _ what: String) throws -> Dataset {
    guard data.settings.minimumGroup > 1 else { return data }
    guard isOperator else {
      throw CommandFailure.usage(
        "\(what) single persons, whom minimum_group (\(data.settings.minimumGroup)) protects; --operator says that you "
          + "run the dataset and may see them")
    }
    return revealing(data)
  }

  /// The dataset for a network: single contacts are named among its nodes for the operator alone, and partners tell of
  /// no group that is too small.
  func nodes(of projection: NetworkProjection, in data: Dataset) -> Dataset {
    isOperator && (projection == .ties || projection == .channels) ? revealing(data) : data
  }

  /// The dataset with nothing that is withheld.
  func revealing(_ data: Dataset) -> Dataset {
    var data = data
    data.settings.minimumGroup = 0
    return data
  }
}
