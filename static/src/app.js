// Every page works without this: it adds the design system's conveniences.
import { initAll } from "./nhsuk-frontend.min.js";

initAll();
