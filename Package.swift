// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target of ours: language mode 6 with all upcoming
/// features, strict memory safety, and warnings as errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A module of the library. Its dependencies are the modules it may import; see Sources/README.md.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of one module or of the whole, always with the shared fixtures of Tests/TestSupport.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, resources: resources,
    swiftSettings: settings)
}

let package = Package(
  name: "reefknot",
  products: [
    .library(name: "Reefknot", targets: ["Reefknot"]),
    .executable(name: "reefknot", targets: ["ReefknotCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CByteScanning"),
    module("Parallelism"),
    module("Randomness"),
    module("GraphStructures", ["Parallelism", "Randomness"]),
    module("GraphAlgorithms", ["GraphStructures", "Parallelism", "Randomness"]),
    module("CampaignModel"),
    module("TimeZones", ["CampaignModel"]),
    module("FileReading", ["CampaignModel", "TimeZones", "Parallelism", "CByteScanning", "CZlib"]),
    module(
      "CampaignData",
      [
        "CampaignModel", "FileReading", "Parallelism", "CByteScanning", .product(name: "Yams", package: "Yams"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    module(
      "Importing",
      [
        "CampaignData", "CampaignModel", "FileReading", "Parallelism", "TimeZones", "CByteScanning",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Recipes")]),
    module("CampaignGeneration", ["CampaignModel", "Randomness"]),
    module("LogScanning", ["CampaignModel", "Parallelism", "Randomness", "TimeZones"]),
    module("CampaignFigures", ["CampaignModel"]),
    module(
      "CampaignAnalysis",
      [
        "CampaignFigures", "CampaignModel", "TimeZones", "GraphAlgorithms", "GraphStructures", "LogScanning",
        "Parallelism",
      ]),
    module("Tallying", ["CampaignAnalysis", "CampaignModel", "LogScanning"]),
    module(
      "Networks",
      [
        "CampaignAnalysis", "CampaignFigures", "CampaignModel", "GraphAlgorithms", "GraphStructures", "LogScanning",
        "Randomness",
      ]),
    module("Pooling", ["CSodium", "CampaignModel", "Parallelism", "Randomness"]),
    module("GraphvizRendering", ["CGraphviz"]),
    module("GraphData", ["FileReading", "GraphStructures", "GraphvizRendering", "Parallelism"]),
    module(
      "Presentation",
      [
        "CampaignAnalysis", "CampaignFigures", "CampaignModel", "FileReading", "TimeZones", "Networks", "Pooling",
      ]),
    module("Workbooks", ["CXlsxWriter", "CampaignFigures", "CampaignModel", "Presentation", "TimeZones"]),
    module(
      "Drawing",
      [
        "Presentation", "CampaignAnalysis", "CampaignFigures", "CampaignModel", "GraphvizRendering", "Networks",
        "Pooling",
      ]),
    module(
      "Reporting",
      [
        "Presentation", "Drawing", "CampaignAnalysis", "CampaignFigures", "CampaignModel", "GraphvizRendering",
        "Pooling",
      ]),
    module(
      "Reefknot",
      [
        "CampaignAnalysis", "CampaignData", "CampaignFigures", "CampaignGeneration", "CampaignModel", "Drawing",
        "FileReading", "GraphAlgorithms", "GraphData", "GraphStructures", "GraphvizRendering", "Networks",
        "Presentation", "Randomness", "Reporting",
      ]),
    .executableTarget(
      name: "ReefknotCommand",
      dependencies: [
        "CampaignAnalysis", "CampaignData", "CampaignFigures", "CampaignGeneration", "CampaignModel", "FileReading",
        "GraphData", "GraphStructures", "GraphvizRendering", "Importing", "LogScanning", "Networks", "Parallelism",
        "Pooling", "Presentation", "Drawing", "Reporting", "Tallying", "Workbooks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["CampaignModel", "Randomness"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("ParallelismTests", ["Parallelism"]),
    tests("RandomnessTests", ["Randomness"]),
    tests("GraphStructuresTests", ["GraphStructures"]),
    tests("GraphAlgorithmsTests", ["GraphAlgorithms", "GraphStructures"], resources: [.copy("Fixtures")]),
    tests("CampaignModelTests", ["CampaignModel"]),
    tests("TimeZonesTests", ["TimeZones", "CampaignModel"]),
    tests("FileReadingTests", ["FileReading", "CampaignModel"]),
    tests(
      "CampaignDataTests", ["CampaignData", "CampaignModel", "FileReading"], resources: [.copy("Fixtures")]),
    tests(
      "ImportingTests", ["Importing", "CampaignData", "CampaignModel", "FileReading"], resources: [.copy("Fixtures")]),
    tests(
      "CampaignGenerationTests",
      ["CampaignGeneration", "CampaignAnalysis", "CampaignFigures", "CampaignData", "CampaignModel"]),
    tests("LogScanningTests", ["LogScanning", "CampaignModel"]),
    tests("CampaignFiguresTests", ["CampaignFigures", "CampaignModel"]),
    tests("CampaignAnalysisTests", ["CampaignAnalysis", "CampaignFigures", "CampaignModel", "LogScanning"]),
    tests("TallyingTests", ["Tallying", "CampaignAnalysis", "CampaignModel", "LogScanning"]),
    tests("NetworksTests", ["Networks", "CampaignAnalysis", "CampaignFigures", "CampaignModel", "GraphStructures"]),
    tests(
      "PoolingTests", ["Pooling", "CampaignData", "CampaignModel", "FileReading"], resources: [.copy("Fixtures")]),
    tests("GraphvizRenderingTests", ["GraphvizRendering"]),
    tests("GraphDataTests", ["FileReading", "GraphData", "GraphStructures"]),
    tests("PresentationTests", ["Presentation", "CampaignAnalysis", "CampaignFigures", "CampaignModel"]),
    tests(
      "DrawingTests",
      [
        "Drawing", "GraphStructures", "Networks", "Presentation", "CampaignAnalysis", "CampaignFigures",
        "CampaignModel", "GraphvizRendering",
      ]),
    tests("WorkbooksTests", ["Workbooks", "Presentation", "CampaignFigures", "CampaignModel"]),
    tests(
      "ReportingTests",
      ["Reporting", "Drawing", "Presentation", "CampaignAnalysis", "CampaignFigures", "CampaignModel"]),
    tests("CommandLineTests", ["CampaignFigures", "Presentation"], exclude: ["Browser/check_page.py"]),
    tests("RepositoryTests", ["Reefknot"], exclude: ["PublicAPI.txt"]),
  ]
)
