public import ArgumentParser
public import Model
public import Reporting
public import Scoring
public import Storage

// How the words of other rooms are written on the command line.

extension OutputFormat: ExpressibleByArgument {}
extension DocumentFormat: ExpressibleByArgument {}
extension ReportView: ExpressibleByArgument {}
extension TerminalStyle.Choice: ExpressibleByArgument {}
extension Source.Kind: ExpressibleByArgument {}
extension Sentiment.Label: ExpressibleByArgument {}
extension Aspect: ExpressibleByArgument {}
extension Alert.Kind: ExpressibleByArgument {}
extension Triage.State: ExpressibleByArgument {}
extension SuspicionFlag.Outcome: ExpressibleByArgument {}
extension Genre: ExpressibleByArgument {}
extension ArchiveFormat: ExpressibleByArgument {}
extension Contribution.Origin: ExpressibleByArgument {}
extension LexiconEntry.Part: ExpressibleByArgument {}

extension Identifier: ExpressibleByArgument {
    /// Takes an id as the configuration has it.
    public init?(argument: String) { self.init(rawValue: argument) }
}
