#!/usr/bin/env bash
# Has a program of an earlier commit write a store, kills it in the middle of its work, and packs what it
# left into an archive: make.sh CHECKOUT ARCHIVE. README.md says what is in the store.
set -euo pipefail

checkout=$1
archive=$(realpath -m "$2")
work=$(mktemp -d)
data=$work/data
tenant=default

# While the store is being written, nothing may become due.
export DAYBOOK_JAVA_OPTS='-Ddaybook.process.lookup-first=20m -Ddaybook.process.gateway-timeout=20s
  -Ddaybook.tenants.default.reservation=1h
  -Ddaybook.tenants.waiting.reservation=1h'
"$checkout/daybook" start --data-dir "$data" --port 0 >"$work/log" 2>&1 &
trap 'kill -9 "$(jq .pid "$data/server.json")" && kill -INT "$(head -1 "$data/postgres/postmaster.pid")"' EXIT
until grep -q 'Daybook is running' "$work/log"; do sleep 1; done
api=$(jq -r .url "$data/server.json")

PGPASSWORD=$(sed -n 's/^password=//p' "$data/postgres.properties")
PGPORT=$(sed -n 's/^port=//p' "$data/postgres.properties")
export PGPASSWORD PGPORT PGHOST=127.0.0.1 PGUSER=daybook PGDATABASE=daybook
sql() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }

id() { printf '%s_00000000-0000-7000-8000-%012d' "$1" "$2"; }

# ask METHOD PATH [BODY [HEADER...]]: prints the answer; ends everything unless it is a success or a redirect.
ask() {
  local method=$1 path=$2 body=${3:-} answer status headers=() header
  for header in "${@:4}"; do headers+=(-H "$header"); done
  answer=$(curl -s -X "$method" "$api$path" -H 'Content-Type: application/json' -H "Daybook-Tenant: $tenant" \
    -H 'Daybook-Actor: staff:usr_earlier' "${headers[@]}" -d "$body" -w '\n%{http_code}')
  status=${answer##*$'\n'}
  case $status in
    2?? | 303) printf '%s' "${answer%$'\n'*}" ;;
    *) echo "$method $path: $answer" >&2 && exit 1 ;;
  esac
}
# refused STATUS METHOD PATH [BODY [HEADER...]]: ends everything unless the program refuses with that status.
refused() {
  local wanted=$1 answer
  answer=$(ask "${@:2}" 2>&1) || true
  [[ $wanted == "${answer##*$'\n'}" ]] || { echo "not $wanted: $answer" >&2 && exit 1; }
}
eventually() { # a query that answers t in the end
  for _ in {1..600}; do
    [ "$(sql -c "$1")" = t ] && return
    sleep 0.1
  done
  echo "never: $1" >&2 && exit 1
}

