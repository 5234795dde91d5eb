// parsebench FILE ROUNDS [recipe]: parses the file so many times, from its bytes to its entries; with
// one round, prints a digest of what it found, by which two builds can be compared.

import FoundationEssentials
import Model
import Parsing

/// The recipe for what `feed.py COUNT reviews` writes.
private func recipe() throws -> Recipe {
    let here = RecipePosition(line: 1, column: 1)
    func map(_ fields: KeyValuePairs<String, RecipeNode>) -> RecipeNode {
        .map(fields.map { .init(key: $0.key, at: here, value: $0.value) }, at: here)
    }
    func text(_ value: String) -> RecipeNode { .scalar(value, at: here) }
    return try Recipe(
        fields: map([
            "name": text("shop"), "title": text("Reviews of the shop"),
            "url": text("https://api.shop.example/v1/reviews"), "items": text("reviews"),
            "drop": .list(
                [map(["path": text("status"), "is": .list([text("deleted")], at: here)])], at: here),
            "fields": map([
                "id": text("id"), "title": text("title"), "text": text("text"),
                "author": text("consumer.displayName"),
                "url": text("https://shop.example/reviews/{id}"),
                "rating": map(["path": text("stars"), "min": text("1"), "max": text("5")]),
                "language": text("language"),
                "published": map(["path": text("createdAt"), "time": text("text")]),
                "updated": map(["path": text("updatedAt"), "time": text("text")]),
                "reply": text("companyReply.text"),
                "reply_date": map(["path": text("companyReply.createdAt"), "time": text("text")]),
            ]),
        ]))
}

let arguments = CommandLine.arguments
guard arguments.count >= 3, let rounds = Int(arguments[2]) else {
    fatalError("usage: parsebench FILE ROUNDS [recipe]")
}
let body = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
let options = FeedParser.Options(
    baseURL: "https://shop.example/reviews", recipe: arguments.count > 3 ? try recipe() : nil)
var entries = 0
var last: Result<ParsedFeed, FeedParseError>?
for _ in 0..<rounds {
    do throws(FeedParseError) {
        let feed = try FeedParser.parse(body, options: options)
        entries += feed.entries.count
        last = .success(feed)
    } catch {
        last = .failure(error)
    }
}

/// FNV-1a of everything that was found.
func digest(of text: String) -> String {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(digest, radix: 16)
}

print("\(entries) entries")
if rounds == 1 { print("digest of all that was found: \(digest(of: String(describing: last)))") }
