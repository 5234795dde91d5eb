import Model
import TextProcessing

/// A term of the aspect list met in a text.
struct AspectMention {
    /// Its place in `Aspect.allCases`.
    var aspect: Int
    var isWeak: Bool
    /// What the term alone says for or against the aspect, −1, 0 or 1, turned where it is negated.
    var implied: Double
    /// UTF-8 offsets of the first and behind the last of its words.
    var span: Range<Int>
    /// Where it stands on the line of places; see `AspectReader.places`.
    var place: Double
    /// The sentence that it stands in, counted from 0.
    var sentence: Int
    /// The part of the text that it stands in: sentences are cut at words such as `but`.
    var part: Int
}

/// An opinion word of the scorer on the line of places.
struct PlacedOpinion {
    /// What it counts after all rules, on the scale of valences.
    var weight: Double
    var place: Double
    var sentence: Int
    var part: Int
}

/// A token on the line of places.
struct AspectPlace {
    var place: Double
    /// The part of the text that the token stands in.
    var part: Int
}

/// Room for the aspects of one text after the other, so that none of them allocates.
///
/// Used by one thread at a time.
final class AspectRoom {
    fileprivate var mentions = ScratchList<AspectMention>()
    fileprivate var places = ScratchList<AspectPlace>()
    fileprivate var opinions = ScratchList<PlacedOpinion>()
    fileprivate var sentences: [Range<Int>] = []
    var evidence = EvidenceRoom()

    deinit {
        mentions.deallocate()
        places.deallocate()
        opinions.deallocate()
        evidence.deallocate()
    }
}

