@testable import Notifying

/// Templates of an owner's: what one is for, behind `%%` the template, and then the parts of a letter.
enum TemplatePromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        let use = use(input.text(0))
        let source = input.text(1)
        let template: LetterTemplate
        do throws(TemplateError) {
            template = try LetterTemplate(parsing: source, use: use)
        } catch {
            try TextPromises.checkSentence(error.detail, "an error")
            let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }
            try promise(
                (1...max(1, lines.count)).contains(error.line) && error.column >= 1,
                "an error at \(error.line):\(error.column) of \(lines.count) lines")
            return
        }
        let letter = FuzzLetter(input: input, first: 2)
        guard let text = template.rendered(letter.letter.told(in: letter.language)) else { return }
        try promise(
            text.utf8.count <= LetterTemplate.resultLimit, "\(text.utf8.count) bytes of text")
        if use == .body(.json) {
            try promise(JSONShape.isValid(text), "the body is no JSON: \(text)")
        }
        if use == .subject {
            try promise(text.count <= 200, "a subject of \(text.count) characters")
            try TextPromises.checkSentence(text, "a subject")
        }
    }

    private static func use(_ text: String) -> LetterTemplate.Use {
        if let type = LetterTemplate.BodyType(rawValue: text) { return .body(type) }
        if let format = WebhookSettings.Format(rawValue: text) { return .chat(format) }
        return switch text {
        case "subject": .subject
        case "page": .html
        default: .text
        }
    }
}
