public import FoundationEssentials
public import Model

/// What is kept of people, and how it is made to go.
public protocol PrivacyStore: Sendable {
    /// What a prune with these times would remove; changes nothing.
    func retentionForecast(_ cutoffs: RetentionCutoffs) async throws(StorageError)
        -> RetentionForecast

    /// What forgetting would erase; changes nothing.
    func forgetPreview(_ selection: ForgetSelection) async throws(StorageError) -> ForgetPreview

    /// Erases mentions in one transaction, for good: all that was read of them, their earlier wordings,
    /// what people noted and judged, and what decisions, alerts and letters say of them.
    ///
    /// Letters that tell of nothing else are taken back; others go on without. The figures by day stay,
    /// the words apart that name aspects. A digest of each identity stays, so that no later poll or
    /// import brings it back, and one of each longer wording, which does the same where its source gives
    /// it another id. What was erased is overwritten in the file and in its journal before this returns,
    /// unless a reader of another process keeps the journal for too long; the receipt says which.
    /// Where nothing is selected nothing is stored, and the receipt has the number 0.
    func forget(_ selection: ForgetSelection, by: String, now: Date)
        async throws(StorageError) -> ForgetReceipt

    /// The receipts of everything that was ever forgotten, newest first.
    func forgetReceipts() async throws(StorageError) -> [ForgetReceipt]
}

/// What is to be forgotten.
public enum ForgetSelection: Sendable, Hashable {
    /// Mentions by their numbers; those that are not stored are left out.
    case mentions([MentionID])
    /// All mentions by an author, exactly of this name; nil: of all sources.
    case author(String, source: SourceID?)
}

/// What forgetting would erase.
public struct ForgetPreview: Sendable, Hashable {
    /// The mentions, oldest first, without the words that counted.
    public var mentions: [Mention]
    /// How many rows would go.
    public var counts: ForgetCounts
    /// Mentions elsewhere that tell the same story, and stay.
    public var copies: [MentionID]

    /// A preview.
    public init(mentions: [Mention], counts: ForgetCounts, copies: [MentionID]) {
        self.mentions = mentions
        self.counts = counts
        self.copies = copies
    }
}

/// How much was forgotten.
public struct ForgetCounts: Sendable, Hashable {
    /// Mentions, with title, text, author, address, reply and search index.
    public var mentions = 0
    /// Earlier wordings.
    public var versions = 0
    /// Steps of triage with their notes.
    public var triageEvents = 0
    /// Verdicts of people.
    public var corrections = 0
    /// Suspicions.
    public var flags = 0
    /// Records of drafted replies.
    public var drafts = 0
    /// Words of rules on them.
    public var decisions = 0
    /// Alerts that told of them, whose reasons were struck out.
    public var alerts = 0
    /// Letters that were still to be sent and told of nothing else, taken back.
    public var letters = 0

    /// Nothing.
    public init() {}
}

/// The proof that something was forgotten; it holds nothing of what it was.
public struct ForgetReceipt: Sendable, Hashable {
    /// Its number in the store; 0 for one of nothing.
    public var id: Int64
    /// When.
    public var at: Date
    /// Who forgot, by name.
    public var by: String
    /// The numbers that the mentions had.
    public var mentions: [MentionID]
    /// How much.
    public var counts: ForgetCounts
    /// What keeps them out: SHA-256 of identities and wordings, as 64 hexadecimal digits.
    public var hashes: [String]
    /// False where the journal holds some of it until it is next written back, since somebody was
    /// reading it all the time; nil for a receipt of before.
    public var isJournalCleared: Bool?

    /// A receipt.
    public init(
        id: Int64, at: Date, by: String, mentions: [MentionID], counts: ForgetCounts,
        hashes: [String], isJournalCleared: Bool? = nil
    ) {
        self.id = id
        self.at = at
        self.by = by
        self.mentions = mentions
        self.counts = counts
        self.hashes = hashes
        self.isJournalCleared = isJournalCleared
    }
}
