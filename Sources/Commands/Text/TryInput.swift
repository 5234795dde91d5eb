import Assembly
import Fetching
import FoundationEssentials
import Model
import Monitor
import Parsing
import Reporting
import Settings
import TextProcessing

/// One document that `repute try` looks at.
enum TryInput: Sendable, Hashable {
    case standardInput
    case file(path: String)
    case url(String)
    /// A source of the configuration, by its id.
    case source(SourceID)

    /// Takes an argument as what it most plainly is: `-`, a URL, a file, the id of a source.
    init(argument: String, sources: [Source], isFile: (String) -> Bool) {
        let scheme = argument.prefix(8).lowercased()
        if argument == "-" {
            self = .standardInput
        } else if scheme.hasPrefix("http://") || scheme.hasPrefix("https://") {
            self = .url(argument)
        } else if let id = SourceID(rawValue: argument), !isFile(argument),
            sources.contains(where: { $0.id == id })
        {
            self = .source(id)
        } else {
            self = .file(path: argument)
        }
    }

    /// Whether the network is needed.
    var isFetched: Bool {
        switch self {
        case .standardInput, .file: false
        case .url, .source: true
        }
    }

    /// The address that the person typed; nil where none was.
    var typedAddress: String? {
        if case .url(let url) = self { url } else { nil }
    }

    /// What it is called in output; secrets masked.
    var name: String {
        switch self {
        case .standardInput: "-"
        case .file(let path): path
        case .url(let url): MaskedURL.masked(url)
        case .source(let id): id.rawValue
        }
    }
}

/// Reads, matches and scores documents without storing anything.
struct TryRun: Sendable {
    /// The most that is read of a file or of standard input.
    static let sizeLimit = 256 << 20

    let pipeline: MentionPipeline
    let fetcher: FeedFetcher?
    let sources: [Source]
    var recipe: String?
    var timeZone: String?
    var genre: Genre?
    let now: Date

    /// The preview of one input, or why there is none.
    func result(of input: TryInput) async -> Result<Preview, CommandFailure> {
        do {
            return .success(try await preview(of: input))
        } catch let failure as CommandFailure {
            return .failure(failure)
        } catch {
            return .failure(CommandFailure(.software, "\(input.name): \(error)"))
        }
    }

    private func preview(of input: TryInput) async throws -> Preview {
        switch input {
        case .standardInput:
            let bytes = try await onOwnThread {
                try FileDescriptor.standardInput.readAll(limit: Self.sizeLimit)
            }
            return try preview(bytes, of: adHocSource(""), named: input.name)
        case .file(let path):
            let bytes = try await onOwnThread {
                try FileDescriptor.contents(ofFile: path, limit: Self.sizeLimit)
            }
            return try preview(bytes, of: adHocSource(""), named: input.name)
        case .url(let url):
            return try await fetched(adHocSource(url), named: input.name)
        case .source(let id):
            guard var source = sources.first(where: { $0.id == id }) else {
                throw CommandFailure(.usage, "no source is called \(id)")
            }
            source.recipe = recipe ?? source.recipe
            source.timeZone = timeZone ?? source.timeZone
            source.genre = genre ?? source.genre
            return try await fetched(source, named: input.name)
        }
    }

    private func fetched(_ source: Source, named name: String) async throws -> Preview {
        guard let fetcher else {
            throw CommandFailure(.software, "\(name): nothing can be fetched")
        }
        let state = SourceState(source: source.id, nextPoll: now, urlDigest: "")
        switch await fetcher.fetch(source, state: state) {
        case .body(let body):
            return try preview(
                body.bytes, of: source, named: name, mediaType: body.mediaType,
                charset: body.charset, baseURL: body.finalURL)
        case .failed(let failure): throw CommandFailure(failure, input: name)
        case .unchanged:
            throw CommandFailure(
                .unavailable,
                "\(name): the server answered that nothing changed, though nothing was known")
        }
    }

    /// Parses, matches and scores `bytes`.
    func preview(
        _ bytes: [UInt8], of source: Source, named name: String, mediaType: String? = nil,
        charset: String? = nil, baseURL: String? = nil
    ) throws(CommandFailure) -> Preview {
        do {
            let preview = try pipeline.preview(
                bytes, source: source, mediaType: mediaType, charset: charset, baseURL: baseURL)
            let entries = preview.entries.map { judged in
                Preview.Judged(
                    entry: judged.entry, brands: judged.brands.map(\.brand),
                    sentiment: judged.sentiment)
            }
            return Preview(
                input: name, format: preview.feed.format, title: preview.feed.title,
                entries: entries, notes: preview.feed.notes)
        } catch {
            throw CommandFailure(error, input: name)
        }
    }

    /// A source that the configuration does not know: all brands are asked.
    func adHocSource(_ url: String) -> Source {
        var source = Source(
            id: SourceID(trusted: "try"), url: Secret(url), kind: .mention, recipe: recipe,
            timeZone: timeZone)
        let named = pipeline.recipe(of: source)
        source.genre = genre ?? named?.genre ?? named?.kind.flatMap(Genre.init(of:))
        return source
    }
}
