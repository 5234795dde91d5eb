public import Model

/// The replies that Repute has without any configuration.
///
/// Each is put together from sentences of `ReplyPhrases`. They are short, name the point, admit to
/// nothing, promise nothing but to look, offer no money, and lead on to where nobody else reads.
public enum StandardReplies {
    /// What the names of these templates begin with; the owner's can't.
    public static let prefix = "repute-"
    /// How many wordings each has.
    static let wordings = 3

    /// The name of the template for a topic and an audience, such as `repute-care-public`.
    public static func name(_ topic: ReplyTopic, _ audience: ReplyAudience) -> ReplyTemplateID {
        ReplyTemplateID(trusted: prefix + topic.rawValue + "-" + audience.rawValue)
    }

    /// The names of all of them, in whichever language.
    public static let names: [ReplyTemplateID] = ReplyTopic.allCases.flatMap { topic in
        ReplyAudience.allCases.map { name(topic, $0) }
    }

    /// The template of that name in a language; nil if there is none.
    static func template(_ id: ReplyTemplateID, _ language: LetterLanguage) -> ReplyTemplate? {
        for topic in ReplyTopic.allCases {
            for audience in ReplyAudience.allCases where name(topic, audience) == id {
                return template(topic, audience, language)
            }
        }
        return nil
    }

    /// The template for a topic and an audience.
    static func template(
        _ topic: ReplyTopic, _ audience: ReplyAudience, _ language: LetterLanguage
    ) -> ReplyTemplate {
        let phrases = language.phrases
        var template = ReplyTemplate(
            id: name(topic, audience),
            texts: (0..<wordings).map { parsed(phrases.text(topic, audience, wording: $0)) },
            signature: parsed(phrases.signature))
        template.conditions.audience = audience
        template.language = language
        return template
    }

    private static func parsed(_ source: String) -> ReplyText {
        do {
            return try ReplyText(parsing: source)
        } catch {
            preconditionFailure("a reply of our own is no template: \(error.detail)")
        }
    }
}

/// Sentences of one language that replies are put together from; all are Mustache templates.
struct ReplyPhrases: Sendable {
    /// Begin a public reply to a complaint, one for each wording.
    var openings: [String]
    /// Name what is complained of, two for each dimension of trust, and for complaints about others.
    var points: [ReplyTopic: [String]]
    /// Quote the words that name it, where there are any; two, each with a blank in front.
    var quotes: [String]
    /// Say what is done about it, one for each wording.
    var promises: [String]
    /// Lead on to where nobody else reads; two.
    var invitations: [String]
    /// Begin a letter to the author of a complaint, one for each wording.
    var privateOpenings: [String]
    /// Ask for what helps to look into it, one for each wording.
    var questions: [String]
    /// Say how to answer a letter; two.
    var answers: [String]
    /// What is said in public of good and bad, one for each wording.
    var mixed: [String]
    /// What is written of it to the author alone, one for each wording.
    var mixedPrivate: [String]
    /// What is said in public of praise, one for each wording.
    var praise: [String]
    /// What is written of it to the author alone, one for each wording.
    var praisePrivate: [String]
    /// What stands below each reply.
    var signature: String

    /// The whole text of one wording, without the signature.
    func text(_ topic: ReplyTopic, _ audience: ReplyAudience, wording: Int) -> String {
        let other = wording % 2
        let paragraphs: [String] =
            switch (topic, audience) {
            case (.mixed, .everybody): [mixed[wording]]
            case (.mixed, .author): [mixedPrivate[wording], answers[other]]
            case (.praise, .everybody): [praise[wording]]
            case (.praise, .author): [praisePrivate[wording]]
            case (_, .everybody):
                [
                    openings[wording] + " " + point(topic, other)
                        + (Self.quoted.contains(topic) ? quotes[other] : "") + " "
                        + promises[wording],
                    invitations[(wording + 1) / 2 % 2],
                ]
            case (_, .author):
                [
                    privateOpenings[wording] + " " + point(topic, other) + quotes[other],
                    questions[wording], answers[(wording + 1) / 2 % 2],
                ]
            }
        return (["{{greeting}}"] + paragraphs).joined(separator: "\n\n")
    }

    /// The topics whose words are repeated in public; those of the others may be hard ones, which an
    /// answer only makes louder.
    private static let quoted: Set<ReplyTopic> = [.transparency, .reliability, .value, .complaint]

    private func point(_ topic: ReplyTopic, _ index: Int) -> String {
        points[topic].map { $0[index] } ?? ""
    }
}

extension LetterLanguage {
    /// The sentences of the language.
    var phrases: ReplyPhrases {
        switch self {
        case .english: .english
        case .german: .german
        case .french: .french
        case .spanish: .spanish
        case .italian: .italian
        case .dutch: .dutch
        }
    }
}
