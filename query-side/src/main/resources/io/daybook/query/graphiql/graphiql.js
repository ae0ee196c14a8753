// A subscription goes over the WebSocket, all else over HTTP. A browser cannot set headers on a
// WebSocket, so the tenant of ?tenant=… is told to both.
const tenant = new URLSearchParams(location.search).get("tenant") || "default";
const socket = (location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/graphql";

const fetcher = GraphiQL.createFetcher({
  url: "/graphql",
  subscriptionUrl: socket,
  wsConnectionParams: { "Daybook-Tenant": tenant },
});

const example = `# The latest orders of tenant "${tenant}".
# Another tenant: /graphiql?tenant=<name>
query LatestOrders {
  orders(first: 10) {
    edges {
      node {
        orderNumber
        status
        totalAmount { amountMinor currency }
        customer { firstName lastName }
        lines { name quantity total { amountMinor } }
        timeline { type at actor detail }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: example,
    defaultHeaders: JSON.stringify({ "Daybook-Tenant": tenant }, null, 2),
    defaultEditorToolsVisibility: true,
  }),
);
