import CXML

@testable import Parsing

/// RSS, RDF and Atom: what `FeedPromises` says, and that the quick reader tells what the thorough one does.
enum XMLPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        try FeedPromises.read(bytes, options: .init(baseURL: FeedPromises.address))
        let document = DecodedDocument(bytes, charset: nil).bytes
        guard case .xml(let start) = BodyKind(of: document) else { return }
        let text = Array(document[start...])
        let quick = XMLTelling()
        guard quick.reads(text, by: { cxml_scan($0, $1, $2) }) == true else { return }
        let thorough = XMLTelling()
        let result = thorough.reads(text) { cxml_parse($0, $1, $2) }
        try promise(
            result?.ending == CXML_COMPLETE && result?.was_repaired == false,
            "the quick reader takes what is not well-formed")
        try promise(
            quick.calls == thorough.calls,
            "the readers differ: \(quick.calls.suffix(200)) and \(thorough.calls.suffix(200))")
    }
}

/// What a reader of XML told its handler, one line a call.
private final class XMLTelling {
    private(set) var calls = ""

    func reads<Result>(
        _ document: [UInt8],
        by reader: (UnsafePointer<UInt8>, Int, UnsafePointer<cxml_handler>) -> Result
    ) -> Result? {
        withExtendedLifetime(self) {
            var handler = handler
            return document.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { reader($0, bytes.count, &handler) }
            }
        }
    }

    private func add(_ call: String) { calls += call + "\n" }

    private var handler: cxml_handler {
        cxml_handler(
            context: Unmanaged.passUnretained(self).toOpaque(),
            start: { context, name, namespace, attributes, count in
                var call = "<" + String(cString: name) + XMLTelling.shown(namespace)
                for attribute in UnsafeBufferPointer(start: attributes, count: count) {
                    call += " " + String(cString: attribute.name)
                    call += XMLTelling.shown(attribute.namespace_uri)
                    call += "=" + attribute.text
                }
                XMLTelling.of(context)?.add(call)
                return true
            },
            end: { context in
                XMLTelling.of(context)?.add(">")
                return true
            },
            text: { context, bytes, count in
                let text = UnsafeBufferPointer(start: bytes, count: count)
                XMLTelling.of(context)?.add("text " + String(decoding: text, as: UTF8.self))
                return true
            })
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLTelling? {
        context.map { Unmanaged<XMLTelling>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func shown(_ namespace: UnsafePointer<CChar>?) -> String {
        namespace.map { "{" + String(cString: $0) + "}" } ?? ""
    }
}
