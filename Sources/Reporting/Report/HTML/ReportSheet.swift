/// The style sheet of a report.
enum ReportSheet {
    static let text = [colours, page, figures, charts, tables, quotes, narrow, print]
        .joined(separator: "\n")

    /// Every text has a contrast of at least 4.5 to 1 on its ground, every mark of 3 to 1.
    private static let colours = """
        :root {
          color-scheme: light dark;
          --page: #f3f4f6; --card: #ffffff; --text: #1c2127; --muted: #57606a; --rule: #dfe3e8;
          --link: #1f4e8c; --track: #e9edf1; --soft: #5b86ba; --stars: #9a4a06;
          --bad: #a1261a; --good: #1a6b38;
          --negative: #c2410c; --neutral: #6e7a88; --positive: #1f7a4a;
          --plain-0: #1f4e8c; --plain-1: #8a5a00; --plain-2: #7b3fa0;
          --plain-3: #0e7490; --plain-4: #9d174d; --plain-5: #4d5a66;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --page: #15181c; --card: #1f2329; --text: #e7e9ec; --muted: #a6afb9; --rule: #343a42;
            --link: #9cc4f5; --track: #2b3038; --soft: #5f8fc7; --stars: #f0b34a;
            --bad: #ff9d92; --good: #7fd9a0;
            --negative: #f0803c; --neutral: #8f9baa; --positive: #5cc98a;
            --plain-0: #8ab8f0; --plain-1: #e0b04a; --plain-2: #c79bea;
            --plain-3: #4cc3d9; --plain-4: #f28ab8; --plain-5: #aab4bf;
          }
        }
        """

