import FoundationEssentials

/// Finds the address of the page that follows a payload.
struct NextPage {
    let mapping: RecipeMapping
    let root: JSONValue
    /// Items on this page; an empty page has none after it.
    let itemCount: Int

    /// The absolute address of the following page; nil where there is none, where the payload came
    /// from no known address, and where the page would be this one again.
    func address(after current: String?) -> String? {
        guard let paging = mapping.paging else { return nil }
        let next: String?
        switch paging.step {
        case .address(let path):
            next = path.first(in: root, root: root)?.text.flatMap { Self.absolute($0, current) }
        case .token(let path, let parameter):
            next = path.first(in: root, root: root)?.text.flatMap { token in
                current.map { QueryParameter(parameter).set(to: token, in: $0) }
            }
        case .number(let parameter, let first, let more, let pages):
            next = current.flatMap { numbered($0, QueryParameter(parameter), first, more, pages) }
        }
        guard let next, next != current, itemCount > 0 || isToken(paging) else { return nil }
        return next
    }

    /// A page that a token leads on from may be empty and still not be the last.
    private func isToken(_ paging: RecipePaging) -> Bool {
        if case .token = paging.step { true } else { false }
    }

    private func numbered(
        _ current: String, _ parameter: QueryParameter, _ first: Int, _ more: JSONPath?,
        _ pages: JSONPath?
    ) -> String? {
        let page = parameter.value(in: current).flatMap { Int($0) } ?? first
        guard page >= first, page < 1_000_000 else { return nil }
        if let more {
            guard let value = more.first(in: root, root: root), value != .bool(false) else {
                return nil
            }
        }
        if let pages {
            guard let count = pages.first(in: root, root: root)?.double,
                Double(page - first + 1) < count
            else { return nil }
        }
        return parameter.set(to: String(page + 1), in: current)
    }

    /// `reference` resolved against `base`; nil unless that is an `http`, `https` or `file` address.
    static func absolute(_ reference: String, _ base: String?) -> String? {
        let url = URL(string: reference, relativeTo: base.flatMap { URL(string: $0) })
        guard let url = url?.absoluteURL, let scheme = url.scheme?.lowercased(),
            ["http", "https", "file"].contains(scheme)
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
