public import FoundationEssentials

/// What a running configuration does with the words of others; holds no secret.
public struct TransparencyFacts: Sendable, Hashable {
    /// The words that verdicts rest on.
    public struct Lexicon: Sendable, Hashable {
        /// The edition, overlays counted, such as `2026.1+3`.
        public var edition: String
        /// How many entries each language has, by its two-letter code; `emoji` for all languages.
        public var entries: [Language]
        /// What the owner wrote over it, in the order in which it counts.
        public var words: [Word]

        /// A lexicon.
        public init(edition: String, entries: [Language], words: [Word]) {
            self.edition = edition
            self.entries = entries
            self.words = words
        }
    }

    /// How many entries one language has.
    public struct Language: Sendable, Hashable {
        /// A two-letter ISO 639-1 code, or `emoji`.
        public var code: String
        /// Words, phrases and the beginnings of phrases.
        public var entries: Int

        /// A language.
        public init(code: String, entries: Int) {
            self.code = code
            self.entries = entries
        }
    }

    /// A word of the owner's own.
    public struct Word: Sendable, Hashable {
        /// The word, phrase or emoji as the owner wrote it.
        public var term: String
        /// −4 to 4; nil: it counts for nothing.
        public var valence: Double?
        /// The language that it holds in; nil for all.
        public var language: String?

        /// A word.
        public init(term: String, valence: Double?, language: String?) {
            self.term = term
            self.valence = valence
            self.language = language
        }
    }

    /// A place that mentions come from.
    public struct Source: Sendable, Hashable {
        /// What the owner calls it.
        public var title: String
        /// What its entries are: `review`, `mention` or `survey`.
        public var kind: String
        /// Where it is, what grants access hidden; nil where it is filled by hand.
        public var address: String?
        /// Seconds between two polls, the shortest where they vary; nil where it is not polled.
        public var interval: TimeInterval?
        /// Seconds that its mentions are kept; nil for ever.
        public var keptFor: TimeInterval?

        /// A source.
        public init(
            title: String, kind: String, address: String?, interval: TimeInterval?,
            keptFor: TimeInterval?
        ) {
            self.title = title
            self.kind = kind
            self.address = address
            self.interval = interval
            self.keptFor = keptFor
        }
    }

    /// A way by which somebody is told.
    public struct Channel: Sendable, Hashable {
        /// Its name in the configuration.
        public var name: String
        /// What it is, such as `mail`.
        public var kind: String
        /// Who reads it; empty unless the owner wants that told.
        public var recipients: [String]

        /// A channel.
        public init(name: String, kind: String, recipients: [String] = []) {
            self.name = name
            self.kind = kind
            self.recipients = recipients
        }
    }

    /// What the business calls itself.
    public var business: String
    /// The mail address of whoever answers for this; nil where none is configured.
    public var contact: String?
    /// The names that are looked for, the owner's own.
    public var brands: [String]
    /// The names of others that are compared with.
    public var competitors: [String]
    /// The words that verdicts rest on.
    public var lexicon: Lexicon
    /// How often verdicts were right, by mentions that were drawn at random and judged; empty where none were.
    public var accuracy: [Measure]
    /// What is told, in the order of the configuration, disabled rules left out.
    public var rules: [RuleListing.Row]
    /// Whom it is told to.
    public var channels: [Channel]
    /// In the order of the configuration, disabled sources left out.
    public var sources: [Source]
    /// Seconds that a mention is kept where its source says nothing else; nil for ever.
    public var mentionsKeptFor: TimeInterval?
    /// Seconds that the name of an author is kept after the mention was closed; nil as long as the mention.
    public var authorsKeptFor: TimeInterval?
    /// Seconds that a letter is kept after it was delivered or given up; nil for ever.
    public var lettersKeptFor: TimeInterval?
    /// Whether a service outside is told, again and again, that the daemon lives.
    public var hasHeartbeat: Bool

    /// The facts.
    public init(
        business: String, contact: String?, brands: [String], competitors: [String],
        lexicon: Lexicon, accuracy: [Measure] = [], rules: [RuleListing.Row], channels: [Channel],
        sources: [Source], mentionsKeptFor: TimeInterval?, authorsKeptFor: TimeInterval?,
        lettersKeptFor: TimeInterval?, hasHeartbeat: Bool
    ) {
        self.business = business
        self.contact = contact
        self.brands = brands
        self.competitors = competitors
        self.lexicon = lexicon
        self.accuracy = accuracy
        self.rules = rules
        self.channels = channels
        self.sources = sources
        self.mentionsKeptFor = mentionsKeptFor
        self.authorsKeptFor = authorsKeptFor
        self.lettersKeptFor = lettersKeptFor
        self.hasHeartbeat = hasHeartbeat
    }
}
