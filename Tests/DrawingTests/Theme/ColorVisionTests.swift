import Drawing
import Testing

/// Whether colors can be told apart, and text read, whatever colors a reader sees.
///
/// Matrices for full severity from G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for
/// simulation of color vision deficiency" (2009), doi:10.1109/TVCG.2009.113, on linear RGB; differences as ΔE*ab of
/// CIE 1976; contrast after WCAG 2.2.
struct ColorVisionTests {
  enum Vision: CaseIterable {
    case normal
    case protanopia
    case deuteranopia
    case tritanopia

    var matrix: [[Double]] {
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    }
  }

  private static func linear(_ color: String) -> [Double] {
    (0..<3).map { part in
      let start = color.index(color.startIndex, offsetBy: 1 + 2 * part)
      let value = Double(Int(color[start..<color.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func lab(_ color: String, _ vision: Vision) -> [Double] {
    let rgb = linear(color)
    let seen = vision.matrix.map { row in min(1, max(0, zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 })) }
    let xyz = [
      (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047,
      0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2],
      (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883,
    ].map { $0 > 216.0 / 24389 ? power($0, 1.0 / 3) : (24389.0 / 27 * $0 + 16) / 116 }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }

  private static func difference(_ a: String, _ b: String, _ vision: Vision) -> Double {
    zip(lab(a, vision), lab(b, vision)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private static func contrast(_ a: String, _ b: String) -> Double {
    let light = [a, b].map { color -> Double in
      let rgb = linear(color)
      return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    }.sorted()
    return (light[1] + 0.05) / (light[0] + 0.05)
  }

  /// x to the power of y, by halving and squaring, for 0 ≤ x ≤ 1 and y > 0: Foundation is not imported here.
  private static func power(_ x: Double, _ y: Double) -> Double {
    var (result, root, rest) = (1.0, x, y)
    while rest >= 1 { (result, rest) = (result * x, rest - 1) }
    for _ in 0..<50 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 { (result, rest) = (result * root, rest - 1) }
    }
    return result
  }

  private static func smallestDifference(_ colors: [String], _ vision: Vision) -> Double {
    colors.indices.flatMap { first in
      colors[(first + 1)...].map { difference(colors[first], $0, vision) }
    }.min() ?? .infinity
  }

  /// The roles of ``DiagramColors/roles``: background, text, muted text, edge, plain fill and border, then fill and border of seven
  /// categories and four outcomes.
  private static func roles(_ theme: DiagramTheme) -> [String] { DiagramColors.of(theme).roles.map(\.text) }

  @Test(arguments: [DiagramTheme.light, .dark], Vision.allCases)
  func `categories and outcomes can be told apart`(theme: DiagramTheme, vision: Vision) {
    let roles = ColorVisionTests.roles(theme)
    let categories = (0..<7).map { roles[6 + 2 * $0] }
    let borders = (0..<7).map { roles[7 + 2 * $0] }
    let outcomes = (0..<4).map { roles[20 + 2 * $0] }
    #expect(ColorVisionTests.smallestDifference(categories + [roles[4]], vision) > 10)
    #expect(ColorVisionTests.smallestDifference(borders, vision) > 12)
    #expect(ColorVisionTests.smallestDifference(outcomes, vision) > 20)
  }

  @Test(arguments: DiagramTheme.allCases)
  func `text has a contrast of 4,5 on everything that it stands on`(theme: DiagramTheme) {
    let roles = ColorVisionTests.roles(theme)
    let fills = [roles[0], roles[4]] + (0..<11).map { roles[6 + 2 * $0] } + roles[28..<36] + roles[37...]
    for fill in fills { #expect(ColorVisionTests.contrast(roles[1], fill) >= 4.5, "\(fill)") }
    #expect(ColorVisionTests.contrast(roles[2], roles[0]) >= 4.5)
  }

  @Test func `a red and a green that only the few can tell apart are found`() {
    // Against a test that could not fail. L*a*b* of #ff0000 is 53.24, 80.09, 67.20 (B. Lindbloom's calculator).
    let red = ColorVisionTests.lab("#ff0000", .normal)
    #expect(zip(red, [53.24, 80.09, 67.20]).allSatisfy { abs($0 - $1) < 0.05 })
    #expect(ColorVisionTests.difference("#b05a00", "#7a7a00", .normal) > 30)
    #expect(ColorVisionTests.difference("#b05a00", "#7a7a00", .deuteranopia) < 20)
    #expect(abs(ColorVisionTests.contrast("#ffffff", "#000000") - 21) < 1e-9)
  }

  @Test func `a color of the light theme gives way to one color of the dark one`() {
    // A dark page draws diagrams by such a table of colors.
    var dark: [String: Set<String>] = [:]
    for (light, other) in zip(DiagramColors.light.roles, DiagramColors.dark.roles) {
      dark[light.text, default: []].insert(other.text)
    }
    #expect(dark.count > 20)
    for (light, others) in dark { #expect(others.count == 1, "\(light): \(others.sorted())") }
  }
}
