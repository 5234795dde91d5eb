extension ReportDocument {
    /// The document with at most `limit` mentions named behind every figure; how many more there are stands
    /// beside them.
    public func naming(atMost limit: Int) -> ReportDocument {
        var document = self
        for section in document.sections.indices {
            for block in document.sections[section].blocks.indices {
                document.sections[section].blocks[block].cut(to: max(0, limit))
            }
        }
        return document
    }
}

extension ReportBlock {
    fileprivate mutating func cut(to limit: Int) {
        switch self {
        case .measures(var measures):
            for index in measures.indices {
                guard let ids = measures[index].ids, ids.count > limit else { continue }
                measures[index].ids = Array(ids.prefix(limit))
                measures[index].moreIDs += ids.count - limit
            }
            self = .measures(measures)
        case .table(var table):
            for index in table.rows.indices {
                guard let ids = table.rows[index].ids, ids.count > limit else { continue }
                table.rows[index].ids = Array(ids.prefix(limit))
                table.rows[index].moreIDs += ids.count - limit
            }
            self = .table(table)
        case .trend, .bars, .quotes, .note: break
        }
    }
}
