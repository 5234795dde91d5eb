import CRecipes
import Parsing
import Synchronization

/// The recipes that are part of the program, each read when it is first asked for.
enum EmbeddedRecipes {
    /// The name of every recipe, sorted.
    static let names = files.map { String(cString: $0.name) }.sorted()

    /// What has been read so far.
    private static let read = Mutex<[String: Recipe]>([:])

    private static var files: [recipe_file] {
        (0..<recipe_files_count).compactMap { recipe_file_at($0)?.pointee }
    }

    private static func file(named name: String) -> recipe_file? {
        files.first { String(cString: $0.name) == name }
    }

    private static func bytes(_ part: recipe_bytes) -> [UInt8] {
        Array(UnsafeBufferPointer(start: part.bytes, count: part.size))
    }

    /// The recipe of this name; nil where there is none.
    static func recipe(named name: String) -> Recipe? {
        if let recipe = read.withLock({ $0[name] }) { return recipe }
        guard let file = file(named: name) else { return nil }
        do {
            let recipe = try RecipeLibrary.recipe(
                reading: bytes(file.recipe), file: "\(name).yaml")
            read.withLock { $0[name] = recipe }
            return recipe
        } catch {
            preconditionFailure("an embedded recipe is wrong: \(error)")
        }
    }

    /// The sample of the recipe of this name; nil where there is none.
    static func sample(named name: String) -> RecipeSample? {
        guard let file = file(named: name) else { return nil }
        let stem = "feeds/samples/\(name)."
        return RecipeSample(
            file: stem + String(cString: file.sample_extension), bytes: bytes(file.sample),
            expectation: bytes(file.expected), expectationFile: nil)
    }
}
