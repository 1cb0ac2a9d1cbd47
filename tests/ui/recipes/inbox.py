"""Pictures of the inbox: nobody yet, an author with threads, somebody by role, adopted, very many, claims."""

from tests.ui.inbox_library import ME, ago, anchor, claim, known, log_in, message, notice, papers, put, settled, thread
from tests.ui.recipes.recipe import Recipe, Stage


def fill(stage: Stage) -> None:
    """Let six threads about two papers come in."""
    kennisbank = stage.session.kennisbank
    log_in(kennisbank)
    one, two = papers(kennisbank)[:2]
    asked = "Jullie spraken 42 docenten uit drie regio's. Hoe zijn die gekozen? Als het leden van een leergemeenschap zijn, dan verklaart dat misschien het hoge aandeel gedeeld materiaal."
    put(
        kennisbank,
        claim("c1", one),
        claim("c2", two, earlier="waiting"),
        thread(
            "t1",
            one,
            [message("", "teacher", "Gebruikt in 4 havo, met deze aanpassing: de tweede opdracht in tweetallen.", "2026-11-21")],
            kind="used", shown_as="role", is_unread=True, anchor=anchor(kennisbank, one, 900),
        ),
        thread(
            "t2",
            one,
            [
                message("R. Dijkhorst", "teacher", asked, ago(days=12), attachment={"id": known("a"), "name": "tabel.pdf", "media_type": "application/pdf", "size": 48_000}),
                message(ME, "author", "Goede vraag. Ongeveer de helft was lid. Ik zoek de precieze aantallen op en kom erop terug.", ago(days=11), by="author", is_read=True),
                message("R. Dijkhorst", "teacher", "Dank. Met die aantallen erbij kan ik jullie cijfers in mijn college gebruiken.", ago(days=11)),
            ],
            state="answered", anchor=anchor(kennisbank, one), link="https://www.example.org/onderzoek/steekproeven?jaar=2025&deel=2",
            steps=[{"state": "delivered", "moment": ago(days=12), "who": ""}, {"state": "read", "moment": ago(days=11), "who": ME}],
        ),
        thread(
            "t3", one, [message("", "researcher", "Tabel 1 telt op tot 97 procent.", "2026-10-10")],
            kind="correction", shown_as="role", state="read", steps=[{"state": "read", "moment": "2026-10-11", "who": ME}], anchor=anchor(kennisbank, one, 1400),
        ),
        thread("t4", two, [message("", "reader", "Dit werkt ook in een studiedag.", "2026-11-22")], kind="appreciation", shown_as="role", is_unread=True),
        thread("t5", two, [message("K. Oosterzee", "other", "Mag ik de opdrachtkaarten vertalen?", ago(days=3))], state="read"),
        thread(
            "t6", two,
            [message("K. Oosterzee", "student", "Figuur 2 mist een legenda.", ago(days=50)), message(ME, "author", "Klopt, die staat er nu in.", ago(days=45), by="author", is_read=True)],
            kind="correction", state="adopted", version="2", anchor=anchor(kennisbank, two), steps=[{"state": "read", "moment": ago(days=49), "who": ME}, {"state": "adopted", "moment": ago(days=45), "who": ME}],
        ),
    )  # fmt: skip


def threads(stage: Stage) -> None:
    fill(stage)
    view = settled(stage)
    view.list.list.go_to(known("t2"))
    settled(stage).focus_first()


def writing(stage: Stage) -> None:
    """An answer that is being written, with which it is declined; and something that the archive tells."""
    fill(stage)
    kennisbank = stage.session.kennisbank
    put(kennisbank, notice("n1", papers(kennisbank)[0], "coauthor_claimed"))
    view = settled(stage)
    view.list.list.go_to(known("t1"))
    settled(stage)
    view.pane.reply.field.setPlainText("Fijn om te horen. De tweede opdracht laten we zoals hij is.")
    view.pane.reply.choices["declined"].setChecked(True)
    view.pane.reply.field.setFocus()
    stage.settle()


