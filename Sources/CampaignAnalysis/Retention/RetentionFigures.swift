package import CampaignFigures

/// The catalog of retention after a campaign's end (<doc:Metrics#Retention>).
package enum RetentionFigures {
  package static let cohort = Figure<Retention>("cohort", ("Cohort", "Kohorte"), unit: .text) {
    .text($0.options.cohort.rawValue)
  }
  package static let cohortSize = Figure<Retention>("cohort_size", ("Cohort", "Kohorte"), count: \.cohortSize)
    .meaning { $0.options.cohort == .new ? newContacts : reachedContacts }
  package static let ended = Figure<Retention>(
    "ended", ("Campaign ended", "Ende der Kampagne"),
    (
      "What comes after this counts as afterwards.", "Was danach kommt, zählt als danach."
    ), unit: .date
  ) { .end($0.ended, isDate: $0.endIsDate) }
  package static let observedUntil = Figure<Retention>(
    "observed_until", ("Observed until", "Beobachtet bis"),
    ("Up to when the data are complete.", "Bis wann die Daten vollständig sind."), unit: .date
  ) { retention in
    retention.observedUntil.map { .end($0, isDate: retention.observedUntilIsDate) }
  }
  package static let observedDays = Figure<Retention>(
    "observed_days", ("Days observed", "Beobachtete Tage"),
    ("Whole days from the end to there.", "Ganze Tage vom Ende bis dahin."), unit: .count
  ) { .count($0.observedDays) }
  package static let stays = Figure<Retention>(
    "stays", ("Stay", "Bleiben"),
    (
      "With an interaction after the end, in any channel about anything.",
      "Mit einer Interaktion nach dem Ende, in irgendeinem Kanal zu irgendetwas."
    ), share: \.stays)
  package static let carriesOn = Figure<Retention>(
    "carries_on", ("Carry on", "Tragen weiter"),
    (
      "Who shared, mentioned, contributed or referred after the end.",
      "Wer nach dem Ende teilte, erwähnte, beitrug oder weiterempfahl."
    ), share: \.carriesOn
  ).unknown(with: stays)
  package static let joins = Figure<Retention>(
    "joins", ("Join the network", "Schließen sich an"),
    (
      "Active after the end in channels of two partners or more.",
      "Nach dem Ende in Kanälen von zwei oder mehr Partnern aktiv."
    ), share: \.joins
  ).unknown(with: stays)
  package static let lost = Figure<Retention>(
    "lost", ("Lost", "Verloren"),
    ("Without an interaction after the end, so far.", "Bisher ohne Interaktion nach dem Ende."), share: \.lost)

  private static let newContacts = LocalizedText("New contacts of the campaign.", "Neue Kontakte der Kampagne.")
  private static let reachedContacts = LocalizedText(
    "Contacts the campaign reached.", "Kontakte, die die Kampagne erreichte.")

  package static let section = FigureSection<Retention>(
    definedUnder: "Retention",
    [
      .figure(cohort), .figure(cohortSize), .figure(ended), .figure(observedUntil), .figure(observedDays),
      .figure(stays), .figure(carriesOn), .figure(joins), .figure(lost), .list(days), .list(byPartner),
      .list(byFirstContact), .list(partnerRetention), .object(survival), .object(baseline),
      .object(holdout),
      .object(
        FigureObject<Retention, Retention>(
          "", of: { $0.sensitivity == nil ? nil : $0 }, [.object(SensitivityFigures.sensitivity)])),
    ],
    tables: [
      .figures(
        .init(
          "retention", ("Retention", "Verbleib"),
          (
            "What became of the contacts after the campaign's end.",
            "Was nach dem Ende der Kampagne aus den Kontakten wurde."
          ),
          [cohortSize, ended, observedUntil, observedDays, stays, carriesOn, joins, lost, median, restrictedMean])),
      .list(days), .list(byPartner), .list(byFirstContact), .list(partnerRetention),
      .figures(
        .init(
          "baseline", ("Compared with contacts won elsewhere", "Verglichen mit anderswo gewonnenen Kontakten"),
          ("The baseline cohort.", "Die Vergleichskohorte."),
          baselineFigures, isShown: { $0.baseline != nil })), .list(holdoutOutcomes), .list(survivalCurve),
      .list(SensitivityFigures.gaps),
    ])
}