product() { # NUMBER NAME PRICE STOCK
  ask POST /api/v1/products "{\"productId\":\"$(id prd "$1")\",\"name\":\"$2\",\"categoryId\":\"$(id cat 1)\",
    \"price\":{\"amountMinor\":$3,\"currency\":\"EUR\"}}"
  ask POST "/api/v1/products/$(id prd "$1")/activate"
  stock "$1" "$4"
}
held() { ask POST "/api/v1/inventory/$(id prd "$1")/reservations" "{\"quantity\":$3,\"orderId\":\"$(id ord "$2")\"}"; }
released() { # PRODUCT ORDER QUANTITY
  ask POST "/api/v1/inventory/$(id prd "$1")/releases" "{\"quantity\":$3,\"reason\":\"damaged\",\"orderId\":\"$(id ord "$2")\"}"
}
stock() { ask PUT "/api/v1/inventory/$(id prd "$1")" "{\"quantity\":$2,\"reason\":\"counted\"}"; }
customer() { # NUMBER
  ask POST /api/v1/customers "{\"customerId\":\"$(id cus "$1")\",\"email\":\"buyer-$1@example.org\",\"firstName\":\"Ada\",
    \"lastName\":\"Lovelace\",\"emailVerified\":true}"
  ask POST "/api/v1/customers/$(id cus "$1")/addresses" "{\"addressId\":\"$(id adr "$1")\",\"recipientName\":\"Ada Lovelace\",
    \"street\":\"Obere Str. 57\",\"city\":\"Berlin\",\"postalCode\":\"12209\",\"country\":\"DE\"}"
}
add() { # CUSTOMER PRODUCT QUANTITY: the line has the product's number
  ask POST "/api/v1/carts/$(id crt "$1")/items" "{\"customerId\":\"$(id cus "$1")\",\"cartItemId\":\"$(id itm "$2")\",
    \"productId\":\"$(id prd "$2")\",\"quantity\":$3,\"attributes\":{\"gift\":\"yes\"}}"
}
place() { # NUMBER METHOD [SECONDS]: of the customer with that number
  ask POST /api/v1/orders "{\"orderId\":\"$(id ord "$1")\",\"customerId\":\"$(id cus "$1")\",
    \"shippingAddressId\":\"$(id adr "$1")\",\"paymentMethodId\":\"$2\"}" \
    "Idempotency-Key: order-$1" "Prefer: wait=${3:-0}"
}
order() { # NUMBER METHOD [SECONDS]: two pieces of the first product
  customer "$1" && add "$1" 1 2 && place "$@"
}
go() { ask POST "/api/v1/orders/$(id ord "$1")/$2" "${3:-}"; } # NUMBER STEP [BODY]
cancel() { go "$1" cancel '{"reason":"changed my mind"}'; }
ship() { go "$1" ship "{\"trackingNumber\":\"1Z$1\",\"carrier\":\"UPS\"}"; }
pay() { ask POST "/api/v1/payments/$(id pay "$1")/$2" "${3:-}" 'Prefer: wait=30'; } # NUMBER STEP [BODY]
payment() { # NUMBER KIND METHOD [SECONDS]: without an order
  ask POST "/api/v1/payments$2" "{\"paymentId\":\"$(id pay "$1")\",\"paymentMethodId\":\"$3\",
    \"amount\":{\"amountMinor\":5000,\"currency\":\"EUR\"}}" "Prefer: wait=${4:-30}"
}
redirect() { # NUMBER: prints the page
  ask POST /api/v1/payments/paypal "{\"orderId\":\"$(id ord "$1")\",\"amount\":{\"amountMinor\":2598,\"currency\":\"EUR\"},
    \"returnUrl\":\"http://localhost:1/thanks\",\"cancelUrl\":\"http://localhost:1/basket\"}" |
    jq -r .redirectUrl | sed 's,^https*://[^/]*,,'
}
status() { eventually "SELECT status = '$2' FROM projection.orders WHERE tenant_id = '$tenant' AND order_id = '$(id ord "$1")'"; }
paid() { eventually "SELECT status = '$2' FROM projection.payments WHERE tenant_id = '$tenant' AND payment_id = '$(id pay "$1")'"; }
stage() { # NUMBER STAGE
  eventually "SELECT position('\"stage\":\"$2\"'::bytea IN state) > 0 FROM process.saga WHERE saga_id = '$tenant/$(id ord "$1")'"
}

catalog() {
  ask POST /api/v1/categories "{\"categoryId\":\"$(id cat 1)\",\"name\":\"Tea\"}"
  ask POST /api/v1/categories "{\"categoryId\":\"$(id cat 2)\",\"name\":\"Green tea\",\"parentCategoryId\":\"$(id cat 1)\"}"
  product 1 Darjeeling 1299 1000
  ask PUT "/api/v1/inventory/$(id prd 1)/threshold" '{"threshold":5}'
  product 2 Assam 899 100
  product 3 Teapot 4900 0
  for variant in 801 802; do
    ask POST "/api/v1/products/$(id prd 3)/variants" "{\"variantId\":\"$(id var $variant)\",\"name\":\"No. $variant\",
      \"sku\":\"POT-$variant\",\"price\":{\"amountMinor\":${variant},\"currency\":\"EUR\"},\"attributes\":{\"colour\":\"blue\",\"size\":\"$variant\"}}"
    ask PUT "/api/v1/inventory/$(id prd 3)" "{\"variantId\":\"$(id var $variant)\",\"quantity\":20,\"reason\":\"counted\"}"
  done
  product 4 Oolong 1499 10
  ask POST "/api/v1/products/$(id prd 4)/deactivate"
  product 5 Pu-erh 1999 10
  ask DELETE "/api/v1/products/$(id prd 5)"
  ask POST /api/v1/products "{\"productId\":\"$(id prd 6)\",\"name\":\"Draft\",\"categoryId\":\"$(id cat 2)\",
    \"price\":{\"amountMinor\":100,\"currency\":\"EUR\"}}"
  product 7 Sencha 999 6
  ask PUT "/api/v1/inventory/$(id prd 7)/threshold" '{"threshold":5}'
  stock 7 4
  stock 7 0
  product 9 Gyokuro 3999 2
  product 10 Matcha 2499 100
  ask PATCH "/api/v1/products/$(id prd 10)" '{"description":"In a tin"}'
  held 10 911 3
  released 10 911 1
  ask POST /api/v1/categories '{"name":"Generated"}' 'Idempotency-Key: generated'
}

