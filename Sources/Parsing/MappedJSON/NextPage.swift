import FoundationEssentials

/// Finds the address of the page that follows a payload.
struct NextPage {
    let paging: RecipePaging
    let root: JSONNode
    /// Items on this page; an empty page has none after it.
    let itemCount: Int
    /// The address in the `Link` field of the answer's head.
    let link: String?

    /// What follows a page.
    enum Following: Hashable {
        case nothing
        case page(String)
        /// An address that is not asked, since the host it names is another.
        case stranger
    }

    /// The absolute address of the following page.
    ///
    /// There is none where the payload came from no known address, and where the page would be this
    /// one again.
    func following(_ current: String?) -> Following {
        guard itemCount > 0 || mayGoOnEmpty, paging.size.map({ itemCount >= $0 }) ?? true else {
            return .nothing
        }
        switch paging.step {
        case .address(let path):
            return Self.named(path.first(in: root, root: root)?.text, after: current)
        case .link:
            return Self.named(link, after: current)
        case .token(let path, let parameter, let more):
            guard saysMore(more), let token = path.first(in: root, root: root)?.text, let current
            else { return .nothing }
            let next = QueryParameter(parameter).set(to: token, in: current)
            return next == current ? .nothing : .page(next)
        case .number(let parameter, let first, let more, let pages):
            let next = current.flatMap {
                numbered($0, QueryParameter(parameter), first, more, pages)
            }
            return next.map { .page($0) } ?? .nothing
        }
    }

    /// An address that a document or its head names, resolved against that of the page.
    ///
    /// A page of another host is none of this source: it is where a mistaken or hostile answer
    /// leads.
    static func named(_ address: String?, after current: String?) -> Following {
        guard let address, let next = absolute(address, current) else { return .nothing }
        guard let current else { return .page(next) }
        if next == current || next == absolute(current, nil) { return .nothing }
        guard let host = host(of: next), host == Self.host(of: current) else { return .stranger }
        return .page(next)
    }

    /// What is told to the owner about a page that is not asked for.
    static let strangerNote =
        "The following page that it names is on another host and is not asked for."

    /// The host without `www.`, in lower case; the empty text where the address names none.
    private static func host(of address: String) -> String? {
        guard let url = URL(string: address) else { return nil }
        let host = (url.host() ?? "").lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// A page that a token leads on from may be empty and still not be the last.
    private var mayGoOnEmpty: Bool {
        guard case .token = paging.step else { return false }
        return !paging.endsEmpty
    }

    private func saysMore(_ path: JSONPath?) -> Bool {
        guard let path else { return true }
        guard let value = path.first(in: root, root: root) else { return false }
        return value.bool != false
    }

    private func numbered(
        _ current: String, _ parameter: QueryParameter, _ first: Int, _ more: JSONPath?,
        _ pages: JSONPath?
    ) -> String? {
        let page = parameter.value(in: current).flatMap { Int($0) } ?? first
        guard page >= first, page < 1_000_000 else { return nil }
        guard saysMore(more) else { return nil }
        if let pages {
            guard let count = pages.first(in: root, root: root)?.double,
                Double(page - first + 1) < count
            else { return nil }
        }
        return parameter.set(to: String(page + 1), in: current)
    }

    /// `reference` resolved against `base`; nil unless that is an `http` or `https` address with a host,
    /// or a `file` address.
    static func absolute(_ reference: String, _ base: String?) -> String? {
        let url = URL(string: reference, relativeTo: base.flatMap { URL(string: $0) })
        guard let url = url?.absoluteURL, let scheme = url.scheme?.lowercased(),
            scheme == "file" || ["http", "https"].contains(scheme) && url.host()?.isEmpty == false
        else { return nil }
        return url.absoluteString
    }
}

/// One `name=value` of an address, in its query or, as the App Store has it, in its path.
struct QueryParameter {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// The value in `address` as written there.
    func value(in address: String) -> String? {
        range(in: address).map { String(address[$0]) }
    }

    /// `address` with `value` for the parameter, which is added to the query if it is not there.
    func set(to value: String, in address: String) -> String {
        let encoded = PercentEncoding.query(value)
        if let range = range(in: address) {
            return address.replacingCharacters(range, with: encoded)
        }
        let fragment = address.firstIndex(of: "#") ?? address.endIndex
        let front = address[..<fragment]
        let separator = front.contains("?") ? "&" : "?"
        return front + separator + PercentEncoding.query(name) + "=" + encoded
            + address[fragment...]
    }

    private func range(in address: String) -> Range<String.Index>? {
        var start = address.startIndex
        while start < address.endIndex {
            let end = address[start...].firstIndex { "/?&#".contains($0) } ?? address.endIndex
            let part = address[start..<end]
            if part.hasPrefix(name + "=") {
                return part.index(start, offsetBy: name.count + 1)..<end
            }
            if end == address.endIndex || address[end] == "#" { return nil }
            start = address.index(after: end)
        }
        return nil
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