extension RetentionFigures {
  package static let days = FigureList<Retention, [Retention.Day]>(
    "days", ("Who is active when", "Wer wann aktiv ist"),
    (
      "Within the days since the row above, at any time from the day on, and on the day itself.",
      "In den Tagen seit der Zeile darüber, irgendwann ab dem Tag und am Tag selbst."
    ), rows: { $0.days },
    [.figure(.day("days.day") { $0.day }), .figure(bracket), .figure(unbounded), .figure(nthDay)])
  package static let bracket = Figure<Retention.Day>(
    "days.bracket", ("Up to the day", "Bis zum Tag"), share: \.bracket)
  package static let unbounded = Figure<Retention.Day>(
    "days.unbounded", ("From the day on", "Ab dem Tag"), share: \.unbounded)
  package static let nthDay = Figure<Retention.Day>("days.nth_day", ("On the day", "Am Tag"), share: \.nthDay)

  package static let byPartner = FigureList<Retention, [Retention.PartnerGroup]>(
    "by_partner", ("Who keeps whom", "Wer wen behält"),
    (
      "By the partner in whose channel a contact first met the campaign.",
      "Nach dem Partner, in dessen Kanal ein Kontakt der Kampagne zuerst begegnete."
    ), rows: { $0.byPartner },
    [
      .figure(acquirer), .figure(partnerCohort), .figure(partnerStays), .figure(kept), .figure(passedOn),
      .figure(partnerCarriesOn), .figure(partnerJoins), .figure(partnerLost), .figure(partnerP), .figure(partnerQ),
    ], columns: [acquirer, partnerCohort, partnerStays, kept, passedOn, partnerP, partnerQ])
  static let acquirer = Figure<Retention.PartnerGroup>.partner("by_partner.partner") { $0.partner }
  package static let partnerCohort = Figure<Retention.PartnerGroup>("by_partner.cohort", like: cohort, count: \.cohort)
    .listed("by_partner")
  package static let partnerStays = Figure<Retention.PartnerGroup>("by_partner.stays", like: stays, count: \.stays)
  package static let kept = Figure<Retention.PartnerGroup>(
    "by_partner.kept", ("Stay here", "Bleiben hier"), count: \.kept)
  package static let passedOn = Figure<Retention.PartnerGroup>(
    "by_partner.passed_on", ("Only elsewhere", "Nur anderswo"), count: \.passedOn)
  package static let partnerCarriesOn = Figure<Retention.PartnerGroup>(
    "by_partner.carries_on", like: carriesOn, count: \.carriesOn)
  package static let partnerJoins = Figure<Retention.PartnerGroup>("by_partner.joins", like: joins, count: \.joins)
  package static let partnerLost = Figure<Retention.PartnerGroup>("by_partner.lost", like: lost, count: \.lost)

  package static let partnerP = Figure<Retention.PartnerGroup>(
    "by_partner.p", ("By chance", "Durch Zufall"),
    (
      "How likely a difference at least this large from the rest of the cohort is if there were none.",
      "Wie wahrscheinlich ein mindestens so großer Unterschied zum Rest der Kohorte ist, wenn es keinen gäbe."
    ), fraction: \.p
  ).absent(.empty)
  package static let partnerQ = Figure<Retention.PartnerGroup>(
    "by_partner.q", FalseDiscovery.title, FalseDiscovery.meaning, fraction: \.q
  ).absent(.empty)

  package static let byFirstContact = FigureList<Retention, [Retention.ClassGroup]>(
    "by_first_contact", ("Who stays, by first contact", "Wer bleibt, nach Erstkontakt"),
    (
      "By what the contact first met: a paid channel, joint content, an own or a partner's channel.",
      "Danach, was der Kontakt zuerst traf: einen bezahlten Kanal, gemeinsamen Inhalt, einen eigenen oder einen Partnerkanal."
    ), rows: { $0.byFirstContact },
    [
      .figure(
        Figure("by_first_contact.class", TouchpointFigures.firstContact, unit: .term) { .term($0.firstContact.term) }
          .subject),
      .figure(classCohort), .figure(classStays),
    ])
  package static let classCohort = Figure<Retention.ClassGroup>(
    "by_first_contact.cohort", like: cohort, count: \.cohort
  ).listed("by_first_contact")
  package static let classStays = Figure<Retention.ClassGroup>("by_first_contact.stays", like: stays, count: \.stays)

  package static let partnerRetention = FigureList<Retention, [Retention.PartnerActivity]>(
    "partner_retention", ("Partners that go on", "Partner, die weitermachen"),
    (
      "Participants that carried a content or gave an exchange within so many days after the end.",
      "Teilnehmer, die binnen so vieler Tage nach dem Ende einen Inhalt trugen oder etwas gaben."
    ), rows: { $0.partnerRetention }, [.figure(.day("partner_retention.day") { $0.day }), .figure(active)])
  package static let active = Figure<Retention.PartnerActivity>(
    "partner_retention.active", ("Active", "Aktiv"), share: \.active)
}

extension Retention {
  package static var catalog: FigureSection<Retention> { RetentionFigures.section }
}
