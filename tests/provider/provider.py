"""A payment provider that misbehaves on command: the part of Stripe's API that Buono uses.

    provider.py JOURNAL [API_PORT CONTROL_PORT]

It listens on 127.0.0.1 and prints its two ports as one line of JSON. Whatever it takes or gives
back is a line of the journal, fsynced before anybody is told; started again, it knows what the
journal knows. The control port takes JSON by POST:

    /plan      {"call": "charge", "does": ["cut-after", "ok"]}   what the next calls come to
    /chances   {"seed": 7, "charge": {"hang": 0.1, …}, "again": {…}}   or by chance, from a seed;
               "again" is for a key that is known, and for questions
    /webhooks  {"to": [url, …], "secrets": [secret, …], "how": ["after"], "amount_off": 0, …}
    /forget    {}   forgets all idempotency keys
    /decline   {"token": "pm_…"}   a card that is always declined

What a call can do: ok, decline, decline-cut, pending, hang (before), hang-after, cut (before), cut-after,
500 (before), 500-after, 429, wrong-amount. "After" means that the money has moved.
"""

import hashlib
import hmac
import json
import os
import random
import socket
import sys
import threading
import time
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HANG_SECONDS = 30
LATE_SECONDS = 1.5
PAGE_MAX = 100


class Books:
    """What has happened, in the journal and in memory."""

    def __init__(self, path):
        self.lock = threading.RLock()
        self.intents, self.refunds, self.answers, self.numbers = {}, {}, {}, 0
        if os.path.exists(path):
            with open(path, "rb") as old:
                text = old.read()
            # A line without an end was never fsynced, so that nobody has been told.
            whole = text[: text.rfind(b"\n") + 1]
            for line in whole.splitlines():
                self.learn(json.loads(line))
            with open(path, "r+b") as old:
                old.truncate(len(whole))
        self.file = open(path, "ab")

    def learn(self, it):
        self.numbers += 1
        if it["what"] == "intent":
            self.intents[it["intent"]["id"]] = it["intent"]
        elif it["what"] == "refund":
            self.refunds[it["refund"]["id"]] = it["refund"]
        elif it["what"] == "forget":
            self.answers.clear()
        if it.get("idempotency"):
            self.answers[it["idempotency"]] = it["answer"]

    def write(self, **it):
        self.learn(it)
        self.file.write(json.dumps(it).encode() + b"\n")
        self.file.flush()
        os.fsync(self.file.fileno())


class Provider:
    def __init__(self, journal):
        self.books = Books(journal)
        self.plans, self.chances, self.declined = {}, {}, set()
        self.hooks = {"to": [], "secrets": [], "how": ["after"]}
        self.held, self.calls = [], {}
        for intent in self.books.intents.values():
            if intent["status"] == "processing":
                threading.Timer(LATE_SECONDS, self.confirmed, [intent]).start()

    def what(self, call, key, comes_again):
        """What this call comes to: as planned, by chance, or well."""
        with self.books.lock:
            planned = self.plans.get(call)
            if planned:
                return planned.pop(0)
            nth = self.calls[call, key] = self.calls.get((call, key), 0) + 1
            table = self.chances.get("again" if comes_again else call, {})
            dice = random.Random(f"{self.chances.get('seed')}/{call}/{key}/{nth}").random()
            for name, chance in table.items():
                dice -= chance
                if dice < 0:
                    return name
            return "ok"

    def intent(self, form, does):
        token = form.get("payment_method", "")
        amount = int(form["amount"])
        status = "succeeded"
        if does in ("decline", "decline-cut") or token in self.declined:
            status = "requires_payment_method"
        elif does == "pending":
            status = "processing"
        it = {
            "id": f"pi_{self.books.numbers + 1}_{os.urandom(6).hex()}",
            "object": "payment_intent",
            "amount": amount,
            "amount_received": 0,
            "currency": form["currency"],
            "status": status,
            "created": int(time.time()),
            "livemode": False,
            "payment_method": token,
            "metadata": metadata(form),
            "last_payment_error": None,
            "next_action": None,
        }
        if status == "succeeded":
            # What was taken may be something else than what was asked for.
            it["amount_received"] = amount + (1 if does == "wrong-amount" else 0)
            if does == "wrong-amount":
                it["amount"] = it["amount_received"]
        if status == "requires_payment_method":
            it["last_payment_error"] = declined(it)
        return it

    def confirmed(self, it):
        """A pending intent comes through by itself, a moment later."""
        with self.books.lock:
            now = self.books.intents[it["id"]]
            if now["status"] != "processing":
                return
            done = {**now, "status": "succeeded", "amount_received": now["amount"]}
            self.books.write(what="intent", intent=done)
        self.tell(done)

    def tell(self, intent):
        """Sends the webhook of an intent, as told to."""
        kinds = {"succeeded": "succeeded", "requires_payment_method": "payment_failed",
                 "canceled": "canceled", "processing": "processing"}
        name = f"payment_intent.{kinds[intent['status']]}"
        with self.books.lock:
            hooks = dict(self.hooks)
            if not hooks["to"] or "none" in hooks["how"]:
                return
            if hooks.get("amount_off"):
                off = intent["amount"] + hooks["amount_off"]
                intent = {**intent, "amount": off, "amount_received": off}
            event = {"id": f"evt_{os.urandom(8).hex()}", "object": "event", "type": name,
                     "created": int(time.time()), "livemode": False, "api_version": None,
                     "data": {"object": intent}}
            if hooks.get("account"):
                event["account"] = hooks["account"]
            if "out-of-order" in hooks["how"]:
                self.held.append(event)
                if len(self.held) < 2:
                    return
                events, self.held = self.held[::-1], []
            else:
                events = [event] * (2 if "twice" in hooks["how"] else 1)
        if "late" in hooks["how"]:
            time.sleep(LATE_SECONDS)
        for event in events:
            self.deliver(event, hooks)

    def deliver(self, event, hooks):
        """Until somebody takes it: a delivery that failed is tried again, as providers do."""
        body = json.dumps(event).encode()
        for attempt in range(hooks.get("attempts", 8)):
            at = int(time.time())
            signed = f"t={at}" + "".join(
                f",v1={hmac.new(secret.encode(), f'{at}.'.encode() + body, hashlib.sha256).hexdigest()}"
                for secret in hooks["secrets"])
            to = hooks["to"][attempt % len(hooks["to"])]
            request = urllib.request.Request(to, body, {
                "Content-Type": "application/json", "Stripe-Signature": signed})
            try:
                with urllib.request.urlopen(request, timeout=3):
                    return
            except OSError:
                time.sleep(0.4)
                with self.books.lock:
                    # It may have moved, or its secret been rotated.
                    hooks = dict(self.hooks)
                if not hooks["to"]:
                    return


