import TextProcessing

/// How the owner's tests of rules ended.
public struct RuleTestPage: Sendable, Hashable {
    /// One test.
    public struct Case: Sendable, Hashable {
        /// The file that it stands in.
        public var file: String
        /// The line that it begins on, from 1.
        public var line: Int
        /// What the owner calls it.
        public var name: String
        /// What was not as expected, each with its explanation; empty for a test that passed.
        public var failures: [Failure]

        /// A test.
        public init(file: String, line: Int, name: String, failures: [Failure] = []) {
            self.file = file
            self.line = line
            self.name = name
            self.failures = failures
        }
    }

    /// One expectation that was not met.
    public struct Failure: Sendable, Hashable {
        /// The line of the mention, from 1.
        public var line: Int
        /// What was expected and what came, as one sentence.
        public var sentence: String
        /// Why it came so, one sentence each.
        public var reasons: [String]

        /// A failure.
        public init(line: Int, sentence: String, reasons: [String] = []) {
            self.line = line
            self.sentence = sentence
            self.reasons = reasons
        }
    }

    /// In the order of the files.
    public var cases: [Case]

    /// A page of these tests.
    public init(cases: [Case]) { self.cases = cases }

    /// How many did not pass.
    public var failed: Int { cases.count { !$0.failures.isEmpty } }

    /// The page as text that ends in a line feed; CSV and Markdown give one row a test.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        format == .table ? text(for: reader) : listing.rendered(as: format, for: reader)
    }

    private func text(for reader: Reader) -> String {
        var lines: [StyledText] = []
        for test in cases {
            let isPassed = test.failures.isEmpty
            var line = StyledText(isPassed ? "✓ " : "✗ ", isPassed ? .positive : .negative)
            line.append(TerminalText.sanitized(test.name), isPassed ? nil : .heading)
            if !isPassed {
                line.append(TerminalText.sanitized("  \(test.file):\(test.line)"), .faint)
            }
            lines.append(line)
            for failure in test.failures {
                lines.append(
                    StyledText(
                        TerminalText.sanitized("    line \(failure.line): \(failure.sentence)"),
                        .negative))
                lines += failure.reasons.map {
                    StyledText(TerminalText.sanitized("      \($0)"), .faint)
                }
            }
        }
        let summary =
            "\(cases.count - failed) passed" + (failed > 0 ? ", \(failed) failed" : "")
        lines.append(StyledText(summary, failed > 0 ? .negative : .positive))
        return lines.flatMap { $0.wrapped(to: reader.width ?? .max) }
            .map { $0.painted(reader.style) + "\n" }.joined()
    }

    private var listing: Listing {
        Listing(
            columns: [
                Listing.Column("name", "Test"), Listing.Column("file", "File"),
                Listing.Column("line", "Line", alignment: .trailing),
                Listing.Column("passed", "Passed"), Listing.Column("detail", "Detail"),
                Listing.Column("failures", for: .json),
            ],
            rows: cases.map { test in
                let detail = test.failures.map(\.sentence).joined(separator: "; ")
                return [
                    .text(test.name), .text(test.file), .integer(test.line),
                    .flag(test.failures.isEmpty), .text(detail),
                    .nested(
                        .array(
                            test.failures.map { failure in
                                .members([
                                    "line": .integer(failure.line),
                                    "sentence": .string(failure.sentence),
                                    "reasons": .array(failure.reasons.map(JSONValue.string)),
                                ])
                            })),
                ]
            }, whenEmpty: "There is no test.")
    }
}