def file(stage: Stage) -> None:
    """An answer that a file goes with, and one that may not."""
    fill(stage)
    inbox, folder = stage.session.kennisbank.inbox, stage.session.kennisbank.paths.home
    table, program = folder / "deelnemers-per-regio.csv", folder / "programma.exe"
    table.write_text("regio;docenten\nnoord;14\n" * 400)
    program.write_bytes(b"MZ" + bytes(200))
    inbox.save_reply_draft(known("t2"), "Van de 42 docenten waren er 23 lid. De tabel zit erbij.")
    inbox.attach_reply(known("t2"), table)
    view = settled(stage)
    view.list.list.go_to(known("t2"))
    settled(stage)
    stage.settle(lambda: view.pane.reply.file.attachment is not None)
    view.pane.reply.file.take((program,))
    view.pane.reply.field.setFocus()
    stage.settle(lambda: bool(view.pane.reply.file.error.accessibleName()))


def adopted(stage: Stage) -> None:
    fill(stage)
    view = settled(stage)
    view.list.folder_chosen.emit("done")
    settled(stage)
    view.list.list.go_to(known("t6"))
    settled(stage).focus_first()


def asking(stage: Stage) -> None:
    threads(stage)
    settled(stage).pane.reply.ask.click()


def many(stage: Stage) -> None:
    """Two hundred threads, and then some."""
    kennisbank = stage.session.kennisbank
    log_in(kennisbank)
    some = papers(kennisbank)[:8]
    put(kennisbank, *(claim(f"c{at}", paper) for at, paper in enumerate(some)))
    put(
        kennisbank,
        *(
            thread(
                f"m{at}",
                some[at % 8],
                [message(f"Lezer {at}", "student", f"Vraag {at} over de derde stap.", ago(days=1 + at / 5))],
                state="read",
            )
            for at in range(230)
        ),
    )
    settled(stage).focus_first()


def nobody(stage: Stage) -> None:
    stage.session.go("inbox")
    stage.settle()


def no_claims(stage: Stage) -> None:
    kennisbank = stage.session.kennisbank
    name = next(author.name for paper in papers(kennisbank) for author in paper.metadata.values.authors)
    log_in(kennisbank, name)
    view = settled(stage)
    stage.settle(lambda: view.claims.papers.is_settled)
    view.focus_first()


def claims(stage: Stage) -> None:
    kennisbank = stage.session.kennisbank
    log_in(kennisbank)
    some = papers(kennisbank)[:4]
    put(
        kennisbank,
        claim("c1", some[0]),
        claim("c2", some[1], state="code_sent", address="j•••••@school.example"),
        claim("c3", some[2], state="waiting"),
        claim("c4", some[3], state="refused", answer="Het adres hoort bij een naamgenoot."),
    )
    settled(stage).focus_first()


def details(stage: Stage) -> None:
    """The page of a contribution, on which one says to be an author of it."""
    kennisbank = stage.session.kennisbank
    log_in(kennisbank)
    paper = next(each for each in papers(kennisbank) if each.metadata.values.authors)
    settled(stage)
    stage.session.go("details", contribution=paper.id, author=True)
    stage.settle()


def recipes() -> list[Recipe]:
    return [
        Recipe("inbox", threads, "example"),
        Recipe("inbox-writing", writing, "example"),
        Recipe("inbox-file", file, "example"),
        Recipe("inbox-adopted", adopted, "example", is_walked=False),
        Recipe("inbox-asking", asking, "example"),
        Recipe("inbox-many", many, "example", is_walked=False),
        Recipe("inbox-nobody", nobody),
        Recipe("inbox-no-claims", no_claims, "example"),
        Recipe("inbox-claims", claims, "example"),
        Recipe("inbox-details", details, "example"),
    ]
