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

    /// The recipe of this name; nil where there is none.
    static func recipe(named name: String) -> Recipe? {
        if let recipe = read.withLock({ $0[name] }) { return recipe }
        guard let file = files.first(where: { String(cString: $0.name) == name }) else {
            return nil
        }
        let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
        do {
            let recipe = try RecipeLibrary.recipe(reading: bytes, file: "\(name).yaml")
            read.withLock { $0[name] = recipe }
            return recipe
        } catch {
            preconditionFailure("an embedded recipe is wrong: \(error)")
        }
    }
}
