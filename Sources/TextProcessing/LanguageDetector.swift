/// Stub
public enum LanguageDetector {
    public struct Guess: Sendable, Hashable { public var language: String }
    public static func guess(_ tokens: [Token], hint: String?) -> Guess? { nil }
}
