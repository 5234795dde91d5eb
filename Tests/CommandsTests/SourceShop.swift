import Assembly
import Foundation
import Model
import Reporting
import Settings
import Storage
import Synchronization

@testable import Commands

/// A folder with a configuration and a store, and an owner at a scripted terminal; it lives as long
/// as the test.
final class SourceShop: Sendable {
    let path = "/tmp/repute-" + UUID().uuidString.prefix(8).lowercased()
    let now = Date(timeIntervalSince1970: 1_795_348_800)
    private let shown = Mutex<String>("")
    private let answers = Mutex<[String]>([])

    static let brands = """
        brands:
          - id: inn
            name: Harbour Inn
            query: '"harbour inn"'
        """

    init(_ configuration: String = "", files: [String: String] = [:], private allows: Bool = true)
        throws
    {
        try FileManager.default.createDirectory(
            atPath: path + "/state", withIntermediateDirectories: true)
        let polling = allows ? "polling: {allow_private_networks: [127.0.0.0/8]}\n" : ""
        try write(
            "repute.yaml",
            "storage: {path: state/repute.db}\n" + polling + Self.brands + "\n" + configuration
                + "\n")
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]),
            withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    func mode(_ name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return attributes[.posixPermissions] as? Int
    }

    var configuration: String { path + "/repute.yaml" }
    /// The files below the folder of sources.
    var sourceFiles: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/repute.d/sources")) ?? [])
            .sorted()
    }

    func settings() throws -> Settings {
        try SettingsLoader(environment: [:]).load(path: configuration)
    }

    func workplace(_ format: OutputFormat = .table) throws -> Workplace {
        Workplace(
            assembly: try Assembly(settings: settings()),
            console: Console(format: format, color: .never, environment: [:]), now: now,
            configuration: configuration)
    }

    var folder: SourceFolder {
        SourceFolder(
            configuration: configuration, storePath: path + "/state/repute.db",
            loader: SettingsLoader(environment: [:]))
    }

    var reload: DaemonReload { DaemonReload(storePath: path + "/state/repute.db") }

    /// A terminal at which these answers are given, one after the other.
    func dialogue(_ answers: String...) -> Dialogue {
        self.answers.withLock { $0 = answers }
        return Dialogue(
            isInteractive: true, show: { text in self.shown.withLock { $0 += text } },
            line: { isHidden in
                if isHidden { self.shown.withLock { $0 += "(hidden)" } }
                return self.answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            })
    }

    /// Standard input with these lines, and nobody at it.
    func input(_ lines: String...) -> Dialogue {
        var dialogue = dialogue()
        answers.withLock { $0 = lines }
        dialogue.isInteractive = false
        return dialogue
    }

    /// What the owner saw so far.
    var screen: String { shown.withLock { $0 } }

    func see(_ text: String) { shown.withLock { $0 += text } }

    /// An addition in this folder that does not wait between guesses.
    func addition(
        _ request: SourceAddition.Request, _ dialogue: Dialogue = .none,
        format: OutputFormat = .table
    ) throws -> SourceAddition {
        SourceAddition(
            request: request, workplace: try workplace(format), folder: folder, dialogue: dialogue,
            reload: reload, pause: {}, show: { self.see($0) })
    }

    /// The store, made where it is not there, with the sources of the configuration registered.
    func withStore<Value: Sendable>(
        _ work: (any Store) async throws -> Value
    ) async throws -> Value {
        let assembly = try Assembly(settings: settings())
        let store = try await assembly.openStore(create: true)
        try await assembly.registerSources(in: store, now: now, allNow: false)
        let value = try await work(store)
        try await store.close()
        return value
    }
}

/// Documents that servers of tests give.
enum SourceSample {
    static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Town talk</title>
        <item><guid isPermaLink="false">1</guid><title>About the Harbour Inn</title>
        <pubDate>Sat, 21 Nov 2026 09:30:00 GMT</pubDate>
        <description>The Harbour Inn was dirty and the staff was rude.</description></item>
        <item><guid isPermaLink="false">2</guid><title>The weather</title>
        <pubDate>Sun, 22 Nov 2026 09:30:00 GMT</pubDate>
        <description>Rain again.</description></item>
        </channel></rss>
        """

    static let reviews = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Guest book</title>
        <item><guid isPermaLink="false">r1</guid><title>2/5</title>
        <description>Cold soup.</description></item>
        <item><guid isPermaLink="false">r2</guid><title>5/5</title>
        <description>Lovely.</description></item>
        </channel></rss>
        """
}
