import Model

/// The other sites that tell the story of a mention, in words.
struct StoryWording {
    /// How many of them are named; the number of the rest is told.
    static let siteLimit = 10

    /// One telling.
    struct Site {
        /// What the owner calls the source.
        var source: String
        /// Nil where there is no address that may be linked to.
        var link: String?
        /// The mention's number.
        var mention: MentionID
    }

    /// `The same story on 3 sites`.
    let headline: String
    /// The first that told it first; without the mention that they are shown beside.
    let sites: [Site]
    /// Tellings that are not named.
    let omitted: Int
    /// On how many sites it stands, this one included.
    let siteCount: Int

    /// Nil where nobody else tells it.
    init?(_ incident: Incident, of mention: Mention, in letter: Letter) {
        let others = incident.copies.filter { $0.mention != mention.id }
        guard !others.isEmpty else { return nil }
        let count = incident.siteCount
        siteCount = count
        headline =
            letter.book.mention(
                count == 1 ? .storyOnThisSite(incident.copies.count) : .storyOnSites(count))
        sites = others.prefix(Self.siteLimit).map {
            Site(
                source: OneLine.text(letter.title(of: $0.source), limit: 80),
                link: WebLink.checked($0.url), mention: $0.mention)
        }
        omitted = others.count - sites.count
    }

    /// `… and 4 more: repute show 12`; nil where all are named.
    func rest(of mention: MentionID, _ book: any PhraseBook) -> String? {
        omitted == 0 ? nil : book.mention(.andMore(omitted)) + book.colon + "repute show \(mention)"
    }
}
