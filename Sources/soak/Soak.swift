import Foundation

/// `make soak`: the real daemon, its store and its schedules through years in minutes.
///
/// Everything is what `reputed` runs, wired as there: settings file, walks and their loops, rules, store
/// on disk. Stand-ins are the far ends (servers and channels, which keep to a script that follows
/// from `--seed`) and the clock, which moves when all walks rest. At the end it looks whether every
/// promise was kept, and asks `repute db check`; the exit status is 1 where one was not.
@main
struct Soak {
    /// Fri, 1 March 2024, 10:00 in UTC: spring time begins within the first month.
    private static let start = Date(timeIntervalSince1970: 1_709_287_200)

    static func main() async {
        beginAsService()
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            exit(try await run(options) ? 0 : 1)
        } catch {
            try? FileHandle.standardError.write(contentsOf: Data("soak: \(error)\n".utf8))
            exit(2)
        }
    }

    /// Begins anew with what the unit has in its environment, which is read before `main`.
    private static func beginAsService() {
        guard getenv("MALLOC_ARENA_MAX") == nil else { return }
        setenv("MALLOC_ARENA_MAX", "2", 1)
        execv("/proc/self/exe", CommandLine.unsafeArgv)
    }

    private static func run(_ options: Options) async throws -> Bool {
        let town = Town(options)
        let configuration = try prepare(town)
        let folder = options.folder
        let clock = SimulatedClock(start: start)
        let complaints = try Journal(folder + "/complaints")
        let letters = try Journal(folder + "/letters")
        let log = try Journal(folder + "/log")
        let samples = try Journal(folder + "/samples.jsonl")
        let web = Web(town, clock: clock, complaints: complaints)
        let post = Post(town, clock: clock, journal: letters)
        let daemon = WatchingDaemon(
            configuration: configuration, clock: clock, web: web, post: post, seed: options.seed,
            log: log)
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let course = Course(
            town: town, clock: clock, web: web, post: post, daemon: daemon,
            storePath: folder + "/repute.db"
        ) { sample in
            samples.write(sample.line)
            samples.flush()
            print(isTerminal ? sample.text : sample.line)
            fflush(nil)
        }
        try await course.run()
        var check = LetterCheck(
            town: town, start: start, letters: try letters.lines(),
            complaints: try complaints.lines())
        check.run()
        let verdict = try Verdict(
            town: town, course: course, letters: check, logLines: try log.lines())
        var problems = verdict.problems
        problems += try askPrograms(options, configuration)
        print(Summary(verdict: verdict).text)
        for problem in problems.prefix(40) { print("FAILED: \(problem)") }
        if problems.count > 40 { print("FAILED: \(problems.count - 40) more") }
        return problems.isEmpty
    }

    /// Makes the folder anew; returns the path of the configuration in it.
    private static func prepare(_ town: Town) throws -> String {
        let folder = town.options.folder
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/recipes", withIntermediateDirectories: true)
        for name in ["repute.db", "repute.db-wal", "repute.db-shm"] {
            try? files.removeItem(atPath: folder + "/" + name)
        }
        try FeedDocument.recipe.write(
            toFile: folder + "/recipes/soak-book.yaml", atomically: false, encoding: .utf8)
        let configuration = folder + "/repute.yaml"
        try TownSettings(town: town).text.write(
            toFile: configuration, atomically: false, encoding: .utf8)
        return configuration
    }

    private static func askPrograms(_ options: Options, _ configuration: String) throws -> [String]
    {
        let programs = Programs(repute: options.repute, configuration: configuration)
        let check = try programs.run("db", "check")
        print("repute db check: " + check.text.trimmingCharacters(in: .whitespacesAndNewlines))
        let status = try programs.run("status")
        print("repute status: " + (status.text.split(separator: "\n").first ?? ""))
        var problems: [String] = []
        if check.status != 0 { problems.append("repute db check ended with \(check.status)") }
        if status.status != 0 {
            problems.append("repute status ended with \(status.status): \(status.text)")
        }
        return problems
    }
}
