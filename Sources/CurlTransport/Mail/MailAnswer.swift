/// What a mail server made of a submission.
public struct MailAnswer: Sendable, Hashable {
    /// A reply (RFC 5321, section 4.2).
    public struct Reply: Sendable, Hashable {
        /// Three digits; 4xx is temporary, 5xx final.
        public var code: Int
        /// The words behind the code, of several lines joined by spaces; foreign text of at most 1,000 bytes.
        public var text: String

        /// A reply.
        public init(code: Int, text: String) {
            self.code = code
            self.text = text
        }
    }

    /// How far the conversation came.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        case greeting
        case hello
        case encryption
        case login
        case sender
        case recipients
        case content
    }

    /// A recipient that the server did not take.
    public struct Refusal: Sendable, Hashable {
        /// The address.
        public var recipient: String
        /// What the server said.
        public var reply: Reply

        /// A refusal.
        public init(recipient: String, reply: Reply) {
            self.recipient = recipient
            self.reply = reply
        }
    }

    /// How it ended.
    public enum Outcome: Sendable, Hashable {
        /// The server takes care of the message for all recipients that are not in `refusals`.
        case taken
        /// The server has not taken the message; nil where no way to log in suits both sides.
        case refused(Stage, Reply?)
    }

    /// How it ended.
    public var outcome: Outcome
    /// The recipients that were refused, in their order.
    public var refusals: [Refusal]

    /// An answer.
    public init(outcome: Outcome, refusals: [Refusal] = []) {
        self.outcome = outcome
        self.refusals = refusals
    }
}