# More than fifty events, which is when a snapshot is taken.
movements() {
  ask PUT "/api/v1/inventory/$(id prd 2)/threshold" '{"threshold":5}'
  for _ in {1..30}; do
    for by in 3 -2; do
      ask POST "/api/v1/inventory/$(id prd 2)/adjustments" "{\"adjustment\":$by,\"reason\":\"counted again\"}"
    done
  done
  customer 31 && add 31 1 1 && add 31 2 1
  for quantity in {2..56}; do
    ask PATCH "/api/v1/carts/$(id crt 31)/items/$(id itm 1)" "{\"quantity\":$quantity}"
  done
  eventually "SELECT count(*) = 2 FROM event_store.snapshot"
}

customers() {
  for number in 101 103; do
    ask POST /api/v1/customers "{\"customerId\":\"$(id cus $number)\",\"email\":\"mail-$number@example.org\",\"password\":\"password-$number\",
      \"firstName\":\"Grace\",\"lastName\":\"Hopper\"}" "Idempotency-Key: register-$number"
  done
  local token
  token=$(ask GET "/api/v1/admin/mail?recipient=mail-103@example.org" | jq -r '.[0].data.verificationToken')
  ask POST /api/v1/customers/verify-email "{\"verificationToken\":\"$token\"}"
  customer 102
  ask POST "/api/v1/customers/$(id cus 102)/erasure" '{"confirmation":true}'
}

carts() {
  for guest in 201 202; do
    ask POST "/api/v1/carts/$(id crt $guest)/items" "{\"cartItemId\":\"$(id itm $guest)\",\"productId\":\"$(id prd 1)\",\"quantity\":2}"
  done
  customer 30 && add 30 10 1
  ask POST "/api/v1/carts/$(id crt 202)/merge" "{\"customerId\":\"$(id cus 30)\"}"
  customer 32 && add 32 1 1 && add 32 2 1
  ask DELETE "/api/v1/carts/$(id crt 32)/items/$(id itm 2)"
  customer 33 && add 33 1 1
  ask DELETE "/api/v1/carts/$(id crt 33)/items" '{"reason":"CUSTOMER"}'
}

payments() {
  payment 301 '' sandbox:approve
  pay 301 refund "{\"refundId\":\"$(id rfd 301)\",\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"},\"reason\":\"late\"}"
  payment 302 '' sandbox:refund-fails
  refused 422 POST "/api/v1/payments/$(id pay 302)/refund" '{"reason":"late"}' 'Prefer: wait=30'
  refused 422 POST /api/v1/payments/authorizations "{\"paymentId\":\"$(id pay 303)\",\"paymentMethodId\":\"sandbox:decline-soft-once\",
    \"amount\":{\"amountMinor\":5000,\"currency\":\"EUR\"}}" 'Prefer: wait=30'
  payment 304 /authorizations sandbox:capture-fails
  refused 422 POST "/api/v1/payments/$(id pay 304)/capture" '' 'Prefer: wait=30'
  payment 305 '' sandbox:error 0
  paid 305 UNKNOWN
  refused 422 POST "/api/v1/payments/$(id pay 305)/resolve" '' 'Prefer: wait=30'
  payment 307 /authorizations sandbox:approve
  pay 307 void '{"reason":"not needed"}'
  payment 308 '' sandbox:approve
  pay 308 refund '{"reason":"returned"}'
  payment 309 '' sandbox:never 0
}

