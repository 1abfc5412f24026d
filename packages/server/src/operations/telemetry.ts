/** Starts OpenTelemetry when an endpoint is set; nothing of it is loaded otherwise. Answers how to stop it. */
export async function startTelemetry(endpoint: string | null): Promise<() => Promise<void>> {
  if (endpoint === null) return async () => undefined;
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint;
  process.env['OTEL_SERVICE_NAME'] ??= 'recognition-repository';
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK();
  sdk.start();
  return () => sdk.shutdown();
}
