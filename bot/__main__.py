"""`python -m bot`: run, migrate, check, export, and what works with questions."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot import logs, shelves
from bot.commands import own_questions
from bot.commands.check import check
from bot.commands.export import Wish, export
from bot.commands.lint import lint_questions
from bot.commands.migrate import migrate
from bot.commands.release import release
from bot.commands.run import run
from bot.settings import DatabaseSettings, Settings, StartError, read
from questions.counting import table
from questions.wording import LOCALES

logger = logging.getLogger("bot")

Command = Callable[[argparse.Namespace], None]


def main(typed: Sequence[str] | None = None) -> int:
    """Do what was typed; return the exit code. What went wrong is said in lines, not frames."""
    arguments = _parser().parse_args(typed)
    command: Command = arguments.command
    try:
        command(arguments)
    except StartError as error:
        sys.stderr.writelines(f"{line}\n" for line in error.lines)
        return error.code
    except KeyboardInterrupt:
        return 130
    except Exception:
        logs.configure("console")
        logger.exception("the bot stopped, and should not have")
        return 1
    return 0


def _run(arguments: argparse.Namespace) -> None:
    settings = read(Settings, coach_http=arguments.http)
    logs.configure(settings.coach_log)
    asyncio.run(run(settings))


def _migrate(_arguments: argparse.Namespace) -> None:
    settings = read(DatabaseSettings)
    logs.configure(settings.coach_log)
    asyncio.run(migrate(settings))


def _check(arguments: argparse.Namespace) -> None:
    settings = read(Settings, coach_http=arguments.http)
    logs.configure(settings.coach_log)
    asyncio.run(check(settings))


def _lint(arguments: argparse.Namespace) -> None:
    lint_questions(arguments.paths)


def _count(_arguments: argparse.Namespace) -> None:
    found = shelves.read()
    sys.stdout.write(table(found.live, found.mock))


def _import(arguments: argparse.Namespace) -> None:
    settings = read(DatabaseSettings)
    logs.configure(settings.coach_log)
    into = own_questions.import_(
        settings, arguments.paths, arguments.team, scenario=arguments.scenario
    )
    asyncio.run(into)


def _export(arguments: argparse.Namespace) -> None:
    own_questions.refuse_full(arguments.folder, force=arguments.force)
    settings = read(DatabaseSettings)
    logs.configure(settings.coach_log)
    asyncio.run(own_questions.export(settings, arguments.folder, arguments.team))


def _export_candidate(arguments: argparse.Namespace) -> None:
    settings = read(DatabaseSettings)
    logs.configure(settings.coach_log)
    wish = Wish(
        candidate=arguments.candidate,
        folder=arguments.to,
        team=arguments.team,
        language=arguments.language,
        force=arguments.force,
    )
    asyncio.run(export(settings, wish))


def _release(arguments: argparse.Namespace) -> None:
    release(arguments.folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Interview Coach")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command, text in (
        ("run", _run, "run the bot"),
        ("check", _check, "check settings, database, tokens, scopes and banks"),
    ):
        each = commands.add_parser(name, help=text)
        each.add_argument("--http", metavar="HOST:PORT", help="listen for HTTP (or COACH_HTTP)")
        each.set_defaults(command=command)
    commands.add_parser("migrate", help="bring the database to the newest schema").set_defaults(
        command=_migrate
    )
    out = commands.add_parser("export", help="write what is kept about a candidate into files")
    _packets(out.add_subparsers(required=True, metavar="WHAT"))
    questions = commands.add_parser("questions", help="work with questions")
    _questions(questions.add_subparsers(required=True, metavar="COMMAND"))
    return parser


def _packets(commands: Any) -> None:
    """Add what can be typed after ``export``."""
    one = commands.add_parser("candidate", help="scorecards, decision and audit trail of one")
    one.add_argument("candidate", metavar="ID", help="as the packet and the trail name it")
    one.add_argument("--to", type=Path, required=True, metavar="DIR", help="where the files go")
    one.add_argument("--language", choices=LOCALES, help="of the text; the job's by default")
    one.add_argument("--force", action="store_true", help="overwrite an earlier export")
    one.add_argument("--team", metavar="T…", help="whose, when there are several workspaces")
    one.set_defaults(command=_export_candidate)


def _questions(commands: Any) -> None:
    """Add what can be typed after ``questions``."""
    counting = commands.add_parser("count", help="print how many there are, as a table")
    counting.set_defaults(command=_count)
    lint = commands.add_parser("lint", help="check models and banks")
    lint.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    lint.set_defaults(command=_lint)
    into = commands.add_parser("import", help="add questions of your own, from bank files")
    into.add_argument("paths", nargs="+", type=Path, metavar="FILE")
    about = "words in doubt are about a product scenario, not about the candidate"
    into.add_argument("--scenario", action="store_true", help=about)
    into.set_defaults(command=_import)
    out = commands.add_parser("export", help="write your own questions into a folder")
    out.add_argument("folder", type=Path, metavar="DIR")
    out.add_argument("--force", action="store_true", help="overwrite an earlier export")
    out.set_defaults(command=_export)
    for each in (into, out):
        each.add_argument("--team", metavar="T…", help="whose, when there are several workspaces")
    shipped = commands.add_parser("release", help="note the texts of all shipped questions")
    shipped.add_argument("folder", nargs="?", type=Path, default=shelves.FOLDER, metavar="DIR")
    shipped.set_defaults(command=_release)


if __name__ == "__main__":
    sys.exit(main())
