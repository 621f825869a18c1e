import Drawing
import Presentation

/// The style sheet of a report: screen and phone, light and dark, and A4 paper.
enum ReportStyle {
  /// The sheet for a theme. Paper is always light.
  static func sheet(_ theme: ReportOptions.Theme) -> String {
    let light = ":root{\(ChartStyle.variables(.light));--card:#f5f7f9;--accent:#0b6b60;--warn:#fff6e0}\n"
    let darkValues =
      ":root{\(ChartStyle.variables(.dark));--card:#1a232c;--accent:#4fc3b0;--warn:#33290f;color-scheme:dark}\n"
      + darkDiagrams
    switch theme {
    case .light: return light + page + ChartStyle.rules + paper
    case .dark: return light + "@media screen{\n\(darkValues)}\n" + page + ChartStyle.rules + paper
    case .automatic:
      return light + "@media screen and (prefers-color-scheme:dark){\n\(darkValues)}\n" + page + ChartStyle.rules
        + paper
    }
  }

  /// Diagrams are drawn in the light theme's colors; on a dark page each color gives way to its role's dark one.
  private static let darkDiagrams: String = {
    zip(DiagramColors.light.roles, DiagramColors.dark.roles).map { light, dark in
      ".diagram [fill=\"\(light.text)\"]{fill:\(dark.text)}.diagram [stroke=\"\(light.text)\"]{stroke:\(dark.text)}\n"
    }.joined()
  }()

