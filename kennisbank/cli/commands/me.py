"""``kennisbank me``: everything about oneself in one file, and erased, at the archive and on this machine."""

import sys
from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.config.whole_files import write_whole
from kennisbank.console import Console
from kennisbank.sync.protocol_codec import body_from, encode
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Write everything to a file, or have it erased."""
    if arguments.action == "export":
        file = kennisbank.privacy.export(arguments.file.expanduser().absolute())
        if console.as_json:
            console.answer({"file": str(file), "bytes": file.stat().st_size})
        else:
            console.say("me.exported", file=file)
        return 0
    if arguments.action == "proof":
        kennisbank.privacy.settle(ctx)
        return _proofs(kennisbank, console)
    return (_erase_here if arguments.here else _erase)(kennisbank, arguments, console, ctx)


def tell_of_erasures(kennisbank: Kennisbank, console: Console) -> None:
    """Say once what was finished of an erasure whose answer didn't come at the time."""
    for proof in kennisbank.privacy.untold():
        if proof is None:
            console.complain(console.text("me.settled_without_proof"))
        else:
            console.complain(console.text("me.settled", id=proof.id))
    kennisbank.privacy.note_told()


def _proofs(kennisbank: Kennisbank, console: Console) -> int:
    found = kennisbank.privacy.proofs()
    if console.as_json:
        console.answer({"proofs": [body_from(each) for each in found]})
    elif not found:
        console.say("me.no_proofs")
    for proof in () if console.as_json else found:
        console.say("me.proof", id=proof.id, day=proof.moment[:10])
        _tell_beyond(proof, console)
    kennisbank.privacy.note_told()
    return 0


def _erase_here(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Remove what belonged to an account that was erased from elsewhere."""
    kennisbank.privacy.erase_here(keeps_notes=not arguments.remove_notes, ctx=ctx)
    if console.as_json:
        console.answer({"erased_here": True})
    else:
        console.say("me.erased_here")
    return 0


def _erase(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Erase with the code; without one, have it sent, and ask for it where somebody sits at the terminal."""
    code = _code(kennisbank, arguments, console)
    if not code:
        return 0
    proof = kennisbank.privacy.erase(code, keeps_notes=arguments.keep_notes, ctx=ctx)
    if arguments.proof is not None:
        write_whole(arguments.proof.expanduser().absolute(), encode(proof) + b"\n")
    if console.as_json:
        console.answer({"erased": True, "proof": body_from(proof)})
    else:
        console.say("me.erased", id=proof.id, count=sum(proof.counts.values()))
        _tell_beyond(proof, console)
    kennisbank.privacy.note_told()
    return 0


def _code(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> str:
    """Return the code that was typed; empty when it was only asked for."""
    if arguments.code == "-":
        return sys.stdin.readline().strip()
    if arguments.code is not None:
        console.complain(console.text("central.code_seen"))
        return str(arguments.code).strip()
    kennisbank.privacy.ask_code()
    if console.as_json:
        console.answer({"code": "asked"})
        return ""
    console.say("me.code_sent")
    if not sys.stdin.isatty():
        return ""
    sys.stderr.write(console.text("me.ask_code") + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def _tell_beyond(proof: ErasureProof, console: Console) -> None:
    for code, count in proof.beyond.items():
        console.say(f"me.beyond_{code}", count=count)
    if proof.backups_until:
        console.say("me.backups_until", day=proof.backups_until)
