<?php

declare(strict_types=1);

namespace Plasm\Testing;

use Plasm\Client;
use Plasm\Exception\InvalidManifest;
use Plasm\Exception\JsonInvalid;
use Plasm\Manifest;
use Plasm\Receipt\StrictJson;
use Plasm\Transport\Request;
use Plasm\Transport\Response;
use Plasm\Transport\StreamedResponse;
use Plasm\Transport\Transport;

/**
 * A daemon for your tests, in memory: takes jobs, settles each at once as it was told, and hands out receipts whose
 * signatures are true, so that code that verifies them is tested too.
 *
 *     $fake = new FakePlasm(FakeRun::exited(stdout: "hello\n"));
 *     $job = $fake->client()->jobs()->submit($manifest)->wait();
 */
final class FakePlasm implements Transport
{
    private readonly FakeNode $self;

    /** @var list<FakeNode> who runs jobs */
    public readonly array $nodes;

    /** @var list<FakeRun> */
    private array $runs;

    /** @var array<string, string> bytes by digest */
    private array $blobs = [];

    /** @var array<string, \stdClass> views by ID */
    private array $jobs = [];

    /** @var array<string, array<string, string>> outputs by job ID */
    private array $outputs = [];

    /** @var array<string, string> job IDs by idempotency key */
    private array $keys = [];

    /** @var array<string, string> envelopes by digest */
    private array $receipts = [];

    /** @var list<Manifest> in order */
    private array $submitted = [];

    /** Each job takes the next run; the last one is for all that follow. */
    public function __construct(FakeRun ...$runs)
    {
        $this->runs = $runs === [] ? [FakeRun::exited()] : array_values($runs);
        $this->self = new FakeNode('the fake daemon');
        $this->nodes = array_map(static fn (int $i): FakeNode => new FakeNode("fake node $i"), range(1, 16));
    }

    public function client(): Client
    {
        return new Client($this, pause: static fn (int $milliseconds) => null);
    }

    /** @return list<Manifest> what was submitted, in order */
    public function submitted(): array
    {
        return $this->submitted;
    }

    public function send(Request $request): Response
    {
        $path = parse_url($request->path, PHP_URL_PATH);
        $id = rawurldecode(explode('/', (string) $path)[3] ?? '');
        $is = static fn (string $method, string $pattern): bool
            => $request->method === $method && preg_match("~^$pattern$~D", (string) $path) === 1;

        return match (true) {
            $is('PUT', '/v1/blobs/[^/]+') => $this->putBlob($id, $request),
            $is('POST', '/v1/jobs') => $this->submit($request),
            $is('GET', '/v1/jobs') => FakeTransport::json(['items' => array_reverse(array_values($this->jobs))]),
            $is('GET', '/v1/receipts/[^/]+') => $this->receipt($id),
            $is('GET', '/v1/node') => FakeTransport::json(['peerId' => $this->self->peerId, 'version' => 'fake']),
            $is('GET', '/v1/peers') => FakeTransport::json(['items' => $this->peers()]),
            !isset($this->jobs[$id]) => FakeTransport::problem(404, 'JOB_NOT_FOUND', "no job $id"),
            $is('GET', '/v1/jobs/[^/]+'), $is('DELETE', '/v1/jobs/[^/]+') => self::view($this->jobs[$id]),
            $is('GET', '/v1/jobs/[^/]+/events') => $this->events($this->jobs[$id], $request),
            $is('GET', '/v1/jobs/[^/]+/outputs/.+') => $this->output($id, (string) $path),
            default => FakeTransport::problem(404, 'ROUTE_NOT_FOUND', "$request->method $request->path"),
        };
    }

    public function stream(Request $request): StreamedResponse
    {
        $response = $this->send($request);

        return FakeTransport::chunks([$response->body], status: $response->status);
    }

    private function putBlob(string $digest, Request $request): Response
    {
        $bytes = $request->body ?? (string) file_get_contents((string) $request->bodyFile);
        if ('sha256:' . hash('sha256', $bytes) !== $digest) {
            return FakeTransport::problem(400, 'BLOB_DIGEST_MISMATCH', "the bytes are not those of $digest");
        }
        $this->blobs[$digest] = $bytes;

        return new Response(201);
    }

