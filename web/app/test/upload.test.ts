import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { session } from "../src/session/session.svelte.ts";
import { codeOf, extended, FILE_BYTES_MAX, Sending } from "../src/upload/sending.svelte.ts";
import { sizeOf } from "../src/upload/size.ts";
import { why } from "../src/upload/why.ts";
import later from "../src/text/later/en.ts";
import { speech, type Words } from "../src/text/text.svelte.ts";

test("a name of any language goes through a header (RFC 8187)", () => {
  expect(extended("carta d'identità (1)*.pdf")).toBe("carta%20d%27identit%C3%A0%20%281%29%2A.pdf");
});

test("what the server says of a file that it does not take is its code", () => {
  expect(codeOf('{"errors":[{"message":"x","extensions":{"code":"TOO_MANY_DOCUMENTS"}}]}')).toBe("TOO_MANY_DOCUMENTS");
  expect(codeOf("")).toBe("LOST");
  expect(codeOf("<html>")).toBe("LOST");
  expect(codeOf('{"errors":[]}')).toBe("LOST");
});

test("what would be sent in vain is not sent", async () => {
  const empty = new Sending(new File([], "empty.pdf"), "/documents/1");
  await empty.start();
  expect(empty.failure).toBe("EMPTY");
  const large = new File(["x"], "large.pdf");
  Object.defineProperty(large, "size", { value: FILE_BYTES_MAX + 1 });
  const sending = new Sending(large, "/documents/1");
  await sending.start();
  expect(sending.failure).toBe("PAYLOAD_TOO_LARGE");
  expect(sending.isUnderWay).toBe(false);
});

describe("what is sent", () => {
  type Viewer = typeof session.viewer;
  const person = (id: string) => ({ __typename: "Customer", id }) as Viewer;
  const file = () => new Sending(new File(["x"], "x.pdf"), "/documents/1");
  /** What was asked for, which answers when it is told to. */
  let asked: Played[];

  class Played {
    upload: { onprogress?: (event: object) => void } = {};
    status = 0;
    responseText = "";
    onload = () => {};
    onabort = () => {};
    open() {}
    setRequestHeader() {}
    send = () => asked.push(this);
    abort = () => this.onabort();
    answer(status: number) {
      this.status = status;
      this.onload();
    }
  }

  beforeEach(() => {
    asked = [];
    session.viewer = person("anna");
    vi.stubGlobal("XMLHttpRequest", Played);
  });
  afterEach(() => {
    session.viewer = null;
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test("can be stopped while it waits for its turn, and is sent only when it is asked for again", async () => {
    const sending = file();
    sending.stop();
    expect([sending.failure, sending.isWaiting, sending.isUnderWay]).toEqual(["STOPPED", false, false]);
    expect(asked).toEqual([]);
    const again = sending.start();
    expect([sending.failure, sending.isUnderWay]).toEqual([null, true]);
    asked[0]!.answer(201);
    await again;
    expect(sending.isDone).toBe(true);
    // What is there is not stopped any more.
    sending.stop();
    expect(sending.failure).toBe(null);
  });

  test("can be stopped under way, and is not sent once more by what comes of it then", async () => {
    const sending = file();
    const first = sending.start();
    sending.stop();
    await first;
    expect(sending.failure).toBe("STOPPED");
    let renewed = (_: boolean) => {};
    vi.spyOn(session, "renew").mockReturnValue(new Promise((resolve) => (renewed = resolve)));
    const second = sending.start();
    asked[1]!.answer(401);
    await vi.waitFor(() => expect(session.renew).toHaveBeenCalled());
    sending.stop();
    renewed(true);
    await second;
    expect([sending.failure, asked.length]).toEqual(["STOPPED", 2]);
  });

  test("goes with another token when the last has ended", async () => {
    const sending = file();
    vi.spyOn(session, "renew").mockResolvedValue(true);
    const sent = sending.start();
    asked[0]!.answer(401);
    await vi.waitFor(() => expect(asked.length).toBe(2));
    asked[1]!.answer(200);
    await sent;
    expect(sending.isDone).toBe(true);
  });

  test("is of whoever has chosen it, and goes with nobody else's token", async () => {
    const sending = file();
    for (const viewer of [person("bruno"), null]) {
      session.viewer = viewer;
      await sending.start();
      expect([sending.failure, sending.isTheirs, asked.length]).toEqual(["STOPPED", false, 0]);
    }
    session.viewer = person("anna");
    const sent = sending.start();
    session.viewer = null;
    asked[0]!.upload.onprogress!({ loaded: 1, total: 2 });
    await sent;
    expect([sending.failure, asked.length]).toEqual(["STOPPED", 1]);
    session.viewer = person("anna");
    vi.spyOn(session, "renew").mockImplementation(async () => ((session.viewer = person("bruno")), true));
    const again = sending.start();
    asked[1]!.answer(401);
    await vi.waitFor(() => expect(sending.failure).toBe("STOPPED"));
    await again;
    expect(asked.length).toBe(2);
  });
});

test("sizes are said as people say them", () => {
  expect(sizeOf(1, "en")).toBe("1 kB");
  expect(sizeOf(345_678, "en")).toBe("346 kB");
  expect(sizeOf(1_234_567, "it")).toBe("1,2 MB");
});

test("an answer of the server's is never told as none", () => {
  speech.words = later as unknown as Words;
  const { wrong } = later.upload;
  expect(why({ failure: "LOST" })).toBe(wrong["LOST"]);
  expect(why({ failure: "NOT_FOUND" })).toBe(wrong["NOT_FOUND"]);
  expect(["SERVER_BUSY", "TOO_MANY_CONNECTIONS"].map((failure) => why({ failure }))).toEqual([wrong["RATE_LIMITED"], wrong["RATE_LIMITED"]]);
  expect(["REQUEST_TIMEOUT", "INTERNAL_SERVER_ERROR"].map((failure) => why({ failure }))).toEqual([wrong["REFUSED"], wrong["REFUSED"]]);
});
