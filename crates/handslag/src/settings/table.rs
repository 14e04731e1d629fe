//! Every setting with its meaning: what may be given, what holds when nothing is, and the page of the reference about
//! it.

/// What a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// A list of texts; in the environment with commas between them.
    List,
    /// Several tables, in the file only.
    Tables,
}

/// A setting.
#[derive(Debug)]
pub(crate) struct Setting {
    /// What it is called in the file; in the environment in capitals after `HANDSLAG_`.
    pub(crate) name: &'static str,
    pub(super) takes: Takes,
    /// What holds when nothing is said.
    pub(crate) usual: &'static str,
    /// What it does, a sentence a line.
    pub(crate) meaning: &'static str,
    example: &'static str,
}

/// Every setting, in the order of the reference.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        name: "database",
        takes: Takes::Text,
        usual: "handslag.db",
        meaning: "The database: the path of a file, or the URL of a PostgreSQL server, \
                  `postgres://user:password@host:5432/name?sslmode=require`.\n\
                  Towards another machine the connection is encrypted and the server's certificate checked; `sslmode=disable` \
                  says no to that, `sslrootcert=FILE` names who signed it.\n\
                  A URL with a password belongs in the environment or in a file that only its owner reads.",
        example: "\"/var/lib/handslag/handslag.db\"",
    },
    Setting {
        name: "database_read",
        takes: Takes::Text,
        usual: "none: while the server does not answer, nothing is read",
        meaning: "A PostgreSQL server that follows the one of `database`: it is read while that one does not answer, so that \
                  pages are served while a new one is chosen.",
        example: "\"postgres://handslag@10.1.0.5:5433/handslag\"",
    },
    Setting {
        name: "key_file",
        takes: Takes::Text,
        usual: "the database's path with .key after it; `handslag.key` for a PostgreSQL server",
        meaning: "The keys that belong to the database: they sign receipts, open personal data and make the customers' links.\n\
                  Made with the database, readable by its owner only.\n\
                  Whoever loses it loses the personal data; whoever has it and the database has everything.",
        example: "\"/var/lib/handslag/handslag.db.key\"",
    },
    Setting {
        name: "listen",
        takes: Takes::Text,
        usual: "127.0.0.1:4600",
        meaning: "Where the server listens.\n\
                  An address that other machines reach is taken once somebody can sign in, and with HTTPS: `tls_certificate`, or \
                  `public_url` and `trusted_proxies`.",
        example: "\"0.0.0.0:4600\"",
    },
    Setting {
        name: "public_url",
        takes: Takes::Text,
        usual: "none: this machine's own names are answered, no others",
        meaning: "The address that people use, a scheme and a name without a path.\n\
                  Links that leave the program begin with it, and requests to its name are answered.\n\
                  With https cookies are `Secure`, and browsers are told never to come without it.",
        example: "\"https://promises.example.com\"",
    },
    Setting {
        name: "trusted_proxies",
        takes: Takes::List,
        usual: "none",
        meaning: "The proxies whose word on a visitor's address (`X-Forwarded-For`, else `Forwarded`) counts.\n\
                  The visitor is the last address on the way here that is none of them.",
        example: "[\"127.0.0.1/32\", \"10.1.0.0/16\"]",
    },
    Setting {
        name: "tls_certificate",
        takes: Takes::Text,
        usual: "none: the program speaks plain HTTP",
        meaning: "The certificate and those it rests on, a PEM file; with it the program speaks TLS itself.\n\
                  Read again at SIGHUP.",
        example: "\"/etc/handslag/certificate.pem\"",
    },
    Setting {
        name: "tls_key",
        takes: Takes::Text,
        usual: "none",
        meaning: "The certificate's private key, a PEM file, readable by its owner only.",
        example: "\"/etc/handslag/key.pem\"",
    },
    Setting {
        name: "metrics_listen",
        takes: Takes::Text,
        usual: "none: no figures are served",
        meaning: "Where `/metrics` answers Prometheus, apart from the pages.\n\
                  There is no sign-in there: let nobody reach it who may not know how the program runs.",
        example: "\"127.0.0.1:4601\"",
    },
    Setting {
        name: "log_format",
        takes: Takes::Text,
        usual: "text",
        meaning: "`text` for people or `json` for programs, a line for each event on the standard error.",
        example: "\"json\"",
    },
    Setting {
        name: "log_level",
        takes: Takes::Text,
        usual: "info",
        meaning: "From which level on it is logged: `error`, `warn`, `info`, `debug` or `trace`.\n\
                  Every request is logged at `info`, by the template of its address.",
        example: "\"warn\"",
    },
    Setting {
        name: "oidc",
        takes: Takes::Tables,
        usual: "none: people sign in with a password",
        meaning: "Who else may say who somebody is, by OpenID Connect: a table `[[oidc]]` for each, with\n\
                  `name`, as it stands on the button;\n\
                  `issuer`, the address that its discovery document names;\n\
                  `client_id`, and `client_secret` or `client_secret_file`, as it knows this program;\n\
                  `organisation`, the name or id of the one organisation whose members may use it, where there are \
                  several;\n\
                  `second_factor`, the values of `acr` or `amr` by which it tells a second factor, one of which has to be \
                  in what it says of somebody;\n\
                  and `hours`, for how long a sign-in there holds: its own may be no older, and a session here ends then.\n\
                  It sends people back to `/sign-in/oidc/NAME/callback` under `public_url`, with `name` in small letters \
                  and hyphens.\n\
                  [The guide](../guide/oidc.md) has Entra ID, Google and Keycloak step by step.",
        example: "[{ name = \"Entra ID\", issuer = \"https://login.microsoftonline.com/TENANT/v2.0\", client_id = \
                  \"CLIENT\", client_secret_file = \"/etc/handslag/entra.secret\" }]",
    },
    Setting {
        name: "threads",
        takes: Takes::Number,
        usual: "as many as the machine has cores",
        meaning: "How many threads simulate.\nThe answers are the same for any number.",
        example: "2",
    },
    Setting {
        name: "connections",
        takes: Takes::Number,
        usual: "1024",
        meaning: "How many connections may be open; one more is closed at once.",
        example: "256",
    },
    Setting {
        name: "request_seconds",
        takes: Takes::Number,
        usual: "60",
        meaning: "The longest that a request may take, in seconds; it is answered with 504 then.",
        example: "120",
    },
    Setting {
        name: "drain_seconds",
        takes: Takes::Number,
        usual: "0",
        meaning: "How long the program goes on taking requests once it is asked to stop, in seconds, while `/readyz` says so: \
                  time for a load balancer to notice.\n\
                  Asked a second time, it waits no longer.",
        example: "15",
    },
    Setting {
        name: "stop_seconds",
        takes: Takes::Number,
        usual: "30",
        meaning: "How long requests that run may go on after that, in seconds.",
        example: "10",
    },
];

