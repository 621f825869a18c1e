import CampaignFigures
import TestSupport
import Testing

@testable import CampaignAnalysis

struct JourneysTests {
  /// With 3/4 of an answer more at either end and 3 in all: of 36 answers with 19 promoters and 5 detractors
  /// p = 19.75/39, d = 5.75/39, score 14/39 ± z √((25.5/39 − (14/39)²) / 39), worked out by numpy.
  @Test func `the interval of the net promoter score is the adjusted Wald interval`() {
    let interval = Journeys.npsInterval(19, 5, of: 36)
    #expect(areClose(interval.low, 13.157531174705037))
    #expect(areClose(interval.high, 58.637340620166746))
    let worse = Journeys.npsInterval(0, 7, of: 20)
    #expect(areClose(worse.low, -51.94155056281667))
    #expect(areClose(worse.high, -8.928014654574637))
  }

  @Test func `the interval holds the score, and stays within the scale`() {
    #expect(Journeys.npsInterval(1, 0, of: 1).high == 100)
    #expect(areClose(Journeys.npsInterval(1, 0, of: 1).low, -48.49864942025203))
    #expect(Journeys.npsInterval(10, 0, of: 10).high == 100)
    #expect(Journeys.npsInterval(0, 10, of: 10).low == -100)
  }
}