def metadata(form):
    return {key[9:-1]: value for key, value in form.items() if key.startswith("metadata[")}


def declined(intent):
    return {"type": "card_error", "code": "card_declined", "decline_code": "generic_decline",
            "message": "Your card was declined.",
            "payment_intent": {**intent, "last_payment_error": None}}


class Listens(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def log_message(self, *_):
        pass

    def read(self):
        length = int(self.headers.get("Content-Length") or 0)
        return self.rfile.read(length).decode()

    def answer(self, status, body):
        body = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Request-Id", f"req_{os.urandom(6).hex()}")
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def wrong(self, status, message):
        self.answer(status, {"error": {"type": "invalid_request_error", "message": message}})

    def cut(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def hang(self):
        time.sleep(HANG_SECONDS)
        self.close_connection = True


class Api(Listens):
    def do_GET(self):
        path, _, query = self.path.partition("?")
        form = dict(urllib.parse.parse_qsl(query))
        parts = path.strip("/").split("/")[1:]
        with PROVIDER.books.lock:
            found = {"payment_intents": PROVIDER.books.intents, "refunds": PROVIDER.books.refunds}
            kind = found.get(parts[0])
            if parts[0] == "payment_methods" and len(parts) == 2:
                return self.method(parts[1])
            if kind is None or 2 < len(parts):
                return self.wrong(404, "Unrecognized request URL")
            if len(parts) == 1:
                body = page(list(kind.values())[::-1], form)
            else:
                body = kind.get(parts[1])
            key = parts[-1]
        if body is None:
            return self.wrong(404, f"No such object: '{parts[1]}'")
        self.after(PROVIDER.what("get", key, True), 200, body)

    def method(self, token):
        if not token.startswith("pm_"):
            return self.wrong(404, f"No such PaymentMethod: '{token}'")
        card = {"brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2040}
        self.answer(200, {"id": token, "object": "payment_method", "type": "card", "card": card})

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.read()))
        parts = self.path.strip("/").split("/")[1:]
        if parts == ["payment_intents"]:
            return self.act("charge", form, self.charge)
        if parts == ["refunds"]:
            return self.act("refund", form, self.refund)
        if parts[0] == "payment_intents" and parts[2:] == ["cancel"]:
            return self.cancel(parts[1])
        self.wrong(404, "Unrecognized request URL")

    def act(self, call, form, work):
        """One call that moves money: it may go wrong before, and after."""
        key = self.headers.get("Idempotency-Key")
        known = key in PROVIDER.books.answers
        does = PROVIDER.what(call, key, known)
        if does in ("hang", "cut", "500", "429"):
            return self.after(does, 200, None)
        with PROVIDER.books.lock:
            if key in PROVIDER.books.answers:
                answer = PROVIDER.books.answers[key]
            else:
                answer = work(form, key, does)
        self.after(does, *answer)

    def after(self, does, status, body):
        """The answer, or what becomes of it on the way."""
        if does in ("hang", "hang-after"):
            return self.hang()
        if does in ("cut", "cut-after", "decline-cut"):
            return self.cut()
        if does in ("500", "500-after"):
            return self.answer(500, {"error": {"type": "api_error", "message": "Sorry."}})
        if does == "429":
            return self.answer(429, {"error": {"type": "invalid_request_error",
                                               "code": "rate_limit", "message": "Slow down."}})
        self.answer(status, body)

    def charge(self, form, key, does):
        intent = PROVIDER.intent(form, does)
        answer = [200, intent]
        if intent["status"] == "requires_payment_method":
            answer = [402, {"error": declined(intent)}]
        PROVIDER.books.write(what="intent", intent=intent, idempotency=key, answer=answer)
        if intent["status"] == "processing":
            threading.Timer(LATE_SECONDS, PROVIDER.confirmed, [intent]).start()
        elif "before" in PROVIDER.hooks["how"]:
            threading.Timer(0, PROVIDER.tell, [intent]).start()
            time.sleep(0.05)
        else:
            threading.Timer(0.02, PROVIDER.tell, [intent]).start()
        return answer

    def refund(self, form, key, does):
        books = PROVIDER.books
        intent = books.intents.get(form.get("payment_intent"))
        if intent is None or intent["status"] != "succeeded":
            return [400, {"error": {"type": "invalid_request_error", "message": "No charge."}}]
        given = sum(it["amount"] for it in books.refunds.values()
                    if it["payment_intent"] == intent["id"] and it["status"] == "succeeded")
        amount = int(form.get("amount", intent["amount"]))
        if intent["amount_received"] < given + amount:
            return [400, {"error": {"type": "invalid_request_error", "code": "charge_already_refunded",
                                    "message": "Refund amount is greater than what is left."}}]
        status = "failed" if does == "decline" else "pending" if does == "pending" else "succeeded"
        it = {"id": f"re_{books.numbers + 1}_{os.urandom(6).hex()}", "object": "refund",
              "amount": amount, "currency": intent["currency"], "status": status,
              "payment_intent": intent["id"], "created": int(time.time()),
              "metadata": metadata(form)}
        answer = [200, it]
        books.write(what="refund", refund=it, idempotency=key, answer=answer)
        return answer

    def cancel(self, name):
        with PROVIDER.books.lock:
            intent = PROVIDER.books.intents.get(name)
            if intent is None:
                return self.wrong(404, f"No such payment_intent: '{name}'")
            if intent["status"] in ("succeeded", "canceled"):
                return self.answer(400, {"error": {
                    "type": "invalid_request_error", "code": "payment_intent_unexpected_state",
                    "message": "It cannot be canceled.", "payment_intent": intent}})
            intent = {**intent, "status": "canceled"}
            PROVIDER.books.write(what="intent", intent=intent)
        self.answer(200, intent)


def page(items, form):
    """A page of a list, the newest first."""
    since = int(form.get("created[gte]", form.get("created[gt]", 0)))
    until = int(form.get("created[lte]", form.get("created[lt]", 1 << 40)))
    items = [it for it in items if since <= it["created"] <= until]
    if "payment_intent" in form:
        items = [it for it in items if it.get("payment_intent") == form["payment_intent"]]
    after = form.get("starting_after")
    if after:
        at = next((at for at, it in enumerate(items) if it["id"] == after), len(items))
        items = items[at + 1:]
    limit = min(int(form.get("limit", 10)), PAGE_MAX)
    return {"object": "list", "data": items[:limit], "has_more": limit < len(items)}


class Control(Listens):
    def do_POST(self):
        it = json.loads(self.read() or "{}")
        with PROVIDER.books.lock:
            if self.path == "/plan":
                PROVIDER.plans.setdefault(it["call"], []).extend(it["does"])
            elif self.path == "/chances":
                PROVIDER.chances = it
            elif self.path == "/webhooks":
                PROVIDER.hooks = {"how": ["after"], "secrets": [], **PROVIDER.hooks, **it}
            elif self.path == "/forget":
                PROVIDER.books.write(what="forget")
            elif self.path == "/decline":
                PROVIDER.declined.add(it["token"])
            else:
                return self.wrong(404, "There is no such command")
        self.answer(200, {})


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Whoever called was killed: that is the point of it all."""


def serve(port, handler):
    server = Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


PROVIDER = Provider(sys.argv[1])
PORTS = [int(port) for port in sys.argv[2:4]] or [0, 0]
print(json.dumps({"api": serve(PORTS[0], Api), "control": serve(PORTS[1], Control)}), flush=True)
# Whoever started it holds its stdin: when they are gone, nobody needs it any more.
sys.stdin.read()
