#!/usr/bin/env bash
# Lists the newest orders, places one, pays it, and follows its four steps until it is delivered.
#
#   BUONO_URL=http://127.0.0.1:8080 BUONO_TOKEN=$ANNA examples/shell/order.sh
#
# BUONO_PLAN is what is ordered, by default vps-starter. Delivery is the shop's: see ../README.md.
# bash and curl are all it takes. Answers come without blanks, and with their fields in the order in
# which they were asked for, so that grep can read these few; for more than this, take jq.
set -euo pipefail

: "${BUONO_URL:?Set BUONO_URL and BUONO_TOKEN: \`buono demo\` prints both.}"
: "${BUONO_TOKEN:?Set BUONO_URL and BUONO_TOKEN: \`buono demo\` prints both.}"
plan=${BUONO_PLAN:-vps-starter}
# Between two tries to connect again.
retry_after_seconds=0.5
# Tries in a row that bring nothing before we give up.
retries_max=60
json=(-H "Authorization: Bearer $BUONO_TOKEN" -H 'Content-Type: application/json')

# body QUERY VARIABLES: a request in JSON, for a query without quotation marks.
body() {
    printf '{"query": "%s", "variables": %s}' "$1" "$2"
}

# ask QUERY VARIABLES
ask() {
    curl -sS "$BUONO_URL/graphql" "${json[@]}" -d "$(body "$1" "$2")"
}

# texts NAME: the texts of all fields of that name, a line each.
texts() {
    grep -oE "\"($1)\":\"([^\"\\\\]|\\\\.)*\"" | sed -E 's/^"[^"]*":"//; s/"$//; s/\\(.)/\1/g'
}

# check ANSWER: ends here with what went wrong, if something did. The code of a top-level error lies
# in its extensions: a fault, or a misuse. A "no" is data: a typed error in the payload.
check() {
    if [[ $1 == *'"extensions":{"code":'* || $1 == *'"errors":[{"code":'* ]]; then
        echo "$(texts code <<< "$1" | head -1): $(texts message <<< "$1" | head -1)" >&2
        exit 1
    fi
}

# A key for what is meant, once. Should the answer get lost, send the same input with the same key
# again: it is done once, and the answer is the same.
new_key() {
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

list() {
    local answer number day total label
    answer=$(ask \
        'query($first: Int!) { orders(first: $first) { nodes { number createdAt total { text } statusLabel } } }' \
        '{"first": 3}')
    check "$answer"
    echo 'The newest orders:'
    texts 'number|createdAt|text|statusLabel' <<< "$answer" | while
        read -r number && read -r day && read -r total && read -r label
    do
        echo "  $number  ${day%T*}  $total  $label"
    done
}

place() {
    local answer
    answer=$(ask \
        'mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { order { number total { text } } errors { ... on UserError { code message } } } }' \
        '{"input": {"lines": [{"planCode": "'"$plan"'", "period": "P1M"}], "idempotencyKey": "'"$(new_key)"'"}}')
    check "$answer"
    number=$(texts number <<< "$answer")
    echo "Placed $number for $(texts text <<< "$answer")."
}

# With the default card. A payment that is PENDING is no error: the steps tell how it ends.
pay() {
    local answer
    answer=$(ask \
        'mutation($input: OrderPayInput!) { orderPay(input: $input) { payment { status amount { text } } errors { ... on UserError { code message } } } }' \
        '{"input": {"number": "'"$number"'", "method": "CARD", "idempotencyKey": "'"$(new_key)"'"}}')
    check "$answer"
    echo "Paid $(texts text <<< "$answer"): $(texts status <<< "$answer")."
}

# connect: what is told of the order over one connection. Without a cursor a SNAPSHOT comes first;
# after one, everything that was missed.
connect() {
    exec curl -sN "$BUONO_URL/graphql/stream" "${json[@]}" -d "$(body \
        'subscription($number: String!, $after: String) { orderTracking(number: $number, after: $after) { cursor sequence event { label } order { status tracking { sequence steps { state } } } } }' \
        '{"number": "'"$number"'", "after": '"${cursor:-null}"'}')"
}

# updates: prints what comes over one connection, until it ends or the order is over.
updates() {
    local line label states sequence newest
    while IFS= read -r line; do
        check "$line"
        # Other lines are empty, or keep the connection alive.
        [[ $line == data:*'"cursor"'* ]] || continue
        cursor=\"$(texts cursor <<< "$line")\"
        # A SNAPSHOT, and a RESYNC that stands for too many entries to repeat, have no event.
        label=$(texts label <<< "$line") || label='as it stands'
        states=$(texts state <<< "$line" | xargs)
        { read -r sequence && read -r newest; } < <(grep -oE '"sequence":[0-9]+' <<< "$line" | cut -d : -f 2)
        echo "#$sequence $label: $states"
        retries=0
        if [[ -z $paid ]]; then
            # What comes meanwhile waits in the pipe.
            pay
            paid=yes
        fi
        # The order comes as it stands now, which may be ahead of the entry: go on to the newest.
        if [[ $line =~ \"status\":\"(DELIVERED|CANCELLED|EXPIRED)\" && $sequence == "$newest" ]]; then
            over=yes
            return
        fi
    done
}

# Over as many connections as it takes.
follow() {
    local connection
    cursor='' paid='' over='' retries=0
    while true; do
        exec {connection}< <(connect)
        trap "kill $! 2> /dev/null || true" EXIT
        updates <&"$connection"
        exec {connection}<&-
        if [[ -n $over ]]; then
            return
        fi
        retries=$((retries + 1))
        if [[ $retries == 1 ]]; then
            echo 'The connection is lost. Going on where we were.'
        elif [[ $retries == "$retries_max" ]]; then
            echo "$BUONO_URL cannot be reached any more." >&2
            exit 1
        fi
        sleep "$retry_after_seconds"
    done
}

list
place
echo 'Following it. It waits for the shop: examples/README.md says how to be the shop.'
follow
echo 'This order is complete.'
