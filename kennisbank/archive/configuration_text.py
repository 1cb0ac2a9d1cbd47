"""The text of a new ``archive.toml``, with explanations for whoever keeps the archive. ``«name»`` is filled in."""

TEMPLATE = """\
# This file says what your archive is called and what it allows. Change it with any text editor, then start the
# archive again. Lines that begin with # are explanations; a text stands between quotation marks, a long text
# between three of them. When something is wrong in here, the archive says where, and doesn't start.

[archive]
# The name that readers see, for example the name of your congress followed by the word archive.
name = «name»
# The organisation behind it, and the person or group that keeps it.
foundation = «foundation»
maintainer = «maintainer»
# The mail address at which readers reach you.
address = «address»
# The address of this archive as readers type it, for example "https://archive.example.org".
# It stands in messages and in what other archives harvest.
url = «url»
# The website of the congress.
website = «website»
# The languages in which you write to readers: "nl", "en", or both.
languages = ["nl", "en"]
# Who lets a new account in: "maintainer" (you approve each one) or "mail" (whoever can read their mail).
approval = «approval»

# Texts, one for each language. An empty text is not shown.
[house_rules]
nl = \"\"\"
Schrijf zoals je in een zaal vol vakgenoten zou spreken. Reacties gaan over het werk, niet over de persoon.
\"\"\"
en = \"\"\"
Write as you would speak in a room full of colleagues. Comments are about the work, not about the person.
\"\"\"

[privacy]
nl = \"\"\"
Het archief bewaart je naam, mailadres, beroep en organisatie zolang je account bestaat, en wat je zelf opslaat of
deelt. Het verkoopt niets, volgt niemand en geeft niets door. Je kunt je gegevens opvragen en laten verwijderen.
\"\"\"
en = \"\"\"
The archive keeps your name, mail address, occupation and organisation for as long as your account exists, and what
you store or share yourself. It sells nothing, follows nobody and passes nothing on. You can ask for your data, and
have it removed.
\"\"\"

[next_congress]
nl = ""
en = ""

[newsletter]
nl = ""
en = ""

[limits]
# The largest message, and the largest file, that the archive takes, in mebibytes.
body_mb = 64
file_mb = 1024
# After how many seconds without a sign of life a connection is closed, and how many there may be at once.
request_s = 60
connections = 1000
# For one mail address from one place: messages sent, and attempts to log in. From everywhere together three times as
# many are taken for an address, and from one place twenty times as many for all addresses.
mails_an_hour = 5
attempts_an_hour = 20
# For one account: everything that is said, feedback among it, and files that go with it. What is too much is taken
# later.
acts_an_hour = 1200
feedback_an_hour = 60
uploads_an_hour = 60
comments_an_hour = 30
votes_an_hour = 300
proposals_an_hour = 100
reports_an_hour = 30

[retention]
# After how many days these go; 0 keeps them for ever. The audit trail; requests for an account that nobody answered;
# sessions that ended; files that were sent for an edition that was never published, or with feedback that never came.
audit_days = 730
requests_days = 90
sessions_days = 90
staged_days = 7
# Backups in the folder named below; remarks to the maintainers; addresses for the newsletter that nobody confirmed;
# notices that readers were told; what remembers that something was received; the text of comments that were hidden;
# proofs of erasures, and by what other machines of erased accounts hear of it.
backups_days = 90
remarks_days = 365
newsletter_days = 7
notices_days = 365
receipts_days = 365
hidden_days = 365
erased_days = 365

[correspondence]
# At what time of day, by the clock of this machine, is done what is done once a day: only then what anonymous readers
# wrote reaches the authors, so that the time doesn't give them away.
round = "06:00"

[websites]
# Archived websites of your congresses are shown at an address of their own, so that nothing on them can reach the
# archive. Give that name to the archive's second port: the one below, or 0 for the one after the archive's own.
# For example "https://websites.example.org"; empty: only this machine can open them.
url = ""
port = 0
# How large one website may be, unpacked, in mebibytes.
unpacked_mb = 4096

[storage]
# Empty: everything stands in this folder. Otherwise addresses, without passwords in them (docs/archive.md says where
# those go): a PostgreSQL database ("postgresql://host/name"), a folder or an S3 bucket ("s3://bucket/prefix"), a mail
# server ("smtp://host:587") or a folder that messages are written to.
database = «database»
files = «files»
mail = «mail»
# The address that messages are sent from; empty: the address above.
mail_from = «mail_from»
# The folder in which your backups stand, each in a folder of its own: those that are too old are removed from it.
backups = «backups»
"""
