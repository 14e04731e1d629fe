//! English: what is to happen, whoever does it: promises of ours where nobody else is named.

use super::super::lexicon::{Row, Says};

pub(super) const RESULTS: &[Row] = &[
    (
        Says::WeByTime,
        "runs|run through|via|on @our|@your|the|a",
        "it works so from then on, with a time",
    ),
    (
        Says::WeByTime,
        "is|are ?@adv clear|empty|usable|accessible|free|full|warm|safe|secure|cleared|dry|tidy",
        "it is done, with a time",
    ),
    (
        Says::WeByTime,
        "it|this|that|they is|are ?@adv in|out|on|at ?the post|mail|bag|box|door|desk|way|road|lorry|van",
        "it is on its way, with a time",
    ),
    (Says::We, "is|are still|yet to follow|come", "it is to come"),
    (
        Says::WeByTime,
        "there is|are|@will ?be a|an|one|two|somebody|someone ?. ?. outside|with|at|waiting|ready|round|for",
        "it is there, with a time",
    ),
    (
        Says::Happens,
        "^ ?@link !@you|@us|@third|@det|who|what|it|there|this|that|they|he|she|word|nobody|please . !@fact|@past|@unit|@era|@weekdays|@month|@weekday|@works|*ss|*ous|*'s *s !$",
        "somebody does it, with a time",
    ),
    (
        Says::WeByTime,
        "is|are ?@adv ?hereby !required|needed|expected|closed|located|based|requested|asked|limited|delayed|postponed|invited|shut|known|called|dated|situated|born|listed|stated|priced|sold|interested|pleased|worried|convinced|entitled|supposed|meant|used|busy|concerned|mentioned @past",
        "it gets done, with a time",
    ),
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
    (
        Says::Happens,
        "^ ?@link !@you|@us|@third|who|what ?. ?. ?. ?. ?. @det|@num|every|each|all !@third ?. . !@fact|@past|@unit|@era|@weekdays|@works|*ss|*ous|*'s|hers|ours|yours|always|perhaps *s",
        "something happens, with a time",
    ),
    (
        Says::Happens,
        "^ ?@link !@you|@us|@third|who|what ?@det|@num ?. !is|was|this|as|its|his|us|thus|@fact|*ss|*ous|*'s *s !@fact|@facts|@past|@mental|@state|@will|@weekday|@month|@unit|@era|is @present !@weekday|@month",
        "some do something, with a time",
    ),
    (
        Says::WeByTime,
        "!it|@you|who|they . is|are ?@adv with|round|over|back|here|in|up|ready|done|live|finished|complete|sorted|installed|active|operational|working|fixed|dry|clean|restored ?@you ?place ?hand",
        "it is done, with a time",
    ),
    (Says::WeAhead, "is|are ?@adv @past", "it is done by then"),
    (Says::WeByTime, "awaits|await @you", "it waits for the reader, with a time"),
    (
        Says::WeByTime,
        "!@you|@third|it|that|who . is|are to @present",
        "somebody is to do it, with a time",
    ),
    (
        Says::We,
        "^ more|further ?. ?. ?details ?news ?information ?on ?about ?this ?that ?it soon|shortly|later|follows|following|coming|tomorrow|@weekday",
        "more is to come",
    ),
    (
        Says::We,
        "@will ?also ?then come|be|go|travel|ship|follow along|included|on with|in|separately",
        "it is to come",
    ),
    (
        Says::WeByTime,
        "^ ?all ?back ?with on|in|at|through your desk|inbox|hands|mailbox|doormat|door|site|office",
        "it is with the reader, with a time",
    ),
    (
        Says::WeByTime,
        "!@you|@third|it|that|who . is|are ?@adv ?now @ing",
        "somebody is doing it, with a time",
    ),
    (
        Says::We,
        "@will ?also be ?@adv passed|forwarded|raised|escalated|logged|considered|included|followed|shared|relayed|fed|put|taken",
        "it gets done",
    ),
    (
        Says::WeByTime,
        "^ ?expected ?estimated ?planned ?new ?next ?provisional ?the ?your @works|answer|reply|response|update|dispatch|start|completion|turnaround|eta|delivery-date ?date ?time ?: $",
        "work named with its time",
    ),
    (
        Says::WeByTime,
        "^ ?expected ?estimated ?planned ?new ?next ?provisional ?the ?your @works|answer|reply|response|update|dispatch|start|completion|turnaround|eta|results|details|more|quote|drawings|report ?date ?time on|in|by|at|from|before|within|between|tomorrow|today|tonight|@weekday|this|next|week|#|to|under",
        "work named with its time",
    ),
    (
        Says::WeByTime,
        "can be collected|picked|downloaded|used|viewed|ordered|booked|inspected|tested|delivered",
        "it can be had, with a time",
    ),
    (
        Says::Fixed,
        "is|are|'s|got ?@you ?now ?also in|down|on|pencilled|penciled ?in ?the|our|my diary|calendar|schedule|rota|for|books|list",
        "it is fixed, with a time",
    ),
    (
        Says::Fixed,
        "have|has|'ve ?@adv put|set|kept|blocked|marked|held|left|cleared|noted|written ?. ?. ?. ?. aside|down|free|out|off|in|diary|calendar|for",
        "it is fixed, with a time",
    ),
    (
        Says::WeByTime,
        "@us|our|ours|@staff have|has ?. ?. ?. coming|arriving|leaving|starting|going",
        "it is coming, with a time",
    ),
    (
        Says::WeByTime,
        "@you @will|are ?be ?@adv called|phoned|rung|contacted|visited|seen|notified|informed|told|paid|refunded|credited|reimbursed|collected|met|invoiced|moved|upgraded|connected|sent|given|shown|offered|booked|scheduled|added|enrolled|set",
        "something gets done for the reader, with a time",
    ),
    (Says::WeByTime, "^ ?all ?back with you", "it is with the reader, with a time"),
    (Says::WeByTime, "!@you|@third|it|that|who . @does", "somebody does it, with a time"),
    (
        Says::WeByTime,
        "!@you|@third|it|that|who . takes over|on|up|care|charge|delivery|you|your",
        "somebody takes it on, with a time",
    ),
    (
        Says::WeByTime,
        "go|goes|come|comes up|out|live|down|off|into|over|back|on|in",
        "it goes or comes, with a time",
    ),
    (Says::WeByTime, "the|our|your . gets|get", "something gets it, with a time"),
    (Says::WeByTime, "@will ?@adv have been", "it will be done, with a time"),
    (
        Says::WeByTime,
        "^ ?@adv the|our|your|a ?. . !@fact *s .. @you|@your|us",
        "something happens for the reader, with a time",
    ),
    (
        Says::WeByTime,
        "is|are !required|needed|expected|closed|located|based|requested|asked|limited|delayed|postponed|invited @past within|before|by",
        "it gets done, with a time",
    ),
    (Says::WeByTime, "goes|go to|off|into|in|over @you|@your|the", "it goes, with a time"),
    (Says::WeByTime, "join|joins @you|@your|the", "somebody joins, with a time"),
    (Says::WeByTime, "@staff start|starts|begin|begins", "somebody starts, with a time"),
    (
        Says::We,
        "@will be ?. sent|delivered|shipped|posted|emailed|mailed|notified|informed|forwarded|returned|replaced|repaired|investigated|reviewed ?out ?back ?to ?you",
        "it gets done",
    ),
    (Says::WeByTime, "*'s going to be", "it will be, with a time"),
    (
        Says::Fixed,
        "have|has|is|are|am ?@adv ?@you booked|scheduled|reserved|arranged|pencilled|penciled|planned|lined|slotted|blocked|earmarked|got ?@you",
        "it is fixed, with a time",
    ),
    (
        Says::WeByTime,
        "!@you|@third|it|there . @will ?@adv !@idle|be @present",
        "it will happen, with a time",
    ),
    (Says::WeByTime, "get|gets|getting ?@adv @past", "it gets done, with a time"),
    (Says::WeByTime, "is|are to be @past", "it gets done, with a time"),
    (Says::WeByTime, "to follow|come", "it is to come, with a time"),
    (Says::WeByTime, "is|are coming|arriving|going", "it comes, with a time"),
    (
        Says::WeByTime,
        "everything|all is|are ?@adv in|ready|done|complete",
        "it is done, with a time",
    ),
    (Says::WeNow, "is|are on ?its|their|the way", "it is coming"),
    (
        Says::We,
        "@will be taken|arranged|done|dealt|looked|sorted|handled|fixed|resolved|addressed|processed|refunded|credited|put|settled|reimbursed|waived",
        "it gets done",
    ),
    (Says::We, "consider it|that|this done|sorted|settled", "it is as good as done"),
    (Says::We, "there|someone|somebody|one ?of ?us ?our ?engineers @will", "somebody comes"),
    (
        Says::WeByTime,
        "someone|somebody|@staff is|comes|calls|stands ?with ?on ?at",
        "somebody comes, with a time",
    ),
];
