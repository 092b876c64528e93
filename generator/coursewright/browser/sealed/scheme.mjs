const dark = matchMedia("(prefers-color-scheme: dark)");

/** Let the page be as light or dark as the device, as the site's theme does it elsewhere. */
export function followScheme() {
  const follow = () => {
    document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  };
  dark.addEventListener("change", follow);
  follow();
}
