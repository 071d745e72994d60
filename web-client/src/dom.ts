// The only place where elements are made. Whatever is to be read becomes a text node: there is no way from a string
// to markup in this package.

type Attributes = Readonly<Record<string, string>>;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A button that shows a drawing and is called by a text. */
export function iconButton(className: string, name: string, path: string): HTMLButtonElement {
  return make("button", { type: "button", class: className, "aria-label": name, title: name }, icon(path));
}

/** A drawing of one stroke in a square of 24 units. */
export function icon(path: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const stroke = document.createElementNS(space, "path");
  stroke.setAttribute("d", path);
  drawing.append(stroke);
  return drawing;
}
