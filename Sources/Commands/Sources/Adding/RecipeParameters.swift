import Foundation
import Model
import Parsing
import Settings

/// Collects the parameters of a recipe from the command line, and secrets from where they may come.
struct RecipeParameters {
    let recipe: Recipe
    let dialogue: Dialogue
    /// Where the words were typed; relative paths are seen from here.
    let folder: String

    /// Fills `dropIn` with the values; a required secret that is not named is asked for.
    func fill(_ dropIn: inout DropIn, with values: [KeyValue]) async throws {
        dropIn.recipe = recipe.name
        var given: Set<String> = []
        for pair in values {
            let (name, form) = known(pair.key)
            guard given.insert(name).inserted else {
                throw CommandFailure(.usage, "the parameter \(name) is given twice")
            }
            if form.isEmpty {
                try refuseSecret(pair)
                dropIn.parameters.append((pair.key, pair.value))
            } else {
                // A path as the drop-in file has to see it.
                let isPath = form == "_file" && !pair.value.hasPrefix("/")
                dropIn.parameters.append(
                    (pair.key, isPath ? folder + "/" + pair.value : pair.value))
            }
        }
        for parameter in recipe.parameters
        where !given.contains(parameter.name) && parameter.isRequired
            && parameter.defaultValue == nil
        {
            try await ask(for: parameter, &dropIn)
        }
    }

    /// The parameter that a key means, and how its value comes: itself, `_file` or `_credential`.
    private func known(_ key: String) -> (name: String, form: String) {
        for form in ["_file", "_credential"] where key.hasSuffix(form) {
            let name = String(key.dropLast(form.count))
            if recipe.parameters.contains(where: { $0.name == name }) { return (name, form) }
        }
        return (key, "")
    }

    private func refuseSecret(_ pair: KeyValue) throws(CommandFailure) {
        guard let parameter = recipe.parameters.first(where: { $0.name == pair.key }),
            parameter.isSecret
        else { return }
        throw CommandFailure(
            .usage,
            "\(pair.key) is a secret, and whoever lists processes sees the command line; write it "
                + "into a file and give \(pair.key)_file=PATH, name a systemd credential with "
                + "\(pair.key)_credential=NAME, or leave it out to be asked for it")
    }

    private func ask(for parameter: RecipeParameter, _ dropIn: inout DropIn) async throws {
        guard dialogue.isInteractive || parameter.isSecret else { return }
        let about = parameter.description.map { " (\($0))" } ?? ""
        let example = parameter.isSecret ? "" : parameter.example.map { ", such as \($0)" } ?? ""
        let answer = try await dialogue.ask(
            "\(parameter.name)\(about)\(example): ", isHidden: parameter.isSecret)
        guard let answer, !answer.isEmpty else { return }
        if parameter.isSecret {
            dropIn.secrets.append(
                DropIn.SecretFile(
                    key: parameter.name + "_file", name: "\(dropIn.id).\(parameter.name)",
                    value: Secret(answer), isParameter: true))
        } else {
            dropIn.parameters.append((parameter.name, answer))
        }
    }

    /// What is wrong with the values that `dropIn` has, one clause each with what to do; values of
    /// files and credentials count as given.
    func problems(of dropIn: DropIn) -> [String] {
        var values: [String: Secret] = [:]
        var hidden: Set<String> = []
        for (key, value) in dropIn.parameters {
            let (name, form) = known(key)
            if form.isEmpty { values[name] = Secret(value) } else { hidden.insert(name) }
        }
        for secret in dropIn.secrets {
            values[String(secret.key.dropLast("_file".count))] = secret.value
        }
        do throws(RecipeParameterError) {
            _ = try recipe.request(with: values)
            return []
        } catch {
            return error.problems.filter { !hidden.contains($0.parameter) }.map { problem in
                let parameter = recipe.parameters.first { $0.name == problem.parameter }
                let isMissing = values[problem.parameter] == nil
                guard let parameter, parameter.isSecret, isMissing else {
                    return problem.message + (problem.suggestion.map { ", " + $0 } ?? "")
                }
                return problem.message
                    + ", give \(parameter.name)_file=PATH or one line on standard input"
            }
        }
    }
}
