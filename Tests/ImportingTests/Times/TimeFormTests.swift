import FileReading
import Testing

@testable import Importing

struct TimeFormTests {
  private static func text(_ form: String, _ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard let read = TimeForm(name: form)?.written(bytes.span) else { return nil }
    switch read {
    case .instant(let milliseconds): return InstantText.of(Int64(milliseconds))
    case .local(let written):
      guard let milliseconds = LocalClock.utc.start(of: written) else { return nil }
      return InstantText.of(milliseconds) + (written.isDate ? " date" : "")
    }
  }

  @Test(arguments: [
    ("iso", "2025-03-02 00:30", "2025-03-02T00:30:00Z"), ("iso", "2.3.2025", "2025-03-02T00:00:00Z date"),
    ("iso", "Mar 2, 2025 09:06:05", "2025-03-02T09:06:05Z"), ("iso", "2. März 2025 um 9:06", "2025-03-02T09:06:00Z"),
    ("iso", "Sunday, March 2, 2025 9:30 PM", "2025-03-02T21:30:00Z"),
    ("iso", "2 Dez. 2025", "2025-12-02T00:00:00Z date"),
    ("dmy", "02/03/2025 09:06", "2025-03-02T09:06:00Z"), ("dmy", "02-03-2025", "2025-03-02T00:00:00Z date"),
    ("mdy", "03/02/2025 9:06 AM", "2025-03-02T09:06:00Z"), ("mdy", "3-2-2025 21:06", "2025-03-02T21:06:00Z"),
    // date -u -d @1740902765 prints Sun Mar  2 08:06:05 UTC 2025.
    ("epoch-s", "1740902765", "2025-03-02T08:06:05Z"), ("epoch-ms", "1740902765123", "2025-03-02T08:06:05.123Z"),
    ("epoch-us", "1740902765123456", "2025-03-02T08:06:05.123Z"), ("epoch-s", "-1", "1969-12-31T23:59:59Z"),
    ("epoch-ms", "1.740902765E12", "2025-03-02T08:06:05Z"),
    ("excel", "45718.39583333334", "2025-03-02T09:30:00Z"), ("excel", "45718", "2025-03-02T00:00:00Z date"),
    ("dd/MM/yy HH:mm", "02/03/25 09:06", "2025-03-02T09:06:00Z"),
    ("yyyyMMdd'T'HHmmss", "20110122T113000", "2011-01-22T11:30:00Z"),
    ("M/d/yy h:mm a", "3/2/25 9:06 pm", "2025-03-02T21:06:00Z"),
    ("d MMM yyyy", "2 März 2025", "2025-03-02T00:00:00Z date"),
    ("yyyy-MM-dd HH:mm:ss.SSS Z", "2025-03-02 09:06:05.5 +0100", "2025-03-02T08:06:05.500Z"),
  ])
  func `times are read as their form says`(form: String, value: String, expected: String) {
    #expect(Self.text(form, value) == expected)
  }

  @Test(arguments: [
    ("iso", "02/03/2025"), ("iso", "45718"), ("dmy", "13/13/2025"), ("mdy", "13/12/2025"), ("epoch-s", "soon"),
    ("epoch-s", "nan"), ("excel", "0"), ("excel", "1e9"), ("dd/MM/yy", "02/03/25 09:06"), ("iso", "Mar 32, 2025"),
    ("iso", "Foo 2, 2025"), ("epoch-s", "99999999999999999999"),
  ])
  func `what is not of the form is none`(form: String, value: String) {
    #expect(Self.text(form, value) == nil)
  }

  @Test(arguments: ["", "dd/MM", "foo", "yyyy-MM-dd'", "yyyy MM dd Q"])
  func `a form needs year, month and day`(name: String) {
    #expect(TimeForm(name: name) == nil)
  }
}
