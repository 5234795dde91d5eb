import Scoring
import Settings

/// The owner's words as they stand in files.
struct OverlayFiles: Sendable {
    /// The most that is read of one file.
    static let sizeLimit = 64 << 20

    /// In the order in which they count.
    let files: [(file: String, text: String)]

    /// These files, in this order.
    init(_ files: [(file: String, text: String)]) { self.files = files }

    /// Reads the files that `settings` name and those at `paths` that are not among them; blocks.
    init(_ settings: Settings, and paths: [String] = []) throws(CommandFailure) {
        var files: [(file: String, text: String)] = []
        for path in settings.lexicons + paths where !files.contains(where: { $0.file == path }) {
            let bytes = try FileDescriptor.contents(ofFile: path, limit: Self.sizeLimit)
            files.append((path, String(decoding: bytes, as: UTF8.self)))
        }
        self.files = files
    }

    /// The embedded lexicon with all of them; fails at the first line that is wrong.
    func lexicon() throws(CommandFailure) -> Lexicon { try added(to: .embedded) }

    /// The lines of all of them that are no comment, in their order.
    var lines: [String] {
        files.flatMap { file in
            file.text.split(whereSeparator: \.isNewline).filter {
                !$0.hasPrefix("# ") && $0 != "#" && !$0.allSatisfy(\.isWhitespace)
            }.map(String.init)
        }
    }

    /// `lexicon` with all of them; fails at the first line that is wrong.
    func added(to lexicon: Lexicon) throws(CommandFailure) -> Lexicon {
        var lexicon = lexicon
        for file in files {
            do throws(LexiconError) {
                lexicon = lexicon.adding(try LexiconOverlay(parsing: file.text, file: file.file))
            } catch {
                throw CommandFailure(
                    .configuration, "\(error)\n`repute lexicon lint` shows all that is wrong.")
            }
        }
        return lexicon
    }
}
