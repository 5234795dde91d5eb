public import FoundationEssentials
public import Model

/// What asking a source for its feed brought.
public enum FetchOutcome: Sendable, Hashable {
    /// The document is the one that was parsed last.
    case unchanged(FetchNotes)
    case body(FetchedBody)
    /// Nothing usable came. A fetch whose task was cancelled ends so too, as `interrupted`: who
    /// cancelled has to look at `Task.isCancelled` before taking it for the source's fault.
    case failed(PollFailure)
}

/// What to remember of an answer besides its body.
public struct FetchNotes: Sendable, Hashable {
    /// To be stored in place of the former ones.
    public var validators: SourceState.Validators
    /// The address to be polled from now on in place of the configured one, also if it was known
    /// before; nil if it is the configured one.
    public var movedTo: Secret?
    /// How long the server says the answer stays fresh, in seconds; nil if it doesn't say, 0 if it says
    /// that it is stale at once.
    public var freshFor: TimeInterval?
    /// How much the server lets us ask; nil if it doesn't say.
    public var rateLimit: RateLimit?
    /// The status of the last hop; nil for a file.
    public var status: Int?
    /// What the server said, in one sentence for the owner, without a secret of the address; nil for
    /// a file.
    public var answer: String?

    /// Notes; see the properties for what each value means.
    public init(
        validators: SourceState.Validators = .init(), movedTo: Secret? = nil,
        freshFor: TimeInterval? = nil, rateLimit: RateLimit? = nil, status: Int? = nil,
        answer: String? = nil
    ) {
        self.validators = validators
        self.movedTo = movedTo
        self.freshFor = freshFor
        self.rateLimit = rateLimit
        self.status = status
        self.answer = answer
    }
}

/// A whole document, not the one that was parsed last.
public struct FetchedBody: Sendable, Hashable {
    /// As the server sent it, decompressed, in whatever charset.
    public var bytes: [UInt8]
    /// `BodyDigest` of the bytes, to be stored with what was parsed from them.
    public var digest: String
    /// From the `Content-Type`, in lower case and without parameters; nil if there was none.
    public var mediaType: String?
    /// The `charset` of the `Content-Type`, in lower case; nil if it named none.
    public var charset: String?
    /// The URL that answered, without user and password: the base of relative links.
    ///
    /// It may hold a secret; shown only through `MaskedURL`.
    public var finalURL: String
    /// The absolute address, on the same host, of the page after this one, as the `Link` field says; nil
    /// if it says none.
    ///
    /// It may hold a secret; shown only through `MaskedURL`.
    public var nextLink: String?
    /// What else to remember.
    public var notes: FetchNotes

    /// A body; see the properties for what each value means.
    public init(
        bytes: [UInt8], digest: String, mediaType: String? = nil, charset: String? = nil,
        finalURL: String, nextLink: String? = nil, notes: FetchNotes = FetchNotes()
    ) {
        self.bytes = bytes
        self.digest = digest
        self.mediaType = mediaType
        self.charset = charset
        self.finalURL = finalURL
        self.nextLink = nextLink
        self.notes = notes
    }

    /// `notes.validators`.
    public var validators: SourceState.Validators { notes.validators }
    /// `notes.movedTo`.
    public var movedTo: Secret? { notes.movedTo }
    /// `notes.freshFor`.
    public var freshFor: TimeInterval? { notes.freshFor }
    /// `notes.rateLimit`.
    public var rateLimit: RateLimit? { notes.rateLimit }
    /// `notes.status`.
    public var status: Int? { notes.status }
}
