import Randomness

/// Makes a realistic dataset of any size from a seed.
///
/// Activity of contacts is heavy-tailed, partners share audiences within communities of interest, campaigns bring newcomers through
/// partners' foreign channels, and contacts lapse with a hazard from their first touch on, while some stay. Every draw comes
/// from xoshiro256** and integer arithmetic: no floating point, no clock, no hash order.
public struct DatasetGenerator: Sendable {
  private let options: GenerationOptions

  /// Throws `GenerationError` for options that no dataset can have.
  public init(options: GenerationOptions) throws(GenerationError) {
    try options.validate()
    self.options = options
  }

  /// Hands all files of the dataset to `sink`, as file name and next chunk of bytes.
  ///
  /// Chunks of one file come in their order; those of `touchpoints.csv` and `ties.csv` come in turns. Rows of `touchpoints.csv` are
  /// in order of time. After each day `progress` is told how many touchpoints are done. Errors of `sink` are passed on.
  /// Takes time in proportion to touchpoints and contacts; memory for 8 bytes per active contact and one day's times.
  public func write<Failure: Error>(
    to sink: (_ file: String, _ bytes: ArraySlice<UInt8>) throws(Failure) -> Void,
    progress: (_ touchpoints: Int) -> Void = { _ in }
  ) throws(Failure) {
    var random = (1...6).map { Xoshiro256(seed: options.seed, stream: $0) }
    let timetable = Timetable(options, random: &random[0])
    let network = PartnerNetwork(options, random: &random[1])
    let campaigns = Campaign.all(timetable: timetable, network: network, random: &random[2])
    let contents = Contents(options, network: network, campaigns: campaigns, random: &random[3])
    let cooperation = Cooperation(
      options: options, timetable: timetable, network: network, campaigns: campaigns,
      contents: contents)
    let settings = cooperation.settings()
    try sink("reefknot.yaml", settings[...])
    let tables = [
      network.partnerTable(start: options.start),
      network.channelTable(contacts: options.contacts, random: &random[1]),
      Campaign.table(campaigns, network: network, start: options.start),
      cooperation.contentTable(), cooperation.kinds(), cooperation.exchanges(&random[4]),
      cooperation.assessments(&random[4]), cooperation.targets(&random[4]),
      cooperation.plan(&random[5]),
    ]
    for var table in tables { try table.flush(to: sink) }
    try ContactTable(options: options).write(to: sink)
    var stream = TouchStream(
      options, timetable: timetable, network: network, campaigns: campaigns, contents: contents)
    try stream.write(to: sink, progress: progress)
  }
}