  private static let page = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
    body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:72rem;background:var(--page);color:var(--text);
    font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif;
    overflow-wrap:break-word}
    header{border-top:.4rem solid var(--accent);padding-top:1.25rem}
    h1{font-size:2.3rem;line-height:1.15;margin:0 0 .25rem;overflow-wrap:anywhere}
    h2{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}
    h3{font-size:1.2rem;margin:0 0 .5rem;overflow-wrap:anywhere}
    p{margin:0 0 .75rem}
    .subtitle,.organization{color:var(--muted);font-size:1.1rem;margin-bottom:.25rem}
    .organization{color:var(--text);font-weight:600}
    .logo{float:right;max-width:min(11rem,30vw);max-height:5rem;margin:0 0 .5rem 1rem}
    .summary{max-width:52rem;margin:0 0 1.5rem;padding-left:1.1rem;font-size:1.08rem}
    .first{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:0 2.5rem;margin-bottom:1rem}
    .first .charts{columns:1}
    .first .charts figure{padding-top:0}
    .summary li{margin-bottom:.4rem;overflow-wrap:anywhere}
    .who{margin:0 0 1.25rem}
    .who fieldset{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;border:0;margin:.5rem 0 0;padding:0;min-width:0}
    .who label{display:inline-flex;gap:.35rem;align-items:center;padding:.15rem 0;overflow-wrap:anywhere;min-width:0}
    .hidden{position:absolute;clip-path:inset(50%)}
    summary{cursor:pointer;color:var(--accent);font-weight:600;overflow-wrap:anywhere}
    .fold{margin-top:1.25rem}
    .fold>summary{font-weight:400;font-size:.95rem}
    :focus-visible{outline:.15rem solid var(--accent);outline-offset:.15rem}
    .tools{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 .4rem}
    .tools button,.tools input,thead button{font:inherit;font-size:.82rem;color:inherit;background:none;
    border:1px solid var(--grid);border-radius:.35rem;padding:.15rem .5rem}
    svg+.tools{margin:.5rem 0 0}
    .tools button:hover,thead button:hover{border-color:var(--muted)}
    .tools input{min-width:0;width:11rem;max-width:100%}
    thead button{border:0;padding:0;font-weight:600;text-align:inherit;cursor:pointer}
    th[aria-sort]::after{content:" ↓"}
    th[aria-sort=ascending]::after{content:" ↑"}
    .said{position:fixed;right:1rem;bottom:1rem;margin:0;padding:.3rem .8rem;border-radius:.4rem;background:var(--text);
    color:var(--page)}
    .said:empty{display:none}
    .pick{transition:opacity .15s}
    .lead{max-width:46rem;font-size:1.05rem;overflow-wrap:anywhere}
    nav ul{display:flex;flex-wrap:wrap;gap:.2rem .95rem;list-style:none;margin:.8rem 0 1.2rem;padding:0;font-size:.85rem;
    overflow-wrap:anywhere}
    a{color:var(--accent);text-underline-offset:.2em}
    .chapter+.chapter,.fold+.chapter,.part{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--grid)}
    .warnings{background:var(--warn);border-left:.3rem solid var(--s2);border-radius:.4rem;padding:.8rem 1.1rem .3rem;
    margin:1.5rem 0}
    .warnings p{margin:0 0 .25rem}
    .warnings ul{margin:0 0 .5rem;padding-left:1.2rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.9rem,1fr));gap:.75rem}
    .card{background:var(--card);border-radius:.6rem;padding:.7rem .7rem}
    .card h3{font-size:.82rem;font-weight:600;color:var(--muted);margin:0;hyphens:auto;overflow-wrap:anywhere}
    .card .value{font-size:1.65rem;font-weight:700;line-height:1.2;margin:.15rem 0 .2rem;font-variant-numeric:tabular-nums}
    .card .unknown{font-size:1.25rem;color:var(--muted);font-weight:600}
    .detail,.note{color:var(--muted);font-size:.875rem}
    .card .detail{margin:0 0 .25rem;font-size:.82rem}
    .card .meaning{font-size:.82rem;line-height:1.4;margin:0}
    figure{margin:1.75rem 0 0;min-width:0}
    figcaption{margin-bottom:.6rem;color:var(--muted);font-size:.925rem}
    figcaption strong{display:block;color:var(--text);font-size:1.05rem}
    .charts,.tables{columns:2 27rem;column-gap:2.5rem}
    .charts figure,.tables figure{break-inside:avoid;margin:0;padding-top:1.75rem}
    svg.chart{max-width:44rem}
    .tall svg.chart{max-width:27rem}
    .scroll{overflow-x:auto;max-width:100%}
    .diagram svg{display:block;margin:0 auto;max-width:100%;max-height:46rem;height:auto}
    .table.wide{column-span:all}
    table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
    th,td{padding:.4rem .55rem;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top}
    thead th{color:var(--muted);font-weight:600;border-bottom:2px solid var(--grid);vertical-align:bottom}
    tbody th{font-weight:400;min-width:9rem;overflow-wrap:anywhere}
    th:first-child,td:first-child{padding-left:0}
    .number{text-align:right;white-space:nowrap}
    thead .number{white-space:normal}
    tbody th.number{min-width:0}
    .note{display:block}
    dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.75rem 2.5rem;margin:0}
    dt{font-weight:600}
    dd{margin:0;color:var(--muted);overflow-wrap:anywhere}
    @media (max-width:40rem){body{padding:1.25rem 1rem 3rem}h1{font-size:1.7rem}.card .value{font-size:1.7rem}
    .logo{max-width:22vw}}
    .tall{display:none}
    @media screen and (max-width:40rem){.broad{display:none}.tall{display:block}
    .diagram svg{max-height:none;width:100%}}

    """

  /// On paper no diagram is higher than leaves room on its page for another one with its heading and lead, and tables of KPIs
  /// go on over the page, so that no page stays half empty before what does not fit. Chromium repeats no head of a table
  /// with a button's box in it, and draws what follows a grid over what of it has moved to the next page.
  private static let paper = """
    @page{size:A4;margin:18mm 14mm}
    @media print{
    html,body{background:#fff}
    body{padding:0;max-width:none;font-size:9.5pt}
    nav,.who,.tools,.said{display:none}
    .fold:not([open]),#definitions:has(>.fold:not([open])){display:none}
    [id$=-kpis]>.fold:not([open]){display:block;margin:0}
    [id$=-kpis]>.fold::details-content{content-visibility:visible}
    [id$=-kpis]>.fold>summary,[id$=-kpis] .note{display:none}
    dl{grid-template-columns:1fr 1fr}
    .summary{font-size:10.5pt;break-inside:avoid}
    .chapter+.chapter{break-before:page;border:0}
    .part{margin-top:1.5rem;padding-top:1rem}
    .card,.warnings{border:1px solid var(--grid)}
    .cards{grid-template-columns:repeat(3,1fr);gap:.6rem}
    .card .value{font-size:1.5rem}
    .charts,.tables{columns:2;column-gap:1.5rem}
    .first{display:block}
    .first .charts{columns:auto}
    svg.chart{max-width:100%}
    .diagram svg{max-width:100%;max-height:95mm}
    figure{margin-top:1.1rem}
    .charts figure,.tables figure{padding-top:1.1rem}
    .table{break-inside:auto}
    [id$=-kpis] .tables{columns:auto}
    [id$=-kpis] .tables .table{break-inside:auto}
    thead button{display:contents}
    .card,tr,figcaption,.lead,dl div,.charts figure,.diagram{break-inside:avoid}
    h2,h3,figcaption,.lead{break-after:avoid}
    .scroll{overflow:visible}
    table{font-size:8pt}
    .lead,p{orphans:3;widows:3}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }

    """
}
