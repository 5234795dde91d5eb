// swift-tools-version: 6.2
import PackageDescription

/// The parser alone, out of the same sources (links in `Sources`), to be run many times in one
/// process; built by `Benchmarks/parse.sh` and never installed.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "parse",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(name: "CSystemXML", pkgConfig: "libxml-2.0"),
        .target(name: "CXML", dependencies: ["CSystemXML"]),
        .target(name: "Model", swiftSettings: strict),
        .target(name: "TextProcessing", dependencies: ["CXML"], swiftSettings: strict),
        .target(
            name: "Parsing", dependencies: ["Model", "TextProcessing", "CXML"],
            swiftSettings: strict),
        .executableTarget(
            name: "parsebench", dependencies: ["Model", "Parsing"], swiftSettings: strict),
    ]
)
