import CXML

/// HTML's character references, such as `&amp;`, `&#8217;` and `&eacute;`.
public enum HTMLEntities {
    /// `text` with its references decoded once; tags stay as they are.
    ///
    /// All names of the HTML standard (13.5) are known. Those without `;` count where HTML lets them
    /// and nothing follows that could belong to the name. Numbers 128 to 159 are read as
    /// windows-1252, as browsers do. Unknown references stay as written.
    public static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return converted(text, with: cxml_decode_entities)
    }
}

/// The text that `function` writes for `text`.
func converted(
    _ text: String, with function: (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt8>) -> Int
) -> String {
    var text = text
    return text.withUTF8 { input in
        guard let start = input.baseAddress else { return "" }
        return String(unsafeUninitializedCapacity: cxml_text_capacity(input.count)) { output in
            guard let target = output.baseAddress else { return 0 }
            return function(start, input.count, target)
        }
    }
}
