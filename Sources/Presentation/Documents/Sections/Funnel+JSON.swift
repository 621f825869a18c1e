package import CampaignAnalysis
package import CampaignModel

extension JSONWriter {
  /// The funnel and the journeys through it, in the order of the document `funnel`.
  package mutating func funnel(_ figures: Funnel, _ journeys: Journeys?, in dataset: Dataset) {
    object("total") { $0.funnelFigures(figures.total) }
    member("by", figures.by?.rawValue)
    list("rows", figures.rows) { writer, row in
      writer.item { writer in
        writer.member("id", row.group.id(in: dataset))
        writer.funnelFigures(row.figures)
      }
    }
    if let journeys { object("journeys") { $0.journeys(journeys) } }
    unknown(figures.unknown + (journeys?.unknown ?? []))
  }

  private mutating func funnelFigures(_ figures: Funnel.Figures) {
    member("visitors", figures.visitors)
    member("leads", figures.leads)
    member("customers", figures.customers)
    member("visitor_to_lead", figures.visitorToLead)
    member("lead_to_customer", figures.leadToCustomer)
    member("visitor_to_customer", figures.visitorToCustomer)
    member("pipeline", figures.pipeline)
    member("revenue", figures.revenue)
    member("cost", figures.cost)
    member("cost_coverage", figures.costCoverage)
    member("cost_per_contact", figures.costPerContact)
    member("cost_per_lead", figures.costPerLead)
    member("cost_per_customer", figures.costPerCustomer)
    member("roi", figures.roi)
  }

  private mutating func journeys(_ figures: Journeys) {
    rows("emotion_curve", figures.emotionCurve) { writer, decile in
      writer.member("decile", decile.decile)
      writer.member("ratings", decile.ratings)
      writer.member("mean", decile.mean)
    }
    rows("falling", figures.fallingStretches) { writer, fall in
      writer.member("from", fall.from)
      writer.member("to", fall.to)
      writer.member("change", fall.change)
    }
    member("nps", figures.nps)
    member("nps_answers", figures.npsAnswers)
    member("returning", figures.returning)
    member("one_time", figures.oneTime)
    member("bounce", figures.bounce)
    member("visits", figures.visits)
    member("unique_visits", figures.uniqueVisits)
  }
}
