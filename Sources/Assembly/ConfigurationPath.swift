/// Where the configuration is looked for.
public enum ConfigurationPath {
    /// The file that a package installs.
    public static let standard = "/etc/repute/repute.yaml"

    /// The file named by the flag, else by `REPUTE_CONFIG`, else the standard one.
    public static func resolve(_ flag: String?, environment: [String: String]) -> String {
        if let flag { return flag }
        if let path = environment["REPUTE_CONFIG"], !path.isEmpty { return path }
        return standard
    }
}
