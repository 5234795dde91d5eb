import CXML
import Model

/// The first element of a document, which tells the format.
struct DocumentRoot {
    /// As written, without prefix.
    let name: String
    /// Nil for an element that no feed starts with.
    private(set) var format: FeedFormat?

    /// Reads the format from an element, its namespace and its `version`.
    init(
        _ element: ElementName, namespace: UnsafePointer<CChar>?,
        attributes: UnsafeBufferPointer<cxml_attribute>
    ) {
        name = element.name
        let version = attributes.first { String(cString: $0.name) == "version" }?.text
        let isEarly = version?.hasPrefix("0.") == true
        switch element.name.lowercased() {
        case "rss", "channel": format = isEarly ? .rss09 : .rss2
        case "rdf": format = .rss1
        case "feed", "entry":
            let isDraft = namespace.map { String(cString: $0) } == "http://purl.org/atom/ns#"
            format = isEarly || isDraft ? .atom03 : .atom1
        default: format = nil
        }
    }

    /// Tells RSS 0.90 from 1.0, which share their root, by the namespace of the channel.
    mutating func enterChannel(namespace: UnsafePointer<CChar>?) {
        guard format == .rss1, let namespace else { return }
        if String(cString: namespace).contains("netscape.com") { format = .rss09 }
    }
}
