/// Addresses that a letter may link to.
enum WebLink {
    /// `url` if it is an http or https address of at most 2,000 bytes without blanks or control
    /// characters, else nil.
    static func checked(_ url: String?) -> String? {
        guard let url, url.utf8.count <= 2000 else { return nil }
        let scheme = url.prefix(8).lowercased()
        guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://"),
            !url.unicodeScalars.contains(where: OneLine.isBreaking)
        else { return nil }
        return url
    }
}
