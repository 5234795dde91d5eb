import ArgumentParser
import Storage

/// The options that turn the pages of a long list.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many rows to show, 1 to 10000.", valueName: "count"))
    var limit = 25

    @Option(help: ArgumentHelp("Which page to show, from 1.", valueName: "number"))
    var page = 1

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError("--limit takes 1 to 10000.")
        }
        guard (1...1_000_000).contains(page) else {
            throw ValidationError("--page takes 1 to 1000000.")
        }
    }

    /// The window on the list.
    var window: Page { Page(offset: (page - 1) * limit, limit: limit) }

    /// Tells people where they are: `25 of 128, next: --page 2`; nothing if all is shown.
    func footer(shown: Int, total: Int) -> [String] {
        guard shown < total else { return [] }
        let next = window.offset + shown < total && shown > 0 ? ", next: --page \(page + 1)" : ""
        return ["\(shown) of \(total)\(next)"]
    }
}