    private static let page = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
          margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 62rem;
          background: var(--page); color: var(--text); overflow-wrap: anywhere;
          font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
        }
        main:focus { outline: none; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
        a { color: var(--link); }
        h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
        h1 { font-size: 2rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
        h2 { font-size: 1.375rem; margin: 2.5rem 0 .875rem; }
        h3 { font-size: 1.0625rem; margin: 0 0 .5rem; }
        header p, footer p { margin: .125rem 0; }
        .eyebrow { font-weight: 600; color: var(--muted); }
        .period { color: var(--muted); }
        .skip { position: absolute; left: -999rem; }
        .skip:focus {
          left: 1rem; top: .5rem; padding: .5rem .75rem; z-index: 1; background: var(--card);
          border-radius: 8px;
        }
        .hidden {
          position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap;
        }
        .patterns { position: absolute; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.25rem 0 0; padding: 0; }
        nav a {
          display: block; padding: .375rem .8125rem; border: 1px solid var(--rule); border-radius: 99px;
          background: var(--card); font-size: .9375rem; font-weight: 600; text-decoration: none;
        }
        nav a:hover { border-color: currentColor; }
        footer {
          margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule);
          color: var(--muted); font-size: .875rem; max-width: 68ch;
        }
        .note {
          max-width: 72ch; margin: .75rem 0; padding: .125rem 0 .125rem .875rem;
          border-left: 3px solid var(--soft);
        }
        .prose .note { border: 0; padding: 0; }
        .none { color: var(--muted); margin: 0; }
        summary { cursor: pointer; color: var(--link); font-size: .875rem; padding: .25rem 0; width: fit-content; }
        summary:hover { text-decoration: underline; }
        .card, .chart, .block, .quote {
          background: var(--card); border: 1px solid var(--rule); border-radius: 12px;
        }
        .chart, .block { margin: 0 0 1rem; padding: 1.125rem 1.25rem; }
        .negative { --ink: var(--negative); } .neutral { --ink: var(--neutral); }
        .positive { --ink: var(--positive); } .plain-0 { --ink: var(--plain-0); }
        .plain-1 { --ink: var(--plain-1); } .plain-2 { --ink: var(--plain-2); }
        .plain-3 { --ink: var(--plain-3); } .plain-4 { --ink: var(--plain-4); }
        .plain-5 { --ink: var(--plain-5); }
        """

    private static let figures = """
        .cards {
          display: grid; gap: .875rem; margin: 0 0 1rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5rem), 1fr));
        }
        .card { min-width: 0; padding: .9375rem 1.125rem 1rem; display: flex; flex-direction: column; }
        .card dt { font-size: .875rem; font-weight: 600; color: var(--muted); }
        .card dd { margin: 0; font-size: .875rem; }
        .card .value { font-size: 1rem; line-height: 1.25; margin: .125rem 0; }
        .figure { font-size: 2rem; font-weight: 700; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
        .value .stars { font-size: 1.0625rem; }
        .value.refused { font-weight: 600; padding: .5rem 0 .375rem; }
        .n { color: var(--muted); font-size: .8125rem; font-weight: 400; white-space: nowrap; }
        .interval { display: flex; align-items: center; gap: .625rem; white-space: nowrap; color: var(--muted); }
        .interval .range { flex: 1 1 4rem; min-width: 3rem; height: 12px; overflow: visible; margin: 0 5px; }
        .track { fill: var(--track); }
        .band { fill: var(--soft); }
        .point { stroke: var(--text); stroke-width: 3; }
        .before { fill: var(--card); stroke: var(--muted); stroke-width: 1.5; }
        .figure + .n, .figure + .stars { margin-left: .25rem; }
        .change { margin-top: .3125rem !important; }
        .change.negative, td.negative, th.negative, .verdict.negative { color: var(--bad); }
        .change.positive, td.positive, th.positive, .verdict.positive { color: var(--good); }
        .change.negative, .change.positive, .verdict { font-weight: 600; }
        .formula { color: var(--muted); font-size: .8125rem !important; line-height: 1.4; }
        .card .formula { margin-top: auto; padding-top: .5rem; }
        .block .formula { margin: .625rem 0 0; max-width: 72ch; }
        .numbers { margin: .25rem 0; font-size: .8125rem; font-variant-numeric: tabular-nums; }
        .stars { color: var(--stars); letter-spacing: .06em; white-space: nowrap; }
        """

    private static let charts = """
        figcaption h3 { margin-bottom: .125rem; }
        .detail { margin: 0; color: var(--muted); font-size: .8125rem; }
        .legend {
          list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.125rem; margin: .625rem 0 0;
          padding: 0; font-size: .875rem;
        }
        .key { vertical-align: -1px; margin-right: .1875rem; }
        .plot, .bars { display: block; width: 100%; overflow: visible; font-size: 12px; }
        .plot { height: 238px; padding: 16px 14px 28px 52px; }
        .bars { margin-top: .5rem; font-size: 14px; }
        svg text { fill: var(--text); unicode-bidi: isolate; }
        .plot text { fill: var(--muted); }
        .value { font-variant-numeric: tabular-nums; }
        .grid { stroke: var(--rule); }
        .axis, .tick { stroke: var(--muted); }
        .tick { stroke-width: 6; stroke-dasharray: 1 9; }
        .hint { fill: transparent; }
        .hint:hover { fill: var(--text); fill-opacity: .06; }
        .fill { fill: var(--ink); stroke: var(--card); stroke-width: 1; }
        .fill.plain-0 { fill: var(--soft); }
        .fill.negative { fill: url(#hatch-negative); }
        .fill.neutral { fill: url(#hatch-neutral); }
        .ground { fill: var(--ink); }
        .gap { fill: var(--card); fill-opacity: .62; }
        .line {
          fill: none; stroke: var(--ink); stroke-width: 2.25; stroke-linejoin: round;
          stroke-linecap: round; vector-effect: non-scaling-stroke;
        }
        .line.negative { stroke-dasharray: 7 5; }
        .line.neutral { stroke-dasharray: 1 5; }
        .line.plain-1 { stroke-dasharray: 10 4 2 4; }
        .line.plain-2 { stroke-dasharray: 4 4; }
        .line.plain-3 { stroke-dasharray: 12 4; }
        .line.plain-4 { stroke-dasharray: 2 4; }
        .line.plain-5 { stroke-dasharray: 8 3 2 3 2 3; }
        .dot { fill: var(--ink); stroke: var(--card); stroke-width: 1; }
        .narrow { display: none; }
        .behind { margin-top: .5rem; }
        """

    private static let tables = """
        .scroll { position: relative; overflow-x: auto; max-width: 100%; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
        th, td { padding: .4375rem 1.125rem .4375rem 0; text-align: left; vertical-align: top; min-width: 6rem; overflow-wrap: normal; }
        .loose { overflow-wrap: anywhere; min-width: 10rem; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { font-size: .8125rem; color: var(--muted); vertical-align: bottom; }
        thead tr { border-bottom: 2px solid var(--rule); }
        tbody tr + tr { border-top: 1px solid var(--rule); }
        tbody th { font-weight: 600; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 0; }
        thead .number { white-space: normal; overflow-wrap: normal; }
        """

    private static let quotes = """
        .quotes {
          display: grid; gap: .75rem; margin: 0 0 1rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        }
        .quotes + h3 { margin-top: 1.25rem; }
        .quote { padding: 1rem 1.25rem; }
        .byline, .foot { margin: 0; font-size: .875rem; color: var(--muted); }
        .byline .stars { font-size: 1.0625rem; }
        blockquote { margin: .5rem 0; max-width: 72ch; }
        blockquote p { margin: .375rem 0; }
        blockquote .title { font-weight: 600; }
        blockquote .rest { color: var(--muted); font-size: .875rem; }
        code { font: .8125rem ui-monospace, Menlo, Consolas, monospace; }
        .verdict { white-space: nowrap; }
        """

    private static let narrow = """
        @media (max-width: 40rem) {
          body { padding: 1rem .75rem 2rem; }
          h1 { font-size: 1.625rem; }
          h2 { font-size: 1.25rem; margin-top: 2rem; }
          .chart, .block { padding: .9375rem 1rem; }
          .quote { padding: .875rem 1rem; }
          .plot { padding-left: 46px; padding-right: 10px; }
          .wide { display: none; }
          .narrow { display: inline; }
          td:not(.number) { min-width: 8.5rem; }
        }
        """

    private static let print = """
        @page { size: A4; margin: 15mm 14mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
        @media print {
          :root { color-scheme: light; --page: #ffffff; font-size: 10pt; }
          body { max-width: none; padding: 0; }
          nav, .skip { display: none; }
          h2, h3, figcaption, .legend { break-after: avoid; }
          .card, .chart, .block, .drawn, .quote, tr, footer { break-inside: avoid; }
          .long { break-inside: auto; }
          footer { break-before: avoid; margin-top: 1rem; }
          .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); }
          .figure { font-size: 1.5rem; }
          .interval { white-space: normal; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          summary { display: none; }
          details::details-content { content-visibility: visible; display: block; block-size: auto; }
          details:not([open]) > :not(summary) { display: block; }
          .plot { height: 180px; }
          table { font-size: 9pt; }
          th, td { min-width: 5rem; padding-top: .25rem; padding-bottom: .25rem; }
          .quotes { grid-template-columns: minmax(0, 1fr); }
          .quote a[href^="http"]::after { content: " (" attr(href) ")"; font-weight: 400; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """
}
