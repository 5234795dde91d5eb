/// The formats that are read, by the names that `repute try --format json` prints.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    /// RSS 2.0.
    case rss2
    /// RSS 1.0, the RDF one.
    case rss1
    /// RSS 0.90 to 0.94, Netscape's and UserLand's.
    case rss09
    /// Atom 1.0 (RFC 4287).
    case atom1
    /// Atom 0.3, the draft that older software still sends.
    case atom03
    /// JSON Feed 1 and 1.1.
    case jsonfeed
    /// Any other JSON, read by a recipe.
    case recipe
    /// A web page with reviews in the words of schema.org.
    case schemaOrg = "schema-org"
}
