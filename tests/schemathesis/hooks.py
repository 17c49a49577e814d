"""What we hold every answer to, and a count of what came.

Schemathesis makes documents that fit the schema, with values that may be anything. So each has to parse
and to validate, nothing may break on our side, and every error has to have a code.
"""

import atexit
from collections import Counter

import schemathesis
from hypothesis import strategies
from schemathesis.graphql import nodes

# A document that fits the schema cannot have these.
NEVER = {
    "BAD_REQUEST",
    "GRAPHQL_PARSE_FAILED",
    "INTERNAL_SERVER_ERROR",
    "TIMEOUT",
    "UNAUTHENTICATED",
}

answers = Counter()
codes = Counter()


def written(values, how):
    """Scalars of our own are strings."""
    return values.map(how).map(nodes.String)


schemathesis.graphql.scalar("Date", written(strategies.dates(), str))
schemathesis.graphql.scalar(
    "DateTime", written(strategies.datetimes(), lambda it: f"{it.isoformat(timespec='milliseconds')}Z")
)
schemathesis.graphql.scalar(
    "Decimal", written(strategies.decimals(allow_nan=False, allow_infinity=False, places=2), str)
)


@schemathesis.check
def errors_have_codes(ctx, response, case):
    answers[response.status_code] += 1
    assert response.status_code < 500, f"a {response.status_code}: {response.text[:500]}"
    answer = response.json()
    for error in answer.get("errors") or []:
        code = (error.get("extensions") or {}).get("code")
        codes[code] += 1
        assert code, f"an error without a code: {error}"
        assert code not in NEVER, f"{code}: {error}"
    assert "data" in answer or answer.get("errors"), f"neither data nor errors: {answer}"


@atexit.register
def tell():
    print(f"{answers.total()} answers: {dict(sorted(answers.items()))}")
    print(f"{codes.total()} errors by code: {dict(codes.most_common())}")
