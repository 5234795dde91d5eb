/// An answer in the real shape of a source, kept beside the recipe that reads it.
public struct RecipeSample: Sendable, Hashable {
    /// The file as messages name it.
    public var file: String
    /// What it holds.
    public var bytes: [UInt8]
    /// What the recipe must make of it, as JSON; nil where nothing is written down.
    public var expectation: [UInt8]?
    /// Where the expectation stands, or would stand; nil for a sample that is part of the program.
    public var expectationFile: String?
}

extension RecipeSample {
    /// What the names of samples end in, in the order in which they are looked for.
    private static let extensions = ["json", "xml", "html"]

    /// The sample of the recipe in `file`: `samples/NAME.json`, `.xml` or `.html` in its folder; nil
    /// where there is none.
    static func beside(_ file: String) throws(TextFile.Failure) -> RecipeSample? {
        let name = FilePath.name(file).prefix { $0 != "." }
        let stem = FilePath.folder(file) + "samples/" + name + "."
        for suffix in extensions {
            guard let bytes = try bytes(of: stem + suffix) else { continue }
            let expected = stem + "expected.json"
            return RecipeSample(
                file: stem + suffix, bytes: bytes, expectation: try self.bytes(of: expected),
                expectationFile: expected)
        }
        return nil
    }

    /// What a file holds; nil where there is none.
    private static func bytes(of path: String) throws(TextFile.Failure) -> [UInt8]? {
        do throws(TextFile.Failure) {
            return try TextFile.read(path).bytes
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }
}
