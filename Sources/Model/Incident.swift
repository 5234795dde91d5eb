public import FoundationEssentials

/// What near-duplicates are found by: similar texts have fingerprints that differ in few bits.
///
/// Nil parts are absent or too short to tell anything.
public struct StoryFingerprint: Sendable, Hashable {
    /// The fingerprint of the title.
    public var title: UInt64?
    /// The fingerprint of the text.
    public var text: UInt64?

    /// A fingerprint.
    public init(title: UInt64? = nil, text: UInt64? = nil) {
        self.title = title
        self.text = text
    }

    /// Whether it can find nothing.
    public var isBlank: Bool { title == nil && text == nil }
}

/// One story that several mentions tell: the first of them and its copies.
public struct Incident: Sendable, Hashable {
    /// A mention that tells the story.
    public struct Copy: Sendable, Hashable {
        /// Its number.
        public var mention: MentionID
        /// Where it was read.
        public var source: SourceID
        /// Where a person reads it.
        public var url: String?
        /// When Repute first saw it.
        public var firstSeen: Date

        /// A copy.
        public init(mention: MentionID, source: SourceID, url: String?, firstSeen: Date) {
            self.mention = mention
            self.source = source
            self.url = url
            self.firstSeen = firstSeen
        }
    }

    /// Its number: that of the first mention.
    public var id: MentionID
    /// The mentions that tell it, the first one first; at least two.
    public var copies: [Copy]

    /// An incident.
    public init(id: MentionID, copies: [Copy]) {
        self.id = id
        self.copies = copies
    }

    /// On how many sites it stands: hosts of its addresses, sources where there is no address.
    public var siteCount: Int {
        Set(copies.map { $0.url.flatMap(Self.host) ?? $0.source.rawValue }).count
    }

    private static func host(of url: String) -> String? {
        guard let mark = url.firstRange(of: "://") else { return nil }
        let authority = url[mark.upperBound...].prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let name = host.lowercased()
        return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    }
}
