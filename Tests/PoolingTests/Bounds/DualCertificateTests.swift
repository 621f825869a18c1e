import CampaignModel
import Testing

@testable import Pooling

struct DualCertificateTests {
  private let program = TotalsFamily(["reach a 60", "reach b 50", "overlap a;b 20"]).program()
  private let union = RegionForm.union(3, of: 3)

  @Test func `multipliers that prove a bound are taken`() {
    let certificate = DualCertificate(program, union, multipliers: [1, 1, -1])
    #expect(certificate?.wholeBound == 90)
    #expect(certificate?.weights == [1, 1, -1] && certificate?.denominator == 1)
  }

  @Test func `multipliers that count someone too often prove nothing`() {
    // Whoever is in both would count twice.
    #expect(DualCertificate(program, union, multipliers: [1, 1, 0]) == nil)
    #expect(DualCertificate(program, union, multipliers: [1, 1, -0.999999]) == nil)
    #expect(DualCertificate(program, union, multipliers: [Double.pi / 4, 0, 0]) == nil)
    #expect(DualCertificate(program, union, multipliers: [.nan, 0, 0]) == nil)
  }

  @Test func `halves stay exact, and bounds are rounded up to whole contacts`() {
    // Of three sets of 5 each pair shares nobody more than once: at least (5 + 5 + 5) / 2.
    let program = TotalsFamily(["reach a 5", "reach b 5", "reach c 5", "overlap a;b;c 0"]).program()
    let certificate = DualCertificate(program, .union(7, of: 7), multipliers: [0.5, 0.5, 0.5, -0.5])
    #expect(certificate?.denominator == 2)
    #expect(certificate?.wholeBound == 8)
  }

  @Test func `an end that nobody delivered proves nothing`() {
    var open = program
    open.add(RegionProgram.Row(form: .overlap(1), low: 0, high: .infinity, figure: nil))
    #expect(DualCertificate(open, union, multipliers: [1, 1, 0, -1]) == nil)
  }
}