orders() {
  for number in 1 2 3 4 5 13 14 15 22; do order $number sandbox:approve 30; done
  for number in 1 3 4 22; do go $number confirm; done
  for number in 3 4 22; do ship $number; done
  for number in 4 22; do go $number deliver; done
  for number in 3 4 22; do paid $number CAPTURED; done
  cancel 5
  paid 5 VOIDED
  ask POST "/api/v1/customers/$(id cus 22)/erasure" '{"confirmation":true}'
  pay 13 capture
  customer 6 && add 6 1 2
  refused 422 POST /api/v1/orders "{\"orderId\":\"$(id ord 6)\",\"customerId\":\"$(id cus 6)\",\"shippingAddressId\":\"$(id adr 6)\",
    \"paymentMethodId\":\"sandbox:decline-hard\"}" 'Prefer: wait=30'
  customer 19 && add 19 1 1 && add 19 10 3 && place 19 sandbox:approve 30
  order 20 manual:invoice 30
}

# The processor of the letters meets what it cannot write, and later it could.
letters() {
  sql -c "ALTER TABLE projection.products ADD CONSTRAINT poison CHECK (name <> 'Poison') NOT VALID"
  product 8 Poison 666 5
  ask PATCH "/api/v1/products/$(id prd 8)" '{"name":"Antidote","price":{"amountMinor":667,"currency":"EUR"}}'
  ask POST "/api/v1/products/$(id prd 8)/variants" "{\"variantId\":\"$(id var 808)\",\"name\":\"Large\",\"attributes\":{\"size\":\"L\"}}"
  eventually "SELECT count(*) = 4 FROM event_store.dead_letter WHERE processor = 'projection-catalog'"
  sql -c 'ALTER TABLE projection.products DROP CONSTRAINT poison'
}

# A process cannot read what the agenda has of the hold, and later it could.
process_letters() {
  product 2 Assam 899 100
  held 2 914 3
  rename productId damaged
  held 2 914 5
  released 2 914 1
  eventually "SELECT count(*) = 2 FROM event_store.dead_letter WHERE processor = 'process-reservation'"
  rename damaged productId
}
rename() { # FROM TO
  eventually "SELECT count(*) = 1 FROM process.agenda WHERE task_instance LIKE '%/$(id ord 914)'"
  sql -c "UPDATE process.agenda SET task_data = replace(convert_from(task_data, 'UTF8'), '\"$1\"', '\"$2\"')::bytea
    WHERE task_instance LIKE '%/$(id ord 914)'"
}

# What time will end, in tenants whose clocks are moved by the test.
others() {
  tenant=waiting
  ask POST /api/v1/categories "{\"categoryId\":\"$(id cat 1)\",\"name\":\"Tea\"}"
  product 1 Darjeeling 1299 100
  held 1 913 5
  process_letters
  order 1 sandbox:late
  order 2 sandbox:never
  for number in 3 4; do order $number sandbox:paypal; done
  redirect 3
  ask POST "$(redirect 4)/approve"
  for number in 1 2; do paid $number UNKNOWN; done
  tenant=attic
  ask POST /api/v1/categories "{\"categoryId\":\"$(id cat 1)\",\"name\":\"Tea\"}"
  product 1 Darjeeling 1299 100
  customer 1 && add 1 1 1
  tenant=default
}

waiting() {
  for number in 8 23; do order $number sandbox:late; done
  order 9 sandbox:never
  order 21 sandbox:never-declined
  for number in 10 11 12; do order $number sandbox:paypal; done
  for number in 10 12; do redirect $number; done
  for number in 8 9 21 23; do paid $number UNKNOWN; done
  for number in 8 9 10 11 12 21 23; do stage $number AWAITING_PAYMENT; done
  ask POST '/api/v1/admin/projections/order/replays'
  eventually "SELECT bool_or(phase = 'COMPLETED') FROM rebuild.rebuild"
}

