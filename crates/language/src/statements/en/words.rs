//! English: classes of words, and words of time.

use super::super::pattern::Class;
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
        "send deliver install bring call collect come *e * -and -or -the -a -an -to -in -on -at -for -of -by -with -from -not -never -no -who -that -which -this -also -then -now -still -just -usually -normally -generally -often -always -hereby -both -all -only -already -really -look -has -is -it -you -he -she -they -as -so -but -if -your -our -my -hereby -personally -cannot -will -'ll -shall -certainly -gladly -today -tomorrow -yesterday -last -offer -agree -agreed",
    ),
    (
        "staff",
        "lads guys tenderer bidder undersigned consultants colleague colleagues engineer engineers driver drivers team technician technicians adviser advisor advisers consultant consultants planner accounts inspector specialist specialists fitter fitters electrician plumber manager director crew courier-team desk someone somebody nurse surveyor officer foreman assistant installer representative rep receptionist chef trainer developer carpenter painter",
    ),
    (
        "third",
        "supplier suppliers manufacturer factory carrier courier haulier shipper dhl ups fedex dpd royal-mail evri hermes bank insurer insurers landlord council customs competitor competitors wholesaler subcontractor subcontractors contractor publisher distributor importer police hmrc court authority authorities provider utility architect solicitor accountant auditor broker vendor producer",
    ),
    (
        "works",
        "delivery installation repair work works inspection migration handover fitting training maintenance replacement shipment upgrade survey refund visit appointment collection removal release go-live rollout customisation customization",
    ),
    ("give", "receive get have hear see find be"),
    // Deeds in the third person.
    (
        "does",
        "signs sends delivers brings installs handles visits collects fits repairs checks reviews processes posts emails rings picks drops replaces fixes prepares completes finishes updates transfers refunds credits calls comes hands builds paints",
    ),
    // What goes its way whoever promises what.
    (
        "world",
        "train trains bus buses flight flights ferry plane prices market rates inflation vat dollar sun weather winter summer spring autumn school schools holidays christmas easter fair election elections law legislation government film match concert economy council",
    ),
    // Verbs of what is so, whoever promises what.
    (
        "fact",
        "is has was lasts ends begins starts runs expires applies means costs contains consists requires depends closes belongs includes says reads lapses renews this his its as us yours falls stands states shows",
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
        "feast",
        "christmas xmas easter weekend holidays new-year summer lunch noon midnight midday tonight close",
    ),
    (
        "said",
        "said says say told tells wrote writes asked asks mentioned claimed claims thought thinks wondered suggested heard states announced promised warned confirmed",
    ),
    (
        "imp",
        "send give call email e-mail ring tell bring check confirm keep fill complete sign return reply forward note make contact text complete review remember ensure provide pay click download use attach share ask add advise drop pop leave",
    ),
];

pub(super) const TIMES: &[(Shows, &str)] = &[
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
    (Shows::Blurs, "some time|point"),
    (Shows::Blurs, "in the course of"),
    (Shows::Past, "yesterday|ago|since|recently|previously|formerly"),
    (Shows::Past, "last week|month|year|night|@weekday|time|quarter|summer|winter"),
    (
        Shows::Often,
        "every|each|always|usually|normally|generally|often|sometimes|typically|annually|@weekdays|regularly",
    ),
    (
        Shows::Often,
        "daily|weekly|monthly !fee|fees|price|rate|rates|cost|charge|payment|call|newsletter",
    ),
];
