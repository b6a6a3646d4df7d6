/** @file Lines of plain text as rich text, and back. */

const ITEM = /^\s*(?:[-*•]|(\d+)[.)])\s+(.*)$/;
const LISTS = { bullet: () => "• ", ordered: (index) => `${index + 1}. ` };

/** @returns {object|null} a rich_text object: text in one section, lines that start like list items as lists; null for nothing */
export function asRichText(text) {
  if (!text.trim()) return null;
  const elements = [];
  for (const line of text.replace(/\n+$/, "").split("\n")) add(elements, line);
  return { type: "rich_text", elements };
}

function add(elements, line) {
  const last = elements.at(-1);
  const [found, number, words] = ITEM.exec(line) ?? [];
  const style = number === undefined ? "bullet" : "ordered";
  if (found && last?.style === style) last.elements.push(section(words));
  else if (found) elements.push({ type: "rich_text_list", style, indent: 0, elements: [section(words)] });
  else if (last?.type === "rich_text_section") last.elements[0].text += `\n${line}`;
  else if (line) elements.push(section(line));
}

function section(text) {
  return { type: "rich_text_section", elements: [{ type: "text", text }] };
}

/** The characters of a rich_text object, one line for each of its lines. */
export function asLines(block) {
  return (block?.elements ?? []).map((element) => {
    const lead = LISTS[element.style];
    return lead ? element.elements.map((item, index) => lead(index) + characters(item)).join("\n") : characters(element);
  }).join("\n");
}

const PIECES = {
  link: ({ text, url }) => text ?? url,
  user: ({ user_id: id }) => `<@${id}>`,
  channel: ({ channel_id: id }) => `<#${id}>`,
  emoji: ({ name }) => `:${name}:`,
  date: ({ fallback }) => fallback ?? "",
};

function characters({ elements = [] }) {
  return elements.map((piece) => (PIECES[piece.type] ?? (({ text }) => text ?? ""))(piece)).join("");
}
