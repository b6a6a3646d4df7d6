"""Blocks to try things with."""


def plain(text):
    return {"type": "plain_text", "text": text}


def mrkdwn(text):
    return {"type": "mrkdwn", "text": text}


def option(value, text=None):
    return {"text": plain(text or value), "value": value}


def section(text="Hello", **more):
    return {"type": "section", "text": mrkdwn(text), **more}


def button(action_id="go", text="Go", **more):
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def actions(*elements, **more):
    return {"type": "actions", "elements": list(elements), **more}


def field(block_id, element, **more):
    return {"type": "input", "block_id": block_id, "label": plain("L"), "element": element, **more}


def line(**more):
    return {"type": "plain_text_input", "action_id": "value", **more}


def select(*values, **more):
    offered = [option(value) for value in values]
    return {"type": "static_select", "action_id": "value", "options": offered, **more}


def modal(*blocks, **more):
    view = {
        "type": "modal",
        "title": plain("Title"),
        "submit": plain("Send"),
        "callback_id": "form",
    }
    return {**view, "blocks": list(blocks) or [section()], **more}


def home(*blocks):
    return {"type": "home", "blocks": list(blocks) or [section()]}


def rich(*inline):
    return {"type": "rich_text", "elements": [part(*inline)]}


def part(*inline):
    return {"type": "rich_text_section", "elements": list(inline)}


def picture(**more):
    return {"type": "image", "image_url": "https://x.example/a.png", "alt_text": "a", **more}


def cell(text="a"):
    return {"type": "raw_text", "text": text}


def table(*rows, **more):
    return {"type": "table", "rows": list(rows) or [[cell()]], **more}


def alert(text="Careful", **more):
    return {"type": "alert", "text": mrkdwn(text), **more}


def card(**more):
    return {"type": "card", **more}


def opinion(**more):
    good, bad = ({"text": plain(text), "value": text} for text in ("good", "bad"))
    buttons = {"positive_button": good, "negative_button": bad}
    return {"type": "feedback_buttons", "action_id": "opinion", **buttons, **more}
