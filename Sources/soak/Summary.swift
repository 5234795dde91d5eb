import Foundation

/// The figures of a run, for a person.
struct Summary {
    let verdict: Verdict

    var text: String {
        let course = verdict.course
        let options = verdict.town.options
        guard let last = course.samples.last else { return "" }
        let web = course.web.figures
        let memory = verdict.memory
        let ratios = verdict.sizes.map { $0.bytes / $0.predicted }
        let disturbances = verdict.town.disturbances.count
        func mib(_ kib: Int) -> String { String(format: "%.1f", Double(kib) / 1024) }
        return """
            \(options.days) days of \(options.sources) sources in \(Int(last.seconds)) s (seed \(options.seed))
            polls: \(web.asks), of which \(web.unchanged) not modified and \(web.failures) failed; \
            \(disturbances) disturbances of time
            mentions: \(web.mentions) of \(web.entries) entries, \(web.missed) never listed when asked; \
            \(last.removedMentions) removed, \(last.mentions) kept
            letters: \(last.takenLetters) taken, \(last.refusedLetters) attempts refused; \
            \(verdict.letters.told.values.reduce(0, +)) alerts told, \(verdict.letters.complaints.count) complaints
            memory: resident \(mib(memory.resident.0)) then \(mib(memory.resident.1)) MiB, anonymous \
            \(mib(memory.anonymous.0)) then \(mib(memory.anonymous.1)) MiB (medians of the halves)
            store: \(mib(last.pages * 4)) MiB, \(last.freePages) of \(last.pages) pages free, journal at \
            most \(mib(last.largestJournal)) MiB; \
            \(String(format: "%.2f to %.2f", ratios.min() ?? 0, ratios.max() ?? 0)) of the predicted size
            """
    }
}
