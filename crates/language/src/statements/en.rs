//! English: word classes and rules.

use super::lexicon::{Row, Says, Tables};
use super::pattern::Class;
use super::time::Shows;

pub(super) const TABLES: Tables =
    Tables { classes: CLASSES, rules: &[OURS, RESULTS, THEIRS, ASKED, AGAINST], times: TIMES };

const CLASSES: &[Class] = &[
    ("us", "i we"),
    ("me", "me us"),
    ("you", "you"),
    ("your", "your yours"),
    ("our", "our my"),
    // First words of a sentence that states: what follows can still ask.
    (
        "states",
        "i we you the our my your it that this then yes sure there monday tuesday wednesday thursday friday tomorrow today next",
    ),
    (
        "adv",
        "also then now still gladly certainly definitely of course happily already just personally both all hereby therefore probably always either only first",
    ),
    ("will", "will 'll shall"),
    (
        "mental",
        "can could cannot would might may should must 'd hope hoped think thought believe expect expected want wanted need needed know knew wonder wondered wish doubt understand understood see saw like love appreciate regret fear miss remember realise realize feel assume guess suppose suspect ought intend",
    ),
    ("state", "am are is was were have has had do did been be being live work own keep"),
    // Verbs of the future that promise nothing: "we will see", "I'll be honest".
    (
        "idle",
        "see admit assume need want know hope like love miss remember think try understand say confess wait",
    ),
    (
        "past",
        "sent went came saw did gave got wrote brought said told took spoke asked left held began stayed found chose read drove made met paid put kept bought thought knew heard felt ran stood built lost sold set rang called visited *ed -need -proceed -feed -speed -exceed",
    ),
    (
        "present",
        "send deliver install bring call collect come *e * -and -or -the -a -an -to -in -on -at -for -of -by -with -from -not -never -no -who -that -which -this -also -then -now -still -just -usually -normally -generally -often -always -hereby -both -all -only -already -really -look -go -has -is -it -you -he -she -they -as -so -but -if -your -our -my -hereby -personally -cannot -will -'ll -shall -certainly -gladly -today -tomorrow -yesterday -last -offer -agree -agreed",
    ),
    (
        "staff",
        "colleague colleagues engineer engineers driver drivers team technician technicians adviser advisor advisers consultant consultants planner accounts inspector specialist specialists fitter fitters electrician plumber manager director crew courier-team desk someone somebody nurse surveyor officer foreman assistant installer representative rep receptionist chef trainer developer carpenter painter",
    ),
    (
        "third",
        "supplier suppliers manufacturer factory carrier courier haulier shipper dhl ups fedex dpd royal-mail evri hermes bank insurer insurers landlord council customs competitor competitors wholesaler subcontractor subcontractors contractor publisher distributor importer police hmrc court authority authorities provider they he she utility architect solicitor accountant auditor broker vendor producer",
    ),
    (
        "works",
        "delivery installation repair work works inspection migration handover fitting training maintenance replacement shipment upgrade survey refund visit appointment collection removal release go-live rollout customisation customization",
    ),
    ("give", "receive get have hear see find be"),
    (
        "ing",
        "*ing -thing -nothing -something -anything -everything -king -during -morning -evening -spring -pricing -building -going -hoping -looking -thinking -wondering -waiting -having -being -expecting -missing -planning -trying -working -considering -writing -asking -closing -meeting",
    ),
    (
        "weekday",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri",
    ),
    (
        "weekdays",
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends",
    ),
    (
        "month",
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    (
        "num",
        "# a an one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty couple few",
    ),
    (
        "unit",
        "minute minutes hour hours day days week weeks month months quarter year years fortnight weekday weekdays h hrs mins",
    ),
    (
        "era",
        "week weekend month quarter year monday tuesday wednesday thursday friday saturday sunday morning afternoon evening spring summer autumn fall winter fortnight",
    ),
    (
        "feast",
        "christmas xmas easter weekend holidays new-year summer lunch noon midnight midday tonight close",
    ),
    (
        "said",
        "said says say told tells wrote writes asked asks mentioned claimed claims thought thinks wondered suggested heard reported stated states announced promised warned confirmed explained",
    ),
    (
        "imp",
        "send let give call email e-mail ring tell bring check confirm keep fill complete sign return reply forward note make contact text complete review remember ensure provide pay click download use attach share ask add advise drop pop leave",
    ),
];

const OURS: &[Row] = &[
    (Says::Terms, "@you pay ?only half|nothing|only", "a discount"),
    (Says::Terms, "@us .. taking|take|knocking|knock .. off", "a discount"),
    (Says::Terms, "^ @our guarantee|promise|commitment", "a guarantee"),
    (
        Says::WeByTime,
        "@our . comes|calls|collects|delivers|arrives|drives|will",
        "one of ours, with a time",
    ),
    (Says::WeByTime, "@us have .. ready|done|finished", "first person has it ready, with a time"),
    (Says::We, "@us ?@adv @will ?@adv !@idle", "first person with will"),
    (
        Says::We,
        "^ ?so ?then ?and will !@us|@you|not|it|the|he|she|they|that|this|there|your|our @present",
        "a first person left out",
    ),
    (Says::WeByTime, "^ ?am sending|delivering|bringing|coming", "a first person left out"),
    (
        Says::We,
        "@us|someone|somebody am|are|'m|is ?@adv going to !@idle",
        "first person with going to",
    ),
    (Says::WeByTime, "@us am|are ?@adv @ing", "first person, continuous, with a time"),
    (
        Says::WeNow,
        "i|we am|are ?@adv putting|adding|sending|crediting|refunding|waiving|including|taking|knocking|issuing|arranging|booking",
        "first person doing it now",
    ),
    (
        Says::WeByTime,
        "@us !@mental|@state|@past|@idle @present",
        "first person, present, with a time",
    ),
    (
        Says::WeByTime,
        "@us am|are there|with|back|on|at|due|about to",
        "first person is there, with a time",
    ),
    (
        Says::WeNow,
        "and|then will ?@adv let|send|call|get|be|keep|come|ring|email|do|make|confirm",
        "a first person carried on",
    ),
    (Says::We, "and @us will $", "first person with will"),
    (
        Says::Firm,
        "@us ?@adv ?do promise|pledge|undertake|vow|swear|assure",
        "a promise in so many words",
    ),
    (Says::Firm, "@us ?@adv commit|undertake|agree to", "a promise in so many words"),
    (Says::Firm, "@us am|are ?@adv committed to", "a promise in so many words"),
    (Says::Firm, "@us give|can|have @you ?have @our word", "a word given"),
    (Says::Firm, "@you have @our word|promise|assurance", "a word given"),
    (Says::Standing, "@us stand|stick by|behind|to", "what we stand by"),
    (Says::Standing, "^ ?and @us @will $", "what we stand by"),
    (Says::Firm, "@us am|are on it", "first person takes it on"),
    (Says::Firm, "doing|do everything|all|whatever ?@us", "everything is done"),
    (Says::WeNow, "is|are on ?its|their|the way", "it is coming"),
    (
        Says::We,
        "@will be taken|dealt|looked|sorted|handled|fixed|resolved|addressed|processed|refunded|credited|put|settled|reimbursed|waived",
        "it gets done",
    ),
    (Says::WeNow, "we are ?@adv @ing", "first person plural, continuous"),
    (Says::Firm, "rest assured", "a word given"),
    (Says::Terms, "@us ?@adv guarantee|warrant", "a guarantee"),
    (Says::WeByTime, "@us ?@adv ?can confirm", "a confirmation"),
    (Says::WeByTime, "@us ?have agreed to|that|on", "what was agreed"),
    (Says::Firm, "@us ?@will make sure|certain", "first person sees to it"),
    (Says::Firm, "@us ?@will see to it", "first person sees to it"),
    (Says::Firm, "@us ?@will ensure", "first person sees to it"),
    (
        Says::We,
        "@us ?@will keep ?@you|him|her|them|everyone posted|updated|informed",
        "first person keeps the reader informed",
    ),
    (Says::We, "consider it|that|this done|sorted|settled", "it is as good as done"),
    (Says::We, "leave it|this|that ?all ?one to|with us|me", "the reader can leave it to us"),
    (Says::We, "you can ?@adv count|rely|depend on", "the reader may count on it"),
    (Says::Firm, "you can|may look forward to", "the reader may count on it"),
    (
        Says::WeByTime,
        "you can ?@adv reach|use|access|collect|pick",
        "the reader may count on it, with a time",
    ),
    (Says::We, "you can|should|may ?@adv expect", "the reader may count on it"),
    (Says::WeByTime, "^ expect", "the reader may count on it, with a time"),
    (Says::We, "count on it|us|me", "the reader may count on it"),
    (
        Says::We,
        "@you ?@adv @will ?@adv ?not receive|get|hear|have|see|find|be !able|required|asked|aware|responsible|pleased|familiar|charged",
        "the reader gets it",
    ),
    (Says::Terms, "@you @will not be charged|billed|invoiced", "terms: no charge"),
    (Says::WeByTime, "@you are ?@adv getting|receiving|hearing", "the reader gets it, with a time"),
    (Says::WeByTime, "@you receive|get|hear|have", "the reader gets it, with a time"),
    (Says::We, "there|someone|somebody|one ?of ?us ?our ?engineers @will", "somebody comes"),
    (
        Says::WeByTime,
        "someone|somebody|@staff is|comes|calls|stands ?with ?on ?at",
        "somebody comes, with a time",
    ),
    (Says::We, "@our @staff ?. ?. ?. @will", "one of ours"),
    (Says::WeByTime, "@our @staff", "one of ours, with a time"),
    (Says::WeByTime, "@our @staff ?. ?. ?. is|are @ing", "one of ours, with a time"),
    (Says::We, "^ ?.. back to you", "first person left out"),
    (
        Says::We,
        "happy|glad|pleased to send|bring|deliver|arrange|come|do .. @weekday|tomorrow|today",
        "an offer with a time",
    ),
    (Says::We, "let me .. and|then get|come back", "an offer"),
    (Says::Terms, "is|are on us", "terms"),
    (Says::Terms, "@us|@you .. discount|rebate", "a discount"),
    (Says::Terms, "@us|@you .. *%|percent|half off|cheaper|less", "a discount"),
    (Says::Terms, "is|are ?@adv free|complimentary", "terms: no charge"),
    (Says::Terms, "@us ?are ?@will extend|extending .. warranty|guarantee|contract|term", "terms"),
    (Says::Terms, "costs ?@you nothing", "terms: no charge"),
    (Says::Terms, "@us .. discount", "a discount"),
    (Says::Terms, "@you .. discount|refund|rebate|percent|% ?off", "a discount"),
    (
        Says::Terms,
        "@us ?@will ?are ?am .. cover|covering|absorb|waive|waiving|pick .. cost|costs|charge|charges|fee|bill",
        "terms",
    ),
    (
        Says::Terms,
        "@us @will|do|are ?am not .. charge|charging|bill|billing|invoice",
        "terms: no charge",
    ),
    (Says::Terms, "at no|our ?extra ?additional cost|charge|expense", "terms: no charge"),
    (Says::Terms, "free of charge", "terms: no charge"),
    (
        Says::Terms,
        "price|prices|rate|rates|fee @will|stays|stay|remains|is .. same|unchanged|fixed|hold|held|stay|remain",
        "terms: the price stays",
    ),
    (Says::Softly, "@us aim|endeavour|endeavor|strive|try|aiming to", "a promise made softly"),
    (Says::Softly, "@us am|are aiming|trying|planning|hoping|working to", "a promise made softly"),
    (Says::Softly, "@us ?@will do @our best|utmost", "a promise made softly"),
    (Says::Softly, "@us @will ?@adv try|aim|endeavour", "a promise made softly"),
    (Says::Softly, "@our aim|goal|target|intention is to", "a promise made softly"),
    (Says::OpensOurs, "from us|me|our", "what comes from us"),
    (Says::OpensOurs, "@us @will|are", "what we are to do"),
    (Says::OpensOurs, "@our side|end|actions|commitments|plan|part", "what we are to do"),
    (Says::OpensOurs, "plan|schedule|timetable|actions|next-steps|steps", "what is planned"),
];

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
    (
        Says::They,
        "@you would ?@adv send|pay|let|have|ring|call|deliver|bring|provide|return",
        "what the reader was to do",
    ),
    (
        Says::TheyByTime,
        "@you|your ?. ?. ?@adv @will ?@adv send|pay|settle|provide|bring|deliver|collect|return|sign|supply|call|ring|email|forward|let|confirm|clear|have|transfer|arrange",
        "what the reader does, with a time",
    ),
    (
        Says::TheyByTime,
        "@you are ?@adv sending|paying|providing|bringing|delivering|collecting|returning|signing|supplying",
        "what the reader does, with a time",
    ),
    (Says::Third, "@third", "a third party"),
    (Says::Third, "royal mail", "a third party"),
    (Says::Source, "according to", "somebody's word"),
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
        Says::Imperative,
        "^ ?just ?so ?and ?then @imp !it|@us me|us|@your|the|back|a|this|that|if|which|by|in|@you",
        "an imperative",
    ),
    (Says::Imperative, "^ ?and let|give|send|tell|text|email|ring|call me|us", "an imperative"),
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
    (Says::Request, "@us would|'d ?@adv appreciate|like|love .. @you|@your", "asked politely"),
    (Says::Request, "@us would|'d be ?most ?very grateful|glad|obliged", "asked politely"),
    (Says::Request, "grateful|appreciate ?it if @you", "asked politely"),
    (Says::Request, "@you need|have|must to", "what the reader is told to do"),
    (Says::Request, "@you must", "what the reader is told to do"),
    (Says::OpensTheirs, "from you|your", "what is needed of the reader"),
    (Says::OpensTheirs, "@us need|require", "what is needed"),
    (Says::OpensTheirs, "please", "please"),
];

