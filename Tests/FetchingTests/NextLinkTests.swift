import HTTPTypes
import TestSupport
import Testing

@testable import Fetching

struct `The address of the next page` {
    private static let url = "https://reviews.example/api/list?page=1"

    private func next(_ values: [String], of url: String = Self.url) throws -> String? {
        let name = try #require(HTTPField.Name("Link"))
        var headers = HTTPFields()
        for value in values { headers.append(HTTPField(name: name, value: value)) }
        return NextLink.address(in: headers, of: url)
    }

    @Test(arguments: [
        ("<https://reviews.example/api/list?page=2>; rel=\"next\"", "plain"),
        ("<https://reviews.example/api/list?page=2>;rel=next", "without quotes"),
        ("</api/list?page=2>; rel=\"next\"", "from the root"),
        ("<?page=2>; rel=\"next\"", "a query only"),
        ("<//reviews.example/api/list?page=2>; REL=\"Next\"", "without scheme, in capitals"),
        ("<list?page=2>; title=\"a, b; c\"; rel=\"prev next\"", "two relations, quotes"),
        (
            "<?page=1>; rel=\"first\", <?page=2>; rel=\"next\", <?page=9>; rel=\"last\"",
            "one of three"
        ),
        ("<?page=2>; title=\"say \\\"hi\\\", you\"; rel=next", "escaped quotes"),
        ("<?page=2> ; rel = \"next\"", "spaces"),
        ("<http://reviews.example/api/list?page=2>; rel=\"next\"", "http behind TLS"),
        ("<?page=9>; rel=last; rel=next, <?page=2>; rel=next; rel=prev", "the first rel counts"),
        ("<https://other.example/>; rel=next, <?page=2>; rel=next", "the first on this host"),
        ("<?page=3>; rel=next; anchor=\"/other\", <?page=2>; rel=next", "none of another document"),
        ("garbage, <?page=2>; rel=next", "after garbage"),
    ])
    func `is found`(field: String, name: String) throws {
        #expect(try next([field]) == "https://reviews.example/api/list?page=2", "\(name)")
    }

    @Test func `is found in the second of two fields`() throws {
        let address = try next(["<?page=1>; rel=prev", "<?page=2>; rel=next"])
        #expect(address == "https://reviews.example/api/list?page=2")
    }

    @Test func `may gain TLS`() throws {
        let address = try next(
            ["<https://reviews.example/2>; rel=next"], of: "http://reviews.example/1")
        #expect(address == "https://reviews.example/2")
    }

    @Test(arguments: [
        ("", "nothing"), ("<?page=2>", "no relation"), ("<?page=2>; rel=prev", "another relation"),
        ("<?page=2>; rel=\"nextish\"", "a longer word"),
        ("<https://other.example/?page=2>; rel=next", "another host"),
        ("<https://reviews.example.other.example/>; rel=next", "a host that begins so"),
        ("<https://reviews.example@other.example/>; rel=next", "a user that looks so"),
        ("<https://reviews.example:8443/>; rel=next", "another port"),
        ("<file:///etc/passwd>; rel=next", "a file"), ("<javascript:x>; rel=next", "a script"),
        ("<https://reviews.example/api/list?page=1>; rel=next", "this very page"),
        ("https://reviews.example/2; rel=next", "no brackets"), ("<?page=2; rel=next", "unclosed"),
        ("\"<?page=2>; rel=next", "an open quote"),
    ])
    func `is none`(field: String, name: String) throws {
        #expect(try next([field]) == nil, "\(name)")
    }

    @Test func `comes with the body`() async throws {
        let server = try LoopbackServer.start { _ in
            .ok("x", headers: ["Link": "</b?token=1>; rel=\"next\""])
        }
        defer { server.stop() }
        let source = sampleSource(server.url("/a").replacing("http://", with: "http://u:p@"))
        let body = try await loopbackFetcher().fetch(source, state: freshState(of: source)).body
        #expect(body?.nextLink == server.url("/b?token=1"))
    }
}