    private function submit(Request $request): Response
    {
        $key = $request->headers['Idempotency-Key'] ?? '';
        if (isset($this->keys[$key])) {
            return self::view($this->jobs[$this->keys[$key]]);
        }
        try {
            $manifest = Manifest::parse((string) $request->body);
        } catch (InvalidManifest | JsonInvalid $fault) {
            return FakeTransport::problem(400, $fault->errorCode, $fault->getMessage());
        }
        $missing = array_values(array_diff($manifest->inputDigests(), array_keys($this->blobs)));
        if ($missing !== []) {
            return FakeTransport::problem(404, 'BLOB_NOT_FOUND', 'blobs are missing', ['missing' => $missing]);
        }
        $this->submitted[] = $manifest;
        $view = $this->settle($manifest);
        $this->jobs[$view->id] = $view;
        $this->keys[$key] = $view->id;

        return self::view($view, 201);
    }

    private function settle(Manifest $manifest): \stdClass
    {
        $run = count($this->runs) > 1 ? array_shift($this->runs) : $this->runs[0];
        $id = sprintf('01900000-0000-7000-8000-%012x', count($this->jobs) + 1);
        $task = StrictJson::parse($manifest->canonicalTask());
        $summary = (object) (['digest' => $manifest->taskDigest(), 'semantics' => 1, 'module' => $task->module]
            + (isset($task->stdin) ? ['stdin' => $task->stdin] : []) + ['files' => $task->files]);
        $nodes = $run->failure === null ? array_slice($this->nodes, 0, $manifest->quorum()) : [];
        $digests = [];
        foreach ($nodes as $node) {
            $envelope = $node->sign($summary, $run->result(), $this->self->peerId, $id);
            $digests[] = $digest = 'sha256:' . hash('sha256', base64_decode(StrictJson::parse($envelope)->payload));
            $this->receipts[$digest] = $envelope;
        }
        $this->outputs[$id] = $run->outputs;
        $peers = array_map(static fn (FakeNode $node): string => $node->peerId, $nodes);

        return (object) [
            'id' => $id,
            'createdAt' => 0,
            'state' => 'settled',
            'task' => $manifest->taskDigest(),
            'request' => (object) ['placement' => (object) ['quorum' => $manifest->quorum()]],
            'receipts' => $digests,
            'settlement' => $run->settlement($summary, ...$peers),
            'settledAt' => 0,
        ];
    }

    private function events(\stdClass $job, Request $request): Response
    {
        $after = (int) ($request->headers['Last-Event-ID'] ?? 0);
        $body = '';
        foreach ([['queued', new \stdClass()], ['settled', $job->settlement]] as $i => [$type, $data]) {
            if ($i + 1 > $after) {
                $event = ['job' => $job->id, 'sequence' => $i + 1, 'at' => 0, 'type' => $type, 'data' => $data];
                $body .= sprintf("id: %d\nevent: %s\ndata: %s\n\n", $i + 1, $type, json_encode($event, JSON_THROW_ON_ERROR));
            }
        }

        return new Response(200, ['content-type' => 'text/event-stream'], $body);
    }

    private function output(string $id, string $path): Response
    {
        $name = rawurldecode(explode('/outputs/', $path, 2)[1]);
        $name = str_starts_with($name, 'files/') ? substr($name, strlen('files')) : $name;
        $bytes = $this->outputs[$id][$name] ?? null;

        return $bytes === null
            ? FakeTransport::problem(404, 'OUTPUT_NOT_FOUND', "no output $name")
            : new Response(200, ['content-type' => 'application/octet-stream'], $bytes);
    }

    private function receipt(string $digest): Response
    {
        return isset($this->receipts[$digest])
            ? new Response(200, [], $this->receipts[$digest])
            : FakeTransport::problem(404, 'RECEIPT_NOT_FOUND', "no receipt $digest");
    }

    /** @return list<array<string, mixed>> */
    private function peers(): array
    {
        return array_map(
            static fn (FakeNode $node): array => ['peer' => $node->peerId, 'addresses' => [], 'connected' => true],
            $this->nodes,
        );
    }

    private static function view(\stdClass $job, int $status = 200): Response
    {
        return FakeTransport::json(get_object_vars($job), $status);
    }
}
