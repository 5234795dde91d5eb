import Model
import Parsing
import Settings
import TextProcessing

/// What `repute source add` is asked to add.
enum SourceTarget: Sendable, Hashable {
    case address(String)
    case recipe(String)

    /// Takes a word as what it most plainly is: an address, a recipe, a host without its scheme.
    init(_ word: String, recipes: RecipeLibrary) throws(CommandFailure) {
        if word.contains("://") {
            let scheme = word.prefix(8).lowercased()
            guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else {
                throw CommandFailure(
                    .usage,
                    "\(MaskedURL.masked(word)) is no http(s) address; feeds in files are configured by hand (docs/configuration.md)"
                )
            }
            guard CanonicalURL.absolute(word, base: nil) != nil else {
                throw CommandFailure(.usage, "\(MaskedURL.masked(word)) is no address")
            }
            self = .address(word)
        } else if recipes.recipe(named: word) != nil {
            self = .recipe(word)
        } else if word.prefix(while: { $0 != "/" }).contains("."),
            CanonicalURL.absolute("https://" + word, base: nil) != nil
        {
            self = .address("https://" + word)
        } else {
            let question = NearestName.question(word, among: recipes.names)
            throw CommandFailure(
                .usage,
                "\(word) is neither an address nor a recipe; "
                    + (question ?? "`repute recipes` lists the recipes"))
        }
    }
}

/// A `key=value` of the command line.
struct KeyValue: Sendable, Hashable {
    var key: String
    var value: String

    init(_ word: String) throws(CommandFailure) {
        guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
            throw CommandFailure(
                .usage, "parameters are written NAME=VALUE, found \(word.prefix(60))")
        }
        key = String(word[..<equals])
        value = String(word[word.index(after: equals)...])
    }
}
