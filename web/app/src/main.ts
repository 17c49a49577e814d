import "./styles/tokens.css";
import "./styles/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { begin } from "./session/session.svelte.ts";
import { speak } from "./text/text.svelte.ts";

// The words of the reader's language are a file of their own: nothing is drawn before they are there.
await speak();
void begin();
mount(App, { target: document.getElementById("page")! });
