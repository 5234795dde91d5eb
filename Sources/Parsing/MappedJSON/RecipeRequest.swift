public import Model
import TextProcessing

/// The request that a recipe makes of the owner's parameters.
public struct RecipeRequest: Sendable, Hashable {
    /// The address, all parameters filled in.
    public var url: Secret
    /// In the order of the recipe; a header is left out if a parameter in it has no value.
    public var headers: [Source.Header]
}

/// What is wrong with the parameters that were given to a recipe; at least one problem.
public struct RecipeParameterError: Error, Sendable, Hashable {
    /// One parameter that is missing, not known or not fit.
    public struct Problem: Sendable, Hashable {
        /// The name of the parameter, declared by the recipe or given by mistake.
        public var parameter: String
        /// What is wrong, as a clause without a full stop; holds no value of a secret.
        public var message: String
        /// What to do about it, as a clause; nil where nothing can be proposed.
        public var suggestion: String?
    }

    /// Names that the recipe does not know first, then its parameters in their order.
    public var problems: [Problem]
}

extension Recipe {
    /// The request with the parameters `values` in it.
    ///
    /// Values are percent-encoded as the place asks for. A pair of the query whose parameters are
    /// all absent is left out. Throws all problems at once: values for parameters that the recipe
    /// does not have, required ones without a value, and values that do not fit.
    public func request(
        with values: [String: Secret]
    ) throws(RecipeParameterError) -> RecipeRequest {
        var problems = unknownParameters(values)
        var known: [String: String] = [:]
        for parameter in parameters {
            switch parameter.checked(values[parameter.name]) {
            case .success(let value?): known[parameter.name] = value
            case .success(nil): continue
            case .failure(let error): problems += error.problems
            }
        }
        guard problems.isEmpty else { throw RecipeParameterError(problems: problems) }
        let address = try url.text(filling: known)
        var fields: [Source.Header] = []
        for header in headers {
            guard let value = header.value.filled({ known[$0] }) else { continue }
            fields.append(Source.Header(name: header.name, value: Secret(value)))
        }
        return RecipeRequest(url: Secret(address), headers: fields)
    }

    private func unknownParameters(_ values: [String: Secret]) -> [RecipeParameterError.Problem] {
        let names = parameters.map(\.name)
        return values.keys.filter { !names.contains($0) }.sorted().map { name in
            RecipeParameterError.Problem(
                parameter: name,
                message: "the recipe `\(self.name)` has no parameter `\(name)`",
                suggestion: NearestName.question(name, among: names)
                    ?? (names.isEmpty
                        ? nil : "it has " + names.map { "`\($0)`" }.joined(separator: ", ")))
        }
    }
}

extension RecipeParameterError {
    init(_ parameter: String, _ message: String, suggestion: String? = nil) {
        problems = [Problem(parameter: parameter, message: message, suggestion: suggestion)]
    }
}

extension RecipeParameter {
    /// The value to use: the given one if it fits, else the default; nil where neither is.
    fileprivate func checked(_ given: Secret?) -> Result<String?, RecipeParameterError> {
        guard let value = given?.reveal(), !value.isEmpty else {
            if isRequired, defaultValue == nil {
                let text =
                    "the parameter `\(name)` is missing"
                    + (description.map { " (\($0))" } ?? "")
                return .failure(
                    RecipeParameterError(name, text, suggestion: example.map { "such as `\($0)`" }))
            }
            return .success(defaultValue)
        }
        if value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return .failure(
                RecipeParameterError(name, "the parameter `\(name)` holds control characters"))
        }
        guard let pattern, let regex = try? Regex(pattern) else { return .success(value) }
        if let match = try? regex.wholeMatch(in: value), !match.isEmpty { return .success(value) }
        let shown = isSecret ? "its value" : "“\(value.prefix(60))”"
        return .failure(
            RecipeParameterError(
                name, "the parameter `\(name)` does not look as it should: \(shown)",
                suggestion: example.map { "it looks like `\($0)`" }))
    }
}
