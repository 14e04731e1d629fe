//! English: the rules.

mod ours;
mod words;

use super::lexicon::{Row, Says, Tables};

pub(super) const TABLES: Tables = Tables {
    classes: words::CLASSES,
    rules: &[ours::OURS, RESULTS, THEIRS, ASKED, AGAINST],
    times: words::TIMES,
};

const RESULTS: &[Row] = &[
    (Says::WeByTime, "@will ?@adv ?all ?both be", "it will be, with a time"),
    (Says::WeByTime, "is|are ?@adv going to be", "it will be, with a time"),
    (
        Says::WeByTime,
        "@will ?@adv arrive|follow|ship|start|begin|go|take|land|reach|come|resume|open|complete|leave|happen",
        "it will happen, with a time",
    ),
    (
        Says::WeByTime,
        "that|the|this .. is|are ?@adv ready|back|done|live|fixed|sorted|with|complete|up|shipped|there|delivered|available",
        "it is done, with a time",
    ),
    (
        Says::WeByTime,
        "it|this|that is ?@adv ready|back|done|live|fixed|sorted|with|complete|up",
        "it is done, with a time",
    ),
    (Says::WeByTime, "goes out|live", "it happens, with a time"),
    (
        Says::WeByTime,
        "ships|arrives|follows|lands|leaves|reopens|resumes",
        "it happens, with a time",
    ),
    (Says::WeByTime, "is|are ?@adv being @past", "it gets done, with a time"),
    (Says::WeByTime, "@works .. takes|starts|begins|is|are ?due|will", "work, with a time"),
    (
        Says::WeByTime,
        "is|are scheduled|booked|planned|due|set for|on|to|in",
        "it is planned, with a time",
    ),
];

const THEIRS: &[Row] = &[
    (
        Says::They,
        "@you ?@adv ?have ?had said|wrote|promised|mentioned|confirmed|agreed|told|stated|indicated|offered .. 'd|will|'ll|would|to|are",
        "what the reader promised",
    ),
    (Says::They, "@you were ?@adv going|supposed|due|meant to", "what the reader was to do"),
    (
        Says::They,
        "good|great|glad|pleased|happy|thanks|thank|nice|lovely|perfect .. @you @will|are",
        "what the reader is to do, welcomed",
    ),
    (Says::They, "@you are ?@adv getting|sending|bringing .. to us|me", "what the reader does"),
    (
        Says::They,
        "@you would ?@adv send|pay|let|have|ring|call|deliver|bring|provide|return",
        "what the reader was to do",
    ),
    (
        Says::TheyByTime,
        "@you|your ?. ?. ?@adv @will ?@adv send|pay|settle|provide|bring|deliver|collect|return|sign|supply|call|ring|email|forward|let|confirm|clear|have|transfer|arrange !been",
        "what the reader does, with a time",
    ),
    (Says::TheyByTime, "@you are to @present", "what the reader is to do, with a time"),
    (
        Says::TheyByTime,
        "@you are ?@adv coming|visiting|sending|paying|providing|bringing|delivering|collecting|returning|signing|supplying",
        "what the reader does, with a time",
    ),
    (
        Says::ThirdSaid,
        "@third|he|she|they .. promised|promise|promises|confirmed|confirms|told|tells|tell|assured|assures|says|say|said|advised|advises|expects|expect|reckons|reckon|informed|indicated",
        "a third party's word",
    ),
    (Says::Pronoun, "he|she|they", "somebody"),
    (Says::Third, "@third", "a third party"),
    (Says::Third, "royal mail", "a third party"),
    (Says::Source, "according to !the|plan|schedule|our", "somebody's word"),
    (Says::Source, "according to the !plan|schedule|agreement", "somebody's word"),
];

const ASKED: &[Row] = &[
    (
        Says::RequestIfAsked,
        "can|could|will|would|may|might @you !be|manage|deliver",
        "asked whether the reader can",
    ),
    (
        Says::RequestIfAsked,
        "can|could|may|might @us .. @your|have|get|ask",
        "asked for something of the reader's",
    ),
    (Says::RequestIfAsked, "can|could someone|somebody|anyone", "asked whether somebody can"),
    (Says::RequestIfAsked, "are @you able to", "asked whether the reader can"),
    (Says::RequestIfAsked, "any chance", "asked whether the reader can"),
    (Says::Request, "please !find|see|note|feel|accept|do", "please"),
    (Says::Request, "please do !not", "please"),
    (Says::Request, "please do not !hesitate", "please"),
    (Says::Request, "kindly", "please"),
    (
        Says::Request,
        "is|are|be ?hereby ?also requested|asked|invited|urged to",
        "asked in so many words",
    ),
    (Says::Request, "@us would|'d ?@adv need to receive|have|get|see", "we need something"),
    (Says::RequestIfAsked, "^ ?do ?would ?you mind", "asked whether the reader can"),
    (
        Says::Imperative,
        "^ ?just ?so ?and ?then @imp !it|@us me|us|@your|the|back|a|this|that|if|which|by|in",
        "an imperative",
    ),
    (Says::Imperative, "^ ?and give|send|tell|text|email|ring|call me|us", "an imperative"),
    (Says::Imperative, "^ ?just ?so ?and ?then ?do let .. know|have|see", "an imperative"),
    (
        Says::Imperative,
        "^ ?and do not|never forget|send|reply|use|delete|switch|touch",
        "an imperative",
    ),
    (
        Says::Request,
        "@us ?@adv|would|must|do ask|request|require ?that @you|@your|a|an|the",
        "asked in so many words",
    ),
    (Says::Request, "@us ?@will|'d|would ?still ?also need .. @you|@your", "we need something"),
    (Says::Request, "from you @us .. need|require|lack", "we need something"),
    (
        Says::Request,
        "@us am|are ?still ?also missing|lacking|awaiting|waiting",
        "we lack something",
    ),
    (
        Says::Request,
        "@us would|'d ?@adv appreciate|like|love|welcome|value .. @you|@your",
        "asked politely",
    ),
    (Says::Request, "@us would|'d be ?most ?very grateful|glad|obliged", "asked politely"),
    (Says::Request, "grateful|appreciate ?it if @you", "asked politely"),
    (Says::Request, "@you need|have|must to", "what the reader is told to do"),
    (Says::Request, "@you must", "what the reader is told to do"),
    (Says::OpensTheirs, "from you|your", "what is needed of the reader"),
    (Says::OpensTheirs, "@us need|require", "what is needed"),
    (Says::OpensTheirs, "please", "please"),
];

