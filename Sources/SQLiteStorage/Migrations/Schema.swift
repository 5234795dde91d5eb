import GRDB

/// Every step of the schema, oldest first.
///
/// A step that was released is never edited: a later one mends it. Steps are plain SQL and know no
/// type of the application, so that they mean the same for ever.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 foundation") { database in
            try database.execute(sql: Foundation001.sql)
        }
        migrator.registerMigration("002 aspects") { database in
            try database.execute(sql: Aspects002.sql)
        }
        migrator.registerMigration("003 watch") { database in
            try database.execute(sql: Watch003.sql)
        }
        // Looked at again, the keys of a million mentions would take most of the time.
        migrator.registerMigration("004 alerts", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: Alerts004.sql)
        }
        migrator.registerMigration("005 answers", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: Answers005.sql + Privacy005.sql)
        }
        return migrator
    }()
}
