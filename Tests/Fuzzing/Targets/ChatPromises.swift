import Model

@testable import Notifying

/// Chats and machines: a letter of foreign words as the body that each service is sent.
enum ChatPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let fuzzed = FuzzLetter(input: FuzzInput(bytes))
        let formats = WebhookSettings.Format.allCases.filter { $0 != .template }
        // The first part chooses, so that an input is asked of one service and not of eleven.
        let choice = fuzzed.input.bytes(0).reduce(0) { $0 + Int($1) }
        try check(fuzzed.letter, in: fuzzed.language, for: formats[choice % formats.count])
    }

    private static func check(
        _ letter: Letter, in language: LetterLanguage, for format: WebhookSettings.Format
    ) throws(BrokenPromise) {
        var settings = WebhookSettings(
            format: format, url: Secret("https://chat.example/hook"), token: Secret("secret"),
            target: Secret("!room:chat.example"))
        settings.language = language
        let message = WebhookMessage(letter, settings)
        let body = String(decoding: message.body, as: UTF8.self)
        try promise(
            JSONShape.isValid(body), "what \(format.rawValue) is sent is no JSON: \(body)")
        try promise(
            body.utf8.count <= (format == .standard ? 1 << 20 : 64 << 10),
            "\(format.rawValue) is sent \(body.utf8.count) bytes")
        try checkCalls(body, format)
    }

    /// Foreign words call nobody.
    private static func checkCalls(
        _ body: String, _ format: WebhookSettings.Format
    ) throws(BrokenPromise) {
        let calls: [String] =
            switch format {
            case .slack: ["<!channel", "<!here", "<!everyone", "<@U"]
            case .mattermost: ["@channel", "@here", "@all"]
            case .googleChat: ["<users/"]
            default: []
            }
        for call in calls {
            try promise(!body.contains(call), "\(format.rawValue) is sent \(call)")
        }
    }
}
