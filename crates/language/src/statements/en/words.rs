//! English: classes of words, and words of time.

use super::super::dictionary::Class;
use super::super::time::Shows;

pub(super) const CLASSES: &[Class] = &[
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
        "can could cannot would might may should must 'd hope hoped think thought believe expected want wanted need needed know knew wonder wondered wish doubt understand understood see saw like love appreciate regret fear miss remember realise realize feel assume guess suppose gather presume reckon suspect ought",
    ),
    ("state", "am are is was were have has had do did been be being live work own keep"),
    // Verbs of the future that promise nothing: "we will see", "I'll be honest".
    (
        "idle",
        "see admit assume need want know hope like love miss remember think try understand say confess wait",
    ),
    (
        "past",
        "done been built cut seen shown written given taken drawn driven hung laid torn worn woven grown flown chosen broken spoken frozen stolen fitted bound wound dug fed led lit swept thrown meant dealt slept lent spent bent burnt learnt fought caught taught sought won shot stuck struck began drank rang sank fell ate forgave forgot froze hid rode rose shook stole swore tore threw woke wore flew grew blew drew withdrew withdrawn underwritten redone rewritten sent went came saw did gave got wrote brought said told took spoke asked left held began stayed found chose read drove made met paid put kept bought thought knew heard felt ran stood built lost sold set rang called visited *ed -need -proceed -feed -speed -exceed",
    ),
    (
        "present",
        "send deliver install bring call collect come *e * -and -or -the -a -an -to -in -on -at -for -of -by -with -from -not -never -no -who -that -which -this -also -then -now -still -just -usually -normally -generally -often -always -hereby -both -all -only -already -really -look -has -is -it -you -he -she -they -as -so -but -if -your -our -my -hereby -personally -cannot -will -'ll -shall -certainly -gladly -today -tomorrow -yesterday -last -offer -agree -agreed",
    ),
    (
        "staff",
        "lads guys tenderer bidder undersigned consultants colleague colleagues engineer engineers driver drivers team technician technicians adviser advisor advisers consultant consultants planner accounts inspector specialist specialists fitter fitters electrician plumber manager director crew courier-team desk someone somebody nurse surveyor officer foreman assistant installer representative rep receptionist chef trainer developer carpenter painter",
    ),
    (
        "third",
        "supplier suppliers manufacturer factory carrier courier haulier shipper dhl ups fedex dpd royal-mail evri hermes bank insurer insurers landlord council customs competitor competitors wholesaler subcontractor subcontractors contractor publisher mayor minister king queen governor president bailiff judge bishop bookkeeper landlady distributor vodafone microsoft google amazon apple royal-mail importer police hmrc court authority authorities provider utility architect solicitor accountant auditor broker vendor producer",
    ),
    (
        "works",
        "delivery installation repair work works inspection migration handover fitting training maintenance replacement shipment upgrade survey refund visit appointment collection removal release go-live rollout customisation customization",
    ),
    // The same, of more than one.
    (
        "facts",
        "date last run open close begin start end cost apply mean contain depend include say read state show need want like between from per until till before after within without more less than into each every all any some when where what out up off down on at in by for with about and or but are was celebrate differ vary rise fall grow tend seem remain stay belong usually often",
    ),
    ("link", "and but so yes no well right ok okay sure also then however"),
    ("det", "the a an this that these those your our my his her their"),
    // What puts something into a paper, or takes it out.
    (
        "enters",
        "delete deleting scrap scrapping cancel cancelling insert inserting include including put putting add adding take taking swap swapping change changing strike striking enter entering note noting remove removing knock knocking deduct deducting replace replacing drop dropping write writing",
    ),
    // Imperatives.
    (
        "bids",
        "try restart reboot describe photograph measure share copy install upload print change compare collect answer return countersign sign register activate cancel delete ignore send email ring text fill choose click open read inspect check confirm tell ask quote state submit supply provide pay transfer settle book reserve nominate appoint approve log move empty label pack keep save attach enclose notify inform  bring forward drop pop post upload review initial date complete remember ensure arrange report respond reply acknowledge",
    ),
    // Papers in which things are entered.
    (
        "paper",
        "quote quotation invoice order contract account bill statement register estimate budget form confirmation agreement note proposal tender policy lease file record records paperwork total balance tab",
    ),
    ("give", "receive get have hear see find be"),
    // Deeds in the third person.
    (
        "does",
        "signs sends delivers brings installs handles visits collects fits repairs checks reviews processes posts emails rings picks drops replaces fixes prepares completes finishes updates transfers refunds credits calls comes hands builds paints hangs introduces resumes moves joins launches switches drives leads shows demonstrates teaches cooks cleans",
    ),
    // What goes its way whoever promises what.
    (
        "world",
        "train trains bus buses flight flights ferry plane prices market rates inflation vat dollar sun weather winter summer spring autumn school schools holidays christmas easter fair election elections law legislation government film match concert economy council",
    ),
    // Verbs of what is so, whoever promises what.
    (
        "fact",
        "is has was lasts ends begins starts runs expires applies means costs contains consists requires depends closes belongs includes says reads lapses renews this his its as us yours falls stands states shows commences terminates dates gives bears lists carries measures weighs seats holds covers amounts totals varies exceeds equals needs wants claims features faces commences celebrates rises drops grows increases decreases",
    ),
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
        "season",
        "spring springtime summer summertime autumn fall winter wintertime season whitsun holiday term advent",
    ),
    (
        "feast",
        "christmas xmas easter weekend holidays new-year summer lunch noon midnight midday tonight close",
    ),
    (
        "said",
        "said says say told tells wrote writes asked asks mentioned claimed claims thought thinks wondered suggested heard states announced promised warned confirmed claiming reckon reckons reckoned believes believed insist insists insisted maintain maintains maintained allege alleges alleged seem seems suggests rumoured rumored",
    ),
    (
        "imp",
        "send give call email e-mail ring tell bring check confirm keep fill complete sign return reply forward note make contact text complete review remember ensure provide pay click download use attach share ask add advise drop pop leave",
    ),
];

