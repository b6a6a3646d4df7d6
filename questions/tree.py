"""From PyYAML's nodes to plain data, without what PyYAML alone lets pass in silence.

It keeps the last of two equal keys, turns a flow map cut at a comma into a key without a value,
and forgets where things stood.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from questions.findings import Finding

Where = tuple[str | int, ...]
TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Tree:
    """Builds the data of one file and remembers lines and faults on the way."""

    path: Path
    lines: dict[Where, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Any]:
        """Return a map whose keys are texts, each there once."""
        found: dict[str, Any] = {}
        for key, value in node.value:
            fault = _fault(node, key, value, found)
            if fault is None:
                found[key.value] = self._value(value, (*where, key.value), _line(key))
            else:
                self.findings.append(Finding(self.path, _line(key), *fault))
        return found

    def _value(self, node: yaml.Node, where: Where, line: int) -> Any:
        self.lines[where] = line
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            entries = enumerate(node.value)
            return [self._value(entry, (*where, at), _line(entry)) for at, entry in entries]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag == TEXT:
            return node.value
        try:
            return SafeConstructor().construct_object(node)
        except (yaml.YAMLError, ValueError):
            message = f"YAML cannot make a value of {node.value!r}: put it in quotes."
            self.findings.append(Finding(self.path, _line(node), "E006", message))
            return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _fault(
    parent: yaml.MappingNode, key: yaml.Node, value: yaml.Node, found: dict[str, Any]
) -> tuple[str, str] | None:
    """Return the code and message of what is wrong with a key, if anything is."""
    if parent.flow_style and isinstance(value, yaml.ScalarNode) and _never_written(value):
        return "E005", (
            f"A comma inside {{ }} ended the text before {_shown(key)}: "
            "put the whole text in double quotes."
        )
    if not isinstance(key, yaml.ScalarNode) or key.tag != TEXT:
        return "E006", f"The key {_shown(key)} is not read as text: put it in double quotes."
    if key.value in found:
        return "E003", f"The key {_shown(key)} is here twice: keep one of them."
    return None


def _never_written(node: yaml.ScalarNode) -> bool:
    return node.value == "" and not node.style


def _shown(key: yaml.Node) -> str:
    return f'"{key.value}"' if isinstance(key, yaml.ScalarNode) else "in brackets"
