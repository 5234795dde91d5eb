/// What the exit codes of a sendmail mean, by the names of `sysexits.h`.
///
/// The names are what the program claims, not what is true: the codes differ between MTAs (postfix
/// gives 75 for a wrong option, msmtp 69 for a server that is only busy). So they choose words, never
/// whether another attempt is made.
enum SendmailExit {
    /// The reason and the meaning of exit code `code`, which is not 0.
    static func meaning(of code: Int32) -> (reason: DeliveryError.Reason, text: String) {
        switch code {
        case 64: (.usage, "wrong use; check the command's arguments")
        case 65: (.dataError, "the message or an address was refused")
        case 66: (.noInput, "it could not read the message")
        case 67: (.noUser, "a recipient is unknown; check the recipients")
        case 68: (.noHost, "a recipient's host is unknown; check the recipients")
        case 69: (.unavailable, "the mail service is not available")
        case 70: (.software, "an internal error; see the mail log")
        case 71: (.osError, "the system refused it something")
        case 72: (.osFile, "a system file is missing")
        case 73: (.cannotCreate, "it could not write to its queue")
        case 74: (.inputOutput, "an input or output error, also a slow mail server")
        case 75: (.temporaryFailure, "a temporary failure")
        case 76: (.protocolError, "the mail server broke off or answered nonsense")
        case 77: (.noPermission, "it lacks a permission")
        case 78: (.configuration, "its configuration is wrong")
        case 126: (.noPermission, "a program that it needs may not be run")
        case 127: (.missing, "a program that it needs is missing")
        default: (.exitCode, "see the mail log")
        }
    }
}