const AGAINST: &[Row] = &[
    (Says::Not, "on ?annual ?parental leave", "hours or absence"),
    (Says::Not, "my|our wife|husband|son|daughter|kids|children|mother|father", "the family"),
    (Says::Not, "@us take it", "a supposition"),
    (Says::Not, "@you have until|till|to|the", "the reader's time or right"),
    (Says::Refusal, "@us promise|guarantee nothing|no", "no promise"),
    (Says::Not, "attached|enclosed", "something sent along"),
    (
        Says::Negated,
        "not|never|no|nothing|nobody !later|only|problem|worries|more|less",
        "a negation",
    ),
    (Says::Refusal, "@us ?@adv can|could ?@adv not|cannot", "what we cannot do"),
    (Says::Refusal, "@us cannot", "what we cannot do"),
    (Says::Refusal, "@us @will not be able", "what we cannot do"),
    (Says::Refusal, "@us am|are unable", "what we cannot do"),
    (Says::Refusal, "not|no|never .. promise|guarantee|commit", "no promise"),
    (Says::Not, "@us ?@adv @mental", "a wish, a thought or a possibility"),
    (Says::Not, "possible|likely|unlikely|chance that|to|we", "a mere possibility"),
    (Says::Not, "what|which|where|how @us @will", "part of a question or a description"),
    (Says::Not, "might|perhaps|maybe|possibly|presumably", "a mere possibility"),
    (
        Says::Not,
        "!in may|could|would|should !@you .. be|have|come|take|arrive|slip|need|put|happen|do|we",
        "a mere possibility",
    ),
    (Says::Not, "@us @will|'d|would ?not be ?@adv able", "a possibility, no deed"),
    (Says::Not, "@us ?have|has|had|@past ?@adv @past !to", "already done"),
    (Says::Not, "was|were", "the past"),
    (Says::Not, "^ ?the|all @world", "the way of the world"),
    (Says::Not, "has|had been", "the past"),
    (Says::Not, "^ ?. have been", "the past"),
    (Says::Not, "!@will . have been", "the past"),
    (Says::AsksFact, "^ ?and how|when|why|where|what|who|which", "a question about a fact"),
    (Says::Not, "away|closed|holiday|holidays|sick|unavailable|out-of-office", "hours or absence"),
    (Says::Not, "out of ?the office", "hours or absence"),
    (
        Says::Not,
        "open|opens|closes from|until|till|on|at|between|every|during|all",
        "hours or absence",
    ),
    (Says::Not, "is|are|be ?@adv ?. open", "hours or absence"),
    (Says::Not, "runs|applies|based|expires|valid", "a state"),
    (Says::Not, "look|looking forward", "courtesy"),
    (Says::Not, "see|speak|talk|meet|catch @you|soon|then ?on ?next ?tomorrow", "courtesy"),
    (Says::Not, "thank|thanks|enjoy|merry|welcome|congratulations|wish|wishing", "courtesy"),
    (Says::Not, "have a|an ?. good|nice|great|lovely|pleasant", "courtesy"),
    (Says::Not, "word promise|will", "a word spoken of"),
    (Says::Not, "a|the promise|promises without", "a word spoken of"),
    (Says::Not, "^ will @weekday", "a name"),
    (Says::Not, "^ why|when|how|who|which|what", "a question"),
    (
        Says::Condition,
        "^ ?and ?but ?even ?only as|if|should|unless|when|once|whenever|provided|until|while|because|although|whether|had|were",
        "a condition",
    ),
    (
        Says::Condition,
        "^ ?and ?but after|before you|we|i|it|they|he|she|@your|@our|this|that|anything|anyone",
        "a condition",
    ),
    (Says::Report, "question|issue is|was|remains if|whether|when|how|what", "a question"),
    (Says::Report, "^ !as .. @said", "somebody's words"),
    (Says::Report, "@us|@you|@third|who|it reported|stated|explained", "somebody's words"),
    (Says::Report, "know|sure|unclear|wonder|ask|check|see .. if|whether|when|how", "not known"),
];
