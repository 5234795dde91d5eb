extension ReplyPhrases {
    static let english = ReplyPhrases(
        openings: [
            "Thank you for taking the time to tell us how it went.",
            "Thank you for writing so openly about your experience with us.",
            "We have read what you wrote with care, and we are glad that you told us.",
        ],
        points: [
            .transparency: [
                "Prices and terms should be plain to everybody from the start.",
                "Nobody should have to search for what something costs or which terms apply.",
            ],
            .reliability: [
                "You relied on us, and it matters to us that people can.",
                "What we announce should be something that you can count on.",
            ],
            .integrity: [
                "You ask whether you were dealt with honestly, and we do not take that lightly.",
                "Honest dealing is what we want to be measured by, so we take your words seriously.",
            ],
            .authenticity: [
                "You want to deal with people who mean what they say, and so do we.",
                "What you say about how genuine we seemed to you gives us something to think about.",
            ],
            .care: [
                "How people are treated here matters to us, and we are sorry that you did not feel "
                    + "welcome.",
                "Everybody who comes to us should be met with attention and respect, and we are sorry "
                    + "that you felt otherwise.",
            ],
            .value: [
                "What people get from us should be worth what they pay, and we are sorry that it did "
                    + "not feel so to you.",
                "You weighed what you paid against what you got, and we want to understand where it "
                    + "fell short for you.",
            ],
            .privacy: [
                "What happens with personal details is a serious matter to us.",
                "Your personal details are yours, and we take what you write about them seriously.",
            ],
            .complaint: [
                "We are sorry that it was not what you had hoped for.",
                "We are sorry that you were left disappointed.",
            ],
        ],
        quotes: [
            "{{#words}} You mention {{words}}, and that is where we begin.{{/words}}",
            "{{#words}} We have noted {{words}} in particular.{{/words}}",
        ],
        promises: [
            "We are looking into what happened.",
            "We will go through it with everybody it concerns.",
            "We want to find out what lies behind it.",
        ],
        invitations: [
            "If you would like to go on with this in private, "
                + "{{#contact}}write to {{contact}}{{/contact}}"
                + "{{^contact}}please get in touch with us directly{{/contact}}. "
                + "A person will read it and answer you.",
            "We would like to hear more from you where nobody else reads along"
                + "{{#contact}}: you reach us at {{contact}}{{/contact}}"
                + "{{^contact}}: please contact us directly{{/contact}}.",
        ],
        privateOpenings: [
            "On {{date}} you wrote about {{brand}} on {{source}}, and we would like to come back to it.",
            "Thank you for what you wrote about {{brand}} on {{source}} on {{date}}.",
            "We are writing about your words of {{date}} on {{source}}, in which you spoke of {{brand}}.",
        ],
        questions: [
            "Would you tell us in your own words what happened, and what would be a good way forward "
                + "for you?",
            "It would help us to know when it was and with whom you spoke. Then we can look into it "
                + "and tell you what we found.",
            "What should we know that did not fit into your text, and how would you like it to be "
                + "settled?",
        ],
        answers: [
            "You can simply answer this message{{#contact}} or write to {{contact}}{{/contact}}.",
            "{{#contact}}{{contact}} reaches us directly; if {{/contact}}{{^contact}}If {{/contact}}"
                + "you would rather talk, tell us when it suits you.",
        ],
        mixed: [
            "Thank you for telling us both what you liked and what you would have liked better. Both "
                + "help us.",
            "Thank you for taking the time to write. We have noted every point, the good ones and "
                + "the others.",
            "Thank you for your fair words. We are glad of what went well, and we will think about "
                + "the rest.",
        ],
        mixedPrivate: [
            "Thank you for what you wrote about {{brand}} on {{source}} on {{date}}. What is the one "
                + "thing that we should do differently next time?",
            "On {{date}} you wrote about {{brand}} on {{source}}. We would like to understand better "
                + "what you would have liked to be different.",
            "We have read your words of {{date}} on {{source}} about {{brand}}, and would like to hear "
                + "more about them.",
        ],
        praise: [
            "Thank you for your kind words.{{#words}} You write {{words}}: that is good to read."
                + "{{/words}} We will pass it on to everybody who had a part in it.",
            "It is good to read that you were happy with us. Thank you for telling us"
                + "{{#words}}, and for {{words}} in particular{{/words}}.",
            "Thank you for writing this. Words like {{#words}}{{words}}{{/words}}"
                + "{{^words}}yours{{/words}} are a pleasure to everybody here.",
        ],
        praisePrivate: [
            "Thank you for what you wrote about {{brand}} on {{source}} on {{date}}. We were glad to "
                + "read it.",
            "We were happy about your words of {{date}} on {{source}} about {{brand}}. Thank you.",
            "On {{date}} you wrote kindly about {{brand}} on {{source}}. Thank you for taking the "
                + "time.",
        ],
        signature: "Kind regards\n{{#owner}}{{owner}}, {{/owner}}{{business}}")
}
