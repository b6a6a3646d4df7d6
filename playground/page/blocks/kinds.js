/** @file What each stateful element holds, under which names Slack carries it, and what counts as empty. */

const one = (holds, starts) => ({ holds, starts, empty: null });
const many = (holds, starts) => ({ holds, starts, empty: [] });
const option = (kind) => ({ ...kind, options: true });

const KINDS = {
  plain_text_input: one("value", "initial_value"),
  number_input: one("value", "initial_value"),
  email_text_input: one("value", "initial_value"),
  url_text_input: one("value", "initial_value"),
  rich_text_input: one("rich_text_value", "initial_value"),
  file_input: many("files"),
  external_select: one("selected_option", "initial_option"),
  multi_external_select: many("selected_options", "initial_options"),
  static_select: option(one("selected_option", "initial_option")),
  radio_buttons: option(one("selected_option", "initial_option")),
  multi_static_select: option(many("selected_options", "initial_options")),
  checkboxes: option(many("selected_options", "initial_options")),
  users_select: one("selected_user", "initial_user"),
  multi_users_select: many("selected_users", "initial_users"),
  conversations_select: one("selected_conversation", "initial_conversation"),
  multi_conversations_select: many("selected_conversations", "initial_conversations"),
  channels_select: one("selected_channel", "initial_channel"),
  multi_channels_select: many("selected_channels", "initial_channels"),
  datepicker: one("selected_date", "initial_date"),
  timepicker: one("selected_time", "initial_time"),
  datetimepicker: one("selected_date_time", "initial_date_time"),
};

/** The kind of an element, or undefined for those that hold nothing (buttons, menus, pictures). */
export function kindOf(element) {
  return Object.hasOwn(KINDS, element?.type) ? KINDS[element.type] : undefined;
}

/** All options of a select, whether grouped or not. */
export function optionsOf(element) {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

/** The value an element starts with. */
export function initial(element) {
  const { starts, empty } = kindOf(element);
  const value = element[starts] ?? empty;
  return starts === "initial_value" && typeof value === "number" ? String(value) : value;
}

/** Slack's shape of a held value: `{type, selected_option: …}`. */
export function carried(element, value) {
  return { type: element.type, ...payload(element, value) };
}

/** The part of a held value that a block action names. */
export function payload(element, value) {
  return { [kindOf(element).holds]: value };
}

/** True when a person has given nothing. */
export function isEmpty(value) {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Every place of `blocks` that holds a value: inputs, and stateful elements of sections and actions. */
export function* places(blocks) {
  for (const block of blocks) {
    const elements = [block.element, block.accessory, ...(block.type === "actions" ? block.elements : [])];
    for (const element of elements) if (kindOf(element)) yield { block, element };
  }
}
