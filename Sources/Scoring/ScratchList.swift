/// A list in memory that is kept for the next text, made big enough before it is filled.
///
/// The elements are plain numbers, which nobody has to release. A copy shares the memory; only one is written through. `deallocate()` gives the memory back, so
/// it is called once, by whoever made the list.
struct ScratchList<Element> {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 32
        base = .allocate(capacity: capacity)
    }

    /// Empties the list and makes room for `limit` elements.
    mutating func begin(atMost limit: Int) {
        count = 0
        guard limit > capacity else { return }
        base.deallocate()
        capacity = max(limit, 2 * capacity)
        base = .allocate(capacity: capacity)
    }

    /// Makes a list of `count` times the same element.
    mutating func begin(repeating element: Element, count: Int) {
        begin(atMost: count)
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    /// Adds an element, for which room was made.
    @inline(__always)
    mutating func append(_ element: Element) {
        assert(count < capacity)
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        @inline(__always) nonmutating _modify {
            assert(index >= 0 && index < count)
            yield &base[index]
        }
    }

    /// The elements in order; valid until the list is begun anew.
    var all: UnsafeBufferPointer<Element> { .init(start: base, count: count) }

    /// Gives the memory back; nothing else may be done then.
    func deallocate() { base.deallocate() }
}
