import CampaignModel
import FileReading
import TestSupport
import Testing

@testable import CampaignData

struct TotalsTableTests {
  private func read(_ text: String, others: [String: String] = [:]) throws -> TotalsResult {
    let folder = try TemporaryFolder(others.merging(["totals.csv": text]) { $1 })
    return try withExtendedLifetime(folder) { try readTotals(at: folder.path) }
  }

  /// The first problem of a table with one row.
  private func problem(_ row: String, others: [String: String] = [:]) -> String? {
    do {
      _ = try read("partners,figure,k,value,low,high\n\(row)\n", others: others)
      return nil
    } catch let error as ReadingError {
      return error.problems.first?.description ?? error.description
    } catch {
      return "\(error)"
    }
  }

  @Test func `rows tell figures of partners between two numbers`() throws {
    let totals = try read(
      """
      campaign,partners,figure,k,value,low,high,source
      spring,a;b,Overlap,,20,,,press office
      spring, a ; b ,k-plus,2,<50,,,
      ,,reach,,,10,19,
      ,a,shapley,,12.5,,,
      ,a,impressions,,,900,,
      ,a,reach,,0,,9,
      """
    ).totals
    #expect(totals.map(\.figure) == [.overlap, .kPlus, .reach, .shapley, .impressions, .reach])
    #expect(totals.map(\.low) == [20, 0, 10, 12.5, 900, 0])
    #expect(totals.map(\.high) == [20, 49, 19, 12.5, nil, 9])
    #expect(totals[0].partners == ["a", "b"] && totals[0].campaign == "spring" && totals[0].source == "press office")
    #expect(totals[1].partners == ["a", "b"] && totals[1].number == 2)
    #expect(totals[2].partners == [] && totals[2].campaign == nil)
    #expect(totals.map(\.line) == [2, 3, 4, 5, 6, 7])
  }

  @Test func `settings and partners of the folder are read too, touches are not needed`() throws {
    let result = try read(
      "partners;figure;value\na;reach;1.200\n",
      others: [
        "reefknot.yaml": "universe: 5000\nminimum_group: 5\ndecimal: \",\"\n", "partners.csv": "id,name\na,Anna\n",
      ])
    #expect(result.settings.universe == 5000 && result.settings.minimumGroup == 5)
    #expect(result.partners.map(\.name) == ["Anna"])
    #expect(result.totals.map(\.low) == [1200])
  }

  @Test func `a file alone is read too`() throws {
    let folder = try TemporaryFolder(["figures.csv": "figure,partners,value\nreach,a,5\n"])
    let result = try withExtendedLifetime(folder) { try readTotals(at: "\(folder.path)/figures.csv") }
    #expect(result.name == "figures.csv" && result.totals.count == 1)
  }

  @Test(arguments: [
    ("a,reech,,5,,", "totals.csv:2: figure: \"reech\" is none of reach, overlap"),
    ("a,,,5,,", "totals.csv:2: figure: must not be empty"),
    ("a,reach,,,,", "totals.csv:2: value: must not be empty where low and high are"),
    ("a,reach,,-1,,", "totals.csv:2: value: \"-1\" is not between 0 and 100000000000"),
    ("a,reach,,2.5,,", "totals.csv:2: value: \"2.5\" is not a whole number"),
    ("a,reach,,5,6,9", "totals.csv:2: value: \"5\" is not between low and high"),
    ("a,reach,,,9,6", "totals.csv:2: high: \"6\" is less than low"),
    ("a,reach,,<x,,", "totals.csv:2: value: \"<x\" is not < and a whole number"),
    ("a,overlap,,5,,", "totals.csv:2: partners: \"a\" must name two partners or more"),
    ("a;b,shapley,,5,,", "totals.csv:2: partners: \"a;b\" must name one partner"),
    (",exclusive,,5,,", "totals.csv:2: partners: \"\" must name a partner"),
    ("a;a,overlap,,5,,", "totals.csv:2: partners: \"a\" is named twice"),
    ("a,k_plus,,5,,", "totals.csv:2: k: \"\" is not a whole number from 1"),
    ("a,reach,2,5,,", "totals.csv:2: k: \"2\" must be empty for figures other than k_plus"),
  ])
  func `what is wrong with a row is told with its place`(row: String, expected: String) {
    #expect(problem(row)?.hasPrefix(expected) ?? false, "\(problem(row) ?? "nothing")")
  }

  @Test func `partners that are not in the folder's table are refused`() {
    let message = problem("ana,reach,,5,,", others: ["partners.csv": "id\nanna\n"])
    #expect(message == "totals.csv:2: partners: \"ana\" is not in partners.csv (did you mean anna?)")
  }

  @Test func `a folder without totals says so`() throws {
    let folder = try TemporaryFolder(["partners.csv": "id\na\n"])
    #expect(throws: ReadingError.self) { try withExtendedLifetime(folder) { try readTotals(at: folder.path) } }
  }

  @Test func `a dataset has its totals beside its touches`() throws {
    let folder = try smallDataset(["totals.csv": "campaign,partners,figure,value\nk1,p1;p2,overlap,3\n"])
    let dataset = try withExtendedLifetime(folder) { try readDataset(at: folder.path).dataset }
    #expect(dataset.totals.map(\.low) == [3])
  }
}
