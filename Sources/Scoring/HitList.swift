/// The hits of a text, in memory that is kept for the next text.
///
/// The room is made before reading, for as many hits as a text has tokens, so that adding one checks
/// and counts nothing. A copy shares the memory; only one is written through.
struct HitList {
    // owned by the scratch that the list was made for
    private var base: UnsafeMutablePointer<OpinionHit>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 64
        base = .allocate(capacity: capacity)
    }

    /// Empties the list and makes room for as many hits as a text of `tokenCount` tokens can have.
    mutating func begin(tokenCount: Int) {
        count = 0
        guard tokenCount >= capacity else { return }
        base.deallocate()
        capacity = tokenCount + 1
        base = .allocate(capacity: capacity)
    }

    /// Adds a hit if `isOne`, without a branch.
    @inline(__always)
    mutating func append(_ hit: OpinionHit, if isOne: Bool) {
        assert(count < capacity)
        (base + count).initialize(to: hit)
        count &+= isOne ? 1 : 0
    }

    mutating func append(_ hit: OpinionHit) { append(hit, if: true) }

    mutating func removeLast() { count -= 1 }

    var last: OpinionHit? { count == 0 ? nil : base[count - 1] }

    /// The hits in order; valid until the list is changed.
    var all: UnsafeMutableBufferPointer<OpinionHit> { .init(start: base, count: count) }

    /// Gives the memory back; nothing else may be done then.
    func deallocate() { base.deallocate() }
}
