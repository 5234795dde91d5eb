// swift-tools-version: 6.2
import PackageDescription

/// The store alone, out of the same sources (links in `Sources`), filled by prepared drafts; built
/// by `Benchmarks/ingest.sh` and never installed.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "ingest",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "Model", swiftSettings: strict),
        .target(name: "Storage", dependencies: ["Model"], swiftSettings: strict),
        .target(
            name: "SQLiteStorage",
            dependencies: [
                "Model", "Storage", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "ingestbench", dependencies: ["Model", "Storage", "SQLiteStorage"],
            swiftSettings: strict),
    ]
)
