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
    return _erase(kennisbank, arguments, console, ctx)


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
        _tell(proof, console)
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


def _tell(proof: ErasureProof, console: Console) -> None:
    console.say("me.erased", id=proof.id, count=sum(proof.counts.values()))
    for code, count in proof.beyond.items():
        console.say(f"me.beyond_{code}", count=count)
    if proof.backups_until:
        console.say("me.backups_until", day=proof.backups_until)
