import { expect, test } from "vitest";
import { codeOf, extended, FILE_BYTES_MAX, Sending } from "../src/upload/sending.svelte.ts";
import { sizeOf } from "../src/upload/size.ts";

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

test("sizes are said as people say them", () => {
  expect(sizeOf(1, "en")).toBe("1 kB");
  expect(sizeOf(345_678, "en")).toBe("346 kB");
  expect(sizeOf(1_234_567, "it")).toBe("1,2 MB");
});
