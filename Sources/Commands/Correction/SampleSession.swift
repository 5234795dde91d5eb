import FoundationEssentials
import Model
import Reporting
import Storage
import TextProcessing

/// Asks a person how mentions are meant, one after the other, without saying what the engine thinks.
///
/// Each answer is stored before the next question, so that nothing is lost when the person stops.
struct SampleSession {
    let store: any Store
    let dialogue: Dialogue
    let names: Names
    let by: String
    let note: String?

    /// Asks about each until the person stops or the input ends; what was answered.
    func run(_ mentions: [Mention], now: Date) async throws -> JudgementPage {
        var page = JudgementPage(rows: [])
        questions: for (place, mention) in mentions.enumerated() {
            dialogue.show(text(of: mention, place: place, of: mentions.count))
            switch try await answer() {
            case .stop: break questions
            case .skip: continue
            case .verdict(let label):
                let judgement = Judgement(
                    mention: mention.id, version: mention.version, label: label, by: by,
                    note: note, isSampled: true)
                let outcomes = try await store.correct([judgement], now: now)
                page.rows += JudgementPage([judgement], outcomes: outcomes).rows
            }
        }
        return page
    }

    private enum Answer {
        case verdict(Sentiment.Label)
        case skip
        case stop
    }

    private func answer() async throws -> Answer {
        while true {
            let question = "negative, neutral or positive? [n/0/p, s to skip, q to stop] "
            guard let answer = try await dialogue.ask(question) else { return .stop }
            switch answer.lowercased() {
            case "n", "negative", "-": return .verdict(.negative)
            case "0", "neutral": return .verdict(.neutral)
            case "p", "positive", "+": return .verdict(.positive)
            case "s", "skip", "": return .skip
            case "q", "quit", "stop": return .stop
            default: dialogue.show("Please answer n, 0, p, s or q.\n")
            }
        }
    }

    /// What was said, and where; neither stars nor verdict, which would lead the person.
    private func text(of mention: Mention, place: Int, of count: Int) -> String {
        let source = TerminalText.sanitized(names.title(of: mention.source))
        let said = TerminalText.sanitizedLines(mention.entry.body)
        return "\n\(place + 1) of \(count), mention \(mention.id), \(source):\n"
            + said.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  \($0)\n" }.joined()
    }
}
