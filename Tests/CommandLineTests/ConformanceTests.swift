import Foundation
import TestSupport
import Testing

/// Every document against the answers of an independent implementation; Tests/Conformance/README.md says more.
struct ConformanceTests {
  /// A document and its answer.
  struct Answer: Sendable, CustomTestStringConvertible {
    var dataset: String
    /// COMMAND-CAMPAIGN[-VARIANT]
    var document: String

    var testDescription: String { "\(dataset)/\(document)" }

    var file: String { "Tests/Conformance/\(dataset)/expected/\(document).json" }

    /// What follows `reefknot`.
    var arguments: [String] {
      let parts = document.split(separator: "-", maxSplits: 2).map(String.init)
      let options: [String: [String]] = [
        "p00": ["--brand", "p00"], "interaction": ["--level", "interaction"], "by-partner": ["--by", "partner"],
        "reached": ["--cohort", "reached", "--days", "7,14,60"],
      ]
      let variant = parts.count > 2 ? options[parts[2]] ?? ["--variant-\(parts[2])"] : []
      return [parts[0], "Tests/Conformance/\(dataset)", "--campaign", parts[1], "--format", "json", "--quiet"] + variant
    }

    static let all: [Answer] = {
      let folders = Repository.names(in: "Tests/Conformance").filter { $0 != "README.md" }
      return folders.flatMap { dataset in
        Repository.names(in: "Tests/Conformance/\(dataset)/expected").map {
          Answer(dataset: dataset, document: String($0.dropLast(".json".count)))
        }
      }
    }()
  }

  @Test func `there are answers for every command that measures a campaign`() {
    #expect(Answer.all.count == 192)
    let commands = Set(Answer.all.map { $0.arguments[0] })
    #expect(
      commands == ["attribution", "funnel", "kpis", "partnerships", "reach", "retention", "touchpoints"])
  }

  @Test(arguments: Answer.all)
  func `every figure is what an independent implementation found, at any number of threads and in parts`(
    answer: Answer
  ) throws {
    let expected = try JSONDecoder().decode(JSON.self, from: Data(Repository.text(answer.file).utf8))
    var first: Data?
    for options in [["1"], ["2"], ["8"], ["2", "--memory", "20K"]] {
      let outcome = try BuiltCommand.run(answer.arguments + ["--threads"] + options, in: Repository.root)
      try #require(outcome.status == 0, "\(outcome.errors)")
      if let first {
        #expect(firstDifference(outcome.standardOutput, first) == nil, "\(options) threads")
      } else {
        first = outcome.standardOutput
        let found = try JSONDecoder().decode(JSON.self, from: outcome.standardOutput)
        #expect(found.differences(from: expected).joined(separator: "\n") == "")
      }
    }
  }
}

/// A JSON value, in which true is not 1.
private enum JSON: Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// Where this lacks something that `expected` has: path, what is there, and what should be.
  func differences(from expected: JSON, at path: String = "") -> [String] {
    switch (self, expected) {
    case (.null, .null): []
    case (.boolean(let left), .boolean(let right)) where left == right: []
    case (.text(let left), .text(let right)) where left == right: []
    case (.number(let left), .number(let right)) where areClose(left, right): []
    case (.list(let left), .list(let right)) where left.count == right.count:
      zip(left, right).enumerated().flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
    case (.object(let left), .object(let right)):
      right.sorted { $0.key < $1.key }.flatMap { key, value in
        // What is not there is not known, as is what is null.
        (left[key] ?? .null).differences(from: value, at: "\(path).\(key)")
      }
    default: ["\(path): \(self), expected \(expected)"]
    }
  }
}

extension JSON: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    case .list(let values): "a list of \(values.count)"
    case .object(let values): "an object of \(values.keys.sorted())"
    }
  }
}
