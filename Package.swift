// swift-tools-version: 6.2
import PackageDescription

/// The features every target compiles with: a signature that shows another module's type has to say
/// so (`public import`), existentials are spelled out, and a warning is an error.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// A target of our own, from the ground floor up; `docs/modules.md` tells what each is for.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        swiftSettings: strict)
}

/// What the fuzzer feeds hostile input to.
let fuzzed: [Target.Dependency] = [
    "CXML", "Model", "TextProcessing", "Scheduling", "CurlTransport", "Fetching", "Parsing",
    "Matching", "Scoring", "Notifying", "Reporting", "Settings", httpTypes,
]

/// The fuzzer where the environment has FUZZ (`make fuzz`); else the test that replays its inputs.
let fuzzing: Target =
    Context.environment["FUZZ"] != nil
    ? .executableTarget(
        name: "fuzz", dependencies: fuzzed, path: "Tests/Fuzzing",
        exclude: ["Replay", "fuzzer.py", "Corpus", "Crashes", "Dictionaries"], swiftSettings: strict
    )
    : .testTarget(
        name: "FuzzingTests", dependencies: fuzzed, path: "Tests/Fuzzing",
        exclude: ["Driver", "fuzzer.py", "Corpus", "Crashes", "Dictionaries"], swiftSettings: strict
    )

let package = Package(
    name: "repute",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "reputed", targets: ["reputed"]),
        .executable(name: "repute", targets: ["repute"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // below ground: C faces of our own
        .systemLibrary(name: "CSystemCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CSystemXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CCurl", dependencies: ["CSystemCurl"]),
        .target(name: "CXML", dependencies: ["CSystemXML"]),
        .target(name: "CLexicons"),
        .target(name: "CRecipes"),

        // ground floor
        room("Model"),
        room("TextProcessing", ["CXML"]),
        room("Scheduling"),
        room("CurlTransport", ["CCurl", httpTypes]),
        room("Telemetry", [logging]),

        // rooms; no room imports a room
        room("Fetching", ["Model", "CurlTransport", "TextProcessing", httpTypes]),
        room("Parsing", ["Model", "TextProcessing", "CXML"]),
        room("Matching", ["Model"]),
        room("Scoring", ["Model", "TextProcessing", "CLexicons"]),
        room("Health", ["Model"]),
        room("Alerting", ["Model", "Scheduling"]),
        room(
            "Notifying",
            [
                "Model", "CurlTransport", httpTypes,
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        room("Reporting", ["Model", "TextProcessing"]),
        room("Storage", ["Model"]),

        // corridor
        room(
            "SQLiteStorage",
            [
                "Model", "Storage", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        room(
            "Settings",
            [
                "Model", "TextProcessing", "Scheduling", "Parsing", "Matching", "Alerting",
                "Notifying", "CRecipes", .product(name: "Yams", package: "Yams"),
            ]),
        room(
            "Monitor",
            [
                "Model", "TextProcessing", "Scheduling", "Telemetry", "Fetching", "Parsing",
                "Matching", "Scoring", "Health", "Alerting", "Notifying", "Storage", logging,
                lifecycle,
            ]),

        // hall and doors
        room(
            "Assembly",
            [
                "Model", "TextProcessing", "Scheduling", "CurlTransport", "Telemetry", "Fetching",
                "Parsing", "Matching", "Scoring", "Health", "Alerting", "Notifying", "Reporting",
                "Storage", "SQLiteStorage", "Settings", "Monitor", logging, lifecycle,
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        room(
            "Commands",
            [
                "Assembly", "Model", "TextProcessing", "Fetching", "Parsing", "Matching",
                "Scoring", "Health", "Alerting", "Notifying", "Reporting", "Storage", "Settings",
                "Monitor", "Scheduling", "Telemetry", "CurlTransport", arguments, logging,
            ]),
        .executableTarget(
            name: "reputed", dependencies: ["Assembly", arguments], swiftSettings: strict),
        .executableTarget(name: "repute", dependencies: ["Commands"], swiftSettings: strict),

        // the quick start's loopback servers; never installed
        .executableTarget(
            name: "quickstart",
            dependencies: [
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),

        // years on a simulated clock; never installed
        .executableTarget(
            name: "soak",
            dependencies: [
                "Model", "CurlTransport", "Telemetry", "Fetching", "Notifying", "Storage",
                "Settings",
                "Monitor", "Assembly", httpTypes, logging, lifecycle,
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("Model"),
        tests("TextProcessing"),
        tests("Scheduling"),
        tests("CurlTransport", ["CCurl", httpTypes]),
        tests("Telemetry", [logging]),
        tests("Fetching", ["Model", "CurlTransport", httpTypes]),
        tests("Parsing", ["Model", "CXML"]),
        tests("Matching", ["Model"]),
        tests("Scoring", ["Model"]),
        tests("Health", ["Model"]),
        tests("Alerting", ["Model", "Scheduling"]),
        tests(
            "Notifying",
            [
                "Model", "CurlTransport", httpTypes,
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        tests("Reporting", ["Model"]),
        tests(
            "SQLiteStorage",
            ["Model", "Storage", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("Settings", ["Model", "Parsing", "Matching", "Alerting", "Notifying"]),
        tests(
            "Monitor",
            [
                "Model", "Storage", "SQLiteStorage", "Fetching", "CurlTransport", "Parsing",
                "Alerting", "Matching", "Notifying", "Scheduling", "Scoring", logging,
            ]),
        tests(
            "Assembly",
            [
                "Model", "Storage", "Settings", "Monitor", "Matching", "CurlTransport", logging,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        tests("Commands", ["Model", "Reporting", "Assembly", arguments]),
        fuzzing,
    ]
)
