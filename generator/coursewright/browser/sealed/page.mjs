import { followScheme } from "./scheme.mjs";
import Sealed from "./sealed.mjs";

followScheme();
customElements.define("cw-sealed", Sealed);
