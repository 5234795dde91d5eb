/// The look of the HTML part: inline declarations for every client, and a style sheet that turns
/// them dark for those that read one.
enum HTMLStyle {
    static let page =
        "margin:0;padding:0;background:#f3f4f6;color:#1c2127;"
        + "font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
    static let column = "max-width:600px;margin:0 auto;padding:20px 12px"
    static let card =
        "background:#ffffff;border:1px solid #dfe3e8;border-radius:12px;padding:20px;"
        + "margin:0 0 16px"
    static let headline = "font-size:22px;font-weight:700;line-height:1.25;margin:4px 4px 4px"
    static let subline = "font-size:15px;color:#57606a;margin:0 4px 14px"
    static let heading = "font-size:17px;font-weight:700;line-height:1.3;margin:26px 4px 10px"
    static let paragraph = "margin:10px 4px 16px"
    static let fact = "margin:4px 0;overflow-wrap:anywhere"
    static let standing = "font-size:15px;font-weight:600;color:#a1261a;margin:10px 0 0"
    static let reason = "font-size:14px;color:#57606a;margin:4px 0 0;overflow-wrap:anywhere"
    static let command =
        "display:inline-block;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;"
        + "background:#eef1f4;border-radius:4px;padding:4px 8px;margin:4px 0;overflow-wrap:anywhere"
    static let tiles = "width:100%;border-collapse:collapse;table-layout:fixed"
    static let tile = "width:50%;padding:8px 10px 10px 0;vertical-align:top"
    static let tileLabel = "font-size:13px;font-weight:600;color:#57606a"
    static let tileValue = "font-size:28px;font-weight:700;line-height:1.2"
    static let tileNote = "font-size:13px;line-height:1.35;color:#57606a"
    static let chart = "width:100%;height:64px;border-collapse:collapse;table-layout:fixed"
    static let bar = "padding:0 1px;vertical-align:bottom;height:64px;line-height:0;font-size:0"
    static let axis = "width:100%;border-collapse:collapse;font-size:12px;color:#57606a"
    static let itemStars = "color:#b45309;letter-spacing:1px"
    static let itemDetail = "font-size:14px;color:#57606a;margin:2px 0 0"
    static let itemLink =
        "display:inline-block;padding:4px 0 4px 12px;color:#1f4e8c;font-weight:600"
    static let stars = "font-size:24px;line-height:1.2;letter-spacing:2px;color:#b45309"
    static let rating = "font-size:15px;color:#57606a"
    static let byline = "font-size:14px;color:#57606a;margin:2px 0 0"
    static let title = "font-size:18px;font-weight:600;line-height:1.35;margin:16px 0 0"
    static let text = "margin:10px 0 0;white-space:pre-line;overflow-wrap:anywhere"
    static let muted = "font-size:14px;color:#57606a;margin:10px 0 0"
    static let link =
        "display:inline-block;margin:16px 0 0;padding:8px 16px;border-radius:8px;"
        + "background:#1f4e8c;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none"
    static let address =
        "font-size:12px;color:#57606a;margin:6px 0 0;overflow-wrap:anywhere;word-break:break-all"
    static let verdict =
        "margin:18px 0 0;padding:14px 0 0;border-top:1px solid #dfe3e8;font-size:15px"
    static let words = "border-collapse:collapse;margin:8px 0 0;font-size:15px"
    static let figure =
        "padding:3px 10px 3px 0;text-align:right;white-space:nowrap;font-weight:600;"
        + "font-variant-numeric:tabular-nums;vertical-align:top"
    static let word = "padding:3px 0;vertical-align:top;overflow-wrap:anywhere"
    static let rule = "font-size:13px;color:#57606a"
    static let code =
        "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;background:#eef1f4;"
        + "border-radius:4px;padding:2px 6px;white-space:nowrap"
    static let edit = "font-size:15px;font-weight:600;color:#a1261a;margin:6px 0 0"
    static let before =
        "margin:18px 0 0;padding:2px 0 2px 14px;border-left:3px solid #c9d0d8;color:#57606a"
    static let label = "font-size:13px;font-weight:600;color:#57606a;margin:0"
    static let site = "margin:6px 0 0;font-size:15px;overflow-wrap:anywhere"
    static let siteLink = "color:#1f4e8c;font-weight:600"
    static let siteAddress = "font-size:12px;color:#57606a;word-break:break-all"
    static let noticeTitle = "font-size:18px;font-weight:600;line-height:1.35;margin:0"
    static let foot = "font-size:13px;color:#57606a;margin:0 4px 8px"

    /// The class and the inline style of a word that counted.
    static func mark(_ weight: Double) -> String {
        weight < 0
            ? #"class="neg" style="background:#fde3e0;color:#8a1a10;border-radius:4px;padding:1px 4px""#
            : #"class="pos" style="background:#dcf2e2;color:#14532d;border-radius:4px;padding:1px 4px""#
    }

    /// The class and the inline style of a figure in the list of words.
    static func figure(_ weight: Double) -> String {
        weight < 0
            ? "class=\"minus\" style=\"\(figure);color:#a1261a\""
            : "class=\"plus\" style=\"\(figure);color:#1a6b38\""
    }

    /// The class and the colour of a figure's note.
    static func tone(_ tone: FigureTile.Tone) -> (name: String, colour: String) {
        switch tone {
        case .plain: ("muted", "#57606a")
        case .better: ("plus", "#1a6b38")
        case .worse: ("minus", "#a1261a")
        }
    }

    /// A row of a list: hairlines part the rows.
    static func item(isFirst: Bool, isLast: Bool) -> String {
        "padding:\(isFirst ? "0" : "12px") 0 \(isLast ? "0" : "12px");overflow-wrap:anywhere"
            + (isFirst ? "" : ";border-top:1px solid #dfe3e8")
    }

    /// A part of a bar of the trend; `isBad` for the negative mentions at its foot.
    static func bar(height: Int, isBad: Bool) -> String {
        let colour = isBad ? "#c2410c" : "#9db4cf"
        return "<div class=\"\(isBad ? "bad" : "bar")\" style=\"height:\(height)px;"
            + "background:\(colour)\"></div>"
    }

    static let sheet = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .page { background: #15181c !important; color: #e7e9ec !important; }
          .card { background: #1f2329 !important; border-color: #343a42 !important; }
          .verdict { border-color: #343a42 !important; }
          .muted { color: #a6afb9 !important; }
          .stars { color: #f0b34a !important; }
          .neg { background: #5c1f19 !important; color: #ffdcd7 !important; }
          .pos { background: #17472b !important; color: #cff3db !important; }
          .minus { color: #ff9d92 !important; }
          .plus { color: #7fd9a0 !important; }
          .edit { color: #ff9d92 !important; }
          .before { border-color: #4a525c !important; color: #a6afb9 !important; }
          .site { color: #9cc4f5 !important; }
          .code { background: #2b3038 !important; }
          .row { border-color: #343a42 !important; }
          .swatch { color: #f0803c !important; }
          .bar { background: #4d6a8c !important; }
          .bad { background: #f0803c !important; }
          .link { background: #9cc4f5 !important; color: #10243d !important; }
        }
        @media print {
          .page { background: #ffffff !important; color: #000000 !important; }
          .card { break-inside: avoid; }
          h2 { break-after: avoid; }
          .bar, .bad, .neg, .pos { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """
}