pub(super) const TIMES: &[(Shows, &str)] = &[
    (Shows::Named, "towards|toward ?the evening|noon|midday|lunch|end|@weekday|@month"),
    (
        Shows::Named,
        "with|on ?the|your @month payroll|wages|salary|salaries|invoice|run|statement|rent|bill",
    ),
    (
        Shows::Often,
        "every|each ?other ?first ?second ?third ?last ?working ?single ?# @era|@weekday|@unit|@month|day|hour|time|night|evening|summer|winter|now|one",
    ),
    (Shows::Named, "today|tomorrow|tonight|overnight|noon|midday|midnight"),
    (Shows::Named, "@weekday"),
    (Shows::Named, "#|#e ?of @month"),
    (Shows::Named, "@month #|#e"),
    (
        Shows::Named,
        "in|by|early|late|mid|end|before|until|from|of|during|this|next @month !be|have|i|we",
    ),
    (Shows::Named, "by|before|until|from !may|march @month"),
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
    (
        Shows::Named,
        "@num ?working ?business ?clear ?full @unit before|after|ahead|prior|beforehand|later|earlier|from",
    ),
    (Shows::Named, "a ?. before|ahead|prior ?to ?of"),
    (Shows::Named, "for ?another ?the ?a ?next ?further ?full @num ?more ?full ?further @unit"),
    (Shows::Named, "takes|take us|me ?. ?. @num @unit"),
    (Shows::Named, "for another|further @num @unit"),
    (Shows::Named, "lunchtime|teatime|eod|cob|eow|midweek"),
    (
        Shows::Named,
        "today's|tonight's|tomorrow's|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's post|lorry|van|truck|delivery|run|courier|batch|mail|shipment|boat|flight|train|load|round|drop|collection",
    ),
    (Shows::Named, "throughout|during ?all ?of #"),
    (Shows::Named, "within ?the ?a ?an hour|day|week|month|minute"),
    (Shows::Named, "week|weeks|wk #"),
    (Shows::Named, "this|next|coming|following|same @era|day"),
    (
        Shows::Named,
        "end|close|start|beginning|middle of ?the ?this ?next ?play ?business ?working @era|day|business|play|@month",
    ),
    (Shows::Named, "by|before|over|at|after|until|this ?the @feast|@era"),
    (Shows::Named, "q1|q2|q3|q4|quarter"),
    (Shows::Named, "this very @era"),
    (Shows::Named, "between @num and @num"),
    (
        Shows::Named,
        "daily|weekly|monthly|quarterly|annually|fortnightly !fee|fees|price|rate|rates|cost|charge|payment|call|newsletter",
    ),
    (Shows::Named, "every|each ?other ?first @era|day|hour"),
    (
        Shows::Named,
        "around|about|by|before|after|at one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve !@unit",
    ),
    (
        Shows::Vague,
        "soon|soonest|shortly|asap|a.s.a.p|eventually|later|immediately|promptly|presently|quickly|course|momentarily|straightaway|swiftly|sometime",
    ),
    (Shows::Vague, "before long"),
    (Shows::Vague, "as|with|of ?a|the ?top ?high ?highest priority|urgency"),
    (Shows::Vague, "in ?good time|due"),
    (Shows::Vague, "as .. possible"),
    (Shows::Vague, "near|foreseeable|not-too-distant future"),
    (Shows::Vague, "right|straight away"),
    (
        Shows::Vague,
        "future|later|coming|upcoming|next release|version|update|edition|print|issue|sprint",
    ),
    (Shows::Blurs, "sometime|someday"),
    (Shows::Blurs, "some|a time|point|stage|moment"),
    (Shows::Blurs, "one day"),
    (
        Shows::Vague,
        "next|later|future|coming|following|one ?of ?the ?next shipment|shipments|delivery|deliveries|consignment|batch|opportunity|round|edition|revision",
    ),
    (Shows::Blurs, "thereabouts"),
    (Shows::Vague, "before too|very long"),
    (Shows::Vague, "down the line|road|track"),
    (Shows::Vague, "one of these days"),
    (Shows::Vague, "when @us get|have|find ?a ?the chance|moment|minute|time"),
    (Shows::Blurs, "in the course of"),
    (Shows::Past, "yesterday|ago|since|recently|previously|formerly"),
    (Shows::Past, "last week|month|year|night|@weekday|time|quarter|summer|winter"),
    (
        Shows::Often,
        "always|usually|normally|generally|often|sometimes|typically|annually|@weekdays|regularly",
    ),
    (
        Shows::Often,
        "daily|weekly|monthly !fee|fees|price|rate|rates|cost|charge|payment|call|newsletter",
    ),
];
