import Glibc

/// The target that FUZZ_TARGET of the environment names.
private let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.named(name) else {
        let names = FuzzTarget.all.map(\.name).joined(separator: " ")
        fatalError("FUZZ_TARGET has to be one of: \(names)")
    }
    return target
}()

/// How long inputs are made by repeating a piece of each, by FUZZ_STRETCH of the environment; nil: not.
private let stretch = getenv("FUZZ_STRETCH").flatMap { Int(String(cString: $0)) }

/// What libFuzzer calls with each input; a promise that is not kept ends the process, as a crash does.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let stretch { bytes = StretchedInput(bytes, to: stretch).bytes }
    do throws(BrokenPromise) {
        try target.check(bytes)
    } catch {
        fatalError("promise not kept: \(error)")
    }
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry point under the name that SwiftPM gives it; libFuzzer's own has no place in a Swift executable.
@_cdecl("fuzz_main")
public func fuzzMain(
    _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
    var count = count
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = words
    return withUnsafeMutablePointer(to: &words) { words in
        runDriver(&count, words) { testOneInput($0, $1) }
    }
}
