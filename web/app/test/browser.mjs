// Tries the customer area in a real browser, as customers would: the guide's path from end to end, live,
// paying and withdrawing, by keyboard, in two tabs, and through an outage; and the desk, as operators would.
//
// BUONO     the program
// FOLDER    an empty folder for the demo's data
// CHROMIUM  the browser; without it, Debian's
//
// Prints each step. Exit code 0: everything was as it should be, nothing was asked of any other server,
// the console had no error and the content security policy was kept; 1: anything else.

import assert from "node:assert/strict";
import { Demo, Stage, step, until } from "./stage.mjs";
import { assumed } from "./assumed.mjs";
import { desk } from "./desk.mjs";
import { deskMoney } from "./deskMoney.mjs";
import { guide } from "./guide.mjs";
import { money } from "./money.mjs";
import { operators } from "./operators.mjs";
import { outage } from "./outage.mjs";
import { screens } from "./screens.mjs";
import { size } from "./size.mjs";
import { upload } from "./upload.mjs";

const { BUONO, FOLDER } = process.env;
assert(BUONO && FOLDER, "Set BUONO and FOLDER.");
const demo = await new Demo(BUONO, FOLDER).start();
const stage = await new Stage(demo).open();

try {
  await guide(demo, stage);
  await money(demo, stage);
  await desk(demo, stage);
  await deskMoney(demo, stage);
  await assumed(demo, stage);
  await upload(demo, stage);
  await size(demo, stage);
  await screens(demo, stage);
  await outage(demo, stage);
  await operators(demo, stage);

  await step("Nothing was asked of anybody else, and nothing complained", async () => {
    assert.deepEqual(stage.elsewhere, []);
    assert.deepEqual(stage.complaints, []);
  });

  await step("It would have been noticed", async () => {
    const page = await stage.page(await stage.visitor(), null, "/");
    await page.evaluate(() => fetch("https://elsewhere.test/").catch(() => {}));
    await until("the policy is broken", () => stage.complaints.some((each) => each.includes("connect-src https://elsewhere.test")));
    await page.goto("http://elsewhere.test/").catch(() => {});
    await until("the trap has caught it", () => stage.elsewhere.some((each) => each.startsWith("GET http://elsewhere.test")));
  });
} catch (error) {
  console.error({ elsewhere: stage.elsewhere, complaints: stage.complaints });
  throw error;
} finally {
  await stage.close();
  await demo.kill();
}
