// swift-tools-version: 6.2
import PackageDescription

/// A target of benchmarks, which `swift package benchmark` finds and runs.
func benchmarks(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies + [
      .product(name: "Benchmark", package: "benchmark"),
      .product(name: "Reefknot", package: "reefknot"),
    ],
    path: "Benchmarks/\(name)",
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "reefknot", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    benchmarks("Campaigns"),
    benchmarks("Graphs", ["GraphTasks"]),
    .target(
      name: "GraphTasks",
      dependencies: [.product(name: "Reefknot", package: "reefknot")],
      path: "Benchmarks/GraphTasks"),
    .executableTarget(
      name: "GraphTimings",
      dependencies: [
        "GraphTasks",
        .product(name: "Reefknot", package: "reefknot"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/GraphTimings"),
  ],
  swiftLanguageModes: [.v6]
)
