import Foundation

/// How the daemon and its store stood at a moment.
struct Sample: Sendable, Encodable {
    /// Simulated days since the beginning.
    var day: Double
    var date: String
    /// Real seconds since the beginning.
    var seconds: Double
    /// Memory of the process that is resident, and what of it is no file's, in KiB.
    var resident: Int
    var anonymous: Int
    /// Pages of the store, and those of them that are free.
    var pages: Int
    var freePages: Int
    /// The size of its journal, and the largest so far, in KiB.
    var journal: Int
    var largestJournal: Int
    /// What is stored.
    var mentions: Int
    var identities: Int
    var figures: Int
    var alerts: Int
    var letters: Int
    /// What happened so far.
    var removedMentions: Int
    var polls: Int
    var failedPolls: Int
    var takenLetters: Int
    var refusedLetters: Int

    /// One line of JSON.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// One line for a person.
    var text: String {
        date
            + String(
                format: " %6.0f s  %4d MiB resident  store %5.1f MiB, %4.1f%% free  "
                    + "%7d mentions, %7d removed  %8d polls  %6d letters",
                seconds, resident / 1024, Double(pages) * 4096 / 1_048_576,
                100 * Double(freePages) / Double(max(pages, 1)), mentions, removedMentions, polls,
                takenLetters)
    }
}

/// What the kernel says of this process.
enum ProcessMemory {
    /// A line of `/proc/self/status`, such as `VmRSS`, in KiB.
    static func kibibytes(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }
            .first ?? 0
    }
}
