import Assembly
import Foundation
import Matching
import Model
import Reporting
import Settings
import Storage

/// What a command works with: the assembled program, the console and the time.
struct Workplace: Sendable {
    let assembly: Assembly
    let console: Console
    let now: Date
    /// The file that was read; nil where there is none and the defaults hold.
    let configuration: String?

    /// Reads the configuration; fails with all its problems, or if there is no file.
    static func open(_ options: GlobalOptions) async throws -> Workplace {
        try await assembled(options, path: path(options))
    }

    /// The same, but without a configuration file the embedded defaults do: no brands, no sources.
    ///
    /// A file that was asked for by the option or by `REPUTE_CONFIG` must be there.
    static func openOrStandalone(_ options: GlobalOptions) async throws -> Workplace {
        let path = path(options)
        let wasNamed = path != ConfigurationPath.standard
        let exists = try await onOwnThread { FileManager.default.fileExists(atPath: path) }
        if exists || wasNamed { return try await assembled(options, path: path) }
        return Workplace(
            assembly: Assembly.standalone(), console: console(options), now: Date(),
            configuration: nil)
    }

    /// The settings alone, without reading the files that they name; the defaults where there is no
    /// configuration file and none was asked for.
    static func settings(_ options: GlobalOptions) async throws -> Settings {
        let path = path(options)
        return try await onOwnThread {
            guard FileManager.default.fileExists(atPath: path) || path != ConfigurationPath.standard
            else { return .standard }
            do {
                return try SettingsLoader().load(path: path)
            } catch let problems as SettingsProblems {
                throw CommandFailure(problems)
            }
        }
    }

    /// The configuration file that the options and the environment name.
    static func path(_ options: GlobalOptions) -> String {
        ConfigurationPath.resolve(
            options.configuration, environment: ProcessInfo.processInfo.environment)
    }

    /// The console that the options ask for.
    static func console(_ options: GlobalOptions) -> Console {
        Console(
            format: options.format, color: options.color,
            environment: ProcessInfo.processInfo.environment)
    }

    private static func assembled(_ options: GlobalOptions, path: String) async throws -> Workplace
    {
        let assembly = try await onOwnThread {
            do {
                return try Assembly(settings: SettingsLoader().load(path: path))
            } catch let problems as SettingsProblems {
                throw CommandFailure(problems)
            }
        }
        return Workplace(
            assembly: assembly, console: console(options), now: Date(), configuration: path)
    }

    var settings: Settings { assembly.settings }

    /// The owner, reading at the terminal.
    var reader: Reader { console.reader(zone: settings.business.timeZone, now: now) }

    /// What people call the configured sources and brands.
    var names: Names {
        Names(
            sources: Dictionary(
                settings.sources.map { ($0.id, $0.title ?? $0.id.rawValue) },
                uniquingKeysWith: { first, _ in first }),
            brands: Dictionary(
                settings.brands.map { ($0.brand.id, $0.brand.name) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// The brands that are the owner's own.
    var ownBrands: [BrandID] {
        settings.brands.filter { !$0.brand.isCompetitor }.map(\.brand.id)
    }

    /// Opens the store for `work` and closes it afterwards, whatever happens.
    func withStore<Value: Sendable>(
        _ work: (any Store) async throws -> Value
    ) async throws -> Value {
        let store = try await assembly.openStore(create: false)
        do {
            let value = try await work(store)
            try await store.close()
            return value
        } catch {
            // The first error is the one to tell.
            try? await store.close()
            throw error
        }
    }

    /// The configured brand of that id; an unknown one is an error that names those there are.
    func brand(_ id: BrandID?) throws(CommandFailure) -> BrandID? {
        guard let id else { return nil }
        guard settings.brands.contains(where: { $0.brand.id == id }) else {
            let known = settings.brands.map(\.brand.id.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "no brand is called \(id); there are: \(known)")
        }
        return id
    }
}
