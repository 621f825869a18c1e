package import CampaignAnalysis
import CampaignModel

extension JSONWriter {
  /// The figures of retention, in the order of the document `retention`.
  package mutating func retention(_ figures: Retention, ids: EncodedIDs) {
    member("cohort", figures.options.cohort.rawValue)
    member("cohort_size", figures.cohortSize)
    member("ended", figures.ended)
    member("observed_until", figures.observedUntil)
    member("observed_days", figures.observedDays)
    member("stays", figures.stays)
    member("carries_on", figures.carriesOn)
    member("joins", figures.joins)
    member("lost", figures.lost)
    rows("days", figures.days) { writer, row in
      writer.member("day", row.day)
      writer.member("bracket", row.bracket)
      writer.member("unbounded", row.unbounded)
      writer.member("nth_day", row.nthDay)
    }
    rows("by_partner", figures.byPartner) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.member("cohort", row.cohort)
      writer.member("stays", row.stays)
      writer.member("kept", row.kept)
      writer.member("passed_on", row.passedOn)
      writer.member("carries_on", row.carriesOn)
      writer.member("joins", row.joins)
      writer.member("lost", row.lost)
    }
    rows("by_first_contact", figures.byFirstContact) { writer, row in
      writer.member("class", row.firstContact.name)
      writer.member("cohort", row.cohort)
      writer.member("stays", row.stays)
    }
    rows("partner_retention", figures.partnerRetention) { writer, row in
      writer.member("day", row.day)
      writer.member("active", row.active)
    }
    survival("survival", figures.survival)
    baseline(figures.baseline)
    unknown(figures.unknown)
  }

  private mutating func survival(_ key: String, _ survival: Retention.Survival?) {
    guard let survival else { return null(key) }
    object(key) { writer in
      writer.member("median", survival.median)
      writer.member("rmst", survival.restrictedMean)
      writer.rows("curve", survival.curve.steps) { writer, step in
        writer.member("day", step.time)
        writer.member("at_risk", step.atRisk)
        writer.member("events", step.events)
        writer.member("censored", step.censored)
        writer.member("survival", step.survival)
        writer.member("low", step.low)
        writer.member("high", step.high)
      }
    }
  }

  private mutating func baseline(_ baseline: Retention.Baseline) {
    object("baseline") { writer in
      writer.member("cohort_size", baseline.cohortSize)
      writer.member("lost", baseline.lost)
      writer.member("loss_change", baseline.lossChange)
      writer.member("difference", baseline.difference?.difference)
      writer.member("low", baseline.difference?.low)
      writer.member("high", baseline.difference?.high)
      if let test = baseline.logRank {
        writer.object("log_rank", isInline: true) { writer in
          writer.member("chi_squared", test.chiSquared)
          writer.member("degrees_of_freedom", test.degreesOfFreedom)
          writer.member("p", test.p)
        }
      } else {
        writer.null("log_rank")
      }
      writer.survival("survival", baseline.survival)
    }
  }
}
