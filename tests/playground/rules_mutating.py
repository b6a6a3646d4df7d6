"""Strategies for what apps should not send: trees with something wrong in them, and any JSON."""

from hypothesis import strategies as st

from tests.playground.rules import RULES
from tests.playground.rules_breaking import breaks, put
from tests.playground.rules_form import any_of
from tests.playground.rules_making import blocks_of, values
from tests.playground.rules_surfaces import ON, VIEW_RULES

# Words of the table are likelier to lead somewhere than letters at random.
KEYS = sorted({"type", *(key for rule in RULES.values() for key in rule.fields)})
TYPES = sorted({rule.tag for rule in RULES.values() if rule.tag})

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(TYPES)
)
anything = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5)
        | st.builds(
            lambda kind, rest: {**rest, "type": kind},
            st.sampled_from(TYPES),
            st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        )
    ),
    max_leaves=12,
)


@st.composite
def mutated_blocks(draw, surface):
    """Blocks of a surface of which up to two have something wrong in them."""
    blocks = draw(blocks_of(surface))
    for index in draw(st.sets(st.integers(0, len(blocks) - 1), max_size=2)):
        blocks[index] = draw(_mutated(any_of(*ON[surface]), blocks[index]))
    return blocks


@st.composite
def mutated_views(draw):
    """A modal or a Home, perhaps with something wrong in it or in its blocks."""
    kind = draw(st.sampled_from([*VIEW_RULES]))
    view = draw(values(any_of(kind)))
    if draw(st.booleans()):
        view = draw(_mutated(any_of(kind), view))
    if isinstance(view, dict) and "blocks" in view:
        view = view | {"blocks": draw(blocks_of(kind) | mutated_blocks(kind))}
    return view


@st.composite
def _mutated(draw, kind, value):
    slips = [*breaks(kind, value)]
    slip = slips[draw(st.integers(0, len(slips) - 1))]
    return put(value, slip.place, draw(st.just(slip.new) | anything))
