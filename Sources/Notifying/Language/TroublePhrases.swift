import Model

/// Facts on a source, a line each.
enum SourcePhrase {
    case since(String)
    case noticed(String)
    case lastRead(String)
    case neverRead
    case serverSaid(String)
}

/// What is told of a channel.
enum ChannelPhrase {
    case deliversAgain(String)
    case couldNotDeliver(String)
    case takesNoMore(String)
    case cantDeliver(String, since: String?)
    case nothingLost(waiting: Int)
    case worksMeanwhile
    case switchedOffMeaning
    case waitMeaning
    case failingSince(String)
    case switchedOff(String)
    case failedAttempts(Int)
    case lastError(String)
    case lastDelivered(String)
    case neverDelivered
    case waitFor(Int)
    case nextTry(String)
    case tryIt
    case sendNow
}

/// What only chats and pagers say.
enum ChatPhrase {
    case alerts(Int, mentions: Int)
    case surge(brand: String?)
    case drop(brand: String?)
    case waiting(Int)
    case labelled(Int, Sentiment.Label)
    case mixed(Int, negative: Int)
    case verdictOn(String, source: String)
    case channelTrouble(ChannelID?)
    case channelTakesNoMore(ChannelID?)
    case channelFails(ChannelID?)
    case channelWorks(ChannelID?)
    case test
    case channelHeading(ChannelID)
    case channelSince(String)
    case lastAttempt(String)
    case lastDelivered(String)
    case lettersWait(Int)
    case more(Int, command: String)
    case removed(Int)
    case moreCharacters(Int, MentionID)
    case footer(AlertID, rule: RuleID, Alert.Severity)
    case footerOfSeveral(AlertID, count: Int, Alert.Severity)
    case advice(ChatAdvice)
}

/// What to do, as one sentence.
enum ChatAdvice {
    case worstFirst
    case nothing
    case lookAtSource
    case surge
    case drop
    case answerOrMark
    case digest
    case test
    case answer
    case decide
    case thank
    case mendChannel(String)
    case readdressChannel(String)
}

/// What is known at sending of why an alert was made.
struct AlertFacts {
    /// The English sentence that was stored with the alert.
    var stored: String
    var rule: RuleID
    var event: Event

    enum Event {
        /// How many still exist, and the worst of them in words: `negative (−0.72), 1 of 5 stars`.
        case mentions(Int, worst: String?)
        case sources(SourceNotice.Kind, names: [String])
        /// Nil for figures that can't be read out of the stored sentence.
        case surge(SurgeTelling?, brand: String?)
        case drop(DropTelling?, brand: String?)
        /// `answered` of those that it was made for have an answer by now, and are not counted.
        case reminder(Int, isReviews: Bool, oldest: String?, answered: Int)
        case digest(String)
        case channel(String)
        case test(ChannelID)
    }
}
