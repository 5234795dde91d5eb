/// A value that must never be shown: a token, a key, a signing secret.
///
/// Printing, interpolating, dumping or encoding a secret gives `•••`. The one way to the value is
/// `reveal()`, called where the value leaves for its destination.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let value: String

    /// Wraps `value`; surrounding white space, as the newline at the end of a file, is not part of it.
    public init(_ value: String) {
        let isSpace: (Character) -> Bool = { $0.isWhitespace || $0.isNewline }
        var rest = Substring(value)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        self.value = String(rest.drop(while: isSpace))
    }

    /// The value itself, for the request or signature that needs it; never for a log or a message.
    public func reveal() -> String { value }

    /// Whether nothing is left of the value after trimming.
    public var isEmpty: Bool { value.isEmpty }

    /// Three dots, whatever the value is.
    public var description: String { "•••" }
    /// Three dots, in a debugger too.
    public var debugDescription: String { "•••" }
    /// A mirror without children, so that `dump` shows nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
