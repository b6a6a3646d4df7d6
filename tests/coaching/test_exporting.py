"""Typed text in files: nothing computes, nothing links, nothing is lost."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coaching.debrief.exporting import cell, inline, quoted

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t1",
    "\r1",
    "\n1",
    " =1",
    "\u00a0=1",
    "\ufeff=HYPERLINK(1)",
    "\u200b=1",
    "\u202e=1",
    "＝1",
    "＋1",
    "－1",
    "＠A1",
    "﹣1",
    "=cmd|' /C calc'!A0",
]
ELSEWHERE = {  # begins where another separator than the comma, or a broken quote, ends a cell
    "x;=1+1": "x;'=1+1",
    "x; =1+1": "x;' =1+1",
    'x;"=1+1"': 'x;\'"=1+1"',
    "x\n=1+1": "x\n'=1+1",
    "x\r\n@A1": "x\r\n'@A1",
    "x\t-1": "x\t'-1",
    "\t=1": "'\t'=1",
    "x;y-1; z": "x;y-1; z",
}
HARMLESS = ["", "a", "5", "1-2", "a=b", "'=1", "王小明", "“=”", "a@b.example"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_is_text(text):
    assert cell(text) == "'" + text


@pytest.mark.parametrize(("text", "safe"), ELSEWHERE.items())
def test_nothing_computes_where_a_program_reads_other_separators(text, safe):
    assert cell(text) == safe


@pytest.mark.parametrize("text", HARMLESS)
def test_everything_else_is_left_alone(text):
    assert cell(text) == text


@given(st.text())
def test_a_cell_keeps_every_sign_and_is_safe_for_good(text):
    safe = cell(text)
    assert safe.replace("'", "") == text.replace("'", "")
    assert cell(safe) == safe
    assert not re.match(r"[=+\-@\t\r\n]", safe)
    assert not re.search(r"[;\t\r\n][=+\-@]", safe)


@given(st.lists(st.text(st.sampled_from('x=+-@;,"\t\r\n \u200b＝'))), st.sampled_from(",;\t"))
def test_no_cell_of_a_file_begins_a_formula_whichever_separator_a_program_expects(texts, separator):
    file = StringIO(newline="")
    csv.writer(file).writerow(["Alice", *map(cell, texts)])
    file.seek(0)
    for row in csv.reader(file, delimiter=separator):
        for read in row:
            assert not re.match(r"[\s\u200b]*[=+\-@＝]", read)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1)
)
def test_cells_go_through_a_csv_file_unchanged(texts):
    file = StringIO(newline="")
    csv.writer(file).writerow([cell(text) for text in texts])
    file.seek(0)
    assert next(csv.reader(file)) == [cell(text) for text in texts]


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINK = re.compile(r"https?://|www\.\S|[^\\]@\w|(?<!\\):\w+:")
NASTY = [
    "# Hire", "Hire\n====", "Hire\n---", "- a\n+ b\n* c", "1. a\n2) b", "> quote", "    code",
    "\tcode", "```\ncode\n```", "~~~\ncode", "`x`", "**bold** __b__ *i* _i_", "~~gone~~",
    "[x](https://evil.example)", "![x](https://evil.example/a.png)", "[x]: https://evil.example",
    "https://evil.example", "www.evil.example", "me@evil.example", "<https://evil.example>",
    "<script>alert(1)</script>", "<!-- gone -->", "&lt;b&gt; &#35;", "a | b\n--|--\n1 | 2",
    "***", "- - -", "===", "line  \nbroken", "back\\slash\\", "\\", "[^1]: note", "@channel #1",
    "$x^2$", ":smile:", "a\x00b", "a\u2028b", "- [ ] task", "1986. A great year", "a\n\n\nb",
    "a\n\n    code", "a\n\n\tcode",
    "\u00a0- a", "+", "-", "12)", "end\\\nnext", "*\na", "a.b:c", "能力：[强](x)", "x" * 3000,
]  # fmt: skip


def rendered(markdown):
    """Return the kinds of blocks and of inlines, and the text that a reader sees."""
    blocks = MARKDOWN.parse(markdown)
    inlines = [block.children for block in blocks if block.children]
    kinds = {child.type for children in inlines for child in children}
    seen = ("".join(child.content or "\n" for child in children) for children in inlines)
    return {block.type for block in blocks}, kinds, "\n".join(seen)


def flat(text):
    return re.sub(r"\s+", " ", text.replace("\ufffd", " ")).strip()


def printable(text):
    return flat("".join(sign if sign.isprintable() else " " for sign in text))


def each_nasty(test):
    for text in NASTY:
        test = example(text)(test)
    return test


SIGNS = st.text(st.sampled_from("ab1 \n\t\\`*_{}[]<>()#+-.!|~&@$^=:/'\"，。é😀"), max_size=40)
TYPED = st.one_of(st.text(), SIGNS, st.lists(st.sampled_from(NASTY), max_size=3).map("\n".join))


@each_nasty
@given(TYPED)
def test_one_line_of_markdown_shows_what_was_typed_and_nothing_more(text):
    line = inline(text)
    assert "\n" not in line
    assert not LINK.search(line)
    blocks, inlines, seen = rendered(line)
    assert blocks <= {"paragraph_open", "inline", "paragraph_close"}
    assert inlines <= {"text"}
    assert printable(seen) == printable(text)


@each_nasty
@given(TYPED)
def test_a_list_item_stays_one_item(text):
    blocks, inlines, seen = rendered(f"- {inline(text)}\n- next")
    assert not {each for each in blocks if each.startswith(("ordered", "heading", "table", "hr"))}
    assert inlines <= {"text"}
    items = [
        each for each in MARKDOWN.parse(f"- {inline(text)}\n- next") if "item_open" in each.type
    ]
    assert len(items) == 2
    assert printable(seen.removesuffix("next")) == printable(text)


@each_nasty
@given(TYPED)
def test_a_quote_shows_what_was_typed_line_by_line(text):
    quote = quoted(text)
    assert all(line.startswith(">") for line in quote.splitlines())
    assert not LINK.search(quote)
    blocks, inlines, seen = rendered(quote)
    assert blocks <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "inline", "paragraph_close",
    }  # fmt: skip
    assert inlines <= {"text", "hardbreak"}
    assert printable(seen) == printable(text)


def test_lines_and_paragraphs_of_a_quote_are_kept():
    assert quoted("one\ntwo\n\nthree ") == "> one\\\n> two\n>\n> three"
    assert quoted("  \n ") == ""
    assert quoted("0\r\x1b") == "> 0\n>"
    _, inlines, seen = rendered(quoted("one\ntwo"))
    assert inlines == {"text", "hardbreak"}
    assert seen == "one\ntwo"


def test_plain_sentences_stay_readable_as_they_are():
    said = 'She cut the list from 40 to 12, "with sales", in May. It\'s a well-known case; 8/10.'
    assert inline(said) == said
