// What these packages bring without types.

declare var MonacoEnvironment: { getWorker(id: string, label: string): Worker };

declare module "monaco-graphql/esm/graphql.worker.js?worker" {
  const GraphQLWorker: new () => Worker;
  export default GraphQLWorker;
}
