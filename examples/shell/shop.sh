#!/usr/bin/env bash
# The shop's side of an order: approves it, and delivers its lines.
#
#   BUONO_URL=http://127.0.0.1:8080 BUONO_TOKEN=$MARCO examples/shell/shop.sh BO26-…
#
# The token needs the scopes orders:read, orders:validate and orders:deliver.
set -euo pipefail

: "${BUONO_URL:?Set BUONO_URL and BUONO_TOKEN: \`buono demo\` prints both.}"
: "${BUONO_TOKEN:?Set BUONO_URL and BUONO_TOKEN: \`buono demo\` prints both.}"
number=${1:?Say which order: its number.}

# ask QUERY VARIABLES: the answer, unless it has errors.
ask() {
    local answer
    answer=$(curl -sS "$BUONO_URL/graphql" -H "Authorization: Bearer $BUONO_TOKEN" \
        -H 'Content-Type: application/json' -d "{\"query\": \"$1\", \"variables\": $2}")
    if [[ $answer == *'"message":'* ]]; then
        echo "$answer" >&2
        exit 1
    fi
    echo "$answer"
}

ask 'mutation($number: String!) { orderApprove(input: { number: $number }) { errors { ... on UserError { code message } } } }' \
    "{\"number\": \"$number\"}" > /dev/null
echo "$number is approved."

lines=$(ask 'query($number: String!) { order(number: $number) { lines { id } } }' "{\"number\": \"$number\"}")
for line in $(grep -o '"id":"[^"]*"' <<< "$lines" | cut -d '"' -f 4); do
    ask 'mutation($number: String!, $line: ID!) { orderLineDeliver(input: { number: $number, line: $line }) { errors { ... on UserError { code message } } } }' \
        "{\"number\": \"$number\", \"line\": \"$line\"}" > /dev/null
    echo 'A line is delivered.'
done