/// Reads the tokens of a text once and finds the terms of an aspect list, and where they stand.
///
/// Words stand on a line one apart, with gaps where a clause, a sentence or a contrast begins, so that
/// the distance on the line says how much two words have to do with each other. Time is linear in the
/// tokens.
struct AspectReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let table: AspectTable
    let room: AspectRoom

    /// The terms of the list in the order of the text.
    private var found: ScratchList<AspectMention>
    /// Each token on the line.
    private var places: ScratchList<AspectPlace>
    private let sentences: [Range<Int>]
    private var sentence = 0
    private var place = 0.0
    private var part = 0
    /// How many terms a negator still reaches; 0 where there is none.
    private var negatedTerms = 0

    /// Reads `tokens`, which are those of `bytes`; what it finds lies in `room` until the next reading.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>,
        table: AspectTable, room: AspectRoom
    ) {
        self.bytes = bytes
        self.tokens = tokens
        self.table = table
        self.room = room
        room.sentences.removeAll(keepingCapacity: true)
        SentenceSplitter.append(sentencesOf: tokens, in: bytes, to: &room.sentences)
        sentences = room.sentences
        room.mentions.begin(atMost: 4 * tokens.count)
        room.places.begin(atMost: tokens.count)
        found = room.mentions
        places = room.places
        read()
        room.mentions = found
        room.places = places
    }

    var mentions: UnsafeBufferPointer<AspectMention> { found.all }

    /// The number of parts of the text.
    var partCount: Int { part + 1 }

    private mutating func read() {
        var next = 0
        while next < tokens.count {
            let token = tokens[next]
            enterSentence(at: token.start)
            switch token.kind {
            case .word, .number:
                next += term(at: next)
                continue
            case .clauseBreak:
                place += AspectConstants.breakGap
                negatedTerms = 0
            case .sentenceEnd:
                place += AspectConstants.sentenceGap
                part += 1
                negatedTerms = 0
            case .emoji, .emoticon, .address: place += 1
            }
            places.append(AspectPlace(place: place, part: part))
            next += 1
        }
    }

    private mutating func enterSentence(at offset: Int) {
        while sentence < sentences.count, sentences[sentence].upperBound <= offset {
            sentence += 1
        }
    }

    /// Reads the longest entry that begins at `index`; gives how many tokens it took.
    private mutating func term(at index: Int) -> Int {
        guard let match = table.match(at: index, in: tokens, bytes) else {
            advance(1)
            negatedTerms = max(0, negatedTerms - 1)
            return 1
        }
        let record = table.slots[match.slot]
        switch record.first.kind {
        case .contrast:
            place += AspectConstants.contrastGap
            part += 1
            negatedTerms = 0
            advance(match.count)
        case .clause:
            place += AspectConstants.clauseGap
            advance(match.count)
        case .negator:
            advance(match.count)
            negatedTerms = AspectConstants.negationReach
        case .none, .prefix:
            advance(match.count)
            negatedTerms = max(0, negatedTerms - 1)
        case .aspect: add(record, from: index, count: match.count)
        }
        return match.count
    }

    private mutating func add(_ record: AspectRecord, from index: Int, count: Int) {
        let span = tokens[index].start..<tokens[index + count - 1].end
        let middle = place + Double(count + 1) / 2
        for number in 0..<4 {
            guard let reading = record.reading(number), case .aspect(let aspect) = reading.kind
            else { break }
            found.append(
                AspectMention(
                    aspect: aspect, isWeak: reading.isWeak,
                    implied: negatedTerms > 0
                        ? -reading.implied * AspectConstants.turned : reading.implied,
                    span: span, place: middle, sentence: sentence, part: part))
        }
        advance(count)
        negatedTerms = max(0, negatedTerms - 1)
    }

    private mutating func advance(_ count: Int) {
        for _ in 0..<count {
            place += 1
            places.append(AspectPlace(place: place, part: part))
        }
    }

    /// The reasons of the scorer on the line, in the order of the text.
    ///
    /// Their weights are shares of a score; they are brought back to the scale of valences by a term
    /// that no rule has changed.
    func placed(_ reasons: UnsafeBufferPointer<Reason>) -> UnsafeBufferPointer<PlacedOpinion> {
        room.opinions.begin(atMost: reasons.count)
        let factor = Self.factor(reasons)
        guard factor > 0 else { return room.opinions.all }
        var opinions = room.opinions
        var token = 0
        var sentence = 0
        for reason in reasons where reason.weight != 0 {
            while token > 0, tokens[token].start > reason.start { token -= 1 }
            while token < tokens.count, tokens[token].end <= reason.start { token += 1 }
            guard token < tokens.count else { break }
            var last = token
            while last + 1 < tokens.count, tokens[last + 1].end <= reason.end { last += 1 }
            while sentence < sentences.count, sentences[sentence].upperBound <= reason.start {
                sentence += 1
            }
            opinions.append(
                PlacedOpinion(
                    weight: reason.weight / factor,
                    place: (places[token].place + places[last].place) / 2, sentence: sentence,
                    part: places[token].part))
        }
        room.opinions = opinions
        return opinions.all
    }

    /// What the text's weights were multiplied with to be shares of its score.
    private static func factor(_ reasons: UnsafeBufferPointer<Reason>) -> Double {
        var largest = 0.0
        for reason in reasons where reason.valence != 0 {
            let ratio = abs(reason.weight / reason.valence)
            if reason.ruleCount == 0, ratio > 0 { return ratio }
            largest = max(largest, ratio)
        }
        return largest
    }
}

extension AspectReader {
    /// Where the words at `span` stand; nil where there are none.
    func place(of span: Range<Int>) -> (place: Double, sentence: Int, part: Int)? {
        guard let first = tokens.firstIndex(where: { $0.end > span.lowerBound }),
            tokens[first].start < span.upperBound
        else { return nil }
        let last = tokens[first...].prefix { $0.start < span.upperBound }.endIndex - 1
        let sentence = sentences.firstIndex { $0.upperBound > tokens[first].start }
        return (
            (places[first].place + places[last].place) / 2, sentence ?? sentences.count,
            places[first].part
        )
    }
}
