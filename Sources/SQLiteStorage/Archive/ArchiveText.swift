import Foundation
import GRDB
import Storage

/// Writes values of SQLite as JSON (RFC 8259) and as CSV (RFC 4180).
enum ArchiveText {
    /// Appends a member of an object, unless its value is NULL.
    static func appendMember(_ name: String, _ value: DatabaseValue, to bytes: inout [UInt8]) throws
    {
        guard !value.isNull else { return }
        bytes.append(UInt8(ascii: ","))
        appendString(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        switch value.storage {
        case .null: break
        case .int64(let number): bytes += String(number).utf8
        case .double(let number): bytes += text(of: number).utf8
        case .string(let text): appendString(text, to: &bytes)
        case .blob: throw unwritable
        }
    }

    /// Appends a JSON string: what is not ASCII stands for itself, controls and line separators as
    /// escapes, so that a line is a line for every reader.
    static func appendString(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: bytes += [0x5C, 0x22]
            case 0x5C: bytes += [0x5C, 0x5C]
            case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: appendEscape(scalar.value, to: &bytes)
            case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
            default: bytes += String(scalar).utf8
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func appendEscape(_ value: UInt32, to bytes: inout [UInt8]) {
        let digits = String(value, radix: 16)
        bytes += "\\u".utf8
        bytes += String(repeating: "0", count: 4 - digits.count).utf8
        bytes += digits.utf8
    }

    /// The shortest number that is read as exactly this one; always with a point or an exponent, so that
    /// it is known from a whole number.
    ///
    /// A number beyond all numbers is one that every reader rounds to it.
    static func text(of number: Double) -> String {
        if number.isFinite { return "\(number)" }
        return number < 0 ? "-1e999" : "1e999"
    }

    /// Appends a field of CSV; a text that a spreadsheet would take for a formula gets a `'` in front
    /// (OWASP, CSV Injection).
    static func appendField(_ value: DatabaseValue, to bytes: inout [UInt8]) throws {
        switch value.storage {
        case .null: break
        case .int64(let number): bytes += String(number).utf8
        case .double(let number): bytes += text(of: number).utf8
        case .string(let text): appendField(text, to: &bytes)
        case .blob: throw unwritable
        }
    }

    /// Appends a field of text.
    static func appendField(_ text: String, to bytes: inout [UInt8]) {
        let isFormula = text.first { !$0.isWhitespace }.map { "=+-@＝＋－＠".contains($0) } ?? false
        let isPlain =
            !isFormula && text.first != " " && text.last != " "
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x2C }
        if isPlain {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for scalar in text.unicodeScalars where !isLeftOut(scalar.value) {
            if scalar == "\"" { bytes.append(0x22) }
            bytes += String(scalar).utf8
        }
        bytes.append(0x22)
    }

    /// Controls, and marks that turn the direction of text.
    private static func isLeftOut(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static var unwritable: StorageError {
        StorageError(reason: .other, detail: "the store holds bytes that are no text")
    }
}