impl Setting {
    /// The variable of the environment.
    pub(crate) fn variable(&self) -> String {
        format!("HANDSLAG_{}", self.name.to_uppercase())
    }
}

/// The page of the reference.
pub(crate) fn document() -> String {
    let mut page = "# Configuration\n\n\
        Everything has a working default.\n\
        A setting is taken from the command line, else from the environment, else from the file.\n\
        The file is `handslag.toml` in the working folder, or the one that `--config` or `HANDSLAG_CONFIG` names; a key that \
        is not known is refused.\n\
        `handslag settings` prints what is in force.\n\n\
        This page is made from the code by `cargo xtask docs`.\n"
        .to_owned();
    for setting in SETTINGS {
        let Setting { name, usual, meaning, example, takes } = setting;
        let variable = match takes {
            Takes::Tables => "not to be given there".to_owned(),
            Takes::Text | Takes::Number | Takes::List => format!("`{}`", setting.variable()),
        };
        let takes = match takes {
            Takes::Text => "a text",
            Takes::Number => "a whole number",
            Takes::List => "a list of texts, in the environment with commas between them",
            Takes::Tables => "or as tables of their own",
        };
        page.push_str(&format!(
            "\n## {name}\n\n{meaning}\n\n- In the file: `{name} = {example}`, {takes}.\n\
             - In the environment: {variable}.\n- Otherwise: {usual}.\n"
        ));
    }
    page
}
