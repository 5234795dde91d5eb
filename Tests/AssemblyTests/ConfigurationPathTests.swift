import Testing

@testable import Assembly

struct `The path of the configuration` {
    @Test(
        arguments: [
            ("a.yaml", ["REPUTE_CONFIG": "b.yaml"], "a.yaml"),
            (nil, ["REPUTE_CONFIG": "b.yaml"], "b.yaml"),
            (nil, ["REPUTE_CONFIG": ""], "/etc/repute/repute.yaml"),
            (nil, [:], "/etc/repute/repute.yaml"),
        ] as [(String?, [String: String], String)])
    func `is that of the flag, else the environment's, else the standard one`(
        flag: String?, environment: [String: String], path: String
    ) {
        #expect(ConfigurationPath.resolve(flag, environment: environment) == path)
    }
}
