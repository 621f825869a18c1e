import CampaignModel

/// Spreadsheets' dates: days and their fractions since the end of 1899.
package enum SpreadsheetTime {
  /// What a clock shows at a serial number, to the millisecond; a whole number is a mere date.
  ///
  /// Nil for what is before 1900-03-01, where spreadsheets disagree about a leap day that never was, and after 9999.
  ///
  /// - Parameter startsIn1904: whether days are counted from 1904-01-01, as old workbooks for the Macintosh do.
  package static func written(serial: Double, startsIn1904: Bool = false) -> WrittenTime? {
    let days = startsIn1904 ? serial + 1462 : serial
    guard days >= 61, days < 2_958_466 else { return nil }
    // 25569 is the serial number of 1970-01-01.
    let local = Instant(milliseconds: Int64(((days - 25569) * 86_400_000).rounded()))
    let (dayNumber, milliseconds) = local.sinceMidnight
    let isDate = serial == serial.rounded(.down)
    return WrittenTime(
      date: CivilDate(dayNumber: dayNumber), millisecondsOfDay: isDate ? nil : milliseconds, offset: nil)
  }
}
