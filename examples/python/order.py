"""Lists the newest orders, places one, pays it, and follows its four steps until it is delivered.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    BUONO_URL=http://127.0.0.1:8080 BUONO_TOKEN=$ANNA .venv/bin/python order.py

BUONO_PLAN is what is ordered, by default vps-starter. Delivery is the shop's: see ../README.md.
"""

import asyncio
import os
import sys
import uuid

from gql import Client, GraphQLRequest
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.websockets import WebsocketsTransport

RETRY_AFTER_SECONDS = 0.5
"""Between two tries to connect again."""
RETRIES_MAX = 60
"""Tries in a row that bring nothing before we give up."""
FINAL = {"DELIVERED", "CANCELLED", "EXPIRED"}
"""Nothing more happens to such an order by itself."""

NEWEST_ORDERS = """
  query NewestOrders($first: Int!) {
    orders(first: $first) {
      nodes { number createdAt statusLabel total { text } }
    }
  }
"""

PLACE = """
  mutation Place($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order { number total { text } }
      errors { ... on UserError { code message } }
    }
  }
"""

PAY = """
  mutation Pay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment { status amount { text } }
      errors {
        ... on UserError { code message }
        ... on PaymentDeclinedError { declineCode }
      }
    }
  }
"""

TRACK = """
  subscription Track($number: String!, $after: String) {
    orderTracking(number: $number, after: $after) {
      cursor
      sequence
      event { label }
      order { status tracking { sequence steps { state } } }
    }
  }
"""


class Refused(Exception):
    """Something that went wrong, with the code that a program can rely on."""

    def __init__(self, code: str, message: str):
        super().__init__(f"{code}: {message}")


def new_key() -> str:
    """A key for what is meant, once. Should the answer get lost, send the same input with the same
    key again: it is done once, and the answer is the same."""
    return str(uuid.uuid4())


def refuse(errors: list[dict]) -> None:
    """A "no" is data, typed, and says what can be done about it."""
    for error in errors:
        raise Refused(error["code"], error["message"])


class Buono:
    """The API at an address, for whom the token names."""

    def __init__(self, url: str, token: str):
        self.authorization = {"authorization": f"Bearer {token}"}
        self.http = f"{url}/graphql"
        self.websocket = f"{url.replace('http', 'ws', 1)}/graphql"

    async def ask(self, document: str, **variables) -> dict:
        transport = AIOHTTPTransport(self.http, headers=self.authorization)
        async with Client(transport=transport) as session:
            return await session.execute(GraphQLRequest(document, variable_values=variables))

    async def newest(self) -> None:
        orders = (await self.ask(NEWEST_ORDERS, first=3))["orders"]
        print("The newest orders:")
        for it in orders["nodes"]:
            day, total = it["createdAt"][:10], it["total"]["text"]
            print(f"  {it['number']}  {day}  {total}  {it['statusLabel']}")

    async def place(self, plan: str) -> str:
        lines = [{"planCode": plan, "period": "P1M"}]
        answer = await self.ask(PLACE, input={"lines": lines, "idempotencyKey": new_key()})
        refuse(answer["orderPlace"]["errors"])
        order = answer["orderPlace"]["order"]
        print(f"Placed {order['number']} for {order['total']['text']}.")
        return order["number"]

    async def pay(self, number: str) -> None:
        """With the default card. A payment that is PENDING is no error: the steps tell how it ends."""
        order = {"number": number, "method": "CARD", "idempotencyKey": new_key()}
        answer = (await self.ask(PAY, input=order))["orderPay"]
        for error in answer["errors"]:
            if code := error.get("declineCode"):
                print(f"The bank says {code}: try another card.")
        refuse(answer["errors"])
        payment = answer["payment"]
        print(f"Paid {payment['amount']['text']}: {payment['status']}.")

    async def updates(self, number: str, after: str | None):
        """What is told of an order over one connection. Without a cursor a SNAPSHOT comes first;
        after one, everything that was missed."""
        transport = WebsocketsTransport(
            self.websocket,
            init_payload=self.authorization,
            # Without this the library takes an older protocol that servers no longer speak.
            subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
        )
        request = GraphQLRequest(TRACK, variable_values={"number": number, "after": after})
        async with Client(transport=transport) as session:
            async for update in session.subscribe(request):
                yield update["orderTracking"]

    async def follow(self, number: str, begun: asyncio.Event) -> None:
        """Follows an order to its end, over as many connections as it takes."""
        cursor, retries = None, 0
        while True:
            try:
                async for update in self.updates(number, cursor):
                    cursor, retries = update["cursor"], 0
                    tell(update)
                    begun.set()
                    if is_over(update):
                        return
            except TransportQueryError:
                raise
            except (TransportError, OSError) as error:
                if RETRIES_MAX <= retries:
                    raise error
            if retries == 0:
                print("The connection is lost. Going on where we were.")
            retries += 1
            await asyncio.sleep(RETRY_AFTER_SECONDS)


def tell(update: dict) -> None:
    # A SNAPSHOT, and a RESYNC that stands for too many entries to repeat, have no event.
    what = update["event"]["label"] if update["event"] else "as it stands"
    states = " ".join(step["state"] for step in update["order"]["tracking"]["steps"])
    print(f"#{update['sequence']} {what}: {states}")


def is_over(update: dict) -> bool:
    # The order comes as it stands now, which may be ahead of the entry: go on to the newest.
    order = update["order"]
    return order["status"] in FINAL and update["sequence"] == order["tracking"]["sequence"]


async def main() -> None:
    url, token = os.environ.get("BUONO_URL"), os.environ.get("BUONO_TOKEN")
    if not url or not token:
        sys.exit("Set BUONO_URL and BUONO_TOKEN: `buono demo` prints both.")
    buono = Buono(url, token)
    await buono.newest()
    number = await buono.place(os.environ.get("BUONO_PLAN", "vps-starter"))
    print("Following it. It waits for the shop: examples/README.md says how to be the shop.")
    begun = asyncio.Event()

    async def pay() -> None:
        # Paid while it is followed, so that the steps are seen to change.
        await begun.wait()
        await buono.pay(number)

    await asyncio.gather(buono.follow(number, begun), pay())
    print("This order is complete.")


try:
    asyncio.run(main())
except TransportQueryError as error:
    # What reaches the top-level `errors` is no "no", but a fault or a misuse.
    first = (error.errors or [{}])[0]
    code = first.get("extensions", {}).get("code")
    sys.exit(f"{code}: {first.get('message')}")
except (Refused, TransportError, OSError) as error:
    sys.exit(str(error))
