package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// New contacts by what their first touch was: one bar.
package struct FirstContactChart {
  /// The chart, or nil where a part is not known.
  package static func chart(_ figures: NewTouchpoints, _ localizer: Localizer) -> Chart? {
    let names: [LocalizedText] = FirstContactClass.allCases.map { first in
      switch first {
      case .ads: .mixAds
      case .joint: .mixJoint
      case .own: .mixOwn
      case .partner: .mixPartner
      }
    }
    return PartsBarChart.chart(
      "first-contact-mix", title: localizer(.mixTitle), whole: localizer(.newContactsName),
      zip(names, figures.firstContactMix).map { PartsBarChart.Part(name: localizer($0), count: $1) }, localizer)
  }
}
