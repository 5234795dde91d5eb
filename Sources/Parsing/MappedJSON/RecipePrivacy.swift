/// Keeps a recipe from storing what a source gives about people without need.
struct RecipePrivacy {
    /// The paths under `shares`.
    let shared: [JSONPath]

    /// Reports a path that maps a shared field, and doubts one whose name is that of personal data.
    func check(_ found: PlacedPath, _ nodes: inout RecipeNodeReader) {
        guard case .field(let field) = found.role, !found.path.startsAtRoot else { return }
        if shared.contains(where: { found.path.steps.starts(with: $0.steps) }) {
            nodes.report(
                "`\(field.rawValue)` takes `\(found.path)`, which `shares` lists as personal",
                at: found.position, suggestion: "leave it out")
            return
        }
        guard Self.fields.contains(field), let what = Self.meaning(of: found.path) else { return }
        nodes.doubt(
            "`\(field.rawValue)` takes `\(found.path)`, which looks like \(what) and would be "
                + "stored and shown", at: found.position,
            suggestion: "leave it out and list it under `shares`")
    }

    private static let fields: Set<RecipeField> = [.id, .title, .text, .author, .reply]

    /// What the last key of a path names, with its article; nil for what is not personal.
    private static func meaning(of path: JSONPath) -> String? {
        for step in path.steps.reversed() {
            if case .key(let key) = step { return meanings[FieldNames.folded(key)] }
        }
        return nil
    }

    private static let meanings: [String: String] = {
        var meanings: [String: String] = [:]
        let names: [(String, [String])] = [
            (
                "a mail address",
                [
                    "email", "mail", "emailaddress", "mailaddress", "useremail", "authoremail",
                    "customeremail", "revieweremail", "contactemail", "referralemail",
                ]
            ),
            (
                "a phone number",
                [
                    "phone", "phonenumber", "telephone", "tel", "mobile", "mobilenumber", "cell",
                    "fax", "customerphone", "reviewerphone",
                ]
            ),
            (
                "an IP address",
                ["ip", "ipaddress", "ipaddr", "remoteaddr", "clientip", "userip", "ipv4", "ipv6"]
            ),
            (
                "a postal address",
                [
                    "address", "street", "streetaddress", "postaladdress", "postcode",
                    "postalcode", "zip", "zipcode", "billingaddress", "shippingaddress",
                    "address1", "address2", "addressline1", "addressline2",
                ]
            ),
            ("a date of birth", ["birthday", "birthdate", "dateofbirth", "dob"]),
        ]
        for (meaning, keys) in names { for key in keys { meanings[key] = meaning } }
        return meanings
    }()
}
