/// A part of the product that meets foreign bytes, and what it promises of any of them.
///
/// The fuzzer and the ordinary test of its inputs call the same check.
struct FuzzTarget: Sendable {
    /// What `make fuzz TARGET=…` calls it; also the name of its folders of inputs.
    let name: String
    /// Feeds the bytes to the product; throws where it does not keep what it promises.
    let check: @Sendable ([UInt8]) throws(BrokenPromise) -> Void

    /// Every target, in the order of `docs/reliability.md`.
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "xml", check: XMLPromises.check),
        FuzzTarget(name: "json", check: JSONPromises.check),
        FuzzTarget(name: "recipe", check: RecipePromises.check),
        FuzzTarget(name: "html", check: HTMLPromises.check),
        FuzzTarget(name: "dates", check: DatePromises.check),
        FuzzTarget(name: "query", check: QueryPromises.check),
        FuzzTarget(name: "settings", check: SettingsPromises.check),
        FuzzTarget(name: "http", check: HTTPPromises.check),
        FuzzTarget(name: "address", check: AddressPromises.check),
        FuzzTarget(name: "overlay", check: OverlayPromises.check),
        FuzzTarget(name: "scoring", check: ScoringPromises.check),
        FuzzTarget(name: "mail", check: MailPromises.check),
        FuzzTarget(name: "chat", check: ChatPromises.check),
        FuzzTarget(name: "template", check: TemplatePromises.check),
        FuzzTarget(name: "smtp", check: SMTPPromises.check),
        FuzzTarget(name: "table", check: TablePromises.check),
        FuzzTarget(name: "output", check: OutputPromises.check),
    ]

    /// A target whose promise is easily broken: the fuzzer has to find that out.
    static let alarm = FuzzTarget(name: "alarm") { (bytes) throws(BrokenPromise) in
        let text = String(decoding: bytes, as: UTF8.self)
        try promise(!text.contains("fire"), "there is fire in \(text)")
    }

    /// The target of that name; nil if there is none.
    static func named(_ name: String) -> FuzzTarget? {
        (all + [alarm]).first { $0.name == name }
    }
}

/// A promise that the product did not keep, in words.
struct BrokenPromise: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Throws `words` unless `condition` holds.
func promise(_ condition: Bool, _ words: @autoclosure () -> String) throws(BrokenPromise) {
    guard condition else { throw BrokenPromise(words()) }
}
