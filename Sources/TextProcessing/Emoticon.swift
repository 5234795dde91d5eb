/// Faces out of punctuation: `:)`, `;-)`, `:'(`, `=D`, `<3`, `</3`.
extension Tokenizer {
    /// The face at `position`; nil where there is none.
    ///
    /// Its key is that of eyes and mouth alone: noses and tears do not count, and a mouth is
    /// counted once however often it is repeated.
    mutating func emoticon() -> Token? {
        let eyes = bytes[position]
        guard ASCIIRole.of(eyes) == .eyes else { return nil }
        if eyes == UInt8(ascii: "<") { return heart() }
        var place = 1
        if let nose = byteAt(1), "-'^o".utf8.contains(nose) { place = 2 }
        guard let mouth = byteAt(place), Self.mouths.contains(mouth) else { return nil }
        var end = place + 1
        while byteAt(end) == mouth { end += 1 }
        let isOpen = mouth != UInt8(ascii: ")") && mouth != UInt8(ascii: "(")
        if isOpen {
            // letters and slashes are mouths only where nothing touches the face
            if position > 0, ASCIIRole.isAlphanumeric(bytes[position - 1]) { return nil }
            if let next = byteAt(end), ASCIIRole.isAlphanumeric(next) || next == UInt8(ascii: "/") {
                return nil
            }
        }
        var key = TermHash.appending(eyes, to: TermHash.seed)
        key = TermHash.appending(mouth == UInt8(ascii: "p") ? UInt8(ascii: "P") : mouth, to: key)
        let token = Token(
            start: position, end: position + end, key: key, kind: .emoticon,
            traits: end > place + 2 ? .elongated : [])
        position += end
        return token
    }

    private mutating func heart() -> Token? {
        let isBroken = byteAt(1) == UInt8(ascii: "/")
        let length = isBroken ? 3 : 2
        guard byteAt(length - 1) == UInt8(ascii: "3"),
            byteAt(length).map(ASCIIRole.isAlphanumeric) != true
        else { return nil }
        var key = TermHash.seed
        for place in position..<position + length {
            key = TermHash.appending(bytes[place], to: key)
        }
        let token = Token(start: position, end: position + length, key: key, kind: .emoticon)
        position += length
        return token
    }

    private static var mouths: String.UTF8View { ")(DPp/\\|*[]@Oo".utf8 }
}