const AGAINST: &[Row] = &[
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
    (Says::Not, "has|had|have been", "the past"),
    (
        Says::Not,
        "away|closed|open|holiday|holidays|sick|leave|unavailable|out-of-office",
        "hours or absence",
    ),
    (Says::Not, "out of ?the office", "hours or absence"),
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
        "^ ?and ?but ?even ?only as|if|should|unless|when|once|whenever|after|before|provided|until|while|because|although|whether|had|were",
        "a condition",
    ),
    (Says::Report, "^ !as .. @said", "somebody's words"),
    (Says::Report, "know|sure|unclear|wonder|ask|check|see .. if|whether|when|how", "not known"),
];

const TIMES: &[(Shows, &str)] = &[
    (Shows::Named, "today|tomorrow|tonight|overnight|noon|midday|midnight"),
    (Shows::Named, "@weekday"),
    (Shows::Named, "#|#e ?of @month"),
    (Shows::Named, "@month #|#e"),
    (
        Shows::Named,
        "in|by|early|late|mid|end|before|until|from|of|during|this|next @month !be|have|i|we",
    ),
    (Shows::Named, "#/"),
    (Shows::Named, "#:"),
    (Shows::Named, "the #e"),
    (Shows::Named, "half|quarter|@num past|o'clock"),
    (Shows::Named, "# am|pm|a.m|p.m|o'clock|hours"),
    (Shows::Named, "#pm"),
    (Shows::Named, "at|by|around|before #"),
    (
        Shows::Named,
        "within|in|after ?the ?about ?around @num ?of ?@num ?or ?to ?working ?business ?@num @unit",
    ),
    (Shows::Named, "within ?the ?a ?an hour|day|week|month|minute"),
    (Shows::Named, "week|weeks|wk #"),
    (Shows::Named, "this|next|coming|following|same @era|day"),
    (
        Shows::Named,
        "end|close|start|beginning|middle of ?the ?this ?next ?play ?business ?working @era|day|business|play|@month",
    ),
    (Shows::Named, "by|before|over|at|after|until|this ?the @feast|@era"),
    (Shows::Named, "q1|q2|q3|q4|quarter"),
    (
        Shows::Vague,
        "soon|soonest|shortly|asap|a.s.a.p|eventually|later|immediately|promptly|presently|quickly|course|momentarily|straightaway|swiftly|sometime",
    ),
    (Shows::Vague, "before long"),
    (Shows::Vague, "in ?good time|due"),
    (Shows::Vague, "as .. possible"),
    (Shows::Vague, "near|foreseeable|not-too-distant future"),
    (Shows::Vague, "right|straight away"),
    (Shows::Vague, "future|later|coming|upcoming|next release|version|update"),
    (Shows::Blurs, "sometime|someday"),
    (Shows::Blurs, "some time|point"),
    (Shows::Blurs, "in the course of"),
    (Shows::Past, "yesterday|ago|since|recently|previously|formerly"),
    (Shows::Past, "last week|month|year|night|@weekday|time|quarter|summer|winter"),
    (
        Shows::Often,
        "every|each|always|usually|normally|generally|often|sometimes|typically|daily|weekly|monthly|annually|@weekdays|regularly",
    ),
];
