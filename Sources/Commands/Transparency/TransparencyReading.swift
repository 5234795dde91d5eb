import FoundationEssentials
import Matching
import Model
import Notifying
import Reporting
import Scoring
import Settings
import TextProcessing

/// What of the settings the transparency page tells; secrets stay behind.
struct TransparencyReading {
    let settings: Settings
    let overlays: OverlayFiles
    /// Whether readers of mail are named.
    let showsRecipients: Bool

    /// The facts; fails where an overlay is wrong.
    ///
    /// `corrections` are the verdicts of persons that are stored.
    func facts(_ corrections: [Correction] = [], now: Date) throws(CommandFailure)
        -> TransparencyFacts
    {
        let accuracy = MeasuredAccuracy(corrections)
        let own = settings.brands.map(\.brand).filter { !$0.isCompetitor }
        let others = settings.brands.map(\.brand).filter(\.isCompetitor)
        return TransparencyFacts(
            business: settings.business.name, contact: settings.business.contact,
            brands: own.map(\.name), competitors: others.map(\.name), lexicon: try lexicon(),
            accuracy: accuracy.sampled.total > 0 ? accuracy.measures : [],
            rules: RuleBook(settings: settings).rows(now: now).filter(\.isEnabled),
            channels: settings.channels.map(channel),
            sources: settings.sources.filter { $0.isEnabled || $0.isImported }.map(source),
            mentionsKeptFor: settings.retention.mentions,
            authorsKeptFor: settings.retention.authors,
            lettersKeptFor: settings.retention.outbox, hasHeartbeat: settings.heartbeat != nil)
    }

    private func lexicon() throws(CommandFailure) -> TransparencyFacts.Lexicon {
        let lexicon = try overlays.lexicon()
        var words: [TransparencyFacts.Word] = []
        for file in overlays.files {
            // `lexicon()` above has read the same text without an error.
            let overlay = try? LexiconOverlay(parsing: file.text, file: file.file)
            words += (overlay?.words ?? []).map { word in
                TransparencyFacts.Word(
                    term: word.term, valence: word.valence, language: word.language)
            }
        }
        return TransparencyFacts.Lexicon(
            edition: lexicon.edition,
            entries: (lexicon.languages + ["emoji"]).map { code in
                TransparencyFacts.Language(code: code, entries: lexicon.entryCount(of: code))
            }, words: words)
    }

    private func source(_ source: Source) -> TransparencyFacts.Source {
        let url = source.url.reveal()
        let isFile = url.lowercased().hasPrefix("file:")
        let address = isFile ? "a file on this machine" : MaskedURL.masked(url)
        let kept = settings.retention.sources[source.id] ?? settings.retention.mentions
        return TransparencyFacts.Source(
            title: source.title ?? source.id.rawValue, kind: source.kind.rawValue,
            address: source.isImported ? nil : address,
            interval: source.isPolled ? source.interval : nil, keptFor: kept)
    }

    private func channel(_ channel: ChannelSettings) -> TransparencyFacts.Channel {
        switch channel.kind {
        case .sendmail(let mail):
            TransparencyFacts.Channel(
                name: channel.id.rawValue, kind: "mail",
                recipients: showsRecipients ? mail.recipients.map(\.description) : [])
        case .smtp(let mail):
            TransparencyFacts.Channel(
                name: channel.id.rawValue, kind: "mail, through \(mail.host)",
                recipients: showsRecipients ? mail.recipients.map(\.description) : [])
        case .webhook(let hook):
            TransparencyFacts.Channel(name: channel.id.rawValue, kind: Self.name(of: hook.format))
        case .exec:
            TransparencyFacts.Channel(name: channel.id.rawValue, kind: "a program of the owner’s")
        }
    }

    private static func name(of format: WebhookSettings.Format) -> String {
        switch format {
        case .standard, .template: "a web service"
        case .slack: "Slack"
        case .discord: "Discord"
        case .teams: "Microsoft Teams"
        case .mattermost: "Mattermost"
        case .matrix: "Matrix"
        case .telegram: "Telegram"
        case .ntfy: "ntfy"
        case .pagerDuty: "PagerDuty"
        case .gotify: "Gotify"
        case .googleChat: "Google Chat"
        }
    }
}
