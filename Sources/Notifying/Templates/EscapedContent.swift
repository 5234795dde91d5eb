import Mustache

/// How Mustache escapes the values of a template: by what the template is for.
struct EscapedContent: MustacheContentType {
    let use: LetterTemplate.Use

    func escapeText(_ text: String) -> String { use.escaped(text) }

    /// The line that tells Mustache how to escape; the library knows content types by name only.
    static func pragma(for use: LetterTemplate.Use) -> String {
        let name = "repute-" + name(of: use)
        MustacheContentTypes.register(EscapedContent(use: use), named: name)
        return "{{% CONTENT_TYPE:\(name)}}\n"
    }

    private static func name(of use: LetterTemplate.Use) -> String {
        switch use {
        case .subject: "subject"
        case .text: "text"
        case .html: "html"
        case .chat(let format): "chat-" + format.rawValue
        case .body(let type): "body-" + type.rawValue
        }
    }
}
