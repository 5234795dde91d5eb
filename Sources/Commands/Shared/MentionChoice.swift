import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Storage

/// The words that choose the mentions that a command changes: numbers or filters.
struct MentionChoice: ParsableArguments {
    /// More mentions than this are not changed in one go: it would hold up the daemon.
    static let limit = 100_000

    @Argument(
        help: ArgumentHelp("Numbers of mentions: 12, #12, or 12..20.", valueName: "id"),
        transform: MentionNumbers.init(parsing:))
    var numbers: [MentionNumbers] = []

    @Flag(help: "All other mentions that tell the same story too.")
    var story = false

    @Flag(help: "Only show what would be changed.")
    var dryRun = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup(title: "Filters, instead of numbers") var filters: MentionFilterOptions

    func validate() throws {
        guard numbers.isEmpty == filters.areSet else {
            throw ValidationError(
                numbers.isEmpty
                    ? "Say which mentions: their numbers, or filters such as --label negative."
                    : "Give numbers or filters, not both.")
        }
    }

    /// Whether filters choose, so that nobody has seen the numbers.
    var isByFilter: Bool { numbers.isEmpty }

    /// What is chosen, as the store is asked for it.
    func selection(in workplace: Workplace) throws -> MentionSelection {
        guard isByFilter else {
            return MentionSelection(.numbers(numbers.map(\.range)), withStories: story)
        }
        _ = try workplace.brand(filters.brand)
        let filter = filters.filter(
            search: nil, now: workplace.now, zone: workplace.reader.time.zone)
        return MentionSelection(.filter(filter), withStories: story)
    }
}

extension MentionFilterOptions {
    /// Whether any condition is given; the order is none.
    var areSet: Bool {
        var filter = filter(search: nil, now: Date(timeIntervalSince1970: 0), zone: .gmt)
        filter.order = .newestFirst
        return filter != MentionFilter()
    }
}
