// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "reefknot", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Campaigns",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Reefknot", package: "reefknot"),
      ],
      path: "Benchmarks/Campaigns",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