# hold NAME SQL: a session of its own that holds a lock until it is told to let go.
hold() {
  local session
  mkfifo "$work/$1"
  sql <"$work/$1" >"$work/$1.held" 2>&1 &
  exec {session}>"$work/$1"
  printf -v "$1" %s "$session"
  echo "$2; SELECT 'held';" >&"$session"
  until grep -q held "$work/$1.held"; do sleep 0.1; done
}

# Leaves processes between two steps. They are stopped by the lock 42 just before they store a step; then the
# row that every append needs is locked, and the lock 42 is given up. So they store that step and cannot take
# the next one, and in this state the program is killed.
interrupted() {
  hold GATEWAY 'BEGIN; LOCK TABLE process.sandbox_ledger' # the gateway does not answer any more
  ask POST "/api/v1/payments/$(id pay 15)/capture"
  paid 15 UNKNOWN
  cancel 15
  stage 15 CANCELLED
  sql -c "
    CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS \$\$
    BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NEW; END \$\$;
    CREATE TRIGGER hold BEFORE INSERT ON process.saga FOR EACH ROW
      WHEN (position('\"stage\":\"RESERVING\"'::bytea IN NEW.state) > 0) EXECUTE FUNCTION public.hold();
    CREATE TRIGGER hold BEFORE INSERT ON process.agenda FOR EACH ROW
      WHEN (NEW.task_name = 'cart-line-repricing') EXECUTE FUNCTION public.hold()"
  customer 16 && add 16 1 2
  customer 17 && add 17 1 2 && add 17 9 2
  hold STEPS 'SELECT pg_advisory_lock(42)'
  ask POST "/api/v1/payments/$(id pay 14)/capture"
  cancel 14
  stage 14 CANCELLED
  place 16 sandbox:approve
  stage 16 AWAITING_PAYMENT
  hold PLACEMENTS 'BEGIN; LOCK TABLE process.saga' # so that the stock is gone before it is held
  place 17 sandbox:approve
  stock 9 1
  echo 'COMMIT;' >&"$PLACEMENTS"
  ask PATCH "/api/v1/products/$(id prd 10)" '{"price":{"amountMinor":2599,"currency":"EUR"}}'
  eventually "SELECT count(*) = 2 FROM pg_locks WHERE objid = 42 AND NOT granted"
  hold HEAD 'BEGIN; SELECT FROM event_store.head FOR UPDATE'
  echo 'SELECT pg_advisory_unlock(42);' >&"$STEPS"
  stage 17 RESERVING
  eventually "SELECT picked FROM process.agenda WHERE task_name = 'cart-line-repricing'"
  kill -9 "$(jq .pid "$data/server.json")"
  sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'daybook' AND pid <> pg_backend_pid()"
}

# A file for each table, whose first line names the columns. Columns that are generated are left out.
pack() {
  local table columns
  mkdir "$work/archive"
  sql -c "
    SELECT format('%I.%I', table_schema, table_name), string_agg(quote_ident(column_name), ',' ORDER BY ordinal_position)
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('event_store', 'command_side', 'process', 'projection', 'rebuild', 'public')
      AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' AND (table_schema, table_name) NOT IN (
        SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relispartition)
    GROUP BY 1 ORDER BY 1" |
    while IFS='|' read -r table columns; do
      sql -c "COPY (SELECT $columns FROM $table ORDER BY 1, 2) TO STDOUT WITH (HEADER)" >"$work/archive/$table"
    done
  sql -c "COPY (SELECT schemaname, sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL ORDER BY 1, 2)
    TO STDOUT" >"$work/archive/sequences"
  cp "$data/audit-keys/key-1.public.pem" "$work/archive/"
  rm -f "$archive"
  (cd "$work/archive" && zip -q -X "$archive" ./*)
}

{
  catalog
  movements
  customers
  carts
  payments
  orders
  letters
  others
  waiting
  interrupted
} >"$work/answers"
pack
trap - EXIT
kill -INT "$(head -1 "$data/postgres/postmaster.pid")"
echo "$archive: $(stat -c %s "$archive") bytes; left behind: $work" >&2
