import Testing

@testable import Settings

struct `A settings problem` {
    @Test func `reads like a compiler's message`() {
        let problem = SettingsProblem(
            file: "repute.yaml", line: 7, column: 5, message: "unknown key `intervall`",
            suggestion: "did you mean `interval`?")
        #expect(
            problem.description
                == "repute.yaml:7:5: error: unknown key `intervall`, did you mean `interval`?")
    }

    @Test func `of the whole file names no line`() {
        let problem = SettingsProblem(file: "a.yaml", message: "can't be read", isWarning: true)
        #expect(problem.description == "a.yaml: warning: can't be read")
    }

    @Test func `shows the line and the carets below it`() {
        let problem = SettingsProblem(
            file: "a.yaml", line: 1, column: 9, message: "no",
            excerpt: .init(line: "\tquery: é OR", column: 11, length: 2))
        #expect(problem.description == "a.yaml:1:9: error: no\n\tquery: é OR\n\t         ^^")
    }

    @Test func `may point one past the end of its line`() {
        #expect(SettingsProblem.Excerpt(line: "ab", column: 3).rendered == "ab\n  ^")
        #expect(SettingsProblem.Excerpt(line: "", column: 3).rendered == "\n  ^")
    }
}

struct `Settings problems` {
    @Test func `come by file, line and column, the main file first`() {
        let collector = ProblemCollector()
        func error(_ file: String, _ line: Int, _ column: Int) {
            collector.error(Place(file: file, line: line, column: column), "x")
        }
        error("repute.d/a.yaml", 1, 1)
        error("repute.yaml", 10, 3)
        error("other.yaml", 1, 1)
        error("repute.yaml", 2, 9)
        error("repute.yaml", 2, 1)
        error("repute.yaml", 2, 1)
        collector.error(file: "repute.yaml", "whole")
        let sorted = SettingsProblems(
            collector.sorted(files: ["repute.yaml", "repute.d/a.yaml"]))
        #expect(
            sorted.description == """
                repute.yaml: error: whole
                repute.yaml:2:1: error: x
                repute.yaml:2:9: error: x
                repute.yaml:10:3: error: x
                repute.d/a.yaml:1:1: error: x
                other.yaml:1:1: error: x
                """)
    }
}
