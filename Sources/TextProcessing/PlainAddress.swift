/// An address of the kind that most links are: absolute, in lower case up to the path, and with
/// nothing in it to resolve, to decode or to unwrap.
///
/// Only the parameters that track are taken out of it, so that bytes are all that has to be looked at.
struct PlainAddress {
    /// The canonical spelling.
    let text: String

    /// Reads `url`; nil where it is of another kind, whatever that is worth.
    init?(_ url: String) {
        var url = url
        let found = url.withUTF8 { bytes in Self.canonical(bytes) }
        switch found {
        case .other: return nil
        case .same: text = url
        case .changed(let changed): text = changed
        }
    }

    private enum Spelling {
        case other
        case same
        case changed(String)
    }

    private static func canonical(_ bytes: UnsafeBufferPointer<UInt8>) -> Spelling {
        guard bytes.count <= 8192, let path = pathStart(bytes) else { return .other }
        var query: Int?
        for index in path..<bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 || byte == 0x7F { return .other }
            switch byte {
            case UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
                return .other
            case UInt8(ascii: "&"):
                if stands("&amp;", at: index, in: bytes) { return .other }
            case UInt8(ascii: "="):
                // Perhaps a redirector that carries the address of the page.
                if stands("=http", at: index, in: bytes) { return .other }
            case UInt8(ascii: "?"): query = query ?? index
            default: continue
            }
        }
        guard let query else { return .same }
        return withoutTracking(bytes, query: query)
    }

    /// Where the path begins, behind a scheme and a host that need no change; nil for any other.
    private static func pathStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let host =
            stands("https://", at: 0, in: bytes) ? 8 : stands("http://", at: 0, in: bytes) ? 7 : 0
        guard host > 0 else { return nil }
        var index = host
        while index < bytes.count {
            switch bytes[index] {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): index += 1
            case UInt8(ascii: ".") where index > host: index += 1
            case UInt8(ascii: "/"), UInt8(ascii: "?"):
                return (1...255).contains(index - host) ? index : nil
            default: return nil
            }
        }
        return (1...255).contains(index - host) ? index : nil
    }

    private static func withoutTracking(
        _ bytes: UnsafeBufferPointer<UInt8>, query: Int
    ) -> Spelling {
        var kept: [UInt8] = []
        var isChanged = false
        var sign = UInt8(ascii: "?")
        var start = query + 1
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            let parameter = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if TrackingParameters.tracks(parameter) {
                if !isChanged {
                    kept.reserveCapacity(bytes.count)
                    // What was kept so far, without the sign behind it.
                    kept.append(contentsOf: bytes[..<(start - 1)])
                    isChanged = true
                }
            } else {
                if isChanged {
                    kept.append(sign)
                    kept.append(contentsOf: parameter)
                }
                sign = UInt8(ascii: "&")
            }
            start = end + 1
        }
        return isChanged
            ? .changed(kept.withUnsafeBufferPointer { String(utf8: $0) }) : .same
    }

    private static func stands(
        _ sign: StaticString, at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let count = sign.utf8CodeUnitCount
        guard bytes.count - index >= count else { return false }
        for offset in 0..<count where bytes[index + offset] != sign.utf8Start[offset] {
            return false
        }
        return true
    }
}
