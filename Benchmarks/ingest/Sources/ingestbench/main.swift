import Foundation
import Model
import SQLiteStorage
import Storage

// Fills a new store with made-up mentions through `record`, then records polls that bring nothing.
//
//   ingestbench STORE ROWS ROWS_A_TRANSACTION
//
// Making the drafts is not counted.

/// CPU seconds of this process so far.
func cpu() -> Double {
    var usage = rusage()
    getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

/// Makes the same drafts at each run.
struct DraftMaker {
    private var seed: UInt64 = 88_172_645_463_325_252
    private let words = [
        "soup", "cold", "bread", "nice", "staff", "rude", "waited", "hour", "again", "never",
        "lovely", "fresh", "stale", "price", "table", "queue", "warm", "rain", "oven", "cake",
    ]

    private mutating func next() -> UInt64 {
        seed ^= seed << 13
        seed ^= seed >> 7
        seed ^= seed << 17
        return seed
    }

    private mutating func text(_ count: Int) -> String {
        (0..<count).map { _ in
            words[Int(next() % UInt64(words.count))] + (next() % 4 == 0 ? "\(next() % 5000)" : "")
        }.joined(separator: " ")
    }

    /// A complaint of 35 words in the 100 days before `now`, with two reasons and one aspect.
    mutating func draft(of brand: BrandID, before now: Date) -> MentionDraft {
        let key = String(next(), radix: 16)
        let time = now.addingTimeInterval(-Double(next() % 8_640_000))
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: key), id: key,
            url: "https://reviews.example/" + key, title: text(5), text: text(35), author: text(1),
            published: time, rating: Rating(value: Double(1 + next() % 5), min: 1, max: 5))
        let reasons = [("cold", 0..<4), ("rude", 5..<9)].map {
            Contribution(term: $0.0, span: $0.1, valence: -1.5, weight: -1.1)
        }
        let aspect = AspectOpinion(
            aspect: Aspect.allCases[Int(next() % 3)], score: -0.4, label: .negative, spans: [0..<4])
        let sentiment = Sentiment(
            score: -0.5, label: .negative, confidence: 0.8, basis: .text, textScore: -0.5,
            textLabel: .negative, disagrees: false, language: "en", contributions: reasons,
            aspects: [aspect], lexicon: "x-1")
        let digest = (0..<4).map { _ in String(next(), radix: 16) }.joined()
        return MentionDraft(
            entry: entry, contentDigest: digest,
            brands: [Mention.BrandMatch(brand: brand, terms: ["bakery"])], sentiment: sentiment,
            isNews: true, occurredAt: time, story: StoryFingerprint(title: next(), text: next()))
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let rows = Int(arguments[2]), let size = Int(arguments[3]), size > 0
else {
    print("usage: ingestbench STORE ROWS ROWS_A_TRANSACTION")
    exit(2)
}
let now = Date(timeIntervalSince1970: 1_793_523_600)
let brand = BrandID(trusted: "bakery")
let names = (0..<2_000).map { SourceID(trusted: "source-\($0)") }
let store = try await SQLiteFile.open(at: arguments[1], create: true)
try await store.register(
    names.map {
        RegisteredSource(
            id: $0, kind: .review, urlDigest: "u", readingDigest: "r", isEnabled: true)
    }, now: now
) { _ in now }

@Sendable func poll(_ source: SourceID, _ drafts: [MentionDraft]) -> PollRecord {
    var state = SourceState(source: source, nextPoll: now, urlDigest: "u")
    state.lastPoll = now
    return PollRecord(
        source: source, kind: .review, state: state, drafts: drafts, isBaseline: false, now: now,
        day: { CalendarDay($0, secondsFromGMT: 0) })
}

var maker = DraftMaker()
var used = 0.0
for batch in 0..<(rows / size) {
    let record = poll(
        names[batch % names.count], (0..<size).map { _ in maker.draft(of: brand, before: now) })
    let begin = cpu()
    _ = try await store.record(record)
    used += cpu() - begin
}
print(
    "\(rows) mentions, \(size) a transaction: \(used) CPU s, \(Int(Double(rows) / used)) a second")

for atOnce in [1, 50] {
    let begin = cpu()
    for start in stride(from: 0, to: names.count, by: atOnce) {
        await withThrowingTaskGroup { group in
            for source in names[start..<min(start + atOnce, names.count)] {
                group.addTask { _ = try await store.record(poll(source, [])) }
            }
        }
    }
    let each = (cpu() - begin) / Double(names.count) * 1e6
    print("polls that bring nothing, \(atOnce) at once: \(Int(each)) CPU µs each")
}
try await store.close()
